"""The timetable of a session that has not begun: every step with its clock times."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dp_facilitator.words import ntr, tr

from . import facts as f
from .course import Course
from .durations import SECOND
from .fit import Way
from .mistakes import Refused, refuse
from .moment import Moment
from .plan import Plan
from .replay import apply_all, opened
from .roster import GROUPS_FROM, Participant
from .runsheet import Step
from .session import Session
from .sheet import Sheet
from .wording import keeper, leaders


@dataclass(frozen=True, slots=True)
class Row:
    """One step of a timetable. `round` and the names are None where nobody leads; times are moments.

    `round_title` is what the plan calls the round, where it has a name for it.
    """

    n: int
    step: Step
    segment: str
    round: int | None
    round_title: str | None
    leader: str | None
    timekeeper: str | None
    phase: str
    planned_s: int
    starts: Moment
    ends: Moment


@dataclass(frozen=True, slots=True)
class Timetable:
    """All steps from start to end. `spare_s` is left before the planned end; negative when it is missed."""

    rows: tuple[Row, ...]
    starts: Moment
    ends: Moment
    spare_s: int | None

    @property
    def total_s(self) -> int:
        """Seconds from start to end."""
        return sum(row.planned_s for row in self.rows)


def timetable(course: Course, now: Moment) -> Timetable:
    """The timetable of a course that has not begun, from its planned start or from now."""
    at = now.ns if course.planned_start is None else course.planned_start
    start = now.at(at)
    rows = []
    for n, step in enumerate(course.steps, 1):
        ends = at + step.seconds * SECOND
        rows.append(
            Row(
                n=n,
                step=step,
                segment=step.segment.title,
                round=step.number,
                round_title=step.round_title,
                leader=leaders(course, step) or None,
                timekeeper=keeper(course, step),
                phase=step.title,
                planned_s=step.seconds,
                starts=now.at(at),
                ends=now.at(ends),
            )
        )
        at = ends
    spare = None if course.planned_end is None else (course.planned_end - at) // SECOND
    return Timetable(tuple(rows), start, now.at(at), spare)


def check_size(people: int, least: int = 2) -> None:
    """Refuses a group that is too small for rounds, in plain words."""
    if people == 0:
        raise refuse(tr("There is nobody in the session yet."), tr("Type the names of those who will lead."), "people")
    if people < least:
        raise refuse(
            ntr(
                "This plan needs at least {least} person: one leads while the others listen.",
                "This plan needs at least {least} people: one leads while the others listen.",
                least,
            ).format(least=least),
            tr("Add a name."),
            "people",
        )


def suggests_groups(plan: Plan, people: int) -> bool:
    """Whether parallel groups on one clock should be suggested: so many people would each lead a round."""
    each = any(segment.repeat == "each" and segment.rounds is None for segment in plan.segments)
    return each and people >= GROUPS_FROM


def open_session(
    session_id: str,
    now: Moment,
    plan_text: bytes,
    people: Sequence[Participant],
    *,
    starts: int | None = None,
    ends: int | None = None,
    fit: Way | None = "equal",
    sheets: Sequence[tuple[str, Sheet]] = (),
    version: str = "",
) -> tuple[Session, tuple[f.Fact, ...]]:
    """A session made from a plan and people, and the facts that made it.

    `starts` and `ends` are wall times in ns since 1970 UTC. With an end, the rounds are fitted as `fit` says, unless
    the difference is too small to speak of. Raises Refused, in plain words, where that cannot be done or the group
    is too small.
    """
    text = plan_text.removeprefix(b"\xef\xbb\xbf").decode()
    opening = f.Opened(now, session_id, text, tuple(people), starts, ends, (), tuple(sheets), version)
    session = opened(opening)
    check_size(len(people), session.plan.people.least)
    facts: tuple[f.Fact, ...] = (opening,)
    # As the timetable shows it: from the planned start, however long ago that was by the time it is opened.
    start = now if starts is None or fit == "later" else now.at(now.ns + starts - now.wall)
    fitted = session.fit(start, fit) if ends is not None and fit is not None else ()
    fitted = tuple(replace(fact, at=now) for fact in fitted)
    return apply_all(session, fitted), (*facts, *fitted)


def why_not(error: Refused) -> str:
    """A refusal as one line for a banner."""
    return " ".join(str(mistake) for mistake in error.mistakes)
