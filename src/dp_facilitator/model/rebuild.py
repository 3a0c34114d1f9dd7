"""Compiling again what has not been run yet, after a change of people, order, route or timings."""

from collections.abc import Iterator
from dataclasses import replace

from .casting import with_cast
from .course import Course
from .plan import Segment
from .runsheet import Step, Turn, compile_steps, steps_of, turns_of, with_late


def compiled(course: Course) -> Course:
    """The course with its whole run sheet compiled: before the start, when nothing has been run."""
    steps = compile_steps(course.segments, course.present, course.timings)
    baseline = sum(step.phase.time for step in steps)
    return with_cast(replace(course, steps=steps, cursor=0, baseline_s=baseline))


def rebuilt(course: Course) -> Course:
    """The course with the steps ahead compiled again. What has begun stays, as does the rest of its turn."""
    if course.status == "ready":
        return compiled(course)
    first = next(i for i, segment in enumerate(course.segments) if segment.id == course.step.segment.id)
    segments = course.segments[first:]
    course = _with_run_behind(course, segments)
    kept = course.steps[: course.cursor + 1]
    ahead = [step for segment in segments for step in _ahead(course, segment)]
    return with_cast(replace(course, steps=(*kept, *ahead)))


def _with_run_behind(course: Course, segments: tuple[Segment, ...]) -> Course:
    """What was run of a round that is broken off lies behind, also where someone had gone back before it."""
    ids = {segment.id for segment in segments}
    ahead = course.steps[course.cursor + 1 :]
    gone = [step for step in ahead if step.turn.key in course.passed or step.turn.segment not in ids]
    run = [step for step in gone if course.begun(step)]
    steps = (*course.steps[: course.cursor], *run, course.step, *(step for step in ahead if step not in gone))
    return replace(course, steps=steps, cursor=course.cursor + len(run))


def _ahead(course: Course, segment: Segment) -> Iterator[Step]:
    """The steps of a segment after the current one: what remains of turns that have begun, then new turns."""
    own = [step for step in course.steps if step.turn.segment == segment.id]
    begun = {step.turn: None for step in own if course.begun(step)}
    for step in course.steps[course.cursor + 1 :]:
        if step.turn in begun and step in own:
            yield _timed(course, step)
    if segment.repeat == "each":
        turns = _turns_due(course, segment, tuple(begun))
    elif not begun:
        turns = turns_of(segment, course.present)
    elif segment.repeat == "groups":
        turns = _group_turns(course, segment, tuple(begun), own)
    else:
        turns = ()
    for turn in turns:
        yield from steps_of(segment, turn, course.timings)


def _timed(course: Course, step: Step) -> Step:
    """A round that has begun keeps its timings; what follows in a warm-up or debrief may be fitted."""
    if step.turn.leaders or course.begun(step):
        return step
    return replace(step, seconds=course.timings.get((step.segment.id, step.part), step.phase.time))


def _turns_due(course: Course, segment: Segment, begun: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The rounds still to come: people who are here and have not had theirs, in order, passed ones again."""
    done = {turn.leaders[0] for turn in begun if turn.key not in course.passed}
    due = [person for person in course.present if person not in done]
    if segment.rounds is not None:
        due = due[: max(0, segment.rounds - len(done))]
    return tuple(_anew(course, Turn(segment.id, (person,))) for person in due)


def _anew(course: Course, turn: Turn) -> Turn:
    """The turn as a further attempt, where it was broken off before."""
    while turn.key in course.passed:
        turn = replace(turn, attempt=turn.attempt + 1)
    return turn


def _group_turns(course: Course, segment: Segment, begun: tuple[Turn, ...], own: list[Step]) -> tuple[Turn, ...]:
    """Groups that have begun stay together, without those who left; who is in none leads at the end."""
    old = [turn for turn in dict.fromkeys(step.turn for step in own) if turn not in begun]
    here = [tuple(person for person in turn.leaders if person not in course.absent) for turn in old]
    placed = {person for turn in begun for person in turn.leaders} | {p for leaders in here for p in leaders}
    late = [(person,) for person in course.present if person not in placed]
    groups = with_late((*begun, *old)[-1].groups, course.present)
    return tuple(Turn(segment.id, leaders, groups=groups) for leaders in (*here, *late) if leaders)
