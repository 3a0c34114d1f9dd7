"""Past sessions as a quiet table."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from dp_facilitator.ui.models import SESSION_ROLE, SORT_ROLE, PastModel
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import marked, tr

from .home_values import PastSession
from .past_look import PastLook
from .past_question import DeleteQuestion

_Index = QModelIndex | QPersistentModelIndex

ORDERS = (
    (marked("Newest first"), PastModel.WHEN, Qt.SortOrder.DescendingOrder),
    (marked("Oldest first"), PastModel.WHEN, Qt.SortOrder.AscendingOrder),
    (marked("By name"), PastModel.SESSION, Qt.SortOrder.AscendingOrder),
    (marked("Most notes first"), PastModel.NOTES, Qt.SortOrder.DescendingOrder),
)
"""Ways to put the table in order: words, column, direction."""


class PastTable(QTableView):
    """One row a session, as high as all its rows; the page around it scrolls.

    Up, Down, Home and End choose a row, Return opens it, Delete asks in the row itself whether it may go.

    Signals: opened(str), deleted(str) – the id of a session; row_shown(QRect) – where the current row is.
    """

    opened = Signal(str)
    deleted = Signal(str)
    row_shown = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asking: str | None = None
        self._make()
        self._connect()

    def show_sessions(self, sessions: tuple[PastSession, ...]) -> None:
        """Lists these sessions; the current place in the list is kept."""
        self._ask_nothing()
        row = self.currentIndex().row()
        self._model.show_sessions(sessions)
        if sessions and row >= 0:
            self.setCurrentIndex(self._sorted.index(min(row, len(sessions) - 1), 0))
        self._fit()

    def put_in_order(self, number: int) -> None:
        """Sorts by one of ORDERS."""
        self._ask_nothing()
        _, column, way = ORDERS[number]
        self._sorted.sort(column, way)

    def session_at(self, row: int) -> PastSession:
        """The session that stands in a row now."""
        session: PastSession = self._sorted.index(row, 0).data(SESSION_ROLE)
        return session

    def ask_delete(self, row: int) -> None:
        """Asks in the row whether its session may be deleted."""
        self._ask_nothing()
        session = self.session_at(row)
        self._asking = session.id
        question = DeleteQuestion(session)
        question.answered.connect(self._take_answer)
        self.setSpan(row, 0, 1, self._sorted.columnCount())
        self.setIndexWidget(self._sorted.index(row, 0), question)
        self._fit()
        question.focus_keep(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(self.session_at(row).id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.ask_delete(row)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and row >= 0:
            last = self._sorted.rowCount() - 1
            self.setCurrentIndex(self._sorted.index(last if event.key() == Qt.Key.Key_End else 0, 0))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._sorted.rowCount():
            self.setCurrentIndex(self._sorted.index(0, 0))
        self._show_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._drawn.hovered = self.indexAt(event.position().toPoint()).row()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._drawn.hovered = -1
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.hasFocus():
            self._show_row()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.currentIndex().row()
        if not self.hasFocus() or row < 0:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 2))
        painter.drawRoundedRect(self._row_box(row).adjusted(3, 3, -4, -4), 8, 8)

    def _make(self) -> None:
        self._model = PastModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        self._drawn = PastLook(self._look, self)
        self.setModel(self._sorted)
        self.setItemDelegate(self._drawn)
        self.setAccessibleName(tr("Past sessions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.put_in_order(0)

    def _connect(self) -> None:
        self.clicked.connect(self._take_click)
        self._look.changed.connect(self._fit)

    @Slot(QModelIndex)
    def _take_click(self, index: QModelIndex) -> None:
        if index.column() == PastModel.DELETE:
            self.ask_delete(index.row())
        else:
            self.opened.emit(self.session_at(index.row()).id)

    @Slot(bool)
    def _take_answer(self, delete: bool) -> None:
        asked = self._asking
        self._ask_nothing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if delete and asked is not None:
            self.deleted.emit(asked)

    @Slot()
    def _fit(self) -> None:
        """Columns to the width there is, and the table as high as its rows."""
        narrow = self.width() < self._look.px(860)
        self._drawn.two_lines = narrow
        for column, wide in enumerate(self._widths(narrow)):
            self.setColumnHidden(column, wide == 0)
            if wide:
                self.setColumnWidth(column, wide)
        each = self._look.px(72 if narrow else 48)
        self.verticalHeader().setDefaultSectionSize(each)
        total = self._sorted.rowCount() * each
        if self._asking is not None:
            row = next(r for r in range(self._sorted.rowCount()) if self.session_at(r).id == self._asking)
            question = self.indexWidget(self._sorted.index(row, 0))
            high = max(each, question.heightForWidth(self.viewport().width()) + 16)
            self.setRowHeight(row, high)
            total += high - each
        self.setFixedHeight(total + 2)

    def _widths(self, narrow: bool) -> tuple[int, ...]:
        px, room = self._look.px, self.viewport().width()
        last = (px(44), px(90))
        if narrow:
            status = min(px(200), room // 3)
            return (room - status - sum(last), 0, 0, 0, status, *last)
        when, time, noted = px(232), px(176), px(100)
        status = px(190) if room > px(1080) else px(140)
        return (room - when - time - noted - status - sum(last), when, time, noted, status, *last)

    def _ask_nothing(self) -> None:
        if self._asking is None:
            return
        self._asking = None
        for row in range(self._sorted.rowCount()):
            if self.indexWidget(self._sorted.index(row, 0)) is not None:
                self.setIndexWidget(self._sorted.index(row, 0), None)  # type: ignore[arg-type]  # the stub forgets None
                self.setRowHeight(row, self.verticalHeader().defaultSectionSize())
        self.clearSpans()
        self._fit()

    def _show_row(self) -> None:
        if self.currentIndex().isValid():
            self.row_shown.emit(self._row_box(self.currentIndex().row()))

    def _row_box(self, row: int) -> QRect:
        top = self.rowViewportPosition(row)
        return QRect(0, top, self.viewport().width(), self.rowHeight(row))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self.height())
