"""Fields for times, typed as people type them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dp_facilitator.ui.theme import mark
from dp_facilitator.ui.widgets.typed_times import duration_words, parse_clock, parse_duration
from dp_facilitator.words import marked, tr

__all__ = ["DurationField", "NumberField", "TimeField", "duration_words", "parse_clock", "parse_duration"]


class _TypedField(QLineEdit):
    """A line that is read when it is left or Return is pressed, and says if it cannot be.

    The property `wrong` is True while its text is not understood; the last good value stays.

    Signals: doubted(str) – its text is not understood, and what to type instead; "" once it is.
    """

    doubted = Signal(str)
    _hint = ""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("wrong", False)
        self.editingFinished.connect(self._read)
        self.textEdited.connect(self._forgive)

    def is_wrong(self) -> bool:
        """Whether the text now in the field is not understood."""
        return bool(self.property("wrong"))

    _clicked_in = False
    """Whether the mouse has just brought the focus; letting go of its button would take the selection away again."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self._clicked_in = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicked_in and not self.hasSelectedText():
            self.selectAll()
        self._clicked_in = False

    @Slot()
    def _read(self) -> None:
        raise NotImplementedError

    @Slot(str)
    def _forgive(self, _text: str) -> None:
        self._show_wrong(False)

    def _show_wrong(self, wrong: bool) -> None:
        hint = tr(self._hint) if wrong else ""
        if wrong or self.is_wrong():
            self.doubted.emit(f"“{self.text().strip()}”: {hint}" if wrong else "")
        mark(self, wrong=wrong)
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)


class TimeField(_TypedField):
    """A time of day; "10", "10:00", "930" and "9.30" are all understood.

    With `optional`, an empty field is a value too: "".

    Signals: changed(str) – another time was typed, as HH:MM (or "").
    """

    changed = Signal(str)
    _hint = marked("Type a time such as 10:00 or 9.30.")

    def __init__(self, name: str, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._optional = optional
        self._value = ""

    def value(self) -> str:
        """The last good time as HH:MM, or ""."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a time given as HH:MM, or ""; emits nothing."""
        self._value = value
        self.setText(value)
        self._show_wrong(False)

    @Slot()
    def _read(self) -> None:
        empty = not self.text().strip()
        value = "" if empty and self._optional else parse_clock(self.text())
        if value is None:
            self._show_wrong(True)
            return
        before = self._value
        self.show_value(value)
        if value != before:
            self.changed.emit(value)


class DurationField(_TypedField):
    """A length of time; "4", "4:30", "90s" and "1h" are all understood and shown as 4:00.

    Signals: changed(int) – another length was typed, in seconds.
    """

    changed = Signal(int)
    _hint = marked("Type a time such as 4, 4:30, 90s or 1h.")

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._value = 0

    def value(self) -> int:
        """The last good length in seconds; 0 before there is one."""
        return self._value

    def show_value(self, seconds: int) -> None:
        """Show a length in seconds; emits nothing."""
        self._value = seconds
        self.setText(duration_words(seconds))
        self._show_wrong(False)

    @Slot()
    def _read(self) -> None:
        seconds = parse_duration(self.text())
        if seconds is None:
            self._show_wrong(True)
            return
        before = self._value
        self.show_value(seconds)
        if seconds != before:
            self.changed.emit(seconds)


class NumberField(_TypedField):
    """A whole number within bounds.

    Signals: changed(int) – another number was typed.
    """

    changed = Signal(int)

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._value, self._least, self._most = least, least, most
        self._hint = tr("Type a number from {least} to {most}.").format(least=least, most=most)

    def value(self) -> int:
        """The last good number."""
        return self._value

    def show_value(self, value: int) -> None:
        """Show a number; emits nothing."""
        self._value = value
        self.setText(str(value))
        self._show_wrong(False)

    @Slot()
    def _read(self) -> None:
        typed = self.text().strip()
        good = typed.isascii() and typed.isdigit() and len(typed) < 9 and self._least <= int(typed) <= self._most
        if not good:
            self._show_wrong(True)
            return
        before = self._value
        self.show_value(int(typed))
        if self._value != before:
            self.changed.emit(self._value)
