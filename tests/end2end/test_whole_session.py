"""One whole session through the real windows: from the first page to the hand-out, mostly by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.ui.desk.run import RunPage
from dp_facilitator.ui.widgets.entry import NoteBox

Start = Callable[[], App]


NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, target: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
    qtbot.keyClick(target, key, held)


def button(page: QWidget, words: str) -> QPushButton:
    found = [b for b in page.findChildren(QPushButton) if words in (b.text() or b.accessibleName()) and b.isVisible()]
    assert found, f"no button says {words!r}"
    return found[0]


def box(page: RunPage) -> QPlainTextEdit:
    shown = [b for b in page.capture.findChildren(NoteBox) if b.isVisible()]
    return shown[-1].findChild(QPlainTextEdit)


class Evening:
    """A coach, a timekeeper and five leaders at the desk."""

    def __init__(self, app: App, qtbot: QtBot, clock: ManualClock) -> None:
        self.app, self.qtbot, self.clock = app, qtbot, clock

    @property
    def page(self) -> RunPage:
        page = self.app.desk.run
        assert page is not None
        return page

    @property
    def bridge(self):
        return self.app.show.stage.bridge

    def go(self, seconds: float) -> None:
        self.clock.go(seconds)
        self.bridge.tick()

    def next(self) -> None:
        """Page Down, with time to spare between two presses."""
        self.go(2)
        press(self.qtbot, QApplication.focusWidget() or self.app.desk, Qt.Key.Key_PageDown)

    def step(self) -> str:
        return self.bridge.session.course.step.key

    def until_saved(self) -> None:
        writer = self.app.show.stage.writer
        self.qtbot.waitUntil(lambda: writer.on_disk >= writer.count, timeout=5000)

    def into_the_box(self) -> None:
        """W, as the key panel says, puts the cursor there."""
        self.app.desk.activateWindow()
        press(self.qtbot, self.page, Qt.Key.Key_W)
        self.qtbot.waitUntil(box(self.page).hasFocus, timeout=2000)

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(box(self.page), text)
        press(self.qtbot, box(self.page), Qt.Key.Key_Return)
        self.until_saved()


@pytest.fixture
def evening(start: Start, qtbot: QtBot, clock: ManualClock) -> Evening:
    app = start()
    app.set_up("deliberate-practice-90")
    page = app.desk.set_up
    field = next(f for f in page.findChildren(QLineEdit) if f.placeholderText().startswith("Type a name"))
    for name in ("Ana", "Ben", "Cai", "Dee", "Eli"):
        qtbot.keyClicks(field, name)
        press(qtbot, field, Qt.Key.Key_Return)
    qtbot.mouseClick(button(page, "Open the session"), Qt.MouseButton.LeftButton)
    assert app.show is not None
    assert app.desk.page() is app.desk.run
    return Evening(app, qtbot, clock)


def test_from_the_first_page_to_the_hand_out(evening: Evening, qtbot: QtBot, tmp_path: Path) -> None:
    evening.next()
    assert evening.step() == "warm-up/warm-up"
    evening.go(420)
    for leader in ("P1", "P2", "P3", "P4", "P5"):
        evening.next()
        assert evening.step() == f"rounds/{leader}/set-up"
        evening.go(58)
        evening.next()
        evening.go(238)
        evening.next()
        assert evening.step() == f"rounds/{leader}/feedback"
        evening.write(f"you waited, {leader}")
        press(qtbot, box(evening.page), Qt.Key.Key_Tab)
        evening.write(f"pause more, {leader}")
        evening.go(358)
        evening.next()
        evening.go(238)
    evening.next()
    assert evening.step() == "debrief/debrief"
    evening.write("It was easier than I feared")
    evening.go(478)
    evening.next()  # the last step: Next offers to finish
    assert evening.bridge.session.status == "running"
    evening.go(1)
    press(qtbot, evening.app.desk, Qt.Key.Key_PageDown)
    assert evening.bridge.session.status == "finished"
    evening.until_saved()

    qtbot.mouseClick(button(evening.page, "Look back"), Qt.MouseButton.LeftButton)
    assert evening.app.desk.page() is evening.app.desk.review
    path = evening.app.reviewing.save_for("P1", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "you waited, P1" in text
    assert "pause more, P1" in text
    assert "It was easier than I feared" in text
    for other in ("P2", "P3", "P4", "P5", "Ben", "Cai", "Dee", "Eli"):
        assert other not in text


def test_a_killed_program_offers_to_carry_on_at_the_right_second(
    evening: Evening, start: Start, clock: ManualClock, qtbot: QtBot
) -> None:
    evening.next()
    evening.go(100)
    evening.until_saved()
    evening.app.show.stage.writer.close()  # the files are let go as by the end of the process, and nothing is told
    evening.app.show.stage.bridge.stop()
    evening.app.show.stage._files.lock.release()
    session_id = evening.bridge.session.id

    clock.go(60)
    again = start()
    again.carry_on(session_id, True)
    assert again.show.stage.bridge.reading().text == "4:20"


def test_a_note_half_written_is_there_after_a_crash(
    evening: Evening, start: Start, clock: ManualClock, qtbot: QtBot
) -> None:
    evening.next()
    for _ in range(3):
        evening.go(420)
        evening.next()
    evening.into_the_box()
    qtbot.keyClicks(box(evening.page), "you asked before")
    evening.until_saved()
    session_id = evening.bridge.session.id
    evening.app.show.stage.writer.close()
    evening.app.show.stage.bridge.stop()
    evening.app.show.stage._files.lock.release()

    again = start()
    again.carry_on(session_id, True)
    assert box(again.desk.run).toPlainText() == "you asked before"
    again.desk.activateWindow()
    qtbot.waitUntil(box(again.desk.run).hasFocus, timeout=2000)  # else the next letters would be keys of the desk


def test_a_second_copy_of_the_program_says_who_has_the_session(evening: Evening, start: Start) -> None:
    other = start()
    other.carry_on(evening.bridge.session.id, True)
    assert other.show is None
    said = " ".join(w.text() for w in other.desk.home.findChildren(QWidget) if hasattr(w, "text") and callable(w.text))
    assert "another copy" in said


def test_next_pressed_by_mistake_is_mended_by_undo(evening: Evening, qtbot: QtBot) -> None:
    evening.next()
    evening.go(100)
    press(qtbot, evening.app.desk, Qt.Key.Key_PageDown)
    evening.go(1)
    press(qtbot, evening.app.desk, Qt.Key.Key_PageDown)
    assert evening.step() == "rounds/P1/set-up"
    evening.go(4)
    press(qtbot, evening.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert evening.step() == "warm-up/warm-up"
    assert evening.bridge.reading().text == "5:15"


def test_keys_typed_in_a_note_change_nothing_in_the_session(evening: Evening, qtbot: QtBot) -> None:
    evening.next()
    for _ in range(3):
        evening.go(420)
        evening.next()
    evening.into_the_box()
    before = evening.bridge.session.course
    qtbot.keyClicks(box(evening.page), "n b p + space s.f?")
    assert evening.bridge.session.course is before
    assert box(evening.page).toPlainText() == "n b p + space s.f?"


def test_the_next_session_takes_plan_and_people_along_and_nothing_that_was_written(
    evening: Evening, qtbot: QtBot
) -> None:
    evening.next()
    for _ in range(3):
        evening.go(420)
        evening.next()
    evening.write("you waited")
    session_id = evening.bridge.session.id
    press(qtbot, evening.app.desk, Qt.Key.Key_Space)
    evening.app.go_home()
    evening.app.look_back(session_id)
    qtbot.mouseClick(button(evening.app.desk.review, "Set up the next one"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(evening.app.desk.set_up, "Open the session"), Qt.MouseButton.LeftButton)
    course = evening.bridge.session.course
    assert [person.name for person in course.people] == ["Ana", "Ben", "Cai", "Dee", "Eli"]
    assert evening.bridge.session.record.notes == ()
    assert evening.bridge.session.id != session_id


def test_in_an_empty_note_box_undo_and_space_are_keys_of_the_desk(evening: Evening, qtbot: QtBot) -> None:
    evening.next()
    for _ in range(3):
        evening.go(420)
        evening.next()
    evening.into_the_box()
    before = evening.step()
    evening.go(400)
    evening.next()
    assert evening.step() != before
    evening.into_the_box()
    press(qtbot, box(evening.page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert evening.step() == before
    evening.go(2)
    press(qtbot, box(evening.page), Qt.Key.Key_Space)
    assert evening.bridge.session.status == "paused"
    assert box(evening.page).toPlainText() == ""


def test_after_the_end_the_large_button_looks_back(evening: Evening, qtbot: QtBot) -> None:
    evening.next()
    evening.go(5)
    evening.bridge.ask(Session.finish)
    evening.until_saved()
    qtbot.mouseClick(button(evening.page, "Look back at the session"), Qt.MouseButton.LeftButton)
    assert evening.app.desk.page() is evening.app.desk.review


def test_after_the_end_the_desk_says_what_is_kept_and_nobody_keeps_the_time(evening: Evening) -> None:
    def seen() -> str:
        QApplication.processEvents()
        parts = (evening.page.bar, evening.page.clock, evening.page.room)
        labels = [label for part in parts for label in part.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels)

    evening.next()
    evening.go(120)
    assert "keeps the time" in seen()
    assert "Timekeeper:" in seen()
    evening.bridge.ask(Session.note, "praise", "You waited", about="P1", giver="P2")
    nudge = button(evening.page, "Back to practice")
    assert nudge.isEnabled()
    evening.bridge.ask(Session.finish)
    assert "keeps the time" not in seen()
    assert "Timekeeper:" not in seen()
    assert "1 note is kept." in seen()
    assert "Look back at the session now" in seen()
    assert "Done" not in seen()
    assert not nudge.isEnabled()
    evening.bridge.press_undo()
    assert "keeps the time" in seen()
    assert nudge.isEnabled()


def test_esc_puts_the_keys_and_the_people_away_wherever_the_focus_is(evening: Evening, qtbot: QtBot) -> None:
    evening.app.desk.activateWindow()
    evening.page.setFocus()
    for panel, open_it in (
        (evening.page.keys, evening.page.show_keys),
        (evening.page.people, evening.page.show_people),
    ):
        for inside in (False, True):
            open_it()
            assert panel.isVisible()
            if inside:
                next(b for b in panel.findChildren(QPushButton) if b.isVisible()).setFocus()
            press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Escape)
            assert not panel.isVisible()
            assert evening.page.sheet.isVisible()
    press(qtbot, evening.page, Qt.Key.Key_Escape)
    assert evening.page.sheet.isVisible()


def test_after_the_end_return_looks_back_and_page_down_does_not(evening: Evening, qtbot: QtBot) -> None:
    evening.next()
    evening.go(5)
    evening.app.desk.activateWindow()
    evening.page.setFocus()
    evening.bridge.ask(Session.finish)
    evening.until_saved()
    evening.next()
    assert evening.app.desk.page() is evening.page
    large = button(evening.page, "Look back at the session")
    assert large.keys() == ""
    assert QApplication.focusWidget() is large
    press(qtbot, large, Qt.Key.Key_Return)
    assert evening.app.desk.page() is evening.app.desk.review


def test_a_set_up_that_was_left_is_there_when_its_plan_is_chosen_again(start: Start, qtbot: QtBot) -> None:
    app = start()
    app.set_up("deliberate-practice-90")
    page = app.desk.set_up
    field = next(f for f in page.findChildren(QLineEdit) if f.placeholderText().startswith("Type a name"))
    for name in ("Ana", "Ben"):
        qtbot.keyClicks(field, name)
        press(qtbot, field, Qt.Key.Key_Return)
    app.go_home()
    app.set_up("deliberate-practice-90")
    assert page.planned().names == ("Ana", "Ben")


def test_a_session_that_runs_is_not_left_by_one_press(evening: Evening, qtbot: QtBot) -> None:
    evening.next()
    home = button(evening.page, "Home")
    qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    assert evening.app.desk.page() is evening.page
    assert evening.app.show.screen.isVisible()

    qtbot.mouseClick(button(evening.page, "Stay"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    assert evening.app.desk.page() is evening.page

    qtbot.mouseClick(button(evening.page, "Leave"), Qt.MouseButton.LeftButton)
    assert evening.app.desk.page() is evening.app.desk.home
    assert button(evening.app.desk.home, "Carry on").isVisible()


def test_a_session_that_has_not_begun_is_left_at_once(evening: Evening, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(evening.page, "Home"), Qt.MouseButton.LeftButton)
    assert evening.app.desk.page() is evening.app.desk.home


def to_feedback(evening: Evening) -> None:
    """Into Ana's feedback, with a while gone in it."""
    for _ in range(4):
        evening.next()
        evening.go(400)
    assert evening.step() == "rounds/P1/feedback"


def test_a_sentence_that_the_next_step_cuts_short_goes_nowhere_else(evening: Evening, qtbot: QtBot) -> None:
    to_feedback(evening)
    evening.next()
    evening.go(300)
    evening.into_the_box()
    qtbot.keyClicks(box(evening.page), "said in ")
    evening.next()
    assert evening.step() == "rounds/P2/set-up"
    for letter in "confidence best soon + 3":  # b, s, m, n, space and + are keys of the desk
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    evening.until_saved()
    assert evening.step() == "rounds/P2/set-up"
    assert evening.bridge.session.status == "running"
    assert not evening.app.show.screen.is_blank()
    assert not any(field.text() for field in evening.page.capture.findChildren(QLineEdit))
    assert [note.text for note in evening.bridge.session.record.kept(about="P1")] == ["said in"]

    evening.go(5)
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_B)
    assert evening.app.show.screen.is_blank()


def test_undo_takes_a_note_that_was_just_kept_back_into_the_box(evening: Evening, qtbot: QtBot) -> None:
    to_feedback(evening)
    evening.into_the_box()
    evening.write("you waited")
    press(qtbot, box(evening.page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box(evening.page).toPlainText() == "you waited"
    assert evening.bridge.session.record.kept() == ()
    assert evening.step() == "rounds/P1/feedback"

    evening.write(" for Sam")
    assert [note.text for note in evening.bridge.session.record.kept()] == ["you waited for Sam"]
    evening.next()
    press(qtbot, evening.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert evening.step() == "rounds/P1/feedback"  # what was done last was Next
    assert [note.text for note in evening.bridge.session.record.kept()] == ["you waited for Sam"]


def test_once_there_are_notes_the_screens_are_swapped_only_when_asked_twice(evening: Evening, qtbot: QtBot) -> None:
    swapped = []
    evening.app.show._placement.swap = lambda: swapped.append(True)
    to_feedback(evening)
    press(qtbot, evening.page, Qt.Key.Key_S)
    assert len(swapped) == 1

    evening.into_the_box()
    evening.write("you waited")
    evening.page.setFocus()
    press(qtbot, evening.page, Qt.Key.Key_S)
    assert len(swapped) == 1
    assert "swap" in evening.page.banners.standing()
    press(qtbot, evening.page, Qt.Key.Key_S)
    assert len(swapped) == 2
    press(qtbot, evening.page, Qt.Key.Key_S)  # back again needs no question
    assert len(swapped) == 3
