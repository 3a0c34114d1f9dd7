"""Fit: making the rest of a session end on time, with the same timings for each person (timekeeping, Fit).

All sums are whole seconds. Rounds are trimmed in units of ten; what does not divide goes to the debrief.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from .course import Course
from .durations import minutes_and_seconds
from .mistakes import refuse
from .moment import Moment
from .plan import Phase
from .reading import expected_end, planned_end
from .runsheet import Step
from .share import share_out, trim_in_turn

UNIT_S: Final = 10
OFFERED_FROM_S: Final = 15
NANO: Final = 1_000_000_000

Way = Literal["equal", "others", "later"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to end on time, with its whole result.

    `timings` are seconds by segment and phase for what is still to run. `short_s` is what cannot be found:
    above 0 the proposal is refused. `ends_ns` is the session time at which it would end.
    """

    way: Way
    timings: tuple[tuple[str, str, int], ...]
    changes: tuple[tuple[str, int, int], ...]
    short_s: int
    ends_ns: int

    @property
    def possible(self) -> bool:
        return self.short_s == 0


@dataclass(slots=True)
class _Rest:
    """What is still to run and may change: rounds (phases and how often), and phases outside them."""

    phases: list[tuple[str, Phase, int]]
    rounds: int
    outside: list[tuple[str, Phase, int]]


def proposals(course: Course, now: Moment) -> tuple[Proposal, ...]:
    """At most three ways to end on time, or none where the deviation is too small to speak of."""
    over_s = _over_s(course, now)
    if abs(over_s) < OFFERED_FROM_S or course.status == "finished":
        return ()
    return tuple(found for way in ("equal", "others", "later") if (found := propose(course, now, way)))


def propose(course: Course, now: Moment, way: Way) -> Proposal | None:
    """One proposal, possible or not; None where there is nothing of that kind left to change."""
    over_s = _over_s(course, now)
    rest = _rest(course)
    ends = expected_end(course, now)
    if way == "later":
        return Proposal(way, (), (), 0, ends)
    if (way == "equal" and not rest.rounds) or not (rest.rounds or rest.outside):
        return None
    result = _Result(rest)
    missing = _slack(result, over_s)
    if way == "others":
        missing = _outside(result, missing)
    missing = _rounds(result, missing)
    return Proposal(way, result.timings(), result.changes(), max(0, missing), ends - (over_s - missing) * NANO)


def refusal(proposal: Proposal, course: Course, now: Moment) -> str:
    """Plain words for a proposal that cannot be done: what cannot be found, and what could be done instead."""
    short = minutes_and_seconds(proposal.short_s)
    ends = now.at(proposal.ends_ns).clock(with_seconds=True)
    crowded = ", or run two parallel groups" if len(course.present) > 6 else ", or one round fewer"
    return f"{short} cannot be found: finish at {ends}{crowded}."


def fitting(course: Course, now: Moment, way: Way) -> Proposal:
    """The proposal that will be applied. Raises Refused, in plain words, where it cannot be done."""
    proposal = propose(course, now, way)
    if proposal is None:
        raise refuse("There is nothing left to trim.", "Finish later, or leave it as it is.")
    if not proposal.possible:
        raise refuse(refusal(proposal, course, now))
    return proposal


def _over_s(course: Course, now: Moment) -> int:
    return -(-(expected_end(course, now) - planned_end(course, now)) // NANO)


def _rest(course: Course) -> _Rest:
    """The steps that have not begun and lie outside a round that has."""
    ahead = course.steps[course.cursor + (course.status != "ready") :]
    live = {step.turn for step in course.steps if course.begun(step)}
    free = [step for step in ahead if step.turn not in live]
    turns = {step.turn for step in free if step.turn.leaders}
    outside = [s for s in ahead if not s.turn.leaders and not course.begun(s)]
    return _Rest(_phases(s for s in free if s.turn.leaders), len(turns), _phases(outside))


def _phases(steps: Iterable[Step]) -> list[tuple[str, Phase, int]]:
    found: dict[tuple[str, str], tuple[str, Phase, int]] = {}
    for step in steps:
        found.setdefault((step.segment.id, step.phase.id), (step.segment.id, step.phase, step.seconds))
    return list(found.values())


class _Result:
    """Timings while they are being worked out."""

    def __init__(self, rest: _Rest) -> None:
        self.rest = rest
        self.seconds = {(segment, phase.id): s for segment, phase, s in (*rest.phases, *rest.outside)}

    def timings(self) -> tuple[tuple[str, str, int], ...]:
        return tuple((segment, phase, seconds) for (segment, phase), seconds in self.seconds.items())

    def changes(self) -> tuple[tuple[str, int, int], ...]:
        return tuple(
            (phase.title, was, now)
            for segment, phase, was in (*self.rest.phases, *self.rest.outside)
            if (now := self.seconds[segment, phase.id]) != was
        )

    def trim(self, parts: Sequence[tuple[str, Phase, int]], missing: int, wanted: Callable[[Phase], bool]) -> int:
        """Takes from the given phases outside the rounds, as far as their floors; answers what is missing still."""
        chosen = [(segment, phase) for segment, phase, _ in parts if wanted(phase)]
        room = [max(0, self.seconds[segment, phase.id] - phase.least_s) for segment, phase in chosen]
        taken = trim_in_turn(room, missing)
        for (segment, phase), less in zip(chosen, taken, strict=True):
            self.seconds[segment, phase.id] -= less
        return missing - sum(taken)


def _is_slack(phase: Phase) -> bool:
    return phase.trim == "slack" or phase.kind == "break"


def _slack(result: _Result, missing: int) -> int:
    """Slack and breaks give first."""
    if missing <= 0:
        return missing
    return result.trim(result.rest.outside, missing, _is_slack)


def _outside(result: _Result, missing: int) -> int:
    """The debrief and other phases outside the rounds give, the last of them first; or take what was gained."""
    parts = list(reversed(result.rest.outside))
    if missing > 0:
        return result.trim(parts, missing, lambda phase: not _is_slack(phase))
    return missing + _give(result, -missing)


def _give(result: _Result, seconds: int) -> int:
    """Lets the last unprotected phase outside the rounds have seconds; answers how many it took."""
    for segment, phase, _ in reversed(result.rest.outside):
        if phase.trim != "protected" and phase.kind != "break":
            result.seconds[segment, phase.id] += seconds
            return seconds
    return 0


def _rounds(result: _Result, missing: int) -> int:
    """Every remaining round gives, or gets, the same."""
    rest = result.rest
    if not missing or not rest.rounds:
        return missing
    planned = [(segment, phase) for segment, phase, _ in rest.phases]
    lengths = [seconds for *_, seconds in rest.phases]
    least = [phase.least_s if phase.trim != "protected" else seconds for _, phase, seconds in rest.phases]
    budget = sum(lengths) * rest.rounds - missing
    each = budget // rest.rounds // UNIT_S * UNIT_S
    if each < sum(least):
        each = sum(least)
    shares = share_out(
        each,
        [phase.time for _, phase in planned],
        least,
        [phase.trim == "last" for _, phase in planned],
        [phase.trim == "protected" for _, phase in planned],
    )
    for (segment, phase), seconds in zip(planned, shares, strict=True):
        result.seconds[segment, phase.id] = seconds
    spare = budget - sum(shares) * rest.rounds
    if spare > 0:
        spare -= _give(result, spare)
    return -spare
