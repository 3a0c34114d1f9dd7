"""A field for a few lines of a sheet."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import wrap_lines

FRAME = 18
"""Pixels of border and padding, together, in either direction."""


class SheetField(QPlainTextEdit):
    """Grows from one line to five. Return goes on to the next field, Shift+Return starts a line, Tab leaves it.

    Signals: left_by_return(); edited() – its text is another one; pasted() – after a text was put in from elsewhere.
    """

    left_by_return = Signal()
    edited = Signal()
    pasted = Signal()
    MOST_LINES = 5

    def __init__(self, look: Look, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._showing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self._take)
        look.changed.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Puts a text in the field, if it is another one; emits nothing."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def heightForWidth(self, width: int) -> int:
        return min(self.MOST_LINES, self._lines(width)) * self.fontMetrics().lineSpacing() + FRAME

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.heightForWidth(max(self.width(), self._look.px(80))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self.fontMetrics().lineSpacing() + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        policy = Qt.ScrollBarPolicy
        long = self._lines(self.width()) > self.MOST_LINES
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if long else policy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.left_by_return.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Qt would put in a line separator, which is no new line in the text.
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.pasted.emit()

    def _lines(self, width: int) -> int:
        """How many lines the text takes, up to one more than are shown."""
        most = self.MOST_LINES + 1
        room = width - FRAME - 2
        lines = 0
        for block in self.toPlainText().split("\n"):
            lines += max(1, len(wrap_lines(block[:2000], self.font(), room, most)))
            if lines >= most:
                return most
        return lines

    @Slot()
    def _take(self) -> None:
        self._grow()
        if not self._showing:
            self.edited.emit()

    @Slot()
    def _grow(self) -> None:
        self.updateGeometry()
