"""The plain text field inside the note box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit


class NoteField(QPlainTextEdit):
    """A plain text field that hands Return, Tab and Shift+Tab on.

    Signals: kept() – Return; turned(int) – Tab (+1) or Shift+Tab (−1); entered(bool) – focus;
    resized() – its lines are broken anew.
    """

    kept = Signal()
    turned = Signal(int)
    entered = Signal(bool)
    resized = Signal()

    turns = True
    """Whether Tab turns to another stem; else it goes on to what comes after the box."""

    _written = False
    """Whether something was written here that Undo could bring back."""

    def lines(self, most: int) -> int:
        """How many lines the text takes on the screen, counted up to `most`."""
        layout = self.document().documentLayout()
        count, block = 0, self.document().begin()
        while block.isValid() and count < most:
            # Asking for its box is what has a block broken into lines before it is painted.
            layout.blockBoundingRect(block)
            count += max(1, block.layout().lineCount())
            block = block.next()
        return max(1, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def forget(self) -> None:
        """What was written is safe elsewhere: there is nothing to bring back."""
        self._written = False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()  # nothing here to take back or to put a space after: it is a key of the desk
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether a key means nothing in this field as it stands."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.document().isEmpty() and not self._written
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return event.key() == Qt.Key.Key_Space and plain and self.document().isEmpty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._written = self._written or (event.text().isprintable() and bool(event.text()))
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.kept.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and (
            not self.turns or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._leave(forwards=key == Qt.Key.Key_Tab and not shift)
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shift):
            self.turned.emit(-1)
        elif key == Qt.Key.Key_Tab:
            self.turned.emit(1)
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()  # the text stays; the keys of the desk work again
            event.ignore()  # whoever is around may have more to leave, such as a note that is being reworded
        else:
            super().keyPressEvent(event)

    def _leave(self, *, forwards: bool) -> None:
        """On to the next stop: a text that takes Tab for itself keeps it from its own focusNextPrevChild."""
        around = self.parentWidget()
        if around is not None:
            around.focusNextPrevChild(forwards)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(False)
