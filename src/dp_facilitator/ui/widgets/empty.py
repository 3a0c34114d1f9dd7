"""What a page shows where there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words


class EmptyState(QWidget):
    """An icon, a sentence that says what will be here, and at most one thing to do.

    Signals: asked() – its button was pressed.
    """

    asked = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        sentence: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._make(sentence, action)
        self._lay_out()
        self._connect()

    def _make(self, sentence: str, action: str) -> None:
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = Words(sentence, "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QuietButton(action)
        self._dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        # Not before it has a parent: it would be a window for a moment, and take the focus.
        self.button.setVisible(bool(self.button.words()))

    def _connect(self) -> None:
        self.button.clicked.connect(self._ask)
        self._look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        picture = self._look.pixmap(self._icon_name, "control_border", 40, self.devicePixelRatioF())
        self._icon.setPixmap(picture)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit()
