"""Folding one timing fact into the course. Pure: the same facts always give the same course."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from . import facts as f
from .casting import with_cast
from .course import Course, Use
from .moment import Moment
from .rebuild import rebuilt


def fold(course: Course, fact: f.TimingFact) -> Course:
    """The course after this fact. The verbs of `Session` make only facts that fit the course."""
    return _FOLDS[type(fact)](course, fact)


def _started(course: Course, fact: f.Started) -> Course:
    began = fact.at.at(fact.at.ns - fact.ns)
    return _enter(replace(course, started=began), 0, began)


def _enter(course: Course, cursor: int, at: Moment) -> Course:
    course = replace(course, cursor=cursor, status="running", since=at.ns)
    use = course.use(course.step)
    return course.with_use(course.step, replace(use, visits=use.visits + 1, first=use.first or at, left=None))


def _leave(course: Course, at: Moment) -> Course:
    course = course.settled(at)
    return course.with_use(course.step, replace(course.use(course.step), left=at))


def _paused(course: Course, fact: f.Paused) -> Course:
    return replace(course.settled(fact.at), status="paused")


def _resumed(course: Course, fact: f.Resumed) -> Course:
    return replace(course.settled(fact.at), status="running")


def _moved(course: Course, fact: f.Moved) -> Course:
    cursor = next(i for i, step in enumerate(course.steps) if step.key == fact.to)
    return _enter(_leave(course, fact.at), cursor, fact.at)


def _restarted(course: Course, fact: f.Restarted) -> Course:
    course = course.settled(fact.at)
    use = course.use(course.step)
    again = replace(use, used=0, added=0, attempts=(*use.attempts, use.used))
    return course.with_use(course.step, again, status="running")


def _extended(course: Course, fact: f.Extended) -> Course:
    use = course.use(course.step)
    return course.with_use(course.step, replace(use, added=use.added + fact.ns))


def _backdated(course: Course, fact: f.Backdated) -> Course:
    use = course.use(course.step)
    first = _earlier(use.first, fact.ns) if use.visits == 1 else use.first
    course = course.with_use(course.step, replace(use, used=use.used + fact.ns, first=first))
    left = sorted((was.left.ns, at) for at, step in enumerate(course.steps) if (was := course.use(step)).left)
    if not left:
        return replace(course, started=_earlier(course.started, fact.ns))
    # The time had been booked to the step that was left last; where that did not run so long, to those before it.
    ns = fact.ns
    for _, at in reversed(left):
        was = course.use(course.steps[at])
        taken = min(ns, max(0, was.used))
        course = course.with_use(course.steps[at], replace(was, used=was.used - taken, left=_earlier(was.left, ns)))
        ns -= taken
        if ns == 0:
            break
    return course


def _earlier(moment: Moment | None, ns: int) -> Moment | None:
    return moment and moment.at(moment.ns - ns)


def _given_back(course: Course, fact: f.GivenBack) -> Course:
    use = course.use(course.step)
    return course.with_use(course.step, replace(use, used=use.used - fact.ns))


def _passed(course: Course, fact: f.Passed) -> Course:
    return _without_turn(_at_end(course, fact.person), fact.person, fact.at)


def _at_end(course: Course, person: str) -> Course:
    return replace(course, order=(*(other for other in course.order if other != person), person))


def _benched(course: Course, fact: f.Benched) -> Course:
    return _without_turn(replace(course, absent=course.absent | {fact.person}), fact.person, fact.at)


def _without_turn(course: Course, person: str, at: Moment) -> Course:
    """The sheet ahead rebuilt; in the person's own round the step ends and the next leader begins."""
    begun = {step.turn for step in course.steps[course.cursor :] if course.begun(step)}
    broken_off = {turn.key for turn in begun if turn.leaders == (person,)}
    course = rebuilt(replace(course, passed=course.passed | broken_off))
    if course.step.turn.key not in broken_off or course.upcoming is None:
        return course
    return _enter(_leave(course, at), course.cursor + 1, at)


def _returned(course: Course, fact: f.Returned) -> Course:
    at = course.order.index(fact.person)
    led = {
        leader
        for step in course.steps
        if course.begun(step) and step.turn.key not in course.passed
        for leader in step.turn.leaders
    }
    if fact.person not in led and led & set(course.order[at + 1 :]):
        course = _at_end(course, fact.person)
    return rebuilt(replace(course, absent=course.absent - {fact.person}))


def _joined(course: Course, fact: f.Joined) -> Course:
    person = fact.person
    return rebuilt(replace(course, people=(*course.people, person), order=(*course.order, person.id)))


def _reordered(course: Course, fact: f.Reordered) -> Course:
    return rebuilt(replace(course, order=fact.order))


def _swapped(course: Course, fact: f.Swapped) -> Course:
    other = {fact.one: fact.other, fact.other: fact.one}
    order = tuple(other.get(person, person) for person in course.order)
    turn = course.step.turn
    led = {leader for step in course.steps if course.begun(step) and step.turn != turn for leader in step.turn.leaders}
    here = set(other) & set(turn.leaders)
    if course.status == "ready" or len(here) != 1 or set(other) & led:
        return rebuilt(replace(course, order=order))
    # The wrong name stood over the round under way: its time goes over to the right person.
    groups = tuple(tuple(other.get(person, person) for person in group) for group in turn.groups)
    right = replace(turn, leaders=tuple(other.get(person, person) for person in turn.leaders), groups=groups)
    uses: dict[str, Use] = {}
    steps = []
    for step in course.steps:
        if step.turn == right:
            continue  # not begun: the other person leads later, and that round is compiled again
        named = replace(step, turn=right) if step.turn == turn else step
        steps.append(named)
        if step.key in course.uses:
            uses[named.key] = course.uses[step.key]
    return rebuilt(replace(course, order=order, steps=tuple(steps), uses=uses))


def _person(course: Course, person_id: str, **changes: Any) -> Course:
    people = tuple(replace(p, **changes) if p.id == person_id else p for p in course.people)
    return replace(course, people=people)


def _renamed(course: Course, fact: f.Renamed) -> Course:
    return _person(course, fact.person, name=fact.name)


def _digits_hidden(course: Course, fact: f.DigitsHidden) -> Course:
    return _person(course, fact.person, hide_digits=fact.hidden)


def _timekeeper_set(course: Course, fact: f.TimekeeperSet) -> Course:
    return with_cast(replace(course, keepers={**course.keepers, fact.turn: fact.person}))


def _route_taken(course: Course, fact: f.RouteTaken) -> Course:
    here = next(i for i, segment in enumerate(course.segments) if segment.id == course.step.segment.id)
    ahead = course.plan.routes[fact.route].segments
    return rebuilt(replace(course, segments=(*course.segments[: here + 1], *ahead), route=fact.route))


def _fitted(course: Course, fact: f.Fitted) -> Course:
    timings = {**course.timings, **{(segment, phase): seconds for segment, phase, seconds in fact.timings}}
    end = course.planned_end if fact.planned_end is None else fact.planned_end
    return rebuilt(replace(course, timings=timings, planned_end=end))


def _finished(course: Course, fact: f.Finished) -> Course:
    return replace(_leave(course, fact.at), status="finished", finished=fact.at)


_FOLDS: Final[dict[type[f.TimingFact], Callable[[Course, Any], Course]]] = {
    f.Started: _started,
    f.Paused: _paused,
    f.Resumed: _resumed,
    f.Moved: _moved,
    f.Restarted: _restarted,
    f.Extended: _extended,
    f.Backdated: _backdated,
    f.GivenBack: _given_back,
    f.Passed: _passed,
    f.Benched: _benched,
    f.Returned: _returned,
    f.Joined: _joined,
    f.Reordered: _reordered,
    f.Swapped: _swapped,
    f.Renamed: _renamed,
    f.DigitsHidden: _digits_hidden,
    f.TimekeeperSet: _timekeeper_set,
    f.RouteTaken: _route_taken,
    f.Fitted: _fitted,
    f.Finished: _finished,
}
