"""The bar over the desk: what runs, what time it is, how we stand, who keeps the time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import behind_words, keeper, next_keeper
from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton
from dp_facilitator.ui.widgets.pills import Pill
from dp_facilitator.ui.widgets.text import Words, plain_tip

SPEAK_FROM_S = 15
LONGEST = 16


class TopBar(QWidget):
    """Title, clock, ahead or behind with the expected end, timekeeper, and three small buttons."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "strip")
        self.setProperty("edge", "top")
        self._make(look, actions)
        self._lay_out()

    def _make(self, look: Look, actions: Actions) -> None:
        self.home = LinkButton("‹ Home")
        self._title = Words("", "strong", wrap=False, elide=True)
        self._clock = Pill()
        self._standing = Pill(elide=True)
        self._keeper = Pill(elide=True)
        self._sound = IconButton(look, "sound", "Sound")
        self._screen = IconButton(look, "swap", "Swap screens")
        self._help = IconButton(look, "help", "Keys")
        for button, name in ((self._sound, "sound"), (self._screen, "swap"), (self._help, "help")):
            button.follow(actions[name])

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(14)
        row.addWidget(self.home)
        row.addWidget(self._title, 3)
        for part in (self._clock, self._standing):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._keeper)
        for button in (self._sound, self._screen, self._help):
            row.addWidget(button)

    def show_session(self, session: Session) -> None:
        """The plan's title, and who keeps the time now and next."""
        course = session.course
        self._title.show_text(session.plan.title)
        label = session.plan.labels.timekeeper
        now = keeper(course, course.step) or f"the {session.plan.labels.coach.lower()}"
        then = next_keeper(course)
        after = f", then {_short(then)}" if then else ""
        self._keeper.show_text(f"{label}: {_short(now)}{after}", short=f"{label}: {_short(now)}")
        self._keeper.setToolTip(plain_tip(f"{label}: {now}{f', then {then}' if then else ''}"))

    def show_reading(self, told: Reading) -> None:
        """The time of day, and how the session stands against its plan."""
        self._clock.show_text(told.now.clock())
        words, ends = behind_words(told.behind_s), told.session_ends.clock()
        if told.status == "finished":
            self._standing.show_text(f"ended {told.session_ends.clock()}", "")
        elif told.behind_s >= SPEAK_FROM_S:
            self._standing.show_text(f"▲ {words} · ends about {ends}", "warning", f"▲ {words} · {ends}")
        else:
            words = words[:1].upper() + words[1:]
            self._standing.show_text(f"{words} · ends about {ends}", "good", f"{words} · {ends}")

    def show_sound(self, on: bool, why: str = "") -> None:
        """Whether cues are heard, and why not."""
        self._sound.setToolTip(plain_tip(why or f"Sound is {'on' if on else 'off'}"))
        self._sound.show_icon("sound" if on else "sound-off", "ink" if on else "muted")


def _short(name: str) -> str:
    """A long name cut short, so that the bar fits a small screen; the whole one is in the tip."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
