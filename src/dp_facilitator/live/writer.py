"""The thread that writes the journal: the screen never waits for the disk."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from dp_facilitator.model.facts import Fact

DRAFTS_EVERY_MS = 500
"""How often drafts are made safe against a power cut: a fixed beat, not a pause in the typing."""


class Journals(Protocol):
    """The file underneath: see `store.journal.Journal`."""

    def append(self, batch: Sequence[bytes]) -> None: ...
    def sync(self) -> int: ...
    def take_notices(self) -> tuple[str, ...]: ...
    def close(self) -> None: ...


class Drafting(Protocol):
    """Unsent text on the disk: see `store.drafts.Drafts`."""

    def keep(self, box: str, text: str) -> None: ...
    def clear(self, box: str) -> None: ...
    def sync(self) -> None: ...
    def close(self) -> None: ...


class _Hand(QObject):
    """Lives in the writing thread.

    Signals: `written(int)` how many facts are on the disk, `failed(str)`, `noticed(str)`.
    """

    written = Signal(int)
    failed = Signal(str)
    noticed = Signal(str)

    def __init__(self, journal: Journals, drafts: Drafting) -> None:
        super().__init__()
        self._journal = journal
        self._drafts = drafts
        self._beat: QTimer | None = None

    @Slot(object)
    def write(self, lines: Sequence[bytes]) -> None:
        """Appends lines and makes them safe; no lines means trying again what could not be written."""
        try:
            if lines:
                self._journal.append(lines)
            self.written.emit(self._journal.sync())
        except Exception as fault:  # whatever it is must be said at the desk: the words are still on the screen
            self.failed.emit(str(fault))
        for notice in self._journal.take_notices():
            self.noticed.emit(notice)

    @Slot()
    def begin(self) -> None:
        self._beat = QTimer(self)
        self._beat.timeout.connect(self.settle_drafts)
        self._beat.start(DRAFTS_EVERY_MS)

    @Slot()
    def settle_drafts(self) -> None:
        try:
            self._drafts.sync()
        except Exception as fault:  # drafts are tried again at the next beat
            self.noticed.emit(str(fault))

    @Slot()
    def end(self) -> None:
        if self._beat:
            self._beat.stop()
        try:
            self._journal.close()
        except Exception as fault:  # everything confirmed is on the disk; the rest is said
            self.failed.emit(str(fault))
        self._drafts.close()


class Writer(QObject):
    """Takes facts, numbers them and hands them to the writing thread; keeps drafts at once.

    `encode` makes the line of a fact and its number; `count` says how many facts are in the journal already.
    Signals: `saved(int)`, `failed(str)`, `noticed(str)`, and three that only carry work to the thread.
    """

    saved = Signal(int)
    failed = Signal(str)
    noticed = Signal(str)
    handed = Signal(object)
    flushed = Signal()
    ended = Signal()

    def __init__(
        self,
        journal: Journals,
        drafts: Drafting,
        encode: Callable[[int, Fact], bytes],
        count: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._encode = encode
        self._drafts = drafts
        self.count = count
        self.on_disk = count
        self._thread = QThread(self)
        self._hand = _Hand(journal, drafts)
        self._hand.moveToThread(self._thread)
        self._connect()
        self._thread.start()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._thread.started.connect(self._hand.begin)
        self.handed.connect(self._hand.write, queued)
        self.flushed.connect(self._hand.settle_drafts, Qt.ConnectionType.BlockingQueuedConnection)
        self.ended.connect(self._hand.end, Qt.ConnectionType.BlockingQueuedConnection)
        self._hand.written.connect(self._written, queued)
        self._hand.failed.connect(self.failed, queued)
        self._hand.noticed.connect(self.noticed, queued)

    def keep(self, facts: tuple[Fact, ...]) -> int:
        """Hands facts over. Answers how many there are by now, on the disk or on their way."""
        lines = tuple(self._encode(self.count + place, fact) for place, fact in enumerate(facts))
        self.count += len(facts)
        self.handed.emit(lines)
        return self.count

    @Slot()
    def retry(self) -> None:
        """Tries again to write what could not be written."""
        self.handed.emit(())

    def draft(self, box: str, text: str) -> None:
        """Keeps unsent text at once (without waiting for the disk); empty text ends the draft."""
        if text:
            self._drafts.keep(box, text)
        else:
            self._drafts.clear(box)

    def flush(self) -> None:
        """Answers when what was handed over has been tried, drafts too."""
        self.flushed.emit()

    def close(self) -> None:
        """Writes what is on its way, closes the files and ends the thread."""
        if self._thread.isRunning():
            self.ended.emit()
            self._thread.quit()
            self._thread.wait(5000)

    @Slot(int)
    def _written(self, count: int) -> None:
        self.on_disk = count
        self.saved.emit(count)
