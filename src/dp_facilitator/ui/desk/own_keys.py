"""Which keys belong to what has the focus, before they are keys of the session."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

Key = Qt.Key
_PRESS: Final = frozenset({Key.Key_Space, Key.Key_Return, Key.Key_Enter})
_MOVE: Final = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End})
_WRITE: Final = _MOVE | {Key.Key_Backspace, Key.Key_Delete, Key.Key_Return, Key.Key_Enter}
_WITH: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_USES: Final = (
    ((QRadioButton, QComboBox), _PRESS | _MOVE),
    ((QAbstractButton,), _PRESS),
    ((QAbstractItemView, QAbstractSlider), _MOVE),
)


def is_letter(event: QKeyEvent) -> bool:
    """Whether it is a key that writes: a letter, a digit, a sign or a blank, or the Return after them."""
    writes = event.key() < Key.Key_Escape or event.key() in (Key.Key_Return, Key.Key_Enter)
    return writes and not event.modifiers() & _WITH


def is_its_own(focus: QWidget | None, event: QKeyEvent) -> bool:
    """Whether what has the focus uses this key itself: Space presses a button, arrows move in a text or a list.

    Page Up and Page Down are never its own: a clicker works wherever the focus is.
    """
    if focus is None or event.modifiers() & _WITH:
        return False
    if isinstance(focus, QPlainTextEdit) and focus.document().isEmpty() and event.key() == Key.Key_Space:
        return False  # a space before any word means nothing there, and the desk shows Space as its key
    if isinstance(focus, QLineEdit | QPlainTextEdit):
        return event.key() < Key.Key_Escape or event.key() in _WRITE
    return any(isinstance(focus, kinds) and event.key() in keys for kinds, keys in _USES)
