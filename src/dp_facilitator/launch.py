"""The program from its start to its end."""

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dp_facilitator.app import App
from dp_facilitator.live.clock import SystemClock
from dp_facilitator.paths import places
from dp_facilitator.safety import Safety


def run(plan_word: str | None = None, data_dir: Path | None = None) -> int:
    """Starts the program and answers its exit code."""
    # A note waits for the writing thread's turn in the interpreter: a fifth of a millisecond instead of five.
    sys.setswitchinterval(0.0002)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("dp-facilitator")
    qt.setQuitOnLastWindowClosed(False)
    where = places(data_dir)
    safety = Safety(where.logs)
    safety.watch()
    app = App(qt, where, SystemClock())
    safety.hurt.connect(app.say_hurt)
    safety.asked_to_stop.connect(app.stop)
    qt.commitDataRequest.connect(app.flush)
    app.begin(plan_word)
    qt.processEvents()  # the desk is on the screen before anything else is read
    app.get_ready()
    code = qt.exec()
    gc.enable()
    safety.rest()
    return code
