"""What the review shows of a session, worked out without pixels; one leader at a time."""

from dataclasses import dataclass

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.notes import Note
from dp_facilitator.model.review import TurnTimes, giver_words, leader_review, personal
from dp_facilitator.model.roster import letter
from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.words import tr

NEXT_STEP = "next-step"


@dataclass(frozen=True, slots=True)
class ShownNote:
    """One note; `gone` when it was taken away a moment ago and its words are not shown."""

    key: str
    text: str
    footer: str = ""
    starred: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ShownCapture:
    """The notes of one stem or question. `choose` when one of them may be the leader's one change."""

    capture: str
    title: str
    notes: tuple[ShownNote, ...]
    choose: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing stands here, not even the place of something taken away."""
        return not self.notes


@dataclass(frozen=True, slots=True)
class ShownLeader:
    """Everything that one leader's page shows, and nothing of anyone else's."""

    person: str
    name: str
    sheet: Sheet
    feedback: tuple[ShownCapture, ...]
    own: tuple[ShownCapture, ...]
    next_step: ShownCapture | None
    one_change: str | None
    times: tuple[TurnTimes, ...]


def shown_leader(session: Session, person: str, now: Moment, gone: frozenset[str]) -> ShownLeader:
    """One leader's page; `gone` are ids of notes that were taken away on it and may be brought back."""
    review = leader_review(session, person, now)
    own = [_capture(session, person, answer.capture, gone) for answer in review.own]
    last = next((one for one in own if one.capture == NEXT_STEP), own[-1] if own else None)
    return ShownLeader(
        person=person,
        name=review.name,
        sheet=review.sheet,
        feedback=tuple(_capture(session, person, answer.capture, gone) for answer in review.feedback),
        own=tuple(one for one in own if one is not last),
        next_step=last,
        one_change=review.one_change,
        times=review.times,
    )


def letters(session: Session) -> dict[str, str]:
    """The letter of each person by id; it stays when the order changes."""
    return {person.id: letter(at) for at, person in enumerate(session.course.people)}


def note_counts(session: Session) -> dict[str, int]:
    """How many notes each person takes away, heard or their own, by id: as many as stand in their hand-out."""
    theirs = {capture.id for capture in personal(session.plan)}
    counts = {person.id: 0 for person in session.course.people}
    for note in session.record.kept():
        if note.capture in theirs and note.about in counts:
            counts[note.about] += 1
    return counts


def _capture(session: Session, person: str, capture_id: str, gone: frozenset[str]) -> ShownCapture:
    capture = session.plan.captures()[capture_id]
    chosen = session.record.change_of(person)
    notes = []
    for note in session.record.notes:
        if (note.about, note.capture) != (person, capture_id) or (note.removed and note.id not in gone):
            continue
        starred = chosen is not None and chosen.id == note.id
        words = "" if note.removed else note.text
        notes.append(ShownNote(note.id, words, _footer(session, note), starred, note.removed))
    title = capture.title.replace("{leader}", session.course.name(person))
    return ShownCapture(capture_id, title, tuple(notes), capture.choose)


def _footer(session: Session, note: Note) -> str:
    criterion = tr("criterion {criterion}").format(criterion=note.criterion) if note.criterion else ""
    return " · ".join(part for part in (giver_words(session, note), criterion) if part)
