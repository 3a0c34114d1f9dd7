"""Compiling again what has not been run yet, after a change of people, order, route or timings."""

from collections.abc import Iterator
from dataclasses import replace

from .casting import with_cast
from .course import Course
from .plan import Segment
from .runsheet import Step, Turn, compile_steps, steps_of, turns_of


def compiled(course: Course) -> Course:
    """The course with its whole run sheet compiled: before the start, when nothing has been run."""
    steps = compile_steps(course.segments, course.present, course.timings)
    baseline = sum(step.phase.time for step in steps)
    return with_cast(replace(course, steps=steps, cursor=0, baseline_s=baseline))


def rebuilt(course: Course) -> Course:
    """The course with the steps ahead compiled again. What has begun stays, as does the rest of its turn."""
    if course.status == "ready":
        return compiled(course)
    kept = list(course.steps[: course.cursor + 1])
    begun = {step.turn for step in course.steps if course.begun(step)}
    rest = (step for step in course.steps[course.cursor + 1 :] if step.turn in begun)
    kept += [_timed(course, step) for step in rest if not _broken_off(course, step)]
    first = next(i for i, segment in enumerate(course.segments) if segment.id == course.step.segment.id)
    ahead = [step for segment in course.segments[first:] for step in _ahead(course, segment, kept)]
    return with_cast(replace(course, steps=(*kept, *ahead)))


def _timed(course: Course, step: Step) -> Step:
    """A round that has begun keeps its timings; what follows in a warm-up or debrief may be fitted."""
    if step.turn.leaders or course.begun(step):
        return step
    return replace(step, seconds=course.timings.get((step.segment.id, step.phase.id), step.phase.time))


def _broken_off(course: Course, step: Step) -> bool:
    return step.turn.key in course.passed and not course.begun(step)


def _ahead(course: Course, segment: Segment, kept: list[Step]) -> Iterator[Step]:
    had = list(dict.fromkeys(step.turn for step in kept if step.turn.segment == segment.id))
    if segment.repeat == "once" or (segment.repeat == "groups" and not had):
        turns: tuple[Turn, ...] = () if had else turns_of(segment, course.present)
    elif segment.repeat == "groups":
        # Groups that have begun stay together; the turns they had ahead of them are those of the old sheet.
        turns = tuple(dict.fromkeys(s.turn for s in course.steps if s.turn.segment == segment.id and s.turn not in had))
    else:
        turns = _turns_due(course, segment, had)
    for turn in turns:
        yield from steps_of(segment, turn, course.timings)


def _turns_due(course: Course, segment: Segment, had: list[Turn]) -> tuple[Turn, ...]:
    """The rounds still to come: people who are here and have not had theirs, in order, passed ones again."""
    done = {turn.leaders[0] for turn in had if turn.key not in course.passed}
    due = [person for person in course.present if person not in done]
    if segment.rounds is not None:
        due = due[: max(0, segment.rounds - len(done))]
    passes = {person: sum(turn.leaders[0] == person for turn in had) for person in due}
    return tuple(Turn(segment.id, (person,), passes[person] + 1) for person in due)
