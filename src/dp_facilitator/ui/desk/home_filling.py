"""From files to what the home page shows."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.glance import Glance
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.plan_names import BadPlan
from dp_facilitator.store.summary import Summary
from dp_facilitator.words import marked, ntr, tr

from .home_values import PastSession, PlanCard, plan_length

STATUS = {
    "ready": marked("set up, not begun"),
    "running": marked("interrupted"),
    "paused": marked("interrupted"),
    "finished": "",
    "unknown": "",
}


def greeting(now: Moment) -> str:
    """A greeting that fits the time of day."""
    hour = (now.wall // SECOND + now.offset) % 86_400 // 3600
    return tr("Good morning") if 4 <= hour < 12 else tr("Good afternoon") if hour < 18 else tr("Good evening")


def plan_cards(found: Iterable[tuple[str, Glance] | BadPlan]) -> tuple[PlanCard, ...]:
    """Plans, by name, as cards; one with mistakes says so."""
    return tuple(_card(one) for one in found)


def _card(one: tuple[str, Glance] | BadPlan) -> PlanCard:
    if isinstance(one, BadPlan):
        return PlanCard(one.name, one.name, "", "", "", (), one.problem)
    name, look = one
    length = plan_length(sum(seconds for seconds, _ in look.bar))
    return PlanCard(name, look.title, look.summary, length, _people(look), look.bar)


def _people(look: Glance) -> str:
    if look.least == look.most:
        return ntr("{least} person", "{least} people", look.least).format(least=look.least)
    return ntr(
        "{least} to {most} person, usually {usual}", "{least} to {most} people, usually {usual}", look.most
    ).format(least=look.least, most=look.most, usual=look.usual)


def past_sessions(found: Iterable[Summary]) -> tuple[PastSession, ...]:
    """Past sessions as rows; those that are set up and not begun come before those that were, as what is to come."""
    return tuple(
        PastSession(
            id=one.id,
            date=_date(one),
            sort_key=f"{one.status == 'ready':d}{one.opened_ns:020}",
            title=one.title or one.id,
            people=one.people,
            planned_s=one.planned_s,
            used_s=one.used_s,
            notes=one.notes,
            status=tr(STATUS[one.status]),
            problem=one.problem or "",
            begun=one.status != "ready",
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
    if one.status == "ready":  # that is when it was set up: beside a time of day it would read as when it begins
        return f"{local.day} {local:%b %Y}"
    return f"{local.day} {local:%b %Y, %H:%M}"
