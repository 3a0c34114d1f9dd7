"""One note as its leader reads it: a coloured rule at the left, the words, and who gave it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look, mark, mix
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .review_shown import ShownNote


class ReviewNote(QFrame):
    """A note that its leader may reword, take away, bring back or choose as their one change.

    Its gestures show on hover and on focus, beside the small line, or beside the words where there is none; their
    place is kept free, so that they never lie over a word and nothing moves. Keys: F2 or Return
    rewords, Delete takes away, S chooses; in the box Return keeps and Esc leaves it as it was.

    Signals: reworded(str, str), removed(str), restored(str), chosen(str) – the note's id, then its words.
    """

    reworded = Signal(str, str)
    removed = Signal(str)
    restored = Signal(str)
    chosen = Signal(str)

    def __init__(self, look: Look, note: ShownNote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._note = note
        self._box: NoteBox | None = None
        self._allowed = (False, False)
        self._make()
        self._lay_out()
        self._connect()

    def show_note(self, note: ShownNote, *, choose: bool, readonly: bool) -> None:
        """Show a note; `choose` offers the star, `readonly` no gesture at all."""
        self._note = note
        self._allowed = (choose and not readonly, not readonly)
        self._text.show_text(tr("Taken away.") if note.gone else note.text)
        mark(self._text, role="muted" if note.gone else "body")
        star = tr("★ the one change you chose") if note.starred and not note.gone else ""
        self._footer.show_text("" if note.gone else star or note.footer)
        self._footer.show_tone("good" if star else "")
        self._footer.setVisible(bool(self._footer.whole_text()))
        self._keep_free()
        self._star.show_icon("star-full" if star else "star", "good" if star else "muted")
        self._back.setVisible(note.gone and not readonly)
        said = (self._text.whole_text(), self._footer.whole_text())
        self.setAccessibleName(". ".join(part for part in said if part))
        self._show_gestures()
        self.update()

    def is_writing(self) -> bool:
        """Whether the note is being reworded."""
        return self._box is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._box is not None:
            self._leave()
        elif self._box is None and key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit.click()
        elif self._box is None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove.click()
        elif self._box is None and key == Qt.Key.Key_S and not event.modifiers():
            self._star.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_gestures()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_gestures()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_gestures()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_gestures()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        starred = self._note.starred and not self._note.gone
        rule = look.colour("good") if starred else mix(look.colour("accent"), look.colour("card"), 0.4)
        painter.setBrush(look.colour("line") if self._note.gone else rule)
        painter.drawRect(QRectF(0, 0, 4, self.height()))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(7, 1, -1, -1), 6, 6)

    def _make(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = Words("")
        self._footer = Words("", "small")
        self._back = LinkButton(tr("Bring it back"))
        self._tools = QWidget(self)
        self._star = IconButton(self._look, "star", tr("Choose as the one change"), small=True)
        self._edit = IconButton(self._look, "edit", tr("Change the words"), small=True)
        self._remove = IconButton(self._look, "trash", tr("Take this note away"), small=True)
        for button in (self._star, self._edit, self._remove):
            # The note has the keys for these; 60 notes must not be 240 stops of the Tab key.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Their place stays theirs: words that moved under the pointer could not be read.
        kept = self._tools.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._tools.setSizePolicy(kept)
        self._tools.hide()

    def _lay_out(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(4, 0, 0, 0)
        tools.setSpacing(2)
        for button in (self._star, self._edit, self._remove):
            tools.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 3, 10, 3)
        self._column.setSpacing(2)
        self._first, self._last = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self._text, 1)
        self._last.addWidget(self._footer, 1)
        for row in (self._first, self._last):
            row.setSpacing(6)
            self._column.addLayout(row)
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._star.clicked.connect(self._choose)
        self._edit.clicked.connect(self._write)
        self._remove.clicked.connect(self._take_away)
        self._back.clicked.connect(self._bring_back)
        self._look.changed.connect(self.update)

    def _show_gestures(self) -> None:
        choose, change = self._allowed
        open_to = not self._note.gone and self._box is None
        for button, allowed in ((self._star, choose), (self._edit, change), (self._remove, change)):
            button.setEnabled(allowed and open_to)
            button.setVisible(allowed)
        active = self.hasFocus() or self.underMouse()
        self._tools.setVisible(open_to and change and active)

    def _keep_free(self) -> None:
        """Put the gestures where they are to show; a note that offers none takes no room for them."""
        for row in (self._first, self._last):
            row.removeWidget(self._tools)
        if self._allowed[1] and self._box is None and not self._note.gone:
            row = self._first if self._footer.isHidden() else self._last
            row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignBottom)

    @Slot()
    def _write(self) -> None:
        self._box = NoteBox(self._look, tr("Return keeps it, Esc leaves it as it was"))
        self._box.show_turns(False)
        self._box.put(self._note.text)
        self._box.submitted.connect(self._keep)
        self._column.insertWidget(0, self._box)
        self._text.hide()
        self._keep_free()
        self._show_gestures()
        self._box.focus_text()

    @Slot(str)
    def _keep(self, text: str) -> None:
        self._leave()
        if text != self._note.text:
            self.reworded.emit(self._note.key, text)

    def _leave(self) -> None:
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
            self._box = None
        self._text.show()
        self._keep_free()
        self.setFocus()
        self._show_gestures()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._note.key)

    @Slot()
    def _take_away(self) -> None:
        self.removed.emit(self._note.key)

    @Slot()
    def _bring_back(self) -> None:
        self.restored.emit(self._note.key)
