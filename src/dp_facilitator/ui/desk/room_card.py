"""What the room sees, at the desk: a live picture, and the verbs of the big screen."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import keeper_words
from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.big_screen.preview import Preview
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.keys import key_words
from dp_facilitator.ui.widgets.pills import Flow
from dp_facilitator.ui.widgets.text import Words, plain_tip
from dp_facilitator.words import marked, tr

from .column_card import KeepsHeight

SHOWN_THERE = marked("Notes never appear there; a leader’s topic and criteria do, while they set up.")
BESIDE_FROM = 380
"""Pixels, at 100 %, from which on the picture and the words stand side by side."""


class Picture(QWidget):
    """Gives the preview the room that there is, at the top left, in its own shape."""

    def __init__(self, look: Look, preview: Preview) -> None:
        super().__init__()
        self._look = look
        self._preview = preview
        preview.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(158))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(90))

    def resizeEvent(self, event: QResizeEvent) -> None:
        high = min(self.height(), self._preview.heightForWidth(self.width()))
        wide = round(self.width() * high / max(1, self._preview.heightForWidth(self.width())))
        self._preview.setGeometry(0, 0, wide, high)


class RoomCard(KeepsHeight, QWidget):
    """The preview, Blank, Swap screens and Back to practice, and where the big screen is."""

    def __init__(self, look: Look, night: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make(night, actions)
        self._lay_out()

    def _make(self, night: Look, actions: Actions) -> None:
        self.preview = Preview(night)
        self._buttons = Flow(8)
        self._blank, self._nudge = QuietButton(), QuietButton()
        for lasting in (self._blank, self._nudge):
            lasting.setCheckable(True)
        buttons = (self._blank, QuietButton(), self._nudge, QuietButton())
        for button, name in zip(buttons, ("blank", "swap", "nudge", "later"), strict=True):
            button.follow(actions[name])
            self._buttons.add(button)
        self._where = Words("", "small")
        self._sleeps = Words("", "small", tone="warning")
        self._stays_awake = ""
        self._keeper = Words("", "strong")
        self._card = Words(_card(actions), "small")

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        for part in (self._buttons, self._where, self._sleeps, self._keeper, self._card):
            side.addWidget(part)
        self._sleeps.hide()
        side.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(Picture(self._look, self.preview), 5)
        self._row.addLayout(side, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= self._look.px(BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def show_session(self, session: Session) -> None:
        """Names whoever has just taken the timekeeper's seat, with what there is to know."""
        course = session.course
        self._keeper.show_text(keeper_words(course))
        self._keeper.setVisible(course.status != "finished")
        fresh = course.status == "ready" or course.step.phase == course.step.segment.phases[0]
        self._card.setVisible(fresh and course.status != "finished")

    def show_on(self, *, blank: bool, nudge: bool) -> None:
        """Whether the big screen is dark, and whether it reminds the room: that button stays pressed, and says so."""
        lasting = (
            (self._blank, blank, tr("Blank"), tr("Blank: on")),
            (self._nudge, nudge, tr("Back to practice"), tr("Back to practice: on")),
        )
        for button, on, usual, while_on in lasting:
            button.setChecked(on)
            button.show_words(while_on if on else usual)

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
        tip = " ".join(part for part in (tr(SHOWN_THERE), self._stays_awake) if part)
        self._where.setToolTip(plain_tip(tip))
        self._where.setAccessibleDescription(tip)


def _card(actions: Actions) -> str:
    """What there is to know in the timekeeper's seat, with the keys that do it."""
    verbs = (("pause", tr("{key} pauses.")), ("undo", tr("{key} takes back a slip.")))
    keys = [(key_words(actions[name].shortcut()), does) for name, does in verbs]
    return " ".join([tr("Press Next when the phase changes."), *(does.format(key=key) for key, does in keys if key)])
