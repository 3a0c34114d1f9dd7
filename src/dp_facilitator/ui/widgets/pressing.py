"""What all buttons have in common: which keys press them, and that a mouse leaves the focus where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class Pressing(_Base):
    """Stands before the Qt class among the bases of a button.

    Return presses it as Space does, and a key that is held presses it once. A click leaves the focus where someone
    is writing, so that the next letter is not taken for a key of the session.
    """

    def take_focus_by_tab(self) -> None:
        """The focus comes by Tab alone."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        finish_typing()
        super().mousePressEvent(event)


def finish_typing() -> None:
    """A field that is being typed in takes what stands in it, as it does when it is left."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        field.clearFocus()
        if field.isVisible():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
