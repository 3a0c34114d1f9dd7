"""What the coach has at hand while nothing is written: prompts, a checklist, the safety card, the snags."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dp_facilitator.model.plan import Card as PlanCard
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import filled
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr


class Tick(QWidget):
    """One line of a checklist; its words wrap. Signal: `ticked(int, bool)` its number and whether it is done."""

    ticked = Signal(int, bool)

    def __init__(self, line: int, words: str) -> None:
        super().__init__()
        self._line = line
        self._box = QCheckBox()
        self._box.setAccessibleName(words)
        self._words = Words(words, "body")
        self._words.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._box.clicked.connect(self._say)

    def show_done(self, done: bool) -> None:
        """Ticked or not; a line that is done steps back."""
        self._box.setChecked(done)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._box.click()

    @Slot(bool)
    def _say(self, done: bool) -> None:
        self.ticked.emit(self._line, done)


class TicksPane(QScrollArea):
    """Prompts and checklist of the step, then the plan's safety card and coach's notes.

    Signal: `ticked(int, bool)` a line of the checklist, from 0, and whether it is done.
    """

    ticked = Signal(int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._step = ""
        self._ticks: list[Tick] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("Prompts and checklist"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_session(self, session: Session) -> None:
        """Shows what belongs to the current step; built anew only when the step changes."""
        step = session.course.step
        if step.key != self._step:
            self._step = step.key
            self._build(session)
        for line, tick in enumerate(self._ticks):
            tick.show_done((step.key, line) in session.record.ticked)

    def _build(self, session: Session) -> None:
        step = session.course.step
        page = QWidget()
        page.setProperty("role", "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(Words(step.title, "heading"))
        for line in step.phase.coach:
            column.addWidget(Words(filled(session.course, step, line), "body"))
        lines = () if step.phase.gate else step.phase.checklist
        self._ticks = [Tick(at, words) for at, words in enumerate(lines)]
        if self._ticks:
            column.addSpacing(4)
        for tick in self._ticks:
            tick.ticked.connect(self.ticked)
            column.addWidget(tick)
        if step.turn.leaders == () and session.plan.card:
            self._card(column, session.plan.card, "• ")
        for card in session.plan.coach_notes:
            self._card(column, card, "")
        column.addStretch()
        self.setWidget(page)

    def _card(self, column: QVBoxLayout, card: PlanCard, bullet: str) -> None:
        column.addSpacing(12)
        column.addWidget(Words(card.title, "label"))
        for line in card.lines:
            column.addWidget(Words(f"{bullet}{line}", "small"))
