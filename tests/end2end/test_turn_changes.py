"""What is under the hand when the plan changes the turn by itself: notes, ticks, gates (R18, P4)."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.notes import Note
from dp_facilitator.model.session import Session
from dp_facilitator.ui.desk.run import RunPage
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.ui.widgets.entry import NoteBox

Start = Callable[[], App]
EFFECTIVE = {"id": "effective", "title": "It was effective when…"}


def plan(*phases: dict[str, Any], **more: Any) -> bytes:
    """A plan of rounds, two minutes a phase."""
    rounds = {"id": "rounds", "title": "Round", "repeat": "each", "phases": [*phases]}
    end = {"id": "end", "title": "End", "phases": [{"id": "end", "title": "End", "time": "2:00"}]}
    total = f"{len(phases) * 4 + 2}:00"
    head = {"format": 1, "title": "Turns", "people": {"usual": 2}, "total": total}
    return json.dumps({**head, "segments": [rounds, end], **more}).encode()


def phase(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.capitalize(), "time": "2:00", **more}


class Room:
    """A session of two people whose turns the plan changes."""

    def __init__(self, app: App, clock: ManualClock, qtbot: QtBot, text: bytes) -> None:
        self.app, self.clock, self.qtbot = app, clock, qtbot
        app.open_session(Wanted("turns", text, ("Ana", "Ben")))
        assert app.show is not None
        self.bridge = app.show.stage.bridge
        self.bridge.ask(Session.start)

    @property
    def page(self) -> RunPage:
        page = self.app.desk.run
        assert page is not None
        return page

    @property
    def box(self) -> QPlainTextEdit:
        found = self.page.capture.findChild(NoteBox)
        assert found is not None
        return found.findChild(QPlainTextEdit)

    @property
    def notes(self) -> list[tuple[str, str | None, str]]:
        """Text, whom it is about and the step of each note that was kept."""
        kept: tuple[Note, ...] = self.bridge.session.record.kept()
        return [(note.text, note.about, note.step) for note in kept]

    def go(self, seconds: float) -> None:
        self.clock.go(seconds)
        self.bridge.tick()

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self.box, text)

    def press_return(self) -> None:
        self.qtbot.keyClick(self.box, Qt.Key.Key_Return)

    def until_saved(self) -> None:
        writer = self.app.show.stage.writer
        self.qtbot.waitUntil(lambda: writer.on_disk >= writer.count, timeout=5000)
        self.qtbot.wait(1)

    def said(self) -> list[str]:
        return self.page.banners.standing()


@pytest.fixture
def room(start: Start, clock: ManualClock, qtbot: QtBot) -> Callable[[bytes], Room]:
    return lambda text: Room(start(), clock, qtbot, text)


AUTOMATIC = plan(phase("feedback", captures=[EFFECTIVE], advance="automatic"))


def test_return_at_the_very_moment_of_the_turn_keeps_the_note_once(room: Callable[[bytes], Room]) -> None:
    desk = room(AUTOMATIC)
    desk.go(119)
    desk.write("you waited")
    desk.clock.go(1)  # the turn is over, and nobody has looked yet
    desk.press_return()
    assert desk.bridge.session.course.step.key == "rounds/P2/feedback"
    assert desk.notes == [("you waited", "P1", "rounds/P1/feedback")]
    desk.until_saved()
    assert desk.box.toPlainText() == ""
    desk.write("you asked")
    desk.press_return()
    assert desk.notes[1:] == [("you asked", "P2", "rounds/P2/feedback")]


def test_a_half_written_note_is_kept_with_its_turn(room: Callable[[bytes], Room]) -> None:
    desk = room(AUTOMATIC)
    desk.go(119)
    desk.write("you wai")
    desk.go(1)
    assert desk.notes == [("you wai", "P1", "rounds/P1/feedback")]
    assert (desk.box.toPlainText(), "unfinished" in desk.said()) == ("", True)


def test_what_was_begun_while_the_last_note_was_on_its_way_is_another_note(room: Callable[[bytes], Room]) -> None:
    desk = room(AUTOMATIC)
    desk.go(119)
    desk.write("one")
    desk.press_return()
    desk.write(" two")  # the disk has not answered yet
    desk.go(1)
    desk.until_saved()
    assert [note[:2] for note in desk.notes] == [("one", "P1"), ("two", "P1")]
    assert desk.box.toPlainText() == ""


def test_a_note_belongs_to_the_step_in_which_its_writing_began(room: Callable[[bytes], Room]) -> None:
    desk = room(plan(phase("practise", kind="practise", advance="automatic"), phase("feedback", captures=[EFFECTIVE])))
    desk.go(119)
    desk.write("you waited")
    desk.go(1)
    desk.write(", long")
    desk.press_return()
    desk.until_saved()
    desk.write("you asked")
    desk.press_return()
    assert desk.notes == [
        ("you waited, long", "P1", "rounds/P1/practise"),
        ("you asked", "P1", "rounds/P1/feedback"),
    ]


def test_a_tick_at_the_very_moment_belongs_to_the_step_that_was_seen(room: Callable[[bytes], Room]) -> None:
    desk = room(plan(phase("talk", checklist=["Said why"], advance="automatic"), phase("read", checklist=["Read it"])))
    desk.go(119)
    desk.clock.go(1)
    desk.page.capture.ticked.emit(0, True)
    assert desk.bridge.session.record.ticked == {("rounds/P1/talk", 0)}


GATED = plan(
    phase("case", checklist=["No names"], gate=True, gate_each=True),
    phase("talk", advance="automatic", checklist=["Who writes"], gate=True),
)


def test_the_plan_stops_before_a_closed_gate_and_says_so(room: Callable[[bytes], Room]) -> None:
    desk = room(GATED)
    assert desk.bridge.session.status == "ready"
    desk.bridge.ask(Session.tick, 0, True, "rounds/P1/case")
    desk.bridge.ask(Session.tick, 0, True, "rounds/talk")
    desk.bridge.ask(Session.start)
    desk.bridge.ask(Session.next)
    desk.go(121)
    assert desk.bridge.session.course.step.key == "rounds/P1/talk"
    assert desk.bridge.reading().over_s == 1
    assert "refused" in desk.said()
    desk.page.capture.gate_ticked.emit("rounds/P2/case", 0, True)
    assert "refused" not in desk.said()
    desk.go(5)
    assert desk.bridge.session.course.step.key == "rounds/P1/talk"  # from now on a hand goes on
    desk.bridge.press_next()
    assert desk.bridge.session.course.step.key == "rounds/P2/case"


def test_passing_before_a_closed_gate_shows_its_list(room: Callable[[bytes], Room]) -> None:
    desk = room(GATED)
    desk.bridge.ask(Session.tick, 0, True, "rounds/P1/case")
    desk.bridge.ask(Session.start)
    desk.app.desk.show()
    assert desk.page.capture._gate._gate == "rounds/talk"
    desk.page.people.passed.emit("P1")
    assert desk.bridge.session.course.step.leader == "P1"
    assert ("refused" in desk.said(), desk.page.capture._gate._gate) == (True, "rounds/P2/case")
    desk.page.capture.gate_ticked.emit("rounds/P2/case", 0, True)
    desk.page.people.passed.emit("P1")
    assert desk.bridge.session.course.step.leader == "P2"


def test_the_next_note_does_not_get_the_step_of_the_one_on_its_way(room: Callable[[bytes], Room]) -> None:
    desk = room(plan(phase("practise", kind="practise", advance="automatic"), phase("feedback", captures=[EFFECTIVE])))
    desk.go(119)
    desk.write("one")
    desk.press_return()
    desk.go(1)
    desk.write(" two")
    desk.until_saved()
    desk.press_return()
    assert [note[2] for note in desk.notes] == ["rounds/P1/practise", "rounds/P1/feedback"]
