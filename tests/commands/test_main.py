import os
import subprocess
import sys
from importlib import import_module

import pytest
from sample_session import PLAN

import dp_facilitator
from dp_facilitator.__main__ import main
from dp_facilitator.commands import SUMMARIES

TIMETABLE = ["timetable", "deliberate-practice-90", "--people", "6", "--start", "10:00"]


def fresh(code, **more):
    """What a new Python prints for this code."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, **more)


def test_the_version(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"dp-facilitator {dp_facilitator.__version__}\n"


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_help_with_examples(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert f"examples:\n  dp-facilitator {name}" in text
    assert "usage: dp-facilitator" in text


def test_the_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(f"\n  {name} " in text for name in SUMMARIES)
    assert "--data-dir DIR" in text
    assert "examples:" in text


@pytest.mark.parametrize(
    "argv",
    [
        ["--nonsense"],
        ["a", "b"],
        ["check"],
        ["timetable", "x"],
        ["timetable", "x", "--people", "-1", "--start", "10:00"],
        ["timetable", "x", "--people", "6", "--start", "25:00"],
        ["timetable", "x", "--people", "6", "--names", "Ana", "--start", "10:00"],
        ["rehearse", "x", "--speed", "0"],
        ["rehearse", "x", "--speed", "fast"],
        ["export", "last"],
        ["export", "last", "--leader", "Ana", "--format", "pdf"],
        ["sessions", "--data-dir"],
        ["scenario"],
        ["scenario", "a", "--from", "last"],
    ],
)
def test_bad_usage(argv, capsys):
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2
    assert "usage: dp-facilitator" in capsys.readouterr().err


def test_quick_commands_import_neither_qt_nor_more_than_they_need():
    for argv, unwanted in (
        (TIMETABLE, ("PySide6", "shiboken6", "platformdirs")),
        (["check", "deliberate-practice-90"], ("PySide6", "platformdirs")),
        (["--help"], ("PySide6", "pydantic", "pathlib2", "dp_facilitator.model", "dp_facilitator.paths")),
        (["--version"], ("PySide6", "pydantic", "dp_facilitator.model", "dp_facilitator.paths")),
    ):
        done = fresh(
            "import sys\nfrom dp_facilitator.__main__ import main\n"
            f"try:\n    main({argv!r})\nexcept SystemExit: pass\n"
            f"print([name for name in {unwanted!r} if name in sys.modules])"
        )
        assert done.stderr == ""
        assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_has_had_enough_is_no_fault():
    done = fresh(
        "import os, sys\nfrom dp_facilitator.__main__ import main\n"
        "reader, writer = os.pipe()\nos.dup2(writer, 1)\nos.close(reader)\nos.close(writer)\n"
        f"sys.exit(main({TIMETABLE!r}))"
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_any_language_of_the_terminal_will_do():
    argv = [*TIMETABLE, "--end", "11:30"]
    code = f"import sys\nfrom dp_facilitator.__main__ import main\nsys.exit(main({argv!r}))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True)
    assert done.returncode == 0
    assert "Practise 4:00 → 3:20" in done.stdout.decode("utf-8")


def test_without_streams_it_still_runs(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["schema"]) == 0


def test_ctrl_c_ends_quietly(monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("dp_facilitator.commands.plans"), "run", interrupt)
    assert main(["plans"]) == 130


class Pretended:
    """Stands for the app and the rehearsal, which start Qt."""

    def __init__(self):
        self.asked = []

    def run(self, *args, **more):
        self.asked.append((*args, *more.values()))
        return 7


@pytest.fixture
def pretended(monkeypatch):
    found = Pretended()
    monkeypatch.setattr("dp_facilitator.preflight.missing_library", lambda *_: None)
    for name in ("launch", "rehearse"):
        monkeypatch.setitem(sys.modules, f"dp_facilitator.{name}", found)
        monkeypatch.setattr(dp_facilitator, name, found, raising=False)
    return found


def test_without_a_command_the_app_starts(pretended, tmp_path):
    assert main([]) == 7
    assert main(["--data-dir", str(tmp_path), "deliberate-practice-90"]) == 7
    assert pretended.asked == [(None, None), ("deliberate-practice-90", tmp_path)]


def test_a_plan_called_like_a_command_is_a_path(pretended, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").write_bytes(PLAN.read_bytes())
    assert main(["./check"]) == 7
    assert main(["--", "check"]) == 7
    assert pretended.asked == [("./check", None), ("check", None)]


def test_the_app_does_not_start_on_a_bad_plan(pretended, capsys):
    assert main(["nonsense"]) == 1
    assert main(["rehearse", "nonsense"]) == 1
    assert pretended.asked == []
    assert capsys.readouterr().err.count("nonsense: there is no plan or file of that name.") == 2


def test_a_rehearsal(pretended, tmp_path):
    assert main(["rehearse", "deliberate-practice-90"]) == 7
    argv = ["rehearse", "deliberate-practice-90", "--people", "6", "--speed", "120", "--out", str(tmp_path), "--show"]
    assert main([*argv, "--data-dir", str(tmp_path)]) == 7
    assert pretended.asked == [
        ("deliberate-practice-90", None, None, None, None, False),
        ("deliberate-practice-90", 6, 120.0, tmp_path, tmp_path, True),
    ]


def test_a_missing_library_is_one_sentence(pretended, monkeypatch, capsys):
    monkeypatch.setattr("dp_facilitator.preflight.missing_library", lambda *_: "It is missing.")
    assert main([]) == 1
    assert main(["rehearse", "deliberate-practice-90"]) == 1
    assert capsys.readouterr().err == "It is missing.\nIt is missing.\n"
    assert pretended.asked == []
