"""A theme to choose, as a small picture of itself."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Tokens
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain_tip

PICTURE = 92
"""Pixels that the picture is high, at 100 %."""


class ThemeTile(Pressing, QAbstractButton):
    """One of several themes, drawn in its own colours whatever the page wears. `themes` are one, or two that share
    the picture. Checkable: one of a group is chosen."""

    def __init__(self, look: Look, name: str, words: str, themes: tuple[Tokens, ...], parent: QWidget | None = None):
        super().__init__(parent)
        self._look = look
        self._words = words
        self._themes = themes
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.take_focus_by_tab()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(self._look.sizes.body, 600)).horizontalAdvance(self._words)
        return QSize(max(self._look.px(150), words + self._look.px(48)), self._look.px(PICTURE + 42))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -self._look.px(42))
        for number, theme in enumerate(self._themes):
            self._paint_theme(painter, box, theme, number / len(self._themes))
        edge = self._look.colour("accent" if self.isChecked() else "control_border")
        self._outline(painter, box, edge, 3 if self.isChecked() else 1)
        self._paint_words(painter, box)
        if self.hasFocus():
            self._outline(painter, QRectF(self.rect()).adjusted(-1, -1, 1, 1), self._look.colour("focus"), 2, inset=2)

    def _paint_theme(self, painter: QPainter, box: QRectF, theme: Tokens, share: float) -> None:
        """A clock, a bar and two lines on a card; `share` of the box at its left belongs to another theme."""
        whole = QPainterPath()
        whole.addRoundedRect(box, 10, 10)
        mine = QPainterPath()
        mine.addRect(box.adjusted(box.width() * share, 0, 0, 0))
        px = self._look.px
        painter.save()
        painter.setClipPath(whole.intersected(mine))
        painter.fillRect(box, QColor(theme.ground))
        card = box.adjusted(px(12), px(12), -px(12), -px(12))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(card, 6, 6)
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._look.digit_font(px(24)))
        words = card.adjusted(px(10), px(4), -px(10), -px(24))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "4:12")
        painter.setFont(self._look.font(px(16), 600))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "Abc")
        bar = QRectF(words.left(), card.bottom() - px(18), words.width(), px(7))
        for colour, wide in ((theme.track, bar.width()), (theme.calm, bar.width() * 0.62)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), wide, bar.height()), px(3), px(3))
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        px, chosen = self._look.px, self.isChecked()
        ring = QRectF(box.left() + px(4), box.bottom() + px(13), px(16), px(16))
        painter.setBrush(self._look.colour("field"))
        painter.setPen(QPen(self._look.colour("accent" if chosen else "control_border"), 1.5))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(ring.adjusted(px(4), px(4), -px(4), -px(4)))
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self._look.font(self._look.sizes.body, 600))
        room = QRectF(ring.right() + px(9), box.bottom() + 2, box.right() - ring.right() - px(11), px(38))
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _outline(painter: QPainter, box: QRectF, colour: QColor, wide: int, inset: float = 0) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, wide))
        half = wide / 2 + inset
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 10 - half, 10 - half)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
