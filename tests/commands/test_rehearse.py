"""The rehearsal as a program of its own: never seen unless asked for, and never mixed with an earlier one."""

import os
import subprocess
import sys

import pytest
from stage import phase, plan, segment

from dp_facilitator import rehearse

SHORT = plan(segment("rounds", phase("practise", "1:00"), repeat="each"), people=2)


def run(folder, *argv, **env):
    """A rehearsal in a program of its own, as on a desktop whose screen must be left alone."""
    (folder / "short.json").write_bytes(SHORT)
    return subprocess.run(
        [sys.executable, "-m", "dp_facilitator", "rehearse", "short.json", "--speed", "600", *argv],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_a_rehearsal_leaves_the_screen_alone_and_never_mixes_with_an_earlier_one(tmp_path):
    # No such display: whoever wanted to open a window on it would fail.
    desktop = {"DISPLAY": ":97", "QT_QPA_PLATFORM": "xcb"}
    for name in ("trial", "trial-2"):
        done = run(tmp_path, "--out", "trial", **desktop)
        assert (done.returncode, done.stderr) == (0, "")
        assert f"{tmp_path / name / 'hand-outs'}: " in done.stdout
        assert len(os.listdir(tmp_path / name / "record" / "sessions")) == 1
        assert len(os.listdir(tmp_path / name / "hand-outs")) == 2


@pytest.mark.parametrize("people", [0, 99])
def test_a_group_of_no_possible_size_is_told_the_limits_of_the_plan(tmp_path, capsys, people):
    path = tmp_path / "short.json"
    path.write_bytes(SHORT)
    assert rehearse.run(str(path), people, out=tmp_path / "out") == 1
    words = f"--people {people}: “Test” is made for 1 to 60 people. Give a number between.\n"
    assert capsys.readouterr().err == words
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_things_in_it_is_used_as_it_is(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    assert rehearse._unused(tmp_path) == tmp_path
    (tmp_path / "record").mkdir()
    assert rehearse._unused(tmp_path) == tmp_path.with_name(f"{tmp_path.name}-2")
