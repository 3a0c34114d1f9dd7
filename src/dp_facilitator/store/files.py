"""Safe file work: a file is replaced as a whole or not at all, folders are private, reading is bounded."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from dp_facilitator.store.disk import NOFOLLOW, NONBLOCK, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.words import ntr, tr

__all__ = ["StoreError", "make_private_dir", "read_capped", "sync_folder", "write_all", "write_atomic"]

_WINDOWS_TRANSIENT = (5, 32, 33)  # a virus scanner, indexer or cloud client holds the file for a moment
_FIRST_WAIT, _LONGEST_WAIT, _PATIENCE = 0.05, 0.8, 2.5  # seconds
_CANNOT_SYNC_FOLDERS = (errno.EINVAL, errno.ENOTSUP)  # some network and FUSE file systems
_BACKUP_LIMIT = 1 << 26


def write_all(fd: int, chunk: bytes, disk: Disk) -> None:
    """Every byte of `chunk`, however few the system takes at a time; OSError when it takes no more."""
    rest = memoryview(chunk)
    while rest:
        taken = disk.write(fd, rest)
        if taken <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[taken:]


def sync_folder(folder: Path, disk: Disk) -> None:
    """Makes the names in `folder` durable; without it a new or replaced file may vanish in a power cut."""
    if sys.platform != "win32":  # pragma: no branch - Windows cannot sync a folder; NTFS keeps names
        fd = disk.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            disk.fsync(fd)
        except OSError as fault:
            if fault.errno not in _CANNOT_SYNC_FOLDERS:
                raise
        finally:
            disk.close(fd)


def write_atomic(path: Path, content: bytes, *, keep_backup: bool = False, disk: Disk | None = None) -> None:
    """Replaces `path` by `content`, durably, mode 0600: after a crash there is the old file or the new one.

    With `keep_backup` the old content is first saved beside it as `<name>.bak`. StoreError when it does not
    work: then the old file stands, unless only the last step, making the new name durable, failed.
    """
    disk = disk or Disk()
    temp = path.with_name(f".dp-{os.urandom(6).hex()}.tmp")
    try:
        if keep_backup:
            _back_up(path, disk)
        _write_new(temp, content, disk)
        try:
            _replace(temp, path, disk)
        except OSError:
            _discard(temp, disk)
            raise
        sync_folder(path.parent, disk)
    except OSError as fault:
        raise StoreError.of(path, tr("cannot be written"), fault) from fault


def _back_up(path: Path, disk: Disk) -> None:
    try:
        disk.lstat(path)
    except FileNotFoundError:
        return
    content = read_capped(path, _BACKUP_LIMIT, disk=disk)
    write_atomic(path.with_name(path.name + ".bak"), content, disk=disk)


def _write_new(path: Path, content: bytes, disk: Disk) -> None:
    fd = disk.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW)
    try:
        try:
            write_all(fd, content, disk)
            disk.fsync(fd)
        finally:
            disk.close(fd)
    except OSError:
        _discard(path, disk)
        raise


def _discard(path: Path, disk: Disk) -> None:
    with suppress(OSError):
        disk.unlink(path)


def _replace(source: Path, target: Path, disk: Disk) -> None:
    wait, waited = _FIRST_WAIT, 0.0
    while True:
        try:
            return disk.replace(source, target)
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _WINDOWS_TRANSIENT or waited + wait > _PATIENCE:
                raise
        disk.pause(wait)
        waited, wait = waited + wait, min(wait * 2, _LONGEST_WAIT)


def make_private_dir(path: Path, *, disk: Disk | None = None) -> None:
    """`path` as a folder of ours; each level it has to make is 0700 and durable, those that exist stay as
    they are.

    StoreError when it cannot be made, or when another user owns it or the link that stands in its place.
    """
    disk = disk or Disk()
    try:
        _make_levels(path, disk)
        if not is_ours(path, disk):  # looked at last, lest another user makes it in the meantime
            raise StoreError(path.name, tr("belongs to another user"), tr("Choose a folder of your own."))
    except OSError as fault:
        raise StoreError.of(path, tr("cannot be made"), fault) from fault


def is_ours(path: Path, disk: Disk) -> bool:
    """Whether nobody else owns `path` or what it links to; so is what does not exist. OSError when one cannot
    look.
    """
    if sys.platform != "win32":  # pragma: no branch - Windows files have no owner number
        with suppress(FileNotFoundError):
            return {disk.lstat(path).st_uid, disk.stat(path).st_uid} == {os.geteuid()}
    return True


def _make_levels(path: Path, disk: Disk) -> None:
    try:
        disk.mkdir(path, 0o700)
    except FileExistsError:
        if not stat.S_ISDIR(disk.stat(path).st_mode):
            raise
        return
    except FileNotFoundError:
        if path.parent == path:
            raise
        _make_levels(path.parent, disk)
        disk.mkdir(path, 0o700)
    disk.chmod(path, 0o700)  # a strict umask may have taken our own rights away
    with suppress(PermissionError):  # a parent we may enter but not list, as home folders sometimes are
        sync_folder(path.parent, disk)


def read_capped(
    path: Path, limit: int, *, follow: bool = False, single_link: bool = False, disk: Disk | None = None
) -> bytes:
    """The whole of a regular file of at most `limit` bytes.

    A link is refused unless `follow`, a file with a second name (hard link) if `single_link`; a pipe or
    device never makes it wait. StoreError otherwise.
    """
    disk = disk or Disk()
    try:
        fd = disk.open(path, os.O_RDONLY | NONBLOCK | (0 if follow else NOFOLLOW))
        try:
            found = disk.fstat(fd)
            if not stat.S_ISREG(found.st_mode):
                raise _no_file(path)
            if single_link and found.st_nlink > 1:
                raise StoreError(
                    path.name, tr("has a second name elsewhere (a hard link)"), tr("Copy it, and use the copy.")
                )
            content = b"" if found.st_size > limit else _read_up_to(fd, limit + 1, disk)
            if max(found.st_size, len(content)) > limit:
                raise StoreError(
                    path.name, tr("is larger than {limit}").format(limit=_size(limit)), tr("Choose another file.")
                )
            return content
        finally:
            disk.close(fd)
    except OSError as fault:
        if fault.errno == errno.ENXIO:  # a socket cannot even be opened
            raise _no_file(path) from fault
        raise StoreError.of(path, tr("cannot be read"), fault) from fault


def _no_file(path: Path) -> StoreError:
    return StoreError(path.name, tr("is not a file but a folder or a device"), tr("Choose another file."))


def _read_up_to(fd: int, size: int, disk: Disk) -> bytes:
    chunks: list[bytes] = []
    while size > 0 and (chunk := disk.read(fd, min(size, 1 << 24))):
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def _size(limit: int) -> str:
    return (
        tr("{limit} MB").format(limit=limit >> 20)
        if limit >= 1 << 20
        else ntr("{limit} byte", "{limit} bytes", limit).format(limit=limit)
    )
