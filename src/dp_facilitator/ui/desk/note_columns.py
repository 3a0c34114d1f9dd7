"""The columns of notes: a stem, and under it what was said."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.note_card import NoteCard
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .capture_view import CardView, Column


class _Stem(QWidget):
    """One stem with its cards; a card that is being edited turns into a box in its place.

    Signals: `edited(str, str)`, `remove_asked(str)`, `star_asked(str)`.
    """

    edited = Signal(str, str)
    remove_asked = Signal(str)
    star_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._views: tuple[CardView, ...] = ()
        self._cards: dict[str, NoteCard] = {}
        self._editing: tuple[str, NoteBox] | None = None
        self._heading = Words("", "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)

    def show_column(self, column: Column) -> None:
        self._heading.show_text(column.title)
        for gone in self._cards.keys() - {view.note for view in column.cards}:
            self._cards.pop(gone).deleteLater()
        for at, view in enumerate(column.cards):
            card = self._cards.get(view.note)
            if card is None:
                card = self._make_card(view, column.choose)
                self._column.insertWidget(at + 1, card)
            if view not in self._views:
                card.show_note(view.text, view.footer)
                card.show_star(view.star)
        self._views = column.cards

    def cards(self) -> dict[str, NoteCard]:
        """The cards under this stem, by the id of their note."""
        return self._cards

    def show_active(self, active: bool) -> None:
        """Marks the stem that the box is writing for."""
        self._heading.show_tone("calm" if active else "")

    def _make_card(self, view: CardView, choose: bool) -> NoteCard:
        card = NoteCard(self._look, view.note, view.text, view.footer, self)
        card.allow(edit=True, remove=True, star=choose)
        card.edit_asked.connect(self._edit)
        card.remove_asked.connect(self.remove_asked)
        card.star_asked.connect(self.star_asked)
        self._cards[view.note] = card
        return card

    @Slot(str)
    def _edit(self, note: str) -> None:
        self._end_edit()
        view = next(view for view in self._views if view.note == note)
        box = NoteBox(self._look, tr("Change it, then press Return"))
        box.show_turns(False)
        box.put(view.text)
        box.submitted.connect(self._edited)
        self._column.insertWidget(self._column.indexOf(self._cards[note]), box)
        self._cards[note].hide()
        self._editing = (note, box)
        box.focus_text()

    @Slot(str)
    def _edited(self, text: str) -> None:
        note = self._end_edit()
        if note:
            self.edited.emit(note, text)

    def _end_edit(self) -> str:
        if self._editing is None:
            return ""
        note, box = self._editing
        self._editing = None
        box.deleteLater()
        if note in self._cards:
            self._cards[note].show()
        return note


class NoteColumns(QWidget):
    """Stems side by side, or one below the other.

    Signals: `edited(str, str)` a note's id and its new words; `remove_asked(str)`, `star_asked(str)`.
    """

    edited = Signal(str, str)
    remove_asked = Signal(str)
    star_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stems: list[_Stem] = []
        self._shape: tuple[tuple[str, ...], bool] = ((), False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(10)

    def show_columns(self, columns: tuple[Column, ...], *, stacked: bool) -> None:
        """Shows the columns; cards that are there already stay as they are."""
        shape = (tuple(column.capture for column in columns), stacked)
        if shape != self._shape:
            self._rebuild(len(columns), stacked)
            self._shape = shape
        for stem, column in zip(self._stems, columns, strict=True):
            stem.show_column(column)

    def newest(self) -> QWidget | None:
        """The card of the note written last; None where there is none."""
        cards = [card for stem in self._stems for card in stem.cards().items()]
        return max(cards, key=_number, default=("", None))[1]

    def show_active(self, at: int) -> None:
        """Marks the stem that the box is writing for."""
        for number, stem in enumerate(self._stems):
            stem.show_active(number == at)

    def _rebuild(self, count: int, stacked: bool) -> None:
        for stem in self._stems:
            self._grid.removeWidget(stem)
            stem.hide()
            stem.deleteLater()
        self._stems = [_Stem(self._look) for _ in range(count)]
        for at, stem in enumerate(self._stems):
            stem.edited.connect(self.edited)
            stem.remove_asked.connect(self.remove_asked)
            stem.star_asked.connect(self.star_asked)
            self._grid.addWidget(stem, at if stacked else 0, 0 if stacked else at, Qt.AlignmentFlag.AlignTop)
        for at in range(max(2, count)):
            self._grid.setColumnStretch(at, 1 if not stacked and at < count else 0)
        self._grid.setColumnStretch(0, 1)
        last = count if stacked else 1
        for at in range(max(last, self._grid.rowCount()) + 1):
            self._grid.setRowStretch(at, 1 if at == last else 0)


def _number(card: tuple[str, NoteCard | None]) -> int:
    """The number in a note's id: "N12" is later than "N9"."""
    return int(card[0].removeprefix("N") or 0)
