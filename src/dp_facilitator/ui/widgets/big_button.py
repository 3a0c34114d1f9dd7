"""A large button that paints its own words and key cap, and makes them fit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.following import FollowingButton
from dp_facilitator.ui.widgets.text import count_lines, wrap_lines

_RADIUS = 12


@dataclass(frozen=True)
class Setting:
    """How the words are set at one width: their font, their lines, and the key cap's room."""

    font: QFont
    lines: tuple[str, ...]
    cap: int

    @property
    def step(self) -> int:
        return QFontMetrics(self.font).height()


class BigButton(FollowingButton):
    """A button that paints its words, wrapped if need be, and its key cap.

    What does not fit is tried without the key cap, then smaller, before it is elided.
    """

    _lines_at_most = 2
    _margin = 12
    _gap = 10
    _height = 64
    _height_by_text = 36

    def __init__(self, look: Look, words: str = "", parent: QWidget | None = None) -> None:
        self._look = look
        super().__init__(words, parent)
        self.setProperty("role", "big")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        setting = self._set(width)
        text = max(1, len(setting.lines)) * setting.step
        return max(self._least_height(), text + 2 * self._look.px(8))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._fonts()[0])
        width = metrics.horizontalAdvance(self._words) + 2 * self._margin + 4
        return QSize(width + self._cap_room(), self._least_height())

    def minimumSizeHint(self) -> QSize:
        widest = min(self._widest_word(self._fonts()[0]), self._look.px(120))
        return QSize(widest + 2 * self._margin + 4, self._least_height())

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def _show(self) -> None:
        self._dress()

    def _fonts(self) -> tuple[QFont, ...]:
        """The fonts to try, the largest first."""
        raise NotImplementedError

    def _least_height(self) -> int:
        return max(self._height, self._look.px(self._height_by_text))

    def _set(self, width: int) -> Setting:
        room = width - 2 * self._margin
        ways = ((font, cap, most) for font in self._fonts() for cap, most in self._caps_and_lines() if room > cap)
        tries = sorted(ways, key=_lines)  # fewer lines come before larger letters; the rest stays as it is listed
        for font, cap, most in tries:
            fits = self._widest_word(font) <= room - cap
            if fits and count_lines(self._words, font, room - cap) <= most:
                return Setting(font, wrap_lines(self._words, font, room - cap, most), cap)
        font = self._fonts()[-1]
        return Setting(font, wrap_lines(self._words, font, room, self._lines_at_most), 0)

    def _caps_and_lines(self) -> tuple[tuple[int, int], ...]:
        """Pairs to try of the key cap's room (0: without it) and the most lines."""
        raise NotImplementedError

    def _widest_word(self, font: QFont) -> int:
        metrics = QFontMetrics(font)
        return max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)

    def _cap_font(self) -> QFont:
        return self._look.font(self._look.sizes.small, 600)

    def _cap_size(self) -> QSize:
        metrics = QFontMetrics(self._cap_font())
        wide = metrics.horizontalAdvance(self._keys) + self._look.px(16)
        return QSize(wide, metrics.height() + self._look.px(5))

    def _cap_room(self) -> int:
        return self._cap_size().width() + self._gap if self._keys else 0

    def _paint_face(self, painter: QPainter, fill: QColor, edge: QColor, width: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS - inset, _RADIUS - inset)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_lines(self, painter: QPainter, setting: Setting, area: QRect, align: Qt.AlignmentFlag) -> None:
        painter.setFont(setting.font)
        top = area.top() + (area.height() - setting.step * len(setting.lines)) // 2
        for number, line in enumerate(setting.lines):
            row = QRect(area.left(), top + number * setting.step, area.width(), setting.step)
            painter.drawText(row, align | Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_cap(self, painter: QPainter, left: int, ink: QColor) -> None:
        size = self._cap_size()
        top = (self.height() - size.height()) // 2
        box = QRectF(left + 0.5, top + 0.5, size.width() - 1, size.height() - 1)
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(self._cap_font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)


def _lines(way: tuple[QFont, int, int]) -> int:
    return way[2]
