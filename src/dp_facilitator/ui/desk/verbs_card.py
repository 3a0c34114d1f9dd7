"""The verbs at the desk: one large next action, and the four that mend things."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds, seconds_up
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import headline, next_words
from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import ActionButton, MainButton
from dp_facilitator.words import marked, tr

PAUSE_WORDS = {
    "ready": marked("Start"),
    "running": marked("Pause"),
    "paused": marked("Go on"),
    "finished": marked("Pause"),
}

ACROSS = 420
"""Pixels, at 100 %, in which four verbs fit side by side."""


class VerbsCard(QWidget):
    """Next, Pause, −1 min, +1 min and Undo. While Next waits for a second press it says so."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self._words = ""
        self._ended = False
        self._make(look)
        self._lay_out()

    def _make(self, look: Look) -> None:
        self._next = MainButton(look)
        self._next.follow(self._actions["next"])
        self._go_on = MainButton(look)
        self._go_on.follow(self._actions["pause"])
        self._pause = ActionButton(look, tr("Pause"))
        self._minus = ActionButton(look, tr("− 1 min"))
        self._plus = ActionButton(look, tr("+ 1 min"))
        self._undo = ActionButton(look, tr("Undo"))
        for button, name in self._smaller():
            button.follow(self._actions[name])

    def _smaller(self) -> tuple[tuple[ActionButton, str], ...]:
        return (self._pause, "pause"), (self._minus, "minus"), (self._plus, "plus"), (self._undo, "undo")

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._across = 0
        self._arrange()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._next)
        column.addWidget(self._go_on)
        column.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All four in a row, or two and two where the words would not fit."""
        across = 4 if self.width() >= self._look.px(ACROSS) else 2
        if across == self._across:
            return
        self._across = across
        for at, (button, _) in enumerate(self._smaller()):
            self._grid.addWidget(button, at // across, at % across)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def show_session(self, session: Session) -> None:
        """Says what each of them will do now."""
        ended = session.status == "finished"
        self._words = tr("Look back at the session") if ended else next_words(session.course)
        self._next.show_words(self._words)
        self._show_ended(ended)
        self._pause.show_words(tr(PAUSE_WORDS[session.status]))
        self._show_paused(session)
        for name in ("pause", "nudge"):
            self._actions[name].setEnabled(not ended)
        for name in ("plus", "minus", "plus_ten", "minus_ten", "restart", "finish"):
            self._actions[name].setEnabled(session.going)
        self._actions["back"].setEnabled(session.going and session.course.cursor > 0)
        self._actions["undo"].setEnabled(session.past is not None)
        self._actions["redo"].setEnabled(session.undone is not None)

    def _show_ended(self, ended: bool) -> None:
        """After the end Page Down does nothing, since a clicker may be pressed once too often: Return looks back.

        Whoever is still writing keeps the focus.
        """
        self._next.hide_keys(ended)
        if ended and not self._ended and not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ended = ended

    def _show_paused(self, session: Session) -> None:
        """While it stands still the large button goes on; Next keeps its key."""
        paused = session.status == "paused"
        for button, shown in ((self._go_on, paused), (self._next, not paused)):
            button.setVisible(shown)
        if paused:
            course = session.course
            left = seconds_up(course.length(course.step) - course.use(course.step).used)
            time = (
                tr("{left} left").format(left=minutes_and_seconds(left))
                if left >= 0
                else tr("over by {left}").format(left=minutes_and_seconds(left))
            )
            self._go_on.show_words(
                tr("Go on: {headline}, {time}").format(headline=headline(course, course.step), time=time)
            )

    def show_armed(self, words: str) -> None:
        """While Next waits for its second press; empty words end that."""
        self._next.show_words(words or self._words)
