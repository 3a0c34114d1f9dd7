"""The composition root: the one file that knows everybody, makes windows and sessions, and lets them go."""

from __future__ import annotations

import gc
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from dp_facilitator.dressing import Dressing
from dp_facilitator.first_page import FirstPage
from dp_facilitator.live.clock import Clock, time_of_day
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.paths import Places, asset, fallbacks, shipped_plans_dir
from dp_facilitator.ready import Idle, read_modules
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.settings import Settings, read_settings, write_settings
from dp_facilitator.ui.desk.desk import Desk
from dp_facilitator.ui.desk.dropped import is_agenda_file
from dp_facilitator.ui.theme import load_fonts
from dp_facilitator.words import tr

# Everything else is imported where it is first wanted: the first page must not wait for what a session, set-up or
# the review need. `ready.py` reads it while the first page is looked at; tests/test_first_page.py holds it.
if TYPE_CHECKING:
    from dp_facilitator.plans_desk import PlansDesk
    from dp_facilitator.preparing import Preparing
    from dp_facilitator.reviewing import Reviewing
    from dp_facilitator.show import Show
    from dp_facilitator.stage import Stage
    from dp_facilitator.ui.desk.setup_values import Wanted


class App(QObject):
    """The program: its windows, its settings, the session that is open."""

    def __init__(self, qt: QApplication, where: Places, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qt = qt
        self._where = where
        self._clock = clock
        self._settings, notices = read_settings(where.settings)
        self._show: Show | None = None
        load_fonts(asset("fonts"))
        self._dressing = Dressing(qt, asset("themes"), asset("icons"), self)
        self._dressing.wear(self._settings.theme, self._settings.scale)
        self.desk = Desk(self._dressing.desk, self._dressing.room, self._dressing.themes)
        self._dressing.dress()
        self._first_page = FirstPage(self.desk.home, where, clock, self._settings, self)
        self._reading = Idle(read_modules(), self)
        self._tidying: Idle | None = None
        self._connect()
        self._notices = " ".join(notices)

    def _connect(self) -> None:
        home = self.desk.home
        home.plan_chosen.connect(self.set_up)
        home.plans_wanted.connect(self.make_plans)
        home.carry_on.connect(self.carry_on)
        home.review_wanted.connect(self.look_back)
        home.file_dropped.connect(self._take_file)
        home.settings_wanted.connect(self.show_settings)
        self._first_page.plan_chosen.connect(self._take_file)
        self._qt.screenAdded.connect(self._check_again)
        self._qt.screenRemoved.connect(self._check_again)
        self.desk.closing.connect(self._ask_close)
        self._reading.done.connect(self._get_ready)

    @cached_property
    def preparing(self) -> Preparing:
        """What is behind set-up and settings; made with the page of set-up."""
        from dp_facilitator.preparing import Preparing

        set_up = self.desk.set_up
        set_up.wanted.connect(self.open_session)
        set_up.saved.connect(self._save_for_later)
        set_up.back_wanted.connect(self.go_home)
        preparing = Preparing(self.desk, self._where, self._clock, self._dressing, self._settings, self)
        preparing.left.connect(self.go_home)
        preparing.changed.connect(self._take_settings)
        return preparing

    @cached_property
    def reviewing(self) -> Reviewing:
        """What is behind the review; made with its page."""
        from dp_facilitator.reviewing import Reviewing

        reviewing = Reviewing(self.desk.review, self._where, self._clock, self)
        reviewing.left.connect(self.go_home)
        reviewing.again.connect(self._set_up_again)
        reviewing.planned.connect(self._plan_like)
        return reviewing

    @cached_property
    def plans(self) -> PlansDesk:
        """What is behind the page of all plans; made with it."""
        from dp_facilitator.plans_desk import PlansDesk

        plans = PlansDesk(self.desk.plans, self._where, self)
        plans.left.connect(self.go_home)
        plans.set_up.connect(self.set_up)
        plans.set_up_with.connect(self._set_up_again)
        plans.may_close.connect(self.stop)
        return plans

    @property
    def show(self) -> Show | None:
        """The session that is running, with its windows."""
        return self._show

    def begin(self, plan_word: str | None = None) -> None:
        """Opens the desk: on a plan's set-up, or on the first page, also when a session can be carried on."""
        self.go_home()
        if plan_word is not None and self._first_page.interrupted() is None:
            self.set_up(plan_word)
        if self._notices:
            self.desk.home.show_notice(self._notices, "warning")
        self.desk.open_window()

    def get_ready(self) -> None:
        """From now on what the next pages need is read, a little in every turn in which nothing else is wanted."""
        self._reading.begin()

    @Slot()
    def _get_ready(self) -> None:
        """Set-up comes next for most: its page is made before it is wanted."""
        from dp_facilitator.store.leftovers import tidy

        self.preparing.use(self._settings)
        gc.collect()
        gc.freeze()  # what is there now stays: no later search for garbage need look through it
        gc.enable()
        where = self._where
        self._tidying = Idle(tidy(where.data, where.plans, where.sessions, self._clock.wall() / 10**9), self)
        self._tidying.begin()

    @Slot()
    def go_home(self) -> None:
        """The first page, with what there is now. A session that runs is closed and offered again."""
        if "preparing" in vars(self):
            self.preparing.leave()
        self._close_show()
        self._first_page.fill()
        self.desk.show_page(self.desk.home)

    @Slot()
    def make_plans(self) -> None:
        """The page of all plans."""
        self.plans.begin()
        self.desk.show_page(self.desk.plans)

    @Slot(object)
    def _plan_like(self, wanted: Wanted) -> None:
        self.plans.from_session(wanted)
        self.desk.show_page(self.desk.plans)

    @Slot(str)
    def set_up(self, plan_word: str) -> None:
        """The set-up page for a plan: a name, or a file."""
        from dp_facilitator.store.plans import find_plan

        try:
            found = find_plan(plan_word, shipped_plans_dir(), self._where.plans)
        except (Refused, StoreError) as error:
            self.desk.home.show_notice(str(error), "warning")
            self.desk.show_page(self.desk.home)
            return
        self.preparing.set_up(found.name, found.text, found.plan, self._seconds_of_day())

    @Slot(object)
    def _set_up_again(self, wanted: Wanted, waiting: str = "") -> None:
        from dp_facilitator.model.plan_text import read_plan

        plan = read_plan(wanted.plan_text)
        self.preparing.set_up(wanted.plan_name, wanted.plan_text, plan, self._seconds_of_day(), wanted, waiting)

    @Slot()
    def _check_again(self) -> None:
        """A display came or went."""
        if self.desk.shows("set_up"):
            self.preparing.begin_checks()

    def _seconds_of_day(self) -> int:
        now = time_of_day(self._clock)
        return (now.wall // 10**9 + now.offset) % 86_400

    @Slot(object)
    def open_session(self, wanted: Wanted) -> None:
        """Makes the session that was set up and shows its desk; nothing starts by itself."""
        if stage := self._make(wanted):
            self._open(stage)

    def _make(self, wanted: Wanted) -> Stage | None:
        """A session on the disk, in the place of the one that waited; None, with the reason on the page, where not."""
        from dp_facilitator import set_ups
        from dp_facilitator.model.timetable import why_not
        from dp_facilitator.stage import Taken
        from dp_facilitator.store.deletion import delete_session

        try:
            stage = set_ups.make(wanted, self._where, self._clock, self)
        except (Refused, StoreError, Taken) as error:
            self.desk.set_up.show_problem(why_not(error) if isinstance(error, Refused) else str(error))
            return None
        if waited := self.preparing.became_a_session(wanted.plan_name):
            with suppress(StoreError):  # then it still waits on the first page, where it can be deleted
                folder = self._where.sessions / waited
                delete_session(folder, self._where.deletions, time_of_day(self._clock), fallbacks())
        self._keep(self._settings.but(last_plan=wanted.plan_name))
        return stage

    @Slot(str, bool)
    def carry_on(self, session_id: str, count_between: bool) -> None:
        """Goes on with a session that was interrupted."""
        from dp_facilitator.stage import Stage, Taken

        folder = self._where.sessions / session_id
        try:
            stage = Stage.resumed(folder, self._clock, fallbacks(), count_between, self)
        except (StoreError, Taken) as error:
            self.desk.home.show_notice(str(error), "warning")
        else:
            self._open(stage)

    def _open(self, stage: Stage) -> None:
        from dp_facilitator.show import Show

        if "preparing" in vars(self):
            self.preparing.demo.stop()
        page, actions = self.desk.open_run(self._settings.keys, self._settings.single_keys)
        self._show = Show(
            self._qt, self.desk, stage, page, actions, self._dressing.room, self._settings, asset("sounds"), self
        )
        self._show.ended.connect(self._look_back_now)
        self._show.left.connect(self.go_home)
        self._show.may_close.connect(self.stop)
        self._show.sound_chosen.connect(self._keep_sound)
        self._show.screen_chosen.connect(self._keep_screen)
        self.desk.show_page(page)
        self._show.begin()

    def _close_show(self) -> None:
        if self._show is not None:
            show, self._show = self._show, None
            show.end()
            self.desk.close_run()

    @Slot()
    def _look_back_now(self) -> None:
        if self._show is not None:
            session_id = self._show.stage.bridge.session.id
            self._close_show()
            self.look_back(session_id)

    @Slot(str)
    def look_back(self, session_id: str) -> None:
        """The review of a past session; one that waits goes on in set-up, or at the desk where it had been opened."""
        from dp_facilitator.set_ups import set_up_of
        from dp_facilitator.stage import Taken
        from dp_facilitator.store.records import load

        try:
            loaded = load(self._where.sessions / session_id, fallbacks())
            if loaded.session.status == "ready":
                saved = set_up_of(loaded, self._where)
                self._set_up_again(saved, session_id) if saved else self.carry_on(session_id, True)
                return
            self.reviewing.open(self._where.sessions / session_id)
        except (StoreError, Taken) as error:
            self.go_home()
            self.desk.home.show_notice(str(error), "warning")
        else:
            self.desk.show_page(self.desk.review)

    @Slot(str)
    def _take_file(self, path: str) -> None:
        """A plan goes to set-up; an agenda is looked at on the page of all plans before it becomes one."""
        if not is_agenda_file(path):
            self.set_up(path)
            return
        self.make_plans()
        self.plans.take_in(path)

    @Slot(object)
    def _save_for_later(self, wanted: Wanted) -> None:
        """A session that is set up and not begun: it waits on the first page under “Look back”."""
        from dp_facilitator.set_ups import kept_as

        if stage := self._make(kept_as(wanted, self._clock)):
            stage.close()
            stage.deleteLater()
            self.desk.show_page(self.desk.home)  # what is kept is not left behind as well
            self.go_home()
            self.desk.home.show_notice(tr("Saved. It waits under “Look back”, with names and sheets."), "good")

    @Slot()
    def show_settings(self) -> None:
        """The settings page."""
        self.preparing.show_settings(self._settings)

    @Slot(object)
    def _take_settings(self, settings: Settings) -> None:
        self._keep(settings)
        self.preparing.use(settings)

    @Slot(bool)
    def _keep_sound(self, on: bool) -> None:
        self._keep(self._settings.but(sound=on))

    @Slot(str)
    def _keep_screen(self, key: str) -> None:
        self._keep(self._settings.but(screen=key))

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._first_page.use(settings)
        try:
            write_settings(self._where.settings, settings)
        except StoreError as error:
            if self._show is not None:
                self._show.say_notice(str(error))
            else:
                self.desk.settings.show_notice(str(error))

    @Slot()
    def say_hurt(self) -> None:
        """Something unexpected happened; the program goes on."""
        words = tr("Something unexpected happened. Everything saved is safe, and the session goes on.")
        if self._show is not None:
            self._show.say_hurt(words)
        else:
            self.desk.home.show_notice(words, "warning")

    @Slot()
    def _ask_close(self) -> None:
        if self.desk.shows("plans"):
            self.desk.plans.ask_close()
        elif self._show is not None:
            self._show.ask_close()
        else:
            self.stop()

    @Slot()
    def flush(self) -> None:
        """The computer is shutting down: everything that is on its way is written, and nothing asks."""
        if self._show is not None:
            self._show.stage.writer.flush()

    def let_go(self) -> None:
        """Everything is written and every window closed; the program could begin again."""
        self._reading.stop()
        if self._tidying is not None:
            self._tidying.stop()
        self._close_show()
        for made in ("preparing", "reviewing", "plans"):
            if made in vars(self):
                getattr(self, made).close()
        self.desk.close_for_good()

    @Slot()
    def stop(self) -> None:
        """The only way out of the running program."""
        self.let_go()
        self._qt.quit()
