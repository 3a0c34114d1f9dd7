"""What the first page shows: gathered from plans and sessions on the disk."""

from contextlib import suppress
from typing import Final

from dp_facilitator.model.glance import Glance
from dp_facilitator.model.moment import Moment
from dp_facilitator.paths import Places, fallbacks, shipped_plans_dir
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.glances import glances
from dp_facilitator.store.plan_names import BadPlan
from dp_facilitator.store.sessions import list_sessions
from dp_facilitator.store.settings import Settings
from dp_facilitator.store.summary import Summary
from dp_facilitator.ui.desk.home import HomePage
from dp_facilitator.ui.desk.home_filling import greeting, past_due, past_sessions, plan_cards
from dp_facilitator.ui.desk.home_values import Interrupted
from dp_facilitator.words import ntr, tr

OFFERED_NS: Final = 12 * 3600 * 10**9
"""A session that was interrupted longer ago is looked back on, not carried on."""
GOING: Final = ("running", "paused")
USUAL_PLAN: Final = "deliberate-practice-90"


def fill(home: HomePage, where: Places, settings: Settings, put_off: set[str], now: Moment) -> None:
    """Shows everything that there is now; `put_off` are sessions that are not to be offered again."""
    home.show_notice("")
    home.show_greeting(greeting(now))
    home.show_plans(plan_cards(_plans(where, settings)))
    try:
        past = sessions(where, settings)
    except StoreError as error:
        home.show_notice(str(error), "warning")
        past = ()
    home.show_past(past_sessions(past))
    home.show_interrupted(offered(past, put_off, now))
    if due := past_due(past, now):
        words = ntr(
            "One session is older than {days} days. Look back to read or delete.",
            "{n} sessions are older than {days} days. Look back to read or delete.",
            due,
        )
        home.show_notice(words.format(n=due, days=settings.keep_days))
    if _has_unsaved(where):
        home.show_notice(tr("A plan has changes that were not saved. They are waiting under “Make plans”."))


def _has_unsaved(where: Places) -> bool:
    """Whether a plan has changes that were not saved."""
    if not where.unsaved.is_dir():
        return False
    from dp_facilitator.store.unsaved import UnsavedPlan  # only where there is something to read

    return UnsavedPlan(where.unsaved).latest() is not None


def sessions(where: Places, settings: Settings) -> tuple[Summary, ...]:
    """All sessions on this computer, newest first. Raises StoreError where they cannot be listed."""
    return list_sessions(where.sessions, fallbacks(), keep_days=settings.keep_days)


def offer(where: Places, settings: Settings, put_off: set[str], now: Moment) -> Interrupted | None:
    """The newest session that can be carried on; None where there is none, or none can be read."""
    with suppress(StoreError):
        return offered(sessions(where, settings), put_off, now)
    return None


def offered(past: tuple[Summary, ...], put_off: set[str], now: Moment) -> Interrupted | None:
    """The newest session that was interrupted and can be carried on, if there is one."""
    with suppress(StoreError):
        for one in past:
            waits = one.status in GOING and not one.problem and one.id not in put_off
            if waits and (offer := _offer(one, now)):
                return offer
    return None


def _offer(one: Summary, now: Moment) -> Interrupted | None:
    """A session that was interrupted, as it is offered; None where it is too long ago or can only be read."""
    # Only here: most often nothing was interrupted, and the first page need not wait for what a session needs.
    from dp_facilitator.stage import last_seen
    from dp_facilitator.store.drafts import Drafts
    from dp_facilitator.store.records import load
    from dp_facilitator.ui.desk.home_interrupted import interrupted

    loaded = load(one.folder, fallbacks())
    seen = last_seen(loaded, Drafts(one.folder).latest())
    if loaded.readonly or now.wall - seen.wall >= OFFERED_NS:
        return None
    return interrupted(loaded.session, seen, now)


def _plans(where: Places, settings: Settings) -> list[tuple[str, Glance] | BadPlan]:
    """All plans, the one used last first, then the one that most sessions are."""
    first = (settings.last_plan, USUAL_PLAN)
    found = glances(shipped_plans_dir(), where.plans)
    return sorted(found, key=lambda one: first.index(one[0]) if one[0] in first else len(first))
