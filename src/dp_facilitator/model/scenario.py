"""Playing a scenario: a timing story in plain text, on a clock that is set by hand."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from dp_facilitator.words import tr

from . import facts as f
from .automatic import due, stopped
from .cues import Watch
from .durations import SECOND
from .entries import entry, fact
from .guard import Guard, armed_words, changes_step
from .mistakes import Refused
from .moment import Moment
from .plan_text import read_plan
from .reading import reading
from .replay import apply, replay
from .roster import roster, split_names
from .runsheet import Step
from .scenario_seen import State, seen, shown
from .scenario_verbs import give, go_on, tick_off
from .scenario_words import DAY, HEADERS, Line, Misread, read_lines
from .scenario_writing import scenario_from
from .session import Facts, Session
from .timetable import open_session, why_not

__all__ = ["Failure", "Played", "play", "scenario_from"]

FIRST_DAY = 20_000 * DAY
"""Some day: scenarios know only the time of day."""
TEN_O_CLOCK = 10 * 3600 * SECOND
LOOKS_EVERY = 60 * SECOND
"""So often someone looks at the clock while time passes: never two minutes of overtime in one look."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that was not met."""

    line: int
    expected: str
    seen: str


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a scenario: the failures, and the reading after each line as plain values."""

    failures: tuple[Failure, ...]
    readings: tuple[dict[str, object], ...]
    facts: tuple[f.Fact, ...]

    @property
    def ok(self) -> bool:
        """Whether every expectation was met."""
        return not self.failures


def play(text: str, find_plan: Callable[[str], bytes]) -> Played:
    """Plays a scenario. `find_plan` gives the text of a plan by its shipped name or file.

    Raises Refused, with the number of the line, for what cannot be understood.
    """
    player = _Player(find_plan)
    failures: list[Failure] = []
    readings: list[dict[str, object]] = []
    lines = read_lines(text)
    for line in lines:
        if line.word.startswith("expect "):
            right, found = seen(line, player.state(line))
            if not right:
                failures.append(Failure(line.number, line.text.removeprefix("expect").strip(), found))
            told: dict[str, object] = {"ok": right, "seen": found}
        else:
            player.play(line)
            told = {}
        place: dict[str, object] = {"line": line.number, "text": line.text}
        readings.append(place | player.shown() | told)
        if line.word == "expect rings":
            player.rings = 0
    player.check_story(lines[-1] if lines else Line(1, "", "", ""))
    return Played(tuple(failures), tuple(readings), tuple(player.facts))


class _Player:
    """The session of a scenario, its clock, and what its desk would remember."""

    def __init__(self, find_plan: Callable[[str], bytes]) -> None:
        self.find_plan = find_plan
        self.headers: dict[str, Line] = {}
        self.first: Moment | None = None
        self.now = Moment(0, 0)
        self.facts: list[f.Fact] = []
        self.session: Session | None = None
        self.guard = Guard()
        self.watch = Watch()
        self.rings = 0
        self.refused: str | None = None
        self.opened_for: tuple[Step, ...] = ()

    def play(self, line: Line) -> None:
        """What one line says happens."""
        if line.word in HEADERS:
            if self.session:
                raise line.wrong(
                    tr("“{word}” comes too late.").format(word=line.word), tr("Put it before the first verb.")
                )
            self.headers[line.word] = line
            return
        match line.word:
            case "at":
                self._at(line)
            case "+":
                self._pass(line.ns, LOOKS_EVERY)
            case "clock":
                self._begin()
                self.now = Moment(self.now.ns, self.now.wall + line.ns)
            case "sleep":
                self._pass(line.ns, max(1, line.ns))
                if self.session:
                    self._take((f.Slept(self.now, line.ns),))
            case "kill":
                self._kill(line)
            case _:
                self._ask(line)

    def check_story(self, last: Line) -> None:
        """Refuses a scenario in which there is no session, at its last line; a bad plan at its own."""
        if "plan" not in self.headers:
            raise last.wrong(tr("there is no plan up to here."), tr("Begin with a line “plan …”."))
        if self.session is None:
            self._plan()
            raise last.wrong(tr("nothing happens up to here."), tr("Add a verb such as “start”, or an expectation."))

    def state(self, line: Line) -> State:
        """What can be expected of now; opens the session where nothing has done so yet."""
        session = self._opened(line)
        return State(session, reading(session.course, self.now), self.rings, self.refused)

    def shown(self) -> dict[str, object]:
        """The reading now, as plain values; nothing before the session is open."""
        if self.session is None:
            return {}
        return shown(State(self.session, reading(self.session.course, self.now), self.rings, self.refused))

    # Time

    def _begin(self) -> None:
        if self.first is None:
            start = self.headers.get("planned-start")
            self.first = self.now = Moment(0, FIRST_DAY + (start.ns if start else TEN_O_CLOCK))

    def _at(self, line: Line) -> None:
        if self.first is None:
            self.first = self.now = Moment(0, FIRST_DAY + line.ns)
            return
        ahead = (line.ns - self.now.wall) % DAY
        if ahead > DAY // 2:
            raise line.wrong(tr("goes back in time."), tr("Later lines move forward."))
        self._pass(ahead, LOOKS_EVERY)

    def _pass(self, ns: int, every: int) -> None:
        """Time passes; what the plan does by itself happens at its own moments."""
        self._begin()
        target = self.now.at(self.now.ns + ns)
        while self.now.ns < target.ns:
            self.now = target.at(min(target.ns, self.now.ns + every))
            self._by_itself()
            self._look(self.now)
        if self.session and (words := stopped(self.session, self.now)):
            self.refused = words

    def _by_itself(self) -> None:
        self._open_gates()
        while self.session and (fact := due(self.session, self.now, self.watch.seen(self.session.course))):
            self._look(fact.at)
            self._apply(fact, fact.at)
            self._open_gates()

    def _look(self, at: Moment) -> None:
        if self.session:
            self.watch, cues = self.watch.look(self.session.course, at)
            self.rings += sum(cue.rings for cue in cues)

    # Session

    def _opened(self, line: Line) -> Session:
        if self.session:
            return self.session
        self._begin()
        assert self.first is not None
        for needed in ("plan", "people"):
            if needed not in self.headers:
                raise line.wrong(
                    tr("comes before “{needed}”.").format(needed=needed),
                    tr("Begin with a line “{needed} …”.").format(needed=needed),
                )
        plan = self._plan()
        header = self.headers["people"]
        try:
            people = roster(split_names(header.rest))
            start, end = self._planned(self.first.wall)
            self.session, opening = open_session("scenario", self.first, plan, people, starts=start, ends=end, fit=None)
        except Refused as refusal:
            raise header.wrong(why_not(refusal)) from None
        self.facts += opening
        self._open_gates()
        return self.session

    def _plan(self) -> bytes:
        """The text of the plan. Raises Misread, with the line that names it, for one that is not there or not good."""
        header = self.headers["plan"]
        try:
            plan = self.find_plan(header.rest)
            read_plan(plan)
        except Refused as refusal:
            raise header.wrong(why_not(refusal)) from None
        return plan

    def _open_gates(self) -> None:
        """Scenarios are about time, not about what is read out: gates stand open unless the scenario closes them."""
        if self.session and "gates" not in self.headers and self.session.course.steps is not self.opened_for:
            self.opened_for = self.session.course.steps
            for new in tick_off(self.session, self.now):
                self._apply(new, self.now)

    def _planned(self, wall: int) -> tuple[int | None, int | None]:
        """Planned start and end as wall times: the start nearest to now, the end next after the start. Without a
        start the end may have been missed already by up to six hours."""
        start, end = self.headers.get("planned-start"), self.headers.get("planned-end")
        begins = None if start is None else wall + (start.ns - wall + DAY // 2) % DAY - DAY // 2
        after = wall - DAY // 4 if begins is None else begins
        return begins, None if end is None else after + (end.ns - after) % DAY

    def _apply(self, new: f.Fact, at: Moment) -> None:
        assert self.session is not None
        before = self.session.course
        self.session = apply(self.session, new)
        self.facts.append(new)
        self._look(at)
        if changes_step(before, self.session.course):
            self.guard = self.guard.stepped(at)

    def _take(self, facts: Facts) -> None:
        for new in facts:
            self._apply(new, self.now)
        self._by_itself()

    def _kill(self, line: Line) -> None:
        """The process dies; what was on the disk is all that is known."""
        self._opened(line)
        kept = json.dumps([entry(known) for known in self.facts])
        self.facts = [fact(*read) for read in json.loads(kept)]
        self.session = replay(self.facts)
        self.guard = Guard()
        self.watch = Watch().resumed(self.session.course, self.now)
        self._take((f.Reopened(self.now, 0),))

    def _ask(self, line: Line) -> None:
        """Gives a verb. One that does not fit or is not taken leaves no facts."""
        session = self._opened(line)
        self.refused = None
        try:
            facts = self._press(session) if line.word == "next" else give(session, line, self.now)
        except Misread:
            raise
        except Refused as refusal:
            self.refused, facts = why_not(refusal), ()
        if not facts and self.refused is None:
            self.refused = tr("It does not fit here.")
        self._take(facts)

    def _press(self, session: Session) -> Facts:
        self.guard, answer = self.guard.press_next(session.course, self.now)
        if answer == "go":
            return go_on(session, self.now)
        self.refused = armed_words(session.course, self.now) if answer == "armed" else tr("It was ignored.")
        return ()
