"""What leaves the desk: a session that is deleted, a window that is closed, a display that is unplugged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from offscreen_screens import Display, available, plug
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.desk.banners import Banners
from dp_facilitator.ui.desk.setup_values import Wanted

Start = Callable[[], App]
LAPTOP, PROJECTOR = Display("laptop", 0, 0, 1366, 768), Display("projector", 1366, 0, 1920, 1080)


def opened(app: App) -> str:
    """Opens a session of five; answers its id."""
    text = (shipped_plans_dir() / "deliberate-practice-90.json").read_bytes()
    app.open_session(Wanted("deliberate-practice-90", text, ("Ana", "Ben", "Cai", "Dee", "Eli")))
    assert app.show is not None
    return app.show.stage.bridge.session.id


def banners(app: App) -> Banners:
    assert app.show is not None
    return app.show.page.banners


def log(tmp_path: Path) -> str:
    return (tmp_path / "data" / "deleted.log").read_text()


def test_a_session_deleted_on_the_first_page_is_gone_from_it(start: Start, clock: ManualClock, tmp_path: Path) -> None:
    app = start()
    session = opened(app)
    app.go_home()
    clock.go(86_400)
    app.desk.home.delete_wanted.emit(session)
    assert not (tmp_path / "data" / "sessions" / session).exists()
    assert log(tmp_path) == f"2024-10-05T10:00:00+00:00 deleted session {session}\n"
    app.desk.home.delete_wanted.emit(session)
    assert "no such session" in app.desk.home.notice.text()


def test_a_session_deleted_in_the_review_is_logged_when_it_was(
    start: Start, clock: ManualClock, tmp_path: Path
) -> None:
    app = start()
    session = opened(app)
    assert app.show is not None
    app.show.stage.bridge.press_next()
    app.show.stage.bridge.ask(Session.finish)
    app.go_home()
    app.look_back(session)
    clock.go(86_400)
    app.desk.review.delete_wanted.emit()
    assert app.desk.page() is app.desk.home
    assert log(tmp_path) == f"2024-10-05T10:00:00+00:00 deleted session {session}\n"


def test_the_window_of_a_session_that_runs_is_closed_by_asking_twice(start: Start) -> None:
    app = start()
    opened(app)
    assert app.show is not None
    app.show.stage.bridge.press_next()
    app.desk.closing.emit()
    assert banners(app).standing() == ("close",)
    banners(app).answered.emit("close", "Stay")
    assert app.show is not None
    app.desk.closing.emit()
    assert app.show is None


def test_an_unplugged_display_is_said_until_it_is_back(start: Start, qapp: QApplication, qtbot: QtBot) -> None:
    if not available():
        pytest.skip("displays can only be plugged on the offscreen platform")
    plug([LAPTOP, PROJECTOR])
    qapp.processEvents()
    app = start()
    opened(app)
    qapp.processEvents()
    plug([LAPTOP])
    qapp.processEvents()
    assert banners(app).standing() == ("screen",)
    plug([LAPTOP, PROJECTOR])
    qtbot.waitUntil(lambda: banners(app).standing() == ())
    plug([Display("", 0, 0, 800, 800)])
    qapp.processEvents()
