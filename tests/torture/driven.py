"""The child of kill_app: the real program, from its command line on, with somebody at its desk who never rests.

It says on standard output what has happened, one line each: a word and a JSON object. The parent kills it at any
moment, so that a line is written only when what it says is true, and in one piece.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from short_plan import NAMES, short_plan
from typist import Typist, tell

import dp_facilitator.launch
from dp_facilitator.__main__ import main
from dp_facilitator.app import App
from dp_facilitator.live.clock import SystemClock
from dp_facilitator.ui.desk.setup_values import Wanted

BUSY_MS = (0, 35)
NEVER = 1e9


class Visitor(QObject):
    """Somebody at the desk: opens or carries on with a session, writes, presses buttons, leaves, comes back."""

    def __init__(self, app: App, seed: int, close_after: float) -> None:
        super().__init__(app)
        self._app = app
        self._chance = random.Random(seed)
        self._typist = Typist(app, self._chance, seed)
        self._followed: object = None
        self._stood: dict[int, dict[str, object]] = {}
        self._confirm_at = NEVER
        self._close_at = time.monotonic() + close_after
        self._closing = False
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.timeout.connect(self._act)
        self._beat.start(0)

    @Slot()
    def _act(self) -> None:
        if time.monotonic() > self._close_at:
            self._close()
        elif self._app.show is not None:
            self._follow()
            self._run()
        elif self._app.desk.page() is self._app.desk.home:
            self._begin()
        elif self._app.desk.page() is self._app.desk.review:
            self._look_back()
        self._beat.start(self._chance.randint(*BUSY_MS))

    # The first page

    def _begin(self) -> None:
        tell("opening")
        if self._app.desk.home.carry_banner.isVisible():
            self._click(self._chance.choices(("Carry on", "Carry on from", "Not now"), (8, 3, 1))[0])
            return
        wanted = Wanted("short", short_plan(), NAMES, starts=None, until=None, way=None)
        self._app.open_session(wanted)
        if self._app.show is None:
            tell("fault", what="the session could not be opened")

    def _follow(self) -> None:
        """Listens to a session that has just come up."""
        if self._followed is self._app.show:
            return
        self._followed = self._app.show
        self._typist.begin()
        stage = self._app.show.stage
        count, before = stage.writer.count, SystemClock().always()
        zero = (before + SystemClock().always()) // 2 - stage.bridge.now().ns
        tell("session", id=stage.bridge.session.id, zero=zero, count=count, draft=self._typist.text())
        stage.bridge.changed.connect(self._remember)
        stage.bridge.saved.connect(self._saved)

    @Slot(object)
    def _remember(self, _session: object) -> None:
        """Where the countdown stands, for when the facts that led there are on the disk."""
        stage, clock = self._app.show.stage, SystemClock()
        before, told, after = clock.always(), stage.bridge.reading(), clock.always()
        if after - before < 2_000_000:
            where = {"status": told.status, "step": told.step.key, "left": told.left}
            self._stood[stage.writer.count] = {"at": (before + after) // 2, **where}

    @Slot(int)
    def _saved(self, count: int) -> None:
        if count in self._stood:
            tell("stands", n=count, **self._stood.pop(count))
        self._typist.saved(count)

    # The run page

    def _run(self) -> None:
        status = self._app.show.stage.bridge.session.status
        if status == "ready":
            self._press("pause")
        elif status == "finished":
            self._leave_finished()
        elif time.monotonic() > self._confirm_at:
            self._confirm_at = NEVER
            self._press("next")
        else:
            typist = self._typist
            deeds = (typist.type, typist.keep, self._next, self._pause, self._undo, self._change, self._home)
            self._chance.choices(deeds, (120, 22, 8, 8, 4, 4, 0.4))[0]()

    def _next(self) -> None:
        tell("moving")
        self._press("next")
        self._confirm_at = time.monotonic() + 0.6

    def _pause(self) -> None:
        self._press("pause")

    def _undo(self) -> None:
        tell("moving")
        self._press(self._chance.choice(("undo", "undo", "redo", "back")))

    def _change(self) -> None:
        self._press(self._chance.choice(("plus_ten", "minus_ten", "plus", "people", "blank", "nudge")))

    def _home(self) -> None:
        tell("leaving")
        self._app.desk.run.home_wanted.emit()
        if self._app.show is not None:
            self._click("Leave")

    def _leave_finished(self) -> None:
        if self._typist.waits:
            return
        tell("leaving")
        if self._chance.random() < 0.7:
            self._click("Look back")
        if self._app.show is not None:
            self._app.desk.run.home_wanted.emit()

    def _look_back(self) -> None:
        for person in self._app.reviewing.people():
            self._app.reviewing.save_for(person, Path(os.environ["HOME"]))
        tell("leaving")
        self._app.desk.review.home_wanted.emit()

    # Pressing

    def _press(self, name: str) -> None:
        self._app.desk.run.findChild(QAction, name).trigger()

    def _click(self, words: str) -> None:
        for button in self._app.desk.findChildren(QAbstractButton):
            if button.isVisible() and (button.text() or button.accessibleName()).replace("&", "").startswith(words):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return

    def _close(self) -> None:
        if not self._closing:
            tell("closing")
            self._app.desk.close()
        self._closing = True
        self._click("Close")


def invite(seed: int, close_after: float) -> None:
    """Lets the program, when it begins, have a visitor at its desk."""

    class Driven(App):
        def begin(self, plan_word: str | None = None) -> None:
            super().begin(plan_word)
            tell("begun")
            self.visitor = Visitor(self, seed, close_after)

    dp_facilitator.launch.App = Driven


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--close-after", type=float, default=NEVER)
    args = parser.parse_args()
    invite(args.seed, args.close_after)
    tell("imported")
    code = main(["--data-dir", str(args.data)])
    tell("closed")
    sys.exit(code)
