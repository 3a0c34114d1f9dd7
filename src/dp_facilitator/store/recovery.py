"""Reading a session's journal back after whatever happened to it, and mending what can be mended.

A journal is one or more files, `journal.jsonl`, `journal.2.jsonl`, …, perhaps in several folders; each
starts again from entry 0, so that any one of them may be lost. What follows the last whole line of a file
was being written when the program or the computer stopped: it is kept in `journal.torn` and cut off. A bad
line *before* whole ones is damage: nothing is cut, a copy is put aside, and the journal is for reading only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dp_facilitator.store.disk import NOFOLLOW, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import is_ours, read_capped, write_atomic
from dp_facilitator.store.garbage import no_search_for_garbage
from dp_facilitator.store.lines import FIRST, BadLine, Line, decode
from dp_facilitator.words import marked, ntr, tr

READ_ONLY = marked("The others are shown, but nothing can be added to this session.")
_DAMAGED = ("journal.damaged-1.jsonl", "journal.damaged-{}.jsonl")
_TORN = ("journal.torn", "journal.torn.{}")
LIMIT = 64 << 20  # bytes of one file
_NAME = re.compile(r"journal(?:\.([1-9][0-9]{0,5}))?\.jsonl")


@dataclass(frozen=True)
class Loaded:
    """What a journal held when it was opened.

    lines: in order of n; notices: sentences for the person at the desk; damaged: how many entries are missing
    or cannot be trusted; readonly: nothing can be added.
    """

    lines: tuple[Line, ...] = ()
    notices: tuple[str, ...] = ()
    damaged: int = 0
    readonly: bool = False


@dataclass(frozen=True)
class Scan:
    """One file as read.

    lines, raw: each whole line and its bytes, by n; good: bytes up to the end of the last of them; tail: the
    bytes after that; doubtful: lines out of order, and bad lines among whole ones beyond those that a gap in
    n accounts for.
    """

    path: Path
    lines: dict[int, Line]
    raw: dict[int, bytes]
    good: int
    tail: bytes
    doubtful: int


@dataclass(frozen=True)
class Recovered:
    """What was read. raw: the lines' bytes, in order of n; path and size: the file to go on with; number:
    the highest number a file has.
    """

    loaded: Loaded
    raw: list[bytes]
    path: Path
    size: int
    number: int


def journal_name(number: int) -> str:
    """`journal.jsonl` for 1, `journal.2.jsonl` for 2."""
    return FIRST if number == 1 else f"journal.{number}.jsonl"


def recover(places: Sequence[Path], *, mend: bool, disk: Disk) -> Recovered:
    """The journal whose files lie in `places`, the session's own folder first.

    Changes nothing unless `mend`. StoreError when there is none, or none of it can be read.
    """
    found = _files(places, disk)
    scans, faults = [], []
    with no_search_for_garbage():
        for _, path in found:
            try:
                scans.append(_scan(path, disk))
            except StoreError as fault:
                faults.append(fault)
    if faults and not any(scan.lines for scan in scans):
        raise faults[0]
    return _merge(scans, faults, found[-1][0], mend, disk)


def _files(places: Sequence[Path], disk: Disk) -> list[tuple[int, Path]]:
    found: list[tuple[int, Path]] = []
    fault: OSError = FileNotFoundError(2, os.strerror(2))
    for place in places:
        try:
            # A stranger's folder among the spare ones is not believed.
            if place == places[0] or is_ours(place, disk):
                names = [match for name in disk.names(place) if (match := _NAME.fullmatch(name))]
                found += [(int(match[1] or 1), place / match[0]) for match in names]
        except OSError as trouble:
            fault = trouble if place == places[0] else fault
    if not found:
        raise StoreError.of(places[0] / FIRST, tr("cannot be read"), fault)
    return sorted(found)


def _scan(path: Path, disk: Disk) -> Scan:
    content = read_capped(path, LIMIT, single_link=True, disk=disk)
    chunks = content.split(b"\n")
    chunks.pop()  # nothing, or half a line
    # Two tables rather than one of pairs: the garbage collector would look at every pair again and again.
    lines: dict[int, Line] = {}
    kept: dict[int, bytes] = {}
    good = offset = bad = bad_before = strays = 0
    last = -1
    for chunk in chunks:
        raw = chunk + b"\n"
        offset += len(raw)
        try:
            line = decode(raw)
        except BadLine:
            bad += 1
            continue
        if line.n <= last:
            strays += 1
        last = line.n
        lines.setdefault(last, line)
        kept.setdefault(last, raw)
        good, bad_before = offset, bad
    if not lines and bad > 1:  # not one half-written line but a file of something else: leave it alone
        bad_before, good = bad, len(content)
    gone = max(lines, default=-1) + 1 - len(lines)
    return Scan(path, lines, kept, good, content[good:], strays + max(0, bad_before - gone))


def _merge(scans: list[Scan], faults: list[StoreError], number: int, mend: bool, disk: Disk) -> Recovered:
    lines: dict[int, Line] = {}
    raw: dict[int, bytes] = {}
    for scan in scans:
        lines, raw = scan.lines | lines, scan.raw | raw
    clash = sum(raw[n] != other for scan in scans[1:] for n, other in scan.raw.items())
    total = max(raw, default=-1) + 1
    damaged = total - len(raw) + clash + sum(scan.doubtful for scan in scans)
    notices = [tr("{fault} The other copy of the session is shown.").format(fault=fault) for fault in faults]
    if damaged:
        notices.append(_put_aside(damaged, total, scans, mend, disk))
    elif mend:
        notices += [_cut(scan, disk) for scan in scans if scan.tail]
    order = sorted(raw)
    readonly = bool(damaged or faults or not mend)
    loaded = Loaded(tuple(lines[n] for n in order), tuple(notices), damaged, readonly)
    # The file that reaches furthest is gone on with; of two that do, the newer.
    last = max(scans, key=lambda scan: (max(scan.raw, default=-1), scans.index(scan)))
    return Recovered(loaded, [raw[n] for n in order], last.path, last.good, number)


def _put_aside(damaged: int, total: int, scans: list[Scan], mend: bool, disk: Disk) -> str:
    words = ntr("{n} of {total} entries is damaged.", "{n} of {total} entries are damaged.", damaged)
    text = f"{words.format(n=damaged, total=max(total, damaged))} {tr(READ_ONLY)}"
    if mend:
        with suppress(OSError, StoreError):
            originals = [(scan.path.parent, read_capped(scan.path, LIMIT, disk=disk)) for scan in scans]
            kept = [_keep(folder, content, _DAMAGED, disk) for folder, content in originals]
            text = f"{text} {tr('A copy is in {names}.').format(names=', '.join(kept))}"
    return text


def _cut(scan: Scan, disk: Disk) -> str:
    try:
        kept = _keep(scan.path.parent, scan.tail, _TORN, disk)
        fd = disk.open(scan.path, os.O_WRONLY | NOFOLLOW)
        try:
            disk.ftruncate(fd, scan.good)
            disk.fsync(fd)
        finally:
            disk.close(fd)
    except (OSError, StoreError):
        return tr("The end of {name} is cut off. It stays there; the session goes on in a new file.").format(
            name=scan.path.name
        )
    return tr("The last entry was cut off when the program stopped. The rest is here, its remains in {kept}.").format(
        kept=kept
    )


def _keep(folder: Path, content: bytes, pattern: tuple[str, str], disk: Disk) -> str:
    """The name of the file in `folder` that holds `content`: the copy made last time, or a new one."""
    taken = set(disk.names(folder))
    name, k = pattern[0], 1
    while name in taken and read_capped(folder / name, LIMIT, disk=disk) != content:
        k += 1
        name = pattern[1].format(k)
    if name not in taken:
        write_atomic(folder / name, content, disk=disk)
    return name
