"""What is written down in a session."""

from dataclasses import dataclass, replace
from typing import Final

from .sheet import Sheet

COACH: Final = "coach"
"""Stands for the coach where a participant's id could stand."""


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of feedback, or one answer in the debrief. Never destroyed by the program's own verbs.

    `id` is unique in the session. `about` and `giver` are participant ids; `about` is None for the whole
    group, `giver` is COACH for the coach and None where nobody is named. `criterion` counts from 1.
    """

    id: str
    capture: str
    text: str
    about: str | None = None
    giver: str | None = None
    criterion: int | None = None
    step: str = ""
    removed: bool = False

    def nameless(self) -> "Note":
        """The same words without anyone they lead to: not even the step, which says whose round it was (P5)."""
        return replace(self, about=None, giver=None, criterion=None, step="")


@dataclass(frozen=True, slots=True)
class Record:
    """Everything written down so far; separate from the timing, so that undo never touches it.

    `chosen` says for each leader which note is their one change, `agreed` who lets the room see it.
    `ticked` holds the lines of checklists by (step key or, of a gate, its key, and line), `later` the for-later list.
    """

    notes: tuple[Note, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    agreed: frozenset[str] = frozenset()
    ticked: frozenset[tuple[str, int]] = frozenset()
    later: tuple[str, ...] = ()
    sheets: tuple[tuple[str, Sheet], ...] = ()

    def sheet(self, person: str) -> Sheet:
        """What this leader told about what they will practise; empty if nothing is known."""
        return dict(self.sheets).get(person, Sheet())

    def kept(self, *, about: str | None = None, capture: str | None = None) -> tuple[Note, ...]:
        """Notes that were not removed, in the order they were written; of one person or capture, if asked."""
        return tuple(
            note
            for note in self.notes
            if not note.removed
            and (about is None or note.about == about)
            and (capture is None or note.capture == capture)
        )

    def note(self, note_id: str) -> Note | None:
        """The note with this id, also a removed one."""
        return next((note for note in self.notes if note.id == note_id), None)

    def change_of(self, person: str) -> Note | None:
        """The one change that this leader has chosen, if it is theirs and has not been removed."""
        chosen = dict(self.chosen).get(person)
        note = self.note(chosen) if chosen else None
        return note if note and not note.removed and note.about == person else None
