"""Keys in plain words, as they are printed on a key cap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from dp_facilitator.words import marked, tr

_NAMES = {
    Qt.Key.Key_PageDown: marked("Page Down"),
    Qt.Key.Key_PageUp: marked("Page Up"),
    Qt.Key.Key_Space: marked("Space"),
    Qt.Key.Key_Return: marked("Return"),
    Qt.Key.Key_Enter: marked("Enter"),
    Qt.Key.Key_Escape: marked("Esc"),
    Qt.Key.Key_Delete: marked("Delete"),
    Qt.Key.Key_Backspace: marked("Backspace"),
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "−",
    Qt.Key.Key_Left: marked("Left"),
    Qt.Key.Key_Right: marked("Right"),
    Qt.Key.Key_Up: marked("Up"),
    Qt.Key.Key_Down: marked("Down"),
}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, marked("Ctrl")),
    (Qt.KeyboardModifier.MetaModifier, marked("Meta")),
    (Qt.KeyboardModifier.AltModifier, marked("Alt")),
    (Qt.KeyboardModifier.ShiftModifier, marked("Shift")),
)


def key_words(sequence: QKeySequence) -> str:
    """The first stroke of a shortcut, such as "Page Down" or "Ctrl Z"; "" for no shortcut."""
    if sequence.isEmpty():
        return ""
    stroke = sequence[0]  # type: ignore[index]
    held = stroke.keyboardModifiers()
    words = [tr(word) for flag, word in _MODIFIERS if held & flag]
    key = stroke.key()
    words.append(tr(_NAMES[key]) if key in _NAMES else QKeySequence(key).toString())
    return " ".join(words)
