"""What has been typed but not yet sent, so that a crash costs a moment's typing and no more."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from threading import Lock

from dp_facilitator.store.disk import NOFOLLOW, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped, sync_folder, write_all
from dp_facilitator.store.lines import BadLine, decode, encode
from dp_facilitator.words import tr

_NAME = re.compile(r"draft(?:\.([1-9][0-9]{0,8}))?\.jsonl")
_LIMIT = 64 << 20  # bytes read back of one file
_COMPACT_AT = 256 << 10  # bytes


class Drafts:
    """The unsent text of each box of a session, in `draft.jsonl` in its folder.

    `keep` appends without waiting for the disk (microseconds; safe from a crash of the program at once),
    `sync` makes what was kept durable; the two may be called from two threads, one each. A file that has
    grown past 256 KB or failed, or that an earlier run left, is never appended to: the texts as they stand go
    on in `draft.2.jsonl`, and `sync` removes the older file when the newer is on the disk. Thus there is no
    moment without a whole file.
    """

    def __init__(self, folder: Path, *, disk: Disk | None = None) -> None:
        """Reads what an earlier run left; torn or damaged lines are passed over. StoreError when it cannot be
        read.
        """
        self._folder = folder
        self._disk = disk or Disk()
        self._lock = Lock()
        self._texts: dict[str, str] = {}
        self._n = 0
        self._number = 0
        self._path = folder / "draft.jsonl"
        self._fd = -1
        self._size = 0
        self._named = False
        self._changed = False
        self._older: list[tuple[int, Path]] = []  # descriptor or -1
        self._load()

    def _load(self) -> None:
        try:
            names = self._disk.names(self._folder)
        except OSError as fault:
            raise StoreError.of(self._path, tr("cannot be read"), fault) from fault
        newest: dict[str, int] = {}
        for found in filter(None, map(_NAME.fullmatch, names)):
            path = self._folder / found[0]
            self._older.append((-1, path))
            self._number = max(self._number, int(found[1] or 1))
            for raw in read_capped(path, _LIMIT, single_link=True, disk=self._disk).split(b"\n"):
                with suppress(BadLine, KeyError):
                    line = decode(raw + b"\n")
                    box = str(line.data["box"])
                    if line.n >= newest.get(box, 0):
                        newest[box], self._texts[box] = line.n, str(line.data["text"])
        self._n = max(newest.values(), default=-1) + 1

    def latest(self) -> dict[str, str]:
        """The text of every box that is not empty, by the box's name."""
        with self._lock:
            return {box: text for box, text in self._texts.items() if text}

    def keep(self, box: str, text: str) -> None:
        """Remembers the whole text of `box`; StoreError when it cannot be written, and then `latest` has it
        still.
        """
        with self._lock:
            if self._texts.get(box, "") == text:
                return
            self._texts[box] = text
            try:
                if self._fd < 0 or self._size > _COMPACT_AT:
                    self._begin()
                else:
                    self._size += self._add(self._fd, box)
            except OSError as fault:
                self._retire()
                raise StoreError.of(self._path, tr("cannot be written"), fault) from fault

    def clear(self, box: str) -> None:
        """Forgets the text of `box`, which has been sent."""
        self.keep(box, "")

    def sync(self) -> None:
        """Returns when what was kept before the call is on the disk; StoreError when it is not: call it
        again.
        """
        try:
            with self._lock:
                if self._fd < 0 and self._texts:
                    self._begin()
                fd, named, older = self._fd, self._named, list(self._older)
                changed, self._changed = self._changed, False
            if fd >= 0 and changed:  # outside the lock: typing must not wait for the disk
                self._disk.fsync(fd)
                if not named:
                    sync_folder(self._folder, self._disk)
                self._remove(fd, older)
        except OSError as fault:
            with self._lock:
                self._retire()
            raise StoreError.of(self._path, tr("cannot be written"), fault) from fault

    def close(self) -> None:
        """Lets the files go, without a sync."""
        with self._lock:
            self._retire()
            for fd, _ in self._older:
                self._release(fd)
            self._older = [(-1, path) for _, path in self._older]

    def _begin(self) -> None:
        """Starts a new file with every text as it stands."""
        path = self._folder / (f"draft.{self._number + 1}.jsonl" if self._number else "draft.jsonl")
        self._number += 1
        fd = self._disk.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | NOFOLLOW)
        try:
            size = sum(self._add(fd, box) for box in self._texts)
        except OSError:
            self._older.append((fd, path))
            raise
        self._retire()
        self._fd, self._path, self._size, self._named = fd, path, size, False

    def _add(self, fd: int, box: str) -> int:
        line = encode(self._n, "draft", {}, {"box": box, "text": self._texts[box]})
        self._n += 1
        self._changed = True
        write_all(fd, line, self._disk)
        return len(line)

    def _retire(self) -> None:
        if self._fd >= 0:
            self._older.append((self._fd, self._path))
        self._fd = -1

    def _remove(self, fd: int, older: list[tuple[int, Path]]) -> None:
        with self._lock:
            self._named = self._named or self._fd == fd
            self._older = [file for file in self._older if file not in older]
        for old, path in older:
            self._release(old)
            with suppress(OSError):  # it would only be read, found older and removed next time
                self._disk.unlink(path)

    def _release(self, fd: int) -> None:
        if fd >= 0:
            with suppress(OSError):
                self._disk.close(fd)
