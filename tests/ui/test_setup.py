"""The set-up page: names, times, sheets, and what is handed over; all of it also without a mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.model.fit import Way
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.ui.desk.gathering import about_roles, back_again, join
from dp_facilitator.ui.desk.setup import Check, SetUpPage, Wanted
from dp_facilitator.ui.desk.setup_values import Someone
from dp_facilitator.ui.theme import Look

TEXT = (Path(__file__).resolve().parents[2] / "sessions" / "deliberate-practice-90.json").read_bytes()
PLAN = read_plan(TEXT)
TEN, HALF_PAST_ELEVEN = 10 * 3600, 11 * 3600 + 1800
FIVE = ("Ana", "Ben", "Cai", "Dee", "Eli")
FULL = Sheet("Saying no", "To be heard", "My manager", ("I say it early", "I offer something"))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SetUpPage:
    """The page with the shipped plan at three minutes to ten, and nobody in it."""
    page = SetUpPage(look)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_plan("deliberate-practice-90", TEXT, PLAN)
    page.show_now(TEN - 180)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def type_names(qtbot: QtBot, page: SetUpPage, text: str) -> None:
    """Types into the field and presses Return."""
    page.people.field.setFocus()
    qtbot.keyClicks(page.people.field, text)
    qtbot.keyClick(page.people.field, Qt.Key.Key_Return)


def paste(field: QWidget, text: str) -> None:
    QApplication.clipboard().setText(text)
    field.paste()


def type_time(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def names(page: SetUpPage) -> list[str]:
    return [someone.name for someone in page.people.people()]


def settled(qtbot: QtBot, page: SetUpPage) -> SetUpPage:
    """The page after what was put off to the next turn of the event loop."""
    qtbot.waitUntil(lambda: not page._soon.isActive())
    return page


def filled(qtbot: QtBot, page: SetUpPage, people: tuple[str, ...] = FIVE, until: str = "") -> SetUpPage:
    """The page with people who were typed, and an end."""
    type_names(qtbot, page, ", ".join(people))
    if until:
        type_time(qtbot, page.times.until, until)
    return settled(qtbot, page)


def choose(page: SetUpPage, row: int) -> None:
    page.people.list.setFocus()
    page.people.list.setCurrentIndex(page.people.list.model().index(row, 0))


def open_it(qtbot: QtBot, page: SetUpPage) -> Wanted:
    with qtbot.waitSignal(page.wanted) as caught:
        qtbot.keyClick(page.footer.open, Qt.Key.Key_Return)
    wanted: Wanted = caught.args[0]
    return wanted


# Who is here


def test_the_cursor_is_where_names_are_typed(page: SetUpPage) -> None:
    assert page.focusWidget() is page.people.field


def test_return_adds_a_name(qtbot: QtBot, page: SetUpPage) -> None:
    for name in ("Ana", "Ben"):
        type_names(qtbot, page, name)
    assert names(page) == ["Ana", "Ben"]
    assert page.people.field.text() == ""
    assert not page.people.message.isVisible()


def test_pasting_a_list_adds_everybody(page: SetUpPage) -> None:
    paste(page.people.field, "1. Ana\r\n• Ben\n\nCai;Dee\tEli\n")
    assert names(page) == list(FIVE)


def test_duplicates_are_named_and_stay_to_be_mended(qtbot: QtBot, page: SetUpPage) -> None:
    paste(page.people.field, "Ana\nBen\nana\nCai\nBEN")
    assert names(page) == ["Ana", "Ben", "Cai"]
    assert page.people.message.text() == "“ana” and “BEN” are here already. Add an initial to tell them apart."
    assert page.people.field.text() == "ana, BEN"
    page.people.field.setText("Ana K, Ben L")
    qtbot.keyClick(page.people.field, Qt.Key.Key_Return)
    assert names(page) == ["Ana", "Ben", "Cai", "Ana K", "Ben L"]
    assert not page.people.message.isVisible()


def test_a_name_that_is_too_long_stays_in_the_field(page: SetUpPage) -> None:
    long = "Ana " * 20
    paste(page.people.field, f"Ben\n{long}")
    assert names(page) == ["Ben"]
    assert "is longer than 60 letters" in page.people.message.text()
    assert page.people.field.text() == long.strip()


@pytest.mark.parametrize("text", ["", "   ", ", ,"])
def test_nothing_is_no_name(qtbot: QtBot, page: SetUpPage, text: str) -> None:
    type_names(qtbot, page, text)
    assert page.people.message.text() == "Type a name first."
    assert names(page) == []


def test_a_name_is_plain_text(qtbot: QtBot, page: SetUpPage) -> None:
    type_names(qtbot, page, "<b>R&D</b>")
    assert names(page) == ["<b>R&D</b>"]


def test_alt_and_an_arrow_move_a_name(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 0)
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down, ALT)
    assert names(page) == ["Ben", "Ana", "Cai", "Dee", "Eli"]
    qtbot.keyClick(page.people.list, Qt.Key.Key_Up, ALT)
    assert names(page) == list(FIVE)
    assert "Ana" in settled(qtbot, page).times.rows.said()[1]


def test_someone_goes_last(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 1)
    qtbot.keyClick(page.people.last, Qt.Key.Key_Return)
    assert names(page) == ["Ana", "Cai", "Dee", "Eli", "Ben"]
    assert not page.people.last.isEnabled()


def test_a_removed_person_comes_back_in_place_with_their_sheet(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 1)
    page.side.sheet.area.insertPlainText("Saying no")
    qtbot.keyClick(page.people.list, Qt.Key.Key_Delete)
    assert names(page) == ["Ana", "Cai", "Dee", "Eli"]
    assert page.people.message.text() == "Ben removed."
    undo = next(b for b in page.people.message.findChildren(QPushButton) if b.isVisible())
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert names(page) == list(FIVE)
    assert page.people.people()[1].draft.area == "Saying no"


def test_a_name_that_was_taken_meanwhile_is_not_lost(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, ("Ana", "Ben"))
    page.people._remove(1)
    page.people.list.setCurrentIndex(page.people.list.model().index(0, 0))
    assert page.people.list.model().setData(page.people.list.model().index(0, 0), "Ben")
    assert names(page) == ["Ben"]
    assert not page.people.message.isVisible()


def test_renaming_to_a_name_that_is_there_changes_nothing(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, ("Ana", "Ben"))
    choose(page, 1)
    page.people.list.model().setData(page.people.list.currentIndex(), "ANA")
    assert names(page) == ["Ana", "Ben"]
    assert [row.name for row in page.people.list.rows()] == ["Ana", "Ben"]
    assert "“ANA” is here already" in page.people.message.text()
    page.people.list.model().setData(page.people.list.currentIndex(), "Bo")
    assert names(page) == ["Ana", "Bo"]


def test_more_than_the_plan_is_made_for_gets_a_word(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, tuple(f"N{i}" for i in range(9)))
    assert "made for 2 to 8 people; there are 9" in page.people._many.whole_text()
    type_names(qtbot, page, "A, B, C, D")
    assert "Two parallel groups" in page.people._many.whole_text()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("previous", "The coach is free of the clock: each round is timed by whoever has just led."),
        ("role", "Each round has its own timekeeper, in turn."),
        ("coach", "The coach keeps the time of every round."),
        ("nobody", "Nobody needs to keep the time."),
    ],
)
def test_the_page_says_who_keeps_the_time(rule: str, words: str) -> None:
    assert about_roles(PLAN.model_copy(update={"timekeeper": rule})) == words


def test_undo_keeps_the_name_to_be_mended_where_somebody_has_it_now() -> None:
    people = join((), "Ana, Ben").people
    back = back_again(people, 0, Someone(7, "BEN"))
    assert back.people == people
    assert back.left == "BEN"
    assert "“BEN” is here already" in back.message


def test_the_sixty_first_person_is_not_added() -> None:
    joined = join((), ", ".join(f"N{i}" for i in range(61)))
    assert len(joined.people) == 60
    assert joined.left == "N60"
    assert "“N60” was not added" in joined.message


def test_f2_and_the_rename_button_edit_in_the_row(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 1)
    page.people.rename.click()
    editor = page.people.list.findChild(QLineEdit)
    assert editor.text() == "Ben"
    editor.setText("Bo")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page)[1] == "Bo")


def test_the_remove_button_leaves_the_cursor_where_names_are_typed(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 4)
    qtbot.keyClick(page.people.remove, Qt.Key.Key_Return)
    assert names(page) == ["Ana", "Ben", "Cai", "Dee"]
    assert page.focusWidget() is page.people.field


# The plan


def test_it_starts_at_the_next_five_minutes(page: SetUpPage) -> None:
    assert page.times.starts.value() == "10:00"
    page.show_now(TEN + 1)
    assert page.times.starts.value() == "10:05"


def test_a_typed_start_stays(qtbot: QtBot, page: SetUpPage) -> None:
    type_time(qtbot, page.times.starts, "930")
    page.show_now(TEN)
    assert page.times.starts.value() == "09:30"
    assert settled(qtbot, page).times.rows.said()[0].startswith("09:30, Warm-up")


def test_an_empty_page_shows_the_plan_and_asks_for_names(qtbot: QtBot, page: SetUpPage) -> None:
    settled(qtbot, page)
    assert page.times.rows.said()[1].startswith("10:07, Leader A, 15:00")
    assert page.times.result.text() == "With 5 people it takes 1:30:00 and ends at 11:30."
    with qtbot.assertNotEmitted(page.wanted):
        page.footer.open.click()
    assert "nobody" in page.footer.said()
    assert page.focusWidget() is page.people.field


def test_one_leader_alone_is_too_few(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, ("Ana",))
    with qtbot.assertNotEmitted(page.wanted):
        page.footer.open.click()
    assert "at least 2 people" in page.footer.said()


def test_five_people_fit_exactly(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, until="11.30")
    assert page.times.result.text() == "Ends at 11:30 with nothing to spare."
    assert page.times.rows.said() == (
        "10:00, Warm-up, 7:00",
        "10:07, Ana, 15:00, timed by Eli",
        "10:22, Ben, 15:00, timed by Ana",
        "10:37, Cai, 15:00, timed by Ben",
        "10:52, Dee, 15:00, timed by Cai",
        "11:07, Eli, 15:00, timed by Dee",
        "11:22, Debrief, 8:00",
    )
    assert not page.times.ways.isVisible()


def test_without_an_end_everyone_has_the_planned_time(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, (*FIVE, "Fay"))
    assert page.times.result.text() == "Ends at 11:45."
    assert page.times.each.whole_text() == "15:00"


def test_six_people_to_half_past_eleven_have_twelve_and_a_half_minutes_each(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, (*FIVE, "Fay"), "11:30")
    assert page.times.each.whole_text() == "12:30"
    assert page.times.result.text() == "Ends at 11:30. Each round is 12:30: 1:00 + 3:20 + 4:50 + 3:20."
    assert [option.result for option in page.times.ways.options()] == ["12:30 each", "13:40 each", "ends at 11:45"]
    assert open_it(qtbot, page).way == "equal"


def test_seven_people_are_told_what_cannot_be_found(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, (*FIVE, "Fay", "Gil"), "11:30")
    text = "3:45 cannot be found: finish at 11:33:45, or run two parallel groups. "
    text += "Or let what is outside the rounds give first."
    assert page.times.result.text() == text
    with qtbot.assertNotEmitted(page.wanted):
        page.footer.open.click()
    assert page.footer.said() == f"▲ {text}"
    taken = page.times.ways.buttons[0]
    assert page.focusWidget() is taken
    qtbot.keyClick(taken, Qt.Key.Key_Down)
    settled(qtbot, page)
    assert page.times.result.text().startswith("Ends at 11:30. Each round is 11:40")
    assert page.footer.said().startswith("Nothing starts")
    assert open_it(qtbot, page).way == "others"


def test_ending_later_is_a_way_too(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, (*FIVE, "Fay", "Gil"), "11:30")
    page.times.ways.buttons[2].click()
    settled(qtbot, page)
    assert page.times.result.text() == "Ends at 12:00, 30:00 after the room is yours."
    assert open_it(qtbot, page).way == "later"


def test_time_to_spare_is_kept_unless_it_is_given_away(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, until="12")
    assert page.times.result.text() == "Ends at 11:30, 30:00 to spare."
    assert open_it(qtbot, page).way is None
    page.times.ways.buttons[1].click()
    settled(qtbot, page)
    assert page.times.each.whole_text() == "21:00"
    page.times.ways.buttons[2].click()
    settled(qtbot, page)
    assert page.times.rows.said()[-1] == "11:22, Debrief, 38:00"
    assert open_it(qtbot, page).way == "others"


def test_an_end_before_the_start_is_asked_about(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    type_time(qtbot, page.times.starts, "1pm")
    type_time(qtbot, page.times.until, "2.30")
    settled(qtbot, page)
    assert page.times.result.text() == "The room is yours until 02:30, before the start at 13:00."
    assert "Did you mean 14:30?" in page.times.result.accessibleName()
    with qtbot.assertNotEmitted(page.wanted):
        page.footer.open.click()
    assert page.focusWidget() is page.times.until


def test_what_is_no_time_is_said_and_stops_nothing_else(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    type_time(qtbot, page.times.until, "soon")
    assert page.times.wrong.text() == "“soon” is not a time. Type one such as 10:00 or 9.30."
    assert page.times.until.text() == "soon"
    with qtbot.assertNotEmitted(page.wanted):
        page.footer.open.click()
    type_time(qtbot, page.times.until, "")
    assert not page.times.wrong.isVisible()
    assert open_it(qtbot, page).until is None


def test_a_pasted_list_is_worked_out_once(qtbot: QtBot, page: SetUpPage, monkeypatch: pytest.MonkeyPatch) -> None:
    settled(qtbot, page)
    shown = []
    monkeypatch.setattr(page.times, "show_outlook", shown.append)
    paste(page.people.field, "\n".join(f"N{i}" for i in range(20)))
    page.people.list.move_row(0, 3)
    settled(qtbot, page)
    assert len(shown) == 1


# Sheets


def test_return_on_a_name_opens_the_sheet(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 2)
    assert not page.side.shows_sheet()
    qtbot.keyClick(page.people.list, Qt.Key.Key_Return)
    assert page.side.shows_sheet()
    assert page.side.sheet_tab.words() == "Cai’s sheet"
    assert page.focusWidget() is page.side.sheet.area


def test_a_sheet_is_typed_with_return_from_field_to_field(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 0)
    qtbot.keyClick(page.people.list, Qt.Key.Key_Return)
    status = []
    for words in (FULL.area, FULL.aim, FULL.audience, *FULL.criteria):
        field = page.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, words)
        status.append(page.people.list.rows()[0].status)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert status == ["area only", "area only", "sheet begun", "sheet ready", "sheet ready"]
    assert page.people.list.rows()[0].good
    assert page.people.people()[0].draft.sheet() == FULL


def test_three_pasted_lines_fill_the_three_fields(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 0)
    paste(page.side.sheet.boxes[0], "one\ntwo\nthree")
    assert [box.toPlainText() for box in page.side.sheet.boxes] == ["one", "two", "three"]


def test_a_fourth_criterion_is_refused_and_nothing_of_it_is_lost(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 0)
    qtbot.keyClick(page.people.list, Qt.Key.Key_Return)
    assert len(page.side.sheet.boxes) == 3
    box = page.side.sheet.boxes[0]
    paste(box, "one\ntwo\nthree\nfour")
    assert box.toPlainText() == "one\ntwo\nthree\nfour"
    assert page.side.sheet.message.text() == "There are 4 criteria. Choose the three that matter most."
    assert page.people.list.rows()[0].status == "choose three criteria"
    choose(page, 1)
    for signal, press in ((page.wanted, page.footer.open), (page.saved, page.footer.save)):
        with qtbot.assertNotEmitted(signal):
            press.click()
        assert page.footer.said() == "▲ Choose three success criteria for Ana first."
        assert page.focusWidget() is box
    box.show_text("")
    paste(box, "one\ntwo\nfour")
    assert not page.side.sheet.message.isVisible()
    assert open_it(qtbot, page).sheets == ((0, Sheet(criteria=("one", "two", "four"))),)


def test_each_person_keeps_their_own_sheet(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    for row in (0, 1):
        choose(page, row)
        page.side.sheet.area.insertPlainText(f"area {row}")
    choose(page, 0)
    assert page.side.sheet.area.toPlainText() == "area 0"
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down, ALT)
    page.side.sheet.area.insertPlainText("Still Ana: ")
    drafts = {someone.name: someone.draft.area for someone in page.people.people()}
    assert drafts["Ana"] == "Still Ana: area 0" or drafts["Ana"] == "area 0Still Ana: "
    assert drafts["Ben"] == "area 1"


def test_arrow_keys_turn_to_the_sheet_and_back(qtbot: QtBot, page: SetUpPage) -> None:
    page.side.computer_tab.setFocus()
    qtbot.keyClick(page.side.computer_tab, Qt.Key.Key_Right)
    assert page.side.shows_sheet()
    qtbot.keyClick(page.side.sheet_tab, Qt.Key.Key_Left)
    assert not page.side.shows_sheet()


def test_help_me_choose_has_three_ways(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page)
    choose(page, 0)
    page.side.turn_to_sheet()
    assert not page.side.sheet.prompts.isVisible()
    qtbot.keyClick(page.side.sheet.help, Qt.Key.Key_Return)
    assert page.side.sheet.prompts.isVisible()
    choose(page, 1)
    assert not page.side.sheet.prompts.isVisible()


# This computer


def test_checks_are_read_out_and_their_buttons_handed_on(qtbot: QtBot, page: SetUpPage) -> None:
    page.show_checks((Check("Sound works", "good", "Play it"), Check("On battery", "warning"), Check("?", "unknown")))
    said = [line.accessibleName() for line in page.side.computer.lines]
    assert said == ["In order: Sound works", "Look at this: On battery", "Not known: ?"]
    assert page.side.computer_tab.words() == "This computer: 1 to look at"
    with qtbot.waitSignal(page.check_acted) as caught:
        qtbot.keyClick(page.side.computer.lines[0].button, Qt.Key.Key_Return)
    assert caught.args == ["Play it"]


# What is handed over


def test_wanted_holds_everything(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, until="11:30")
    choose(page, 1)
    page.side.turn_to_sheet()
    for field, text in zip((page.side.sheet.area, page.side.sheet.aim), ("Saying no", "Peace"), strict=True):
        field.insertPlainText(text)
    qtbot.keyClick(page.side.sheet.digits, Qt.Key.Key_Space)
    assert open_it(qtbot, page) == Wanted(
        plan_name="deliberate-practice-90",
        plan_text=TEXT,
        names=FIVE,
        sheets=((1, Sheet("Saying no", "Peace")),),
        hide_digits=frozenset({1}),
        starts=TEN,
        until=HALF_PAST_ELEVEN,
        way=None,
    )


@pytest.mark.parametrize(
    ("until", "way"), [(None, None), (11 * 3600, "others"), (12 * 3600, "equal"), (11 * 3600, "later")]
)
def test_what_was_saved_comes_back_as_it_was(qtbot: QtBot, page: SetUpPage, until: int | None, way: Way | None) -> None:
    sheets = ((0, FULL), (4, Sheet("Area")))
    wanted = Wanted("deliberate-practice-90", TEXT, FIVE, sheets, frozenset({2}), TEN, until, way)
    page.restore(wanted)
    with qtbot.waitSignal(page.saved) as caught:
        qtbot.keyClick(page.footer.save, Qt.Key.Key_Return)
    assert caught.args == [wanted]


def test_another_plan_starts_anew(qtbot: QtBot, page: SetUpPage) -> None:
    filled(qtbot, page, until="12:00")
    page.show_problem("The disk is full.")
    assert page.problem.isVisible()
    page.show_plan("deliberate-practice-90", TEXT, PLAN)
    assert names(page) == []
    assert page.times.until.value() == ""
    assert not page.problem.isVisible()


def test_home_is_one_key_away(qtbot: QtBot, page: SetUpPage) -> None:
    with qtbot.waitSignal(page.back_wanted):
        qtbot.keyClick(page.header.home, Qt.Key.Key_Return)


# The whole page


def test_tab_goes_through_the_page_as_it_is_read(qtbot: QtBot, page: SetUpPage) -> None:
    page.show_checks((Check("Sound works", "good", "Play it"),))
    filled(qtbot, page, until="11:30")
    choose(page, 0)
    page.header.home.setFocus()
    found = []
    here: QWidget | None = page.header.home
    while here is not None and here.accessibleName() not in found:
        found.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    assert found == [
        "‹ Home",
        *("People, in order", "Ana goes last", "Rename Ana", "Remove Ana", "Type a name, or paste a list"),
        *("Starts", "Room is ours until", "Timetable", "This computer", "Play it"),
        *("Save for later", "Open the session"),
    ]


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_the_usual_session_needs_no_scrolling(qtbot: QtBot, page: SetUpPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    filled(qtbot, page, until="11:30")
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() == 0)
    qtbot.waitUntil(lambda: page.times.rows.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_a_crowd_with_long_names_is_never_wider_than_the_page(
    qtbot: QtBot, look: Look, page: SetUpPage, scale: float, size: tuple[int, int]
) -> None:
    look.wear(look.tokens, scale)
    look.dress(page)
    page.resize(*size)
    filled(qtbot, page, tuple(f"Bartholomew Featherstonehaugh-Cholm {i}" for i in range(20)), "12:30")
    choose(page, 19)
    page.side.turn_to_sheet()
    page.show_problem("The session could not be opened: " + "long words " * 12)
    qtbot.waitUntil(lambda: page.area.widget().width() <= page.area.viewport().width())
    for part in (page.people, page.times, page.side):
        assert part.geometry().right() <= page.area.viewport().width()
        assert part.height() >= part.minimumHeight()
