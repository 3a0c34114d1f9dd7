"""A field for a few lines of a sheet."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look


class PaperField(QPlainTextEdit):
    """Grows from one line to five. Return goes on to the next field, Shift+Return starts a line, Tab leaves it.

    Signals: left_by_return(); edited() – typed in by hand; pasted() – a text was put in, after which it is edited.
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._take)
        self.viewport().installEventFilter(self)
        look.changed.connect(self._grow)
        self._grow()

    def show_text(self, text: str) -> None:
        """Puts a text in the field, if it is another one; emits nothing."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._grow()
        return super().eventFilter(watched, event)

    @Slot()
    def _take(self) -> None:
        self._grow()
        if not self._showing:
            self.edited.emit()

    @Slot()
    def _grow(self) -> None:
        lines = min(self.MOST_LINES, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18)
