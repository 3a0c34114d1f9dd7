"""The import page: an agenda is looked at, its columns are read otherwise, and a plan is made of it."""

from pathlib import Path

import openpyxl
import pytest
from plans_hands import choose, drop
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dp_facilitator import plans_desk
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.plans_desk import PlansDesk
from dp_facilitator.ui.desk.agenda_page import AgendaPage
from dp_facilitator.ui.desk.agenda_table import SORT_ROLE
from dp_facilitator.ui.desk.plans import PlansPage
from dp_facilitator.ui.desk.plans_bench import PlansBench

AGENDA = """\
Team day
Time,Activity,Who,Notes
10:00,Welcome,Ana,Tea first
10:10,Practice,Ben,
soon,Nobody timed it,Cai,
10:55,Break,,
11:10,End,,
"""
WHAT = 2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "team-day.csv"
    path.write_text(AGENDA)
    return path


@pytest.fixture
def agenda(bench: PlansBench, page: PlansPage, file: Path) -> AgendaPage:
    drop(page, file)
    return page.agenda


def lines(agenda: AgendaPage) -> list[tuple[str, ...]]:
    model = agenda.table.lines
    return [tuple(model.index(row, column).data() for column in range(4)) for row in range(model.rowCount())]


def use(agenda: AgendaPage, heading: str):
    return next(line.use for line in agenda.columns.lines() if line.use.accessibleName() == f"{heading} is read as")


def test_a_dropped_agenda_is_shown_as_it_was_read(agenda, own):
    assert agenda.isVisible()
    assert not own.exists()
    assert use(agenda, "Time").currentText() == "When it starts"
    assert use(agenda, "Who").currentText() == "Who: left out"
    assert lines(agenda)[:2] == [("3", "10:00", "Welcome", "10:00"), ("4", "10:10", "Practice", "45:00")]
    assert agenda.total() == "3 steps, 1:10:00 in all: 10:00 to 11:10. 1 row is left out."
    assert agenda.title.text() == "Team day"
    assert "ends the agenda" in agenda.columns.notes()
    assert use(agenda, "Time").hasFocus()


def test_a_row_that_is_left_out_stands_in_its_place_with_the_reason(agenda):
    row, when, what, length = lines(agenda)[2]
    assert (row, when, length) == ("5", "", "")
    assert what == (
        "soon · Nobody timed it · Cai\n▲ Left out: “soon” is not a time. Write 4, 4:30, 90s, 1h or 10:00–10:15."
    )
    model = agenda.table.lines
    assert [model.index(n, WHAT).data(SORT_ROLE) for n in range(model.rowCount())] == [0, 1, 2, 3]
    notes = model.index(0, WHAT).data(Qt.ItemDataRole.ToolTipRole)
    assert "Tea first" in notes
    heard = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heard == ["Row", "Starts", "What happens", "Time"]


def test_headings_stand_above_their_steps(bench, page, tmp_path):
    path = tmp_path / "day.csv"
    path.write_text("Section,Activity,Minutes\nMorning,Welcome,10\nMorning,Talk,20\nAfternoon,Try,30\n")
    drop(page, path)
    assert [line[WHAT] for line in lines(page.agenda)] == ["Morning", "Welcome", "Talk", "Afternoon", "Try"]
    assert lines(page.agenda)[0] == ("", "", "Morning", "30:00")


def test_it_begins_when_the_agenda_says(bench, page, tmp_path):
    path = tmp_path / "afternoon.csv"
    path.write_text("Clock;Minutes;Item\n13.00;10;Arrive & tea\n13.10;50;Story\ntotal;60;\n")
    drop(page, path)
    assert [line[1] for line in lines(page.agenda)] == ["13:00", "13:10"]
    assert page.agenda.total() == "2 steps, 1:00:00 in all: 13:00 to 14:00."


def test_another_sheet_of_the_file_is_chosen(bench, page, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active.append(["Team day", "in June"])
    book.create_sheet("Morning").append(["Hello", 5])
    book.create_sheet("Afternoon").append(["Talk", 6])
    path = tmp_path / "day.xlsx"
    book.save(path)
    drop(page, path)
    assert page.agenda.sheet.currentText() == "Morning"
    choose(page.agenda.sheet, "Afternoon")
    assert [line[2] for line in lines(page.agenda)] == ["Talk"]
    assert page.agenda.sheet.currentText() == "Afternoon"


def test_a_file_of_one_table_offers_no_sheets(agenda):
    assert not agenda.sheet.isVisible()


def test_another_column_is_what_happens(agenda):
    choose(use(agenda, "Who"), "What happens")
    assert use(agenda, "Activity").currentText() == "Notes for the coach"
    assert lines(agenda)[0][WHAT] == "Ana"


def test_without_times_nothing_can_be_made(agenda):
    choose(use(agenda, "Time"), "Left out")
    assert not agenda.make.isEnabled()
    assert agenda.said() == "▲ No column says how long a step takes. Choose one at the left."
    choose(use(agenda, "Time"), "When it starts")
    assert agenda.make.isEnabled()


def test_the_plan_is_made_and_opened(agenda, bench, own, qtbot):
    qtbot.keyClick(agenda.title, Qt.Key.Key_End)
    qtbot.keyClicks(agenda.title, " of ours")
    agenda.people.setValue(9)
    agenda.make.click()
    plan = read_plan((own / "team-day-of-ours.json").read_bytes())
    assert (plan.title, plan.people.usual, plan.total) == ("Team day of ours", 9, 4200)
    assert bench.name == "team-day-of-ours"
    assert bench.isVisible()
    assert "among your own plans" in bench.columns.message.text()
    assert next(line for line in bench.list.lines() if line.key() == bench.name).hasFocus()


def test_esc_goes_back_and_makes_nothing(agenda, bench, own, qtbot):
    qtbot.keyClick(use(agenda, "Time"), Qt.Key.Key_Escape)
    assert bench.isVisible()
    assert not own.exists()


@pytest.mark.parametrize("button", ["back", "cancel"])
def test_so_do_both_buttons(agenda, bench, own, button):
    getattr(agenda, button).click()
    assert bench.isVisible()


def test_an_agenda_is_chosen_in_the_dialog(bench, page, monkeypatch, file):
    monkeypatch.setattr(plans_desk, "choose_source", lambda _page, _folder: str(file))
    bench.list.new.verb("file").trigger()
    assert page.agenda.isVisible()


def test_what_is_no_agenda_says_why(bench, page, tmp_path):
    path = tmp_path / "slides.pdf"
    path.write_bytes(b"%PDF-1.7")
    drop(page, path)
    assert bench.isVisible()
    assert "looks like a PDF" in bench.columns.message.text()


def test_a_plan_that_cannot_be_kept_is_said(agenda, bench, own):
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("in the way")
    agenda.make.click()
    assert "cannot be made" in bench.columns.message.text()


def test_in_a_small_window_everything_is_below_each_other(agenda, page: PlansPage, desk: PlansDesk, qtbot: QtBot):
    page.resize(700, 700)
    qtbot.waitUntil(lambda: agenda.columns.geometry().bottom() < agenda._comes.geometry().top())
    page.resize(1366, 768)
    qtbot.waitUntil(lambda: agenda.columns.geometry().right() < agenda._comes.geometry().left())
