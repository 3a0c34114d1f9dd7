"""The journal of one session: the only truth about it, an append-only file that nothing may be lost from."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from dp_facilitator.store.disk import Disk
from dp_facilitator.store.errors import StoreError, is_full, words
from dp_facilitator.store.files import make_private_dir
from dp_facilitator.store.journal_file import JournalFile
from dp_facilitator.store.lines import FIRST, decode
from dp_facilitator.store.recovery import LIMIT, Loaded, journal_name, recover
from dp_facilitator.store.reserve import Reserve
from dp_facilitator.words import tr


class Journal:
    """An open journal. It belongs to one thread at a time.

    `append` takes lines over, `sync` answers how many are on the disk: only those may be called saved.
    Everything is also kept in memory, so when its file or its folder fails the whole session so far is
    written to a new file: in the same folder, else in a folder of the same name in one of `others`.
    """

    def __init__(
        self,
        places: Sequence[Path],
        file: JournalFile,
        number: int,
        loaded: Loaded,
        raw: list[bytes],
        disk: Disk,
    ) -> None:
        self.loaded = loaded
        self.readonly = loaded.readonly  # and once it is closed
        self._places = tuple(places)  # the one in use first
        self._file = file
        self._number = number
        self._raw = raw
        self._size = sum(map(len, raw))
        self._written = len(raw)
        self._notices: list[str] = []
        self._disk = disk

    @classmethod
    def create(cls, folder: Path, others: Sequence[Path] = (), *, disk: Disk | None = None) -> Journal:
        """The journal of a new session, in the folder that is made for it; StoreError when that fails."""
        disk = disk or Disk()
        make_private_dir(folder, disk=disk)
        try:
            file = JournalFile.start(folder / FIRST, disk)
        except OSError as fault:
            raise StoreError.of(folder / FIRST, tr("cannot be made"), fault) from fault
        journal = cls(_places(folder, others), file, 1, Loaded(), [], disk)
        try:
            journal._reserve.lay_in()
        except OSError as fault:
            journal._notices.append(
                tr("No space could be kept in reserve: {why}. {mend}").format(why=words(fault)[0], mend=words(fault)[1])
            )
        return journal

    @classmethod
    def open(
        cls, folder: Path, others: Sequence[Path] = (), *, readonly: bool = False, disk: Disk | None = None
    ) -> Journal:
        """The journal of a session that was begun before; what was found is in `loaded`.

        With `readonly`, as when another program has the session, no file is touched. StoreError when nothing
        is there.
        """
        disk = disk or Disk()
        places = _places(folder, others)
        found = recover(places, mend=not readonly, disk=disk)
        if found.loaded.readonly:
            file = JournalFile(found.path, -1, found.size, disk)
        else:
            file = JournalFile.resume(found.path, found.size, disk)
        current = found.path.parent
        return cls(_first(current, places), file, found.number, found.loaded, found.raw, disk)

    @property
    def folder(self) -> Path:
        """Where the session is being written now."""
        return self._places[0]

    @property
    def _reserve(self) -> Reserve:
        return Reserve(self.folder, self._disk)

    @property
    def next_n(self) -> int:
        """The number the next line must have."""
        return len(self._raw)

    def take_notices(self) -> tuple[str, ...]:
        """What the person at the desk should know since this was last asked, sentence by sentence."""
        notices, self._notices = tuple(self._notices), []
        return notices

    def append(self, batch: Sequence[bytes]) -> None:
        """Takes over encoded lines, numbered from `next_n`; they are safe from a crash of this program when
        the disk is well, and never need to be appended twice: if it is not, `sync` tries again and says so.

        ValueError for a line that could not be read back, and then none is taken; StoreError if this journal
        is for reading only or full.
        """
        if self.readonly:
            raise StoreError(self._file.path.name, tr("is open for reading only"), tr("Start a new session."))
        for n, line in enumerate(batch, len(self._raw)):
            if decode(line).n != n:
                raise ValueError(f"line {n} was expected here")
        size = self._size + sum(map(len, batch))
        if size > LIMIT:  # more could be written, but would be refused when the session is opened again
            raise StoreError(
                self._file.path.name,
                tr("has reached {limit} MB").format(limit=LIMIT >> 20),
                tr("Finish this session."),
            )
        self._size = size
        self._raw.extend(batch)
        with suppress(OSError):
            self._write()

    def sync(self) -> int:
        """Returns how many lines are on the disk, all of them; StoreError when no place would take them.

        They stay in memory then: calling it again tries again.
        """
        if not self.readonly:
            try:
                self._write()
                self._file.settle()
            except OSError as fault:
                self._move(fault)
        return len(self._raw)

    def close(self) -> None:
        """Syncs, gives the reserve back, lets the file go; when that fails StoreError, and it stays open."""
        self.sync()
        self._file.close()
        if not self.readonly:
            self._reserve.give_up()
        self.readonly = True

    def _write(self) -> None:
        waiting = b"".join(self._raw[self._written :])
        try:
            self._file.add(waiting)
        except OSError as fault:
            if not (is_full(fault) and self._file.fault is None and self._open_reserve()):
                raise
            self._file.add(waiting)
        self._written = len(self._raw)

    def _move(self, fault: OSError) -> None:
        """Writes the whole session to a new file, wherever one can be made; StoreError when nowhere."""
        old = self._file
        if is_full(fault):
            self._open_reserve()
        for place in self._places if old.fault else self._places[1:]:
            try:
                self._file = self._start(place)
            except (OSError, StoreError):
                continue
            old.close()
            self._notices.append(
                tr("{name} could not be written: {why}. Nothing is lost: the whole session is now in {path}.").format(
                    name=old.path.name, why=words(fault)[0], path=self._file.path
                )
            )
            self._places = _first(place, self._places)
            self._written = len(self._raw)
            return
        raise StoreError.of(old.path, tr("cannot be written"), fault) from fault

    def _start(self, place: Path) -> JournalFile:
        if place == self.folder:
            # Its parent is not made anew: where a drive was pulled out that would be a folder on the wrong
            # disk, hidden when the drive comes back.
            self._disk.stat(place.parent)
        make_private_dir(place, disk=self._disk)
        self._number += 1
        return JournalFile.copy(place / journal_name(self._number), b"".join(self._raw), self._disk)

    def _open_reserve(self) -> bool:
        if not self._reserve.give_up():
            return False
        self._notices.append(tr("The disk is full; the megabyte kept in reserve is in use. Free some space now."))
        return True


def _places(folder: Path, others: Sequence[Path]) -> tuple[Path, ...]:
    return (folder, *(other / folder.name for other in others))


def _first(place: Path, places: Sequence[Path]) -> tuple[Path, ...]:
    return (place, *(other for other in places if other != place))
