"""A disk that fails when it is told to."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dp_facilitator.store.disk import Disk

CALLS = (
    *("open", "read", "write", "fsync", "ftruncate", "fstat", "close", "replace", "unlink"),
    *("mkdir", "chmod", "stat", "lstat", "names"),
)
FAULTS = {
    "ENOSPC": errno.ENOSPC,
    "EIO": errno.EIO,
    "EACCES": errno.EACCES,
    "EROFS": errno.EROFS,
    "EDQUOT": errno.EDQUOT,
}


def fault(number: int) -> OSError:
    return OSError(number, os.strerror(number))


class Faulty(Disk):
    """Counts the calls named in `calls` and raises at the k-th of them (from 0), or from there on if
    `lasting`.

    A `number` of 0 makes writes short instead. `under` limits it to paths that start so. `seen` keeps what
    was called, `pauses` the seconds waited; nothing sleeps.
    """

    def __init__(
        self,
        k: int = -1,
        number: int = 0,
        *,
        calls: tuple[str, ...] = CALLS,
        lasting: bool = False,
        under: Path | None = None,
    ) -> None:
        self.k = k
        self.number = number
        self.calls = calls
        self.lasting = lasting
        self.under = under
        self.count = 0
        self.seen: list[str] = []
        self.pauses: list[float] = []
        self._paths: dict[int, Path] = {}

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def _due(self, name: str, subject: Any) -> bool:
        self.seen.append(name)
        path = subject if isinstance(subject, Path) else self._paths.get(subject)
        if name not in self.calls or (self.under and not (path and path.is_relative_to(self.under))):
            return False
        self.count += 1
        return self.count - 1 == self.k or (self.lasting and 0 <= self.k < self.count)

    def _call(self, name: str, *args: Any) -> Any:
        real = getattr(super(), name)
        if self._due(name, args[0]):
            if self.number:
                if name == "close":  # the descriptor is gone even when close fails
                    real(*args)
                raise fault(self.number)
            if name == "write" and len(args[1]) > 1:
                return real(args[0], args[1][: len(args[1]) // 2])
        answer = real(*args)
        if name == "open":
            self._paths[answer] = args[0]
        return answer


def _counted(name: str) -> Callable[..., Any]:
    def method(self: Faulty, *args: Any) -> Any:
        return self._call(name, *args)

    return method


for _name in CALLS:
    setattr(Faulty, _name, _counted(_name))
