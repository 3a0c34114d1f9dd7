"""The parts of a picture, each laid out on its own: title, lines, names, what comes next.

A block begins at y = 0 with the tops of its capitals and is moved to its place as a whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dp_facilitator.ui.big_screen import measures as m
from dp_facilitator.ui.big_screen.asked import Line
from dp_facilitator.ui.big_screen.pieces import Piece, Words
from dp_facilitator.ui.big_screen.typefaces import Fitted, Typeface, Typefaces, fit, fits, fits_in, wrap

BOLD = 700
STRONG = 600
_WHOLE = 0.7
"""A line with a shortened name is as good as whole if so much of it is left."""


@dataclass(frozen=True)
class Block:
    """Pieces and how much room they take, from the top of the first capital to below the last letter.

    `whole` is False when words had to be cut or people left out.
    """

    pieces: tuple[Piece, ...] = ()
    high: float = 0.0
    whole: bool = True

    def at(self, y: float) -> tuple[Piece, ...]:
        """The pieces with the block's top at y."""
        return tuple(_lowered(piece, round(y)) for piece in self.pieces)


def _lowered(piece: Piece, by: float) -> Piece:
    if isinstance(piece, Words):
        return replace(piece, baseline=piece.baseline + by)
    return replace(piece, bounds=piece.bounds.translated(0, by))


def words(face: Typeface, fitted: Fitted, colour: str, x: float, baseline: float) -> Words:
    return Words(fitted.text, face, colour, x, round(baseline), fitted.squeeze)


def whole(rows: Sequence[Fitted], text: str) -> bool:
    """Whether rows say what the text does. A name may be somewhat shorter; nothing may be cut at the end."""
    said = " ".join(row.text for row in rows)
    return "…" not in said or "…" in text or (not said.endswith("…") and len(said) >= len(text) * _WHOLE)


def title_block(types: Typefaces, space: m.Space, title: str, counter: str, names: Sequence[str], most: int) -> Block:
    """Who and what, and at the right which round it is, if there is room for that."""
    face, small = types.words(space.px(m.TITLE), BOLD), types.words(space.px(m.SMALL), STRONG)
    counter_wide = small.wide(counter) + space.px(0.06) if counter else 0.0
    if counter_wide > space.content * 0.4:
        counter, counter_wide = "", 0.0
    beside = space.content - counter_wide
    if fits(face, title, beside):
        lines: tuple[Fitted, ...] = (fit(face, title, beside),)
    elif fits(face, title, space.content):
        lines, counter = (fit(face, title, space.content),), ""
    elif most > 1:
        lines = wrap(face, title, beside, most, names)
    else:
        lines, counter = (fit(face, title, space.content, names),), ""
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        pieces.append(words(face, line, "ink", space.margin, face.cap + at * space.px(m.TITLE_PITCH)))
    if counter:
        x = round(space.right - small.wide(counter))
        pieces.append(Words(counter, small, "muted", x, round(face.cap)))
    high = face.cap * (1 + m.DESCENT) + (len(lines) - 1) * space.px(m.TITLE_PITCH)
    return Block(tuple(pieces), high, whole(lines, title))


def lines_block(
    types: Typefaces,
    space: m.Space,
    lines: Sequence[Line],
    names: Sequence[str],
    most: int,
    *,
    large: bool = False,
    small: bool = False,
) -> Block:
    """What the room is asked. A line may run over `most` rows; a stem and a small one stay on one.

    `large` sets lines as large as stems, `small` in the least type there is.
    """
    pieces: list[Piece] = []
    y, high, uncut = 0.0, 0.0, True
    for line in lines:
        face, rows_most, pitch = _voice(types, space, line, most, large)
        if small and line.voice not in ("stem", "small"):
            face, pitch = types.words(space.px(m.SMALL), STRONG), space.px(m.SMALL_PITCH)
            rows_most = next((n for n in range(1, most) if fits_in(face, line.said, space.content, n)), most)
        rows = wrap(face, line.said, space.content, rows_most, names)
        uncut = uncut and whole(rows, line.said)
        for at, row in enumerate(rows):
            lead = line.lead if at == 0 else ""
            pieces += _with_lead(face, row, lead, space.margin, y + face.cap)
            high = y + face.cap * (1 + m.DESCENT)
            y += pitch
    return Block(tuple(pieces), high, uncut)


def _voice(types: Typefaces, space: m.Space, line: Line, most: int, large: bool) -> tuple[Typeface, int, float]:
    """The type of a line, how many rows it may take and how far apart they stand."""
    if line.voice == "stem":
        return types.words(space.px(m.STEM), STRONG), 1, space.px(m.STEM_PITCH)
    small = types.words(space.px(m.SMALL), STRONG)
    if line.voice == "small":
        return small, 1, space.px(m.SMALL_PITCH)
    if large:
        return types.words(space.px(m.STEM), STRONG), 3, space.px(m.STEM_PITCH)
    usual = types.words(space.px(m.LINE), STRONG)
    most = 1 if line.voice == "rule" else most
    for count in range(1, most + 1):
        # Smaller letters are easier to read than narrow ones.
        if fits_in(usual, line.said, space.content * m.SQUEEZE / m.HARDLY_NARROWER, count):
            return usual, count, space.px(m.LINE_PITCH)
        if fits_in(small, line.said, space.content, count):
            return small, count, space.px(m.LINE_PITCH)
    return small, most, space.px(m.LINE_PITCH)


def _with_lead(face: Typeface, row: Fitted, lead: str, x: float, baseline: float) -> list[Piece]:
    """A row whose beginning stands in grey."""
    if not lead or not row.text.startswith(lead):
        return [words(face, row, "ink", x, baseline)]
    rest = row.text[len(lead) :].lstrip()
    after = x + round(face.wide(f"{lead} ") * row.squeeze)
    return [
        Words(lead, face, "muted", x, round(baseline), row.squeeze),
        Words(rest, face, "ink", after, round(baseline), row.squeeze),
    ]


def next_block(types: Typefaces, space: m.Space, upcoming: Sequence[str], names: Sequence[str], most: int) -> Block:
    """What comes next, in the longest words that fit on one row; else on `most` rows, the last of them cut."""
    if not upcoming:
        return Block()
    face = types.words(space.px(m.SMALL), STRONG)
    text = next((text for text in upcoming if fits(face, text, space.content)), upcoming[-1])
    rows = wrap(face, text, space.content, most, names)
    lead, _, _ = text.partition(" ")
    pieces: list[Piece] = []
    for at, row in enumerate(rows):
        baseline = face.cap + at * space.px(m.SMALL_PITCH)
        pieces += _with_lead(face, row, lead if at == 0 else "", space.margin, baseline)
    high = face.cap * (1 + m.DESCENT) + (len(rows) - 1) * space.px(m.SMALL_PITCH)
    return Block(tuple(pieces), high, whole(rows, text))
