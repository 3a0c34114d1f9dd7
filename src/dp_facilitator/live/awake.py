"""Keeping the computer and its screens awake while a session runs."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from dp_facilitator.words import marked, tr

AWAKE: Final = marked("This computer stays awake while the session runs.")
NOT_AWAKE: Final = marked("This computer could not be kept awake: switch sleep off in its settings.")

_log = logging.getLogger(__name__)


class Mode(Protocol):
    """What is known inside: whether the system agreed."""

    @property
    def active(self) -> bool: ...


def presenting() -> AbstractContextManager[Mode]:
    """Neither the computer nor its screens go to sleep inside this; any exception means that they may."""
    # Imported here since it is not needed before a session runs.
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class Holding(threading.Thread):
    """One time of being kept awake.

    It has a thread of its own because the answer of the desktop may take seconds, and because some systems bind
    the promise to the thread that it was given to. `told` is called on it, with itself and whether it worked.
    """

    def __init__(
        self, mode: Callable[[], AbstractContextManager[Mode]], told: Callable[["Holding", bool], None]
    ) -> None:
        super().__init__(name="awake", daemon=True)
        self._mode = mode
        self._told = told
        self._released = threading.Event()

    def release(self) -> None:
        """Lets the computer sleep again; does not wait for it."""
        self._released.set()

    def run(self) -> None:
        try:
            with self._mode() as mode:
                self._tell(mode.active)
                self._released.wait()
        except Exception as fault:  # whatever it is, the session goes on
            _log.info("not kept awake: %r", fault)
            self._tell(False)

    def _tell(self, active: bool) -> None:
        # The app may have gone meanwhile: then there is nobody left to tell.
        with suppress(RuntimeError):
            self._told(self, active)


class Awake(QObject):
    """Keeps the computer awake from `hold()` to `release()`; each may be called again without harm.

    Whoever makes this calls `close()` in the end.
    Signals: `told(str)` whether it worked, in words for the desk, when that is first known and when it changes.
    """

    told = Signal(str)
    _answered = Signal(object, bool)

    def __init__(
        self, parent: QObject | None = None, mode: Callable[[], AbstractContextManager[Mode]] = presenting
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._working: bool | None = None
        self._holding: Holding | None = None
        self._left: list[Holding] = []
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool | None:
        """Whether the computer could be kept awake when that was last tried; None before the first time."""
        return self._working

    @Slot()
    def hold(self) -> None:
        """Keeps the computer awake from now on."""
        if self._holding is None:
            self._holding = Holding(self._mode, self._answered.emit)
            self._holding.start()

    @Slot()
    def release(self) -> None:
        """Lets the computer sleep again."""
        if self._holding is not None:
            self._holding.release()
            self._left = [*(holding for holding in self._left if holding.is_alive()), self._holding]
            self._holding = None

    def close(self) -> None:
        """Lets the computer sleep again and waits until it has been told so, but not for long."""
        self.release()
        for holding in self._left:
            holding.join(timeout=3)
        self._left.clear()

    @Slot(object, bool)
    def _take(self, holding: Holding, active: bool) -> None:
        # An answer that comes after the release is about nothing any more.
        if holding is self._holding and active is not self._working:
            self._working = active
            self.told.emit(tr(AWAKE) if active else tr(NOT_AWAKE))
