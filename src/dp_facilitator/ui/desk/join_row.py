"""Someone joins: their name, and what it costs, before it is done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.roster import LONGEST_NAME
from dp_facilitator.model.session import Session
from dp_facilitator.model.text import same_key
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .people_shown import Joining, joining


class JoinRow(QWidget):
    """A line for a name; below it what would change, and the button that does it.

    The name stays until someone of that name is in the session.

    Signals: joined(str) – the name as it was typed.
    """

    joined = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._now: Moment | None = None
        self._found = Joining("")
        self._asked = ""
        self._make()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: Moment) -> None:
        """What the cost is worked out for."""
        self._session, self._now = session, now
        names = {same_key(person.name) for person in session.course.people}
        if self._asked and same_key(self._asked) in names:
            self._asked = ""
            self._name.clear()
        self.setVisible(session.status != "finished")
        self._show_cost()

    def _make(self) -> None:
        self._name = QLineEdit()
        self._name.setProperty("role", "dashed")
        self._name.setPlaceholderText(tr("Someone joins: name"))
        self._name.setAccessibleName(tr("Someone joins: their name"))
        self._name.setMaxLength(LONGEST_NAME)
        self._cost = Words("", "small")
        self._add = QuietButton(tr("Add them"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self._cost)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._name.textChanged.connect(self._show_cost)
        self._name.returnPressed.connect(self._join)
        self._add.clicked.connect(self._join)

    @Slot()
    def _show_cost(self) -> None:
        if self._session is None or self._now is None:
            return
        self._found = joining(self._session, self._name.text(), self._now)
        self._cost.show_text(self._found.words)
        self._cost.show_tone("over" if self._found.refused else "")
        self._cost.setVisible(bool(self._found.words))
        self._add.setVisible(bool(self._found.words) and not self._found.refused)
        self._name.setAccessibleDescription(self._found.words)

    @Slot()
    def _join(self) -> None:
        if self._found.words and not self._found.refused:
            self._asked = self._name.text()
            self.joined.emit(self._asked.strip())
