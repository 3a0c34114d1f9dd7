"""What is read for the first page and for short commands: counted, since times differ from machine to machine."""

import subprocess
import sys
from pathlib import Path

import pytest

START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from dp_facilitator.launch import App, SystemClock, places
qt = QApplication([])
app = App(qt, places(Path(sys.argv[1])), SystemClock())
app.begin()
qt.processEvents()
print("modules", *sys.modules)
print("pages", len(app.desk._pages.children()))
app.get_ready()
while app._tidying is None:
    qt.processEvents()
print("ready", *sys.modules)
print("made", *vars(app.desk))
app.let_go()
"""
LATER = {
    "pydantic",
    "dp_facilitator.model.plan",
    "dp_facilitator.model.session",
    "dp_facilitator.stage",
    "dp_facilitator.show",
    "dp_facilitator.preparing",
    "dp_facilitator.reviewing",
    "dp_facilitator.ui.desk.setup",
    "dp_facilitator.ui.desk.run",
    "dp_facilitator.ui.desk.review",
}
NEVER = {"typst", "openpyxl", "docx", "miniaudio", "asyncio", "ssl", "PySide6.QtNetwork"}
"""What nobody has asked for yet, even when all is ready."""
TABLE = ("timetable", "deliberate-practice-90", "--people", "6", "--start", "10:00")


def lines(*command: str) -> dict[str, set[str]]:
    """What a program printed, line by line: the first word, and the others."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True, timeout=60)
    return {words[0]: set(words[1:]) for line in done.stdout.splitlines() if (words := line.split())}


def test_the_first_page_waits_for_nothing_that_it_does_not_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    told = lines("-c", START, str(tmp_path))
    assert told["modules"].isdisjoint(LATER | NEVER)
    assert len([name for name in told["modules"] if name.startswith("dp_facilitator.")]) < 75
    assert told["ready"].issuperset(LATER)
    assert told["ready"].isdisjoint(NEVER)
    assert "set_up" in told["made"]
    assert told["made"].isdisjoint({"review", "plans", "settings"})


def test_a_timetable_reads_no_qt_and_no_paper() -> None:
    program = "import sys; from dp_facilitator.__main__ import main; main(sys.argv[1:]); print('modules', *sys.modules)"
    found = lines("-c", program, *TABLE)["modules"]
    assert found.isdisjoint(NEVER | {"PySide6", "dp_facilitator.store.journal", "dp_facilitator.store.exports"})
