"""From what was set up to a session: people, wall times of today, and the facts that open it."""

from typing import Final

from dp_facilitator import __version__
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.facts import Fact, Opened
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.roster import Participant, roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session
from dp_facilitator.ui.desk.setup_values import Wanted

DAY_S: Final = 86_400


def of_today(seconds: int, now: Moment) -> int:
    """Wall time in ns of a time of day (seconds since midnight) on the local day of `now`."""
    local = now.wall // SECOND + now.offset
    return (local - local % DAY_S + seconds - now.offset) * SECOND


def session_from(wanted: Wanted, session_id: str, now: Moment) -> tuple[Session, tuple[Fact, ...]]:
    """The session, and the facts that make it. Raises Refused, in plain words, where it cannot be."""
    people = tuple(
        Participant(person.id, person.name, at in wanted.hide_digits) for at, person in enumerate(roster(wanted.names))
    )
    starts = None if wanted.starts is None else of_today(wanted.starts, now)
    ends = None if wanted.until is None else of_today(wanted.until, now)
    if starts is not None and ends is not None and ends <= starts:
        ends += DAY_S * SECOND
    sheets = [(people[at].id, sheet) for at, sheet in wanted.sheets]
    return open_session(
        session_id,
        now,
        wanted.plan_text,
        people,
        starts=starts,
        ends=ends,
        fit=wanted.way,
        sheets=sheets,
        version=__version__,
    )


def wanted_again(session: Session, opening: Opened) -> Wanted:
    """The next session like a past one: its plan and those who were there at its end, in their order.

    Sheets, notes and times do not come along.
    """
    course = session.course
    people = [course.person(person) for person in course.present]
    names = tuple(person.name for person in people)
    hidden = frozenset(at for at, person in enumerate(people) if person.hide_digits)
    return Wanted(course.plan.title, opening.plan.encode(), names, hide_digits=hidden)
