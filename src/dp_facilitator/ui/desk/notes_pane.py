"""Writing feedback down as it is said: keyboard first, and never a word lost."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import MOST_CRITERIA
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .capture_view import NotesView, Said, box_stem, keys_hint, notes_view
from .keyed_chips import KeyedChips
from .note_columns import NoteColumns
from .notes_above import NotesAbove

SCALE = tuple(str(number) for number in range(11))
ALONE = 3
"""From so many stems on, columns would be too narrow: they stand one below the other."""
LAID_OUT_MS = 150
"""So long a new note may take to find its place on the page."""


class NotesPane(QWidget):
    """Criteria, who speaks, what was said, and the box to write in.

    A note stays in the box until it is on the disk. Signals: `said(Said)`; `drafted(str, str)` a box's key and
    its unsent text; `edit_wanted(str, str)`, `remove_wanted(str)`, `star_wanted(str)` for a note's id.
    """

    said = Signal(object)
    drafted = Signal(str, str)
    edit_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    star_wanted = Signal(str)
    too_long = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._session: Session | None = None
        self._view: NotesView | None = None
        self._chosen: str | None = None
        self._stem = 0
        self._criterion: int | None = None
        self._waiting: int | None = None
        self._handing = False
        self._sent = ""
        self._sent_in = ""
        self._began = ""
        self._make()
        self._lay_out()
        self._connect()

    def _make(self) -> None:
        self._title = Words("", "heading", wrap=False, elide=True)
        self._hint = Words("", "small")
        self._criteria = KeyedChips(
            self._look, "Ctrl", MOST_CRITERIA, tr("Ctrl and a number: which criterion"), square=True
        )
        self._people = KeyedChips(self._look, "Alt", 9, tr("Alt and a number: who says it"))
        self._columns = NoteColumns(self._look)
        self._box = NoteBox(self._look)
        self._keys = Words("", "small", wrap=True)
        self._kept = Words("", "small", wrap=False)
        parts = (self._title, self._hint, self._criteria, self._people)
        self._above = NotesAbove(self._look, parts, self._columns)
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.setInterval(LAID_OUT_MS)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._keys, 1)
        foot.addWidget(self._kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._above, 1)
        column.addWidget(self._box)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._box.submitted.connect(self._submit)
        self._box.stem_changed.connect(self._turn_stem)
        self._box.typed.connect(self._keep_draft)
        self._box.too_long.connect(self.too_long)
        self._columns.edited.connect(self._edited)
        self._columns.remove_asked.connect(self.remove_wanted)
        self._columns.star_asked.connect(self.star_wanted)
        self._above.grew.connect(self._reveal_if_fresh)
        self._fresh.timeout.connect(self._reveal_newest)
        self._people.picked.connect(self._pick_person)
        self._criteria.picked.connect(self._pick_criterion)

    # Values in

    def show_session(self, session: Session) -> None:
        """Shows the notes of the current turn. A new turn starts with its first person and stem."""
        view = notes_view(session, self._chosen)
        if self._view is None or view.key != self._view.key or view.of_each != self._view.of_each:
            self._chosen = view.people[0].id if view.people else None
            self._stem, self._criterion = 0, None
            if self._waiting is None:
                self._kept.show_text("")  # it was said of a note of the turn before
            view = notes_view(session, self._chosen)
        elif self._chosen not in [person.id for person in view.people]:
            self._chosen = view.people[0].id if view.people else None
        self._session = session
        before, self._view = self._view, view
        if before != view:
            self._show(view, before)

    def _show(self, view: NotesView, before: NotesView | None) -> None:
        self._title.show_text(view.title)
        self._hint.show_text(view.hint)
        self._hint.setVisible(bool(view.hint))
        if before is None or before.criteria != view.criteria:
            self._criteria.show_words([words for words, _ in view.criteria])
            self._criteria.show_marks([given for _, given in view.criteria])
        if before is None or [p.name for p in before.people] != [p.name for p in view.people]:
            self._people.show_words([person.name for person in view.people])
        self._people.show_marks([person.marks for person in view.people])
        self._columns.show_columns(view.columns, stacked=len(view.columns) >= ALONE)
        if before is not None and _count(view) > _count(before):
            self._fresh.start()
        self._keys.show_text(keys_hint(view))
        self._refresh()

    def _refresh(self) -> None:
        view = self._view
        if view is None:
            return
        people = [person.id for person in view.people]
        self._people.show_chosen(people.index(self._chosen) + 1 if self._chosen in people else None)
        self._criteria.show_chosen(self._criterion)
        self._box.show_turns(len(view.columns) > 1)
        self._box.show_stem(box_stem(view, self._chosen, self._stem))
        self._columns.show_active(self._stem)

    @Slot()
    def _reveal_if_fresh(self) -> None:
        """While the card of a new note is being laid out, it is followed."""
        if self._fresh.isActive():
            self._reveal_newest()

    @Slot()
    def _reveal_newest(self) -> None:
        if card := self._columns.newest():
            self._above.show_all_of(card)

    def put_draft(self, text: str, place: str) -> None:
        """Puts unsent text back into the box, after a crash, with the stem and the person it was written for."""
        capture, chosen, step, *_ = [*place.split("\n"), "", ""]
        if self._view:
            stems = [column.capture for column in self._view.columns]
            self._stem = stems.index(capture) if capture in stems else 0
            if chosen in [person.id for person in self._view.people]:
                self._chosen = chosen
        self._began = step
        self._refresh()
        self._box.put(text)

    def take_back(self, text: str) -> None:
        """Puts a note that was kept a moment ago into the empty box, to be written on."""
        self._box.put(text)
        self._box.focus_text()
        self._kept.show_text("")

    def is_empty(self) -> bool:
        """Whether nothing stands in the box."""
        return not self._box.text()

    def unsent(self) -> Said | None:
        """What stands in the box and was not handed over, with where it would go; None when the box is empty."""
        rest = "" if self._handing else self._since_sent().strip()
        return self._about(rest) if rest else None

    def _since_sent(self) -> str:
        """What was typed since the note before it was handed over; nothing where the two cannot be told apart."""
        text = self._box.text()
        if self._waiting is None:
            return text
        return text.removeprefix(self._sent) if text.startswith(self._sent) else ""

    def clear_box(self) -> None:
        """What was not handed over is safe elsewhere."""
        if self._waiting is None:
            self._box.accept()
        else:
            self._box.put(self._sent)

    def focus_box(self) -> None:
        """Puts the cursor into the box."""
        self._box.focus_text()

    def wait_for(self, handed: int) -> None:
        """The note is on its way; it is safe once so many facts are on the disk. 0 when it was not taken.

        The criterion was that note's; the next one is rarely about the same.
        """
        self._waiting = handed or None
        self._sent = self._box.text()
        self._sent_in = self._view.key if self._view else ""
        if handed:
            self._began = ""  # what is typed from now on is another note
            self._criterion = None
            self._refresh()
            self._kept.show_text(tr("Saving…"))

    def show_saved(self, count: int) -> None:
        """So many facts are on the disk."""
        if self._waiting is not None and count >= self._waiting:
            self._clear_sent()
            self._kept.show_tone("good")
            here = self._view is not None and self._view.key == self._sent_in
            self._kept.show_text(tr("✓ Saved") if here else "")

    def _clear_sent(self) -> None:
        """Takes out of the box what is safe now; what was written since then stays."""
        self._waiting = None
        text = self._box.text()
        if text == self._sent:
            self._box.accept()
        elif text.startswith(self._sent):
            self._box.put(text.removeprefix(self._sent).lstrip())

    def show_failed(self) -> None:
        """Nothing could be written: the text stays."""
        if self._waiting is not None:
            self._kept.show_tone("over")
            self._kept.show_text(tr("Not saved yet"))

    # Gestures out

    @Slot(str, str)
    def _edited(self, note: str, text: str) -> None:
        self.edit_wanted.emit(note, text)
        self._box.focus_text()  # else what is typed next would be keys of the desk

    def _about(self, text: str) -> Said | None:
        view = self._view
        if view is None or not view.columns:
            return None
        column = view.columns[self._stem % len(view.columns)]
        about, giver = column.to(self._chosen, view.about)
        criterion = self._criterion if about == view.about else None
        began = self._began or (self._session.course.step.key if self._session else "")
        return Said(column.capture, text, about, giver, criterion, began)

    @Slot(str)
    def _submit(self, text: str) -> None:
        said = self._about(text)
        if said is None or self._waiting is not None or self._view is None:
            return
        column = self._view.columns[self._stem % len(self._view.columns)]
        if column.scale and text not in SCALE:
            self._kept.show_tone("warning")
            self._kept.show_text(tr("A number from 0 to 10"))
        else:
            # Giving the verb may first bring what the plan does by itself: this note is on its way already.
            self._handing = True
            self.said.emit(said)
            self._handing = False

    @Slot(int)
    def _turn_stem(self, by: int) -> None:
        if self._view and self._view.columns:
            self._stem = (self._stem + by) % len(self._view.columns)
            self._refresh()

    @Slot(int)
    def _pick_person(self, number: int) -> None:
        if self._view and 0 < number <= len(self._view.people):
            self._chosen = self._view.people[number - 1].id
            if self._session and self._view.of_each:
                self.show_session(self._session)
            self._refresh()
            self._box.focus_text()

    @Slot(int)
    def _pick_criterion(self, number: int) -> None:
        self._criterion = None if number == self._criterion else number
        self._refresh()
        self._box.focus_text()

    @Slot(str)
    def _keep_draft(self, text: str) -> None:
        if self._waiting is None and text:
            self._kept.show_text("")
        if not text.strip():
            self._began = ""
        elif not self._began and self._session and (self._waiting is None or text != self._sent):
            self._began = self._session.course.step.key
        view = self._view
        if view and view.columns:
            column = view.columns[self._stem % len(view.columns)]
            place = f"{column.capture}\n{column.to(self._chosen, view.about)[1] or ''}\n{self._began}"
            self.drafted.emit("note-place", place if text else "")
        self.drafted.emit("note", text)


def _count(view: NotesView) -> int:
    return sum(len(column.cards) for column in view.columns)
