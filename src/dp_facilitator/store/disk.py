"""The operating system's file calls, gathered so that a test can make any one of them fail."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

# A child process must not inherit a journal, and Windows must not turn \n into \r\n.
_ALWAYS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)


class Disk:
    """The real disk: each method is one call of the operating system and raises OSError as that call does.

    Paths are `Path`, sizes and offsets bytes, pauses seconds.
    """

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        return os.open(path, flags | _ALWAYS, mode)

    def read(self, fd: int, size: int) -> bytes:
        return os.read(fd, size)

    def write(self, fd: int, chunk: memoryview) -> int:
        """Answers how many bytes were taken, which may be fewer than given."""
        return os.write(fd, chunk)

    def fsync(self, fd: int) -> None:
        """Returns when the bytes are on the medium, as far as the system can promise it."""
        if sys.platform == "darwin":  # pragma: no cover - macOS only: fsync stops at the drive's cache there
            import fcntl

            try:
                fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
                return
            except OSError:  # network and FAT volumes do not know F_FULLFSYNC
                pass
        os.fsync(fd)

    def ftruncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)

    def fstat(self, fd: int) -> os.stat_result:
        return os.fstat(fd)

    def close(self, fd: int) -> None:
        os.close(fd)

    def replace(self, source: Path, target: Path) -> None:
        os.replace(source, target)

    def unlink(self, path: Path) -> None:
        os.unlink(path)

    def mkdir(self, path: Path, mode: int) -> None:
        os.mkdir(path, mode)

    def chmod(self, path: Path, mode: int) -> None:
        os.chmod(path, mode)

    def stat(self, path: Path) -> os.stat_result:
        return os.stat(path)

    def lstat(self, path: Path) -> os.stat_result:
        return os.lstat(path)

    def names(self, folder: Path) -> list[str]:
        return os.listdir(folder)

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)
