"""The verbs at the desk: one large next action, and the four that mend things."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import next_words
from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import ActionButton, MainButton

PAUSE_WORDS = {"ready": "Start", "running": "Pause", "paused": "Go on", "finished": "Pause"}


class VerbsCard(QWidget):
    """Next, Pause, −1 min, +1 min and Undo. While Next waits for a second press it says so."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._words = ""
        self._make(look)
        self._lay_out()

    def _make(self, look: Look) -> None:
        self._next = MainButton(look)
        self._next.follow(self._actions["next"])
        self._pause = ActionButton(look, "Pause")
        self._minus = ActionButton(look, "− 1 min")
        self._plus = ActionButton(look, "+ 1 min")
        self._undo = ActionButton(look, "Undo")
        for button, name in self._smaller():
            button.follow(self._actions[name])

    def _smaller(self) -> tuple[tuple[ActionButton, str], ...]:
        return (self._pause, "pause"), (self._minus, "minus"), (self._plus, "plus"), (self._undo, "undo")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for button, _ in self._smaller():
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._next)
        column.addLayout(row)

    def show_session(self, session: Session) -> None:
        """Says what each of them will do now."""
        self._words = next_words(session.course)
        self._next.show_words(self._words)
        self._pause.show_words(PAUSE_WORDS[session.status])
        ended = session.status == "finished"
        self._actions["next"].setEnabled(not ended)
        self._actions["pause"].setEnabled(not ended)
        for name in ("plus", "minus", "plus_ten", "minus_ten", "restart", "finish"):
            self._actions[name].setEnabled(session.going)
        self._actions["back"].setEnabled(session.going and session.course.cursor > 0)
        self._actions["undo"].setEnabled(session.past is not None)
        self._actions["redo"].setEnabled(session.undone is not None)

    def show_armed(self, words: str) -> None:
        """While Next waits for its second press; empty words end that."""
        self._next.show_words(words or self._words)
