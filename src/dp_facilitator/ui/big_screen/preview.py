"""The big screen in small, for the desk."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from dp_facilitator.ui.big_screen.face import Face
from dp_facilitator.ui.big_screen.words import Faced
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

_ROUND = 8.0


class Preview(QWidget):
    """The very picture that the room sees, scaled down; in the shape of the room's window.

    `look` is the big screen's, not the desk's.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = Face(look)
        self._face.resize(1920, 1080)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._say()
        look.changed.connect(self._dress)

    @Slot(object)
    def show_face(self, faced: Faced) -> None:
        """Show a state of the big screen."""
        parts = self._face.show(faced)
        if not parts:
            return
        place, scale = self._place()
        for part in parts:
            box = QRectF(
                place.left() + part.left() * scale,
                place.top() + part.top() * scale,
                part.width() * scale,
                part.height() * scale,
            )
            self.update(box.toAlignedRect().adjusted(-1, -1, 1, 1))
        self._say()

    @Slot(QSize)
    def show_shape(self, size: QSize) -> None:
        """Take the shape of the room's window."""
        if size.width() > 0 and size.height() > 0:
            self._face.resize(size.width(), size.height())
            self.updateGeometry()
            self.update()

    def faced(self) -> Faced:
        """What is shown now."""
        return self._face.faced

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._face.size.height() / self._face.size.width())

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        place, scale = self._place()
        asked = QRectF(event.rect()).translated(-place.topLeft())
        part = QRectF(asked.x() / scale, asked.y() / scale, asked.width() / scale, asked.height() / scale)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            clip = QPainterPath()
            clip.addRoundedRect(place, _ROUND, _ROUND)
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            painter.translate(place.topLeft())
            painter.scale(scale, scale)
            self._face.paint(painter, QRegion(part.toAlignedRect()))
            painter.restore()
            # The room is dark, and so may the desk be.
            painter.setPen(QPen(self._look.colour("control_border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)

    def _place(self) -> tuple[QRectF, float]:
        """Where the picture stands in this widget, and its scale."""
        size = self._face.size
        scale = min(self.width() / size.width(), self.height() / size.height())
        wide, high = size.width() * scale, size.height() * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high), scale

    def _say(self) -> None:
        said = self._face.faced.said or tr("nothing")
        name = tr("The room sees: {said}").format(said=said)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    @Slot()
    def _dress(self) -> None:
        self._face.dress()
        self.update()
