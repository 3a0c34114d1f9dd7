"""Whether something is there, said aloud where one may not even look: Path.exists() raises or lies then."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from dp_facilitator.store.disk import Disk
from dp_facilitator.store.errors import StoreError, words
from dp_facilitator.words import tr

_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)


def is_there(path: Path, *, disk: Disk | None = None) -> bool:
    """Whether there is something of that name, if only a link to nowhere. StoreError when one cannot look."""
    return _mode(path, (disk or Disk()).lstat) is not None


def is_folder(path: Path, *, disk: Disk | None = None) -> bool:
    """Whether it is a folder, or a link to one. StoreError when one cannot look."""
    mode = _mode(path, (disk or Disk()).stat)
    return mode is not None and stat.S_ISDIR(mode)


def _mode(path: Path, look: Callable[[Path], os.stat_result]) -> int | None:
    try:
        return look(path).st_mode
    except ValueError:  # a name that no file can have
        return None
    except OSError as fault:
        if fault.errno in _ABSENT:
            return None
        why, mend = words(fault)
        raise StoreError(str(path), tr("cannot be looked at: {why}").format(why=why), mend) from fault
