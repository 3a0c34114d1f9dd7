"""A whole program with a clock that goes on only when told to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.paths import places

TEN_O_CLOCK = (20_000 * 86_400 + 10 * 3600) * 10**9


@pytest.fixture
def clock() -> ManualClock:
    """Ten in the morning, on a computer that has been on for an hour."""
    return ManualClock(always_ns=3600 * 10**9, wall_ns=TEN_O_CLOCK)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, clock: ManualClock, tmp_path: Path) -> Iterator[Callable[[], App]]:
    """Starts the program on the same folder, as often as a test asks; ends each at last."""
    running: list[App] = []

    def make() -> App:
        app = App(qapp, places(tmp_path / "data"), clock)
        running.append(app)
        app.begin()
        return app

    yield make
    for app in running:
        app.let_go()
        app.desk.deleteLater()
        app.deleteLater()
    qtbot.wait(1)
