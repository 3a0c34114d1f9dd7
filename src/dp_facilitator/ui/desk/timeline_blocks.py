"""How one block of a timeline is drawn, and what the kinds of blocks are called beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.model.session import Session
from dp_facilitator.ui.theme import Look, mix
from dp_facilitator.ui.widgets.pills import Flow
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .phase_kinds import token
from .spans import Span

_PALE = {"planned": 0.4, "ran": 0.0, "over": 0.6, "stood": 0.85, "coming": 0.75}
"""How far towards the ground each kind of block is mixed."""


def paint_block(painter: QPainter, look: Look, span: Span, box: QRectF) -> None:
    """One block in the colour of its phase: pale when planned or to come, hatched, outlined or solid."""
    _paint(painter, look, token(span.step.phase.kind), span.kind, box)


def paint_frame(painter: QPainter, look: Look, around: QRectF, now: float) -> None:
    """The frame of the step under way and the mark of the present moment, `now` pixels from the left."""
    ink, side = look.colour("ink"), look.px(5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2))
    painter.drawRoundedRect(around.adjusted(-1, -2, 1, 2), 4, 4)
    painter.drawLine(QPointF(now, around.top() - 2), QPointF(now, around.bottom() + 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    low = around.bottom() + 3  # above the row stands its name
    corners = [QPointF(now - side, low + side), QPointF(now + side, low + side), QPointF(now, low)]
    painter.drawPolygon(QPolygonF(corners))


def _paint(painter: QPainter, look: Look, name: str, kind: str, box: QRectF) -> None:
    colour, card = look.colour(name), look.colour("card")
    radius = min(3.0, box.width() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(colour, card, _PALE[kind]))
    painter.drawRoundedRect(box, radius, radius)
    if kind == "stood":
        _hatch(painter, box, look)
    if kind in ("over", "coming"):
        wide = 1.5 if kind == "over" else 1.0
        painter.setPen(QPen(look.colour("ink") if kind == "over" else mix(colour, card, 0.3), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = wide / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _hatch(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.save()
    clip = QPainterPath()
    clip.addRect(box)
    painter.setClipPath(clip)
    painter.setPen(QPen(look.colour("muted"), 1.5))
    step, high = look.px(6), box.height()
    x = box.left() - high
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + high, box.top()))
        x += step
    painter.restore()


class _Sample(QWidget):
    """A small block as it stands in the picture."""

    def __init__(self, look: Look, name: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._kind = look, name, kind
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(14), self._look.px(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self._look.px(14))
        box = QRectF(0, (self.height() - side) / 2, side, side)
        _paint(painter, self._look, self._name, self._kind, box)


class TimelineLegend(QWidget):
    """What the colours and patterns of a timeline mean, in words that wrap."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._flow = Flow(gap=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._flow)

    def show_session(self, session: Session) -> None:
        """Names the phases of this session once each, then the patterns."""
        titles: dict[str, str] = {}
        for step in session.course.steps:
            titles.setdefault(token(step.phase.kind), step.phase.title)
        if "other" in titles:
            titles["other"] = tr("Together")
        phases = tuple((name, "ran", title) for name, title in titles.items())
        shown = (*phases, ("other", "stood", tr("Paused")), ("other", "over", tr("Over its time")))
        if shown == self._shown:
            return
        self._shown = shown
        self._flow.clear()
        for name, kind, words in shown:
            self._flow.add(self._entry(name, kind, words))

    def _entry(self, name: str, kind: str, words: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Sample(self._look, name, kind))
        row.addWidget(Words(words, "small", wrap=False))
        return entry
