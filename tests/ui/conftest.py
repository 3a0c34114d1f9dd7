"""The look every widget test is drawn in, and what is asked of all widgets alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import FIVE, Tour
from plans_hands import NAME
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.paths import places
from dp_facilitator.plans_desk import PlansDesk
from dp_facilitator.store.settings import Settings, write_settings
from dp_facilitator.ui.desk.plans import PlansPage
from dp_facilitator.ui.desk.plans_bench import PlansBench
from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look, load_fonts
from dp_facilitator.ui.tokens import Sizes, load_tokens

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LONG_NAME = "Maximiliane-Christabel Featherstonehaugh"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The bundled typefaces, registered once."""
    return load_fonts(ASSETS / "fonts")


@pytest.fixture
def look(qapp: QApplication, fonts: tuple[str, ...]) -> Look:
    """The paper theme at 100 %, and the application dressed in it."""
    look = Look(load_tokens(ASSETS / "themes" / "paper.json"), Sizes(), Icons(ASSETS / "icons"))
    look.dress(qapp)
    return look


@pytest.fixture
def large_look(look: Look, qapp: QApplication) -> Look:
    """The same at 200 %."""
    look.wear(look.tokens, 2.0)
    look.dress(qapp)
    return look


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[object]:
    """Starts the program with a size of text; ends it at last."""
    running: list[App] = []

    def start(scale: float = 1.0, names: tuple[str, ...] = FIVE) -> Tour:
        where = places(tmp_path / f"data-{len(running)}")
        write_settings(where.settings, Settings(theme="paper", scale=scale))
        clock = ManualClock(always_ns=3600 * 10**9, wall_ns=1_795_341_600 * 10**9)
        app = App(qapp, where, clock)
        running.append(app)
        app.begin()
        app.desk.showNormal()
        app.desk.resize(1366, 768)
        app.desk.activateWindow()
        return Tour(app, clock, names)

    yield start
    for app in running:
        app.let_go()
        app.desk.deleteLater()
        app.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "data" / "plans"


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> PlansPage:
    night = Look(load_tokens(ASSETS / "themes" / "night.json"), Sizes(), Icons(ASSETS / "icons"))
    page = PlansPage(look, night)
    page._kept_look = night  # lives as long as the page
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def desk(page: PlansPage, own: Path) -> Iterator[PlansDesk]:
    """The page with the shipped plans, on the one of 90 minutes."""
    desk = PlansDesk(page, places(own.parent), page)
    desk.begin()
    desk.open(NAME)
    yield desk
    desk.close()


@pytest.fixture
def bench(desk: PlansDesk, page: PlansPage) -> Iterator[PlansBench]:
    yield page.bench
    page.bench._soon.stop()
    page.bench.editor._soon.stop()


@pytest.fixture
def copy(bench: PlansBench) -> PlansBench:
    """The page with a copy of the shipped plan, not saved yet."""
    bench.list.duplicate.click()
    return bench
