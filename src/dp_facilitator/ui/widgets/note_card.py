"""One piece of feedback as it was written down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

_SAVING = {"": "", "saving": marked("Saving…"), "saved": marked("✓ Saved"), "failed": marked("▲ Not saved yet")}
_TONES = {"": "", "saving": "", "saved": "good", "failed": "over"}


class NoteCard(QFrame):
    """A note's words, a small line under them, and what can be done with it.

    Its gestures show on hover and on focus, beside the small line, which keeps their height.
    Keys on the card: F2 or Return edits, Delete removes, S stars. `key` is the owner's own name for the note.

    Signals: edit_asked(str), remove_asked(str), star_asked(str) – each with the key.
    """

    edit_asked = Signal(str)
    remove_asked = Signal(str)
    star_asked = Signal(str)

    def __init__(self, look: Look, key: str, text: str, footer: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._star_words = ""
        self._make()
        self._lay_out()
        self._connect()
        self.show_note(text, footer)

    def key(self) -> str:
        return self._key

    def show_note(self, text: str, footer: str = "") -> None:
        """Show the note's words and its small line ("Ben · criterion 2")."""
        self._text.show_text(text)
        self._footer.show_text(footer)
        self._name()

    def show_star(self, words: str) -> None:
        """Star the note with its reason ("Ana’s one change"); "" takes the star away."""
        self._star_words = words
        self._star_line.show_text(f"★ {words}" if words else "")
        self._star_line.setVisible(bool(words))
        self._star.show_icon("star-full" if words else "star", "good" if words else "muted")
        mark(self, starred=bool(words))
        self._name()

    def show_saving(self, state: str) -> None:
        """ "", "saving", "saved" or "failed", in words beside the small line."""
        self._saving.show_text(tr(_SAVING[state]))
        self._saving.show_tone(_TONES[state])

    def allow(self, *, edit: bool = True, remove: bool = True, star: bool = True) -> None:
        """Which gestures this note offers; all three at first."""
        for button, wanted in ((self._edit, edit), (self._remove, remove), (self._star, star)):
            button.setEnabled(wanted)
        self._show_gestures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove.click()
        elif key == Qt.Key.Key_S and not event.modifiers():
            self._star.click()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._edit.click()
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_gestures()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_gestures()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_gestures()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_gestures()

    def _make(self) -> None:
        self.setProperty("role", "note")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = Words("")
        self._star_line = Words("", "label", tone="good")
        self._star_line.hide()
        self._footer = Words("", "small", elide=True)
        self._saving = Words("", "small", wrap=False)
        self._star = IconButton(self._look, "star", tr("Choose as the one change"), small=True)
        self._edit = IconButton(self._look, "edit", tr("Edit this note"), small=True)
        self._remove = IconButton(self._look, "trash", tr("Remove this note"), small=True)
        self._buttons = (self._star, self._edit, self._remove)
        for button in self._buttons:
            # The card has the keys for these; 60 notes must not be 240 stops of the Tab key.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 6)
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._star_line)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._footer, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._saving)
        column.addLayout(row)

    def _connect(self) -> None:
        self._star.clicked.connect(self._ask_star)
        self._edit.clicked.connect(self._ask_edit)
        self._remove.clicked.connect(self._ask_remove)
        self._look.changed.connect(self._dress)
        self._dress()

    def _show_gestures(self) -> None:
        active = self.hasFocus() or self.underMouse()
        for button in self._buttons:
            button.setVisible(active and button.isEnabled())

    def _name(self) -> None:
        star = f"★ {self._star_words}" if self._star_words else ""
        parts = (self._text.whole_text(), star, self._footer.whole_text())
        self.setAccessibleName(". ".join(part for part in parts if part))

    @Slot()
    def _dress(self) -> None:
        self._footer.setMinimumHeight(self._look.px(28))

    @Slot()
    def _ask_star(self) -> None:
        self.star_asked.emit(self._key)

    @Slot()
    def _ask_edit(self) -> None:
        self.edit_asked.emit(self._key)

    @Slot()
    def _ask_remove(self) -> None:
        self.remove_asked.emit(self._key)
