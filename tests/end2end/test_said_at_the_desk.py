"""What the desk says after a verb: what undo took back, where a minute comes from, who keeps the time next."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model import facts as f
from dp_facilitator.model.entries import KINDS
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.roster import Participant
from dp_facilitator.model.session import Session
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.desk.doings import verb_words
from dp_facilitator.ui.desk.run import RunPage
from dp_facilitator.ui.desk.setup_values import Wanted

TEN_S, NOON_S = 36_000, 41_400


class Desk:
    """A session of five, planned from ten to half past eleven."""

    def __init__(self, app: App, clock: ManualClock) -> None:
        self.app, self.clock = app, clock
        text = (shipped_plans_dir() / "deliberate-practice-90.json").read_bytes()
        names = ("Ana", "Ben", "Cai", "Dee", "Eli")
        app.open_session(Wanted("deliberate-practice-90", text, names, starts=TEN_S, until=NOON_S))
        assert app.show is not None
        self.bridge = app.show.stage.bridge

    @property
    def page(self) -> RunPage:
        page = self.app.desk.run
        assert page is not None
        return page

    def go(self, seconds: float) -> None:
        self.clock.go(seconds)
        self.bridge.tick()

    def says(self, name: str) -> str:
        """The words of a banner; empty where it does not stand."""
        banner = self.page.banners._standing.get(name)
        return banner.text() if banner else ""

    def choices(self, name: str) -> list[str]:
        """What a banner offers, besides closing it."""
        return [b.text() for b in self.page.banners._standing[name].findChildren(QPushButton) if b.text()]


@pytest.fixture
def desk(start: Callable[[], App], clock: ManualClock, qtbot: QtBot) -> Desk:
    return Desk(start(), clock)


def test_undo_tells_what_it_took_back_and_can_be_taken_back_itself(desk: Desk) -> None:
    desk.bridge.ask(Session.start)
    desk.go(60)
    desk.bridge.ask(Session.next)
    desk.go(5)
    desk.bridge.press_undo()
    assert desk.says("undone") == "Undone: Next."
    desk.page.banners.answered.emit("undone", "Put it back")
    assert desk.bridge.session.course.step.phase.id == "set-up"
    assert desk.says("undone") == ""
    desk.bridge.press_undo()
    desk.go(11)
    assert desk.says("undone")
    desk.go(1)
    assert desk.says("undone") == ""


def test_an_added_minute_says_whose_it_is(desk: Desk) -> None:
    desk.bridge.ask(Session.start)
    desk.bridge.ask(Session.extend, 60)
    assert desk.says("added") == "+1:00 here: the end moves from 11:30 to 11:31."
    desk.page.banners.answered.emit("added", "Debrief gives it: 8:00 → 7:00")
    assert (desk.bridge.session.course.steps[-1].seconds, desk.bridge.reading().behind_s) == (420, 0)
    assert desk.says("added") == ""
    desk.bridge.press_undo()
    assert desk.says("undone") == "Undone: the new timings."
    desk.bridge.ask(Session.extend, -10)
    assert desk.says("added").startswith("−0:10 here: ")
    desk.bridge.ask(Session.pause)
    assert desk.says("added") == ""


def test_while_it_still_ends_in_time_nobody_has_to_give_a_minute(desk: Desk) -> None:
    desk.bridge.ask(Session.start)
    desk.go(240)
    desk.bridge.ask(Session.next)  # three minutes early
    desk.bridge.ask(Session.extend, 60)
    assert desk.bridge.reading().behind_s < 0
    assert desk.says("added")
    assert desk.choices("added") == []
    desk.bridge.ask(Session.extend, 180)
    assert desk.bridge.reading().behind_s > 0
    assert desk.choices("added") == ["Debrief gives it: 8:00 → 5:00"]


def test_closing_what_is_said_does_nothing(desk: Desk) -> None:
    desk.bridge.ask(Session.start)
    desk.bridge.ask(Session.extend, 60)
    desk.page.banners.answered.emit("added", "")
    desk.bridge.press_undo()
    desk.page.banners.answered.emit("undone", "")
    assert desk.bridge.session.course.use(desk.bridge.session.course.step).added == 0
    desk.page.banners.answered.emit("added", "a button of a verb that no longer stands")
    assert desk.bridge.session.course.steps[-1].seconds == 480


def test_who_keeps_the_time_is_said_before_the_round_and_in_it(desk: Desk) -> None:
    desk.bridge.ask(Session.start)
    assert desk.says("seat") == ""
    desk.go(359)
    assert desk.says("seat") == ""
    desk.go(1)
    assert desk.says("seat") == "Timekeeper next: Eli, when “Warm-up” ends."
    desk.go(20)
    assert desk.says("seat") == ""
    desk.go(40)
    desk.bridge.ask(Session.next)
    assert desk.says("seat") == "Timekeeper now: Eli."
    desk.go(45)
    assert desk.says("seat") == ""
    for seconds in (240, 360, 180):
        desk.bridge.ask(Session.next)
        desk.go(seconds - 1)
        assert desk.says("seat") == ""
        desk.go(1)
    assert desk.says("seat") == "Timekeeper next: Ana, when “Practise again” ends."
    desk.bridge.ask(Session.keep_time, "P4")
    assert desk.says("seat") == "Timekeeper now: Dee."


def test_every_verb_has_words_for_its_undoing(desk: Desk) -> None:
    now, course = Moment(0, 0), desk.bridge.session.course
    more: dict[type[f.Fact], tuple[object, ...]] = {
        f.Moved: ("end",), f.Extended: (60 * 10**9,), f.Backdated: (10**9,), f.GivenBack: (10**9,), f.Passed: ("P1",),
        f.Benched: ("P1",), f.Returned: ("P1",), f.Joined: (Participant("P6", "Fay"),), f.Reordered: (("P1",),),
        f.Swapped: ("P1", "P2"), f.Renamed: ("P1", "Anna"), f.DigitsHidden: ("P1", True), f.TimekeeperSet: ("r", "P1"),
        f.RouteTaken: ("topic-led",),
    }  # fmt: skip
    verbs = [kind for kind in KINDS.values() if issubclass(kind, f.TimingFact)]
    words = [verb_words(course, kind(now, *more.get(kind, ()))) for kind in verbs]  # type: ignore[call-arg]
    words.append(verb_words(course, f.Moved(now, "end", "back")))
    assert len(set(words)) == len(words) == 21
    assert all(words)
