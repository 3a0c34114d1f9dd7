"""What the pages behind the first one need, read before they are wanted."""

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


class Ready(QObject):
    """Reads one module in each turn of the loop in which nothing else is to be done, so that no click waits for all.

    Signal: `read()` when all are there.
    """

    read = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._read_one)

    def begin(self) -> None:
        """Begins with the next turn."""
        self._turn.start(0)

    def stop(self) -> None:
        """Reads no more."""
        self._turn.stop()

    @Slot()
    def _read_one(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
        else:
            self.stop()
            self.read.emit()
