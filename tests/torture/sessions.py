"""Runs whole sessions one after the other in one process, at speed, and looks at what each leaves behind.

    .venv/bin/python tests/torture/sessions.py --sessions 200

Every session goes through the real windows: set up, five rounds with notes typed by key, hand-outs, deleted again.
Exit code 1 when memory grows by more than 5 MB after the first five, or anything else grows at all.
"""

import argparse
import gc
import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.paths import places, shipped_plans_dir
from dp_facilitator.show import Show
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.ui.widgets.note_field import NoteField

NAMES = ("Ana", "Ben", "Cai", "Dee", "Eli")
PLAN = "deliberate-practice-90"
SETTLED = 5
"""The first sessions fill what is kept on purpose: fonts, pictures, compiled models."""
GROWTH_MIB = 5.0
PATIENCE_S = 20.0


@dataclass(frozen=True)
class Standing:
    """What the process holds between two sessions; memory in MiB."""

    memory: float
    objects: int
    windows: int
    widgets: int
    timers: int
    threads: int
    files: int


def standing() -> Standing:
    """Counts now, after everything that was put off has been done."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    objects = gc.get_objects()
    timers = [one for one in objects if issubclass(type(one), QTimer) and isValid(one)]
    return Standing(
        memory=pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20),
        objects=len(objects),
        windows=len(QApplication.topLevelWidgets()),
        widgets=len(QApplication.allWidgets()),
        timers=len(timers),
        threads=len(os.listdir("/proc/self/task")),
        files=len(os.listdir("/proc/self/fd")),
    )


class Course:
    """One session after the other, in one program."""

    def __init__(self, qt: QApplication, data: Path) -> None:
        self._qt = qt
        self._data = data
        self._clock = ManualClock(always_ns=10**15, wall_ns=1_795_341_600 * 10**9)
        self.app = App(qt, places(data), self._clock)
        self._text = (shipped_plans_dir() / f"{PLAN}.json").read_bytes()
        self.notes = 0
        self.app.begin()

    def play(self) -> None:
        """A whole session, from set-up to hand-outs; at its end it is deleted."""
        desk = self.app.desk
        self.app.open_session(Wanted(PLAN, self._text, NAMES))
        show = self.app.show
        self._press("pause")
        while show.stage.bridge.session.status == "running":
            self._step(show)
        session = show.stage.bridge.session
        self._until_written(show)
        show.ended.emit()
        self._turn()
        for person in self.app.reviewing.people():
            self.app.reviewing.save_for(person, self._data)
        desk.review.home_wanted.emit()
        self._turn()
        desk.home.delete_wanted.emit(session.id)
        self._turn()

    def _step(self, show: Show) -> None:
        bridge = show.stage.bridge
        papers = self.app.desk.run.capture.findChildren(NoteField)
        for number in range(2):
            paper = next((paper for paper in papers if paper.isVisible()), None)
            if paper is not None:
                self.notes += 1
                QTest.keyClicks(paper, f"note {self.notes} of {number}")
                QTest.keyClick(paper, Qt.Key.Key_Return)
                QTest.keyClick(paper, Qt.Key.Key_Tab)
                self._until_written(show)
        for share in (0.5, 0.4, 0.2):
            self._clock.go(share * bridge.session.course.step.seconds)
            bridge.tick()
            self._turn()
        self._press("next")
        if bridge.session.course.upcoming is None:
            self._clock.go(1)
            self._press("next")
        self._clock.go(2)
        self._turn()

    def _press(self, name: str) -> None:
        self.app.desk.run.findChild(QAction, name).trigger()
        self._turn()

    def _until_written(self, show: Show) -> None:
        until = time.monotonic() + PATIENCE_S
        writer = show.stage.writer
        while writer.on_disk < writer.count:
            if time.monotonic() > until:
                raise TimeoutError("the record was not written")
            self._qt.processEvents()

    def _turn(self) -> None:
        self._qt.processEvents()


def grown(first: Standing, last: Standing) -> list[str]:
    """What holds more at the end than it may."""
    faults = [
        f"{name}: {before} → {asdict(last)[name]}"
        for name, before in asdict(first).items()
        if name not in ("memory", "objects") and asdict(last)[name] > before
    ]
    if last.memory - first.memory > GROWTH_MIB:
        faults.append(f"memory: {first.memory:.1f} → {last.memory:.1f} MiB")
    return faults


def kinds() -> dict[str, int]:
    """How many Python objects there are of each kind; for finding what has grown."""
    found: dict[str, int] = {}
    for one in gc.get_objects():
        name = type(one).__name__
        found[name] = found.get(name, 0) + 1
    return found


def run(count: int, data: Path) -> dict[str, object]:
    """Plays so many sessions and answers the figures, as plain values."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    course = Course(qt, data)
    seen: list[Standing] = []
    before: dict[str, int] = {}
    begun = time.monotonic()
    for number in range(count):
        course.play()
        seen.append(standing())
        if number + 1 == SETTLED:
            before = kinds()
    after = kinds() if count > SETTLED else {}
    more = {name: n - before.get(name, 0) for name, n in after.items() if n - before.get(name, 0) >= count - SETTLED}
    course.app.stop()
    first = seen[min(SETTLED, len(seen)) - 1]
    return {
        "sessions": count,
        "notes": course.notes,
        "seconds": round(time.monotonic() - begun, 1),
        "after the first five": asdict(first),
        "at the end": asdict(seen[-1]),
        "growth_mib": round(seen[-1].memory - first.memory, 2),
        "python objects that grew with every session": more,
        "faults": grown(first, seen[-1]),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=20)
    args = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="dp-sessions-"))
    os.environ |= dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "TMPDIR"), str(place))
    try:
        found = run(args.sessions, place / "data")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return 1 if found["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
