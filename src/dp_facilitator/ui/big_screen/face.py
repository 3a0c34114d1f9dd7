"""The face of the big screen: lays a state out for a size, paints it, and knows what a second changes."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QRegion

from dp_facilitator.ui.big_screen.calm import lay_calm
from dp_facilitator.ui.big_screen.measures import Space
from dp_facilitator.ui.big_screen.pieces import Piece
from dp_facilitator.ui.big_screen.running import Laid, lay_running
from dp_facilitator.ui.big_screen.typefaces import Typefaces
from dp_facilitator.ui.big_screen.words import Clock, Faced
from dp_facilitator.ui.theme import Look


class Face:
    """One picture at one size, in pixels of the room's window. The window and its preview each have one."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._types = Typefaces(look)
        self._size = QSizeF()
        self._faced = Faced("blank")
        self._laid = Laid()

    @property
    def faced(self) -> Faced:
        return self._faced

    @property
    def laid(self) -> Laid:
        return self._laid

    @property
    def size(self) -> QSizeF:
        return self._size

    @property
    def whole(self) -> QRectF:
        return QRectF(0, 0, self._size.width(), self._size.height())

    def resize(self, width: float, height: float) -> None:
        """Lay out for another size."""
        if QSizeF(width, height) != self._size:
            self._size = QSizeF(width, height)
            self._types = Typefaces(self._look)
            self._lay()

    def dress(self) -> None:
        """Lay out again after the look has changed."""
        self._types = Typefaces(self._look)
        self._lay()

    def show(self, faced: Faced) -> list[QRectF]:
        """Take another state; answers the parts that have to be painted again."""
        before, self._faced = self._faced, faced
        if faced == before:
            return []
        if faced.still != before.still:
            self._lay()
            return [self.whole]
        assert before.clock is not None
        assert faced.clock is not None
        return list(self._changed(before.clock, faced.clock))

    def paint(self, painter: QPainter, region: QRegion | None = None) -> None:
        """Paint what lies in the region, or all of it."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        ground = self.whole if region is None else QRectF(region.boundingRect())
        painter.fillRect(ground, self._look.colour("ground"))
        for piece in (*self._laid.pieces, *self._moving(region)):
            if region is None or region.intersects(piece.bounds.toAlignedRect()):
                piece.paint(painter, self._look)

    def _moving(self, region: QRegion | None) -> Iterable[Piece]:
        """What the clock says, at its places, as far as these lie in the region."""
        clock, laid = self._faced.clock, self._laid
        if clock is None:
            return
        for place in (laid.bar, laid.digits, laid.label):
            if place is not None and (region is None or region.intersects(place.bounds.toAlignedRect())):
                yield from place.pieces(clock)

    def _changed(self, before: Clock, now: Clock) -> Iterable[QRectF]:
        laid = self._laid
        recoloured = before.tone != now.tone
        if laid.label and (recoloured or before.label != now.label):
            yield laid.label.bounds
        if laid.bar and (recoloured or before.notch != now.notch):
            yield laid.bar.bounds
        elif laid.bar:
            yield from laid.bar.changed(before.left, now.left)
        if laid.digits:
            yield from laid.digits.changed("" if recoloured else before.text, now.text)

    def _lay(self) -> None:
        width, height = self._size.width(), self._size.height()
        if width < 1 or height < 1:
            return
        space = Space(width, height)
        match self._faced.kind:
            case "running":
                self._laid = lay_running(self._types, space, self._faced)
            case "calm":
                self._laid = lay_calm(self._types, space, self._faced)
            case _:
                self._laid = Laid()
