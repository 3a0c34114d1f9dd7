"""What a picture of the big screen is made of: words, rounded boxes and signs, each with its place."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from dp_facilitator.ui.big_screen.typefaces import Typeface
from dp_facilitator.ui.big_screen.words import Mark
from dp_facilitator.ui.theme import Look


@dataclass(frozen=True)
class Words:
    """A line of plain text; `x` and `baseline` are where it begins, `colour` the name of a token."""

    text: str
    face: Typeface
    colour: str
    x: float
    baseline: float
    squeeze: float = 1.0

    @property
    def bounds(self) -> QRectF:
        metrics = self.face.metrics
        wide = metrics.horizontalAdvance(self.text) * self.squeeze
        # Letters may lean out of their advance, and accents out of the ascent.
        lean = metrics.averageCharWidth() / 2
        top = self.baseline - metrics.ascent()
        return QRectF(self.x - lean, top, wide + 2 * lean, metrics.ascent() + metrics.descent())

    def paint(self, painter: QPainter, look: Look) -> None:
        painter.setFont(self.face.font)
        painter.setPen(look.colour(self.colour))
        if self.squeeze == 1.0:
            painter.drawText(QPointF(self.x, self.baseline), self.text)
            return
        painter.save()
        painter.translate(self.x, self.baseline)
        painter.scale(self.squeeze, 1.0)
        painter.drawText(QPointF(0, 0), self.text)
        painter.restore()


@dataclass(frozen=True)
class Box:
    """A filled rectangle with round corners."""

    bounds: QRectF
    rounding: float
    colour: str

    def paint(self, painter: QPainter, look: Look) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(self.colour))
        painter.drawRoundedRect(self.bounds, self.rounding, self.rounding)


@dataclass(frozen=True)
class Sign:
    """The shape that tells a state without its colour: a disc, a triangle, an empty square, two bars."""

    mark: Mark
    bounds: QRectF
    colour: str

    def paint(self, painter: QPainter, look: Look) -> None:
        colour, box = look.colour(self.colour), self.bounds
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        match self.mark:
            case "disc":
                inset = box.width() * 0.04
                painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
            case "triangle":
                corners = [QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]
                path = QPainterPath()
                path.addPolygon(QPolygonF(corners))
                path.closeSubpath()
                painter.drawPath(path)
            case "square":
                thick = box.width() * 0.17
                painter.setBrush(Qt.BrushStyle.NoBrush)
                pen = QPen(colour, thick)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawRect(box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
            case "pause":
                wide = box.width() * 0.34
                for left in (box.left(), box.right() - wide):
                    painter.drawRoundedRect(QRectF(left, box.top(), wide, box.height()), wide / 3, wide / 3)


Piece = Words | Box | Sign
