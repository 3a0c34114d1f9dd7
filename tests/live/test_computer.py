"""What the set-up check asks the computer."""

import shutil
from pathlib import Path

import pytest

from dp_facilitator.live.computer import ROOM_BYTES, battery, has_room


def supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir()
    for file, text in files.items():
        (folder / name / file).write_text(text + "\n")


@pytest.mark.parametrize(
    ("status", "plugged"),
    [("Discharging", False), ("Charging", True), ("Full", True), ("Not charging", True)],
)
def test_a_laptop(tmp_path: Path, status: str, plugged: bool) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="73", status=status)
    assert battery(tmp_path) == (73, plugged)


def test_two_batteries(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="100", status="Not charging")
    supply(tmp_path, "BAT1", type="Battery", capacity="20", status="Discharging")
    assert battery(tmp_path) == (60, False)


def test_the_battery_of_a_mouse_is_not_the_computers(tmp_path: Path) -> None:
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", capacity="5", status="Discharging")
    assert battery(tmp_path) is None
    supply(tmp_path, "zBAT", type="Battery", scope="System", capacity="90", status="Charging")
    assert battery(tmp_path) == (90, True)


def test_an_empty_bay_hides_no_other(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery")
    supply(tmp_path, "BAT1", type="Battery", capacity="50", status="Full")
    assert battery(tmp_path) == (50, True)


def test_not_known(tmp_path: Path) -> None:
    assert battery(tmp_path) is None
    assert battery(tmp_path / "nowhere") is None
    supply(tmp_path, "BAT0", type="Battery", capacity="much", status="Full")
    assert battery(tmp_path) is None


@pytest.mark.parametrize(("free", "room"), [(ROOM_BYTES - 1, False), (ROOM_BYTES, True)])
def test_room_where_the_folder_will_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, room: bool) -> None:
    asked: list[Path] = []

    def usage(folder: Path) -> object:
        asked.append(folder)
        return shutil._ntuple_diskusage(0, 0, free)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert has_room(tmp_path / "not" / "made" / "yet") is room
    assert asked == [tmp_path]


def test_room_that_cannot_be_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> bool:
        raise PermissionError("not yours")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", refuses)
        assert has_room(tmp_path) is None
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refuses)
        assert has_room(tmp_path / "locked") is None
