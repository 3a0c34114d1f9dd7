"""When something unexpected happens: it is logged without a word of what was written, and said once at the desk."""

import faulthandler
import os
import signal
import socket
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import make_private_dir

LOG_LIMIT = 1_000_000
"""Bytes; a longer log starts anew."""
QUIET_S = 10.0
"""Unexpected errors within so many seconds are told once."""


class Safety(QObject):
    """The hook for unexpected errors and for the system's wish to end the program.

    Signals: `hurt()` something unexpected happened and the program goes on; `asked_to_stop()` the system or
    Ctrl+C wants it to end.
    """

    hurt = Signal()
    asked_to_stop = Signal()

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = -QUIET_S
        self._log = _open_log(logs)
        self._before = sys.excepthook
        self._near, self._far = socket.socketpair()
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)

    def watch(self) -> None:
        """From here on, errors and signals come here."""
        sys.excepthook = self._unexpected
        if self._log is not None:
            faulthandler.enable(self._log)
        # Without this an idle Qt loop never runs Python's signal handlers.
        self._near.setblocking(False)
        self._far.setblocking(False)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._notifier.activated.connect(self._signalled)
        for wish in (signal.SIGINT, signal.SIGTERM):
            signal.signal(wish, _noted)

    def rest(self) -> None:
        """Gives everything back as it was."""
        sys.excepthook = self._before
        signal.set_wakeup_fd(-1)
        for wish in (signal.SIGINT, signal.SIGTERM):
            signal.signal(wish, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()
        if self._log is not None:
            faulthandler.disable()
            os.close(self._log)
            self._log = None

    def _unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs the kind of error and where it was. Its message is left out: it may quote a note or a name."""
        places = "".join(traceback.format_tb(trace))
        if self._log is not None:
            os.write(self._log, f"{time.strftime('%Y-%m-%d %H:%M:%S')} {kind.__name__}\n{places}\n".encode())
        sys.stderr.write(f"{kind.__name__}\n{places}")
        if time.monotonic() - self._told > QUIET_S:
            self._told = time.monotonic()
            self.hurt.emit()

    @Slot()
    def _signalled(self) -> None:
        try:
            self._near.recv(64)
        except BlockingIOError:
            return
        self.asked_to_stop.emit()


def _noted(_number: int, _frame: object) -> None:
    """A signal's handler in Python: the byte in the socket says the rest."""


def _open_log(folder: Path) -> int | None:
    """The log, readable only by its owner; None where it cannot be written: the program runs without it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        make_private_dir(folder)
        path = folder / "errors.log"
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.unlink()
        return os.open(path, flags, 0o600)
    except (OSError, StoreError):
        return None
