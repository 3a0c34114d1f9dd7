"""What the program never does with what people said (P1, P2, P12), in a whole run of the real one."""

import logging
import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import PLAN, Tour
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.paths import places
from dp_facilitator.safety import Safety

NAMES = ("Annabelle", "Benedict", "Caioimhe", "Desmond", "Eliora")
SAID = "unmistakable words that were said"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, data: Path, clock: ManualClock) -> Iterator[App]:
    before = os.umask(0)
    app = App(qapp, places(data), clock)
    app.begin()
    yield app
    app.let_go()
    app.desk.deleteLater()
    app.deleteLater()
    qtbot.wait(1)
    os.umask(before)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(always_ns=3600 * 10**9, wall_ns=1_795_341_600 * 10**9)


def through(app: App, clock: ManualClock) -> Iterator[str]:
    """Every page, with a note that can be recognised; answers the names of the states."""
    for state, _page in Tour(app, clock, NAMES).states():
        if state == "run, feedback, empty":
            app.show.stage.bridge.ask(Session.note, "effective", SAID, about="P1", giver="P2")
        yield state


def test_no_socket_to_a_network_is_opened(app: App, clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    real = socket.socket.__init__

    def watched(self: socket.socket, family: int = -1, *args: object, **more: object) -> None:
        opened.append(int(family))
        real(self, family, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "__init__", watched)
    assert len(list(through(app, clock))) > 15
    app.preparing.demo.begin()
    app.preparing.demo.stop()
    near = {int(getattr(socket, "AF_UNIX", -2))}  # to the desktop's own services, such as keeping awake
    assert set(opened) <= near
    assert not [name for name in sys.modules if name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))]


def test_no_module_asks_for_a_network() -> None:
    source = Path(__file__).parents[1] / "src"
    words = ("import ssl", "urllib.request", "http.client", "import requests", "QtNetwork", "aiohttp")
    found = [f"{f.name}: {word}" for f in source.rglob("*.py") for word in words if word in f.read_text("utf-8")]
    assert not found


def test_window_titles_and_logs_hold_no_names(
    app: App, clock: ManualClock, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    safety = Safety(places(data).logs)
    safety.watch()
    titles: set[str] = set()
    try:
        for _ in through(app, clock):
            titles |= {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isWindow()}
    finally:
        safety.rest()
    texts = [*titles, caplog.text, *(f.read_text("utf-8") for f in places(data).logs.rglob("*") if f.is_file())]
    assert {title for title in titles if title} <= {"Deliberate practice", "Big screen"}
    for text in texts:
        for private in (*NAMES, SAID):
            assert private not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes: the user's folder is private there")
def test_every_file_is_private_from_the_first_byte(app: App, clock: ManualClock, data: Path) -> None:
    wrong: set[str] = set()
    for _ in through(app, clock):
        for path in (data, *data.rglob("*")):
            try:
                found = path.lstat()
            except FileNotFoundError:
                continue
            mode = stat.S_IMODE(found.st_mode)
            if mode != (0o700 if stat.S_ISDIR(found.st_mode) else 0o600):
                wrong.add(f"{path.relative_to(data)}: {oct(mode)}")
    app.show_settings()
    app.desk.settings.sound.on.click()
    assert stat.S_IMODE((data / "settings.json").stat().st_mode) == 0o600
    assert list((data / "sessions").glob("*/journal.jsonl"))
    assert not wrong


def test_shipped_plans_hold_no_names(app: App) -> None:
    """A plan is structure: nobody is named in one (P12)."""
    app.set_up(PLAN)
    plan = app.desk.set_up._plan
    assert plan is not None
    assert not {"names", "participants"} & set(type(plan).model_fields)
