import contextlib
import datetime
import io
import json
import time

import openpyxl
import pytest

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.imports import spans
from dp_facilitator.store.imports.agenda import as_plan, read_agenda
from dp_facilitator.store.imports.tables import LIMIT, MOST_ROWS
from dp_facilitator.store.imports.workbook import sheets_of
from dp_facilitator.store.zipped import unzipped, zipped


@pytest.fixture
def read(tmp_path):
    """Reads an agenda from text, bytes, or rows of a workbook."""

    def reading(content, name="agenda.csv"):
        path = tmp_path / name
        if isinstance(content, str):
            content = content.encode()
        path.write_bytes(content if isinstance(content, bytes) else workbook(content))
        return read_agenda(path)

    return reading


def workbook(rows, formats=None, before=()):
    book = openpyxl.Workbook()
    for title in before:
        book.active.title = title
        book.create_sheet("Agenda")
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def told(agenda):
    return [(row.section, row.title, row.seconds) for row in agenda.rows]


def steps(agenda):
    return [(row.title, row.seconds) for row in agenda.rows]


def meanings(agenda):
    return {column.heading: column.meaning for column in agenda.columns}


def refusal(read, text):
    with pytest.raises(Refused) as refused:
        read(text)
    return str(refused.value).splitlines()


# Lengths and times of the day


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        *(("4", 240), ("4:30", 270), ("90s", 90), ("1h", 3600), ("1h 30m", 5400), ("10 min", 600), ("5 minutes", 300)),
        *(("1h30", 5400), ("7.5", 450), ("7,5 min", 450), ("1.5 hours", 5400), ("10’", 600), ("about 5 min.", 300)),
        *(
            ("ca. 20", 1200),
            ("2 hrs", 7200),
            ("1:30:00", 5400),
            ("soon", None),
            ("", None),
            ("-5", None),
            ("4:75", None),
        ),
    ],
)
def test_lengths_as_people_type_them(typed, seconds):
    assert spans.length(typed) == seconds


def test_bare_numbers_count_in_the_unit_of_the_heading():
    assert spans.length("90", "seconds") == 90
    assert spans.length("1,5", "hours") == 5400
    assert spans.length("15 min", "hours") == 900


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        *(("10:00", "10:00"), ("9.30", "9:30"), ("14h15", "14:15"), ("2pm", "14:00"), ("12:05 am", "0:05")),
        *(("12.30 p.m.", "12:30"), ("10:00:30", "10:00"), ("13pm", None), ("9", None), ("24:00", None), ("9:61", None)),
    ],
)
def test_times_of_the_day(typed, clock):
    found = spans.time_of_day(typed)
    assert (None if found is None else f"{found // 3600}:{found // 60 % 60:02}") == clock


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        *(("10:00–10:15", 15), ("10.00 - 10.15", 15), ("9-9.30am", 30), ("11-12.30pm", 90), ("9am to 10am", 60)),
        *(("12:45–1:15", 30), ("23:30 until 0:15", 45), ("2:00-2:00", 0)),
        *(("9-10", None), ("10:00", None), ("10:00–soon", None), ("soon–10:00", None), ("13-1pm", None)),
    ],
)
def test_spans(typed, minutes):
    found = spans.span(typed)
    assert (None if found is None else spans.between(*found) // 60) == minutes


# Tables


def test_commas_and_typed_times(read):
    agenda = read("Activity,Minutes\nWelcome,5\nPractise,4:30\n\nFeedback,90s\nClose,1h\n")
    assert steps(agenda) == [("Welcome", 300), ("Practise", 270), ("Feedback", 90), ("Close", 3600)]
    assert [row.row for row in agenda.rows] == [2, 3, 5, 6]
    assert agenda.title == "agenda"
    assert agenda.total_s == 4260
    assert agenda.columns[1].examples == (("5", "5:00"), ("4:30", "4:30"), ("90s", "1:30"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_ending(read, delimiter, ending):
    lines = ("What{}Minutes", 'Welcome, all{}"10"', '"Say ""why"""{}5')
    if delimiter == ",":
        lines = ("What{}Minutes", '"Welcome, all"{}"10"', '"Say ""why"""{}5')
    agenda = read(ending.join(line.format(delimiter) for line in lines))
    assert steps(agenda) == [("Welcome, all", 600), ('Say "why"', 300)]


def test_what_excel_saves(read):
    assert steps(read("sep=;\r\nWhat;Minutes\r\nCafé;5\r\n")) == [("Café", 300)]
    assert steps(read("\ufeffWhat;Minutes\r\nCafé;5\r\n")) == [("Café", 300)]
    assert steps(read("What\tMinutes\r\nCafé\t5\r\n".encode("utf-16"))) == [("Café", 300)]
    old = read("What;Minutes\r\nCafé – two;5\r\n".encode("cp1252"))
    assert steps(old) == [("Café – two", 300)]
    assert old.notes[0].startswith("It is not UTF-8")


def test_spans_and_people(read):
    agenda = read("Time;Item;Who\n10:00–10:15;Welcome;Ana\n10:15-10:30;Input;Ben\n10:45 – 11:00;Coffee;\n")
    assert steps(agenda) == [("Welcome", 900), ("Input", 900), ("Coffee", 900)]
    assert meanings(agenda) == {
        "Time": "when it starts and ends",
        "Item": "what happens",
        "Who": "left out: a plan holds no names",
    }
    assert agenda.notes == (
        "Its columns are apart by semicolons.",
        "Between rows 3 and 4, 15:00 are not accounted for.",
    )
    assert "Ana" not in as_plan(agenda).decode()


@pytest.mark.parametrize(
    "heading",
    [
        *("Facil.", "Facilitator", "Lead", "Led by", "Presenter", "Speaker(s)", "Chair", "Host", "Owner", "Initials"),
        *("Name", "Notes (speaker)", "Leitung", "Wer", "X", "With", ""),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_names_of_people_never_come_into_a_plan(read, heading, first):
    rows = [("10:00", "Welcome", "Ana"), ("10:10", "Practice", "Ben"), ("", "", "Dee"), ("10:40", "Talk", "Ana")]
    table = [("Time", "Activity", heading), *rows, ("11:00", "End", "")]
    order = (0, 2, 1) if first else (0, 1, 2)
    agenda = read("\n".join(",".join(row[at] for at in order) for row in table))
    text = as_plan(agenda).decode()
    assert not [name for name in ("Ana", "Ben", "Dee") if name in text]
    assert steps(agenda) == [("Welcome", 600), ("Practice", 1800), ("Talk", 1200)]
    assert meanings(agenda)[heading or "Column C" if not first or heading else "Column B"].startswith("left out")


def test_what_happens_is_rather_a_column_with_different_words_than_one_with_names(read):
    agenda = read("Leitung,Min.,Programm,Start\nAna,5,Ankommen,\nBen,10,Runde,\nAna,5,Schluss,\n")
    assert steps(agenda) == [("Ankommen", 300), ("Runde", 600), ("Schluss", 300)]
    assert "Ben" not in as_plan(agenda).decode()


def test_only_what_says_that_it_is_notes_is_notes(read):
    agenda = read("What,Minutes,Remarks,Things,What we ask people\nHello,5,softly,urn,Why?\n")
    assert (agenda.rows[0].coach, agenda.rows[0].prompt) == (("softly",), "Why?")


@pytest.mark.parametrize(
    ("row", "words"), [("total;60;", "total"), (";60;Grand total:", "Grand total:"), ("Sum;;", "Sum")]
)
def test_a_row_that_adds_up_is_no_step_wherever_it_says_so(read, row, words):
    agenda = read(f"Clock;Minutes;Item\n13.00;10;Hello\n13.10;50;Talk\n{row}\n")
    assert steps(agenda) == [("Hello", 600), ("Talk", 3000)]
    assert f"Row 4, “{words}”, is left out." in agenda.notes
    middle = read("Item;Minutes\nA;10\nSubtotal;10\nB;5\nSum up the day;5\n")
    assert steps(middle) == [("A", 600), ("B", 300), ("Sum up the day", 300)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *(("Break", "break"), ("Tea & coffee", "break"), ("Short comfort break (10 min)", "break"), ("Lunch", "break")),
        *(("Arrive & tea", "talk"), ("Break-out groups", "talk"), ("Break the ice", "talk"), ("Working lunch", "talk")),
    ],
)
def test_a_break_is_what_is_called_so_and_nothing_else(read, title, kind):
    plan = read_plan(as_plan(read(f"What,Minutes\n{title},10\n")))
    assert plan.segments[0].phases[0].kind == kind


def test_starts_and_a_row_that_ends_it(read):
    agenda = read("Team day\n\nStart,What,Notes\n9.00,Welcome,chairs\n9.30,Input,\n10,Tea,\n10.30,End,\n")
    assert agenda.title == "Team day"
    assert steps(agenda) == [("Welcome", 1800), ("Input", 1800), ("Tea", 1800)]
    assert agenda.rows[0].coach == ("chairs",)
    assert agenda.notes[-1] == "Row 7, “End”, ends the agenda."


def test_start_end_and_length_that_disagree(read):
    agenda = read("Start,End,What,Minutes\n10:00,10:10,A,10\n10:10,10:30,B,15\n10:20,10:50,C,30\n11:00,,D,5\n")
    assert steps(agenda) == [("A", 600), ("B", 900), ("C", 1800), ("D", 300)]
    assert agenda.notes[1:] == (
        "Row 3 says 15:00, but its start and end are 20:00 apart: the first was taken.",
        "Row 4 begins before row 3 ends; both were taken one after the other.",
        "Between rows 4 and 5, 10:00 are not accounted for.",
    )


def test_headings_as_rows_and_a_total(read):
    agenda = read("Welcome,10\nRound 1,\nPractise,4\nFeedback,6\nRound 2,-\nPractise,4\nTotal,30\n")
    assert told(agenda) == [
        ("", "Welcome", 600),
        ("Round 1", "Practise", 240),
        ("Round 1", "Feedback", 360),
        ("Round 2", "Practise", 240),
    ]
    assert agenda.notes[-1] == "Row 7 says 30:00 in all; the rows add up to 24:00, which was taken."
    assert read("A,10\nTotal,10\n").notes == (
        "Its columns are apart by commas.",
        "Row 2, “Total”, is left out.",
    )
    assert meanings(agenda) == {"Column A": "what happens", "Column B": "how long it takes"}


def test_headings_as_a_column(read):
    agenda = read("Part,Step,Duration (min),Question,Materials\nOpening,Hello,7.5,Why?,\n,Rules,2,,\nMain,,5,,pens\n")
    assert told(agenda) == [("Opening", "Hello", 450), ("Opening", "Rules", 120), ("Main", "Main", 300)]
    assert agenda.rows[0].prompt == "Why?"
    assert meanings(agenda)["Materials"] == "left out"


def test_columns_without_headings(read):
    agenda = read("1,Intro,10 mins,softly\n2,Middle,1h30,\n3,Last,5,\n")
    assert steps(agenda) == [("Intro", 600), ("Middle", 5400), ("Last", 300)]
    assert meanings(agenda) == {
        "Column A": "left out",
        "Column B": "what happens",
        "Column C": "how long it takes",
        "Column D": "left out",
    }
    clock = read("9:00,Welcome\n9:15,Input\n10:00,Finish\n")
    assert steps(clock) == [("Welcome", 900), ("Input", 2700)]


def test_several_columns_of_a_kind_and_none_of_words(read):
    agenda = read("Time,Duration,Activity,Topic,Extra\n10:00–10:05,5,A,x,\n10:05–10:10,5,B,y,\n")
    assert steps(agenda) == [("A", 300), ("B", 300)]
    assert agenda.rows[0].coach == ()
    assert (meanings(agenda)["Topic"], meanings(agenda)["Extra"]) == ("left out", "empty")
    assert steps(read("Minutes,Seconds\n5,6\n")) == [("Untitled", 300)]
    assert steps(read("Notes,Minutes\nTalk,6\n")) == [("Talk", 360)]


def test_a_time_column_of_lengths_or_of_starts(read):
    assert steps(read("What,Time\nA,10:00\nB,4:00\n")) == [("A", 600), ("B", 240)]
    assert steps(read("What,Time\nA,5:00\nB,10:00\n")) == [("A", 300), ("B", 600)]
    assert steps(read("What,Time\nA,10:00\nB,10:20\nEnd,11:00\n")) == [("A", 1200), ("B", 2400)]
    assert steps(read("What,Starts\nA,9\nB,10\nEnd,11\n")) == [("A", 3600), ("B", 3600)]


def test_units_of_the_heading(read):
    assert steps(read("What,Seconds\nA,90\n")) == [("A", 90)]
    assert steps(read('What,Length (hours)\nA,"1,5"\n')) == [("A", 5400)]
    assert meanings(read("#,What,Minutes\n7,A,5\n"))["#"] == "left out"


def test_hours_and_minutes_as_a_spreadsheet_shows_them(read):
    agenda = read("What,Length\nA,0:10\nB,0:45\nC,1:00\n")
    assert [seconds for _, seconds in steps(agenda)] == [600, 2700, 3600]
    assert agenda.notes[-1] == "Times such as 0:10 were read as hours and minutes: 10 minutes."
    assert agenda.columns[1].examples[0] == ("0:10", "10:00")
    assert steps(read("What,Length\nA,0:30\nB,4:00\nC,6:00\n"))[0] == ("A", 30)
    assert steps(read("What,Length\nA,0:30\nB,4\n"))[0] == ("A", 30)
    # Among plain minutes nobody means four seconds.
    assert steps(read("What,Length\nA,0:04\nB,4\nC,4 min\n")) == [("A", 240), ("B", 240), ("C", 240)]
    assert steps(read("What,Length\nA,0:04\nB,1:00\nC,5\n"))[0] == ("A", 4)


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(read, code):
    assert steps(read("What,Minutes\nCafé,5\n".encode(code))) == [("Café", 300)]


@pytest.mark.parametrize(
    "heading", ["Task,Allotted", "Thing,Minutes", "Activity,How long", "Item,Dur.", "Wat,Time (min)", "Topic,HOW LONG?"]
)
def test_headings_are_spelt_in_many_ways(read, heading):
    assert steps(read(f"{heading}\nWelcome,5\nTalk,7\n")) == [("Welcome", 300), ("Talk", 420)]


def test_columns_in_which_nothing_stands_are_not_there(read):
    assert list(meanings(read("What,Minutes,,\nA,5,,\n"))) == ["What", "Minutes"]


def test_long_headings_are_no_headings(read):
    text = "What we would like to do with our time today\nActivity,Minutes\nA,5\n"
    assert read(text).title == "What we would like to do with our time today"


# What has to be mended


def test_every_bad_row_is_named_with_a_way_to_mend_it(read):
    assert refusal(read, "What,Minutes\nA,xx\nB,0\nC,5\nD,900\nLunch,\n") == [
        "agenda.csv, row 2: “xx” is not a time. Write 4, 4:30, 90s, 1h or 10:00–10:15.",
        "agenda.csv, row 3: takes no time. Write how long it takes, or remove the row.",
        "agenda.csv, row 5: is longer than twelve hours. Look whether minutes were meant.",
        "agenda.csv, row 6: “Lunch” has no time, and nothing is under it. Give it a time.",
    ]
    assert refusal(read, "Start,End,What\n10:15,10:00,A\n10:15,10:15,B\n10:20,,C\n") == [
        "agenda.csv, row 2: ends before it begins. Correct one of its times.",
        "agenda.csv, row 3: takes no time. Write how long it takes, or remove the row.",
        "agenda.csv, row 4: has no end. Add when it ends, or a last row “End” with the time.",
    ]


def test_two_headings_in_a_row(read):
    lines = refusal(read, "A,\nB,\nC,5\nD,5\nE,5\n")
    assert lines == ["agenda.csv, row 1: “A” has no time, and nothing is under it. Give it a time."]


def test_only_the_first_mistakes_are_told(read):
    lines = refusal(read, "What,Minutes\n" + "A,0\n" * 50)
    assert len(lines) == 21
    assert lines[-1] == "agenda.csv: 30 more rows cannot be read. Mend those above first."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        (" \n,,\n", "is empty"),
        ("What,Minutes\n", "has no column with times in it"),
        ("Dear all,\nplease come.\n", "has no column with times in it"),
        ("What,Minutes\nTotal,5\n", "has no rows with a time"),
        ("a,b\0c\n", "is not text"),
        (b"\x00\x01\x02\xff" * 100, "is not text"),
        (bytes(range(256)) * 40, "is not text"),
        (b"%PDF-1.7", "is no table; it looks like a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is no table; it looks like an old Excel file (.xls)"),
        (b"\x89PNG\r\n", "is no table; it looks like a picture"),
        ('{"format": 1}', "is no table; it looks like JSON"),
        (b"PK\x03\x04rubbish", "is damaged and cannot be unpacked"),
        (zipped({"word/document.xml": b"<x/>"}), "is no table; it looks like a Word file"),
        (zipped({"a.txt": b"x"}), "is no table; it looks like a zip file"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "is damaged inside"),
        ('What,Minutes\n"' + "x" * 200_000 + '",5\n', "is not a table that can be read"),
        ("What,Minutes\n" + "x" * 5_000 + ",5\n", "row 2: has a cell that is too long"),
        ("a" + ",5" * 60, "row 1: has more than 50 columns"),
        ("A,5\n" * (MOST_ROWS + 1), f"has more than {MOST_ROWS:,} rows"),
        ("x" * (LIMIT + 1), "is larger than 5 MB"),
        ("What,Hours\nA,7\nB,7\n", "adds up to 14:00:00, more than twelve hours"),
    ],
)
def test_files_that_cannot_be_read(read, content, said):
    with pytest.raises(StoreError) as error:
        read(content)
    assert said in str(error.value)
    assert error.value.file == "agenda.csv"
    assert error.value.mend


@pytest.mark.parametrize("line", ["a\n", "\n", "\r"])
def test_a_million_lines_are_refused_at_once(read, line):
    began = time.perf_counter()
    with pytest.raises(StoreError, match="rows"):
        read(line * 1_000_000)
    assert time.perf_counter() - began < 1


def test_formulas_are_words(read):
    agenda = read('=HYPERLINK("http://x";"y")\t5\n=cmd|\'/C calc\'!A0\t6\n')
    assert [row.title for row in agenda.rows] == ['=HYPERLINK("http://x";"y")', "=cmd|'/C calc'!A0"]


# Workbooks


def test_a_workbook(read):
    rows = [
        ["Away day"],
        [],
        ["What", "Length", "Notes"],
        ["Welcome", datetime.time(0, 10), 7],
        ["Input", datetime.timedelta(minutes=45), 2.5],
        ["Talk", datetime.time(1, 0), datetime.datetime(2026, 1, 1)],
    ]
    agenda = read(rows, "agenda.xlsx")
    assert agenda.title == "Away day"
    assert steps(agenda) == [("Welcome", 600), ("Input", 2700), ("Talk", 3600)]
    assert [row.row for row in agenda.rows] == [4, 5, 6]
    assert [row.coach for row in agenda.rows] == [("7",), ("2.5",), ("2026-01-01",)]


def test_times_are_read_as_a_spreadsheet_shows_them(read):
    rows = [["What", "Length"], ["A", datetime.time(4, 30)], ["B", datetime.time(6, 0)], ["C", datetime.time(0, 1, 30)]]
    content = workbook(rows, {"B2": "h:mm", "B3": "h:mm"})
    assert steps(read(content, "a.xlsx")) == [("A", 270), ("B", 360), ("C", 90)]


def test_numbers_and_starts_in_a_workbook(read):
    rows = [
        ["Start", "What", "End"],
        [datetime.time(9, 0), "A", datetime.datetime(2026, 1, 1, 9, 30)],
        ["9:30", "B", "10pm"],
    ]
    rows[2][2] = datetime.time(10, 0)
    assert steps(read(workbook(rows), "a.xlsx")) == [("A", 1800), ("B", 1800)]
    assert steps(read(workbook([["What", "Minutes"], ["A", 5.0], ["B", 2.5]]), "a.xlsx")) == [("A", 300), ("B", 150)]


def test_whole_numbers_with_a_point(read):
    members = unzipped(workbook([["What", "Minutes"], ["A", 5]]), "x")
    sheet = members["xl/worksheets/sheet1.xml"]
    members["xl/worksheets/sheet1.xml"] = sheet.replace(b"<v>5</v>", b"<v>5.0</v>")
    assert read(zipped(members), "a.xlsx").columns[1].examples == (("5", "5:00"),)


def test_the_first_sheet_with_anything_in_it(read):
    content = workbook([["What", "Minutes"], ["A", 5]], before=["Cover"])
    agenda = read(content, "agenda.xlsx")
    assert agenda.notes == ("Only the sheet “Agenda” was read, not Cover.",)
    assert steps(agenda) == [("A", 300)]
    with pytest.raises(StoreError, match="is empty"):
        read(workbook([]), "agenda.xlsx")


def sheets(active=0, **every):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in every.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.active = active
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


HEAD = ["What", "Minutes"]
BUDGET = [["Item", "Cost"], ["Room", "three hundred"]]


def test_the_sheet_with_an_agenda_is_read_the_open_one_first(read):
    content = sheets(Budget=BUDGET, Morning=[HEAD, ["A", 5]], Afternoon=[HEAD, ["B", 6]])
    agenda = read(content, "agenda.xlsx")
    assert steps(agenda) == [("A", 300)]
    assert agenda.notes == ("Only the sheet “Morning” was read, not Budget, Afternoon.",)
    opened = sheets(2, Budget=BUDGET, Morning=[HEAD, ["A", 5]], Afternoon=[HEAD, ["B", 6]])
    assert steps(read(opened, "agenda.xlsx")) == [("B", 360)]


def test_a_sheet_is_chosen_by_its_name(read, tmp_path):
    read(sheets(Morning=[HEAD, ["A", 5]], Afternoon=[HEAD, ["B", 6]]), "agenda.xlsx")
    assert steps(read_agenda(tmp_path / "agenda.xlsx", " afternoon ")) == [("B", 360)]
    with pytest.raises(StoreError, match=r"has no sheet “Evening” with .* It has “Morning”, “Afternoon”\."):
        read_agenda(tmp_path / "agenda.xlsx", "Evening")
    read("What,Minutes\nA,5\n")
    with pytest.raises(StoreError, match="Leave --sheet out"):
        read_agenda(tmp_path / "agenda.csv", "")


def test_a_sheet_that_cannot_be_taken_stands_in_no_others_way(read):
    long = [["x"]] * (MOST_ROWS + 1)
    assert steps(read(sheets(List=long, Day=[HEAD, ["A", 5]], Empty=[]), "agenda.xlsx")) == [("A", 300)]
    with pytest.raises(StoreError, match="has more than 2,000 rows"):
        read(sheets(Empty=[], List=long), "agenda.xlsx")
    with pytest.raises(StoreError, match="has no column with times"):
        read(sheets(Empty=[], Budget=BUDGET), "agenda.xlsx")


def test_formulas_in_a_workbook_are_never_worked_out(read):
    content = workbook([["What", "Minutes"], ["A", 5], ['=WEBSERVICE("http://x")', 6], ["B", "=B2*2"]])
    with pytest.raises(Refused) as refused:
        read(content, "agenda.xlsx")
    assert "row 4: “B” has no time" in str(refused.value)


def test_workbooks_that_are_too_long(read):
    rows = [["What", "Minutes"], *[["A", 1]] * (MOST_ROWS + 5)]
    with pytest.raises(StoreError, match="has more than 2,000 rows"):
        read(rows, "agenda.xlsx")


def test_a_workbook_with_a_million_empty_rows(read):
    book = openpyxl.Workbook()
    book.active.append(["A", 5])
    book.active.cell(1_048_576, 1, "far below")
    packed = io.BytesIO()
    book.save(packed)
    assert steps(read(packed.getvalue(), "agenda.xlsx")) == [("A", 300)]


def test_damage_in_a_workbook_is_an_error_or_an_agenda(read):
    whole = workbook([["What", "Minutes"], ["A", 5]])
    members = unzipped(whole, "x")
    for name in members:
        broken = zipped({**members, name: members[name][: len(members[name]) // 2]})
        with contextlib.suppress(StoreError):
            assert steps(read(broken, "agenda.xlsx")) == [("A", 300)]
    for size in range(0, len(whole), 301):
        with pytest.raises(StoreError):
            read(whole[:size], "agenda.xlsx")


def test_entities_in_a_workbook(read):
    members = unzipped(workbook([["A", 5]]), "x")
    members["xl/workbook.xml"] = b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + members["xl/workbook.xml"]
    with pytest.raises(StoreError, match="has XML in it"):
        read(zipped(members), "agenda.xlsx")


def test_a_duration_of_days_is_shown_as_hours():
    (rows,) = sheets_of(workbook([[datetime.timedelta(days=3, hours=18)]]), "x", 10).values()
    assert rows[0][0] == "90:00:00"


# Plans


def test_a_plan_of_an_agenda(read):
    head = "Away day\nPart,What,Minutes,Question,Notes\n"
    text = "1. Opening,Hello,5,Why?,softly\n,Lunch break,45,,\nMain,Hello,10,,\n"
    plan = read_plan(as_plan(read(head + text), people=12))
    assert (plan.title, plan.total, plan.people.usual) == ("Away day", 3600, 12)
    assert [(s.id, s.title, [p.id for p in s.phases]) for s in plan.segments] == [
        ("step-1-opening", "1. Opening", ["hello", "lunch-break"]),
        ("main", "Main", ["hello"]),
    ]
    first, lunch = plan.segments[0].phases
    assert (first.prompt, first.coach) == ("Why?", ("softly",))
    assert lunch.kind == "break"


def test_what_does_not_fit_into_a_plan_goes_to_the_coach(read):
    long = "word " * 40
    head = f"What,Minutes,Question,Notes\n{long},5,{long * 2},{'n' * 1300}\n"
    text = "{leader} talks,5,What {is}?,\n漢字,5,,\n漢字,5,,\n"
    plan = read_plan(as_plan(read(head + text), title="T" * 100))
    assert plan.title == "T" * 79 + "…"
    first, second, third, fourth = plan.segments[0].phases
    assert len(first.title) <= 80
    assert first.title.endswith(" word…")
    assert first.prompt is None
    assert first.coach == (long.strip(), (long * 2).strip(), "n" * 1200, "n" * 100)
    assert (second.title, second.headline, second.prompt) == ("{leader} talks", "Next step", None)
    assert (third.id, fourth.id) == ("step", "step-2")


def test_a_plan_has_room_for_sixty(read):
    agenda = read("What,Minutes\n" + "A,1\n" * 61)
    with pytest.raises(Refused, match="is more than 60 headings or steps in a row"):
        as_plan(agenda)
    many = read("Part,What,Minutes\n" + "".join(f"P{n},A,1\n" for n in range(61)))
    with pytest.raises(Refused):
        as_plan(many)
    assert read_plan(as_plan(read("What,Minutes\n" + "A,1\n" * 60)))


def test_a_plan_of_two_people_or_of_many(read):
    agenda = read("A,5\n")
    for people, bounds in ((1, (1, 20)), (2, (2, 20)), (40, (2, 40))):
        tree = json.loads(as_plan(agenda, people=people))
        assert (tree["people"]["least"], tree["people"]["most"]) == bounds
        assert read_plan(as_plan(agenda, people=people))
