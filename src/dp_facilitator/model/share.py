"""Sharing out seconds: the arithmetic under fit."""

from collections.abc import Sequence
from typing import Final

UNIT_S: Final = 10


def trim_in_turn(room: Sequence[int], wanted: int) -> list[int]:
    """How much each gives when each gives all it can before the next is asked. Seconds."""
    taken = []
    for possible in room:
        less = max(0, min(possible, wanted))
        taken.append(less)
        wanted -= less
    return taken


def share_out(
    total: int, planned: Sequence[int], least: Sequence[int], last: Sequence[bool], fixed: Sequence[bool]
) -> list[int]:
    """Seconds for each phase of a round of `total` seconds, which is at least the sum of `least`.

    Phases marked `last` keep what is planned until the others stand at their floors. The rest is shared in
    the ratio of the planned durations, in units of ten by largest remainder, ties to the earlier phase.
    """
    shares = [
        floor if is_fixed else plan if keeps else 0
        for plan, floor, keeps, is_fixed in zip(planned, least, last, fixed, strict=True)
    ]
    open_to = [i for i in range(len(planned)) if not last[i] and not fixed[i]]
    rest = total - sum(shares)
    floors = sum(least[i] for i in open_to)
    if rest < floors or not open_to:
        for i in open_to:
            shares[i] = least[i]
        return _give_up(shares, least, last, total)
    while True:
        weights = sum(planned[i] for i in open_to)
        low = [i for i in open_to if rest * planned[i] < least[i] * weights]
        if not low:
            break
        for i in low:
            shares[i] = least[i]
            rest -= least[i]
            open_to.remove(i)
    for i, seconds in zip(open_to, _units(rest, [planned[i] for i in open_to], [least[i] for i in open_to]), strict=True):
        shares[i] = seconds
    return shares


def _give_up(shares: list[int], least: Sequence[int], last: Sequence[bool], total: int) -> list[int]:
    """Lets the phases that keep their time longest give, the later ones first; or get what is left over."""
    over = sum(shares) - total
    for i in reversed(range(len(shares))):
        if last[i]:
            less = min(over, shares[i] - least[i])
            shares[i] -= less
            over -= less
    return shares


def _units(total: int, planned: Sequence[int], least: Sequence[int]) -> list[int]:
    """`total` in the ratio of `planned`, in units of ten; what is below a unit goes to the first."""
    units, odd = divmod(total, UNIT_S)
    weights = sum(planned)
    shares = [units * plan // weights for plan in planned]
    remainders = [units * plan % weights for plan in planned]
    for i in sorted(range(len(planned)), key=lambda i: (-remainders[i], i))[: units - sum(shares)]:
        shares[i] += 1
    seconds = [share * UNIT_S for share in shares]
    seconds[0] += odd
    return _lifted(seconds, least)


def _lifted(seconds: list[int], least: Sequence[int]) -> list[int]:
    """Puts right a phase that rounding took below its floor, from the one with the most to spare."""
    for i, floor in enumerate(least):
        while seconds[i] < floor:
            richest = max(range(len(seconds)), key=lambda j: (seconds[j] - least[j], -j))
            seconds[richest] -= 1
            seconds[i] += 1
    return seconds
