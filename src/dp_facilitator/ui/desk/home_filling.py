"""From files to what the home page shows."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.reading import reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import headline
from dp_facilitator.store.plans import BadPlan, PlanFile
from dp_facilitator.store.snapshot import Summary
from dp_facilitator.words import marked, ntr, tr

from .home_values import Interrupted, PastSession, PlanCard

STATUS = {
    "ready": marked("not begun"),
    "running": marked("interrupted"),
    "paused": marked("interrupted"),
    "finished": "",
    "unknown": "",
}


def greeting(now: Moment) -> str:
    """A greeting that fits the time of day."""
    hour = (now.wall // SECOND + now.offset) % 86_400 // 3600
    return tr("Good morning") if 4 <= hour < 12 else tr("Good afternoon") if hour < 18 else tr("Good evening")


def plan_cards(found: Iterable[PlanFile | BadPlan]) -> tuple[PlanCard, ...]:
    """Plans as cards; one with mistakes says so."""
    return tuple(_card(one) for one in found)


def _card(one: PlanFile | BadPlan) -> PlanCard:
    if isinstance(one, BadPlan):
        return PlanCard(one.name, one.name, "", 0, "", (), one.problem)
    plan = one.plan
    return PlanCard(one.name, plan.title, plan.summary or "", plan.total // 60, _people(plan), _bar(plan))


def _people(plan: Plan) -> str:
    people = plan.people
    if people.least == people.most:
        return ntr("{least} person", "{least} people", people.least).format(least=people.least)
    return ntr(
        "{least} to {most} person, usually {usual}", "{least} to {most} people, usually {usual}", people.most
    ).format(least=people.least, most=people.most, usual=people.usual)


def _bar(plan: Plan) -> tuple[tuple[int, str], ...]:
    return tuple(
        (phase.time, phase.kind)
        for segment in plan.segments
        for _ in range(segment.turns(plan.people.usual))
        for phase, _, _ in segment.laid_out()
    )


def past_sessions(found: Iterable[Summary]) -> tuple[PastSession, ...]:
    """Past sessions as rows."""
    return tuple(
        PastSession(
            id=one.id,
            date=_date(one),
            sort_key=f"{one.opened_ns:020}",
            title=one.title or one.id,
            people=one.people,
            planned_s=one.planned_s,
            used_s=one.used_s,
            notes=one.notes,
            status=tr(STATUS[one.status]),
            problem=one.problem or "",
        )
        for one in found
    )


def past_due(found: Iterable[Summary], now: Moment) -> int:
    """How many sessions have been kept for as long as they were to be."""
    today = datetime.fromtimestamp(now.wall / SECOND, UTC).date()
    return sum(one.keep_until is not None and one.keep_until < today for one in found)


def _date(one: Summary) -> str:
    try:
        local = datetime.fromtimestamp(one.opened_ns / SECOND, UTC) + timedelta(seconds=one.offset_s)
    except (ValueError, OverflowError, OSError):
        return tr("unknown date")
    return f"{local.day} {local:%b %Y, %H:%M}"


def interrupted(session: Session, seen: Moment, now: Moment) -> Interrupted:
    """What can be carried on: where it stood when it was last seen, and how long ago that was."""
    course = session.course
    told = reading(course, seen)
    time = minutes_and_seconds(told.over_s if told.over else told.left_s)
    left = (tr("over by {time}") if told.over else tr("{time} left")).format(time=time)
    ago = max(0, now.wall - seen.wall) // (60 * SECOND)
    return Interrupted(
        session.id,
        session.plan.title,
        _where(course),
        left,
        left if told.over else time,
        tr("at {seen}, {ago}").format(seen=seen.clock(), ago=_ago(ago)),
    )


def _ago(minutes: int) -> str:
    if minutes < 1:
        return tr("just now")
    if minutes < 2:
        return tr("a minute ago")
    return (
        ntr("{minutes} minute ago", "{minutes} minutes ago", minutes).format(minutes=minutes)
        if minutes < 90
        else ntr("{minutes} hour ago", "{minutes} hours ago", minutes // 60).format(minutes=minutes // 60)
    )


def _where(course: Course) -> str:
    step = course.step
    name = headline(course, step)
    return tr("Round {number}, {name}").format(number=step.number, name=name) if step.number else name
