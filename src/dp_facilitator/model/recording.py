"""Folding facts into what is written down. Takes many at once, so that a long journal opens quickly."""

from collections.abc import Iterable
from dataclasses import replace

from . import facts as f
from .notes import Note, Record


def record(before: Record, facts: Iterable[f.RecordFact]) -> Record:
    """The record after these facts, in their order."""
    notes: dict[str, Note] = {note.id: note for note in before.notes}
    chosen = dict(before.chosen)
    agreed = set(before.agreed)
    ticked = set(before.ticked)
    later = list(before.later)
    sheets = dict(before.sheets)
    for fact in facts:
        match fact:
            case f.Noted(note=note):
                notes[note.id] = note
            case f.Reworded(note=note_id, text=text) if note_id in notes:
                notes[note_id] = replace(notes[note_id], text=text)
            case f.Removed(note=note_id, back=back) if note_id in notes:
                notes[note_id] = replace(notes[note_id], removed=not back)
            case f.Chosen(person=person, note=None):
                chosen.pop(person, None)
            case f.Chosen(person=person, note=str() as note_id):
                chosen[person] = note_id
            case f.Agreed(person=person, shown=shown):
                (agreed.add if shown else agreed.discard)(person)
            case f.Ticked(step=step, line=line, done=done):
                (ticked.add if done else ticked.discard)((step, line))
            case f.Parked(text=text):
                later.append(text)
            case f.Prepared(person=person, sheet=sheet):
                sheets[person] = sheet
    return Record(
        notes=tuple(notes.values()),
        chosen=tuple(chosen.items()),
        agreed=frozenset(agreed),
        ticked=frozenset(ticked),
        later=tuple(later),
        sheets=tuple(sheets.items()),
    )
