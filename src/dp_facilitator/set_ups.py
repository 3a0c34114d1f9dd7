"""From what was set up to a session on the disk, and back to the set-up page from one that was saved for later."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from dp_facilitator.live.clock import Clock, SessionTime
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.facts import Opened, Prepared, Reopened
from dp_facilitator.model.fit import Way
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.replay import opened
from dp_facilitator.opening import session_from
from dp_facilitator.paths import Places, fallbacks, shipped_plans_dir
from dp_facilitator.stage import Stage
from dp_facilitator.store.plans import PlanFile, list_plans
from dp_facilitator.store.records import LoadedSession
from dp_facilitator.store.session_ids import new_id
from dp_facilitator.ui.desk.setup_values import Wanted

DAY_S: Final = 86_400
WAYS: Final[tuple[Way, ...]] = ("equal", "others", "later")


def make(wanted: Wanted, where: Places, clock: Clock, parent: QObject) -> Stage:
    """A session as it was set up, on the disk and open.

    Raises Refused where it cannot be like this, StoreError where it cannot be kept, Taken where it is open elsewhere.
    """
    time = SessionTime.fresh(clock)
    now = time.now()
    session, facts = session_from(wanted, new_id(now), now)
    return Stage.fresh(where.sessions / session.id, session, facts, time, fallbacks(), wanted.plan_text, parent)


def kept_as(wanted: Wanted, clock: Clock) -> Wanted:
    """What can be kept of a set-up: an end that cannot be met yet is no reason not to keep the rest."""
    try:
        session_from(wanted, "later", SessionTime.fresh(clock).now())
    except Refused:
        return replace(wanted, way=None)
    return wanted


def set_up_of(loaded: LoadedSession, where: Places) -> Wanted | None:
    """What was set up, to be changed on the set-up page.

    None where more was done than set-up can show: begun, someone moved or away, a line ticked off, a note written.
    Such a session is carried on at the desk, so that nothing of it is lost.
    """
    opening, *later = loaded.facts
    if not isinstance(opening, Opened) or loaded.readonly or loaded.session.status != "ready":
        return None
    timings = tuple(fact for fact in later if not isinstance(fact, Prepared | Reopened))
    way = _way(opening, timings)
    if timings and way is None:
        return None
    text = opening.plan.encode()
    plans = list_plans(shipped_plans_dir(), where.plans)
    name = next((p.name for p in plans if isinstance(p, PlanFile) and p.text == text), loaded.session.plan.title)
    people = opening.people
    sheets = ((at, loaded.session.record.sheet(person.id)) for at, person in enumerate(people))
    return Wanted(
        plan_name=name,
        plan_text=text,
        names=tuple(person.name for person in people),
        sheets=tuple((at, sheet) for at, sheet in sheets if sheet.readiness != "none"),
        hide_digits=frozenset(at for at, person in enumerate(people) if person.hide_digits),
        starts=_of_day(opening, opening.planned_start),
        until=_of_day(opening, opening.planned_end),
        way=way,
    )


def _way(opening: Opened, timings: tuple[object, ...]) -> Way | None:
    """The way of fitting that these facts came from; None where they are no fit, or something else as well."""
    session = opened(opening)
    for way in WAYS:
        try:
            if timings and session.fit(opening.at, way) == timings:
                return way
        except Refused:
            continue
    return None


def _of_day(opening: Opened, wall: int | None) -> int | None:
    """A wall time (ns since 1970 UTC) as seconds of its local day."""
    return None if wall is None else (wall // SECOND + opening.at.offset) % DAY_S
