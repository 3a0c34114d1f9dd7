"""A reading: what the clock says now. Everything that a countdown shows, worked out in one look."""

from dataclasses import dataclass

from dp_facilitator.words import tr

from .course import Course, Status
from .cues import Cue, Tone, cues_of
from .durations import SECOND, countdown, seconds_up
from .moment import Moment
from .runsheet import Step

SHOWN_FROM_S = 15
"""A deviation below so many seconds is nothing to speak of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says. Times in nanoseconds; `deviation` is positive when behind.

    `left` is negative when over. `text` is the countdown ("4:00"), or after time is up the time since.
    `label` is the word beside it; `gone` the share of the step that has gone, 0 to 1; `notch` where its
    first warning stands on the same scale, or None.
    """

    now: Moment
    status: Status
    step: Step
    tone: Tone
    left: int
    elapsed: int
    added: int
    paused: int
    text: str
    label: str
    gone: float
    notch: float | None
    ends: Moment
    session_ends: Moment
    planned_end: Moment
    deviation: int

    @property
    def over(self) -> bool:
        """Whether time is up and the last second has gone."""
        return self.tone == "over"

    @property
    def left_s(self) -> int:
        """Seconds left, rounded up; 0 during the one second that reads 0:00 and when over."""
        return max(0, seconds_up(self.left))

    @property
    def over_s(self) -> int:
        """Whole seconds since time was up."""
        return max(0, -self.left // SECOND)

    @property
    def behind_s(self) -> int:
        """Whole seconds behind the plan; negative when ahead."""
        whole = abs(self.deviation) // SECOND
        return whole if self.deviation >= 0 else -whole


def reading(course: Course, now: Moment) -> Reading:
    """What the clock says now about this course."""
    step = course.step
    left, length = course.left(step, now), course.length(step)
    cues = cues_of(course, step)
    tone, label = _look(course, step, cues, left, now)
    ends, planned = expected_end(course, now), planned_end(course, now)
    first = next((cue for cue in cues if cue.tone == "warning"), None)
    shown = max(left, 0) if left > -SECOND else -left // SECOND * SECOND
    return Reading(
        now=now,
        status=course.status,
        step=step,
        tone=tone,
        left=left,
        elapsed=course.elapsed(step, now),
        added=course.use(step).added,
        paused=course.paused(step, now),
        text=countdown(seconds_up(shown)),
        label=label,
        gone=min(1.0, max(0.0, 1 - left / length)) if length > 0 else 1.0,
        notch=min(1.0, max(0.0, first.point / length)) if first and length > 0 else None,
        ends=now.at(_from(course, now) + left),
        session_ends=now.at(ends),
        planned_end=now.at(planned),
        deviation=ends - planned,
    )


def _look(course: Course, step: Step, cues: tuple[Cue, ...], left: int, now: Moment) -> tuple[Tone, str]:
    """The tone and the word. At 0:00 it is over only once that second has gone too."""
    tone: Tone = "calm"
    label = tr("Time left")
    late = tr("Over")
    elapsed = course.elapsed(step, now)
    for cue in cues:
        if cue.point <= elapsed and course.status != "ready":
            tone = cue.tone or tone
            label = cue.label or label
            if cue.point >= elapsed + left:
                late = cue.label or late
    return ("over", late) if left <= -SECOND else (tone, label)


def to_run(course: Course) -> int:
    """Nanoseconds of the steps still to come, less what was used of them already."""
    ahead = course.steps[course.cursor + 1 :]
    return sum(max(0, course.length(step) - course.use(step).used) for step in ahead)


def expected_end(course: Course, now: Moment) -> int:
    """Session time (ns) at which the session will end if it goes on from here as planned."""
    if course.finished:
        return course.finished.ns
    return _from(course, now) + max(0, course.left(course.step, now)) + to_run(course)


def _from(course: Course, now: Moment) -> int:
    """Session time (ns) from which what is left is counted: now, before the start not before the planned one, and
    after the end the end."""
    if course.finished:
        return course.finished.ns
    if course.status == "ready" and course.planned_start is not None:
        return max(now.ns, course.planned_start)
    return now.ns


def planned_end(course: Course, now: Moment) -> int:
    """Session time (ns) of the planned end: the one that is set, else the start and the planned durations."""
    if course.planned_end is not None:
        return course.planned_end
    begun = course.started or now
    start = begun.ns if course.planned_start is None else course.planned_start
    return start + course.baseline_s * SECOND
