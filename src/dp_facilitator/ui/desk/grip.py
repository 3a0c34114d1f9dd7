"""The handle by which a row is pulled to another place."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton


class Grip(IconButton):
    """Six dots. Signals: pulled(QPoint) – the pointer while it pulls, dropped(QPoint) – where it let go (global)."""

    pulled = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "grip", words, small=True, quiet=True, parent=parent)
        self._from: QPoint | None = None
        self._pulls = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_icon("grip", "muted")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.globalPosition().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.globalPosition().toPoint()
        if self._from is None:
            return
        if self._pulls or (spot - self._from).manhattanLength() >= QApplication.startDragDistance():
            if not self._pulls:
                self.grabKeyboard()
            self._pulls = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pulled.emit(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pulls:
            self._end()
            self.dropped.emit(event.globalPosition().toPoint())
        self._from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pulls and event.key() == Qt.Key.Key_Escape:
            self._end()
            self._from = None
            self.dropped.emit(QPoint(-1, -1))
            return
        super().keyPressEvent(event)

    def _end(self) -> None:
        self._pulls = False
        self.releaseKeyboard()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
