"""What went wrong with a file, said in plain words with a way to mend it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from dp_facilitator.model.text import tidy_line

_OTHER_FOLDER = "Choose another folder."
_NO_RIGHT = (
    "permission was refused",
    "Choose a folder of your own, or ask whoever looks after this computer.",
)
_GONE = ("it is not there any more", "Plug the drive in again or choose another folder, then press Retry.")
_WORDS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", "Free some space, then press Retry."),
    errno.EDQUOT: ("your share of the disk is used up", "Delete files you no longer need, then press Retry."),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: ("the disk can only be read", _OTHER_FOLDER),
    errno.EIO: (
        "the disk reported a fault",
        "Choose another folder, and do not trust this disk with anything new.",
    ),
    errno.ELOOP: ("it is a link to somewhere else, which is not followed", "Put the file itself there."),
    errno.ENOENT: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.EISDIR: ("there is a folder of that name", "Rename or move that folder, then press Retry."),
    errno.ENOTDIR: ("part of its path is a file, not a folder", _OTHER_FOLDER),
    errno.EEXIST: ("there is a file of that name already", "Choose another name or another folder."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name or another folder."),
    errno.EFBIG: ("it is too large for this kind of disk", _OTHER_FOLDER),
    errno.EMFILE: ("too many files are open", "Close other programs, then press Retry."),
    errno.EBUSY: ("another program is using it", "Close that program, then press Retry."),
    errno.EAGAIN: ("another program is using it", "Close that program, then press Retry."),
    errno.ENOLCK: ("this disk cannot lock files", "Choose a folder on this computer's own disk."),
    errno.EINVAL: ("this disk does not support it", "Choose a folder on this computer's own disk."),
}
_WINDOWS_BUSY = (32, 33)
_FULL = (errno.ENOSPC, errno.EDQUOT)


class StoreError(Exception):
    """A file that cannot be used, in words for the person at the desk.

    file: its name; place: where in it ("line 3", a field's name), "" for the whole; reason: what is wrong, a
    clause without a full stop; mend: what to do about it, a sentence.
    """

    def __init__(self, file: str, reason: str, mend: str, place: str = "") -> None:
        super().__init__(file, reason, mend, place)
        self.file = tidy_line(file)
        self.place = place
        self.reason = reason
        self.mend = mend

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.reason}. {self.mend}"

    @classmethod
    def of(cls, path: Path, trouble: str, fault: OSError) -> StoreError:
        """The words for `fault`; `trouble` is what did not work: "cannot be written"."""
        why, mend = words(fault)
        return cls(path.name, f"{trouble}: {why}", mend)


def words(fault: OSError) -> tuple[str, str]:
    """Why and how to mend it, for any error of the operating system."""
    if getattr(fault, "winerror", None) in _WINDOWS_BUSY:
        return _WORDS[errno.EBUSY]
    number = fault.errno or 0
    unknown = (
        os.strerror(number).lower() if number else "for a reason unknown",
        "Press Retry, or choose another folder.",
    )
    return _WORDS.get(number, unknown)


def is_full(fault: OSError) -> bool:
    """Whether more space would mend it."""
    return fault.errno in _FULL
