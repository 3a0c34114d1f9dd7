"""A patch of the colour that a kind of phase has in a timetable."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look


class ColourPatch(QWidget):
    """A small upright bar in a theme colour."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = "other"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._dress)

    def show_colour(self, colour: str) -> None:
        """Another colour, by its name in the theme."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(10), self._look.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
