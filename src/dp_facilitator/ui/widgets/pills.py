"""Small rounded things: a pill that says something and a chip that names a person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look, mark, mix
from dp_facilitator.ui.widgets.flow import Flow, FlowLayout
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain_tip
from dp_facilitator.words import ntr, tr

__all__ = ["Chip", "Flow", "FlowLayout", "Pill"]

_LONGEST_SHORT = "▲ 00:00 behind · 00:00"
"""Short words as long as these are never cut; longer ones, with long names in them, may be."""
_SLACK = 6
"""Pixels more than the words are measured to need: what stands around them is measured with other words in between, and
a last letter that is cut for one pixel costs a whole word."""


class Pill(QLabel):
    """A rounded label such as the clock or "▲ 2:10 behind"; tone: "", calm, good, warning, over.

    With `elide` it may be narrower than its words: then it shows the short ones, or as much as fits, and its tooltip
    has them all.
    """

    def __init__(self, text: str = "", tone: str = "", *, elide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._short = ""
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "pill")
        self.setProperty("tone", tone)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text, tone)

    def show_text(self, text: str, tone: str = "", short: str = "") -> None:
        """Show words in a tone, with shorter ones for a narrow place; nothing is repainted if all are the same."""
        if (text, short) != (self._whole, self._short):
            self._whole, self._short = text, short
            self.setText(text)
            self.setAccessibleName(text)
            self._fit()
        mark(self, tone=tone)

    def whole_text(self) -> str:
        """All the words, also when they are elided on the screen."""
        return self._whole

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._elide:
            hint.setWidth(self._around() + self.fontMetrics().horizontalAdvance(self._whole) + _SLACK)
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._elide:
            measure = self.fontMetrics().horizontalAdvance
            least = min(measure(self._short), measure(_LONGEST_SHORT)) if self._short else measure("Mmmmm…")
            hint.setWidth(min(hint.width(), self._around() + least + 1))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        """What the stylesheet puts around the words: border and padding."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        if not self._elide:
            return
        wide = self.width() - self._around() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 10_000
        fits = self.fontMetrics().horizontalAdvance(self._whole) <= wide
        words = self._whole if fits or not self._short else self._short
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, wide)
        if shown != self.text():
            self.setText(shown)
            self.updateGeometry()
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


class Chip(Pressing, QAbstractButton):
    """One person who gives feedback: solid when chosen, outlined when done, dashed when not yet.

    Checkable; every ✓ is one note given, from four on as a count. `key` is the owner's own number
    for it. A `square` one stands for a thing, such as a criterion.

    Signals: picked(int) – pressed by hand, with its key.
    """

    picked = Signal(int)

    def __init__(
        self, look: Look, key: int, words: str, parent: QWidget | None = None, *, square: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._square = square
        self._words = words
        self._marks = 0
        self.setCheckable(True)
        self.take_focus_by_tab()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        look.changed.connect(self._dress)
        self.show_marks(0)

    def key(self) -> int:
        return self._key

    def show_words(self, words: str) -> None:
        """Name the person otherwise."""
        self._words = words
        self.show_marks(self._marks)

    def show_marks(self, marks: int) -> None:
        """How many notes this person has given; 0 draws the chip dashed."""
        self._marks = marks
        said = ntr("{n} note", "{n} notes", marks).format(n=marks) if marks else tr("no note yet")
        self.setAccessibleName(f"{self._words}, {said}")
        self.setToolTip(plain_tip(f"{self._words}, {said}"))
        self._dress()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        words = min(metrics.horizontalAdvance(self._words), self._look.px(240))
        width = words + metrics.horizontalAdvance(self._tail()) + 2 * self._look.px(12)
        return QSize(width, self._look.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(48), self._look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, edge, fill = look.colour("ink"), look.colour("control_border"), look.colour("card")
        if self.isChecked():
            ink, edge, fill = look.colour("card"), ink, ink
        elif not self._marks:
            ink = look.colour("muted")
        if self.underMouse() and not self.isChecked():
            fill = mix(fill, look.colour("ink"), 0.06)
        dashed = not self._marks and not self.isChecked()
        pen = QPen(edge, 1.4 if dashed else 1)
        if dashed:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(fill)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._draw_outline(painter, box)
        if self.hasFocus():
            self._paint_ring(painter)
        painter.setPen(ink)
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown())

    def _paint_ring(self, painter: QPainter) -> None:
        """Two pixels at the edge; on a solid chip a line of the ground keeps them apart."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(self._look.colour("card"), 4))
            inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
            self._draw_outline(painter, inner)
        painter.setPen(QPen(self._look.colour("focus"), 2))
        self._draw_outline(painter, box)

    def _draw_outline(self, painter: QPainter, box: QRectF) -> None:
        radius = self._look.px(6) if self._square else box.height() / 2
        painter.drawRoundedRect(box, radius, radius)

    def _shown(self) -> str:
        metrics = QFontMetrics(self._font())
        tail = self._tail()
        room = self.width() - 2 * self._look.px(12) - metrics.horizontalAdvance(tail) + 2
        return metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room) + tail

    def _tail(self) -> str:
        if self._marks > 3:
            return f" ✓{self._marks}"
        return f" {'✓' * self._marks}" if self._marks else ""

    def _font(self) -> QFont:
        return self._look.font(self._look.sizes.small, 600)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self._key)
