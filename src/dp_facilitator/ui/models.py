"""Qt models for what the pages list."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dp_facilitator.ui.desk.home_values import PastSession
from dp_facilitator.words import marked, tr

SORT_ROLE: Final = Qt.ItemDataRole.UserRole
SESSION_ROLE: Final = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class PastModel(QAbstractTableModel):
    """Past sessions, one a row; SORT_ROLE answers what a column is put in order by, SESSION_ROLE the session."""

    SESSION, WHEN, TIME, NOTES, STATUS, DELETE, OPEN = range(7)
    HEADERS = (
        marked("Session"),
        marked("When"),
        marked("Time used"),
        marked("Notes"),
        marked("Status"),
        marked("Delete"),
        marked("Open"),
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: tuple[PastSession, ...] = ()

    def show_sessions(self, sessions: tuple[PastSession, ...]) -> None:
        """Lists these sessions instead."""
        self.beginResetModel()
        self._sessions = sessions
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sessions)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.HEADERS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        session = self._sessions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(session, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(session, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return session.problem or None
        if role == SORT_ROLE:
            return self._order(session, index.column())
        return session if role == SESSION_ROLE else None

    def _words(self, session: PastSession, column: int) -> str:
        texts = (session.title, session.when, session.time, session.noted, session.problem or session.status)
        return (*texts, "", tr("Open ›"))[column]

    def _spoken(self, session: PastSession, column: int) -> str:
        if column == self.OPEN:
            return tr("Open {title}, {date}").format(title=session.title, date=session.date)
        if column == self.DELETE:
            return tr("Delete {title}, {date}").format(title=session.title, date=session.date)
        if column != self.SESSION:
            return self._words(session, column)
        said = (session.title, session.when, session.time, session.noted, session.problem or session.status)
        return ", ".join(part for part in said if part)

    def _order(self, session: PastSession, column: int) -> Any:
        match column:
            case self.WHEN:
                return session.sort_key
            case self.TIME:
                return session.used_s
            case self.NOTES:
                return session.notes
        return self._words(session, column).casefold()
