"""Type on the big screen: fonts by capital height, and words made to fit without going under a floor."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from dp_facilitator.ui.big_screen.measures import HARDLY_NARROWER, SQUEEZE
from dp_facilitator.ui.big_screen.names import CLOSE, OPEN, bare
from dp_facilitator.ui.theme import Look

_MEASURED_AT = 1000
SHORTEST_NAME = 3.0
"""A name is shortened only while so many capital heights of it stay; below that the whole line is."""


@dataclass(frozen=True)
class Typeface:
    """One size of type: the font and its metrics. `cap` is the capital height wanted, in pixels."""

    font: QFont
    metrics: QFontMetricsF
    cap: float

    def wide(self, text: str) -> float:
        """How wide words are set, in pixels."""
        return self.metrics.horizontalAdvance(text)


class Typefaces:
    """The typefaces of the big screen by capital height, each made once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._words: dict[tuple[float, int], Typeface] = {}
        self._digits: dict[float, Typeface] = {}

    def words(self, cap: float, weight: int = 600) -> Typeface:
        """Type for words whose capitals are at least `cap` pixels high."""
        key = (cap, weight)
        if key not in self._words:
            share = QFontMetricsF(self._look.font(_MEASURED_AT, weight)).capHeight() / _MEASURED_AT
            font = self._look.font(math.ceil(cap / share), weight)
            self._words[key] = Typeface(font, QFontMetricsF(font), cap)
        return self._words[key]

    def digits(self, high: float) -> Typeface:
        """Type for digits that are at least `high` pixels high."""
        if high not in self._digits:
            drawn = QFontMetricsF(self._look.digit_font(_MEASURED_AT)).tightBoundingRect("0")
            share = drawn.height() / _MEASURED_AT
            font = self._look.digit_font(math.ceil(high / share))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._digits[high] = Typeface(font, QFontMetricsF(font), high)
        return self._digits[high]

    def digit_proportions(self) -> tuple[float, float]:
        """The widths of a digit and of a colon as shares of a digit's height."""
        metrics = QFontMetricsF(self._look.digit_font(_MEASURED_AT))
        high = metrics.tightBoundingRect("0").height()
        digit = max(metrics.horizontalAdvance(letter) for letter in "0123456789")
        return digit / high, metrics.horizontalAdvance(":") / high


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words as they will stand on one line; `squeeze` is how narrow they are set (1 is as drawn)."""

    text: str
    wide: float
    squeeze: float = 1.0


def fit(face: Typeface, text: str, room: float, names: Sequence[str] = ()) -> Fitted:
    """The words on one line of `room` pixels: narrower, then with a shorter name, then cut at the end."""
    wide = face.wide(text)
    if wide <= room:
        return Fitted(text, wide)
    if wide * SQUEEZE <= room:
        return Fitted(text, room, room / wide)
    room_drawn = room / SQUEEZE
    for name in sorted((name for name in names if name in text), key=len, reverse=True):
        left = room_drawn - (wide - face.wide(name))
        if left >= SHORTEST_NAME * face.cap:
            text = text.replace(name, shortened(face, name, left), 1)
            break
    text = _cut_at_word(face, text, room_drawn)
    wide = face.wide(text)
    squeeze = min(1.0, room / wide) if wide else 1.0
    return Fitted(text, wide * squeeze, squeeze)


def fits(face: Typeface, text: str, room: float) -> bool:
    """Whether the words fit on one line, perhaps set narrower."""
    return face.wide(text) * SQUEEZE <= room


def shortened(face: Typeface, name: str, room: float) -> str:
    """A name cut at its end, still isolated if it was."""
    inner = bare(name)
    cut = _cut(face, inner, room)
    return f"{OPEN}{cut}{CLOSE}" if inner != name else cut


def _cut(face: Typeface, text: str, room: float) -> str:
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _cut_at_word(face: Typeface, text: str, room: float) -> str:
    cut = _cut(face, text, room)
    kept = cut.removesuffix("…")
    if cut == text or text[len(kept) :].startswith(" ") or " " not in kept.strip():
        return cut
    return kept.rpartition(" ")[0].rstrip(" ,") + "…"


def wrap(face: Typeface, text: str, room: float, most: int, names: Sequence[str] = ()) -> tuple[Fitted, ...]:
    """The words on at most `most` lines, few and even; the last is cut if there are too many."""
    words = tuple(text.split(" "))
    for narrowest in (HARDLY_NARROWER, SQUEEZE):
        for count in range(1, most + 1):
            lines = _even(face, words, room / narrowest, count)
            if lines:
                return tuple(fit(face, line, room, names) for line in lines)
    return tuple(fit(face, line, room, names) for line in _greedy(face, words, room / SQUEEZE, most))


def fits_in(face: Typeface, text: str, room: float, most: int) -> bool:
    """Whether nothing has to be cut for `most` lines."""
    return any(_even(face, tuple(text.split(" ")), room / SQUEEZE, count) for count in range(1, most + 1))


def _even(face: Typeface, words: tuple[str, ...], room: float, count: int) -> tuple[str, ...]:
    """The words on `count` lines that all fit, the widest as narrow as can be; nothing if they do not."""
    widths = [face.wide(word) for word in words]
    blank = face.wide(" ")

    def wide(first: int, last: int) -> float:
        return sum(widths[first:last]) + blank * (last - first - 1)

    @cache
    def best(first: int, lines: int) -> tuple[float, tuple[int, ...]]:
        if lines == 1:
            return wide(first, len(words)), (len(words),)
        found: tuple[float, tuple[int, ...]] = (math.inf, ())
        for last in range(first + 1, len(words) - lines + 2):
            rest, ends = best(last, lines - 1)
            found = min(found, (max(wide(first, last), rest), (last, *ends)))
        return found

    if count > len(words):
        return ()
    widest, ends = best(0, count)
    if widest > room:
        return ()
    return tuple(" ".join(words[first:last]) for first, last in zip((0, *ends), ends, strict=False))


def _greedy(face: Typeface, words: Sequence[str], room: float, most: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if len(lines) == most or face.wide(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
