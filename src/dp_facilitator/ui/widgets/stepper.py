"""A value that goes up and down by one step at a press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.bar import TimeBar
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr


class Stepper(QWidget):
    """Less, a bar, more, and the value in words at the end; the value is a whole number of percent.

    Signals: changed(int) – another value was chosen by hand.
    """

    changed = Signal(int)

    def __init__(
        self, look: Look, less: str, more: str, least: int, most: int, step: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._least, self._most, self._step = least, most, step
        self._value = least
        self._make(look, less, more)
        self._lay_out()
        self._connect()
        self.show_value(least)

    def value(self) -> int:
        return self._value

    def show_value(self, value: int) -> None:
        """Shows a value; emits nothing."""
        self._value = value
        self._bar.show_time((value - self._least) / (self._most - self._least))
        self._words.show_text(f"{value} %")
        self.less.setEnabled(value > self._least)
        self.more.setEnabled(value < self._most)

    def _make(self, look: Look, less: str, more: str) -> None:
        self.less = IconButton(look, "minus", less)
        self.more = IconButton(look, "plus", more)
        self._bar = TimeBar(look, 8)
        self._words = Words("", "strong", wrap=False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.less)
        row.addWidget(self._bar, 1)
        row.addWidget(self.more)
        row.addWidget(self._words)
        self._dress()

    def _connect(self) -> None:
        self.less.clicked.connect(self._go_down)
        self.more.clicked.connect(self._go_up)
        self._look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self._words.setMinimumWidth(self._look.px(56))

    @Slot()
    def _go_down(self) -> None:
        self._go(max(self._least, self._value - self._step), self.more)

    @Slot()
    def _go_up(self) -> None:
        self._go(min(self._most, self._value + self._step), self.less)

    def _go(self, value: int, other: IconButton) -> None:
        focused = self.less.hasFocus() or self.more.hasFocus()
        self.show_value(value)
        if focused and not (self.less.hasFocus() or self.more.hasFocus()):
            # The end is reached: the focus stays here, on the button that still does something.
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(value)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tr("{value} percent").format(value=value)))
