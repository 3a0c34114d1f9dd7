"""Cues: which a step has, and which of them a look at the clock has just crossed."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from dp_facilitator.words import marked, ntr, tr

from .course import Course
from .durations import SECOND, minutes_and_seconds
from .moment import Moment
from .plan import Cue as PlanCue
from .runsheet import Step

Tone = Literal["calm", "warning", "over"]
Kind = Literal["warning", "end", "overtime", "plan"]
OVERTIME_EVERY: Final = 60 * SECOND

_NUMBERS: Final = {
    1: marked("One"),
    2: marked("Two"),
    3: marked("Three"),
    4: marked("Four"),
    5: marked("Five"),
    10: marked("Ten"),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of a step, as it sounds and looks.

    `point` is in nanoseconds from the start of the step's time. `kind` is "warning" (time left), "end"
    (time is up; exactly one a step), "overtime" or "plan". `tone` and `label` hold from then on.
    """

    point: int
    kind: Kind
    rings: int = 1
    label: str | None = None
    tone: Tone | None = None
    pause: bool = False


def warning_s(seconds: int) -> int | None:
    """Seconds left at which a step of this length is warned by default; None where it is too short."""
    warning = 60 if seconds >= 180 else 30 if seconds >= 120 else 20
    return warning if warning < seconds else None


def cues_of(course: Course, step: Step) -> tuple[Cue, ...]:
    """The cues of a step in order of time, overtime apart. One that no longer fits the length is left out."""
    length = course.length(step)
    if step.phase.cues is not None:
        cues = [_cue(cue, length) for cue in step.phase.cues]
    else:
        warning = warning_s(step.seconds if step.phase.bank is None else length // SECOND)
        words = _left_words(warning) if warning else None
        cues = [Cue(length - warning * SECOND, "warning", 1, words, "warning")] if warning else []
    ends = [cue for cue in cues if cue.kind == "end"]
    the_end = max(ends, key=lambda cue: cue.rings > 0) if ends else Cue(length, "end")
    # A plan may have several cues at the end, the time is up once.
    others = [replace(cue, kind="plan") if cue.kind == "end" else cue for cue in cues if cue is not the_end]
    return tuple(sorted([*(cue for cue in others if cue.point >= _least(cue)), the_end], key=_order))


def _least(cue: Cue) -> int:
    """A warning never stands at the very beginning of a step; a cue of the plan may."""
    return 1 if cue.kind == "warning" else 0


def _left_words(seconds: int) -> str:
    minutes = seconds // 60
    if seconds % 60:
        return ntr("{n} second", "{n} seconds", seconds).format(n=seconds)
    number = tr(_NUMBERS[minutes]) if minutes in _NUMBERS else str(minutes)
    return ntr("{number} minute", "{number} minutes", minutes).format(number=number)


def _order(cue: Cue) -> tuple[int, bool]:
    return cue.point, cue.kind == "end"


def _cue(cue: PlanCue, length: int) -> Cue:
    if cue.end:
        return Cue(length, "end", cue.rings, cue.label, cue.tone, cue.pause)
    kind: Kind = "plan" if cue.before is None else "warning"
    if cue.before is not None:
        point = length - cue.before * SECOND
    elif cue.percent is not None:
        point = length * cue.percent // 100
    else:
        point = (cue.after or 0) * SECOND
    return Cue(point, kind, cue.rings, cue.label, cue.tone, cue.pause)


Attempt = tuple[str, int]
"""A step's key, and how many earlier attempts at it there were."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a step found: its elapsed time and length then, in nanoseconds."""

    elapsed: int
    length: int


@dataclass(frozen=True, slots=True)
class Watch:
    """Remembers the last look at each attempt of a step, so that a cue rings once however late the look."""

    looks: tuple[tuple[Attempt, Look], ...] = ()

    def resumed(self, course: Course, last: Moment) -> "Watch":
        """The watch after a restart: cues up to the last moment known have been told, later ones not."""
        looks: dict[Attempt, Look] = {}
        for step in course.steps:
            use = course.use(step)
            looks |= {(step.key, n): Look(used, 0) for n, used in enumerate(use.attempts)}
            if course.begun(step):
                attempt = step.key, len(use.attempts)
                looks[attempt] = Look(max(use.used, course.elapsed(step, last)), course.length(step))
        return Watch(tuple(looks.items()))

    def seen(self, course: Course) -> int:
        """Elapsed time (ns) of the current step at the last look; 0 when it has not been looked at."""
        look = dict(self.looks).get(_attempt(course))
        return look.elapsed if look else 0

    def look(self, course: Course, now: Moment) -> tuple["Watch", tuple[Cue, ...]]:
        """The watch after this look, and the cues crossed since the last look at this step, in order."""
        if course.status not in ("running", "paused"):
            return self, ()
        attempt = _attempt(course)
        looks = dict(self.looks)
        seen = Look(course.elapsed(course.step, now), course.length(course.step))
        before = looks.get(attempt)
        if before is None or before.elapsed > seen.elapsed:
            # Begun, begun anew after an undo, or given time back: from here on everything counts again.
            start = min(0, seen.length) if before is None else seen.elapsed
            before = Look(start - 1, seen.length)
        looks[attempt] = seen
        return Watch(tuple(looks.items())), _crossed(course, course.step, before, seen)


def _attempt(course: Course) -> Attempt:
    return course.step.key, len(course.use(course.step).attempts)


def _crossed(course: Course, step: Step, before: Look, seen: Look) -> tuple[Cue, ...]:
    crossed = [cue for cue in cues_of(course, step) if before.elapsed < cue.point <= seen.elapsed]
    taken_away = seen.length <= before.elapsed < before.length
    if taken_away:
        # Time was removed past zero: the end is told at once, the warnings it skipped are not.
        crossed.append(next(cue for cue in cues_of(course, step) if cue.kind == "end"))
    minutes = (seen.elapsed - seen.length) // OVERTIME_EVERY
    if minutes > 0 and before.elapsed < (point := seen.length + minutes * OVERTIME_EVERY) and not taken_away:
        words = tr("Over by {minutes}").format(minutes=minutes_and_seconds(minutes * 60))
        crossed.append(Cue(point, "overtime", label=words))
    return tuple(crossed)
