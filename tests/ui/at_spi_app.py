"""The real program on a session that is ready, until it is told to end: for test_at_spi.py."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dp_facilitator.app import App
from dp_facilitator.live.clock import SystemClock
from dp_facilitator.paths import places, shipped_plans_dir
from dp_facilitator.ui.desk.setup_values import Wanted

PLAN = "deliberate-practice-90"


def main(data: Path) -> int:
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("dp-facilitator")
    qt.setQuitOnLastWindowClosed(False)
    app = App(qt, places(data), SystemClock())
    app.begin()
    text = (shipped_plans_dir() / f"{PLAN}.json").read_bytes()
    app.open_session(Wanted(PLAN, text, ("Ana", "Ben", "Cai", "Dee", "Eli")))
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
