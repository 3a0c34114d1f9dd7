"""Keeping awake: once however often it is asked, in plain words, and never an exception."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dp_facilitator.live.awake import AWAKE, NOT_AWAKE, Awake


class Desktop:
    """A desktop that agrees or not, and remembers who asked."""

    def __init__(self) -> None:
        self.active = True
        self.fails: Exception | None = None
        self.held = 0
        self.entered: list[int] = []
        self.left: list[int] = []

    def __call__(self) -> "Desktop":
        if self.fails:
            raise self.fails
        return self

    def __enter__(self) -> "Desktop":
        self.held += 1
        self.entered.append(threading.get_ident())
        return self

    def __exit__(self, *_: object) -> None:
        self.held -= 1
        self.left.append(threading.get_ident())


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def awake(qtbot: QtBot, desktop: Desktop) -> Iterator[Awake]:
    made = Awake(mode=desktop)
    yield made
    made.close()


def test_held_and_released(qtbot: QtBot, awake: Awake, desktop: Desktop) -> None:
    assert awake.working is None
    with qtbot.waitSignal(awake.told, timeout=5000) as told:
        awake.hold()
    assert told.args == [AWAKE]
    assert awake.working is True
    assert desktop.held == 1
    awake.close()
    assert desktop.held == 0
    # Windows binds the promise to the thread that it was given to.
    assert desktop.entered == desktop.left != [threading.get_ident()]


def test_twice_is_once(qtbot: QtBot, awake: Awake, desktop: Desktop) -> None:
    awake.release()
    with qtbot.waitSignal(awake.told, timeout=5000):
        awake.hold()
        awake.hold()
    assert desktop.held == 1
    awake.release()
    awake.release()
    awake.close()
    awake.close()
    assert len(desktop.entered) == 1
    assert desktop.held == 0


def test_a_pause_and_going_on_say_nothing_new(qtbot: QtBot, awake: Awake, desktop: Desktop) -> None:
    said: list[str] = []
    awake.told.connect(said.append)
    for round_ in range(1, 4):
        awake.hold()
        qtbot.waitUntil(lambda wanted=round_: len(desktop.entered) == wanted, timeout=5000)
        qtbot.wait(20)
        awake.release()
    awake.close()
    assert said == [AWAKE]
    assert desktop.held == 0


def test_a_desktop_that_refuses(qtbot: QtBot, awake: Awake, desktop: Desktop) -> None:
    desktop.active = False
    with qtbot.waitSignal(awake.told, timeout=5000) as told:
        awake.hold()
    assert told.args == [NOT_AWAKE]
    assert awake.working is False


@pytest.mark.parametrize("fault", [ImportError("no wakepy"), OSError("no bus"), RuntimeError("anything")])
def test_a_fault_is_only_words(qtbot: QtBot, awake: Awake, desktop: Desktop, fault: Exception) -> None:
    desktop.fails = fault
    with qtbot.waitSignal(awake.told, timeout=5000) as told:
        awake.hold()
    assert told.args == [NOT_AWAKE]


def test_released_before_the_answer_says_nothing(qtbot: QtBot, awake: Awake) -> None:
    said: list[str] = []
    awake.told.connect(said.append)
    awake.hold()
    awake.release()
    qtbot.wait(50)
    awake.close()
    assert said == []
    assert awake.working is None


@pytest.mark.parametrize(("pretended", "words"), [("yes", AWAKE), ("no", NOT_AWAKE)])
def test_with_the_real_library(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pretended: str, words: str) -> None:
    """Its own way to pretend, and a computer without a desktop to ask."""
    if pretended == "yes":
        monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    else:
        monkeypatch.setattr("sys.platform", "linux")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    awake = Awake()
    with qtbot.waitSignal(awake.told, timeout=10000) as told:
        awake.hold()
    awake.close()
    assert told.args == [words]
