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
    """The parts above and below the time, and how much height is left between them."""

    title: Block
    lines: Block
    foot: Block
    between: float


@dataclass(frozen=True, slots=True)
class _Sparing:
    """How much may stand there: rows of the title, of a line and of names, and whether what comes next."""

    title: int
    lines: int
    chips: int
    upcoming: bool


_SPARING = (
    _Sparing(1, 3, 2, True),
    _Sparing(1, 3, 2, False),
    _Sparing(2, 3, 2, True),
    _Sparing(1, 2, 1, False),
    _Sparing(2, 3, 1, False),
    _Sparing(2, 2, 1, False),
    _Sparing(2, 1, 1, False),
    _Sparing(1, 3, 1, False),
    _Sparing(1, 2, 1, False),
    _Sparing(1, 1, 1, False),
    _Sparing(1, 1, 0, False),
)


def lay_running(types: Typefaces, space: m.Space, faced: Faced) -> Laid:
    """The picture of a running step: the fullest in which digits reach their floor and no words are cut."""
    clock = faced.clock
    assert clock is not None
    if clock.sight == "nothing":
        return _timeless(types, space, faced)
    best: tuple[tuple[bool, bool, float], _Blocks, LabelWay, float] | None = None
    for sparing in _SPARING:
        blocks = _blocks(types, space, faced, sparing)
        way, high = _largest(types, space, clock, blocks.between)
        large = high >= space.digits_floor
        worth = (large, blocks.title.whole and blocks.lines.whole, 0.0 if large else high)
        found = (worth, blocks, way, high)
        if best is None or found[0] > best[0]:
            best = found
        if all(found[0][:2]):
            break
    assert best is not None
    _, blocks, way, high = best
    return _placed(types, space, clock, blocks, way, high)


def _blocks(types: Typefaces, space: m.Space, faced: Faced, sparing: _Sparing) -> _Blocks:
    title = title_block(types, space, faced.title, faced.counter, faced.names, sparing.title)
    lines = lines_block(types, space, faced.lines, faced.names, sparing.lines)
    foot = ChipRows(types, space).block(faced.chips, sparing.chips) if sparing.chips else Block()
    if not faced.chips and sparing.upcoming:
        foot = next_block(types, space, faced.upcoming, faced.names)
    below = m.UNDER_DIGITS + m.BAR + m.UNDER_BAR + m.BOTTOM + (m.UNDER_LINES if foot.high else 0)
    used = space.px(m.TOP + m.UNDER_TITLE + below) + title.high + lines.high + foot.high
    return _Blocks(title, lines, foot, space.height - used)


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


def _placed(types: Typefaces, space: m.Space, clock: Clock, blocks: _Blocks, way: LabelWay, high: float) -> Laid:
    """Everything at its height; room that is left over is shared among the gaps."""
    spare = _Spare(0.0 if clock.sight == "bar" else max(0.0, blocks.between - way.high - high))
    y = space.px(m.TOP)
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
    y += space.px(m.UNDER_BAR) + spare.take(0.2)
    pieces += blocks.lines.at(y)
    y += blocks.lines.high + space.px(m.UNDER_LINES) + spare.take(0.16)
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
            foot = next_block(types, space, faced.upcoming, faced.names)
        spare = space.height - space.px(m.TOP + m.BOTTOM) - title.high - lines.high - foot.high
        if spare >= space.px(m.UNDER_LINES * 2):
            break
    y = space.px(m.TOP) + title.high + spare / 2
    foot_top = space.height - space.px(m.BOTTOM) - foot.high
    return Laid((*title.at(space.px(m.TOP)), *lines.at(y), *foot.at(foot_top)))


def _timeless_ways() -> Iterator[_Sparing]:
    yield _SPARING[0]
    yield replace(_SPARING[0], upcoming=False)
