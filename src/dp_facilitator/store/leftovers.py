"""What a write that was cut short leaves behind: the new file that did not take the old one's place yet."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from dp_facilitator.store.deletion import finish_deletions
from dp_facilitator.store.disk import Disk

LEFT: Final = re.compile(r"\.dp-[0-9a-f]{12}\.tmp")
"""The names that `write_atomic` gives."""
AGE_S: Final = 60
"""A younger one may be on its way in another program; no write takes nearly as long."""


def tidy(data: Path, plans: Path, sessions: Path, now_s: float) -> Iterator[None]:
    """Finishes deletions and sweeps the folders of this person's data, one folder at each step; never raises.

    `now_s` is wall time in seconds since 1970 UTC.
    """
    finish_deletions(sessions)
    yield
    for folder in (data, plans, *_inside(sessions)):
        sweep(folder, now_s)
        yield


def sweep(folder: Path, now_s: float, disk: Disk | None = None) -> int:
    """Deletes what cut-short writes left in a folder, and answers how many files that were.

    Only plain files of ours, by their name, their owner and their age: what only looks like it stays.
    """
    disk = disk or Disk()
    swept = 0
    with suppress(OSError):
        for name in disk.names(folder):
            if LEFT.fullmatch(name):
                with suppress(OSError):
                    found = disk.lstat(folder / name)
                    ours = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
                    if stat.S_ISREG(found.st_mode) and ours and now_s - found.st_mtime > AGE_S:
                        disk.unlink(folder / name)
                        swept += 1
    return swept


def _inside(sessions: Path) -> list[Path]:
    """The folders of the sessions; links lead elsewhere and are left alone."""
    with suppress(OSError), os.scandir(sessions) as found:
        return [Path(one.path) for one in found if one.is_dir(follow_symlinks=False)]
    return []
