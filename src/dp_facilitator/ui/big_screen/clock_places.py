"""Where the time stands: digits in cells that never move, the state beside them, the bar below."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from dp_facilitator.ui.big_screen import measures as m
from dp_facilitator.ui.big_screen.blocks import BOLD, STRONG
from dp_facilitator.ui.big_screen.pieces import Box, Piece, Sign, Words
from dp_facilitator.ui.big_screen.typefaces import Typeface, Typefaces, wrap
from dp_facilitator.ui.big_screen.words import Clock

_NARROWEST_LABEL = 0.9


@dataclass(frozen=True)
class LabelPlace:
    """The place of the state's shape and word: a column at the right, or a row above the bar."""

    face: Typeface
    sign: QRectF
    left: float
    right: float
    first: float
    pitch: float
    rows: int
    column: bool

    @property
    def bounds(self) -> QRectF:
        low = max(self.sign.bottom(), self.first + (self.rows - 1) * self.pitch) + self.face.metrics.descent()
        top = min(self.sign.top(), self.first - self.face.metrics.ascent())
        return QRectF(self.left - self.pitch, top, self.right - self.left + self.pitch + 4, low - top)

    def pieces(self, clock: Clock) -> list[Piece]:
        """The shape and the word for what the clock says now."""
        room = self.right - self.left
        pieces: list[Piece] = [Sign(clock.mark, self.sign, clock.tone)]
        for at, row in enumerate(wrap(self.face, clock.label, room, self.rows)):
            x = self.right - row.wide if self.column else self.left
            low = self.first + at * self.pitch
            pieces.append(Words(row.text, self.face, clock.tone, round(x), low, row.squeeze))
        return pieces


@dataclass(frozen=True)
class DigitsPlace:
    """The cells of the digits; `shape` is the form they are sized for."""

    face: Typeface
    unit: Typeface
    shape: str
    xs: tuple[float, ...]
    cell: float
    baseline: float

    @property
    def top(self) -> float:
        return self.baseline - self.face.cap

    def cells(self, text: str) -> list[tuple[str, float]]:
        """Each character with the left edge of its cell: at the right end of the shape, "75" at its left."""
        number, _, unit = text.partition(" ")
        if unit:
            return [(letter, self.xs[0] + at * self.cell) for at, letter in enumerate(number)]
        return list(zip(text, self.xs[len(self.xs) - len(text) :], strict=True))

    def pieces(self, clock: Clock) -> list[Piece]:
        """The characters of the time as it is now."""
        cells = self.cells(clock.text)
        pieces: list[Piece] = [Words(letter, self.face, clock.tone, x, self.baseline) for letter, x in cells]
        _, _, unit = clock.text.partition(" ")
        if unit:
            x = cells[-1][1] + self.cell + self.face.cap * 0.08
            pieces.append(Words(unit, self.unit, clock.tone, round(x), self.baseline))
        return pieces

    @property
    def bounds(self) -> QRectF:
        """Where digits and the word "min" may be."""
        high = self.face.cap
        wide = self.xs[-1] - self.xs[0] + self.cell + high
        return QRectF(self.xs[0] - 2, self.top - high * 0.1, wide, high * 1.2)

    def changed(self, before: str, now: str) -> Iterator[QRectF]:
        """What has to be painted again for another text; everything after none, or after another form."""
        if before == now:
            return
        if len(before) != len(now) or ":" not in before or ":" not in now:
            yield self.bounds
            return
        for (old, x), (new, _) in zip(self.cells(before), self.cells(now), strict=True):
            if old != new:
                yield QRectF(x - 2, self.bounds.top(), self.cell + 4, self.bounds.height())


@dataclass(frozen=True)
class BarPlace:
    """The bar: what is left fills it from the left, and a notch stands where its warning comes."""

    box: QRectF

    def end(self, left: float) -> float:
        """Where the filled part ends, in whole pixels."""
        return round(self.box.left() + self.box.width() * left)

    def changed(self, before: float, now: float) -> Iterator[QRectF]:
        """What has to be painted again when another share is left: the part between the two ends."""
        ends = sorted((self.end(before), self.end(now)))
        if ends[0] != ends[1]:
            high = self.box.height()
            yield QRectF(ends[0] - high, self.bounds.top(), ends[1] - ends[0] + 2 * high, self.bounds.height())

    def pieces(self, clock: Clock) -> list[Piece]:
        """The track, what is left of the time, and the notch."""
        high = self.box.height()
        pieces: list[Piece] = [Box(self.box, high / 2, "line")]
        if clock.left > 0:
            # Never narrower than it is high, or its round ends would not be round.
            wide = max(high, self.end(clock.left) - self.box.left())
            pieces.append(Box(QRectF(self.box.left(), self.box.top(), wide, high), high / 2, clock.tone))
        if clock.notch is not None:
            thick = max(3.0, round(high / 5))
            x = min(self.box.right() - thick, self.box.left() + round(self.box.width() * clock.notch))
            tall = high * 1.5 if high < self.box.width() / 20 else high * 1.2
            mark = QRectF(x, self.box.center().y() - tall / 2, thick, tall)
            pieces.append(Box(mark, thick / 2, "ink"))
        return pieces

    @property
    def bounds(self) -> QRectF:
        return self.box.adjusted(-2, -self.box.height() / 3, 2, self.box.height() / 3)


@dataclass(frozen=True, slots=True)
class LabelWay:
    """One way to set the label: its width beside the digits, or its height below them, and its rows."""

    wide: float
    high: float
    rows: int
    cap: float = m.SMALL


def label_ways(types: Typefaces, space: m.Space, labels: tuple[str, ...]) -> list[LabelWay]:
    """The ways from the plainest to the most sparing: beside on one row, on two, and in a row of its own."""
    face = types.words(space.px(m.SMALL), STRONG)
    gap = space.px(m.LABEL_GAP)
    ways = [LabelWay(max(face.wide(label) for label in labels) + gap, 0.0, 1)]
    # A word cannot be broken, so two rows need at least the widest half of each label.
    halves = max(_half(face, label) for label in labels)
    ways += [LabelWay(halves * squeeze + gap, 0.0, 2) for squeeze in (1.0, _NARROWEST_LABEL)]
    return [*ways, LabelWay(0.0, space.px(m.LABEL_ROW), 1)]


def _half(face: Typeface, label: str) -> float:
    """The least room in which a label stands on two rows."""
    words = label.split(" ")
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min(max(face.wide(one), face.wide(other)) for one, other in halves)


def place_label(types: Typefaces, space: m.Space, way: LabelWay, middle: float, row_top: float) -> LabelPlace:
    """The label beside digits whose middle is at `middle`, or in the row that begins at `row_top`."""
    if way.high:
        face = types.words(space.px(way.cap), STRONG)
        side = round(face.cap * 1.05)
        sign = QRectF(space.margin, round(row_top + (face.cap - side) / 2), side, side)
        left = space.margin + side + round(space.px(0.03))
        return LabelPlace(face, sign, left, space.right, round(row_top + face.cap), 0.0, 1, False)
    face = types.words(space.px(m.SMALL), STRONG)
    side = round(space.px(m.LABEL_MARK))
    gap, pitch = space.px(0.04), round(space.px(m.LABEL_PITCH))
    high = side + gap + face.cap + (way.rows - 1) * pitch
    top = round(middle - high / 2)
    sign = QRectF(space.right - side, top, side, side)
    left, first = space.right - (way.wide - space.px(m.LABEL_GAP)), round(top + side + gap + face.cap)
    return LabelPlace(face, sign, left, space.right, first, pitch, way.rows, True)


def place_digits(types: Typefaces, space: m.Space, shape: str, high: float, top: float) -> DigitsPlace:
    """Digits of a height, their tops at `top`; the first lines up with the words above it."""
    face = types.digits(round(high))
    cell, colon = face.wide("0"), face.wide(":")
    xs, x = [], space.margin - face.metrics.leftBearing("0")
    for letter in shape:
        xs.append(round(x))
        x += round(cell) if letter == "0" else round(colon)
    unit = types.words(max(space.px(m.SMALL), face.cap * 0.36), BOLD)
    return DigitsPlace(face, unit, shape, tuple(xs), round(cell), round(top + face.cap))
