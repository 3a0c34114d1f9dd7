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

from .home_values import Interrupted, PastSession, PlanCard

STATUS = {"ready": "not begun", "running": "interrupted", "paused": "interrupted", "finished": "", "unknown": ""}


def greeting(now: Moment) -> str:
    """A greeting that fits the time of day."""
    hour = (now.wall // SECOND + now.offset) % 86_400 // 3600
    return "Good morning" if 4 <= hour < 12 else "Good afternoon" if hour < 18 else "Good evening"


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
        return f"{people.least} people"
    return f"{people.least} to {people.most} people, usually {people.usual}"


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
            status=STATUS[one.status],
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
        return "unknown date"
    return f"{local.day} {local:%b %Y, %H:%M}"


def interrupted(session: Session, seen: Moment, now: Moment) -> Interrupted:
    """What can be carried on: where it stood when it was last seen, and how long ago that was."""
    course = session.course
    told = reading(course, seen)
    left = f"over by {minutes_and_seconds(told.over_s)}" if told.over else f"{minutes_and_seconds(told.left_s)} left"
    ago = max(0, now.wall - seen.wall) // (60 * SECOND)
    return Interrupted(session.id, session.plan.title, _where(course), left, f"at {seen.clock()}, {_ago(ago)}")


def _ago(minutes: int) -> str:
    if minutes < 1:
        return "just now"
    if minutes < 2:
        return "a minute ago"
    return f"{minutes} minutes ago" if minutes < 90 else f"{minutes // 60} hours ago"


def _where(course: Course) -> str:
    step = course.step
    name = headline(course, step)
    return f"Round {step.number}, {name}" if step.number else name
