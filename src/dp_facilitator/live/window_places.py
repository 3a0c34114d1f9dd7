"""Places for windows: one beside the desk, and the desk's own on another display."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

WINDOW: Final = QSize(960, 540)
EDGE: Final = 24


def move_to(desk: QWidget, screen: QScreen) -> None:
    """Move the desk to another display, as large as it was there."""
    state = desk.windowState()
    if state != Qt.WindowState.WindowNoState:
        desk.showNormal()
    room = screen.availableGeometry()
    size = desk.size().boundedTo(room.size())
    desk.setScreen(screen)
    desk.setGeometry(QRect(room.topLeft() + (room.center() - QRect(room.topLeft(), size).center()), size))
    if state != Qt.WindowState.WindowNoState:
        desk.setWindowState(state)
        desk.show()


def free_place(room: QRect, desk: QRect) -> QRect:
    """A place for the window in a corner of the room, the one in which it covers least of the desk."""
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    size = WINDOW.boundedTo(inner.size())
    right, low = inner.right() - size.width() + 1, inner.bottom() - size.height() + 1
    places = [QRect(QPoint(x, y), size) for x in (right, inner.left()) for y in (low, inner.top())]
    return min(places, key=desk_covered_by(desk))


def desk_covered_by(desk: QRect) -> Callable[[QRect], int]:
    """How many pixels of the desk a rectangle covers."""

    def covered(place: QRect) -> int:
        both = place.intersected(desk)
        return both.width() * both.height()

    return covered
