"""The two painted buttons of a running session: the next action and those around it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from dp_facilitator.ui.theme import mix
from dp_facilitator.ui.widgets.big_button import BigButton


class MainButton(BigButton):
    """The large blue next action, 76 pixels high: what will happen at left, its key at right.

    Long words wrap to two lines, then they are set smaller, then in three, and the button grows.
    """

    _lines_at_most = 3
    _margin = 22
    _gap = 20
    _height = 76
    _height_by_text = 44

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        fill, ink = look.colour("accent"), look.colour("on_accent")
        if not self.isEnabled():
            fill, ink = look.colour("track"), look.colour("muted")
        elif self.isDown():
            fill = mix(fill, look.colour("ink"), 0.34)
        elif self.underMouse():
            fill = mix(fill, look.colour("ink"), 0.18)
        self._paint_face(painter, fill, fill, 1)
        if self.hasFocus():
            painter.setPen(QPen(ink, 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5.5, 5.5, -5.5, -5.5), 8, 8)
        painter.setPen(ink)
        setting = self._set(self.width())
        area = self.rect().adjusted(self._margin, 0, -self._margin - setting.cap, 0)
        self._paint_lines(painter, setting, area, Qt.AlignmentFlag.AlignLeft)
        if setting.cap:
            left = self.width() - self._margin - self._cap_size().width()
            self._paint_cap(painter, left, ink)

    def _fonts(self) -> tuple[QFont, ...]:
        sizes = self._look.sizes
        return self._look.font(sizes.title, 700), self._look.font(sizes.lead, 700)

    def _caps_and_lines(self) -> tuple[tuple[int, int], ...]:
        cap = self._cap_room()
        return ((cap, 2), (0, 2), (cap, 3), (0, 3)) if cap else ((0, 2), (0, 3))


class ActionButton(BigButton):
    """An outlined verb beside the next action, 64 pixels high: words and key cap in the middle.

    Where both do not fit on a line the key cap goes, and the words may take two lines; the
    tooltip always has the key.
    """

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        fill, ink, edge = look.colour("card"), look.colour("ink"), look.colour("control_border")
        if not self.isEnabled():
            fill, ink, edge = look.colour("ground"), look.colour("muted"), look.colour("track")
        elif self.isDown() or self.isChecked():
            fill = mix(fill, ink, 0.12)
        elif self.underMouse():
            fill = mix(fill, ink, 0.06)
        if self.hasFocus():
            self._paint_face(painter, fill, look.colour("focus"), 3)
        else:
            self._paint_face(painter, fill, edge, 1)
        painter.setPen(ink)
        setting = self._set(self.width())
        metrics = QFontMetrics(setting.font)
        words = max((metrics.horizontalAdvance(line) for line in setting.lines), default=0) + 2
        left = (self.width() - words - setting.cap) // 2
        area = QRect(left, 0, words, self.height())
        self._paint_lines(painter, setting, area, Qt.AlignmentFlag.AlignHCenter)
        if setting.cap:
            self._paint_cap(painter, left + words + self._gap, ink)

    def _fonts(self) -> tuple[QFont, ...]:
        sizes = self._look.sizes
        return self._look.font(self._look.px(18), 600), self._look.font(sizes.body, 600)

    def _caps_and_lines(self) -> tuple[tuple[int, int], ...]:
        cap = self._cap_room()
        return ((cap, 1), (0, 1), (0, 2)) if cap else ((0, 1), (0, 2))
