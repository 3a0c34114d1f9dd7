"""The bridge: verbs in, sessions, readings and cues out, on a clock that goes on only when told to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.live.clock import ManualClock, SessionTime
from dp_facilitator.model.facts import Fact
from dp_facilitator.model.roster import roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session

PLAN = Path(__file__).parents[2] / "sessions" / "deliberate-practice-90.json"


class Kept:
    """Keeps facts in a list, as the writer would on the disk."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def keep(self, facts: tuple[Fact, ...]) -> int:
        self.facts += facts
        return len(self.facts)


class Heard:
    """Everything that a bridge told."""

    def __init__(self, bridge: Bridge) -> None:
        self.cues: list[str] = []
        self.armed: list[str] = []
        self.slept: list[int] = []
        self.refused: list[str] = []
        self.texts: list[str] = []
        bridge.cued.connect(self.cue)
        bridge.armed.connect(self.armed.append)
        bridge.slept.connect(self.slept.append)
        bridge.refused.connect(self.refused.append)
        bridge.ticked.connect(self.tick)

    def cue(self, cue: object) -> None:
        self.cues.append(cue.kind)

    def tick(self, told: object) -> None:
        self.texts.append(told.text)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(always_ns=10**12, wall_ns=36_000 * 10**9)


@pytest.fixture
def bridge(qapp: QApplication, clock: ManualClock) -> Iterator[Bridge]:
    time = SessionTime.fresh(clock)
    session, _ = open_session("s", time.now(), PLAN.read_bytes(), roster(["Ana", "Ben", "Cai", "Dee", "Eli"]))
    made = Bridge(session, time, Kept())
    yield made
    made.stop()
    made.deleteLater()


def go(bridge: Bridge, clock: ManualClock, seconds: float) -> None:
    clock.go(seconds)
    bridge.tick()


def test_a_stall_over_warning_and_end_tells_each_once_and_in_order(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.ask(Session.start)
    go(bridge, clock, 355)
    go(bridge, clock, 70)
    go(bridge, clock, 1)
    assert heard.cues == ["warning", "end"]


def test_next_early_only_arms_and_a_second_press_confirms(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.press_next()
    go(bridge, clock, 100)
    bridge.press_next()
    assert heard.armed == ["Press again to end “Welcome” early (5:20 left)"]
    assert bridge.session.course.cursor == 0
    go(bridge, clock, 1)
    bridge.press_next()
    assert bridge.session.course.cursor == 1


def test_an_arming_that_nobody_confirms_goes_away_by_itself(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.press_next()
    go(bridge, clock, 100)
    bridge.press_next()
    go(bridge, clock, 3.5)
    assert heard.armed[-1] == ""
    bridge.press_next()
    assert bridge.session.course.cursor == 0


def test_a_loose_key_pauses_once(bridge: Bridge, clock: ManualClock) -> None:
    bridge.ask(Session.start)
    go(bridge, clock, 10)
    bridge.press_pause()
    clock.go(0.1)
    bridge.press_pause()
    assert bridge.session.status == "paused"


def test_a_sleep_counts_and_is_told_once(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.ask(Session.start)
    clock.sleep(192)
    bridge.tick()
    go(bridge, clock, 1)
    assert heard.slept == [192 * 10**9]
    assert heard.texts[-1] == "3:47"
    bridge.ask(Session.give_back, heard.slept[0])
    assert bridge.reading().text == "6:59"


def test_a_lid_closed_in_a_pause_asks_nothing_and_stays_paused(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.ask(Session.start)
    bridge.ask(Session.pause)
    clock.sleep(600)
    bridge.tick()
    assert heard.slept == []
    assert heard.texts[-1] == "7:00"


def test_what_is_refused_is_said_and_changes_nothing(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    before = bridge.session
    assert bridge.ask(Session.join, "ana") == 0
    assert "there already" in heard.refused[0]
    assert bridge.session is before


def test_on_the_last_step_next_offers_to_finish(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.ask(Session.start)
    for _ in range(21):
        go(bridge, clock, 2)
        bridge.ask(Session.next)
    go(bridge, clock, 480)
    bridge.press_next()
    assert heard.armed[-1] == "Press again to finish the session"
    go(bridge, clock, 1)
    bridge.press_next()
    assert bridge.session.status == "finished"


def test_starting_settles_the_hand_as_any_change_of_step_does(bridge: Bridge, clock: ManualClock) -> None:
    heard = Heard(bridge)
    bridge.press_pause()
    go(bridge, clock, 1.4)
    bridge.press_next()
    assert heard.armed == []
    go(bridge, clock, 0.3)
    bridge.press_next()
    assert len(heard.armed) == 1
    go(bridge, clock, 1)
    bridge.press_next()
    assert bridge.session.course.step.phase.id == "set-up"
