"""Work that waits until nobody wants anything: what the pages behind the first one need is read, and things tidied."""

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

MODULES: Final = (
    "pydantic",
    "dp_facilitator.model.plan",
    "dp_facilitator.model.session",
    "dp_facilitator.store.plans",
    "dp_facilitator.live.bridge",
    "dp_facilitator.stage",
    "dp_facilitator.ui.desk.setup",
    "dp_facilitator.preparing",
    "dp_facilitator.show",
    "dp_facilitator.ui.desk.run",
    "dp_facilitator.reviewing",
    "dp_facilitator.ui.desk.review",
)
"""In the order in which a person meets them; none is so long to read that a click would wait for it noticeably."""


def read_modules() -> Iterator[None]:
    """Reads one module at each step."""
    for name in MODULES:
        import_module(name)
        yield


class Idle(QObject):
    """Takes one step of some work in each turn of the loop in which nothing else is to be done.

    Signal: `done()` when there is no step left.
    """

    done = Signal()

    def __init__(self, work: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._step)

    def begin(self) -> None:
        """Begins with the next turn."""
        self._turn.start(0)

    def stop(self) -> None:
        """Takes no more steps."""
        self._turn.stop()

    @Slot()
    def _step(self) -> None:
        if next(self._work, self) is self:
            self.stop()
            self.done.emit()
