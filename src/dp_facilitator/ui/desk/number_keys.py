"""A key with a digit, such as Alt 3, that says its number."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class NumberKey(QShortcut):
    """Works wherever the focus is in the window, while its owner is visible. Signal: `pressed(int)`."""

    pressed = Signal(int)

    def __init__(self, held: str, number: int, owner: QWidget) -> None:
        super().__init__(QKeySequence(f"{held}+{number}"), owner)
        self._number = number
        self.setAutoRepeat(False)
        self.activated.connect(self._say)

    @Slot()
    def _say(self) -> None:
        self.pressed.emit(self._number)
