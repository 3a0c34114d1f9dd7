"""Where feedback is typed: a box that never loses a word."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.fields import DurationField, TimeField
from dp_facilitator.ui.widgets.note_field import NoteField
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

__all__ = ["MOST_LETTERS", "DurationField", "NoteBox", "TimeField"]

MOST_LETTERS = 20_000
_MARGIN = 2
_MOST_LINES = 4


class NoteBox(QFrame):
    """A bordered box: the stem of the sentence above one to four lines to write in.

    Return hands the text over, Shift+Return starts a line, Tab changes the stem (Ctrl+Tab leaves the box); where there
    is only one stem Tab leaves. The text is cleared only by `accept`, which its owner calls when it is safe; what is
    longer than 20 000 characters stays in the box and is not handed over.

    Signals: submitted(str) – trimmed, never empty; stem_changed(int) – +1 or −1; typed(str) –
    on every change; too_long(int) – how many characters there are.
    """

    submitted = Signal(str)
    stem_changed = Signal(int)
    typed = Signal(str)
    too_long = Signal(int)

    def __init__(self, look: Look, stem: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make()
        self._lay_out()
        self._connect()
        self.show_stem(stem)
        self.show_placeholder(placeholder)

    def show_turns(self, turns: bool) -> None:
        """Whether there is another stem for Tab to turn to."""
        self.field.turns = turns

    def text(self) -> str:
        """All that is in the box, also what an input method is still composing."""
        QGuiApplication.inputMethod().commit()
        return self.field.toPlainText()

    def put(self, text: str) -> None:
        """Put a text in the box to go on with, with the cursor at its end."""
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def accept(self) -> None:
        """The text is safe elsewhere: clear the box."""
        self.field.clear()
        self.field.forget()

    def show_stem(self, stem: str) -> None:
        """What the sentence begins with ("Cai: next time you could…")."""
        self._stem.show_text(stem)
        self._stem.setVisible(bool(stem))
        self.field.setAccessibleName(stem or tr("Note"))

    def show_placeholder(self, placeholder: str) -> None:
        self.field.setPlaceholderText(placeholder)

    def focus_text(self) -> None:
        """Put the cursor into the box."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        self.setProperty("role", "entry")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._stem = Words("", "label", tone="accent")
        self.field = NoteField()
        self.field.setProperty("role", "bare")
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.document().setDocumentMargin(_MARGIN)
        self.field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 10)
        column.setSpacing(4)
        self._stem.setIndent(_MARGIN)
        column.addWidget(self._stem)
        column.addWidget(self.field)

    def _connect(self) -> None:
        self.field.kept.connect(self._submit)
        self.field.turned.connect(self.stem_changed)
        self.field.entered.connect(self._show_active)
        self.field.textChanged.connect(self._take_change)
        self.field.resized.connect(self._grow)
        self._look.changed.connect(self._grow)
        self._grow()

    @Slot()
    def _submit(self) -> None:
        text = self.text()
        if len(text) > MOST_LETTERS:
            self.too_long.emit(len(text))
        elif text.strip():
            self.submitted.emit(text.strip())

    @Slot()
    def _take_change(self) -> None:
        text = self.field.toPlainText()
        long = len(text) > MOST_LETTERS
        mark(self, tone="over" if long else "")
        self._grow()
        self.typed.emit(text)
        if long:
            self.too_long.emit(len(text))

    @Slot(bool)
    def _show_active(self, active: bool) -> None:
        mark(self, active=active)

    @Slot()
    def _grow(self) -> None:
        """One to four lines high; a scroll bar comes only with the fifth."""
        lines = self.field.lines(_MOST_LINES + 1)
        policy = Qt.ScrollBarPolicy
        self.field.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        step = QFontMetricsF(self.field.font()).lineSpacing()
        self.field.setFixedHeight(ceil(min(_MOST_LINES, lines) * step) + 2 * _MARGIN + 2)
