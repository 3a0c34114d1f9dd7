"""The bridge between a session and its windows: verbs in, sessions and readings out."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from dp_facilitator.model.automatic import due, stopped
from dp_facilitator.model.cues import Watch
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.facts import Fact, Slept
from dp_facilitator.model.guard import BOUNCE, Guard, armed_words, changes_step
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import Reading, reading
from dp_facilitator.model.replay import apply
from dp_facilitator.model.session import Facts, Session

from .clock import SessionTime

LATE_NS = 5_000_000
"""A tick comes so long after the flip of a second, never before it."""
SLEPT_FROM = 1_500_000_000
"""Sleep shorter than this is not worth a question."""

Args = ParamSpec("Args")


class Keeps(Protocol):
    """Where facts go to be kept: answers how many were handed over so far."""

    def keep(self, facts: tuple[Fact, ...]) -> int: ...


class Bridge(QObject):
    """One running session. It reads the clock once a tick and decides nothing itself.

    Signals: `changed(Session)` after every fact; `ticked(Reading)` once a second and after every fact;
    `cued(Cue)` for each crossed cue, in order; `saved(int)` how many facts are on the disk;
    `failed(str)` what could not be kept, and what to do; `armed(str)` the words while Next waits for a second
    press, empty when it does not; `refused(str)` why a verb was not taken, or why the plan does not go on by
    itself; `slept(int)` ns of a sleep.
    """

    changed = Signal(object)
    ticked = Signal(object)
    cued = Signal(object)
    saved = Signal(int)
    failed = Signal(str)
    armed = Signal(str)
    refused = Signal(str)
    slept = Signal(object)

    def __init__(
        self,
        session: Session,
        time: SessionTime,
        record: Keeps,
        seen: Moment | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`seen` is the last moment at which the session is known to have been looked at, after a crash."""
        super().__init__(parent)
        self._session = session
        self._time = time
        self._record = record
        self._watch = Watch().resumed(session.course, seen or time.now())
        self._guard = Guard()
        self._armed = ""
        self._stopped = ""
        self._pressed: dict[str, int] = {}
        self._drift = time.clock.always() - time.clock.awake()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self._session

    def now(self) -> Moment:
        """The session's time now."""
        return self._time.now()

    def reading(self) -> Reading:
        """What the clock says now."""
        return reading(self._session.course, self.now())

    def begin(self) -> None:
        """Shows the session as it stands; `tick` then goes on with it."""
        self.changed.emit(self._session)

    def stop(self) -> None:
        """Ends the ticking; the session stays as it is."""
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Looks at the clock again: a tick is only a reason to look."""
        now = self.now()
        self._by_itself(now)
        self._notice_sleep(now)
        self._look(now)
        if self._armed and not self._guard.is_armed(now):
            self._show_armed("")
        self._say_stopped(now)
        told = reading(self._session.course, now)
        self.ticked.emit(told)
        self._timer.start(self._until_flip(told))

    def ask(
        self, verb: Callable[Concatenate[Session, Moment, Args], Facts], *args: Args.args, **more: Args.kwargs
    ) -> int:
        """Gives a verb of the session. Answers how many facts have been handed over since the start: when
        `saved` has reached it, this one is on the disk. 0 when the verb does not fit or was refused."""
        now = self.now()
        self._by_itself(now)
        try:
            facts = verb(self._session, now, *args, **more)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return 0
        return self._take(facts, now) if facts else 0

    @Slot()
    def press_next(self) -> None:
        """Next, as a hand or a clicker gives it: guarded against slips. On the last step it finishes."""
        now = self.now()
        self._by_itself(now)
        self._guard, answer = self._guard.press_next(self._session.course, now)
        if answer == "armed":
            self._show_armed(armed_words(self._session.course, now))
        elif answer == "go":
            last = self._session.going and self._session.course.upcoming is None
            self.ask(Session.finish if last else Session.next)

    @Slot()
    def press_pause(self) -> None:
        """Starts, pauses or goes on, whichever fits."""
        if self._bounced("pause"):
            return
        verbs = {"ready": Session.start, "running": Session.pause, "paused": Session.resume}
        if verb := verbs.get(self._session.status):
            self.ask(verb)

    @Slot()
    def press_back(self) -> None:
        """Goes to the step before."""
        if not self._bounced("back"):
            self.ask(Session.back)

    @Slot()
    def press_undo(self) -> None:
        self.ask(Session.undo)

    @Slot()
    def press_redo(self) -> None:
        self.ask(Session.redo)

    def _bounced(self, key: str) -> bool:
        """Whether this is the same press as the one before, as a loose key gives it."""
        now = self.now().ns
        last, self._pressed[key] = self._pressed.get(key, -BOUNCE), now
        return now - last < BOUNCE

    def _take(self, facts: Facts, now: Moment) -> int:
        before = self._session.course
        for fact in facts:
            self._look(now)
            self._session = apply(self._session, fact)
            self._look(now)
        handed = self._record.keep(facts)
        if changes_step(before, self._session.course):
            self._guard = self._guard.stepped(now)
            self._show_armed("")
        self.changed.emit(self._session)
        told = reading(self._session.course, now)
        self.ticked.emit(told)
        self._timer.start(self._until_flip(told))
        return handed

    def _by_itself(self, now: Moment) -> None:
        """What the plan does by itself, each at its own exact moment, however late this look is."""
        while fact := due(self._session, now, self._watch.seen(self._session.course)):
            self._look(fact.at)
            self._take((fact,), fact.at)

    def _look(self, now: Moment) -> None:
        self._watch, cues = self._watch.look(self._session.course, now)
        for cue in cues:
            self.cued.emit(cue)

    def _show_armed(self, words: str) -> None:
        if words != self._armed:
            self._armed = words
            self.armed.emit(words)

    def _say_stopped(self, now: Moment) -> None:
        words = stopped(self._session, now)
        if words != self._stopped:
            self._stopped = words
            if words:
                self.refused.emit(words)

    def _notice_sleep(self, now: Moment) -> None:
        drift = self._time.clock.always() - self._time.clock.awake()
        slept, self._drift = drift - self._drift, drift
        if slept > SLEPT_FROM and self._session.status == "running":
            self._take((Slept(now, slept),), now)
            self.slept.emit(slept)

    def _until_flip(self, told: Reading) -> int:
        """Milliseconds to just after the countdown's next change of second."""
        to_flip = told.left % SECOND or SECOND
        return (to_flip + LATE_NS) // 1_000_000
