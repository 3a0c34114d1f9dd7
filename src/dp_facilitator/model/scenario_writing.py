"""Writing a scenario from a record: what the clock did, without a name or a note in it."""

from collections.abc import Iterator, Sequence

from . import facts as f
from .durations import SECOND, minutes_and_seconds
from .fit import WAYS, propose
from .moment import Moment
from .reading import reading
from .replay import apply, opened
from .session import Session


def scenario_from(facts: Sequence[f.Fact], plan: str = "deliberate-practice-90") -> str:
    """The scenario that a session's facts tell, with its people as P1, P2, … in their order.

    `plan` is how the plan is to be found when it is played. The last lines expect what the clock said at the
    last fact. Raises ValueError unless the first fact opens a session.
    """
    if not facts or not isinstance(facts[0], f.Opened):
        raise ValueError("the record does not begin with the opening of a session")
    return "".join(f"{line}\n" for line in _lines(facts[0], facts[1:], plan))


def _lines(opening: f.Opened, facts: Sequence[f.Fact], plan: str) -> Iterator[str]:
    names = {person.id: f"P{number}" for number, person in enumerate(opening.people, 1)}
    yield f"plan {plan}"
    yield f"people {', '.join(names.values())}"
    for word, wall in (("planned-start", opening.planned_start), ("planned-end", opening.planned_end)):
        if wall is not None:
            yield f"{word} {_clock(Moment(0, wall, opening.at.offset))}"
    session, now = opened(opening), opening.at
    if any(phase.gate for phase in session.plan.phases()):
        yield "gates closed"
    yield f"at {_clock(opening.at)}"
    for fact in facts:
        words = tuple(_words(session, fact, names))
        if words:
            asleep = fact.ns if isinstance(fact, f.Slept) else 0
            yield from _passing(now, fact.at, asleep)
            yield from words
            now = fact.at
        session = apply(session, fact)
    last = facts[-1].at if facts else now
    yield from _passing(now, last, 0)
    told = reading(session.course, last)
    yield f"expect status {told.status}"
    yield f"expect phase {told.step.phase.id}"
    over = ("over", told.over_s) if told.over else ("left", told.left_s)
    yield f"expect {over[0]} {minutes_and_seconds(over[1])}"


def _passing(before: Moment, now: Moment, asleep: int) -> Iterator[str]:
    """The time between two facts, and what the wall clock did in it."""
    awake = now.ns - before.ns - asleep
    if awake > 0:
        yield f"+{_duration(awake)}"
    jump = (now.wall + now.offset * SECOND) - (before.wall + before.offset * SECOND) - (now.ns - before.ns)
    if abs(jump) >= SECOND:
        yield f"clock {'+' if jump > 0 else '-'}{_duration(abs(jump))}"


def _words(session: Session, fact: f.Fact, names: dict[str, str]) -> Iterator[str]:
    """A fact as a verb; nothing for what the plan does by itself or the clock does not notice."""
    match fact:
        case f.Ticked(step=key):
            yield from _gate(session, fact, _renamed(key, names))
        case f.RecordFact():
            return
        case f.Moved(why="plan") | f.Finished(by_plan=True) | f.Paused(by_plan=True):
            return
        case f.Started(ns=ns) if ns:
            yield f"backdate {_duration(ns)}"
        case f.Started() | f.Finished() | f.Undone() | f.Redone() | f.Restarted() | f.Paused() | f.Resumed():
            yield _VERBS[type(fact)]
        case f.Moved(why=why):
            yield "back" if why == "back" else "next!"
        case f.Extended(ns=ns):
            yield f"extend {'+' if ns > 0 else '-'}{_duration(abs(ns))}"
        case f.Backdated(ns=ns):
            yield f"backdate {_duration(ns)}"
        case f.GivenBack(ns=ns):
            yield f"give-back {_duration(ns)}"
        case f.Slept(ns=ns):
            yield f"sleep {_duration(ns)}"
        case f.Reopened():
            yield "kill"
        case f.Passed(person=person) | f.Benched(person=person) | f.Returned(person=person):
            yield f"{_VERBS[type(fact)]} {names[person]}"
        case f.Joined(person=new):
            names[new.id] = f"P{len(names) + 1}"
            yield f"join {names[new.id]}"
        case f.Reordered(order=order):
            yield f"order {', '.join(names[person] for person in order)}"
        case f.Swapped(one=one, other=other):
            yield f"swap {names[one]} {names[other]}"
        case f.Renamed(person=person):
            # No names here, and yet another one than before.
            yield f"rename {names[person]} {names[person]}{'x' * (session.course.name(person).count('x') + 1)}"
        case f.DigitsHidden(person=person, hidden=hidden):
            yield f"{'hide' if hidden else 'show'} {names[person]}"
        case f.TimekeeperSet(person=person, turn=key):
            turn = next(step.turn for step in session.course.steps if step.turn.key == key)
            yield f"timekeeper {names[person]} {names[turn.leaders[0]]}"
        case f.RouteTaken(route=route):
            yield f"route {route}"
        case _:
            assert isinstance(fact, f.Fitted)
            yield _fit(session, fact)


def _gate(session: Session, fact: f.Ticked, key: str) -> Iterator[str]:
    """A gate that a tick has opened or closed."""
    step = next((step for step in session.course.steps if step.phase.gate and step.gate_key == fact.step), None)
    if step:
        was, closed = session.open_lines(step), apply(session, fact).open_lines(step)
        if bool(was) != bool(closed):
            yield f"{'untick' if closed else 'tick'} {key}"


def _renamed(key: str, names: dict[str, str]) -> str:
    """The key of a gate with the people as they are called in the scenario."""
    return "/".join("+".join(names.get(person, person) for person in part.split("+")) for part in key.split("/"))


def _fit(session: Session, fact: f.Fitted) -> str:
    """Which proposal it was, where that gives the same again; else the timings themselves, which always do."""
    if fact.planned_end is not None:
        return "fit later"
    for way in WAYS[:2]:
        proposal = propose(session.course, fact.at, way)
        if proposal and proposal.timings == fact.timings:
            return f"fit {way}"
    return "timings " + ", ".join(f"{seg}/{phase} {minutes_and_seconds(s)}" for seg, phase, s in fact.timings)


_VERBS: dict[type[f.Fact], str] = {
    f.Started: "start",
    f.Finished: "finish",
    f.Undone: "undo",
    f.Redone: "redo",
    f.Restarted: "restart",
    f.Paused: "pause",
    f.Resumed: "resume",
    f.Passed: "pass",
    f.Benched: "bench",
    f.Returned: "return",
}


def _duration(ns: int) -> str:
    seconds, part = divmod(ns, SECOND)
    return minutes_and_seconds(seconds) + (f".{part:09}".rstrip("0") if part else "")


def _clock(moment: Moment) -> str:
    part = moment.wall % SECOND
    return moment.clock(with_seconds=True) + (f".{part:09}".rstrip("0") if part else "")
