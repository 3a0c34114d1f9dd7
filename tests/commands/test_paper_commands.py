import json
import re
import subprocess
import sys

import pytest

from dp_facilitator.__main__ import main
from dp_facilitator.commands import SUMMARIES, module_of

NAME = "deliberate-practice-90"


def pages(path):
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def refused(capsys, *argv):
    assert main(argv) == 1
    told = capsys.readouterr()
    assert told.out == ""
    return told.err.strip()


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.pdf"


@pytest.mark.parametrize(
    ("argv", "count"),
    [
        ([], 1),
        (["--start", "10:00", "--people", "6"], 1),
        (["--what", "sheet"], 1),
        (["--what", "sheet", "--names", "Ana, Ben"], 2),
        (["--what", "example"], 1),
        (["--what", "cards"], 1),
        (["--what", "cards", "--names", "Ana, Ben, Cai"], 3),
        (["--what", "all"], 4),
        (["--what", "all", "--names", "Ana, Ben", "--start", "9:30"], 5),
    ],
)
def test_what_can_be_printed(out, capsys, argv, count):
    assert main(["print", NAME, *argv, "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert pages(out) == count


def test_a_sheet_for_word(tmp_path, capsys):
    out = tmp_path / "sheet.DOCX"
    assert main(["print", NAME, "--out", str(out)]) == 0
    empty = out.read_bytes()
    assert empty.startswith(b"PK")
    assert main(["print", NAME, "--what", "example", "--out", str(out)]) == 0
    assert out.read_bytes() != empty
    assert capsys.readouterr().out == f"{out}\n{out}\n"


def test_cards_of_a_plan_in_small_groups(out):
    assert main(["print", "trios-30", "--what", "cards", "--names", "A,B,C,D,E,F", "--out", str(out)]) == 0
    assert pages(out) == 5  # three for each of six


def test_what_cannot_be_printed(tmp_path, out, capsys):
    text = tmp_path / "out.txt"
    assert refused(capsys, "print", NAME, "--out", str(text)) == (
        "--out out.txt: can be a .pdf or a .docx file. Give it one of these endings."
    )
    assert refused(capsys, "print", NAME, "--what", "all", "--out", str(tmp_path / "out.docx")) == (
        "--what all: is printed as PDF only. Give the file the ending .pdf."
    )
    assert refused(capsys, "print", "nope", "--out", str(out)).startswith("nope: there is no plan")
    assert refused(capsys, "print", NAME, "--people", "99", "--out", str(out)).startswith("names: there are 61.")
    assert refused(capsys, "print", NAME, "--people", "1", "--what", "cards", "--out", str(out)).startswith("people:")
    assert refused(capsys, "print", NAME, "--names", "Ana,,Ana", "--out", str(out)).splitlines() == [
        "--names, name 2: is empty. Type a name, or remove the line.",
        "--names, name 3: “Ana” is there already (name 1). Add an initial to one of them.",
    ]
    assert "cannot be written" in refused(capsys, "print", NAME, "--out", str(tmp_path / "none" / "x.pdf"))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SystemExit):
        main(["print", NAME])


def test_an_agenda_is_shown_and_written(tmp_path, capsys):
    agenda, plan = tmp_path / "day.csv", tmp_path / "day.json"
    agenda.write_text("Team day\nWhat,Minutes,Who\nWelcome,90s,Ana\nRound,\nPractise,4\n", "utf-8")
    assert main(["import", str(agenda)]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines() == [
        "How the columns were read:",
        "Column   Read as                          For example",
        "What     what happens                     Welcome, Round, Practise",
        "Minutes  how long it takes                90s → 1:30, 4 → 4:00",
        "Who      left out: a plan holds no names  Ana",
        "Its columns are apart by commas.",
        "",
        "Row  Time  Section  What",
        "3    1:30           Welcome",
        "5    4:00  Round    Practise",
        "Team day: 2 steps, 5:30 in all.",
    ]
    assert not plan.exists()
    assert main(["import", str(agenda), "--title", "Our day", "--people", "9", "--out", str(plan)]) == 0
    assert capsys.readouterr().out == f"{shown}{plan}\n".replace("Team day:", "Our day:")
    tree = json.loads(plan.read_bytes())
    assert (tree["title"], tree["people"]["usual"], tree["total"]) == ("Our day", 9, "5:30")
    assert main(["check", str(plan)]) == 0


def test_a_plan_that_is_there_is_replaced_only_when_that_is_asked_for(tmp_path, capsys):
    agenda, plan = tmp_path / "day.csv", tmp_path / "day.json"
    agenda.write_text("What,Minutes\nWelcome,4\n")
    plan.write_text("mine")
    assert refused(capsys, "import", str(agenda), "--out", str(plan)) == (
        "--out day.json: is there already. Give the plan another name, or add --force to replace it; "
        "what is there is kept as day.json.bak."
    )
    assert plan.read_text() == "mine"
    assert main(["import", str(agenda), "--out", str(plan), "--force"]) == 0
    assert (tmp_path / "day.json.bak").read_text() == "mine"
    assert main(["check", str(plan)]) == 0


def test_a_plan_is_written_over_no_agenda(tmp_path, capsys):
    agenda = tmp_path / "day.csv"
    agenda.write_text("What,Minutes\nWelcome,4\n")
    assert refused(capsys, "import", str(agenda), "--out", str(agenda), "--force") == (
        "--out day.csv: is not the name of a plan. Give it the ending .json."
    )
    named = agenda.rename(tmp_path / "day.json")
    assert refused(capsys, "import", str(named), "--out", str(named), "--force") == (
        "--out day.json: is the agenda itself. Give the plan another name."
    )
    assert named.read_text().startswith("What")


def test_the_page_of_a_plan_says_how_long_this_person_keeps_things(home, out, monkeypatch, capsys):
    (home / "data").mkdir(parents=True, exist_ok=True)
    (home / "data" / "settings.json").write_text('{"keep_days": 30, "volume": "loud"}')
    parts = []
    monkeypatch.setattr(
        "dp_facilitator.store.exports.paper.press.press", lambda title, these: bytes(parts.extend(these) or 1)
    )
    assert main(["print", NAME, "--out", str(out)]) == 0
    assert "for 30 days unless" in repr(parts)
    assert "volume" in capsys.readouterr().err


def test_an_agenda_that_cannot_be_read(tmp_path, capsys):
    agenda = tmp_path / "day.csv"
    assert refused(capsys, "import", str(agenda)) == "day.csv: there is no such file. Check how it is spelt."
    agenda.write_text("What,Minutes\nWelcome,soon\n")
    assert refused(capsys, "import", str(agenda), "--out", str(tmp_path / "x.json")) == (
        "day.csv, row 2: “soon” is not a time. Write 4, 4:30, 90s, 1h or 10:00–10:15."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["day.csv"]


@pytest.mark.parametrize("name", ["print", "import"])
def test_help_shows_examples(capsys, name):
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert f"examples:\n  dp-facilitator {name} " in text
    with pytest.raises(SystemExit):
        main(["--help"])
    assert SUMMARIES[name] in capsys.readouterr().out


def test_a_word_that_python_keeps_for_itself():
    assert module_of("import") == "dp_facilitator.commands.import_"
    assert module_of("print") == "dp_facilitator.commands.print"


def test_other_commands_do_not_load_the_libraries_of_paper():
    code = (
        "import sys; from dp_facilitator.__main__ import main; main(['plans']); "
        "print([name for name in ('typst', 'docx', 'openpyxl', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"
