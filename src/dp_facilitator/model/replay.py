"""Folding facts into a session: at each verb, after a crash, and when a past session is looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from . import facts as f
from .course import Course
from .folding import fold
from .notes import Record
from .plan_text import read_plan
from .rebuild import compiled
from .recording import record
from .session import Past, Session, Undoing


def opened(fact: f.Opened) -> Session:
    """The session that this fact brings into being. Raises Refused when its plan cannot be read."""
    plan = read_plan(fact.plan.encode())
    course = Course(
        plan=plan,
        people=fact.people,
        order=tuple(person.id for person in fact.people),
        segments=plan.segments,
        timings={(segment, phase): seconds for segment, phase, seconds in fact.timings},
        planned_start=_session_time(fact, fact.planned_start),
        planned_end=_session_time(fact, fact.planned_end),
    )
    sheets = Record(sheets=fact.sheets)
    return Session(fact.session, fact.at, compiled(course), sheets, version=fact.version)


def _session_time(fact: f.Opened, wall: int | None) -> int | None:
    return None if wall is None else fact.at.ns + wall - fact.at.wall


def apply(session: Session, fact: f.Fact) -> Session:
    """The session after one fact."""
    match fact:
        case f.TimingFact():
            past = Past(session.course, fact, session.past)
            return replace(session, course=fold(session.course, fact), past=past, undone=None)
        case f.Undone() if session.past:
            undone = Undoing(session.past.fact, session.undone)
            course = _brought_back(session.past)
            return replace(session, course=course, past=session.past.earlier, undone=undone)
        case f.Redone() if session.undone:
            past = Past(session.course, session.undone.fact, session.past)
            course = fold(session.course, session.undone.fact)
            return replace(session, course=course, past=past, undone=session.undone.earlier)
        case f.RecordFact():
            written = session.written + isinstance(fact, f.Noted)
            return replace(session, record=record(session.record, _nameless(session, (fact,))), written=written)
    return session


def _brought_back(past: Past) -> Course:
    """The course before a verb. A step that the plan had ended by itself now waits for someone to end it."""
    match past.fact:
        case f.Moved(why="plan") | f.Finished(by_plan=True):
            return replace(past.course, held=past.course.held | {past.course.step.key})
    return past.course


def apply_all(session: Session, facts: Iterable[f.Fact]) -> Session:
    """The session after these facts; many record facts are taken together."""
    writing: list[f.RecordFact] = []
    for fact in facts:
        if isinstance(fact, f.RecordFact):
            writing.append(fact)
        else:
            session = apply(session, fact)
    written = session.written + sum(isinstance(fact, f.Noted) for fact in writing)
    kept = _nameless(session, writing)
    return replace(session, record=record(session.record, kept), written=written) if writing else session


def _nameless(session: Session, facts: Iterable[f.RecordFact]) -> list[f.RecordFact]:
    """The same facts; a note that its plan shares without a name has none, whatever an older journal says (P5)."""
    bare = session.plan.nameless()
    return [
        replace(fact, note=fact.note.nameless()) if isinstance(fact, f.Noted) and fact.note.capture in bare else fact
        for fact in facts
    ]


def replay(facts: Sequence[f.Fact]) -> Session:
    """The session that a journal's facts tell. Raises ValueError unless the first of them opens it."""
    if not facts or not isinstance(facts[0], f.Opened):
        raise ValueError("the record does not begin with the opening of a session")
    return apply_all(opened(facts[0]), facts[1:])
