"""Only one program at a time may write a session."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dp_facilitator.store.disk import NOFOLLOW, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped, write_all
from dp_facilitator.words import tr

_LIMIT = 4096  # bytes
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

if sys.platform == "win32":  # pragma: no cover - Windows has no flock
    import msvcrt

    def _seize(fd: int) -> None:
        # A byte far behind the text, because a locked byte cannot be read by others.
        os.lseek(fd, 1 << 30, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _seize(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True)
class Holder:
    """Who has the session. pid: 0 when not known; host: the computer's name, "" when not known; since: ISO
    8601, UTC.
    """

    pid: int
    host: str
    since: str


class SessionLock:
    """The file `lock` in a session's folder; the system frees it when the program that took it ends, however
    it ends.
    """

    def __init__(
        self,
        folder: Path,
        *,
        disk: Disk | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seize: Callable[[int], None] = _seize,
    ) -> None:
        self._path = folder / "lock"
        self._disk = disk or Disk()
        self._now = now
        self._seize = seize
        self._fd = -1

    def take(self) -> Holder | None:
        """None when the session is ours now, else who has it; StoreError when the disk cannot tell."""
        if self._fd >= 0:
            return None
        try:
            fd = self._disk.open(self._path, os.O_RDWR | os.O_CREAT | NOFOLLOW)
        except OSError as fault:
            raise StoreError.of(self._path, tr("cannot be opened"), fault) from fault
        try:
            self._seize(fd)
        except OSError as fault:
            self._close(fd)
            if fault.errno in _TAKEN:
                return self._holder()
            raise StoreError.of(self._path, tr("cannot be taken"), fault) from fault
        self._fd = fd
        with suppress(OSError):  # the name is for the other's message only; a full disk must not stop the session
            self._disk.ftruncate(fd, 0)
            write_all(fd, self._card(), self._disk)
        return None

    def release(self) -> None:
        """Lets the session go; nothing when it was not taken."""
        if self._fd >= 0:
            self._close(self._fd)
            self._fd = -1

    def _close(self, fd: int) -> None:
        with suppress(OSError):
            self._disk.close(fd)

    def _card(self) -> bytes:
        since = self._now().isoformat(timespec="seconds")
        return json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since}).encode()

    def _holder(self) -> Holder:
        try:
            card = json.loads(read_capped(self._path, _LIMIT, disk=self._disk))
            return Holder(int(card["pid"]), str(card["host"]), str(card["since"]))
        except (StoreError, ValueError, TypeError, KeyError, RecursionError):
            return Holder(0, "", "")
