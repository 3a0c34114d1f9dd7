"""The stretches of a session for its picture: what was planned, what ran, stood still and is to come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dp_facilitator.model import facts as f
from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import SHOWN_FROM_S, expected_end, planned_end
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.session import Past, Session

Kind = Literal["planned", "ran", "stood", "over", "coming"]


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of a step, in session time (ns): planned, run, stood still, over its time, or to come."""

    step: Step
    starts: int
    ends: int
    kind: Kind
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """Both rows and what frames them. `now` is None once the session has ended, `step` what is under way."""

    planned: tuple[Span, ...]
    actual: tuple[Span, ...]
    starts: Moment
    ends: Moment
    planned_ends: Moment
    now: Moment | None
    step: Step | None

    @property
    def joined(self) -> tuple[Span, ...]:
        """What belongs to people who came after the start: the planned row cannot have them."""
        known = {person for span in self.planned for person in span.step.turn.leaders}
        return tuple(span for span in self.actual if not known.issuperset(span.step.turn.leaders))


def picture(session: Session, now: Moment) -> Picture:
    """The whole session on one scale of time."""
    course = session.course
    planned = _planned(session, now)
    past = list(_overtime(course, _ran(session, now)))
    actual = (*past, *_coming(course, now))
    edges = [edge for span in (*planned, *actual) for edge in (span.starts, span.ends)]
    going = course.status in ("running", "paused")
    ends = max([*edges, planned_end(course, now), expected_end(course, now)])
    return Picture(
        planned=planned,
        actual=actual,
        starts=now.at(min(edges)),
        ends=now.at(ends),
        planned_ends=now.at(planned_end(course, now)),
        now=now if going else None,
        step=course.step if going else None,
    )


def _planned(session: Session, now: Moment) -> tuple[Span, ...]:
    """The run sheet as it stood when the session was started, from its planned start."""
    course = session.course
    before = next((link.course for link in _links(session) if isinstance(link.fact, f.Started)), course)
    begun = course.started or now
    at = begun.ns if course.planned_start is None else course.planned_start
    return tuple(_row(((step, step.seconds * SECOND) for step in before.steps), at, "planned"))


def _coming(course: Course, now: Moment) -> tuple[Span, ...]:
    if course.status == "finished":
        return ()
    ready = course.status == "ready"
    at = max(now.ns, course.planned_start or now.ns) if ready else now.ns
    here = (course.step, course.left(course.step, now))
    ahead = ((s, course.length(s) - course.use(s).used) for s in course.steps[course.cursor + 1 :])
    return tuple(_row((here, *ahead), at, "coming"))


def _row(parts: Iterable[tuple[Step, int]], at: int, kind: Kind) -> Iterator[Span]:
    for step, length in parts:
        if length > 0:
            yield Span(step, at, at + length, kind)
            at += length


def _links(session: Session) -> list[Past]:
    """The verbs that stand, oldest first, each with the course before it."""
    links = []
    link = session.past
    while link is not None:
        links.append(link)
        link = link.earlier
    return links[::-1]


def _ran(session: Session, now: Moment) -> list[Span]:
    """What ran and what stood still, between one verb and the next."""
    links = _links(session)
    last = session.course.finished or now
    spans: list[Span] = []
    for at, link in enumerate(links):
        after = links[at + 1].course if at + 1 < len(links) else session.course
        until = links[at + 1].fact.at.ns if at + 1 < len(links) else last.ns
        begins = link.fact.at.ns
        match link.fact:
            case f.Started(ns=ns) | f.Backdated(ns=ns):
                begins -= ns
                spans = _cut(spans, begins)
            case f.GivenBack(ns=ns):
                spans = _cut(spans, begins - ns)
                spans.append(Span(after.step, begins - ns, begins, "stood"))
            case f.Swapped():
                named = {old.key: new for old, new in zip(link.course.steps, after.steps, strict=False)}
                spans = [replace(span, step=named.get(span.step.key, span.step)) for span in spans]
        if after.status in ("running", "paused") and until > begins:
            kind: Kind = "ran" if after.status == "running" else "stood"
            attempt = len(after.use(after.step).attempts)
            spans.append(Span(after.step, begins, until, kind, attempt))
    return spans


def _cut(spans: list[Span], at: int) -> list[Span]:
    return [replace(span, ends=min(span.ends, at)) for span in spans if span.starts < at]


def _overtime(course: Course, spans: list[Span]) -> Iterator[Span]:
    """The same, neighbours of a kind joined, with what ran past a step's time set apart."""
    used: dict[tuple[str, int], int] = {}
    for span in _joined(spans):
        if span.kind == "stood":
            yield span
            continue
        key = (span.step.key, span.attempt)
        room = max(0, course.length(span.step) - used.get(key, 0))
        used[key] = used.get(key, 0) + span.ends - span.starts
        turn = min(span.ends, span.starts + room)
        if span.ends - turn < SHOWN_FROM_S * SECOND:
            turn = span.ends
        if turn > span.starts:
            yield replace(span, ends=turn)
        if span.ends > turn:
            yield replace(span, starts=turn, kind="over")


def _joined(spans: list[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held and _flow(held) == _flow(span) and held.ends == span.starts:
            held = replace(held, ends=span.ends)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _flow(span: Span) -> tuple[str, str, int]:
    return span.step.key, span.kind, span.attempt
