"""What holds for every test: no real home, nothing left behind, nothing in the log that was not expected."""

import gc
import itertools
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt: a test run must not open windows on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

# A slow machine is no failure.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

_count = itertools.count()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds one throw-away home a test."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, which is also where the app keeps its data (`home / "data"`).

    It stands apart from `tmp_path`, so that a test may look at what is in there.
    """
    home = homes / str(next(_count))
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("DP_FACILITATOR_DATA", str(home / "data"))
    return home


class _Kept(logging.Handler):
    """Keeps the log records of one test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which the app logs a warning or worse, unless it is marked `allow_log`.

    Exceptions that reach sys.excepthook already fail with pytest-qt, and those of threads with pytest.
    """
    kept = _Kept()
    log = logging.getLogger("dp_facilitator")
    log.addHandler(kept)
    yield
    log.removeHandler(kept)
    if kept.records and request.node.get_closest_marker("allow_log") is None:
        lines = "\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in kept.records)
        pytest.fail(f"the app's log is not empty:\n{lines}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def frozen_imports() -> None:
    """Sets aside what the imports made, so that looking through Python's objects after a test stays quick."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a thread running or, with Qt, a window open or a timer or QThread active."""
    threads = set(threading.enumerate())
    uses_qt = "qapp" in request.fixturenames
    if uses_qt:
        request.getfixturevalue("qapp")
        before = {id(thing) for thing, _ in _alive()}
    yield
    if request.node.get_closest_marker("allow_leaks"):
        return
    left = [f"thread {t.name}" for t in _still_running(set(threading.enumerate()) - threads)]
    if uses_qt:
        _delete_later_now()
        found = [what for thing, what in _alive() if id(thing) not in before]
        if found:
            # What hangs only in a reference cycle is on its way out, not left behind.
            gc.collect()
            _delete_later_now()
            found = [what for thing, what in _alive() if id(thing) not in before]
        left += found
    if left:
        pytest.fail("left behind: " + ", ".join(sorted(left)), pytrace=False)


def _still_running(threads: set[threading.Thread]) -> list[threading.Thread]:
    """Those of the threads that do not end within a moment; a QThread's stand-in is counted elsewhere."""
    real = [t for t in threads if not isinstance(t, threading._DummyThread)]
    for thread in real:
        thread.join(timeout=1)
    return [t for t in real if t.is_alive()]


def _delete_later_now() -> None:
    """Carries out what deleteLater() has put off: no event loop runs after a test."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _alive() -> list[tuple[object, str]]:
    """Every visible top-level widget, active QTimer and running QThread, with a word for each.

    Python's own list of objects is searched, since neither timers nor threads need a parent; timers made by
    C++ or forgotten by Python are found through the windows and the application.
    """
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    app = QApplication.instance()
    windows = QApplication.topLevelWidgets()
    alive: list[tuple[object, str]] = [(w, f"window {w!r}") for w in windows if w.isVisible()]
    objects = [o for o in gc.get_objects() if issubclass(type(o), QTimer | QThread) and isValid(o)]
    for owner in (app, *windows):
        objects += owner.findChildren(QTimer)
    seen = {id(o): o for o in objects}
    main = app.thread()
    for thing in seen.values():
        if isinstance(thing, QTimer) and thing.isActive():
            alive.append((thing, f"timer of {thing.parent()!r} every {thing.interval()} ms"))
        elif isinstance(thing, QThread) and thing is not main and thing.isRunning():
            alive.append((thing, f"thread {thing!r}"))
    return alive
