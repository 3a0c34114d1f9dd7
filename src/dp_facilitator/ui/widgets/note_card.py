"""One piece of feedback as it was written down."""

from __future__ import annotations

from functools import cached_property

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

    Its gestures show on hover and on focus, beside the small line, which keeps their height. They are made then, as is
    what few notes have: a card is made in the turn in which somebody waits for their next word.
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
        self._edits = self._removes = self._stars = True
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
        if words == self._star_words:
            return
        self._star_words = words
        self._star_line.show_text(f"★ {words}" if words else "")
        self._star_line.setVisible(bool(words))
        self._dress_star()
        mark(self, starred=bool(words))
        self._name()

    def show_saving(self, state: str) -> None:
        """ "", "saving", "saved" or "failed", in words beside the small line."""
        self._saving.show_text(tr(_SAVING[state]))
        self._saving.show_tone(_TONES[state])

    def allow(self, *, edit: bool = True, remove: bool = True, star: bool = True) -> None:
        """Which gestures this note offers; all three at first."""
        self._edits, self._removes, self._stars = edit, remove, star
        self._show_gestures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask_remove()
        elif key == Qt.Key.Key_S and not event.modifiers():
            self._ask_star()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._ask_edit()
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
        self.setProperty("starred", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = Words("", parent=self)
        self._footer = Words("", "small", elide=True, parent=self)

    @cached_property
    def _star_line(self) -> Words:
        """Whose one change it is, below its words."""
        line = Words("", "label", tone="good", parent=self)
        self._column.insertWidget(1, line)
        return line

    @cached_property
    def _saving(self) -> Words:
        """Whether it is on the disk, at the end of the small line."""
        words = Words("", "small", wrap=False, parent=self)
        self._row.addWidget(words)
        return words

    @cached_property
    def _gestures(self) -> tuple[IconButton, IconButton, IconButton]:
        """Star, edit and remove."""
        star = IconButton(self._look, "star", tr("Choose as the one change"), small=True, parent=self)
        edit = IconButton(self._look, "edit", tr("Edit this note"), small=True, parent=self)
        remove = IconButton(self._look, "trash", tr("Remove this note"), small=True, parent=self)
        star.clicked.connect(self._ask_star)
        edit.clicked.connect(self._ask_edit)
        remove.clicked.connect(self._ask_remove)
        for at, button in enumerate((star, edit, remove), 1):
            # The card has the keys for these; 60 notes must not be 240 stops of the Tab key.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.insertWidget(at, button)
        return star, edit, remove

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 10, 6)
        self._column.setSpacing(2)
        self._column.addWidget(self._text)
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self._row.addWidget(self._footer, 1)
        self._column.addLayout(self._row)

    def _connect(self) -> None:
        self._look.changed.connect(self._dress)
        self._dress()

    def _show_gestures(self) -> None:
        active = self.hasFocus() or self.underMouse()
        if not active and "_gestures" not in vars(self):
            return
        for button, allowed in zip(self._gestures, (self._stars, self._edits, self._removes), strict=True):
            button.setVisible(active and allowed)
        self._dress_star()

    def _dress_star(self) -> None:
        if "_gestures" in vars(self):
            full = bool(self._star_words)
            self._gestures[0].show_icon("star-full" if full else "star", "good" if full else "muted")

    def _name(self) -> None:
        star = f"★ {self._star_words}" if self._star_words else ""
        parts = (self._text.whole_text(), star, self._footer.whole_text())
        self.setAccessibleName(". ".join(part for part in parts if part))

    @Slot()
    def _dress(self) -> None:
        self._footer.setMinimumHeight(self._look.px(28))

    @Slot()
    def _ask_star(self) -> None:
        if self._stars:
            self.star_asked.emit(self._key)

    @Slot()
    def _ask_edit(self) -> None:
        if self._edits:
            self.edit_asked.emit(self._key)

    @Slot()
    def _ask_remove(self) -> None:
        if self._removes:
            self.remove_asked.emit(self._key)
