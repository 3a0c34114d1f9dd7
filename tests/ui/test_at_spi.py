"""The program as a screen reader on Linux finds it: over the real AT-SPI bus, on a display of its own.

Needs Xvfb, dbus-run-session, at-spi2-core and python3-pyatspi; without them it is skipped.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCRIPT = """
"$LAUNCHER" --launch-immediately >/dev/null 2>&1 &
bus=$!
"$APP_PYTHON" "$APP" "$DATA" >"$DATA.log" 2>&1 &
app=$!
sleep 3
timeout 60 "$CLIENT_PYTHON" "$CLIENT"
kill $app $bus
wait $app 2>/dev/null
exit 0
"""


def launcher() -> str:
    return next((path for path in LAUNCHERS if Path(path).exists()), "")


def ready() -> bool:
    programs = all(shutil.which(name) for name in ("xvfb-run", "dbus-run-session", SYSTEM_PYTHON))
    if not programs or not launcher():
        return False
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, timeout=30, check=False)
    return asked.returncode == 0


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    if not ready():
        pytest.skip("AT-SPI is not installed here")
    data = tmp_path_factory.mktemp("at-spi") / "data"
    more = {
        "LAUNCHER": launcher(),
        "APP_PYTHON": sys.executable,
        "APP": str(HERE / "at_spi_app.py"),
        "DATA": str(data),
        "CLIENT_PYTHON": SYSTEM_PYTHON,
        "CLIENT": str(HERE / "at_spi_client.py"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", "bash", "-c", SCRIPT]
    done = subprocess.run(command, env={**os.environ, **more}, capture_output=True, text=True, timeout=150, check=False)
    log = Path(f"{data}.log")
    assert done.stdout.strip(), f"{done.stderr}\n{log.read_text() if log.exists() else ''}"
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    assert not answer["trouble"], f"{answer}\n{log.read_text()}"
    return answer


def shown(found: dict[str, object]) -> list[tuple[str, str]]:
    return [(role, name) for role, name, showing in found["tree"] if showing]  # type: ignore[attr-defined]


def test_the_tree_is_read(found: dict[str, object]) -> None:
    names = [name for _, name in shown(found)]
    for wanted in ("Run sheet", "People and timings…", "Sound", "Swap screens", "Keys", "Undo", "− 1 min"):
        assert wanted in names


def test_every_button_has_a_name(found: dict[str, object]) -> None:
    nameless = [role for role, name in shown(found) if role in ("push button", "button", "check box") and not name]
    assert nameless == []


def test_the_countdown_is_said_in_words(found: dict[str, object]) -> None:
    assert any("minutes" in name and "left" in name for _, name in shown(found))


def test_next_is_pressed(found: dict[str, object]) -> None:
    assert str(found["pressed"]).startswith(("Start", "Next"))
    assert found["pressed"] not in found["after"]  # type: ignore[operator]


def test_what_begins_is_announced(found: dict[str, object]) -> None:
    assert any("7:00" in said for said in found["announced"])  # type: ignore[attr-defined]
