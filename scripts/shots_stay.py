"""The app as scripts/shots.py drives it: through its real windows, on a clock that goes on only when told to."""

import json
import os
import time
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import wakepy
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from dp_facilitator.app import App
from dp_facilitator.live.bridge import Bridge
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.notes import COACH
from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.paths import places, shipped_plans_dir
from dp_facilitator.show import Show
from dp_facilitator.store.plans import find_plan
from dp_facilitator.ui.desk.run import RunPage
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.ui.widgets.entry import NoteBox

PLAN: Final = "deliberate-practice-90"
STARTS: Final = 1_795_341_600 * 10**9  # 22 November 2026, 10:00
DAY: Final = 86_400
# Whether this computer can be kept awake is nothing for a picture.
wakepy.keep.presenting = lambda **_: nullcontext(SimpleNamespace(active=True))  # type: ignore[assignment]

Sizes = tuple[tuple[int, int], ...]
ROOM: Final[Sizes] = ((1024, 768), (1366, 768), (1920, 1080))

FIVE: Final = ("Ana", "Ben", "Cai", "Dee", "Eli")
LONG: Final = (
    "Alexandrina-Maximiliana Hohenzollern-Ost",
    "Bartholomew Featherstonehaugh-Cholmonde",
    "نور الهدى عبد الرحمن",
    "Zoë Ní Dhomhnaill",
    "Oluwaseun Adéyẹmí-Babátúndé",
    "Wilhelmina Featheringham-Hetherington",
    "Jo",
    "Maximilian Throckmorton-Wetherspoon",
)
SHEETS: Final = (
    Sheet(
        "Bringing a hard topic into supervision", "We look at it together", "A social worker in my team",
        ("Open the topic gently", "Leave room for views", "Name the benefit"),
    ),
    Sheet(
        "Saying that work is not good enough yet", "They know what has to change", "A new starter",
        ("Name it in the first minute", "Ask before telling"),
    ),
    Sheet("Saying no to a senior colleague", "They hear it early", "My head of service", ("Say no first",)),
    Sheet("Asking for help", "", "", ()),
)  # fmt: skip
NOTES: Final = (
    ("effective", "you asked Sam’s view before giving yours", "P2", 2),
    ("effective", "you slowed down at the start", "P3", 1),
    ("next-time", "pause after the question", "P2", 2),
    ("effective", "your voice stayed warm when it got hard", "P4", None),
    ("next-time", "say earlier what the team gains from it", "P5", 3),
    ("effective", "you came back to what they had said", COACH, None),
)
DEBRIEF: Final = (
    ("process", "It was easier than I had feared, once I had begun", "P1"),
    ("learned", "A short silence is a good question", "P1"),
    ("next-step", "If supervision is on Tuesday, then I open with the hard topic", "P1"),
    ("next-step", "Try it with Kit on Monday", "P2"),
)


class Album:
    """The pictures so far. With `sizes`, a window is photographed in each of them, and is told apart by its size."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self.qt = qt
        self.folder = folder
        self.names: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    def settle(self) -> None:
        """Lets layouts and what was put off come to rest."""
        for _ in range(4):
            self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.qt.processEvents()

    def take(self, window: QWidget, name: str, sizes: Sizes) -> None:
        if window.windowState() != Qt.WindowState.WindowNoState:
            window.showNormal()
        for width, height in sizes:
            window.resize(width, height)
            self.settle()
            full = f"{name}-{width}x{height}"
            picture = window.grab().toImage()
            if picture.size() != QSize(width, height):
                print(f"{full}: the window came out as {picture.width()} × {picture.height()}")
            picture.save(str(self.folder / f"{full}.png"))
            self.names.append(full)


class Stay:
    """The program with one look, on a folder and a clock of its own; ended by `close`."""

    def __init__(self, album: Album, folder: Path, theme: str, scale: float, sizes: Sizes, room: Sizes = ROOM) -> None:
        self.album, self.sizes, self.room_sizes = album, sizes, room
        self.tag = theme if scale == 1.0 else f"{theme}-{round(scale * 100)}"
        self.clock = ManualClock(always_ns=3600 * 10**9, wall_ns=STARTS - 45 * DAY * 10**9)
        self.data = folder / self.tag
        self.data.mkdir()
        (self.data / "settings.json").write_text(json.dumps({"theme": theme, "scale": scale}))
        self.plan = find_plan(PLAN, shipped_plans_dir(), self.data / "plans")
        self.app = App(album.qt, places(self.data), self.clock)
        self.app.begin()

    def close(self) -> None:
        self.app.let_go()
        self.app.desk.deleteLater()
        self.app.deleteLater()
        self.album.settle()

    def desk(self, name: str) -> None:
        """A picture of the desk as it stands, in each size."""
        self.album.take(self.app.desk, f"{name}-{self.tag}", self.sizes)

    def room(self, name: str) -> None:
        """A picture of the big screen as it stands, in each size; it looks the same whatever the desk wears."""
        if self.tag == "paper":
            self.album.take(self.show.screen, f"room-{name}", self.room_sizes)

    def both(self, name: str) -> None:
        self.room(name)
        self.desk(f"desk-{name}")

    @property
    def show(self) -> Show:
        assert self.app.show is not None
        return self.app.show

    @property
    def page(self) -> RunPage:
        assert self.app.desk.run is not None
        return self.app.desk.run

    @property
    def bridge(self) -> Bridge:
        return self.show.stage.bridge

    def date_files(self) -> None:
        """Lets every file be as old as this clock says, else the set-up check would find the clock to be wrong."""
        now = self.clock.wall_ns
        for path in (self.data, *self.data.rglob("*")):
            os.utime(path, ns=(now, now))

    def wanted(self, names: tuple[str, ...] = FIVE, **more: object) -> Wanted:
        sheets = tuple(enumerate(SHEETS[: len(names)]))
        return Wanted(self.plan.name, self.plan.text, names, sheets, **{"starts": 10 * 3600, **more})  # type: ignore[arg-type]

    def open(self, wanted: Wanted) -> None:
        self.app.set_up(str(self.plan.path))
        self.app.open_session(wanted)
        # Nobody is to hear it, and a computer without a loudspeaker would say so in the pictures.
        self.bridge.cued.disconnect()

    def go(self, seconds: float) -> None:
        self.clock.go(seconds)
        self.bridge.tick()
        self.keep()

    def to(self, phase: str, after: float = 0, leader: str | None = None) -> None:
        """On to a phase, perhaps of one leader, each step before it in its planned time."""
        if self.bridge.session.status == "ready":
            self.bridge.ask(Session.start)
        while (step := self.bridge.session.course.step).phase.id != phase or leader not in (None, step.leader):
            self.go(max(1, step.seconds - self.bridge.reading().elapsed / 10**9))
            self.bridge.ask(Session.next)
        self.go(after)

    def keep(self) -> None:
        """Waits until everything is on the disk, so that the desk says so."""
        writer = self.show.stage.writer
        give_up = time.monotonic() + 10
        while writer.on_disk < writer.count and time.monotonic() < give_up:
            self.album.settle()

    def write(self, notes: tuple[tuple[str, str, str, int | None], ...], about: str = "P1") -> None:
        for capture, text, giver, criterion in notes:
            if giver != about:
                self.bridge.ask(Session.note, capture, text, about=about, giver=giver, criterion=criterion)
        self.keep()

    def type(self, text: str) -> None:
        """Words in the note box that have not been kept yet."""
        box = next(b for b in self.page.capture.findChildren(NoteBox) if b.isVisible())
        field = box.findChild(QPlainTextEdit)
        assert field is not None
        field.setFocus()
        field.insertPlainText(text)

    def whole_session(self, names: tuple[str, ...]) -> None:
        """A session from its start to its end, without a picture."""
        self.open(self.wanted(names, starts=None))
        for number in range(len(names)):
            self.to("feedback", 30, f"P{number + 1}")
            self.write(NOTES[:2], f"P{number + 1}")
        self.to("debrief", 420)
        self.bridge.ask(Session.finish)
        self.keep()
        self.app.go_home()
