"""The set-up check of the clock: its year, its zone, and that nothing that was kept is newer than now."""

import os
from pathlib import Path

import pytest

from dp_facilitator.checks import clock_check
from dp_facilitator.live.computer import newest_file, zone_is_known
from dp_facilitator.model.moment import Moment

NOW = Moment(0, 1_795_343_160_000_000_000, 3600)
"""22 November 2026, 10:26 UTC."""
SECOND = 1_000_000_000


def kept(folder: Path, ns: int) -> None:
    """A journal that was last written then."""
    journal = folder / "sessions" / "2026-11-22-1000-k3f9" / "journal.jsonl"
    journal.parent.mkdir(parents=True)
    journal.write_text("{}")
    os.utime(journal, ns=(ns, ns))


def test_a_clock_that_can_be_right_is_told_for_comparing(tmp_path: Path) -> None:
    kept(tmp_path, NOW.wall - 86_400 * SECOND)
    found = clock_check(tmp_path, NOW, known=True)
    assert (found.text, found.state) == ("Clock: 11:26, 22 November 2026", "good")


@pytest.mark.parametrize("wall", [0, 4_200_000_000 * SECOND, -1, 10**30])
def test_a_year_that_cannot_be(tmp_path: Path, wall: int) -> None:
    found = clock_check(tmp_path, Moment(0, wall), known=True)
    assert found.state == "warning"
    assert found.text.endswith("That cannot be right: set date and time")


def test_a_clock_behind_what_was_kept_last_is_wrong(tmp_path: Path) -> None:
    kept(tmp_path, NOW.wall + 26 * 3600 * SECOND)
    found = clock_check(tmp_path, NOW, known=True)
    assert found.state == "warning"
    assert found.text == (
        "Clock: 11:26, 22 November 2026, yet something was kept here at 13:26, 23 November 2026: set date and time"
    )


def test_a_clock_that_was_put_back_a_little_is_right(tmp_path: Path) -> None:
    kept(tmp_path, NOW.wall + 120 * SECOND)
    assert clock_check(tmp_path, NOW, known=True).state == "good"


def test_a_zone_that_is_not_set(tmp_path: Path) -> None:
    found = clock_check(tmp_path, NOW, known=False)
    assert (found.state, "time zone is not set" in found.text) == ("warning", True)


def test_whether_the_zone_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("TZ", raising=False)
    nowhere, there = tmp_path / "nowhere", tmp_path
    assert not zone_is_known(nowhere, "UTC")
    assert zone_is_known(there, "GMT")
    assert not zone_is_known(there, "-00")
    monkeypatch.setenv("TZ", "Europe/London")
    assert zone_is_known(nowhere, "GMT")
    monkeypatch.delenv("TZ")
    monkeypatch.setattr("sys.platform", "win32")
    assert zone_is_known(nowhere, "GMT Standard Time")


def test_the_newest_of_all_files(tmp_path: Path) -> None:
    assert newest_file(tmp_path / "nowhere") is None
    assert newest_file(tmp_path) is None
    kept(tmp_path, 5 * SECOND)
    assert newest_file(tmp_path) == 5 * SECOND
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert (newest_file(tmp_path) or 0) > 5 * SECOND
