"""Fields of a plan: each knows which one it is, says what was written in it, and leaves Undo to the page."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.fields import DurationField


def is_undo(event: QEvent) -> bool:
    """Whether a key asks to undo or redo: the page does it for all its fields together."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class Line(QLineEdit):
    """One line of words. Signals: written(str, object) – its key, and the words as they are typed."""

    written = Signal(str, object)

    def __init__(self, key: str, name: str, limit: int = 160, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(name)
        self.setMaxLength(limit)
        self.setAcceptDrops(False)  # a file that is dropped here is meant for the page, not for its path to be written
        self.textEdited.connect(self._write)

    def show_value(self, value: object) -> None:
        """Shows words; those that are being typed keep the cursor, and so do those that stand there anyway."""
        text = str(value or "")
        as_usual = not text and self.text() == self.placeholderText()
        if text != self.text() and not as_usual:
            self.setText(text)
            self.setCursorPosition(0)

    def lock(self, locked: bool) -> None:
        """Only for reading."""
        self.setReadOnly(locked)
        mark(self, locked=locked)

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    @Slot(str)
    def _write(self, text: str) -> None:
        self.written.emit(self._key, text)


class Lines(QPlainTextEdit):
    """Several lines, one thing each. Signals: written(str, object) – its key, and a tuple of the lines."""

    written = Signal(str, object)

    def __init__(self, look: Look, key: str, name: str, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._key, self._rows = look, key, rows
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.textChanged.connect(self._write)
        look.changed.connect(self._dress)
        self._dress()

    def lines(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.toPlainText().split("\n") if line.strip())

    def show_value(self, value: object) -> None:
        """Shows lines; an empty one at the end, where the next will be typed, stays."""
        lines = tuple(value) if isinstance(value, tuple) else ()
        if lines != self.lines():
            self.blockSignals(True)
            self.setPlainText("\n".join(lines))
            self.blockSignals(False)

    def lock(self, locked: bool) -> None:
        """Only for reading."""
        self.setReadOnly(locked)
        mark(self, locked=locked)

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    @Slot()
    def _write(self) -> None:
        self.written.emit(self._key, self.lines())

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(22 * self._rows + 22))


class Length(DurationField):
    """A length of time; with `optional`, an empty one is None. Signals: written(str, object) – key and seconds."""

    written = Signal(str, object)

    def __init__(self, key: str, name: str, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._key, self._optional = key, optional
        self.setAcceptDrops(False)
        self.changed.connect(self._write)
        if optional:
            self.setPlaceholderText("–")

    def forget(self) -> None:
        """What is half typed, or was not understood, goes with the plan it belonged to."""
        self._value = -1

    def show_value(self, seconds: int | None) -> None:
        """Shows a length; what is just being typed stays."""
        if seconds == (self._value or None) and (self.is_wrong() or self.isModified()):
            return
        super().show_value(seconds or 0)
        self.setModified(False)
        if not seconds:
            self.clear()

    def lock(self, locked: bool) -> None:
        """Only for reading."""
        self.setReadOnly(locked)
        mark(self, locked=locked)

    def event(self, event: QEvent) -> bool:
        if is_undo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)

    @Slot()
    def _read(self) -> None:
        if self.isReadOnly():
            return
        self.setModified(False)
        if self._optional and not self.text().strip():
            before, self._value = self._value, 0
            self._show_wrong(False)
            if before:
                self.written.emit(self._key, None)
            return
        super()._read()

    @Slot(int)
    def _write(self, seconds: int) -> None:
        self.written.emit(self._key, seconds)
