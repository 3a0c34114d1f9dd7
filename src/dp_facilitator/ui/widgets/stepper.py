"""A value that goes up and down by one step at a press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}
"""By how many steps a key goes; far enough is to the end."""


class _StepButton(IconButton):
    """One end of a stepper; the arrow keys work on it as well. Signal: stepped(int) – by how many steps."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if steps := _KEYS.get(Qt.Key(event.key())):
            self.stepped.emit(steps)
        else:
            super().keyPressEvent(event)


class Stepper(QWidget):
    """Less, the value, more; the value is a whole number of percent.

    With the focus on either button the arrows go by a step, Home and End to the ends.

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
        self._words.show_text(f"{value} %")
        self.less.setEnabled(value > self._least)
        self.more.setEnabled(value < self._most)

    def _make(self, look: Look, less: str, more: str) -> None:
        self.less = _StepButton(look, "minus", less)
        self.more = _StepButton(look, "plus", more)
        self._words = Words("", "strong", wrap=False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.less)
        row.addWidget(self._words)
        row.addWidget(self.more)
        row.addStretch(1)
        self._dress()

    def _connect(self) -> None:
        self.less.clicked.connect(self._go_down)
        self.more.clicked.connect(self._go_up)
        for button in (self.less, self.more):
            button.stepped.connect(self._go)
        self._look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self._words.setMinimumWidth(self._look.px(72))

    @Slot()
    def _go_down(self) -> None:
        self._go(-1)

    @Slot()
    def _go_up(self) -> None:
        self._go(1)

    @Slot(int)
    def _go(self, steps: int) -> None:
        value = min(self._most, max(self._least, self._value + steps * self._step))
        if value == self._value:
            return
        other = self.more if steps < 0 else self.less
        focused = self.less.hasFocus() or self.more.hasFocus()
        self.show_value(value)
        if focused and not (self.less.hasFocus() or self.more.hasFocus()):
            # The end is reached: the focus stays here, on the button that still does something.
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(value)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tr("{value} percent").format(value=value)))
