"""Past sessions, one of which a new plan is to be like."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .column_card import ColumnCard
from .plan_line import PlanLine
from .plans_values import ListedPlan
from .scrolled import Scrolled


class PastChoice(ColumnCard):
    """A list of sessions, the newest first; Up and Down go through it, Esc goes back.

    Signals: chosen(str) – the id of a session; left() – none of them.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("New plan from a past session"), parent)
        self._look = look
        self._lines: list[PlanLine] = []
        self._nothing = Words(tr("There is no past session yet. When one has ended, it is listed here."), "muted")
        self.back = QuietButton(tr("Cancel"))
        self.back.setAutoDefault(True)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        said = tr("Its parts, times and the order of its people come along; nothing that was written in it does.")
        self.body.addWidget(Words(said, "muted"))
        self.body.addWidget(self._nothing)
        self.body.addWidget(Scrolled(inside), 1)
        self.body.addLayout(foot)
        self.back.clicked.connect(self._leave)

    def lines(self) -> tuple[PlanLine, ...]:
        """The lines, in order."""
        return tuple(self._lines)

    def show_sessions(self, sessions: tuple[ListedPlan, ...]) -> None:
        """Lists these sessions, each with its id for a name, and goes to the first."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [PlanLine(self._look, session) for session in sessions]
        for n, line in enumerate(self._lines):
            line.setEnabled(not sessions[n].problem)
            line.picked.connect(self.chosen)
            self._column.insertWidget(n, line)
            line.show()  # at once: what is not there yet cannot have the focus
        self._nothing.setVisible(not sessions)
        self.show()
        first = next((line for line in self._lines if line.isEnabled()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, line in enumerate(self._lines) if line.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif at is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = at + (1 if event.key() == Qt.Key.Key_Down else -1)
            self._lines[max(0, min(to, len(self._lines) - 1))].setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
