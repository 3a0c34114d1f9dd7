"""What the capture pane shows, worked out without pixels."""

from dataclasses import dataclass
from typing import Literal

from dp_facilitator.model.notes import COACH, Note
from dp_facilitator.model.plan import Capture
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import filled, headline, leaders
from dp_facilitator.words import tr

PaneKind = Literal["areas", "notes", "ticks"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be chosen with one key: who gives a note, or whose answer it is."""

    id: str
    name: str
    marks: int


@dataclass(frozen=True, slots=True)
class CardView:
    """One note as it stands in its column."""

    note: str
    text: str
    footer: str
    star: str


@dataclass(frozen=True, slots=True)
class Column:
    """One stem and what was written under it."""

    capture: str
    title: str
    cards: tuple[CardView, ...]
    choose: bool
    scale: bool
    """A number from 0 to 10 and nothing else."""
    nameless: bool
    """Kept without saying whose it is."""
    of: Literal["leader", "everyone", "group"]

    def to(self, chosen: str | None, leader: str | None) -> tuple[str | None, str | None]:
        """Whom a note in this column is about, and who gave it; None where nobody is to be named."""
        if self.nameless:
            return None, None
        about = {"leader": leader, "everyone": chosen, "group": None}[self.of]
        return about, chosen


@dataclass(frozen=True, slots=True)
class NotesView:
    """The notes of one turn. `people` are the givers of feedback, or those who answer one by one (`of_each`).

    `about` is the leader whose notes these are; None where each person has their own. `criteria` come with how many
    notes were given to each.
    """

    key: str
    title: str
    hint: str
    criteria: tuple[tuple[str, int], ...]
    people: tuple[Person, ...]
    of_each: bool
    about: str | None
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A note that someone has just written. `step` is the key of the step in which its writing began."""

    capture: str
    text: str
    about: str | None
    giver: str | None
    criterion: int | None
    step: str


def pane_for(step: Step) -> PaneKind:
    """Which pane fits this step."""
    if any(capture.form == "areas" for capture in step.phase.captures):
        return "areas"
    return "notes" if _captures(step) else "ticks"


def _captures(step: Step) -> tuple[Capture, ...]:
    """What is written in this step; in a round also what its feedback asks for, so that no thought must wait."""
    if step.turn.leaders and not step.phase.captures and step.phase.kind in ("practise", "again"):
        found = [capture for phase in step.segment.phases for capture in phase.captures]
    else:
        found = list(step.phase.captures)
    return tuple(capture for capture in found if capture.form != "areas")


def notes_view(session: Session, chosen: str | None) -> NotesView:
    """The notes pane for the current step; `chosen` is the person picked in it."""
    course, step = session.course, session.course.step
    captures = _captures(step)
    leader = step.leader
    named = [capture for capture in captures if capture.sharing != "unattributed"]
    of_each = any(capture.about == "everyone" for capture in named)
    about = leader if any(capture.about == "leader" for capture in named) else None
    columns = tuple(_column(session, capture, _whose(capture, chosen, leader)) for capture in captures)
    title = headline(course, step)
    if leader and step.phase.kind in ("practise", "again"):
        title = tr("For {leaders}").format(leaders=leaders(course, step))
    return NotesView(
        key=step.turn.key,
        title=title,
        hint=" ".join(filled(course, step, line) for line in step.phase.coach),
        criteria=_criteria(session, leader) if about else (),
        people=_people(session, captures, leader, of_each),
        of_each=of_each,
        about=about,
        columns=columns,
    )


def _whose(capture: Capture, chosen: str | None, leader: str | None) -> str | None:
    """Whose notes of this capture are shown; None for those of the whole group."""
    if capture.sharing == "unattributed" or capture.about == "group":
        return None
    return chosen if capture.about == "everyone" else leader


def _criteria(session: Session, leader: str | None) -> tuple[tuple[str, int], ...]:
    if leader is None:
        return ()
    given = [note.criterion for note in session.record.kept(about=leader)]
    return tuple((words, given.count(at)) for at, words in enumerate(session.record.sheet(leader).criteria, 1))


def _people(session: Session, captures: tuple[Capture, ...], leader: str | None, of_each: bool) -> tuple[Person, ...]:
    course = session.course
    names = {capture.id for capture in captures}
    if all(capture.sharing == "unattributed" for capture in captures):
        return ()
    here = [person for person in course.order if person in course.present and (of_each or person != leader)]
    kept = [note for note in session.record.kept() if note.capture in names]
    phase = session.course.step.phase
    alone = phase.captures and (phase.speaks == "leader" or all(c.own for c in captures if c.about == "leader"))
    ids = here if of_each else [leader] if leader and alone else [*here, COACH]
    if of_each:
        return tuple(Person(p, course.name(p), sum(n.about == p for n in kept)) for p in ids)
    mine = [note for note in kept if note.about == leader]
    coach = session.plan.labels.coach
    return tuple(Person(p, coach if p == COACH else course.name(p), sum(n.giver == p for n in mine)) for p in ids)


def _column(session: Session, capture: Capture, about: str | None) -> Column:
    notes = session.record.kept(about=about, capture=capture.id) if about else session.record.kept(capture=capture.id)
    title = filled(session.course, session.course.step, capture.title)
    cards = tuple(_card(session, note) for note in notes)
    nameless = capture.sharing == "unattributed"
    return Column(capture.id, title, cards, capture.choose, capture.form == "scale", nameless, capture.about)


def _card(session: Session, note: Note) -> CardView:
    course = session.course
    star = ""
    if note.about and session.record.change_of(note.about) == note:
        star = tr("{name}’s one change").format(name=course.name(note.about))
    giver = session.plan.labels.coach if note.giver == COACH else course.name(note.giver) if note.giver else ""
    if note.giver == note.about:
        giver = ""
    parts = [giver, tr("criterion {criterion}").format(criterion=note.criterion) if note.criterion else ""]
    return CardView(note.id, note.text, " · ".join(part for part in parts if part), star)


def box_stem(view: NotesView, chosen: str | None, stem: int) -> str:
    """What stands over the note box: "Cai: next time you could…"."""
    if not view.columns:
        return ""
    column = view.columns[stem % len(view.columns)]
    title = column.title
    name = "" if column.nameless else next((person.name for person in view.people if person.id == chosen), "")
    return f"{name}: {title[:1].lower()}{title[1:]}" if name else title


def keys_hint(view: NotesView) -> str:
    """The keys of the note box, as one line."""
    last = len(view.people)
    parts = [tr("Return keeps it")]
    if len(view.columns) > 1:
        parts.append(tr("Tab changes the stem"))
    if last:
        parts.append(tr("Alt 1–{last} who").format(last=min(9, last)))
    if view.criteria:
        parts.append(tr("Ctrl 1–{last} criterion").format(last=len(view.criteria)))
    # A key and what it does stay on one line.
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)
