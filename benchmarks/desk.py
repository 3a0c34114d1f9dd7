"""The child that is measured: the real program, taken to one scene and watched there from inside.

Scenes: `home` (the first page), `counting` (a session runs, both windows at 1920×1080), and `flips`, `keys`, `notes`
(the same, with a watch from `watches` that prints its figures at the end).
"""

import argparse
import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from benchmarks.bare import FirstPaint
from dp_facilitator.__main__ import main

if TYPE_CHECKING:
    from dp_facilitator.app import App

NAMES = ("Ana", "Ben", "Cai", "Dee", "Eli")
PLAN = "deliberate-practice-90"
SETTLED_MS = 700


class Scene(QObject):
    """Takes the program to a scene and says so on standard output."""

    def __init__(self, app: "App", args: argparse.Namespace) -> None:
        super().__init__(app)
        self._app = app
        self._args = args
        self._watch: QObject | None = None
        FirstPaint(app.desk)
        if args.scene != "home":
            QTimer.singleShot(0, self.open)

    @Slot()
    def open(self) -> None:
        """Opens a session, starts it, and gives both windows their size."""
        # Here, as in all of this file: a launch must not wait for what only the measuring needs.
        from dp_facilitator.model.session import Session
        from dp_facilitator.paths import shipped_plans_dir
        from dp_facilitator.ui.desk.setup_values import Wanted

        text = (shipped_plans_dir() / f"{PLAN}.json").read_bytes()
        self._app.open_session(Wanted(PLAN, text, NAMES))
        self._app.desk.setGeometry(0, 0, 1920, 1080)
        screen = self._app.show.screen
        screen.showNormal()
        screen.setGeometry(1920, 0, 1920, 1080)
        self._app.desk.run.findChild(QAction, "pause").trigger()
        bridge = self._app.show.stage.bridge
        for _ in range(2):
            bridge.ask(Session.next)
        bridge.ask(Session.extend, 60 * self._args.extend)
        QTimer.singleShot(SETTLED_MS, self.watch)

    @Slot()
    def watch(self) -> None:
        """From here on it is measured."""
        if self._args.fsync:
            slow_down(self._args.fsync)
        if self._args.scene != "counting":
            from benchmarks.watches import watch_for

            self._watch = watch_for(self._args.scene, self._app, self._args.amount)
        print("ready", flush=True)


def slow_down(seconds: float) -> None:
    """Lets every fsync of the store take so long from now on, as on a bad disk."""
    from dp_facilitator.store.disk import Disk

    quick = Disk.fsync

    def fsync(self: Disk, fd: int) -> None:
        time.sleep(seconds)
        quick(self, fd)

    Disk.fsync = fsync


def begin() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--scene", default="home")
    parser.add_argument("--amount", type=float, default=10, help="seconds, or how often")
    parser.add_argument("--extend", type=int, default=30, help="minutes")
    parser.add_argument("--fsync", type=float, default=0, help="seconds")
    args = parser.parse_args()

    gc.disable()  # as `commands.start` does before it imports the app
    import dp_facilitator.launch

    class Measured(dp_facilitator.launch.App):
        def begin(self, plan_word: str | None = None) -> None:
            self.scene = Scene(self, args)
            super().begin(plan_word)

    dp_facilitator.launch.App = Measured
    return main(["--data-dir", str(args.data)])


if __name__ == "__main__":
    sys.exit(begin())
