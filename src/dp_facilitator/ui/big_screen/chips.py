"""Letters and names in rows: as many as fit, the leader always among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from dp_facilitator.ui.big_screen import measures as m
from dp_facilitator.ui.big_screen.blocks import BOLD, STRONG, Block
from dp_facilitator.ui.big_screen.people import Chip
from dp_facilitator.ui.big_screen.pieces import Box, Piece, Words
from dp_facilitator.ui.big_screen.typefaces import Typefaces, shortened
from dp_facilitator.words import tr

_NAME_LIMITS = (None, 0.8, 0.56)
"""How wide a chip may be, as shares of the height: long names are shortened only where not everyone fits."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A chip with its name as it will stand; `wide` includes the room around the words."""

    chip: Chip
    name: str
    wide: float


class ChipRows:
    """Chips of one size, for rows of `room` pixels."""

    def __init__(self, types: Typefaces, space: m.Space) -> None:
        self._space = space
        self._letter = types.words(space.px(m.SMALL), BOLD)
        self._name = types.words(space.px(m.SMALL), STRONG)
        self._pad = round(space.px(m.CHIP_PAD))
        self._gap = round(space.px(m.CHIP_GAP))
        self._between = self._name.wide(" ") * 0.7

    def block(self, chips: Sequence[Chip], most: int, *, centred: bool = False) -> Block:
        """The chips on at most so many rows; those left out are counted at the end."""
        if not chips:
            return Block()
        for limit in _NAME_LIMITS:
            made = [self._set(chip, limit) for chip in chips]
            rows = self._rows(made, most, 0)
            if sum(len(row) for row in rows) == len(chips):
                return self._drawn(rows, "", centred)
        made.sort(key=_leads_last)
        rows = self._rows(made, most, self._name.wide(tr("and {count} more").format(count=len(chips))) + self._gap)
        out = len(chips) - sum(len(row) for row in rows)
        return self._drawn(rows, tr("and {out} more").format(out=out), centred)

    def _set(self, chip: Chip, limit: float | None) -> _Set:
        around = self._letter.wide(chip.letter) + self._between + 2 * self._pad
        most = self._space.content if limit is None else self._space.px(limit)
        name, wide = chip.name, self._name.wide(chip.name)
        if around + wide > most:
            name = shortened(self._name, chip.name, most - around)
            wide = self._name.wide(name)
        return _Set(chip, name, round(around + wide))

    def _rows(self, made: Sequence[_Set], most: int, kept: float) -> list[list[_Set]]:
        """Greedy rows; `kept` pixels stay free at the end of the last."""
        rows: list[list[_Set]] = [[]]
        used = 0.0
        for one in made:
            room = self._space.content - (kept if len(rows) == most else 0)
            if rows[-1] and used + one.wide > room:
                if len(rows) == most:
                    break
                rows.append([])
                used = 0.0
                room = self._space.content - (kept if len(rows) == most else 0)
            if used + one.wide > room:
                break
            rows[-1].append(one)
            used += one.wide + self._gap
        return [row for row in rows if row]

    def _drawn(self, rows: Sequence[Sequence[_Set]], more: str, centred: bool) -> Block:
        high, cap = round(self._space.px(m.CHIP if len(rows) == 1 else m.CHIP_OF_TWO)), self._name.cap
        pieces: list[Piece] = []
        for at, row in enumerate(rows):
            tail = more if at == len(rows) - 1 else ""
            wide = sum(one.wide + self._gap for one in row) - self._gap
            wide += self._name.wide(tail) + self._gap if tail else 0
            x = round((self._space.width - wide) / 2) if centred else self._space.margin
            y = at * (high + self._gap)
            baseline = y + round((high + cap) / 2)
            for one in row:
                pieces += self._chip(one, x, y, high, baseline)
                x += one.wide + self._gap
            if tail:
                pieces.append(Words(tail, self._name, "muted", x, baseline))
        return Block(tuple(pieces), len(rows) * (high + self._gap) - self._gap, not more)

    def _chip(self, one: _Set, x: float, y: float, high: float, baseline: float) -> list[Piece]:
        # White, never the colour of a state: nobody is shown in red.
        ground, letter, name = ("ink", "ground", "ground") if one.chip.leads else ("card", "muted", "muted")
        at = x + self._pad
        after = at + self._letter.wide(one.chip.letter) + self._between
        return [
            Box(QRectF(x, y, one.wide, high), self._space.px(m.CHIP_ROUND), ground),
            Words(one.chip.letter, self._letter, letter, at, baseline),
            Words(one.name, self._name, name, after, baseline),
        ]


def _leads_last(one: _Set) -> bool:
    return not one.chip.leads
