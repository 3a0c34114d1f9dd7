"""The notes under one stem or question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .review_note import ReviewNote
from .review_shown import ShownCapture


class ReviewColumn(QWidget):
    """A heading with its notes below it.

    Signals: reworded(str, str), removed(str), restored(str), chosen(str) – a note's id, then its words.
    """

    reworded = Signal(str, str)
    removed = Signal(str)
    restored = Signal(str)
    chosen = Signal(str)

    def __init__(self, look: Look, *, heading: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._notes: dict[str, ReviewNote] = {}
        self._heading = Words("", "strong")
        self._heading.setVisible(heading)
        self._nothing = Words(tr("Nothing was written down."), "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._nothing)

    def show_capture(self, shown: ShownCapture, *, readonly: bool) -> None:
        """Show these notes; those that are there already stay as they are."""
        self._heading.show_text(shown.title)
        self._nothing.setVisible(shown.missing and bool(self._nothing.whole_text()))
        for key in self._notes.keys() - {note.key for note in shown.notes}:
            note = self._notes.pop(key)
            note.hide()
            note.deleteLater()
        for at, given in enumerate(shown.notes):
            note = self._notes.get(given.key) or self._make_note(given.key, at, shown)
            note.show_note(given, choose=shown.choose, readonly=readonly)

    def show_nothing(self, words: str) -> None:
        """What stands here while there is no note."""
        self._nothing.show_text(words)

    def _make_note(self, key: str, at: int, shown: ShownCapture) -> ReviewNote:
        note = ReviewNote(self._look, shown.notes[at])
        note.reworded.connect(self.reworded)
        note.removed.connect(self.removed)
        note.restored.connect(self.restored)
        note.chosen.connect(self.chosen)
        self._notes[key] = note
        self._column.insertWidget(2 + at, note)
        return note
