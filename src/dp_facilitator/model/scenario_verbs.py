"""The verbs of a scenario, given to a session. People are known by their names, or by ids."""

import re

from dp_facilitator.words import tr

from . import facts as f
from .course import Course
from .durations import SECOND
from .fit import Way
from .moment import Moment
from .roster import split_names
from .scenario_words import Line, read_duration
from .session import Facts, Session
from .text import same_key


def give(session: Session, line: Line, now: Moment) -> Facts:
    """The facts that the verb of a line answers with; Next without its guards."""
    course, rest = session.course, line.rest
    match line.word:
        case "next!":
            return go_on(session, now)
        case "start" | "pause" | "resume" | "back" | "undo" | "redo" | "restart" | "finish":
            facts: Facts = getattr(session, line.word)(now)
            return facts
        case "extend":
            return session.extend(now, abs(line.ns) // SECOND * (-1 if line.ns < 0 else 1))
        case "backdate":
            return session.backdate(now, line.ns // SECOND)
        case "lend":
            return session.lend(now, line.ns // SECOND)
        case "give-back":
            return session.give_back(now, line.ns)
        case "fit":
            ways: dict[str, Way] = {"equal": "equal", "others": "others", "later": "later"}
            return session.fit(now, ways[rest])
        case "timings":
            return _timings(session, line, now)
        case "pass":
            return session.passes(now, _person(course, line, rest) if rest else None)
        case "bench":
            return session.bench(now, _person(course, line, rest))
        case "return":
            return session.returns(now, _person(course, line, rest))
        case "join":
            return session.join(now, rest)
        case "tick" | "untick":
            return _tick(session, line, now)
        case "timekeeper":
            return _keep_time(session, line, now)
        case "hide" | "show":
            return session.hide_digits(now, _person(course, line, rest), line.word == "hide")
        case "order":
            return session.reorder(now, tuple(_person(course, line, name) for name in split_names(rest)))
        case "swap":
            one, other = _two(course, line)
            return session.swap(now, one, _person(course, line, other))
        case "rename":
            return session.rename(now, *_two(course, line))
        case "move":
            one, place = _two(course, line)
            if not place.isdecimal():
                raise line.wrong(tr("“{place}” is not a place.").format(place=place), tr("Count from 1."))
            return session.move(now, one, int(place))
    return session.take(now, _route(session, line))


def _timings(session: Session, line: Line, now: Moment) -> Facts:
    """Timings of phases as a fit has left them: "rounds/practise 3:50, rounds/feedback 5:40"."""
    known = {(step.segment.id, step.phase.id) for step in session.course.steps}
    timings = []
    for part in line.rest.split(","):
        match = re.fullmatch(r"\s*([\w-]+)/([\w-]+)\s+(\S+)\s*", part)
        ns = read_duration(match[3]) if match else None
        if match is None or ns is None or match.group(1, 2) not in known:
            wrong = tr("“{words}” is not the timing of a phase.").format(words=part.strip())
            raise line.wrong(wrong, tr("Write rounds/practise 3:50."))
        timings.append((match[1], match[2], ns // SECOND))
    return (f.Fitted(now, tuple(timings)),)


def _keep_time(session: Session, line: Line, now: Moment) -> Facts:
    """Someone keeps the time of this round, or of the round of someone else who is named after them."""
    words = line.rest.split()
    if len(words) < 2 or any(p.name == line.rest for p in session.course.people):
        return session.keep_time(now, _person(session.course, line, line.rest))
    keeper, other = _two(session.course, line)
    leader = _person(session.course, line, other)
    turns = [step.turn.key for step in session.course.steps if leader in step.turn.leaders]
    return session.keep_time(now, keeper, turns[-1]) if turns else ()


def go_on(session: Session, now: Moment) -> Facts:
    """The next step; on the last one the end."""
    last = session.going and session.course.upcoming is None
    return session.finish(now) if last else session.next(now)


def tick_off(session: Session, now: Moment) -> Facts:
    """Opens every gate of the run sheet."""
    closed = {(step.gate_key, line) for step in session.course.steps for line in session.open_lines(step)}
    return tuple(fact for key, line in sorted(closed) for fact in session.tick(now, line, step=key))


def _tick(session: Session, line: Line, now: Moment) -> Facts:
    """Ticks a gate off, or makes it closed again: the one with this key, or the next that is not so yet."""
    course, done = session.course, line.word == "tick"
    for step in course.steps[course.cursor + (session.status != "ready") :]:
        lines = range(len(step.phase.checklist)) if step.phase.gate else ()
        if line.rest in ("", step.gate_key):
            facts = tuple(fact for at in lines for fact in session.tick(now, at, done, step.gate_key))
            if facts:
                return facts
    return ()


def _route(session: Session, line: Line) -> str:
    asked = line.rest.casefold()
    keys = [key for key, route in session.plan.routes.items() if asked in (key, route.title.casefold())]
    if not keys:
        raise line.wrong(tr("“{rest}” is no route of this plan.").format(rest=line.rest))
    return keys[0]


def _person(course: Course, line: Line, name: str) -> str:
    """The id of who is called so. Raises Refused, with the number of the line, when nobody is."""
    found = _known(course, name)
    if found is None:
        raise line.wrong(
            tr("nobody is called “{name}”.").format(name=name),
            tr("There are {people}.").format(people=", ".join(p.name for p in course.people)),
        )
    return found


def _two(course: Course, line: Line) -> tuple[str, str]:
    """Someone's id, and the words that follow their name: "Ana Maria Ben" or "Ana Maria, Ben"."""
    words = re.split(r"(?:\s*,\s*|\s+)", line.rest)
    for count in range(len(words) - 1, 0, -1):
        found = _known(course, " ".join(words[:count]))
        if found is not None:
            return found, " ".join(words[count:])
    raise line.wrong(tr("“{rest}” does not begin with a name and go on.").format(rest=line.rest))


def _known(course: Course, name: str) -> str | None:
    ids = [p.id for p in course.people if same_key(p.name) == same_key(name)]
    return ids[0] if ids else next((p.id for p in course.people if p.id == name), None)
