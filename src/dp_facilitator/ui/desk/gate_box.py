"""A gate before the next phase: a list that is read out and ticked off first (P4)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.session import Session
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .ticks_pane import Tick


class GateBox(QFrame):
    """Stands under the capture pane while the next phase has a gate.

    Signal: `ticked(str, int, bool)` the key of the gate, the line from 0, and whether it is done.
    """

    ticked = Signal(str, int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self._gate = ""
        self._asked = ""
        self._ticks: list[Tick] = []
        self._title = Words("", "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self._column.addWidget(self._title)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Shows the list of the step that comes, before the start of the first, or of the one it was asked for."""
        course = session.course
        step = course.step if course.status == "ready" else course.upcoming
        asked = next((ahead for ahead in course.steps[course.cursor + 1 :] if ahead.key == self._asked), None)
        step = asked or step
        if step is None or not step.phase.gate or course.status == "finished":
            self.hide()
            return
        if step.gate_key != self._gate:
            self._gate = step.gate_key
            self._build(step.phase.checklist)
        left = session.open_lines(step)
        for line, tick in enumerate(self._ticks):
            tick.show_done(line not in left)
        done = tr("all ticked off") if not left else tr("{count} to go").format(count=len(left))
        self._title.show_text(tr("Before “{title}”: {done}").format(title=step.title, done=done))
        self._title.show_tone("" if left else "good")
        self.show()

    def ask_for(self, step: Step, session: Session) -> None:
        """Shows the list of a step further ahead that somebody wanted to begin, until it is no longer ahead."""
        self._asked = step.key
        self.show_session(session)

    def _build(self, lines: tuple[str, ...]) -> None:
        for tick in self._ticks:
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = [Tick(at, words) for at, words in enumerate(lines)]
        for tick in self._ticks:
            tick.ticked.connect(self._say)
            self._column.addWidget(tick)

    @Slot(int, bool)
    def _say(self, line: int, done: bool) -> None:
        self.ticked.emit(self._gate, line, done)
