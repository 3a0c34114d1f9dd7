"""The picture while a step runs: title, time, bar, what is asked, and who is here or what comes next.

Nothing in it depends on the second or the state, so nothing jumps while a step lasts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from dp_facilitator.ui.big_screen import measures as m
from dp_facilitator.ui.big_screen.blocks import Block, lines_block, next_block, title_block
from dp_facilitator.ui.big_screen.chips import ChipRows
from dp_facilitator.ui.big_screen.clock_places import (
    BarPlace,
    DigitsPlace,
    LabelPlace,
    LabelWay,
    label_ways,
    place_digits,
    place_label,
)
from dp_facilitator.ui.big_screen.pieces import Piece
from dp_facilitator.ui.big_screen.typefaces import Typefaces
from dp_facilitator.ui.big_screen.words import Clock, Faced


@dataclass(frozen=True)
class Laid:
    """A picture: what stands still, and the places of what changes from second to second."""

    pieces: tuple[Piece, ...] = ()
    digits: DigitsPlace | None = None
    label: LabelPlace | None = None
    bar: BarPlace | None = None


@dataclass(frozen=True)
class _Blocks:
    """The parts above and below the time, the height left between them, and on how many rows stands what is next."""

    title: Block
    lines: Block
    foot: Block
    between: float
    next_rows: int


@dataclass(frozen=True, slots=True)
class _Sparing:
    """How much may stand there: rows of the title, of a line, of names and of what comes next.

    `tight` sets a line in the small type and takes air from between the parts: a screen of 4:3 with a long title and a
    long line has room for both only like this.
    """

    title: int
    lines: int
    chips: int
    upcoming: int
    tight: bool = False

    @property
    def air(self) -> float:
        """How much is left of the gaps."""
        return 0.62 if self.tight else 1.0


_SPARING = (
    _Sparing(1, 3, 2, 2),
    _Sparing(1, 3, 2, 1),
    _Sparing(1, 3, 2, 2, tight=True),
    _Sparing(1, 3, 2, 0),
    _Sparing(2, 3, 2, 2),
    _Sparing(2, 3, 2, 1),
    _Sparing(1, 2, 1, 0),
    _Sparing(2, 3, 1, 0),
    _Sparing(2, 2, 1, 0),
    _Sparing(2, 1, 1, 0),
    _Sparing(1, 3, 1, 0),
    _Sparing(1, 2, 1, 0),
    _Sparing(1, 1, 1, 0),
    _Sparing(1, 1, 0, 0),
    _Sparing(1, 3, 1, 0, tight=True),
    _Sparing(2, 3, 1, 0, tight=True),
    _Sparing(2, 3, 0, 0, tight=True),
)


def lay_running(types: Typefaces, space: m.Space, faced: Faced) -> Laid:
    """The picture of a running step: the fullest in which digits reach their floor and no words are cut."""
    clock = faced.clock
    assert clock is not None
    if clock.sight == "nothing":
        return _timeless(types, space, faced)
    best: tuple[tuple[bool, bool, int, float], _Blocks, LabelWay, float, _Sparing] | None = None
    cut = False
    for sparing in _SPARING:
        if sparing.tight and sparing.upcoming and not cut:
            continue
        blocks = _blocks(types, space, faced, sparing)
        way, high = _largest(types, space, clock, blocks.between)
        large = high >= space.digits_floor
        cut = cut or (bool(blocks.next_rows) and not blocks.foot.whole)
        # Where what comes next is too long for a row: all of it, else what fits of it, else none.
        told = 2 if not cut or (blocks.next_rows and blocks.foot.whole) else min(1, blocks.next_rows)
        worth = (large, blocks.title.whole and blocks.lines.whole, told, 0.0 if large else high)
        found = (worth, blocks, way, high, sparing)
        if best is None or found[0] > best[0]:
            best = found
        if found[0][:3] == (True, True, 2):
            break
    assert best is not None
    _, blocks, way, high, sparing = best
    return _placed(types, space, clock, blocks, way, high, sparing.air)


def _blocks(types: Typefaces, space: m.Space, faced: Faced, sparing: _Sparing) -> _Blocks:
    title = title_block(types, space, faced.title, faced.counter, faced.names, sparing.title)
    lines = lines_block(types, space, faced.lines, faced.names, sparing.lines, small=sparing.tight)
    foot = ChipRows(types, space).block(faced.chips, sparing.chips) if sparing.chips else Block()
    next_rows = 0 if faced.chips or not faced.upcoming else sparing.upcoming
    if next_rows:
        foot = next_block(types, space, faced.upcoming, faced.names, next_rows)
    gaps = m.TOP + m.UNDER_BAR + m.BOTTOM + (m.UNDER_LINES if foot.high else 0)
    fixed = m.UNDER_TITLE + m.UNDER_DIGITS + m.BAR
    used = space.px(gaps * sparing.air + fixed) + title.high + lines.high + foot.high
    return _Blocks(title, lines, foot, space.height - used, next_rows)


def _largest(types: Typefaces, space: m.Space, clock: Clock, between: float) -> tuple[LabelWay, float]:
    """The way to set the label, and the height of the digits that goes with it."""
    if clock.sight == "bar":
        return LabelWay(0.0, space.px(m.LABEL_ALONE), 1, m.TITLE), between
    digit, colon = types.digit_proportions()
    shape = sum(digit if letter == "0" else colon for letter in clock.shape)
    most, wanted = space.px(m.DIGITS_MOST), space.px(m.DIGITS_WANTED)
    found: tuple[float, LabelWay, float] | None = None
    for way in label_ways(types, space, clock.labels):
        if way.high and found and found[2] >= space.digits_floor:
            # A row of its own moves everything down: only where digits would be too small beside the label.
            break
        high = min(most, between - way.high, (space.content - way.wide) / shape)
        # A little larger is not worth a plainer arrangement of the label.
        if found is None or min(high, wanted) > found[0] * 1.02:
            found = (min(high, wanted), way, high)
    assert found is not None
    return found[1], max(found[2], 8.0)


def _placed(
    types: Typefaces, space: m.Space, clock: Clock, blocks: _Blocks, way: LabelWay, high: float, air: float
) -> Laid:
    """Everything at its height; room that is left over is shared among the gaps."""
    spare = _Spare(0.0 if clock.sight == "bar" else max(0.0, blocks.between - way.high - high))
    y = space.px(m.TOP * air)
    pieces = list(blocks.title.at(y))
    y += blocks.title.high + space.px(m.UNDER_TITLE) + spare.take(0.3)
    if clock.sight == "bar":
        digits, thick = None, space.px(m.BAR_ALONE)
        row_top = y + (high - way.high - thick) / 2
        label = place_label(types, space, way, 0.0, row_top)
        bar_top = row_top + way.high
        y += high + space.px(m.UNDER_DIGITS + m.BAR)
    else:
        digits = place_digits(types, space, clock.shape, high, y)
        label = place_label(types, space, way, y + high / 2, y + high + space.px(m.UNDER_DIGITS))
        y += high + space.px(m.UNDER_DIGITS) + way.high + spare.take(0.24)
        bar_top, thick = y, space.px(m.BAR)
        y += thick
    bar = BarPlace(QRectF(space.margin, round(bar_top), space.content, round(thick)))
    y += space.px(m.UNDER_BAR * air) + spare.take(0.2)
    pieces += blocks.lines.at(y)
    y += blocks.lines.high + space.px(m.UNDER_LINES * air) + spare.take(0.16)
    pieces += blocks.foot.at(y)
    return Laid(tuple(pieces), digits, label, bar)


class _Spare:
    """Height that is left over, given away in shares."""

    def __init__(self, whole: float) -> None:
        self._whole = whole

    def take(self, share: float) -> float:
        return self._whole * share


def _timeless(types: Typefaces, space: m.Space, faced: Faced) -> Laid:
    """A step in which the room sees nothing of the time: the words have the place to themselves."""
    for sparing in _timeless_ways():
        title = title_block(types, space, faced.title, faced.counter, faced.names, 2)
        lines = lines_block(types, space, faced.lines, faced.names, 3, large=True)
        foot = ChipRows(types, space).block(faced.chips, 2)
        if not faced.chips and sparing.upcoming:
            foot = next_block(types, space, faced.upcoming, faced.names, sparing.upcoming)
        spare = space.height - space.px(m.TOP + m.BOTTOM) - title.high - lines.high - foot.high
        if spare >= space.px(m.UNDER_LINES * 2):
            break
    y = space.px(m.TOP) + title.high + spare / 2
    foot_top = space.height - space.px(m.BOTTOM) - foot.high
    return Laid((*title.at(space.px(m.TOP)), *lines.at(y), *foot.at(foot_top)))


def _timeless_ways() -> Iterator[_Sparing]:
    yield _SPARING[0]
    yield replace(_SPARING[0], upcoming=1)
    yield replace(_SPARING[0], upcoming=0)
