"""What was just done, where the desk would not show it otherwise: what undo took back, and whose an added minute is."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.model import facts as f
from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds, signed
from dp_facilitator.model.outlook import outlook
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.words import tr

from .run import RunPage

STANDS_NS: Final = 12 * SECOND
"""So long it is said; by then it has been read, and the clock has its room again."""
UNDONE: Final = "undone"
ADDED: Final = "added"


class Doings(QObject):
    """Follows a session and says in a banner what a verb has done, with a way to answer."""

    def __init__(self, bridge: Bridge, page: RunPage) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._page = page
        self._before: Session | None = None
        self._said = 0
        bridge.changed.connect(self._follow)
        bridge.ticked.connect(self._forget)
        page.banners.answered.connect(self._answered)

    @Slot(object)
    def _follow(self, session: Session) -> None:
        before, self._before = self._before, session
        if before is None or before.past is session.past:
            return
        self._drop()
        if before.past and session.past is before.past.earlier:
            words = tr("Undone: {what}.").format(what=verb_words(session.course, before.past.fact))
            self._ask(UNDONE, words, tr("Put it back"))
        elif session.past and session.past.earlier is before.past and isinstance(session.past.fact, f.Extended):
            self._say_added(before, session.past.fact)

    def _say_added(self, before: Session, fact: f.Extended) -> None:
        """Where a minute comes from: the finish moves, unless a part outside the rounds gives it.

        While the session would still end in time nothing has to give.
        """
        seconds = fact.ns // SECOND
        words = outlook(before, (fact,), self._bridge.now()).words
        late = self._bridge.reading().behind_s > 0
        lending = self._bridge.session.lender(seconds) if late else None
        if lending is None:
            self._ask(ADDED, words)
            return
        phase, becomes = lending
        was = minutes_and_seconds(becomes + seconds)
        offer = tr("{phase} gives it: {was} → {becomes}")
        self._ask(ADDED, words, offer.format(phase=phase.title, was=was, becomes=minutes_and_seconds(becomes)))

    def _ask(self, name: str, words: str, *choices: str) -> None:
        self._said = self._bridge.now().ns
        self._page.banners.ask(name, words, "note", choices)

    def _drop(self) -> None:
        for name in (UNDONE, ADDED):
            self._page.banners.drop(name)

    @Slot(object)
    def _forget(self, told: Reading) -> None:
        if told.now.ns - self._said >= STANDS_NS:
            self._drop()

    @Slot(str, str)
    def _answered(self, name: str, words: str) -> None:
        if name == UNDONE and words:
            self._bridge.press_redo()
        elif name == ADDED and words:
            past = self._bridge.session.past
            if past and isinstance(past.fact, f.Extended):
                self._bridge.ask(Session.lend, past.fact.ns // SECOND)


def verb_words(course: Course, fact: f.TimingFact) -> str:
    """What a verb was, as one would say what has been undone: "Next", "+1:00", "Ana goes last"."""
    match fact:
        case f.Started():
            return tr("the start")
        case f.Paused():
            return tr("the pause")
        case f.Resumed():
            return tr("going on")
        case f.Moved(why="back"):
            return tr("going back")
        case f.Moved():
            return tr("Next")
        case f.Restarted():
            return tr("beginning the step again")
        case f.Extended(ns=ns):
            return signed(ns // SECOND)
        case f.Backdated(ns=ns):
            return tr("begun {time} earlier").format(time=minutes_and_seconds(ns // SECOND))
        case f.GivenBack(ns=ns):
            return tr("{time} given back").format(time=minutes_and_seconds(ns // SECOND))
        case f.Passed(person=person):
            return tr("{name} goes last").format(name=course.name(person))
        case f.Benched(person=person):
            return tr("{name} has left").format(name=course.name(person))
        case f.Returned(person=person):
            return tr("{name} is back").format(name=course.name(person))
        case f.Joined(person=new):
            return tr("{name} joins").format(name=new.name)
        case f.Renamed(name=name):
            return tr("the name {name}").format(name=name)
        case f.Swapped(one=one, other=other):
            return tr("{one} and {other} change places").format(one=course.name(one), other=course.name(other))
        case f.Reordered():
            return tr("the new order")
        case f.DigitsHidden():
            return tr("whether the room sees digits")
        case f.TimekeeperSet():
            return tr("who keeps the time")
        case f.RouteTaken(route=route):
            return tr("the way on, “{title}”").format(title=course.plan.routes[route].title)
        case f.Fitted():
            return tr("the new timings")
    return tr("the end")
