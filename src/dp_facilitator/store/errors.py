"""What went wrong with a file, said in plain words with a way to mend it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from dp_facilitator.model.text import tidy_line
from dp_facilitator.words import marked, tr

_OTHER_FOLDER = marked("Choose another folder.")
_TRY_AGAIN = marked("Press Retry, or choose another folder.")
_NO_RIGHT = (
    marked("permission was refused"),
    marked("Choose a folder of your own, or ask whoever looks after this computer."),
)
_GONE = (
    marked("it is not there any more"),
    marked("Plug the drive in again or choose another folder, then press Retry."),
)
_WORDS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: (marked("the disk is full"), marked("Free some space, then press Retry.")),
    errno.EDQUOT: (
        marked("your share of the disk is used up"),
        marked("Delete files you no longer need, then press Retry."),
    ),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: (marked("the disk can only be read"), _OTHER_FOLDER),
    errno.EIO: (
        marked("the disk reported a fault"),
        marked("Choose another folder, and do not trust this disk with anything new."),
    ),
    errno.ELOOP: (
        marked("it is a link to somewhere else, which is not followed"),
        marked("Put the file itself there."),
    ),
    errno.ENOENT: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.EISDIR: (marked("there is a folder of that name"), marked("Rename or move that folder, then press Retry.")),
    errno.ENOTDIR: (marked("part of its path is a file, not a folder"), _OTHER_FOLDER),
    errno.EEXIST: (marked("there is a file of that name already"), marked("Choose another name or another folder.")),
    errno.ENAMETOOLONG: (marked("its name is too long"), marked("Choose a shorter name or another folder.")),
    errno.EFBIG: (marked("it is too large for this kind of disk"), _OTHER_FOLDER),
    errno.EMFILE: (marked("too many files are open"), marked("Close other programs, then press Retry.")),
    errno.EBUSY: (marked("another program is using it"), marked("Close that program, then press Retry.")),
    errno.EAGAIN: (marked("another program is using it"), marked("Close that program, then press Retry.")),
    errno.ENOLCK: (marked("this disk cannot lock files"), marked("Choose a folder on this computer's own disk.")),
    errno.EINVAL: (marked("this disk does not support it"), marked("Choose a folder on this computer's own disk.")),
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
    busy = getattr(fault, "winerror", None) in _WINDOWS_BUSY
    number = errno.EBUSY if busy else fault.errno or 0
    if number in _WORDS:
        why, mend = _WORDS[number]
        return tr(why), tr(mend)
    return os.strerror(number).lower() if number else tr("for a reason unknown"), tr(_TRY_AGAIN)


def is_full(fault: OSError) -> bool:
    """Whether more space would mend it."""
    return fault.errno in _FULL
