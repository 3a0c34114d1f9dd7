"""Sharing out the seconds of a round: the arithmetic under fit."""

from collections.abc import Sequence
from typing import Final

UNIT_S: Final = 10


def share_out(
    total: int, planned: Sequence[int], least: Sequence[int], last: Sequence[bool], fixed: Sequence[bool]
) -> list[int]:
    """Seconds for each phase of a round that may take `total`; none below its `least`.

    Phases that are `fixed` stand at their `least`. Those marked `last` keep what is planned until the others
    stand at their floors. The rest is shared in the ratio of the planned durations, in units of ten by
    largest remainder, ties to the earlier phase; what is below one unit is left over. Where even the floors
    take more than `total`, each phase stands at its floor.
    """
    shares = list(least)
    keep = [i for i, keeps in enumerate(last) if keeps and not fixed[i]]
    open_to = [i for i, keeps in enumerate(last) if not keeps and not fixed[i]]
    for i in keep:
        shares[i] = planned[i]
    over = sum(shares) - total
    for i in reversed(keep):
        if over > 0:
            less = min(-(-over // UNIT_S) * UNIT_S, shares[i] - least[i])
            shares[i] -= less
            over -= less
    if over >= 0:
        return shares
    rest = sum(least[i] for i in open_to) - over
    while low := [i for i in open_to if rest * planned[i] < least[i] * sum(planned[j] for j in open_to)]:
        rest -= sum(least[i] for i in low)
        open_to = [i for i in open_to if i not in low]
    if rest // UNIT_S * UNIT_S < sum(least[i] for i in open_to):
        return shares
    units = _units(rest // UNIT_S, [planned[i] for i in open_to])
    for i, seconds in zip(open_to, units, strict=True):
        shares[i] = seconds
    return _lifted(shares, least, open_to)


def _units(units: int, planned: Sequence[int]) -> list[int]:
    """So many units in the ratio of `planned`, as seconds."""
    weights = sum(planned)
    shares = [units * plan // weights for plan in planned]
    remainders = [units * plan % weights for plan in planned]
    for i in sorted(range(len(planned)), key=lambda i: (-remainders[i], i))[: units - sum(shares)]:
        shares[i] += 1
    return [share * UNIT_S for share in shares]


def _lifted(shares: list[int], least: Sequence[int], open_to: Sequence[int]) -> list[int]:
    """Puts right a phase that rounding took below its floor, from the one with the most to spare."""
    for i in open_to:
        while shares[i] < least[i]:
            richest = max(open_to, key=lambda j: (shares[j] - least[j], -j))
            shares[richest] -= 1
            shares[i] += 1
    return shares
