"""The first page: what it shows, from plans and sessions on the disk, and what is done there without leaving it."""

import os
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from dp_facilitator.live.clock import Clock, time_of_day
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


class FirstPage(QObject):
    """What is behind the first page.

    Signal: `plan_chosen(str)` the path of a plan or an agenda that somebody chose.
    """

    plan_chosen = Signal(str)

    def __init__(self, page: HomePage, where: Places, clock: Clock, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._where = where
        self._clock = clock
        self._settings = settings
        self._later: set[str] = set()
        page.not_now.connect(self._put_off)
        page.delete_wanted.connect(self._delete)
        page.open_wanted.connect(self._choose_plan)

    def use(self, settings: Settings) -> None:
        """These settings hold from now on."""
        self._settings = settings

    def fill(self) -> None:
        """Shows everything that there is now."""
        page, now = self._page, time_of_day(self._clock)
        page.show_notice("")
        page.show_greeting(greeting(now))
        page.show_plans(plan_cards(self._plans()))
        try:
            past = self._sessions()
        except StoreError as error:
            page.show_notice(str(error), "warning")
            past = ()
        page.show_past(past_sessions(past))
        page.show_interrupted(self._offered(past))
        if due := past_due(past, now):
            words = ntr(
                "One session is older than {days} days. Look back to read or delete.",
                "{n} sessions are older than {days} days. Look back to read or delete.",
                due,
            )
            page.show_notice(words.format(n=due, days=self._settings.keep_days))
        if self._has_unsaved():
            page.show_notice(tr("A plan has changes that were not saved. They are waiting under “Make plans”."))

    def interrupted(self) -> Interrupted | None:
        """The newest session that can be carried on; None where there is none, or none can be read."""
        with suppress(StoreError):
            return self._offered(self._sessions())
        return None

    @Slot(str)
    def _put_off(self, session_id: str) -> None:
        """“Not now”: it is not offered again until the program is opened anew."""
        self._later.add(session_id)
        self._page.show_interrupted(self.interrupted())

    @Slot(str)
    def _delete(self, session_id: str) -> None:
        from dp_facilitator.store.deletion import delete_session  # only where somebody deletes one

        folder, problem = self._where.sessions / session_id, ""
        try:
            delete_session(folder, self._where.deletions, time_of_day(self._clock), fallbacks())
        except StoreError as error:
            problem = str(error)
        self.fill()
        if problem:
            self._page.show_notice(problem, "warning")

    @Slot()
    def _choose_plan(self) -> None:
        from dp_facilitator.ui.desk.choosing import choose_source

        if path := choose_source(self._page, self._where.plans):
            self.plan_chosen.emit(path)

    def _plans(self) -> list[tuple[str, Glance] | BadPlan]:
        """All plans, the one used last first, then the one that most sessions are."""
        first = (self._settings.last_plan, USUAL_PLAN)
        found = glances(shipped_plans_dir(), self._where.plans)
        return sorted(found, key=lambda one: first.index(one[0]) if one[0] in first else len(first))

    def _sessions(self) -> tuple[Summary, ...]:
        """All sessions on this computer, newest first. Raises StoreError where they cannot be listed."""
        return list_sessions(self._where.sessions, fallbacks(), keep_days=self._settings.keep_days)

    def _has_unsaved(self) -> bool:
        """Whether a plan has changes that were not saved."""
        if not os.path.isdir(self._where.unsaved):
            return False
        from dp_facilitator.store.unsaved import UnsavedPlan  # only where there is something to read

        return UnsavedPlan(self._where.unsaved).latest() is not None

    def _offered(self, past: tuple[Summary, ...]) -> Interrupted | None:
        """The newest session that was interrupted and can be carried on, if there is one."""
        with suppress(StoreError):
            for one in past:
                waits = one.status in GOING and not one.problem and one.id not in self._later
                if waits and (offer := _offer(one, time_of_day(self._clock))):
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
