"""One line for a thought that is worth keeping for later, so that practice can go on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr


class LaterRow(QWidget):
    """Opens in place, takes one line, closes again. Signal: `parked(str)`."""

    parked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("Worth keeping for later. Return keeps it, Esc closes."))
        self._field.setAccessibleName(tr("For later"))
        self._keep = QuietButton(tr("Keep"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(tr("For later"), "label", wrap=False))
        row.addWidget(self._field, 1)
        row.addWidget(self._keep)
        self._field.returnPressed.connect(self._park)
        self._keep.clicked.connect(self._park)
        self.hide()

    def open_now(self) -> None:
        """Shows the line with the cursor in it; what was typed before is still there."""
        self.show()
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _park(self) -> None:
        if text := self._field.text().strip():
            self.parked.emit(text)
            self._field.clear()
        self.hide()
