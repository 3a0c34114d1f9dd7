"""Deleting a session: all that is in its folders, with a line in a log that says only that it was done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from dp_facilitator.model.moment import Moment
from dp_facilitator.store.disk import NOFOLLOW, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import sync_folder, write_all
from dp_facilitator.store.lock import SessionLock
from dp_facilitator.store.looking import is_folder
from dp_facilitator.store.summary import iso
from dp_facilitator.words import tr

_GOING = ".deleting-"


def delete_session(folder: Path, log: Path, now: Moment, others: Sequence[Path] = ()) -> None:
    """Deletes a session with its copies in the spare places, and adds its id and the time to `log`.

    StoreError when it is open in a program, or cannot be deleted. A deletion that the power cuts short goes
    on with the next one, or with `finish_deletions`; the session is never listed again.
    """
    places = [place for place in (folder, *(other / folder.name for other in others)) if is_folder(place)]
    if not places:
        raise StoreError(folder.name, tr("there is no such session"), tr("List the sessions again."))
    for place in places:
        _check_free(place)
    for place in places:
        _remove(place)
    _add(log, f"{iso(now)} deleted session {folder.name}\n".encode("utf-8", "replace"))


def finish_deletions(sessions_dir: Path) -> None:
    """Deletes what deletions cut short have left behind; what cannot be deleted now waits for next time."""
    with suppress(OSError):
        for name in os.listdir(sessions_dir):
            if name.startswith(_GOING):
                shutil.rmtree(sessions_dir / name, ignore_errors=True)


def _check_free(folder: Path) -> None:
    lock = SessionLock(folder)
    if lock.take() is not None:
        raise StoreError(folder.name, tr("this session is open in a program"), tr("Close it there, then delete it."))
    lock.release()  # Windows deletes no file that is open


def _remove(folder: Path) -> None:
    going = folder.with_name(f"{_GOING}{folder.name}")
    try:
        finish_deletions(folder.parent)
        # Out of sight in one step, so that a power cut leaves no half of a session in the list.
        os.rename(folder, going)
        sync_folder(folder.parent, Disk())
        shutil.rmtree(going)
    except OSError as fault:
        raise StoreError.of(folder, tr("cannot be deleted"), fault) from fault


def _add(log: Path, line: bytes) -> None:
    disk = Disk()
    try:
        fd = disk.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | NOFOLLOW)
        try:
            write_all(fd, line, disk)
            disk.fsync(fd)
        finally:
            disk.close(fd)
    except OSError as fault:
        raise StoreError.of(log, tr("cannot be written"), fault) from fault
