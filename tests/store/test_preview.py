"""An agenda before it becomes a plan: columns read otherwise, rows left out, and what keeps it from being one."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.imports.preview import LeftOut, Preview

AGENDA = """\
Team day
Time,Activity,Who,Notes
10:00,Welcome,Ana,Tea first
10:10,Practice,Ben,
soon,Nobody timed it,Cai,
10:55,Break,,
11:10,End,,
"""


@pytest.fixture
def preview(tmp_path: Path):
    def look(text: str = AGENDA) -> Preview:
        path = tmp_path / "team-day.csv"
        path.write_text(text)
        return Preview.of(path)

    return look


def uses(preview: Preview) -> list[str]:
    return [column.use for column in preview.columns]


def test_it_says_how_each_column_was_read_with_examples(preview):
    columns = preview().agenda.columns
    assert [(c.at, c.heading, c.use) for c in columns] == [
        (0, "Time", "starts"),
        (1, "Activity", "title"),
        (2, "Who", "names"),
        (3, "Notes", "coach"),
    ]
    assert columns[1].examples[0] == ("Welcome", "")


def test_a_row_that_cannot_be_read_is_left_out_and_says_why(preview):
    seen = preview()
    assert seen.left_out == (
        LeftOut(5, "soon · Nobody timed it · Cai", "“soon” is not a time.", "Write 4, 4:30, 90s, 1h or 10:00–10:15."),
    )
    assert [(row.title, row.seconds) for row in seen.agenda.rows] == [
        ("Welcome", 600),
        ("Practice", 2700),
        ("Break", 900),
    ]
    assert seen.problem == ""


def test_what_can_be_read_becomes_a_plan(preview):
    plan = read_plan(preview().plan())
    assert (plan.title, plan.total, plan.people.usual) == ("Team day", 4200, 6)
    assert plan.segments[0].phases[0].coach == ("Tea first",)


def test_a_column_is_read_as_something_else(preview):
    seen = preview().read_as(2, "title")
    assert uses(seen) == ["starts", "coach", "title", "coach"]
    assert seen.agenda.rows[0].title == "Ana"
    assert uses(seen.read_as(3, "starts")) == ["nothing", "coach", "title", "starts"]
    assert uses(seen.read_as(0, "coach")) == ["coach", "coach", "title", "coach"]


def test_without_times_there_is_no_plan_and_no_row_is_blamed(preview):
    seen = preview().read_as(0, "nothing")
    assert seen.problem == "No column says how long a step takes. Choose one at the left."
    assert (seen.agenda.rows, seen.left_out) == ((), ())


def test_without_what_happens_there_is_no_plan(preview):
    assert preview().read_as(1, "nothing").problem == "No column says what happens. Choose one at the left."


def test_where_nothing_can_be_read_it_says_so(preview):
    seen = preview("Minutes,Activity\nsoon,Talk\nlater,Tea\n")
    assert seen.problem == "No row can be read like this. Look at what the columns are read as."
    assert [gone.row for gone in seen.left_out] == [2, 3]


def test_more_than_twelve_hours_are_refused(preview):
    seen = preview("Minutes,Activity\n400,Talk\n400,More\n")
    assert seen.problem == "It adds up to 13:20:00, more than twelve hours. Take one session at a time."


def test_more_steps_than_a_plan_holds_are_refused(preview):
    seen = preview("Minutes,Activity\n" + "".join(f"1,Step {n}\n" for n in range(61)))
    assert "more than 60 headings or steps" in seen.problem
    with pytest.raises(Refused):
        seen.plan()


def test_another_sheet_is_looked_at(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active.append(["Team day", "in June"])
    book.create_sheet("Morning").append(["Hello", 5])
    book.create_sheet("Afternoon").append(["Talk", 6])
    book.save(tmp_path / "day.xlsx")
    seen = replace(Preview.of(tmp_path / "day.xlsx"), people=9)
    assert (seen.table.sheet, seen.sheets) == ("Morning", ("Cover", "Morning", "Afternoon"))
    other = seen.in_sheet("Afternoon")
    assert [(row.title, row.seconds) for row in other.agenda.rows] == [("Talk", 360)]
    assert other.people == 9
    assert seen.in_sheet("Nowhere") is seen


def test_where_there_is_no_choice_of_sheets_none_is_offered(preview):
    assert preview().sheets == ()


def test_what_is_no_table_is_refused(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(StoreError, match="looks like a PDF"):
        Preview.of(path)
