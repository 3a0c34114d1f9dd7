"""What the room sees, at the desk: a live picture, and the verbs of the big screen."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import keeper_words
from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.big_screen.preview import Preview
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.keys import key_words
from dp_facilitator.ui.widgets.pills import Flow
from dp_facilitator.ui.widgets.text import Words, plain_tip


class RoomCard(QWidget):
    """The preview, Blank, Swap screens and Back to practice, and where the big screen is."""

    def __init__(self, look: Look, night: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make(look, night, actions)
        self._lay_out(look)

    def _make(self, look: Look, night: Look, actions: Actions) -> None:
        self.preview = Preview(night)
        self._buttons = Flow(8)
        for name in ("blank", "swap", "nudge", "later"):
            button = QuietButton()
            button.follow(actions[name])
            self._buttons.add(button)
        self._where = Words("", "small")
        self._sleeps = Words("", "small", tone="warning")
        self._stays_awake = ""
        self._keeper = Words("", "strong")
        self._card = Words(_card(actions), "small")

    def _lay_out(self, look: Look) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._buttons)
        side.addWidget(self._where)
        side.addWidget(self._sleeps)
        self._sleeps.hide()
        side.addWidget(self._keeper)
        side.addWidget(self._card)
        side.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self.preview.setMinimumWidth(look.px(200))
        picture = QVBoxLayout()
        picture.addWidget(self.preview)
        picture.addStretch()
        row.addLayout(picture, 5)
        row.addLayout(side, 6)

    def show_session(self, session: Session) -> None:
        """Names whoever has just taken the timekeeper's seat, with what there is to know."""
        course = session.course
        self._keeper.show_text(keeper_words(course))
        fresh = course.status == "ready" or course.step.phase == course.step.segment.phases[0]
        self._card.setVisible(fresh and course.status != "finished")

    @Slot(str)
    def show_where(self, words: str) -> None:
        """Where the big screen is, in plain words."""
        self._where.show_text(words)
        self._say_tip()

    def show_awake(self, words: str, awake: bool) -> None:
        """Whether the computer stays awake: only in the tip while it does, in a line of its own where it cannot."""
        self._stays_awake = words if awake else ""
        self._sleeps.show_text("" if awake else f"▲ {words}")
        self._sleeps.setVisible(not awake)
        self._say_tip()

    def _say_tip(self) -> None:
        tip = " ".join(part for part in ("Nothing that is typed here appears there.", self._stays_awake) if part)
        self._where.setToolTip(plain_tip(tip))
        self._where.setAccessibleDescription(tip)


def _card(actions: Actions) -> str:
    """What there is to know in the timekeeper's seat, with the keys that do it."""
    verbs = (("pause", "pauses"), ("undo", "takes back a slip"))
    keys = [(key_words(actions[name].shortcut()), does) for name, does in verbs]
    return " ".join(["Press Next when the phase changes.", *(f"{key} {does}." for key, does in keys if key)])
