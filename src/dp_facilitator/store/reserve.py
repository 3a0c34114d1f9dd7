"""A megabyte kept back at the start of a session, to be given up when the disk fills in the middle of it."""

from __future__ import annotations

import os
from pathlib import Path

from dp_facilitator.store.disk import NOFOLLOW, Disk
from dp_facilitator.store.files import write_all

_SIZE = 1 << 20  # bytes


class Reserve:
    """`reserve.bin` in a session's folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / "reserve.bin"
        self._disk = disk

    def lay_in(self) -> None:
        """Takes the space; OSError when there is not that much, and then none is taken."""
        try:
            fd = self._disk.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW)
            try:
                # Random, because some disks store zeros and repetitions in no space at all.
                write_all(fd, os.urandom(_SIZE), self._disk)
            finally:
                self._disk.close(fd)
        except OSError:
            self.give_up()
            raise

    def give_up(self) -> bool:
        """Frees the space; whether there was any to free."""
        try:
            self._disk.unlink(self._path)
        except OSError:
            return False
        return True
