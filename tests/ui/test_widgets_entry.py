"""Where people type: the note box keeps every word, the fields read what people type."""

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.entry import MOST_LETTERS, NoteBox
from dp_facilitator.ui.widgets.fields import (
    DurationField,
    TimeField,
    duration_words,
    parse_clock,
    parse_duration,
)


@pytest.fixture
def box(look: Look, qtbot: QtBot) -> NoteBox:
    box = NoteBox(look, "Cai: next time you could…", "Type what was said")
    qtbot.addWidget(box)
    box.resize(390, 100)
    box.show()
    box.focus_text()
    return box


def test_return_hands_over_and_keeps_the_text_until_accepted(box: NoteBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.field, " pause here ")
    with qtbot.waitSignal(box.submitted) as sent:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert sent.args == ["pause here"]
    assert box.text() == " pause here "
    box.accept()
    assert box.text() == ""


def test_blank_text_is_not_handed_over(box: NoteBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.field, "   ")
    with qtbot.assertNotEmitted(box.submitted):
        qtbot.keyClick(box.field, Qt.Key.Key_Return)


def test_shift_return_starts_a_line(box: NoteBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.field, "one")
    with qtbot.assertNotEmitted(box.submitted):
        qtbot.keyClick(box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(box.field, "two")
    assert box.text().replace("\u2028", "\n") == "one\ntwo"


def test_tab_changes_the_stem_and_types_nothing(box: NoteBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.stem_changed) as turned:
        qtbot.keyClick(box.field, Qt.Key.Key_Tab)
    assert turned.args == [1]
    with qtbot.waitSignal(box.stem_changed) as turned:
        qtbot.keyClick(box.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert turned.args == [-1]
    assert box.text() == ""


def test_letters_are_typed_and_the_clicker_still_works(box: NoteBox, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for key in ("N", "B", "P", "Space", "PgDown"):
        action = QAction(key, box)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(partial(pressed.append, key))
        box.addAction(action)
    box.activateWindow()
    qtbot.waitUntil(box.field.hasFocus)
    for key in (Qt.Key.Key_N, Qt.Key.Key_B, Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        QTest.keyClick(box.windowHandle(), key)
    assert box.text().lower() == "nbp "
    assert pressed == ["PgDown"]


def test_every_change_is_told(box: NoteBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.typed) as typed:
        qtbot.keyClick(box.field, Qt.Key.Key_X)
    assert typed.args == ["x"]
    box.put("going on")
    assert box.text() == "going on"


def test_pasted_markup_is_letters(box: NoteBox) -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("<b>bold</b> & plain")
    box.field.insertFromMimeData(pasted)
    assert box.text() == "<b>bold</b> & plain"


def test_what_is_being_composed_is_handed_over_too(box: NoteBox, qtbot: QtBot) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString("ねえ")
    QApplication.sendEvent(box.field, event)
    with qtbot.waitSignal(box.submitted) as sent:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert sent.args == ["ねえ"]


def test_too_long_a_text_stays_and_is_told(box: NoteBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.too_long) as told:
        box.put("x" * (MOST_LETTERS + 5))
    assert told.args == [MOST_LETTERS + 5]
    with qtbot.assertNotEmitted(box.submitted):
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert len(box.text()) == MOST_LETTERS + 5
    box.put("short again")
    assert box.property("tone") == ""


def test_the_box_grows_to_four_lines(box: NoteBox) -> None:
    heights = []
    for lines in (1, 2, 3, 4, 5, 9):
        box.put("\n".join("line" for _ in range(lines)))
        heights.append(box.field.height())
    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4] == heights[5]
    box.put("a line that goes on and on " * 4)
    assert box.field.height() > heights[0]


def test_the_border_shows_the_focus(box: NoteBox, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: box.property("active") is True)
    box.field.clearFocus()
    assert box.property("active") is False


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("4", 240),
        ("4:00", 240),
        ("4:30", 270),
        ("4.30", 270),
        ("4.5", 270),
        ("4,5 min", 270),
        (" 90s ", 90),
        ("90 sec", 90),
        ("15 minutes", 900),
        ("2m 30s", 150),
        ("1h", 3600),
        ("1 h 30", 5400),
        ("1h30m", 5400),
        ("1:05:00", 3900),
        ("120", 7200),
        ("0", None),
        ("0:00", None),
        ("", None),
        ("soon", None),
        ("4:75", None),
        ("1:75:00", None),
        ("-4", None),
        ("25h", None),
        ("4 4", None),
    ],
)
def test_durations_as_people_type_them(text: str, seconds: int | None) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("10", "10:00"),
        ("10:00", "10:00"),
        ("930", "09:30"),
        ("0930", "09:30"),
        ("9.30", "09:30"),
        ("9:30 am", "09:30"),
        ("2pm", "14:00"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("1315", "13:15"),
        ("24", None),
        ("9:60", None),
        ("13pm", None),
        ("", None),
        ("noon", None),
    ],
)
def test_clock_times_as_people_type_them(text: str, clock: str | None) -> None:
    assert parse_clock(text) == clock


@pytest.mark.parametrize(("seconds", "words"), [(240, "4:00"), (90, "1:30"), (5400, "90:00"), (7200, "2:00:00")])
def test_a_duration_reads_back_as_it_is_shown(seconds: int, words: str) -> None:
    assert duration_words(seconds) == words
    assert parse_duration(words) == seconds


def test_a_duration_field_tells_only_what_is_new(look: Look, qtbot: QtBot) -> None:
    field = DurationField("Each leader")
    qtbot.addWidget(field)
    field.show_value(240)
    with qtbot.assertNotEmitted(field.changed):
        field.setText("4:00")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.changed) as changed:
        field.setText("90s")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert changed.args == [90]
    assert field.text() == "1:30"


def test_what_is_not_understood_stays_and_is_marked(look: Look, qtbot: QtBot) -> None:
    field = DurationField("Each leader")
    qtbot.addWidget(field)
    field.show_value(240)
    with qtbot.assertNotEmitted(field.changed):
        field.setText("a while")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.is_wrong()
    assert field.text() == "a while"
    assert field.value() == 240
    assert "4:30" in field.accessibleDescription()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not field.is_wrong()


def test_a_time_field_may_be_left_empty_if_it_is_optional(look: Look, qtbot: QtBot) -> None:
    field = TimeField("Room is ours until", optional=True)
    qtbot.addWidget(field)
    field.show_value("11:30")
    field.setText("")
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert changed.args == [""]
    needed = TimeField("Starts")
    qtbot.addWidget(needed)
    needed.setText("")
    qtbot.keyClick(needed, Qt.Key.Key_Return)
    assert needed.is_wrong()
