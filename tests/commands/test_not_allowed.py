"""Where the system does not let a command look, read or write: one sentence with the file, the reason and a mend."""

import errno
import os
import subprocess
import sys

import pytest

from dp_facilitator import rehearse
from dp_facilitator.__main__ import main
from dp_facilitator.store.disk import Disk

NAME = "deliberate-practice-90"


@pytest.fixture
def locked(tmp_path, monkeypatch):
    """A folder in which nothing may be looked at or opened; to the administrator no mode is a hindrance."""
    folder = tmp_path / "locked"
    folder.mkdir()
    for call in ("stat", "lstat", "open"):
        real = getattr(Disk, call)

        def refused(self, path, *rest, real=real):
            if folder in path.parents:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return real(self, path, *rest)

        monkeypatch.setattr(Disk, call, refused)
    return folder


@pytest.mark.parametrize(
    ("argv", "file"),
    [
        (["--data-dir", "{}/x", "sessions"], "x/sessions"),
        (["--data-dir", "{}/x", "export", "last", "--leader", "Ana"], "x/sessions"),
        (["--data-dir", "{}/x", "scenario", "--from", "last"], "x/sessions"),
        (["--data-dir", "{}/x"], "x/sessions"),
        (["schema", "--out", "{}/s.json"], "s.json"),
        (["print", NAME, "--out", "{}/s.pdf"], "s.pdf"),
        (["import", "{}/x.csv"], "x.csv"),
        (["scenario", "{}/x.txt"], "x.txt"),
        (["check", "{}/x.json"], "x.json"),
        (["timetable", "{}/x.json", "--people", "5", "--start", "10:00"], "x.json"),
    ],
)
def test_what_one_may_not_look_at_is_said_in_one_sentence(argv, file, locked, capsys):
    assert main([word.format(locked) for word in argv]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert f"{locked / file}: cannot be looked at: permission was refused. Choose" in line


def test_settings_one_may_not_look_at_hold_nothing_up(locked, tmp_path, capsys):
    assert main(["--data-dir", str(locked), "print", NAME, "--out", str(tmp_path / "plan.pdf")]) == 0
    assert "permission was refused" in capsys.readouterr().err


def test_a_rehearsal_that_has_no_place_says_why(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert rehearse.run(NAME, out=tmp_path / "file" / "x") == 1
    told = capsys.readouterr().err
    assert told.startswith(f"--out {tmp_path / 'file' / 'x'}: cannot be made: part of its path is a file")
    assert "Errno" not in told


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("name", ["plans", "schema"])
def test_output_that_cannot_be_written_is_said(name):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "dp_facilitator", name], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "the output: cannot be written: the disk is full. Send it to another file, or to the terminal."
    ]


def test_any_other_trouble_with_a_file_names_it(monkeypatch, capsys):
    def busy(*_):
        raise OSError(errno.EBUSY, "busy", "some.file")

    monkeypatch.setattr("dp_facilitator.commands.plans.run", busy)
    assert main(["plans"]) == 1
    assert capsys.readouterr().err.startswith("some.file: cannot be used: another program is using it. Close")


def test_without_any_output_a_command_still_runs(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["schema"]) == 0
