"""A button that takes a new key."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.keys import key_words
from dp_facilitator.words import marked, tr

Key = Qt.Key
_ALONE: Final = {Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_Meta, Key.Key_AltGr, Key.Key_CapsLock}
_LEAVES: Final = {Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab}
_NONE: Final = {Key.Key_Backspace, Key.Key_Delete}
_ASKS: Final = marked("Press the new key")


class KeyField(QuietButton):
    """Shows the keys of an action; pressed, it waits for another one. Esc or Tab keeps what was, Backspace takes the
    key away.

    Signals: taken(str) – the new key in Qt's own words ("Ctrl+K"), empty for none; waiting(bool).
    """

    taken = Signal(str)
    waiting = Signal(bool)

    def __init__(self, does: str, parent: QWidget | None = None) -> None:
        self._does = does
        self._keys_shown = ""
        self._waits = False
        super().__init__("", parent)
        self.clicked.connect(self._wait)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """The keys that the action has, the main one first."""
        self._keys_shown = ", ".join(key_words(QKeySequence(key)) for key in keys) or tr("No key")
        self._stop()

    def keys_shown(self) -> str:
        return self._keys_shown

    def waits(self) -> bool:
        return self._waits

    def event(self, event: QEvent) -> bool:
        # Tab would go on to the next field, and a shortcut do its work, before keyPressEvent heard of them.
        if self._waits and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() not in (Key.Key_Tab, Key.Key_Backtab):
                self._hear(event)
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        super().focusOutEvent(event)

    def _hear(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in _ALONE or key == Key.Key_unknown or event.isAutoRepeat():
            return
        self._stop()
        if key in _NONE:
            self.taken.emit("")
        elif key not in _LEAVES:
            self.taken.emit(key_of(event))

    @Slot()
    def _wait(self) -> None:
        self._waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_words(f"{tr(_ASKS)}…")
        self.setAccessibleName(f"{self._does}: {tr(_ASKS).lower()}")
        self.waiting.emit(True)

    def _stop(self) -> None:
        waited, self._waits = self._waits, False
        self.show_words(self._keys_shown)
        self.setAccessibleName(tr("{does}: {keys_shown}. Change").format(does=self._does, keys_shown=self._keys_shown))
        if waited:
            self.waiting.emit(False)


def key_of(event: QKeyEvent) -> str:
    """A press in the words that settings keep: "Ctrl+K". Shift counts with letters and named keys; what it makes of
    a sign is the sign."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    sign = Key.Key_Space < key < Key.Key_Escape and not Key.Key_A <= key <= Key.Key_Z
    if sign:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(int(held.value) | key).toString(QKeySequence.SequenceFormat.PortableText)
