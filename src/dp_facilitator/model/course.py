"""The course of a session: who, in which order, where the cursor stands, and the anchors of its clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from .bank import banked
from .durations import SECOND
from .moment import Moment
from .plan import Plan, Segment
from .roster import Participant
from .runsheet import Step

Status = Literal["ready", "running", "paused", "finished"]


@dataclass(frozen=True, slots=True)
class Use:
    """What one step has used, in nanoseconds. Added, paused and used are never mixed.

    `used` holds up to the course's anchor; `attempts` are the used times of earlier attempts; `first` is
    when it was first begun, `left` when it was last left.
    """

    used: int = 0
    added: int = 0
    paused: int = 0
    attempts: tuple[int, ...] = ()
    visits: int = 0
    first: Moment | None = None
    left: Moment | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that the timing and people verbs change; frozen, so that undo is the one before.

    `since` is the session's time (ns) at which the current stretch of running or pausing began.
    `baseline_s` are the planned seconds of the session as it was planned. `passed` are keys of turns that
    their leaders broke off, `held` keys of steps that someone brought back after the plan had ended them.
    `planned_start` and `planned_end` are session times (ns) like `since`, so that a change of the computer's
    clock moves neither.
    """

    plan: Plan
    people: tuple[Participant, ...]
    order: tuple[str, ...]
    segments: tuple[Segment, ...]
    steps: tuple[Step, ...] = ()
    cursor: int = 0
    status: Status = "ready"
    since: int = 0
    uses: Mapping[str, Use] = field(default_factory=dict)
    timings: Mapping[tuple[str, str], int] = field(default_factory=dict)
    keepers: Mapping[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    route: str | None = None
    baseline_s: int = 0
    planned_start: int | None = None
    planned_end: int | None = None
    started: Moment | None = None
    finished: Moment | None = None

    @property
    def step(self) -> Step:
        """The current step; before the start the first, afterwards the last that ran."""
        return self.steps[self.cursor]

    @property
    def upcoming(self) -> Step | None:
        """The step after the current one."""
        return self.steps[self.cursor + 1] if self.cursor + 1 < len(self.steps) else None

    @property
    def present(self) -> tuple[str, ...]:
        """Ids of those who are here, in the order in which they lead."""
        return tuple(person for person in self.order if person not in self.absent)

    def person(self, person_id: str) -> Participant:
        """The participant with this id. Raises KeyError when there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def name(self, person_id: str) -> str:
        """The name of a participant."""
        return self.person(person_id).name

    def use(self, step: Step) -> Use:
        """What a step has used up to the anchor."""
        return self.uses.get(step.key, Use())

    def begun(self, step: Step) -> bool:
        """Whether this step has ever been the current one of a running session."""
        return self.use(step).visits > 0

    def length(self, step: Step) -> int:
        """Nanoseconds that a step may take: fitted time and what was added by hand; of a bank, what is left of it."""
        return self.granted(step) if step.phase.bank is None else banked(self, step)

    def granted(self, step: Step) -> int:
        """Nanoseconds of its own: fitted time and what was added by hand."""
        return step.seconds * SECOND + self.use(step).added

    def elapsed(self, step: Step, now: Moment) -> int:
        """Nanoseconds that a step has used of its time, pauses not counted."""
        running = self.status == "running" and step.key == self.step.key
        return self.use(step).used + (now.ns - self.since if running else 0)

    def paused(self, step: Step, now: Moment) -> int:
        """Nanoseconds that a step has stood still."""
        standing = self.status == "paused" and step.key == self.step.key
        return self.use(step).paused + (now.ns - self.since if standing else 0)

    def left(self, step: Step, now: Moment) -> int:
        """Nanoseconds left of a step; negative when it is over."""
        return self.length(step) - self.elapsed(step, now)

    def settled(self, now: Moment) -> "Course":
        """The same course with the anchor moved to now: what ran or stood still is booked to its step."""
        use = self.use(self.step)
        booked = replace(use, used=self.elapsed(self.step, now), paused=self.paused(self.step, now))
        return self.with_use(self.step, booked, since=now.ns)

    def with_use(self, step: Step, use: Use, **changes: object) -> "Course":
        """The same course with another use of one step, and other changes of fields."""
        return replace(self, uses={**self.uses, step.key: use}, **changes)  # type: ignore[arg-type]
