"""A few of the kills that kill_app makes by the hundred, so that every change of the program meets some."""

from pathlib import Path

from kill_app import kill_all


def test_nothing_confirmed_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    found = kill_all(8, seed=20, workers=2, place=tmp_path)

    assert found["faults"] == []
    assert found["kills"] >= 6
    assert found["seen"]["confirmed notes"] > 0
    assert found["seen"]["gone on with"] > 0
