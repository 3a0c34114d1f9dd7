"""Fit: making the rest of a session end on time, with the same timings for each person (timekeeping, Fit).

All sums are whole seconds. Rounds change in units of ten; what is left below one unit goes to the debrief.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from dp_facilitator.words import ntr, tr

from .course import Course
from .durations import SECOND, minutes_and_seconds
from .mistakes import refuse
from .moment import Moment
from .plan import Phase
from .reading import expected_end, planned_end
from .runsheet import Step
from .share import share_out

OFFERED_FROM_S: Final = 15
"""A deviation below so many seconds is nothing to offer anything for."""

Way = Literal["equal", "others", "later"]
WAYS: Final[tuple[Way, ...]] = ("equal", "others", "later")


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
class _Part:
    """A part of turns that has not begun and may change, with its seconds as they are worked out.

    `was` is what it had before, `times` how often it is to run, `led` whether it is part of rounds.
    """

    step: Step
    seconds: int
    was: int
    times: int
    led: bool

    @property
    def segment(self) -> str:
        return self.step.segment.id

    @property
    def phase(self) -> Phase:
        return self.step.phase

    @property
    def slack(self) -> bool:
        """Whether it gives before anything else does."""
        return self.phase.trim == "slack" or self.phase.kind == "break"

    @property
    def room(self) -> int:
        """Seconds that it can give each time it is run."""
        return max(0, self.seconds - self.phase.least_s)


def proposals(course: Course, now: Moment) -> tuple[Proposal, ...]:
    """At most three ways to end on time, or none where the deviation is too small to speak of."""
    over_s = _over_s(course, now)
    if abs(over_s) < OFFERED_FROM_S or course.status == "finished":
        return ()
    equal, others, later = (propose(course, now, way) for way in WAYS)
    if equal and others and equal.changes == others.changes:
        others = None
    return tuple(found for found in (equal, others, later) if found)


def has_rounds(course: Course) -> bool:
    """Whether somebody leads a round of this session; in one without rounds all its phases share alike."""
    return any(step.turn.leaders for step in course.steps)


def propose(course: Course, now: Moment, way: Way) -> Proposal | None:
    """One proposal, possible or not; None where there is nothing of that kind left to change."""
    over_s = _over_s(course, now)
    ends = expected_end(course, now)
    if way == "later":
        return Proposal(way, (), (), 0, ends)
    parts = _parts(course)
    rounds = [part for part in parts if part.led]
    outside = [part for part in parts if not part.led]
    shared = rounds if has_rounds(course) else outside
    if not (any(part.led or part.phase.trim != "protected" for part in shared) or (way == "others" and outside)):
        return None
    missing = _trim((part for part in parts if part.slack), over_s)
    if way == "others" and missing > 0:
        missing = _trim((part for part in reversed(outside) if not part.slack), missing)
    if way == "others" and missing < 0:
        missing = _give(outside, missing)
    if shared is rounds:
        missing = _rounds(rounds, missing)
    elif missing:
        missing += _share(outside, missing)
    missing = _give(outside, missing)
    return Proposal(
        way=way,
        timings=tuple((part.segment, part.step.part, part.seconds) for part in parts),
        changes=tuple((p.step.title, p.was, p.seconds) for p in parts if p.seconds != p.was),
        short_s=max(0, missing),
        ends_ns=ends - (over_s - missing) * SECOND,
    )


def refusal(proposal: Proposal, course: Course, now: Moment) -> str:
    """Plain words for a proposal that cannot be done: what cannot be found, and what could be done."""
    short = minutes_and_seconds(proposal.short_s)
    ends = now.at(proposal.ends_ns).clock(with_seconds=True)
    fewer = _rounds_fewer(proposal, course)
    if len(course.present) > 6 and 0 < fewer <= len(course.present) // 2:
        words = tr("{short} cannot be found: finish at {ends}, or run two parallel groups.")
    elif fewer:
        words = ntr(
            "{short} cannot be found: finish at {ends}, or one round fewer.",
            "{short} cannot be found: finish at {ends}, or {fewer} rounds fewer.",
            fewer,
        )
    else:
        words = tr("{short} cannot be found: finish at {ends}.")
    told = words.format(short=short, ends=ends, fewer=fewer)
    others = propose(course, now, "others")
    # What the rounds alone cannot give may be there all the same.
    rest = others is not None and others.possible
    return f"{told} {tr('Or let what is outside the rounds give first.')}" if rest else told


def fitting(course: Course, now: Moment, way: Way) -> Proposal:
    """The proposal that will be applied. Raises Refused, in plain words, where it cannot be done."""
    proposal = propose(course, now, way)
    if proposal is None:
        raise refuse(tr("There is nothing left to trim."), tr("Finish later, or leave it as it is."))
    if not proposal.possible:
        raise refuse(refusal(proposal, course, now))
    return proposal


def lender(course: Course, seconds: int) -> tuple[str, Phase, int] | None:
    """The part outside the rounds that can give so many seconds of its own, and what becomes of it: segment, phase,
    seconds. Slack and breaks first, then the last one, the debrief; None where there is none, or none is added."""
    outside = [part for part in _parts(course) if not part.led and part.times == 1 and part.room >= seconds > 0]
    slack = [part for part in outside if part.slack]
    part = next(iter([*slack, *reversed(outside)]), None)
    return (part.segment, part.phase, part.seconds - seconds) if part else None


def _rounds_fewer(proposal: Proposal, course: Course) -> int:
    """How many rounds fewer would do, of those that have not begun; 0 where even one alone would be too much."""
    seconds = {(segment, part): time for segment, part, time in proposal.timings}
    led = [part for part in _parts(course) if part.led]
    each = sum(seconds[part.segment, part.step.part] for part in led)
    if len({part.segment for part in led}) != 1:
        return 0  # one person fewer would be a round fewer in each of several segments
    fewer = -(-proposal.short_s // each)
    return fewer if fewer < led[0].times else 0


def _over_s(course: Course, now: Moment) -> int:
    return -(-(expected_end(course, now) - planned_end(course, now)) // SECOND)


def _parts(course: Course) -> list[_Part]:
    """The phases that are still to run, outside a round that has begun."""
    begun = {step.turn for step in course.steps if course.begun(step)}
    parts: dict[tuple[str, str], _Part] = {}
    for step in course.steps[course.cursor :]:
        led = bool(step.turn.leaders)
        if course.begun(step) or (led and step.turn in begun):
            continue
        new = _Part(step, step.seconds, step.seconds, 0, led)
        parts.setdefault((step.segment.id, step.part), new).times += 1
    return list(parts.values())


def _trim(parts: Iterable[_Part], missing: int) -> int:
    """Each gives all it can before the next is asked. Answers what is missing; below 0 what is too much."""
    for part in parts:
        less = min(part.room, -(-max(0, missing) // part.times))
        part.seconds -= less
        missing -= less * part.times
    return missing


def _give(parts: list[_Part], missing: int) -> int:
    """Lets the last phase that may change have what is too much. Answers as `_trim` does."""
    for part in reversed(parts):
        if missing < 0 and part.phase.trim != "protected" and part.phase.kind != "break":
            part.seconds -= missing
            return 0
    return missing


def _rounds(parts: list[_Part], missing: int) -> int:
    """Every remaining round gives, or gets, the same. Answers as `_trim` does."""
    segments = list(dict.fromkeys(part.segment for part in parts))
    # What the rounds of one segment cannot give, those of the others are asked for.
    for segment in [*segments, *segments]:
        own = [part for part in parts if part.segment == segment]
        later = parts[parts.index(own[0]) :]
        share = sum(part.seconds * part.times for part in own)
        whole = sum(part.seconds * part.times for part in later)
        missing += _share(own, missing * share // whole) if missing else 0
    return missing


def _share(parts: list[_Part], less: int) -> int:
    """Takes so much from the rounds of one segment, in all; answers by how much they have grown."""
    before = sum(part.seconds for part in parts)
    times = parts[0].times
    shares = share_out(
        before - -(-less // times),
        [part.phase.time for part in parts],
        [part.seconds if part.slack else part.phase.least_s for part in parts],
        [part.phase.trim == "last" for part in parts],
        [part.slack or part.phase.trim == "protected" for part in parts],
    )
    for part, seconds in zip(parts, shares, strict=True):
        part.seconds = seconds
    return (sum(shares) - before) * times
