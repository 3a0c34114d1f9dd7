"""The run sheet: a plan and the people in it, as one flat row of steps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dp_facilitator.words import tr

from .plan import Phase, Segment

Timings = Mapping[tuple[str, str], int]
"""Fitted seconds by (segment id, `Step.part`)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One run of a segment: a person's round, or the only run of a warm-up.

    `leaders` are participant ids: empty where nobody leads, several where parallel groups share the clock.
    `attempt` counts the turns that the same people began, passed, and were given again in full. `groups` are
    the parallel groups to which the leaders belong, in their order; no part of what a turn is.
    """

    segment: str
    leaders: tuple[str, ...] = ()
    attempt: int = 1
    groups: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    key: str = field(init=False, repr=False, compare=False)
    """Put together once: a session is looked up by it a hundred times a second."""

    def __post_init__(self) -> None:
        people = "+".join(self.leaders)
        parts = (self.segment, people, str(self.attempt) if self.attempt > 1 else "")
        object.__setattr__(self, "key", "/".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Step:
    """One phase of one turn. `seconds` is its time after fitting; `phase.time` what the plan says.

    `cycle` says which time it is, of `cycles`, where the phase is repeated within the turn. `lead` are those
    who hold the role that leads this phase, where the plan names one.
    """

    turn: Turn
    segment: Segment
    phase: Phase
    seconds: int
    timekeeper: str | None = None
    number: int | None = None
    """Which round it is, counted from 1, among the turns of a segment that rotates."""
    of: int | None = None
    """How many rounds there are."""
    cycle: int = 1
    cycles: int = 1
    lead: tuple[str, ...] = ()
    key: str = field(init=False, repr=False, compare=False)
    """Unique on the run sheet and the same after every rebuilding of it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"{self.turn.key}/{self.part}")

    @property
    def gate_key(self) -> str:
        """Under which the checklist of its gate is ticked off: once in a session, or anew in every turn where the
        plan says so, because each turn brings another case (R48, P4)."""
        return self.key if self.phase.gate_each else f"{self.segment.id}/{self.phase.id}"

    @property
    def part(self) -> str:
        """Which part of its turn it is: the id of its phase, "talk.2" when that comes again."""
        return self.phase.id if self.cycle == 1 else f"{self.phase.id}.{self.cycle}"

    @property
    def title(self) -> str:
        """What it is called in a list: "Feedback", or "Slide 7 of 20" where a phase is repeated."""
        if self.cycles == 1:
            return self.phase.title
        return tr("{phase} {n} of {of}").format(phase=self.phase.title, n=self.cycle, of=self.cycles)

    @property
    def round_title(self) -> str | None:
        """What the plan calls its round: "First Affirmative"; None where it goes by its number."""
        titles = self.segment.round_titles
        return titles[self.number - 1] if self.number and self.number <= len(titles) else None

    @property
    def leaders(self) -> tuple[str, ...]:
        """The participants who lead it: of the turn, or who hold the role that leads this phase."""
        return self.lead if self.phase.leads else self.turn.leaders

    @property
    def leader(self) -> str | None:
        """The participant who leads; with parallel groups the first of them."""
        return self.leaders[0] if self.leaders else None


def steps_of(segment: Segment, turn: Turn, timings: Timings) -> tuple[Step, ...]:
    """The steps of one turn, without timekeeper and numbers, which depend on the turns around it."""
    plain = (Step(turn, segment, phase, phase.time, cycle=n, cycles=of) for phase, n, of in segment.laid_out())
    return tuple(replace(step, seconds=timings.get((segment.id, step.part), step.seconds)) for step in plain)


def turns_of(segment: Segment, order: Sequence[str]) -> tuple[Turn, ...]:
    """The turns of a segment for people in this order."""
    if segment.repeat == "once":
        return (Turn(segment.id),)
    count = segment.turns(len(order))
    if segment.repeat == "each":
        return tuple(Turn(segment.id, (person,)) for person in order[:count])
    groups = tuple(grouped(order, segment.groups(len(order))))
    return tuple(
        Turn(segment.id, tuple(group[i] for group in groups if i < len(group)), groups=groups) for i in range(count)
    )


def grouped(order: Sequence[str], groups: int) -> list[tuple[str, ...]]:
    """People in so many groups, of which none is larger than another by more than one."""
    return [tuple(order[i::groups]) for i in range(groups)]


def with_late(groups: tuple[tuple[str, ...], ...], people: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The same groups, each person who is in none added to the smallest."""
    found = list(groups)
    for person in people:
        if not any(person in group for group in found):
            least = min(range(len(found)), key=[len(group) for group in found].__getitem__)
            found[least] = (*found[least], person)
    return tuple(found)


def compile_steps(segments: Iterable[Segment], order: Sequence[str], timings: Timings) -> tuple[Step, ...]:
    """The whole run sheet for people in this order."""
    return tuple(
        step for segment in segments for turn in turns_of(segment, order) for step in steps_of(segment, turn, timings)
    )


def numbered(steps: Iterable[Step], passed: frozenset[str] = frozenset()) -> tuple[Step, ...]:
    """The same steps, each told which round it is and of how many.

    Turns whose keys are in `passed` were broken off and do not count.
    """
    steps = tuple(steps)
    rounds: dict[str, list[Turn]] = {}
    for step in steps:
        turns = rounds.setdefault(step.turn.segment, [])
        if step.turn.leaders and step.turn not in turns and step.turn.key not in passed:
            turns.append(step.turn)
    return tuple(
        replace(step, number=turns.index(step.turn) + 1, of=len(turns))
        if step.turn in (turns := rounds[step.turn.segment])
        else replace(step, number=None, of=None)
        for step in steps
    )
