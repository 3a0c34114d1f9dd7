"""Where things live."""

from pathlib import Path

import pytest

from dp_facilitator import paths


def test_assets_are_found_in_a_checkout() -> None:
    assert paths.asset("fonts", "Inter-Bold.ttf").is_file()
    assert paths.asset("fonts").is_absolute()


def test_shipped_plans_stand_beside_the_assets() -> None:
    assert paths.shipped_plans_dir().name == "sessions"
    assert paths.shipped_plans_dir().parent == paths.asset().parent


def test_an_installed_copy_uses_its_own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.asset("sounds", "a.wav") == tmp_path / "_data" / "assets" / "sounds" / "a.wav"
    assert paths.shipped_plans_dir() == tmp_path / "_data" / "sessions"


def test_a_named_folder_comes_first(tmp_path: Path) -> None:
    found = paths.places(tmp_path / "mine")
    assert found.data == tmp_path / "mine"
    assert found.sessions == found.data / "sessions"
    assert found.plans == found.data / "plans"
    assert found.settings == found.data / "settings.json"
    assert found.logs == found.data / "logs"


def test_then_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.places().data == home / "data"
    monkeypatch.setenv("DP_FACILITATOR_DATA", "~/elsewhere")
    assert paths.places().data == home / "elsewhere"


def test_then_the_usual_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # An empty variable counts as none.
    monkeypatch.setenv("DP_FACILITATOR_DATA", "")
    found = paths.places().data
    assert found.name == "dp-facilitator"
    assert found.is_relative_to(home)


def test_a_relative_folder_is_taken_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.places(Path("here")).data == tmp_path / "here"


def test_nothing_is_made(tmp_path: Path) -> None:
    paths.places(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_fallbacks_are_other_folders(home: Path) -> None:
    first, last = paths.fallbacks()
    assert first.is_relative_to(home)
    assert first.is_absolute()
    assert last.is_absolute()
    assert not first.is_relative_to(paths.places().data)
    assert not first.exists()


def test_without_user_ids_the_temporary_folder_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.getuid", raising=False)
    assert paths.fallbacks()[-1].name == "dp-facilitator"
