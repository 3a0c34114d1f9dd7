"""The quiet pictures: before the start, in a pause, and at the end. Centred, without a clock."""

from PySide6.QtCore import QRectF

from dp_facilitator.ui.big_screen import measures as m
from dp_facilitator.ui.big_screen.blocks import BOLD, STRONG, Block
from dp_facilitator.ui.big_screen.chips import ChipRows
from dp_facilitator.ui.big_screen.pieces import Piece, Sign, Words
from dp_facilitator.ui.big_screen.running import Laid
from dp_facilitator.ui.big_screen.typefaces import Typeface, Typefaces, fits_in, wrap
from dp_facilitator.ui.big_screen.words import Faced

_SIGN = 0.155
_GAP = 0.082
_COLOURS = {"calm": "calm", "quiet": "muted"}


def lay_calm(types: Typefaces, space: m.Space, faced: Faced) -> Laid:
    """A title, a line or two and perhaps the names, in the middle of the window."""
    pieces: list[Piece] = []
    y = 0.0
    if faced.mark:
        side = round(space.px(_SIGN))
        left = round((space.width - side * 0.88) / 2)
        pieces.append(Sign(faced.mark, QRectF(left, 0, round(side * 0.88), side), "calm"))
        y = side + space.px(_GAP)
    face = types.words(space.px(m.CALM_TITLE), BOLD)
    if not fits_in(face, faced.title, space.content, 2):
        face = types.words(space.px(m.TITLE), BOLD)
    y = _centred(pieces, space, face, faced.title, "ink", y, 3, faced.names)
    for line in faced.lines:
        y += space.px(_GAP if line is faced.lines[0] else _GAP * 0.55)
        face = types.words(space.px(m.CALM_LINE), STRONG)
        y = _centred(pieces, space, face, line.said, _COLOURS.get(line.voice, "ink"), y, 2, faced.names)
    if faced.chips:
        y += space.px(_GAP)
        rows = ChipRows(types, space).block(faced.chips, 2, centred=True)
        pieces += rows.at(y)
        y += rows.high
    return Laid(Block(tuple(pieces), y).at(max(space.px(0.03), (space.height - y) / 2)))


def _centred(
    pieces: list[Piece],
    space: m.Space,
    face: Typeface,
    text: str,
    colour: str,
    y: float,
    most: int,
    names: tuple[str, ...],
) -> float:
    """Adds the text in the middle from y on, and answers where its last row's letters stand."""
    pitch = face.cap * 1.5
    rows = wrap(face, text, space.content, most, names)
    for at, row in enumerate(rows):
        x = round((space.width - row.wide) / 2)
        pieces.append(Words(row.text, face, colour, x, round(y + face.cap + at * pitch), row.squeeze))
    return y + face.cap + (len(rows) - 1) * pitch
