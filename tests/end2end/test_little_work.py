"""How much is done for one second and for one note: counted, since times differ from machine to machine."""

from collections import Counter
from collections.abc import Callable

import pytest
from pages import FIVE, PLAN, settle
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.note_card import NoteCard

BEHIND = {"ClockCard", "CapturePane", "NotesPane", "NoteCard", "RunSheet", "TopBar", "Timeline"}
"""Parts of the page in which nothing differs from one second to the next."""


class Painted(QObject):
    """Counts what is painted, by the name of its class, while it is on."""

    def __init__(self) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count[type(watched).__name__] += 1
        return False


@pytest.fixture
def running(start: Callable[[], App], qtbot: QtBot, clock: ManualClock) -> App:
    """A session that counts, in a window as large as usual."""
    app = start()
    app.open_session(Wanted(PLAN, (shipped_plans_dir() / f"{PLAN}.json").read_bytes(), FIVE))
    app.desk.resize(1920, 1080)
    bridge = app.show.stage.bridge
    bridge.ask(Session.start)
    for _ in range(3):
        bridge.ask(Session.next)
    pass_seconds(app, clock, 2)
    return app


def pass_seconds(app: App, clock: ManualClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.go(1)
        app.show.stage.bridge.tick()
        settle()


def test_a_second_repaints_the_countdown_and_not_the_page(running: App, qapp: QApplication, clock: ManualClock) -> None:
    painted = Painted()
    before = running.desk.findChildren(QWidget)
    qapp.installEventFilter(painted)
    pass_seconds(running, clock, 5)
    qapp.removeEventFilter(painted)
    assert painted.count["Digits"] == 5
    assert painted.count["TimeBar"] == 5
    assert painted.count.keys().isdisjoint(BEHIND)
    assert running.desk.findChildren(QWidget) == before


def test_a_note_is_two_labels_on_a_card_and_leaves_the_others_alone(running: App, qtbot: QtBot) -> None:
    say(running, qtbot, "you waited")
    before = set(running.desk.run.findChildren(QWidget))
    say(running, qtbot, "you asked once more")
    made = set(running.desk.run.findChildren(QWidget)) - before
    assert sorted(type(one).__name__ for one in made) == ["NoteCard", "Words", "Words"]
    assert len(running.desk.run.findChildren(NoteCard)) == 2


def say(app: App, qtbot: QtBot, words: str) -> None:
    """Types a note, sends it, and waits until it is on the disk and shown so."""
    writer = app.show.stage.writer
    box = next(box for box in app.desk.run.capture.findChildren(NoteBox) if box.isVisible())
    paper = box.findChild(QPlainTextEdit)
    qtbot.keyClicks(paper, words)
    qtbot.keyClick(paper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: writer.on_disk >= writer.count and not paper.toPlainText())
    settle()
