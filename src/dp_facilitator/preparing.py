"""What is set and tried before a session: settings, the demonstration, and what set-up says of the computer."""

import os
from contextlib import suppress

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from dp_facilitator.checks import checks
from dp_facilitator.demo import AGAIN, BEGIN, STOP, Demo
from dp_facilitator.dressing import Dressing
from dp_facilitator.live.awake import Awake
from dp_facilitator.live.clock import Clock, time_of_day
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan import Plan
from dp_facilitator.paths import Places, asset
from dp_facilitator.printing import PRINT, paper_check, put_on_paper
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.settings import Settings
from dp_facilitator.ui.desk.choosing import choose_folder
from dp_facilitator.ui.desk.desk import Desk
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.words import tr


class Preparing(QObject):
    """Drives the settings page and the checks of set-up.

    Signals: changed(object) – the Settings as somebody wants them from now on; left() – back to the first page.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(
        self, desk: Desk, where: Places, clock: Clock, dressing: Dressing, settings: Settings,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._where, self._dressing = desk, where, dressing
        self.demo = Demo(desk, dressing.room, asset("sounds"), clock, settings, self)
        self._awake = Awake(self)
        self._clock = clock
        self._settings_made = False
        self._keep_days = settings.keep_days
        self._left: dict[str, Wanted] = {}
        self._waiting = ""
        self._connect()

    def _connect(self) -> None:
        self.demo.sound_told.connect(self._say_sound)
        self.demo.changed.connect(self._show_checks)
        self._desk.set_up.check_acted.connect(self._act)
        self._awake.told.connect(self._know_awake)

    def show_settings(self, settings: Settings) -> None:
        """Opens the settings page."""
        if not self._settings_made:
            self._settings_made = True
            page = self._desk.settings
            page.changed.connect(self.changed)
            page.home_wanted.connect(self.left)
            page.folder_wanted.connect(self._open_folder)
            page.sound_tried.connect(self.demo.try_sound)
        self._desk.settings.show_settings(settings, str(self._where.sessions))
        self._desk.settings.show_notice("")
        self._desk.show_page(self._desk.settings)

    def use(self, settings: Settings) -> None:
        """These settings hold from now on: they are seen and heard at once."""
        self._keep_days = settings.keep_days
        self._dressing.wear(settings.theme, settings.scale)
        self.demo.use(settings)

    def set_up(
        self, name: str, text: bytes, plan: Plan, seconds_of_day: int, filled: Wanted | None = None, waiting: str = "",
    ) -> None:  # fmt: skip
        """Opens set-up for a plan, filled in as it was left, or as `filled` says.

        `waiting` is the session it was saved as for later; what was changed and left since then is there as well.
        """
        page = self._desk.set_up
        page.show_plan(name, text, plan)
        self._waiting = waiting
        left = self._left.pop(waiting or name, None) if waiting or filled is None else None
        if left and left.plan_text == text:
            filled = left
        if filled is not None:
            page.restore(filled)
        page.show_now(seconds_of_day)
        self.begin_checks()
        self._desk.show_page(page)

    def leave(self) -> None:
        """Another page is opened: what was set up and left waits until its plan is chosen again."""
        if self._desk.shows("set_up"):
            with suppress(Refused):  # a fourth criterion: nothing else can be wrong with it
                wanted = self._desk.set_up.planned()
                if wanted.names:
                    self._left[self._waiting or wanted.plan_name] = wanted
        self.demo.stop()

    def became_a_session(self, plan_name: str) -> str:
        """What was set up became a session, and is not left any more; answers the id that it had waited under."""
        waited, self._waiting = self._waiting, ""
        self._left.pop(waited or plan_name, None)
        return waited

    def begin_checks(self) -> None:
        """Looks at the computer for the set-up page."""
        if self._awake.working is None:
            self._awake.hold()  # only to learn whether it can be done: the answer lets it go again
        self._show_checks()

    def close(self) -> None:
        """Ends what is being tried."""
        self.demo.close()
        self._awake.close()

    @Slot()
    def _show_checks(self) -> None:
        now = time_of_day(self._clock)
        found = checks(self._desk, self._where.data, self.demo.check(), self._awake.working, now)
        self._desk.set_up.show_checks((*found, paper_check()))

    @Slot()
    def _know_awake(self) -> None:
        self._awake.release()
        self._show_checks()

    @Slot(str)
    def _act(self, words: str) -> None:
        if words in (tr(BEGIN), tr(AGAIN)):
            self.demo.begin()
        elif words == tr(STOP):
            self.demo.stop()
        elif words == tr(PRINT):
            self._print()

    def _print(self) -> None:
        """Saves the session on paper in a folder that somebody chooses, and opens it for printing."""
        folder = choose_folder(self._desk.set_up, tr("Where shall the pages be saved?"))
        if folder is None:
            return
        try:
            path = put_on_paper(self._desk.set_up.planned(), time_of_day(self._clock), self._keep_days, folder)
        except (Refused, StoreError) as error:
            self._desk.set_up.show_problem(str(error))
            return
        self._desk.set_up.show_done(tr("Saved for printing: {path}").format(path=path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot()
    def _open_folder(self) -> None:
        folder = self._where.sessions if os.path.isdir(self._where.sessions) else self._where.data
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.settings.show_notice(tr("The folder could not be opened from here. Its path is below."))

    @Slot(str, bool)
    def _say_sound(self, words: str, worked: bool) -> None:
        if self._settings_made:
            self._desk.settings.show_sound_result(words, "" if worked else "warning")
        self._show_checks()
