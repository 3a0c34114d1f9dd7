"""Presentation clickers, and the few keys that work whichever window or text box has the focus."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent

APART_MS: Final = 300
"""Presses of one key that are closer together count once."""

Key = Qt.Key
_PRESSES: Final = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_USED_TO_MOVE: Final = (
    "QAbstractItemView",
    "QAbstractSlider",
    "QComboBox",
    "QTabBar",
    "QMenu",
    "QRadioButton",
)
"""What arrow keys move about in; there they stay what they are."""


@dataclass(frozen=True, slots=True)
class ClickerKeys:
    """Which key does what. The first two work everywhere; arrows and letters only where nobody is writing."""

    next: tuple[Key, ...] = (Key.Key_PageDown,)
    back: tuple[Key, ...] = (Key.Key_PageUp,)
    next_arrow: tuple[Key, ...] = (Key.Key_Right,)
    back_arrow: tuple[Key, ...] = (Key.Key_Left,)
    blank: tuple[Key, ...] = (Key.Key_Period, Key.Key_B)
    nothing: tuple[Key, ...] = (Key.Key_F5,)
    """What begins a slide show: swallowed. Esc, which ends one, goes to whoever has the focus."""


class Clicker(QObject):
    """Hears clicker keys before anybody else, and leaves every key that is meant for text alone.

    `clock` gives milliseconds where the system's own time of a key press is not to be used.

    Signals: next_pressed(), back_pressed(), blank_pressed().
    """

    next_pressed = Signal()
    back_pressed = Signal()
    blank_pressed = Signal()

    def __init__(
        self,
        app: QCoreApplication,
        parent: QObject | None = None,
        *,
        keys: ClickerKeys | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._keys = keys or ClickerKeys()
        self._clock = clock
        self._last: dict[str, float] = {}

    def listen(self) -> None:
        """Begin to hear keys."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Hear nothing from now on."""
        self._app.removeEventFilter(self)

    def use(self, keys: ClickerKeys) -> None:
        """Take other keys, as somebody set them."""
        self._keys = keys

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _PRESSES or not isinstance(event, QKeyEvent):
            return False
        meaning = self._meaning(event)
        if meaning is None:
            return False
        event.accept()
        # Answering the override first keeps shortcuts and text boxes from taking the press that follows.
        if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._press(meaning, event)
        return True

    def _meaning(self, event: QKeyEvent) -> str | None:
        """next, back, blank or nothing; None for a key that is not the clicker's."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        keys, key = self._keys, event.key()
        everywhere = {"next": keys.next, "back": keys.back, "nothing": keys.nothing}
        for meaning, some in everywhere.items():
            if key in some:
                return meaning
        elsewhere = {"next": keys.next_arrow, "back": keys.back_arrow, "blank": keys.blank}
        for meaning, some in elsewhere.items():
            if key in some:
                return meaning if self._free(arrow=meaning != "blank") else None
        return None

    def _free(self, *, arrow: bool) -> bool:
        """Whether nobody is writing, nor, for an arrow, moving about in a list."""
        focus = QGuiApplication.focusObject()
        if focus is None:
            return True
        query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QCoreApplication.sendEvent(focus, query)
        if query.value(Qt.InputMethodQuery.ImEnabled):
            return False
        return not (arrow and any(focus.inherits(kind) for kind in _USED_TO_MOVE))

    def _press(self, meaning: str, event: QKeyEvent) -> None:
        now = self._clock() if self._clock else float(event.timestamp())
        last = self._last.get(meaning)
        if last is not None and 0 <= now - last < APART_MS:
            return
        self._last[meaning] = now
        match meaning:
            case "next":
                self.next_pressed.emit()
            case "back":
                self.back_pressed.emit()
            case "blank":
                self.blank_pressed.emit()
