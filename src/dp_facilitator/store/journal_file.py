"""One journal file, open for appending."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from dp_facilitator.store.disk import NOFOLLOW, Disk
from dp_facilitator.store.errors import is_full
from dp_facilitator.store.files import sync_folder, write_all


class JournalFile:
    """A journal file that ends on a whole line, `size` bytes long, or is given up.

    `fault` is None while it can be trusted. After any failure but a full disk it is set and every later call
    raises it: the system may mark lost bytes as clean, so that a second fsync of the same file would succeed
    and lie.
    """

    def __init__(self, path: Path, fd: int, size: int, disk: Disk) -> None:
        self.path = path
        self.size = size
        self.fault: OSError | None = None
        self._fd = fd
        self._disk = disk
        self._named = False

    @classmethod
    def start(cls, path: Path, disk: Disk) -> JournalFile:
        """A new, empty file, 0600 from its first moment; OSError, also when the name is taken."""
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | NOFOLLOW
        return cls(path, disk.open(path, flags), 0, disk)

    @classmethod
    def copy(cls, path: Path, content: bytes, disk: Disk) -> JournalFile:
        """A new file that holds `content`, on the disk; OSError, and no file, when that fails."""
        file = cls.start(path, disk)
        try:
            file.add(content)
            file.settle()
        except OSError:
            file.close()
            with suppress(OSError):
                disk.unlink(path)
            raise
        return file

    @classmethod
    def resume(cls, path: Path, size: int, disk: Disk) -> JournalFile:
        """An existing file of exactly `size` bytes; one that cannot be gone on with is given up from the
        start.
        """
        file = cls(path, -1, size, disk)
        try:
            file._fd = disk.open(path, os.O_WRONLY | os.O_APPEND | NOFOLLOW)
            if disk.fstat(file._fd).st_size != size:
                raise OSError(errno.EIO, "its end could not be mended")
        except OSError as fault:
            file.fault = fault
        return file

    def add(self, chunk: bytes) -> None:
        """Gives `chunk` to the system, whole or not at all, as far as it can be undone."""
        if self.fault is not None:
            raise self.fault
        try:
            write_all(self._fd, chunk, self._disk)
        except OSError as fault:
            self._cut_back(fault)
            raise
        self.size += len(chunk)

    def _cut_back(self, fault: OSError) -> None:
        if not is_full(fault):
            self.fault = fault
        try:  # the next line must not be glued to half a line
            self._disk.ftruncate(self._fd, self.size)
        except OSError:
            self.fault = fault

    def settle(self) -> None:
        """Returns when all that was added is on the disk, and the first time the file's name too."""
        if self.fault is not None:
            raise self.fault
        try:
            self._find()
            self._disk.fsync(self._fd)
            if not self._named:
                sync_folder(self.path.parent, self._disk)
                self._named = True
        except OSError as fault:
            self.fault = fault
            raise

    def _find(self) -> None:
        """OSError when the file is not where it is said to be: deleted, moved to the bin, its drive gone."""
        if sys.platform != "win32":  # pragma: no branch - Windows does not let go of an open file
            if not os.path.samestat(self._disk.fstat(self._fd), self._disk.lstat(self.path)):
                raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))

    def close(self) -> None:
        """Lets the file go; what is not settled is not promised."""
        if self._fd >= 0:
            with suppress(OSError):
                self._disk.close(self._fd)
            self._fd = -1
        self.fault = self.fault or OSError(errno.EBADF, "it is closed")
