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
from dp_facilitator.words import tr

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
        self.home = LinkButton(tr("‹ Home"))
        self._title = Words("", "strong", wrap=False, elide=True)
        self._clock = Pill()
        self._standing = Pill(elide=True)
        self._keeper = Pill(elide=True)
        self._sound = IconButton(look, "sound", tr("Sound"))
        self._screen = IconButton(look, "swap", tr("Swap screens"))
        self._help = IconButton(look, "help", tr("Keys"))
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
        self._keeper.setVisible(course.status != "finished")
        self._title.show_text(session.plan.title)
        label = session.plan.labels.timekeeper
        coach, name = session.plan.labels.coach, keeper(course, course.step)
        now = name or tr("the {coach}").format(coach=coach.lower())
        then = next_keeper(course)
        words = tr("{label}: {now}, then {then}") if then else "{label}: {now}"
        shown = words.format(label=label, now=_short(now), then=_short(then or ""))
        self._keeper.show_text(shown, short=f"{label}: {_short(name or coach)}")
        self._keeper.setToolTip(plain_tip(words.format(label=label, now=now, then=then)))

    def show_reading(self, told: Reading) -> None:
        """The time of day, and how the session stands against its plan."""
        self._clock.show_text(told.now.clock())
        words, ends = behind_words(told.behind_s), told.session_ends.clock()
        if told.status == "finished":
            self._standing.show_text(tr("ended {ends}").format(ends=ends), "")
        elif told.behind_s >= SPEAK_FROM_S:
            long = tr("▲ {words} · ends about {ends}").format(words=words, ends=ends)
            self._standing.show_text(long, "warning", f"▲ {words} · {ends}")
        else:
            words = words[:1].upper() + words[1:]
            long = tr("{words} · ends about {ends}").format(words=words, ends=ends)
            self._standing.show_text(long, "good", f"{words} · {ends}")

    def show_sound(self, on: bool, why: str = "") -> None:
        """Whether cues are heard, and why not."""
        self._sound.setToolTip(plain_tip(why or (tr("Sound is on") if on else tr("Sound is off"))))
        self._sound.show_icon("sound" if on else "sound-off", "ink" if on else "muted")


def _short(name: str) -> str:
    """A long name cut short, so that the bar fits a small screen; the whole one is in the tip."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
