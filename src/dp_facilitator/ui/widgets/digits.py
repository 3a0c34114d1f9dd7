"""The countdown: one time in digits that never move."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look

_MEASURED_AT = 400


def shape_of(text: str) -> str:
    """The widest text of a time's form: "4:12" has the shape "0:00"."""
    return "".join("0" if letter.isdigit() else letter for letter in text)


class Digits(QWidget):
    """One countdown text, as large as its place allows, in the digit typeface.

    The size is fitted from a shape ("0:00", "00:00", "0:00:00"), not from the text; every
    character has its own cell and short texts stand at the right end of the shape. So neither
    the colon nor any digit moves from second to second or from state to state. A text longer
    than the shape makes the shape longer. Give `setAccessibleName` the time in words.
    With `ground`, a token, it paints its own ground: what is behind need not be painted again each second.
    """

    def __init__(self, look: Look, shape: str = "00:00", ground: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        self._shape = shape_of(shape)
        self._text = ""
        self._colour = QColor()
        self._align = Qt.AlignmentFlag.AlignLeft
        self._fitted: tuple[QSize, str] | None = None
        self._font = QFont()
        self._cells: dict[str, float] = {}
        self._digit = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._dress)

    def show_shape(self, shape: str) -> None:
        """Fit to another widest text, at the start of a phase."""
        if shape_of(shape) != self._shape:
            self._shape = shape_of(shape)
            self.update()

    def show_text(self, text: str, colour: str | QColor = "calm") -> None:
        """Show a time in a token's colour (or any QColor); repaints only what is new."""
        wanted = QColor(colour) if isinstance(colour, QColor) else self._look.colour(colour)
        if text == self._text and wanted == self._colour:
            return
        self._text = text
        self._colour = wanted
        if len(text) > len(self._shape):
            self._shape = shape_of(text)
        self.update()

    def text(self) -> str:
        return self._text

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Where the shape stands in a wider place: AlignLeft, AlignHCenter or AlignRight."""
        self._align = alignment
        self.update()

    def digit_height(self) -> float:
        """The height of a 0 in pixels as it is drawn now."""
        self._fit()
        return self._digit.height()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(130))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._fit()
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), self._look.colour(self._ground))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._font)
        painter.setPen(self._colour)
        x = self._left()
        # Round digits stand a little below the line, so the box of the 0 is what is centred.
        baseline = round((self.height() - self._digit.height()) / 2 - self._digit.top())
        text = self._text.rjust(len(self._shape))
        metrics = QFontMetricsF(self._font)
        for place, letter in zip(self._shape, text, strict=True):
            cell = self._cells[place]
            offset = (cell - metrics.horizontalAdvance(letter)) / 2
            painter.drawText(QPointF(round(x + offset), baseline), letter)
            x += cell

    def _left(self) -> float:
        wide = sum(self._cells[place] for place in self._shape)
        spare = self.width() - wide
        if self._align == Qt.AlignmentFlag.AlignHCenter:
            return round(spare / 2)
        if self._align == Qt.AlignmentFlag.AlignRight:
            return round(spare)
        # A digit's own side bearing would set it in from the words above it.
        metrics = QFontMetricsF(self._font)
        return -float(int(min(metrics.leftBearing(digit) for digit in "0123456789")))

    def _fit(self) -> None:
        if self._fitted == (self.size(), self._shape):
            return
        self._fitted = (self.size(), self._shape)
        cells, digit = _measure(self._look.digit_font(_MEASURED_AT), self._shape)
        height = digit.height()
        wide = sum(cells[place] for place in self._shape)
        share = min(self.width() / wide, self.height() / height) if wide and height else 0
        pixels = max(8, int(_MEASURED_AT * share))
        self._font = self._look.digit_font(pixels)
        self._cells, self._digit = _measure(self._font, self._shape)

    @Slot()
    def _dress(self) -> None:
        self._fitted = None
        self.update()


def _measure(font: QFont, shape: str) -> tuple[dict[str, float], QRectF]:
    """The cell width of each character of a shape, and the box of a 0 on its line, in pixels."""
    metrics = QFontMetricsF(font)
    digit = max(metrics.horizontalAdvance(letter) for letter in "0123456789")
    cells = {place: float(round(digit if place == "0" else metrics.horizontalAdvance(place))) for place in set(shape)}
    return cells, metrics.tightBoundingRect("0")
