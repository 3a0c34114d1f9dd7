import json

import openpyxl
import pytest
from sample_session import PLAN

from dp_facilitator.__main__ import main

NAME = "deliberate-practice-90"


def times(capsys, *argv):
    assert main(["timetable", NAME, *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_good_plans_are_praised(capsys):
    assert main(["check", NAME, str(PLAN)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{NAME}: no mistakes. Deliberate practice, led by leaders, 1:30:00 with 5 people."
    assert len(lines) == 2


def test_every_bad_plan_is_told(tmp_path, capsys):
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": 1, "titel": "x"}')
    assert main(["check", str(bad), str(tmp_path), NAME, "nope"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(NAME)
    lines = told.err.splitlines()
    assert f'{bad}, titel: is not something that a plan has. Did you mean "title"?' in lines
    assert lines[-2].startswith(f"{tmp_path}: is not a file")
    assert lines[-1].startswith("nope: there is no plan")


def test_the_schema_is_printed_or_written(tmp_path, capsys):
    assert main(["schema"]) == 0
    text = capsys.readouterr().out
    assert main(["schema", "--out", str(tmp_path / "s.json")]) == 0
    assert (tmp_path / "s.json").read_text("utf-8") == text
    assert main(["schema", "--out", str(tmp_path / "none" / "s.json")]) == 1
    assert "there is no folder" in capsys.readouterr().err


def test_plans_are_listed(home, capsys):
    plans = home / "data" / "plans"
    plans.mkdir(parents=True)
    (plans / "bad.json").write_text("{")
    assert main(["plans"]) == 0
    text = capsys.readouterr().out
    line = next(line for line in text.splitlines() if line.startswith("deliberate-practice-90 "))
    assert line.split(maxsplit=3)[1:] == ["1:30:00", "5", "Deliberate practice, led by leaders"]
    assert "bad.json, line 1" in text
    assert main(["plans", "--json"]) == 0
    tree = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert tree[NAME] == {
        "name": NAME,
        "title": "Deliberate practice, led by leaders",
        "total_s": 5400,
        "people": 5,
        "problem": None,
    }
    assert tree["bad"]["total_s"] is None
    assert "is not JSON" in tree["bad"]["problem"]


def test_six_people_without_an_end(capsys):
    tree = times(capsys, "--people", "6", "--start", "10:00")
    assert list(tree) == ["plan", "people", "starts", "ends", "total_s", "steps"]
    assert (tree["plan"], tree["people"][5]) == ("Deliberate practice, led by leaders", "Leader F")
    assert (tree["starts"], tree["ends"], tree["total_s"]) == ("10:00:00", "11:45:00", 6300)
    assert tree["steps"][0] == {
        "n": 1,
        "segment": "Warm-up",
        "round": None,
        "leader": None,
        "timekeeper": None,
        "phase": "Warm-up",
        "planned_s": 420,
        "starts": "10:00:00",
        "ends": "10:07:00",
    }
    assert tree["steps"][5] == {
        "n": 6,
        "segment": "Round",
        "round": 2,
        "leader": "Leader B",
        "timekeeper": "Leader A",
        "phase": "Set-up",
        "planned_s": 60,
        "starts": "10:22:00",
        "ends": "10:23:00",
    }
    assert len(tree["steps"]) == 26


def test_six_people_to_half_past_eleven(capsys):
    tree = times(capsys, "--people", "6", "--start", "10:00", "--end", "11:30")
    assert [step["planned_s"] for step in tree["steps"][1:5]] == [60, 200, 290, 200]
    assert tree["ends"] == "11:30:00"


def test_seven_cannot(capsys):
    assert main(["timetable", NAME, "--people", "7", "--start", "10:00", "--end", "11:30"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    words = "3:45 cannot be found: finish at 11:33:45, or run two parallel groups. "
    assert told.err == f"{words}Or let what is outside the rounds give first.\n"


def test_over_midnight(capsys):
    tree = times(capsys, "--people", "5", "--start", "23:00:30", "--end", "00:30:30")
    assert (tree["starts"], tree["ends"]) == ("23:00:30", "00:30:30")
    assert tree["total_s"] == 5400


def test_names(capsys):
    tree = times(capsys, "--names", "Ana, Ben;x,  Cai ", "--start", "9:05")
    assert tree["people"] == ["Ana", "Ben;x", "Cai"]
    assert tree["starts"] == "09:05:00"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--names", "Ana,,Ana "], ["--names, name 2: is empty.", "--names, name 3: “Ana” is there already"]),
        (["--names", ""], ["--names, name 1: is empty."]),
        (["--names", "Ana"], ["people: This plan needs at least 2 people"]),
        (["--people", "0"], ["people: There is nobody in the session yet."]),
        (["--people", "999999999"], ["names: there are 61."]),
    ],
)
def test_people_that_cannot_be_taken(capsys, argv, said):
    assert main(["timetable", NAME, *argv, "--start", "10:00"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == len(said)
    assert all(line.startswith(words) for line, words in zip(lines, said, strict=True))


def test_a_timetable_for_people(capsys):
    assert main(["timetable", NAME, "--names", "Ana,漢字", "--start", "10:00"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Deliberate practice, led by leaders", "2 people, 45:00 in all"]
    assert lines[3:6] == [
        "Starts  Time           Leader  Phase           Timekeeper",
        "10:00   7:00  Warm-up          Warm-up",
        "10:07   1:00  Round 1  Ana     Set-up          漢字",
    ]
    assert lines[-2:] == ["Ends at 10:45.", "All times are as planned."]


def test_a_fitted_timetable_shows_seconds_and_what_changed(capsys):
    assert main(["timetable", NAME, "--people", "6", "--start", "10:00", "--end", "11:30"]) == 0
    text = capsys.readouterr().out
    assert "10:08:00  3:20  Round 1" in text
    assert text.endswith(
        "Ends at 11:30:00.\nFitted: Practise 4:00 → 3:20, Feedback 6:00 → 4:50 and Practise again 4:00 → 3:20.\n"
    )


PLACES = [
    ("schema", "--out"),
    ("print", NAME, "--out"),
    ("import", "agenda.csv", "--out"),
]


@pytest.mark.parametrize("argv", PLACES, ids=[argv[0] for argv in PLACES])
def test_a_place_where_no_file_can_be_is_refused_before_any_work(tmp_path, monkeypatch, capsys, argv):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "agenda.csv").write_text("What,Minutes\nWelcome,5\n")
    ending = {"schema": "json", "print": "pdf", "import": "json"}[argv[0]]
    (tmp_path / f"folder.{ending}").mkdir()
    for out, said in (
        (f"folder.{ending}", f"--out folder.{ending}: cannot be written: it is a folder. Name a file in it."),
        (
            f"none/x.{ending}",
            f"--out none/x.{ending}: cannot be written: there is no folder “none”. Make it, or choose another.",
        ),
    ):
        assert main([*argv, out]) == 1
        told = capsys.readouterr()
        assert (told.out, told.err.strip()) == ("", said)


def test_no_name_at_all_is_a_folder_too(capsys):
    assert main(["schema", "--out", "."]) == 1
    assert capsys.readouterr().err == "--out .: cannot be written: it is a folder. Name a file in it.\n"


@pytest.mark.parametrize("people", ["0", "61"])
def test_a_plan_is_for_some_people(tmp_path, capsys, people):
    (tmp_path / "a.csv").write_text("What,Minutes\nWelcome,5\n")
    assert main(["import", str(tmp_path / "a.csv"), "--people", people]) == 1
    said = "--people: a plan is for 1 to 60 people. Give the number who usually come."
    assert capsys.readouterr().err.strip() == said


def test_an_agenda_in_another_sheet_is_imported(tmp_path, capsys):
    book = openpyxl.Workbook()
    book.active.append(["Budget", "in June"])
    book.create_sheet("Morning").append(["Hello", 5])
    book.create_sheet("Afternoon").append(["Talk", 6])
    book.save(tmp_path / "day.xlsx")
    assert main(["import", str(tmp_path / "day.xlsx")]) == 0
    shown = capsys.readouterr().out
    assert "Only the sheet “Morning” was read, not Sheet, Afternoon." in shown
    assert main(["import", str(tmp_path / "day.xlsx"), "--sheet", "Afternoon"]) == 0
    assert "Talk" in capsys.readouterr().out
    assert main(["import", str(tmp_path / "day.xlsx"), "--sheet", "Evening"]) == 1
    assert "has no sheet “Evening” with anything in it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("plan", "people", "said"),
    [
        (NAME, 13, "13 people are many for one round each; think of two parallel groups."),
        (NAME, 9, "This plan is made for at most 8 people."),
        (NAME, 8, "All times are as planned."),
        ("trios-30", 15, "All times are as planned."),
    ],
)
def test_more_people_than_a_plan_is_made_for_are_told(capsys, plan, people, said):
    assert main(["timetable", plan, "--people", str(people), "--start", "10:00"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == said
