"""Longer plain text to read, with the line spacing that reading takes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look

SPACING = 1.5


class Prose(QWidget):
    """Paragraphs of plain text at 16 pixels, their lines 1.5 times the type size apart or more.

    `colour` is a token's name. A label of Qt's cannot set its line spacing without markup.
    """

    def __init__(self, look: Look, text: str = "", colour: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._colour = colour
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text; line ends in it begin a paragraph."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._dress()

    def text(self) -> str:
        return self._text

    def step(self) -> float:
        """From one line to the next, in pixels."""
        font = self._look.font(self._look.sizes.body)
        return max(QFontMetricsF(font).height(), SPACING * self._look.sizes.body)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(layout.lineCount() for layout in self._layouts(width)) * self.step())

    def sizeHint(self) -> QSize:
        width = self._look.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), round(self.step()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._colour))
        step, top = self.step(), 0.0
        for layout in self._layouts(self.width()):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                line.draw(painter, QPointF(0, top + (step - line.height()) / 2 - line.y()))
                top += step

    def _layouts(self, width: int) -> list[QTextLayout]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made = []
        for paragraph in self._text.replace("\u2028", "\n").split("\n") if self._text else []:
            layout = QTextLayout(paragraph, self._look.font(self._look.sizes.body))
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
            layout.endLayout()
            made.append(layout)
        return made

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
