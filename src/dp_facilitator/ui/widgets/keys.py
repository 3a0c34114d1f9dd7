"""Keys in plain words, as they are printed on a key cap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

_NAMES = {
    Qt.Key.Key_PageDown: "Page Down",
    Qt.Key.Key_PageUp: "Page Up",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "−",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)


def key_words(sequence: QKeySequence) -> str:
    """The first stroke of a shortcut, such as "Page Down" or "Ctrl Z"; "" for no shortcut."""
    if sequence.isEmpty():
        return ""
    stroke = sequence[0]  # type: ignore[index]
    held = stroke.keyboardModifiers()
    words = [word for flag, word in _MODIFIERS if held & flag]
    key = stroke.key()
    words.append(_NAMES.get(key) or QKeySequence(key).toString())
    return " ".join(words)
