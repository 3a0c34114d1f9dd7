"""Guards against slips of the hand: double, repeated and early presses of Next (timekeeping, Verbs)."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from dp_facilitator.words import tr

from .course import Course
from .durations import SECOND, minutes_and_seconds, seconds_up
from .moment import Moment
from .wording import headline

BOUNCE: Final = 300_000_000
"""Presses closer together than this count once."""
SETTLE: Final = 1_500_000_000
"""For so long after a change of step, Next is ignored."""
EARLY: Final = 20 * SECOND
"""With more than this left, the first press only arms."""
CONFIRM_FROM: Final = 500_000_000
CONFIRM_UNTIL: Final = 3 * SECOND

Answer = Literal["go", "armed", "ignored"]


@dataclass(frozen=True, slots=True)
class Guard:
    """What the guard remembers, in ns of session time: the last press, change of step and arming."""

    pressed: int | None = None
    changed: int | None = None
    armed: int | None = None

    def is_armed(self, now: Moment) -> bool:
        """Whether a second press now, or soon, would confirm."""
        return self.armed is not None and now.ns - self.armed <= CONFIRM_UNTIL

    def stepped(self, now: Moment) -> "Guard":
        """The guard after the step has changed, whatever changed it."""
        return replace(self, changed=now.ns, armed=None)

    def press_next(self, course: Course, now: Moment) -> tuple["Guard", Answer]:
        """What a press of Next does: goes on, only arms, or counts as a slip."""
        pressed = replace(self, pressed=now.ns)
        if self.pressed is not None and now.ns - self.pressed < BOUNCE:
            return pressed, "ignored"
        if self.changed is not None and now.ns - self.changed < SETTLE:
            return pressed, "ignored"
        if course.status == "ready":
            return replace(pressed, armed=None), "go"
        if course.status == "finished":
            return pressed, "ignored"
        if self.armed is not None and self.is_armed(now):
            confirmed = now.ns - self.armed >= CONFIRM_FROM
            return (replace(pressed, armed=None), "go") if confirmed else (pressed, "ignored")
        # What is left of a bank is kept for later: stopping early is what it is for.
        early = course.left(course.step, now) > EARLY and course.step.phase.bank is None
        if early or course.upcoming is None:
            return replace(pressed, armed=now.ns), "armed"
        return replace(pressed, armed=None), "go"


def changes_step(before: Course, after: Course) -> bool:
    """Whether what stands under the hand has become another step: also by starting, and by the end."""
    began = before.status == "ready" != after.status
    return began or after.step.key != before.step.key or after.status == "finished"


def armed_words(course: Course, now: Moment) -> str:
    """What the desk says while Next is armed."""
    left = seconds_up(course.left(course.step, now))
    what = headline(course, course.step)
    if course.upcoming is None:
        return tr("Press again to finish the session")
    return tr("Press again to end “{phase}” early ({left} left)").format(phase=what, left=minutes_and_seconds(left))
