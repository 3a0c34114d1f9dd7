"""The journal: what was confirmed is there again, whatever happened in between."""

import errno
import json
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faulty import FAULTS, Faulty, fault

from dp_facilitator.store.disk import Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.journal_file import JournalFile
from dp_facilitator.store.lines import encode
from dp_facilitator.store.recovery import LIMIT


def line(n: int, text: str = "It was effective when you paused – naïve é") -> bytes:
    return encode(n, "noted", {"at": n}, {"text": text})


def lines(count: int) -> list[bytes]:
    return [line(n) for n in range(count)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions" / "s1"


def written(folder: Path, count: int) -> Path:
    """The file of a finished journal of `count` lines."""
    journal = Journal.create(folder)
    journal.append(lines(count))
    assert journal.sync() == count
    journal.close()
    return folder / "journal.jsonl"


def reopened(folder: Path, others: tuple[Path, ...] = ()) -> Journal:
    journal = Journal.open(folder, others)
    journal.close()
    return journal


def numbers(journal: Journal) -> list[int]:
    return [entry.n for entry in journal.loaded.lines]


# In good weather


def test_what_is_appended_and_synced_is_there_again(folder):
    journal = Journal.create(folder)
    assert (journal.loaded.lines, journal.next_n, journal.folder) == ((), 0, folder)
    journal.append([line(0), line(1)])
    journal.append([line(2)])
    assert journal.sync() == 3
    journal.close()
    again = Journal.open(folder)
    assert numbers(again) == [0, 1, 2]
    assert again.loaded.lines[1].data == {"text": "It was effective when you paused – naïve é"}
    assert (again.loaded.notices, again.loaded.damaged, again.loaded.readonly) == ((), 0, False)
    again.append([line(3)])
    assert again.sync() == 4
    again.close()
    assert (folder / "journal.jsonl").read_bytes() == b"".join(lines(4))
    assert os.listdir(folder) == ["journal.jsonl"]


def test_everything_is_private_from_the_first_byte(folder):
    modes = []

    class Watching(Disk):
        def write(self, fd, chunk):
            modes.append(stat.S_IMODE(os.fstat(fd).st_mode))
            return super().write(fd, chunk)

    before = os.umask(0)
    try:
        journal = Journal.create(folder, disk=Watching())
        journal.append(lines(1))
        journal.close()
    finally:
        os.umask(before)
    assert set(modes) == {0o600}
    assert [stat.S_IMODE(f.stat().st_mode) for f in (folder, folder.parent)] == [0o700, 0o700]


def test_the_first_sync_is_of_the_file_and_its_name_later_ones_of_the_file(folder):
    disk = Faulty()
    journal = Journal.create(folder, disk=disk)
    del disk.seen[:]
    journal.append(lines(1))
    journal.sync()
    assert disk.seen == ["write", "fstat", "lstat", "fsync", "open", "fsync", "close"]
    del disk.seen[:]
    journal.append([line(1)])
    journal.sync()
    assert disk.seen == ["write", "fstat", "lstat", "fsync"]


def test_what_an_earlier_run_wrote_is_synced_before_it_counts(folder):
    written(folder, 2)
    disk = Faulty()
    journal = Journal.open(folder, disk=disk)
    assert "fsync" not in disk.seen
    journal.sync()
    assert disk.seen.count("fsync") == 2


def test_a_line_that_could_not_be_read_back_is_never_written(folder):
    journal = Journal.create(folder)
    for batch in ([line(1)], [line(0), line(0)], [line(0)[:-1]], [line(0) * 2], [b"\n"]):
        with pytest.raises(ValueError):  # noqa: PT011 - the words are for the programmer
            journal.append(batch)
    journal.append([line(0)])
    assert journal.sync() == 1
    journal.close()
    assert numbers(reopened(folder)) == [0]


def test_a_long_note_is_kept_whole(folder):
    journal = Journal.create(folder)
    journal.append([line(0, "é" * 50_000)])
    journal.close()
    assert reopened(folder).loaded.lines[0].data["text"] == "é" * 50_000


def test_a_journal_that_would_be_too_large_to_open_takes_no_more(folder):
    journal = Journal.create(folder)
    with pytest.raises(StoreError, match="has reached 64 MB"):
        journal.append([line(0, "x" * LIMIT)])
    journal.append([line(0)])
    assert journal.sync() == 1


def test_a_session_is_never_created_over_another(folder):
    written(folder, 3)
    with pytest.raises(StoreError, match=r"journal\.jsonl: cannot be made: there is a file of that name"):
        Journal.create(folder)
    assert numbers(reopened(folder)) == [0, 1, 2]


def test_an_empty_journal_is_a_session_never_started(folder):
    Journal.create(folder).close()
    journal = Journal.open(folder)
    assert journal.loaded.lines == ()
    assert journal.loaded.notices == ()
    journal.append(lines(1))
    assert journal.sync() == 1


def test_a_closed_journal_takes_nothing_and_can_be_closed_again(folder):
    journal = Journal.create(folder)
    journal.append(lines(1))
    journal.close()
    journal.close()
    assert journal.sync() == 1
    with pytest.raises(StoreError, match="reading only"):
        journal.append([line(1)])


def test_a_hundred_thousand_entries_open_quickly(folder):
    folder.mkdir(parents=True)
    stamp = {"wall": "2026-01-01T10:00:00Z", "boot": 123456789012}
    text = "It was effective when you looked at each of us before you began"
    batch = [encode(n, "noted", stamp, {"note": n, "text": text}) for n in range(100_000)]
    (folder / "journal.jsonl").write_bytes(b"".join(batch))
    start = time.perf_counter()
    journal = Journal.open(folder, readonly=True)
    took = time.perf_counter() - start
    assert len(journal.loaded.lines) == 100_000
    assert took < 3  # 0.7 on an idle laptop; the rest is for a busy machine


# Tails


@pytest.mark.parametrize(
    "tail",
    [
        line(3)[:-1],
        line(3)[: line(3).index("é".encode()) + 1],
        b"{",
        b"\0" * 4096,
        line(3)[:20] + line(3),
        line(3)[:20] + b"\n" + line(5)[:9],
        line(3).replace(b"pau", b"cau"),
    ],
    ids=["no line feed", "inside a character", "one byte", "zeros", "glued", "twice", "last line damaged"],
)
def test_a_bad_tail_is_kept_aside_and_the_session_goes_on(folder, tail):
    path = written(folder, 3)
    with path.open("ab") as file:
        file.write(tail)
    journal = Journal.open(folder)
    assert numbers(journal) == [0, 1, 2]
    assert not journal.loaded.readonly
    assert journal.loaded.notices == (
        "The last entry was cut off when the program stopped. The rest is here, its remains in journal.torn.",
    )
    assert (folder / "journal.torn").read_bytes() == tail
    journal.append([line(3)])
    journal.close()
    again = reopened(folder)
    assert numbers(again) == [0, 1, 2, 3]
    assert again.loaded.notices == ()


def test_every_tail_is_kept_under_its_own_name(folder):
    path = written(folder, 1)
    for tail in (b"one", b"two", b"three", b"two"):
        with path.open("ab") as file:
            file.write(tail)
        reopened(folder)
    kept = {name: (folder / name).read_bytes() for name in os.listdir(folder) if "torn" in name}
    assert kept == {"journal.torn": b"one", "journal.torn.2": b"two", "journal.torn.3": b"three"}


@pytest.mark.parametrize("number", [*FAULTS.values(), 0], ids=[*FAULTS, "short"])
@pytest.mark.parametrize("lasting", [False, True])
def test_whatever_fails_while_a_tail_is_mended_nothing_is_lost(folder, number, lasting):
    k = 0
    while True:
        for name in os.listdir(folder) if folder.exists() else ():
            (folder / name).unlink()
        path = written(folder, 3)
        with path.open("ab") as file:
            file.write(b'{"n":3,"k"')
        disk = Faulty(k, number, lasting=lasting)
        confirmed = 3
        try:
            journal = Journal.open(folder, disk=disk)
            assert numbers(journal) == [0, 1, 2]
            journal.append([line(3)])
            confirmed = journal.sync()
        except StoreError:
            assert number
        remains = [(folder / name).read_bytes() for name in os.listdir(folder)]
        assert any(content.endswith(b'{"n":3,"k"') for content in remains)
        again = reopened(folder)
        assert numbers(again)[:confirmed] == list(range(confirmed))
        assert not again.loaded.readonly
        if disk.count <= k:
            break
        k += 1
    assert k > 15


def test_a_tail_that_cannot_be_mended_stays_and_the_session_goes_on_beside_it(folder):
    path = written(folder, 2)
    with path.open("ab") as file:
        file.write(b"torn")
    journal = Journal.open(folder, disk=Faulty(0, errno.EIO, calls=("ftruncate",)))
    assert "It stays there" in journal.loaded.notices[0]
    journal.append([line(2)])
    assert journal.sync() == 3
    assert (folder / "journal.2.jsonl").read_bytes() == b"".join(lines(3))
    assert path.read_bytes().endswith(b"torn")


# Damage


def test_a_flipped_bit_among_whole_lines_is_said_and_nothing_is_changed(folder):
    path = written(folder, 58)
    blob = path.read_bytes().replace(b'"n":20,', b'"n":21,', 1)
    path.write_bytes(blob)
    journal = Journal.open(folder)
    assert numbers(journal) == [n for n in range(58) if n != 20]
    assert (journal.loaded.damaged, journal.loaded.readonly) == (1, True)
    assert journal.loaded.notices == (
        "1 of 58 entries is damaged. The others are shown, but nothing can be added to this session. "
        "A copy is in journal.damaged-1.jsonl.",
    )
    assert (folder / "journal.damaged-1.jsonl").read_bytes() == path.read_bytes() == blob
    with pytest.raises(StoreError, match=r"journal\.jsonl: is open for reading only"):
        journal.append([line(58)])
    assert journal.sync() == 57
    journal.close()
    reopened(folder)
    assert sorted(os.listdir(folder)) == ["journal.damaged-1.jsonl", "journal.jsonl"]


def test_a_naive_reader_would_have_believed_the_damage(folder):
    path = written(folder, 3)
    path.write_bytes(path.read_bytes().replace(b"effective", b"defective"))
    believed = [json.loads(raw)["n"] for raw in path.read_bytes().splitlines()]
    assert believed == [0, 1, 2]
    assert numbers(reopened(folder)) == []


@pytest.mark.parametrize(
    ("order", "kept", "damaged"),
    [
        ([0, 1, 3], [0, 1, 3], 1),
        ([1, 2], [1, 2], 1),
        ([0, 1, 1, 2], [0, 1, 2], 1),
        ([0, 2, 1, 3], [0, 1, 2, 3], 1),
        ([3, 2, 1, 0], [0, 1, 2, 3], 3),
        ([0, -1, 1], [0, 1], 1),
        ([0, -1, 2], [0, 2], 1),
        ([0, -1, 4], [0, 4], 3),
        ([-1, -1], [], 2),
        ([0, -1, 2, -1], [0, 2], 1),
    ],
)
def test_gaps_repetitions_disorder_and_strange_lines_are_damage(folder, order, kept, damaged):
    folder.mkdir(parents=True)
    blob = b"".join(b"strange\n" if n < 0 else line(n) for n in order)
    (folder / "journal.jsonl").write_bytes(blob)
    journal = Journal.open(folder)
    assert (numbers(journal), journal.loaded.damaged, journal.loaded.readonly) == (kept, damaged, True)
    assert (folder / "journal.damaged-1.jsonl").read_bytes() == blob
    assert (folder / "journal.jsonl").read_bytes() == blob


def test_damage_where_no_copy_can_be_made_is_shown_all_the_same(folder):
    path = written(folder, 3)
    path.write_bytes(path.read_bytes().replace(b'"n":1,', b'"n":7,'))
    journal = Journal.open(folder, disk=Faulty(0, errno.EROFS, calls=("write",), lasting=True))
    assert numbers(journal) == [0, 2]
    assert "copy" not in journal.loaded.notices[0]


def test_every_damaged_byte_every_truncation_and_every_zeroed_block(folder):
    whole = b"".join(encode(n, "noted", {"at": n}, {"x": "é"}) for n in range(4))
    starts = [whole.index(b'{"n":%d' % n) for n in range(4)]
    folder.mkdir(parents=True)
    path = folder / "journal.jsonl"

    def read(blob: bytes, first_changed: int) -> None:
        path.write_bytes(blob)
        loaded = Journal.open(folder, readonly=True).loaded
        for entry in loaded.lines:
            assert (entry.kind, entry.stamp, entry.data) == ("noted", {"at": entry.n}, {"x": "é"})
        intact = sum(end <= first_changed for end in [*starts[1:], len(whole)])
        assert [entry.n for entry in loaded.lines][:intact] == list(range(intact))
        assert len(loaded.lines) < 4 or blob == whole

    for at in range(len(whole)):
        for value in {0, 10, 13, 32, 34, 48, 49, 92, 125, 255, whole[at] ^ 1, whole[at] ^ 128} - {whole[at]}:
            read(whole[:at] + bytes([value]) + whole[at + 1 :], at)
        read(whole[:at], at)
        read(whole[:at] + bytes(min(64, len(whole) - at)) + whole[at + 64 :], at)


# Files that are not ours to touch


def test_links_folders_and_second_names_are_refused(folder, tmp_path):
    (tmp_path / "precious").write_bytes(b"keep")
    for make in (
        lambda path: path.symlink_to(tmp_path / "precious"),
        lambda path: os.link(tmp_path / "precious", path),
        lambda path: path.mkdir(),
        os.mkfifo,
    ):
        folder.mkdir(parents=True)
        make(folder / "journal.jsonl")
        with pytest.raises(StoreError, match=r"journal\.jsonl"):
            Journal.open(folder)
        with pytest.raises(StoreError, match=r"journal\.jsonl: cannot be made"):
            Journal.create(folder)
        folder.rename(tmp_path / f"done {time.perf_counter_ns()}")
        folder.parent.rmdir()
    assert (tmp_path / "precious").read_bytes() == b"keep"


def test_a_file_that_is_far_too_large_is_refused_unread(folder):
    path = written(folder, 1)
    with path.open("ab") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(StoreError, match="larger than 64 MB"):
        Journal.open(folder)


def test_no_session_there(folder, tmp_path):
    with pytest.raises(StoreError, match=r"journal\.jsonl: cannot be read: it is not there"):
        Journal.open(folder, (tmp_path / "other",))
    folder.mkdir(parents=True)
    with pytest.raises(StoreError, match="not there"):
        Journal.open(folder)
    with pytest.raises(StoreError, match="permission was refused"):
        Journal.open(folder, disk=Faulty(0, errno.EACCES, calls=("names",)))


def test_reading_only_touches_nothing(folder):
    path = written(folder, 2)
    with path.open("ab") as file:
        file.write(b"being written")
    journal = Journal.open(folder, readonly=True)
    assert (numbers(journal), journal.loaded.notices, journal.loaded.readonly) == ([0, 1], (), True)
    path.write_bytes(line(0) + line(2))
    assert "copy" not in Journal.open(folder, readonly=True).loaded.notices[0]
    assert os.listdir(folder) == ["journal.jsonl"]


# A disk that fills, and places that die


def test_the_reserve_is_there_and_given_back(folder):
    journal = Journal.create(folder)
    assert (folder / "reserve.bin").stat().st_size == 1 << 20
    assert stat.S_IMODE((folder / "reserve.bin").stat().st_mode) == 0o600
    journal.close()
    assert not (folder / "reserve.bin").exists()


def test_a_session_begins_without_a_reserve_and_says_so(folder):
    journal = Journal.create(folder, disk=Faulty(0, errno.ENOSPC, calls=("write",)))
    assert not (folder / "reserve.bin").exists()
    assert journal.take_notices() == (
        "No space could be kept in reserve: the disk is full. Free some space, then press Retry.",
    )
    assert journal.take_notices() == ()
    journal.append(lines(1))
    assert journal.sync() == 1


class Filling(Disk):
    """A disk with `room` bytes; the reserve is worth a hundred."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.writes = 0

    def write(self, fd, chunk):
        if len(chunk) == 1 << 20:
            return super().write(fd, chunk)
        self.writes += 1
        if not self.room:
            raise fault(errno.ENOSPC)
        taken = super().write(fd, chunk[: self.room])
        self.room -= taken
        return taken

    def ftruncate(self, fd, size):
        self.room += os.fstat(fd).st_size - size
        super().ftruncate(fd, size)

    def unlink(self, path):
        super().unlink(path)
        self.room += 100 if path.name == "reserve.bin" else 0


def test_on_a_full_disk_the_reserve_is_used_once_and_then_the_line_waits(folder):
    size = len(line(0))
    disk = Filling(size * 2 + 10)
    journal = Journal.create(folder, disk=disk)
    journal.append(lines(2))
    assert journal.sync() == 2
    journal.append([line(2)])
    assert journal.sync() == 3
    assert "reserve" in journal.take_notices()[0]
    journal.append([line(3)])
    for _ in range(3):
        with pytest.raises(StoreError, match=r"journal\.jsonl: cannot be written: the disk is full\. Free some"):
            journal.sync()
    with pytest.raises(StoreError):
        journal.close()
    assert (folder / "journal.jsonl").read_bytes() == b"".join(lines(3))
    assert journal.take_notices() == ()
    disk.room = 10_000
    journal.append([line(4)])
    assert journal.sync() == 5
    journal.close()
    assert numbers(reopened(folder)) == [0, 1, 2, 3, 4]
    assert os.listdir(folder) == ["journal.jsonl"]


def test_a_full_disk_is_left_for_another(folder, tmp_path):
    other = tmp_path / "other"
    journal = Journal.create(
        folder, (other,), disk=Faulty(0, errno.ENOSPC, calls=("write",), under=folder, lasting=True)
    )
    journal.append(lines(2))
    assert journal.sync() == 2
    assert journal.folder == other / "s1"
    assert (other / "s1" / "journal.2.jsonl").read_bytes() == b"".join(lines(2))


def test_a_failed_sync_is_never_tried_again_on_the_same_file(folder):
    disk = Faulty(number=errno.EIO, calls=("fsync",), under=folder)
    journal = Journal.create(folder, disk=disk)
    journal.append(lines(1))
    journal.sync()
    disk.k = disk.count
    journal.append([line(1)])
    assert journal.sync() == 2
    assert journal.take_notices() == (
        "journal.jsonl could not be written: the disk reported a fault. "
        f"Nothing is lost: the whole session is now in {folder / 'journal.2.jsonl'}.",
    )
    assert (folder / "journal.2.jsonl").read_bytes() == b"".join(lines(2))
    journal.append([line(2)])
    journal.close()
    again = Journal.open(folder)
    assert (numbers(again), again.loaded.notices) == ([0, 1, 2], ())
    again.append([line(3)])
    again.close()
    assert (folder / "journal.2.jsonl").read_bytes() == b"".join(lines(4))


def test_after_a_failed_cut_the_file_is_not_written_again(folder):
    journal = Journal.create(folder, disk=Uncuttable())
    journal.append(lines(1))
    assert journal.sync() == 1
    assert numbers(reopened(folder)) == [0]
    assert (folder / "journal.2.jsonl").exists()


class Uncuttable(Disk):
    """Fills in the middle of the first line, and cannot take that half back."""

    def __init__(self) -> None:
        self.writes = 0

    def write(self, fd, chunk):
        if len(chunk) == 1 << 20:
            return super().write(fd, chunk)
        self.writes += 1
        if self.writes == 2:
            raise fault(errno.ENOSPC)
        return super().write(fd, chunk[:7] if self.writes == 1 else chunk)

    def ftruncate(self, fd, size):
        raise fault(errno.EIO)


def test_a_file_once_given_up_answers_every_call_with_the_fault(tmp_path):
    disk = Faulty(0, errno.EIO, calls=("fsync",))
    file = JournalFile.start(tmp_path / "journal.jsonl", disk)
    file.add(line(0))
    for call in (file.settle, file.settle, lambda: file.add(line(1))):
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            call()
    assert disk.seen.count("fsync") == 1
    file.close()


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.ENOENT, errno.EACCES], ids=errno.errorcode.get)
def test_when_a_folder_dies_the_session_goes_on_in_the_next(folder, tmp_path, number):
    others = (tmp_path / "dead too", tmp_path / "alive")
    others[0].write_bytes(b"not a folder")
    disk = Faulty(number=number, under=folder, lasting=True)
    journal = Journal.create(folder, others, disk=disk)
    journal.append(lines(2))
    journal.sync()
    disk.k = disk.count
    journal.append([line(2)])
    assert journal.sync() == 3
    assert journal.folder == others[1] / "s1"
    assert str(others[1] / "s1") in journal.take_notices()[0]
    assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700
    journal.append([line(3)])
    journal.close()
    assert numbers(reopened(folder, others)) == [0, 1, 2, 3]
    assert numbers(reopened(others[1] / "s1")) == [0, 1, 2, 3]
    folder.rename(tmp_path / "unplugged")
    journal = Journal.open(folder, others)
    assert numbers(journal) == [0, 1, 2, 3]
    assert not journal.loaded.readonly
    assert journal.folder == others[1] / "s1"


def test_when_every_place_is_dead_the_lines_wait_in_memory(folder, tmp_path):
    disk = Faulty(number=errno.EIO, calls=("write", "unlink"), lasting=True)
    journal = Journal.create(folder, (tmp_path / "other",), disk=disk)
    disk.k = 0
    journal.append(lines(2))
    for _ in range(2):
        with pytest.raises(StoreError, match="cannot be written: the disk reported a fault"):
            journal.sync()
    disk.k = -1
    journal.append([line(2)])
    assert journal.sync() == 3
    journal.close()
    assert numbers(reopened(folder, (tmp_path / "other",))) == [0, 1, 2]


def test_a_journal_deleted_under_us_is_written_anew(folder):
    journal = Journal.create(folder)
    journal.append(lines(2))
    journal.sync()
    for name in os.listdir(folder):
        (folder / name).unlink()
    folder.rmdir()
    journal.append([line(2)])
    assert journal.sync() == 3
    journal.close()
    assert numbers(reopened(folder)) == [0, 1, 2]


@pytest.mark.parametrize("replaced", [False, True])
def test_a_journal_moved_away_under_us_is_written_anew(folder, tmp_path, replaced):
    journal = Journal.create(folder)
    journal.append(lines(2))
    journal.sync()
    folder.rename(tmp_path / "bin")
    if replaced:
        folder.mkdir()
        (folder / "journal.jsonl").write_bytes(b"")
    journal.append([line(2)])
    assert journal.sync() == 3
    journal.close()
    assert numbers(reopened(folder)) == [0, 1, 2]


def test_where_a_drive_was_pulled_out_no_folder_is_made(folder, tmp_path):
    journal = Journal.create(folder, (tmp_path / "other",))
    journal.append(lines(1))
    for name in os.listdir(folder):
        (folder / name).unlink()
    folder.rmdir()
    folder.parent.rmdir()
    assert journal.sync() == 1
    assert journal.folder == tmp_path / "other" / "s1"
    assert not folder.parent.exists()


@pytest.mark.parametrize("where", ["here", "there"])
def test_one_file_mends_the_other(folder, tmp_path, where):
    other = tmp_path / "other"
    second = (folder if where == "here" else other / "s1") / "journal.2.jsonl"
    path = written(folder, 3)
    second.parent.mkdir(parents=True, exist_ok=True)
    second.write_bytes(b"".join(lines(5)))
    path.write_bytes(path.read_bytes().replace(b'"n":1,', b'"n":7,'))
    journal = Journal.open(folder, (other,))
    assert (numbers(journal), journal.loaded.damaged, journal.loaded.readonly) == ([0, 1, 2, 3, 4], 0, False)
    journal.append([line(5)])
    journal.close()
    assert second.read_bytes() == b"".join(lines(6))


def test_two_files_that_tell_different_stories_are_damage(folder):
    written(folder, 3)
    (folder / "journal.2.jsonl").write_bytes(line(0) + line(1, "another") + line(2) + line(3))
    loaded = reopened(folder).loaded
    assert [entry.n for entry in loaded.lines] == [0, 1, 2, 3]
    assert (loaded.damaged, loaded.readonly) == (1, True)
    assert {"journal.damaged-1.jsonl", "journal.damaged-2.jsonl"} <= set(os.listdir(folder))


def test_files_that_each_lack_something_make_a_whole(folder):
    folder.mkdir(parents=True)
    (folder / "journal.jsonl").write_bytes(line(1) + line(2))
    (folder / "journal.2.jsonl").write_bytes(line(0) + line(3))
    journal = Journal.open(folder)
    assert (numbers(journal), journal.loaded.damaged) == ([0, 1, 2, 3], 0)


def test_a_file_that_cannot_be_read_does_not_hide_the_other(folder):
    written(folder, 2)
    (folder / "journal.2.jsonl").mkdir()
    journal = Journal.open(folder)
    assert (numbers(journal), journal.loaded.readonly) == ([0, 1], True)
    assert journal.loaded.notices[0].startswith("journal.2.jsonl: is not a file")


def test_a_strangers_folder_is_not_believed(folder, tmp_path):
    written(folder, 1)
    theirs = tmp_path / "spare" / "s1"
    theirs.mkdir(parents=True)
    (theirs / "journal.2.jsonl").write_bytes(b"".join(lines(3)))

    class Foreign(Disk):
        def lstat(self, path):
            found = super().lstat(path)
            return os.stat_result([*found[:4], found.st_uid + 1, *found[5:10]])

    assert numbers(Journal.open(folder, (theirs.parent,), disk=Foreign())) == [0]
    assert numbers(Journal.open(folder, (theirs.parent,))) == [0, 1, 2]


def test_copies_by_a_cloud_client_are_not_taken_for_files_of_the_journal(folder):
    written(folder, 1)
    for name in (
        "journal (conflicted copy).jsonl",
        "journal.01.jsonl",
        "journal.2.jsonl.tmp",
        "xjournal.jsonl",
    ):
        (folder / name).write_bytes(b"".join(lines(9)))
    assert numbers(reopened(folder)) == [0]


# Every call, every fault


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("spare", [False, True], ids=["one place", "two places"])
@pytest.mark.parametrize("number", [*FAULTS.values(), 0], ids=[*FAULTS, "short"])
def test_whatever_call_fails_every_confirmed_line_is_there(tmp_path, number, spare, lasting):
    k = 0
    while True:
        home = tmp_path / str(k)
        home.mkdir()
        folder, others = home / "sessions" / "s1", (home / "other",) if spare else ()
        disk = Faulty(k, number, lasting=lasting)
        confirmed = taken = failures = 0
        try:
            journal = Journal.create(folder, others, disk=disk)
        except StoreError:
            journal = None
        if journal:
            for n in range(4):
                journal.append([line(2 * n), line(2 * n + 1)])
                taken += 2
                try:
                    confirmed = journal.sync()
                    assert confirmed == taken
                except StoreError:
                    failures += 1
            if not lasting:
                assert failures <= 1
                assert journal.sync() == 8
                confirmed = 8
                journal.close()
        if confirmed:
            again = reopened(folder, others)
            assert numbers(again)[:confirmed] == list(range(confirmed))
            assert not again.loaded.readonly
        if disk.count <= k:
            break
        k += 1
    assert k > 15


@pytest.mark.parametrize("number", FAULTS.values(), ids=FAULTS)
def test_a_sync_that_fails_at_any_time_costs_nothing(tmp_path, number):
    for k in range(12):
        folder = tmp_path / str(k) / "s1"
        disk = Faulty(k, number, calls=("fsync",), under=folder)
        journal = Journal.create(folder, disk=disk)
        for n in range(6):
            journal.append([line(n)])
            assert journal.sync() == n + 1
        journal.close()
        assert numbers(reopened(folder)) == list(range(6))


CHILD = """
import sys
from pathlib import Path
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.lines import encode
folder = Path(sys.argv[1])
journal = Journal.open(folder) if (folder / "journal.jsonl").exists() else Journal.create(folder)
assert not journal.loaded.readonly
while True:
    n = journal.next_n
    journal.append([encode(n, "noted", {}, {"text": "é" * (n % 97 * 40)})])
    print(journal.sync(), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_twenty_kills_lose_nothing_that_was_confirmed(folder):
    chance = random.Random(20)
    confirmed = 0
    for _ in range(20):
        with subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE) as child:
            assert child.stdout
            for _ in range(chance.randrange(1, 60)):
                confirmed = int(child.stdout.readline())
            child.send_signal(signal.SIGKILL)
            rest = child.stdout.read().splitlines(keepends=True)
            confirmed = max([confirmed, *(int(word) for word in rest if word.endswith(b"\n"))])
        found = Journal.open(folder, readonly=True).loaded
        assert len(found.lines) >= confirmed
        assert [entry.n for entry in found.lines] == list(range(len(found.lines)))
        assert found.damaged == 0
