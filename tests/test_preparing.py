"""Before a session, through the real program: what is set holds at once, and the demonstration is seen and heard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.demo import AGAIN, BEGIN, STOP
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.paths import places, shipped_plans_dir
from dp_facilitator.ui.desk.setup_values import Check, Wanted

PLAN = "deliberate-practice-90"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(always_ns=3600 * 10**9, wall_ns=1_795_341_600 * 10**9)


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, clock: ManualClock, tmp_path: Path) -> Iterator[App]:
    app = App(qapp, places(tmp_path / "data"), clock)
    app.begin()
    yield app
    app.let_go()
    app.desk.deleteLater()
    app.deleteLater()
    qtbot.wait(1)


def demo_line(app: App) -> Check:
    return app.preparing.demo.check()


def shown(app: App) -> list[str]:
    return [line.accessibleName() for line in app.desk.set_up.side.computer.lines]


def press(app: App, words: str) -> None:
    lines = app.desk.set_up.side.computer.lines
    next(line.button for line in lines if line.button.words() == words).click()


def test_what_is_set_is_seen_and_kept(app: App, qapp: QApplication, tmp_path: Path) -> None:
    app.show_settings()
    page = app.desk.settings
    page.looks.tiles[1].click()
    page.looks.text_size.more.click()
    night = json.loads((Path(__file__).parents[1] / "assets" / "themes" / "night.json").read_text())
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(night["ground"])
    kept = json.loads((tmp_path / "data" / "settings.json").read_text())
    assert (kept["theme"], kept["scale"]) == ("night", 1.1)
    assert page.sound.volume.isVisible()


def test_settings_that_cannot_be_kept_are_said(app: App, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "settings.json").mkdir()
    app.show_settings()
    app.desk.settings.sound.on.click()
    assert app.desk.settings.notice.isVisible()


def test_changed_keys_hold_in_the_next_session(app: App) -> None:
    app.show_settings()
    app.desk.settings.keys.keys_changed.emit({"blank": "F8"})
    app.desk.settings.keys.single_turned.emit(False)
    text = (shipped_plans_dir() / f"{PLAN}.json").read_bytes()
    app.open_session(Wanted(PLAN, text, ("Ana", "Ben", "Cai")))
    keys = {a.objectName(): [k.toString() for k in a.shortcuts()] for a in app.desk.run.actions()}
    assert keys["blank"] == ["F8"]
    assert keys["next"] == ["PgDown", "Right"]
    assert keys["nudge"] == []


def test_the_demo_from_its_beginning_to_its_end(app: App, clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    app.set_up(PLAN)
    demo = app.preparing.demo
    played: list[str] = []
    monkeypatch.setattr(demo._sounds, "play", lambda cue, quiet: played.append(cue.kind))
    assert demo_line(app).action == BEGIN
    press(app, BEGIN)
    assert demo.screen is not None
    assert demo.screen.isVisible()
    assert demo_line(app).action == STOP
    assert any("in a window" in line or "The big screen is on" in line for line in shown(app))
    for _ in range(19):
        clock.go(1)
        demo.tick()
    assert played == ["warning", "end"]
    clock.go(2)
    demo.tick()
    assert demo.screen is None
    assert demo_line(app).action == AGAIN


@pytest.mark.parametrize("how", ["button", "window", "home", "session"])
def test_the_demo_can_be_stopped(app: App, qtbot: QtBot, how: str) -> None:
    app.set_up(PLAN)
    press(app, BEGIN)
    screen = app.preparing.demo.screen
    assert screen is not None
    if how == "button":
        press(app, STOP)
    elif how == "window":
        screen.close()
    elif how == "home":
        app.go_home()
    else:
        text = (shipped_plans_dir() / f"{PLAN}.json").read_bytes()
        app.open_session(Wanted(PLAN, text, ("Ana", "Ben", "Cai")))
    qtbot.waitUntil(lambda: app.preparing.demo.screen is None)


def test_set_up_says_whether_the_computer_stays_awake(app: App, qtbot: QtBot) -> None:
    app.preparing._awake._mode = _Agrees
    app.set_up(PLAN)
    qtbot.waitUntil(lambda: any("Stays awake" in line for line in shown(app)))


class _Agrees:
    active = True

    def __enter__(self) -> "_Agrees":
        return self

    def __exit__(self, *_: object) -> None:
        pass
