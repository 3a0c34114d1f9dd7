"""Time as a picture: the bar that runs down, a plan's phases, and planned beside used."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look

Segment = tuple[float, str]


class _Bar(QWidget):
    """A horizontal strip that paints itself from plain values."""

    def __init__(self, look: Look, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(160, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height)

    def _painter(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        return painter

    @Slot()
    def _dress(self) -> None:
        self.update()


class TimeBar(_Bar):
    """How much of a phase is left: a rounded bar, with a notch where the warning comes.

    The notch stands `thick`/2 out of the bar above and below; that room is always kept.
    With `ground`, a token, it paints its own ground: what is behind need not be painted again each second.
    """

    def __init__(self, look: Look, thick: int = 12, ground: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, thick * 2, parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        self._thick = thick
        self._fraction = 0.0
        self._notch: float | None = None
        self._tone = "calm"

    def show_time(self, fraction: float, notch: float | None = None, tone: str = "calm") -> None:
        """Fill a share from 0 to 1 from the left, in a token's colour; `notch` likewise or None."""
        wanted = (min(1.0, max(0.0, fraction)), notch, tone)
        if wanted != (self._fraction, self._notch, self._tone):
            self._fraction, self._notch, self._tone = wanted
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self._painter()
        if self._ground:
            painter.fillRect(self.rect(), self._look.colour(self._ground))
        box = QRectF(0, (self.height() - self._thick) / 2, self.width(), self._thick)
        track = QPainterPath()
        track.addRoundedRect(box, self._thick / 2, self._thick / 2)
        painter.fillPath(track, self._look.colour("track"))
        if self._fraction > 0:
            # Never narrower than it is high, or its round ends would not be round.
            wide = max(self._thick, box.width() * self._fraction)
            fill = QRectF(box.left(), box.top(), wide, box.height())
            painter.setBrush(self._look.colour(self._tone))
            painter.drawRoundedRect(fill, self._thick / 2, self._thick / 2)
        if self._notch is not None:
            wide = max(3.0, self._thick / 4)
            x = min(box.width() - wide, max(0.0, box.width() * self._notch - wide / 2))
            painter.setBrush(self._look.colour("ink"))
            high = self._thick * 1.7
            mark = QRectF(x, (self.height() - high) / 2, wide, high)
            painter.drawRoundedRect(mark, wide / 2, wide / 2)


class PhaseBar(_Bar):
    """A round drawn to scale: one coloured segment a phase, three pixels apart.

    A segment is (weight, token name); `whole` is the weight of the full width, so that bars of
    several rounds can be compared.
    """

    def __init__(self, look: Look, thick: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(look, thick, parent)
        self._segments: tuple[Segment, ...] = ()
        self._whole = 0.0

    def show_segments(self, segments: tuple[Segment, ...], whole: float = 0.0) -> None:
        """Draw these; `whole` 0 lets them fill the width."""
        if (segments, whole) != (self._segments, self._whole):
            self._segments, self._whole = segments, whole
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        total = max(self._whole, sum(weight for weight, _ in self._segments))
        if total <= 0:
            return
        painter = self._painter()
        at = 0.0
        for weight, token in self._segments:
            if weight <= 0:
                continue
            left = self.width() * at / total
            wide = max(2.0, self.width() * weight / total - 3)
            painter.setBrush(self._look.colour(token))
            painter.drawRoundedRect(QRectF(left, 0, wide, self.height()), 3, 3)
            at += weight


class TwinBar(_Bar):
    """Planned time as a pale outlined bar above, used time as a solid one below, on one scale."""

    def __init__(self, look: Look, thick: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(look, thick * 2 + 4, parent)
        self._thick = thick
        self._planned = 0.0
        self._used = 0.0
        self._whole = 0.0

    def show_times(self, planned: float, used: float, whole: float = 0.0) -> None:
        """Seconds planned and used; `whole` seconds take the full width (0: the longer one)."""
        if (planned, used, whole) != (self._planned, self._used, self._whole):
            self._planned, self._used, self._whole = planned, used, whole
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        whole = max(self._whole, self._planned, self._used)
        if whole <= 0:
            return
        painter = self._painter()
        round_by = self._thick / 2 - 1
        top = (self.height() - 2 * self._thick - 4) / 2
        if self._planned > 0:
            wide = max(4.0, self.width() * self._planned / whole - 1)
            painter.setPen(QPen(self._look.colour("control_border"), 1))
            painter.setBrush(self._look.colour("accent_soft"))
            painted = QRectF(0.5, top + 0.5, wide, self._thick - 1)
            painter.drawRoundedRect(painted, round_by, round_by)
        if self._used > 0:
            wide = max(4.0, self.width() * self._used / whole)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("calm"))
            painted = QRectF(0, top + self._thick + 4, wide, self._thick)
            painter.drawRoundedRect(painted, round_by, round_by)
