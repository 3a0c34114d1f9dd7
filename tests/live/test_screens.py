"""Displays plugged and unplugged: the big screen follows, and the desk is never covered."""

from collections.abc import Callable, Iterator

import pytest
from offscreen_screens import Display, available, plug
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.live.screen_names import ScreenName, recognised, screen_of
from dp_facilitator.live.screens import Placement, screen_names
from dp_facilitator.live.window_places import free_place

LAPTOP = Display("laptop", 0, 0, 1366, 768)
PROJECTOR = Display("projector", 1366, 0, 1920, 1080)
MONITOR = Display("monitor", 1366, 1080, 1280, 1024)
ALONE = Display("", 0, 0, 800, 800)


@pytest.fixture(autouse=True)
def displays(qapp: object) -> Iterator[None]:
    if not available():
        pytest.skip("displays can only be plugged on the offscreen platform")
    plug([LAPTOP, PROJECTOR])
    QGuiApplication.processEvents()
    yield
    plug([ALONE])
    QGuiApplication.processEvents()


class Stand:
    """A desk on the laptop, a window to place, and what was said."""

    def __init__(self, qtbot: QtBot, remembered: ScreenName | None = None) -> None:
        self.bot = qtbot
        self.desk, self.window = QWidget(), QWidget()
        qtbot.addWidget(self.desk)
        qtbot.addWidget(self.window)
        self.desk.setGeometry(40, 40, 1280, 700)
        self.desk.show()
        self.placement = Placement(self.desk, remembered, self.desk)
        self.said: list[str] = []
        self.chosen: list[ScreenName] = []
        self.placement.placed.connect(self.said.append)
        self.lost: list[str] = []
        self.placement.unplugged.connect(self.lost.append)
        self.placement.chosen.connect(self.chosen.append)

    def place(self) -> "Stand":
        self.placement.place(self.window)
        QGuiApplication.processEvents()
        return self

    def plug(self, *displays: Display) -> None:
        plug(displays)
        QGuiApplication.processEvents()

    def until(self, there: Callable[[], bool]) -> None:
        self.bot.waitUntil(there, timeout=3000)

    def fills(self, display: Display) -> bool:
        place = QRect(display.x, display.y, display.width, display.height)
        return self.window.isVisible() and self.window.isFullScreen() and self.window.geometry() == place

    def covers_desk(self) -> bool:
        """Whether it fills the display that the desk is on."""
        desk = screen_of(self.desk)
        assert desk is not None
        filling = self.window.isVisible() and self.window.isFullScreen()
        return filling and self.window.geometry().intersects(desk.geometry())


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand(qtbot).place()


def test_it_opens_on_the_other_display_by_itself(stand: Stand) -> None:
    assert stand.fills(PROJECTOR)
    assert stand.said == ["The big screen is on “projector”, 1920 × 1080."]
    assert stand.placement.on == ScreenName("projector")


def test_it_prefers_the_display_that_is_remembered(qtbot: QtBot) -> None:
    plug([LAPTOP, PROJECTOR, MONITOR])
    stand = Stand(qtbot, ScreenName("monitor")).place()
    assert stand.fills(MONITOR)


def test_on_one_display_it_is_a_window_behind_the_desk(qtbot: QtBot) -> None:
    plug([LAPTOP])
    stand = Stand(qtbot).place()
    assert stand.window.isVisible()
    assert not stand.window.isFullScreen()
    assert stand.window.size().toTuple() == (960, 540)
    assert stand.said == ["One screen only: the big screen is in a window."]
    stand.plug(LAPTOP, PROJECTOR)
    stand.until(lambda: stand.fills(PROJECTOR))


def test_unplugged_it_hides_at_once_and_comes_back(stand: Stand) -> None:
    stand.plug(LAPTOP)
    assert not stand.window.isVisible()
    assert stand.lost == ["“projector” was unplugged. The big screen comes back when it is plugged in."]
    assert stand.said[-1] == stand.placement.where == "The big screen is not shown now."
    stand.plug(LAPTOP, PROJECTOR)
    stand.until(lambda: stand.fills(PROJECTOR))
    assert stand.said[-1] == "The big screen is on “projector”, 1920 × 1080."


def test_unplugged_with_a_third_display_it_goes_there_and_back(stand: Stand) -> None:
    stand.plug(LAPTOP, PROJECTOR, MONITOR)
    stand.plug(LAPTOP, MONITOR)
    stand.until(lambda: stand.fills(MONITOR))
    stand.plug(LAPTOP, MONITOR, PROJECTOR)
    stand.until(lambda: stand.fills(PROJECTOR))


def test_another_resolution_is_filled(stand: Stand) -> None:
    smaller = Display("projector", 1366, 0, 1024, 768)
    stand.plug(LAPTOP, smaller)
    stand.until(lambda: stand.fills(smaller))
    stand.until(lambda: stand.said[-1] == "The big screen is on “projector”, 1024 × 768.")


def test_another_place_of_the_displays_is_followed(stand: Stand) -> None:
    left = Display("projector", -1920, 0, 1920, 1080)
    stand.plug(LAPTOP, left)
    stand.until(lambda: stand.fills(left))


def test_another_primary_display_changes_nothing(stand: Stand) -> None:
    stand.plug(PROJECTOR, LAPTOP)
    stand.until(lambda: stand.fills(PROJECTOR))
    assert not stand.covers_desk()


def test_a_mirrored_display_is_not_filled(stand: Stand) -> None:
    mirror = Display("projector", 0, 0, 1366, 768)
    stand.plug(LAPTOP, mirror)
    stand.until(lambda: stand.window.isVisible() and not stand.window.isFullScreen())
    assert not stand.covers_desk()


def test_it_gives_way_when_the_desk_is_moved_to_its_display(stand: Stand) -> None:
    stand.desk.move(1500, 100)
    stand.until(lambda: stand.fills(LAPTOP))
    assert not stand.covers_desk()


def test_swapping_two_displays_exchanges_them(stand: Stand) -> None:
    stand.placement.swap()
    stand.until(lambda: stand.fills(LAPTOP))
    assert screen_of(stand.desk).name() == "projector"
    assert stand.chosen == [ScreenName("laptop")]
    stand.placement.swap()
    stand.until(lambda: stand.fills(PROJECTOR))
    assert screen_of(stand.desk).name() == "laptop"


def test_swapping_three_goes_round_those_without_the_desk(qtbot: QtBot) -> None:
    plug([LAPTOP, PROJECTOR, MONITOR])
    stand = Stand(qtbot).place()
    for display in (MONITOR, PROJECTOR, MONITOR):
        stand.placement.swap()
        stand.until(lambda display=display: stand.fills(display))
    assert stand.placement.remembered == ScreenName("monitor")


def test_swapping_one_says_so(qtbot: QtBot) -> None:
    plug([LAPTOP])
    stand = Stand(qtbot).place()
    stand.placement.swap()
    assert stand.said[-1] == "There is only one screen."


def test_a_maximised_desk_stays_maximised_after_a_swap(stand: Stand) -> None:
    stand.desk.showMaximized()
    QGuiApplication.processEvents()
    stand.placement.swap()
    QGuiApplication.processEvents()
    assert stand.desk.isMaximized()


def test_a_window_for_sharing_and_back(stand: Stand) -> None:
    stand.placement.put_in_window()
    assert not stand.window.isFullScreen()
    assert stand.said[-1] == "The big screen is in a window."
    stand.plug(LAPTOP, PROJECTOR, MONITOR)
    stand.bot.wait(100)
    assert not stand.window.isFullScreen()
    stand.placement.fill_screen()
    assert stand.fills(PROJECTOR)
    stand.placement.put_in_window()
    assert stand.placement.on is None
    assert not stand.window.isFullScreen()


def test_a_single_display_is_filled_only_if_somebody_asks(qtbot: QtBot) -> None:
    plug([LAPTOP])
    stand = Stand(qtbot).place()
    stand.placement.fill_screen()
    assert stand.fills(LAPTOP)
    assert stand.placement.on == ScreenName("laptop")
    stand.placement.put_in_window()
    assert stand.placement.on is None
    assert not stand.window.isFullScreen()


def test_no_display_at_all_and_back(stand: Stand) -> None:
    stand.plug(PROJECTOR)
    assert not stand.covers_desk()
    stand.plug(LAPTOP, PROJECTOR)
    stand.until(lambda: stand.window.isVisible() and stand.window.isFullScreen())
    assert not stand.covers_desk()


def test_released_it_is_left_alone(stand: Stand) -> None:
    stand.placement.release()
    assert not stand.window.isVisible()
    stand.plug(LAPTOP)
    stand.plug(LAPTOP, PROJECTOR)
    stand.bot.wait(100)
    assert not stand.window.isVisible()


def test_sixty_times_unplugged_and_plugged(stand: Stand) -> None:
    for _ in range(60):
        stand.plug(LAPTOP)
        assert not stand.window.isVisible()
        stand.plug(LAPTOP, PROJECTOR)
        stand.until(lambda: stand.fills(PROJECTOR))
        assert not stand.covers_desk()


def test_a_display_is_known_again_by_what_it_says_of_itself() -> None:
    old = ScreenName("HDMI-1", "Epson", "EB-X", "123")
    moved = ScreenName("DP-2", "Epson", "EB-X", "123")
    assert recognised(old, (ScreenName("HDMI-1"), moved)) == moved
    assert recognised(old, (ScreenName("DP-3", "Epson", "EB-X", "123"), moved)) is None
    assert recognised(ScreenName("a"), (ScreenName("b"),)) is None
    assert recognised(old, (moved, old)) == old


def test_an_identity_survives_the_settings() -> None:
    name = ScreenName("HDMI-1", "Epson", "Bühne “2”", "")
    assert ScreenName.read(name.key) == name
    assert [ScreenName.read(bad) for bad in ("", "{}", "[1]", '["a", "b", "c", 4]')] == [None] * 4
    assert (name.said, ScreenName("HDMI-1").said, ScreenName("").said) == (
        "Bühne “2”",
        "HDMI-1",
        "the other screen",
    )


def test_the_displays_have_names() -> None:
    assert set(screen_names()) == {ScreenName("laptop"), ScreenName("projector")}


@pytest.mark.parametrize("desk", [QRect(0, 0, 900, 700), QRect(1000, 0, 900, 1000), QRect(0, 400, 1900, 600)])
def test_the_window_stands_where_it_covers_least_of_the_desk(desk: QRect) -> None:
    room = QRect(0, 0, 1920, 1080)
    place = free_place(room, desk)
    assert room.contains(place)
    covered = place.intersected(desk)
    assert covered.width() * covered.height() < 0.35 * place.width() * place.height()
    assert room.contains(free_place(QRect(QPoint(0, 0), room.size() / 4), desk))
