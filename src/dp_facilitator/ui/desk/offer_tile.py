"""Something that can be taken: what it is called, its whole result in words, and the button that does it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr


class OfferTile(QFrame):
    """A tile for one proposal or one route.

    Signals: wanted(str) – its key.
    """

    wanted = Signal(str)

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._make(words or tr("Use this"))
        self._lay_out()
        self._connect()

    def show_offer(self, key: str, title: str, result: str, *, possible: bool = True) -> None:
        """Show an offer; one that is not possible says why and has no button."""
        self._key = key
        self._title.show_text(title)
        self._result.show_text(result)
        self.button.setVisible(possible)
        self.button.setAccessibleName(f"{self.button.words()}: {title}")
        self.button.setAccessibleDescription(result)

    def _make(self, words: str) -> None:
        self.setProperty("role", "tile")
        self._title = Words("", "strong")
        self._result = Words("")
        self.button = QuietButton(words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._result)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.button.clicked.connect(self._want)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._key)
