"""The sentence that names what Qt lacks, instead of an abort."""

import sys

import pytest

from dp_facilitator import preflight

SCREEN = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")


class Loader:
    """Stands in for the system's loader: fails on files whose name ends so, and remembers what was asked."""

    def __init__(self, **troubles: str) -> None:
        self.troubles = troubles
        self.asked: list[str] = []

    def __call__(self, path: str) -> object:
        self.asked.append(path.rsplit("/", 1)[-1])
        for name, text in self.troubles.items():
            if f"lib{name}.so" in path:
                raise OSError(text)
        return object()


def gone(soname: str) -> str:
    return f"{soname}: cannot open shared object file: No such file or directory"


@pytest.mark.parametrize(("soname", "package"), sorted(preflight.PACKAGES.items()))
def test_a_known_library_names_its_package(soname: str, package: str) -> None:
    said = preflight.sentence(gone(soname))
    assert said == f"The library {soname} is missing: install it with `sudo apt install {package}`."


def test_an_unknown_library_is_named_itself() -> None:
    said = preflight.sentence(gone("libodd-thing.so.7"))
    assert "libodd-thing.so.7" in said
    assert "apt" not in said


def test_any_other_trouble_is_passed_on() -> None:
    text = "/lib/libc.so.6: version `GLIBC_2.34' not found"
    assert text in preflight.sentence(text)


def test_all_well() -> None:
    load = Loader()
    assert preflight.missing_library(SCREEN, load) is None
    assert load.asked == ["libQt6Widgets.so.6", "libqxcb.so"]


def test_qt_itself_lacks_a_library() -> None:
    load = Loader(Qt6Widgets=gone("libEGL.so.1"))
    assert "libegl1" in (preflight.missing_library(SCREEN, load) or "")


def test_the_screen_lacks_a_library() -> None:
    load = Loader(qxcb=gone("libxcb-cursor.so.0"))
    assert "libxcb-cursor0" in (preflight.missing_library(SCREEN, load) or "")


def test_a_wayland_only_desktop_asks_for_its_own_plugin() -> None:
    load = Loader(qwayland=gone("libwayland-cursor.so.0"))
    assert "libwayland-cursor0" in (preflight.missing_library(WAYLAND, load) or "")
    assert "libqxcb.so" not in load.asked


def test_one_plugin_that_loads_is_enough() -> None:
    assert preflight.missing_library(SCREEN | WAYLAND, Loader(qxcb=gone("libxcb-cursor.so.0"))) is None


def test_no_screen() -> None:
    assert preflight.missing_library({}, Loader()) == preflight.NO_SCREEN
    assert preflight.missing_library(WAYLAND | {"QT_QPA_PLATFORM": "xcb"}, Loader()) == preflight.NO_SCREEN


def test_off_screen_needs_no_screen() -> None:
    load = Loader()
    assert preflight.missing_library({"QT_QPA_PLATFORM": "offscreen:configfile=/a.json"}, load) is None
    assert load.asked == ["libQt6Widgets.so.6"]


def test_without_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert preflight.missing_library(SCREEN, Loader()) == preflight.NO_QT


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_qt_brings_all_it_needs(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert preflight.missing_library({}, Loader()) is None


def test_this_machine_can_run_the_tests() -> None:
    assert preflight.missing_library({"QT_QPA_PLATFORM": "offscreen"}) is None
