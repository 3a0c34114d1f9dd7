"""A short message under a field, with at most one thing to do about it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.text import Words

from .reading_order import bring_into_view

SETTLED_MS = 30
"""After so long a line that has appeared has its place, and can be scrolled to."""


class MessageLine(QWidget):
    """Small words, in the colour of a warning if they are one; hidden while there are none. Readers hear it once.

    Signals: asked() – its button was pressed.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("", "small")
        self._button = LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._button.clicked.connect(self._ask)
        self.hide()

    def say(self, text: str, tone: str = "", action: str = "") -> None:
        """Shows a message with the words of a button; an empty text takes it away."""
        self._words.show_text(f"▲ {text}" if tone == "warning" and text else text)
        self._words.show_tone(tone)
        self._button.show_words(action)
        self._button.setVisible(bool(action))
        self.setVisible(bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        return self._words.whole_text().removeprefix("▲ ")

    @Slot()
    def _ask(self) -> None:
        self.asked.emit()


class DoubtLine(MessageLine):
    """What to type instead, under the field that was just left: it is brought into view, since nobody looks for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self._bring)

    @Slot(str)
    def doubt(self, words: str) -> None:
        """Says what to type instead; an empty text takes it away."""
        self.say(words, "warning")
        if words:
            self._soon.start()

    @Slot()
    def _bring(self) -> None:
        if self.isVisible():
            bring_into_view(self)
