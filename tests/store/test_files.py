"""Safe file work: whole or not at all, private from the first byte, and every fault in plain words."""

import errno
import os
import stat
from pathlib import Path

import pytest
from faulty import FAULTS, Faulty, fault

from dp_facilitator.store.disk import Disk
from dp_facilitator.store.errors import StoreError, is_full, words
from dp_facilitator.store.files import make_private_dir, read_capped, sync_folder, write_all, write_atomic


@pytest.fixture
def _open_umask():
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class Foreign(Disk):
    """Another user owns what `path` is."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def lstat(self, path: Path) -> os.stat_result:
        found = super().lstat(path)
        return os.stat_result([*found[:4], found.st_uid + 1, *found[5:10]]) if path == self._path else found


# write_atomic


@pytest.mark.usefixtures("_open_umask")
def test_a_file_is_replaced_and_private(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomic(path, b"new" * 100_000)
    assert path.read_bytes() == b"new" * 100_000
    assert mode(path) == 0o600
    assert os.listdir(tmp_path) == ["settings.json"]


@pytest.mark.usefixtures("_open_umask")
def test_a_new_file_is_private_before_it_has_a_byte(tmp_path):
    modes = []

    class Watching(Disk):
        def write(self, fd, chunk):
            modes.append(stat.S_IMODE(os.fstat(fd).st_mode))
            return super().write(fd, chunk)

    write_atomic(tmp_path / "a", b"x", disk=Watching())
    assert modes == [0o600]


def test_the_file_and_then_its_name_are_synced(tmp_path):
    disk = Faulty()
    write_atomic(tmp_path / "a", b"x", disk=disk)
    assert disk.seen == ["open", "write", "fsync", "close", "replace", "open", "fsync", "close"]


def test_the_old_file_is_kept_as_backup_when_asked(tmp_path):
    path = tmp_path / "session.json"
    write_atomic(path, b"1", keep_backup=True)
    assert os.listdir(tmp_path) == ["session.json"]
    write_atomic(path, b"2", keep_backup=True)
    write_atomic(path, b"3", keep_backup=True)
    assert (path.read_bytes(), (tmp_path / "session.json.bak").read_bytes()) == (b"3", b"2")


@pytest.mark.parametrize("backup", [False, True])
@pytest.mark.parametrize("number", [*FAULTS.values(), 0], ids=[*FAULTS, "short"])
def test_whatever_call_fails_the_file_is_old_or_new_and_nothing_is_left_over(tmp_path, number, backup):
    path = tmp_path / "a.json"
    for k in range(40):
        for name in os.listdir(tmp_path):
            (tmp_path / name).unlink()
        path.write_bytes(b"old")
        disk = Faulty(k, number)
        try:
            write_atomic(path, b"new content", keep_backup=backup, disk=disk)
        except StoreError:
            assert path.read_bytes() in (b"old", b"new content")
        else:
            assert path.read_bytes() == b"new content"
        assert set(os.listdir(tmp_path)) <= {"a.json", "a.json.bak"}
        if disk.count <= k:
            break
    else:
        pytest.fail("there was no end to the calls")


def test_a_short_write_on_a_full_disk_leaves_the_old_file(tmp_path):
    class Filling(Disk):
        def write(self, fd, chunk):
            if len(chunk) < 1000:
                raise fault(errno.ENOSPC)
            return super().write(fd, chunk[:500])

    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(StoreError, match="full"):
        write_atomic(path, b"x" * 1200, disk=Filling())
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a"]


def test_what_cannot_be_tidied_does_not_hide_the_fault(tmp_path):
    disk = Faulty(0, errno.EIO, calls=("write", "unlink"), lasting=True)
    with pytest.raises(StoreError, match="cannot be written: the disk reported a fault"):
        write_atomic(tmp_path / "a", b"x", disk=disk)


class Busy(Faulty):
    """Windows holds the file for the first `times` replacements."""

    def __init__(self, times: int, winerror: int) -> None:
        super().__init__()
        self.times = times
        self.winerror = winerror

    def replace(self, source, target):
        if self.times:
            self.times -= 1
            error = PermissionError(errno.EACCES, "busy")
            error.winerror = self.winerror
            raise error
        os.replace(source, target)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_a_moment_is_tried_again(tmp_path, winerror):
    disk = Busy(3, winerror)
    write_atomic(tmp_path / "a", b"x", disk=disk)
    assert disk.pauses == [0.05, 0.1, 0.2]


def test_a_file_held_for_long_is_given_up_within_two_and_a_half_seconds(tmp_path):
    disk = Busy(99, 32)
    with pytest.raises(StoreError, match="another program is using it"):
        write_atomic(tmp_path / "a", b"x", disk=disk)
    assert disk.pauses[-1] == 0.8
    assert sum(disk.pauses) <= 2.5
    assert os.listdir(tmp_path) == []


def test_other_faults_are_not_tried_again(tmp_path):
    disk = Busy(1, 112)
    with pytest.raises(StoreError):
        write_atomic(tmp_path / "a", b"x", disk=disk)
    assert disk.pauses == []


def test_a_folder_in_the_way_is_named(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(StoreError, match="there is a folder of that name"):
        write_atomic(tmp_path / "a", b"x")


def test_a_link_is_replaced_and_what_it_points_to_left_alone(tmp_path):
    (tmp_path / "precious").write_bytes(b"keep")
    (tmp_path / "a").symlink_to(tmp_path / "precious")
    write_atomic(tmp_path / "a", b"x")
    assert (tmp_path / "precious").read_bytes() == b"keep"


def test_a_disk_that_takes_nothing_is_a_fault(tmp_path):
    class Stuck(Disk):
        def write(self, fd, chunk):
            return 0

    with pytest.raises(StoreError, match="reported a fault"):
        write_atomic(tmp_path / "a", b"x", disk=Stuck())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_really_full_device_says_so():
    fd = os.open("/dev/full", os.O_WRONLY)
    try:
        with pytest.raises(OSError, match="No space") as caught:
            write_all(fd, b"x", Disk())
    finally:
        os.close(fd)
    error = StoreError.of(Path("journal.jsonl"), "cannot be written", caught.value)
    assert str(error) == ("journal.jsonl: cannot be written: the disk is full. Free some space, then press Retry.")


def test_a_disk_that_cannot_sync_folders_is_borne_but_not_one_that_fails(tmp_path):
    sync_folder(tmp_path, Faulty(0, errno.EINVAL, calls=("fsync",)))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_folder(tmp_path, Faulty(0, errno.EIO, calls=("fsync",)))


# make_private_dir


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_every_level_it_makes_is_private(tmp_path, umask):
    before = os.umask(umask)
    try:
        make_private_dir(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    levels = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"]
    assert [mode(level) for level in levels] == [0o700] * 3


def test_folders_that_exist_stay_as_they_are(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o755)
    make_private_dir(tmp_path / "a" / "b")
    make_private_dir(tmp_path / "a")
    assert mode(tmp_path / "a") == 0o755


def test_the_new_names_are_synced(tmp_path):
    disk = Faulty()
    make_private_dir(tmp_path / "a" / "b", disk=disk)
    assert disk.seen.count("fsync") == 2


def test_a_folder_or_link_of_another_user_is_refused(tmp_path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    for name in ("theirs", "link"):
        with pytest.raises(StoreError, match=f"{name}: belongs to another user"):
            make_private_dir(tmp_path / name, disk=Foreign(tmp_path / name))
    make_private_dir(tmp_path / "link")


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(StoreError, match="a: cannot be made: there is a file of that name"):
        make_private_dir(tmp_path / "a")
    with pytest.raises(StoreError, match="not a folder"):
        make_private_dir(tmp_path / "a" / "b")


def test_a_parent_that_may_not_be_listed_does_no_harm(tmp_path):
    make_private_dir(tmp_path / "a", disk=Faulty(0, errno.EACCES, calls=("open",)))
    assert (tmp_path / "a").is_dir()


@pytest.mark.parametrize("number", FAULTS.values(), ids=FAULTS)
def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path, number):
    said = set()
    for k in range(20):
        disk = Faulty(k, number)
        target = tmp_path / str(k) / "b"
        try:
            make_private_dir(target, disk=disk)
        except StoreError as error:
            said.add(error.reason)
        else:
            assert target.is_dir()
    assert disk.count <= k
    assert said == {f"cannot be made: {words(fault(number))[0]}"}


def test_nothing_to_stand_on(tmp_path):
    class Rootless(Disk):
        def mkdir(self, path, mode):
            raise fault(errno.ENOENT)

    with pytest.raises(StoreError, match="it is not there any more"):
        make_private_dir(Path("/nowhere/at/all"), disk=Rootless())


# read_capped


def test_a_whole_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert read_capped(tmp_path / "a", 1000) == b"x" * 1000
    (tmp_path / "empty").write_bytes(b"")
    assert read_capped(tmp_path / "empty", 0) == b""


def test_a_file_too_large_is_refused_unread(tmp_path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 30)
    disk = Faulty()
    with pytest.raises(StoreError, match="a: is larger than 64 MB"):
        read_capped(tmp_path / "a", 64 << 20, disk=disk)
    assert "read" not in disk.seen
    with pytest.raises(StoreError, match="larger than 10 bytes"):
        read_capped(tmp_path / "a", 10)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path):
    class Growing(Disk):
        def read(self, fd, size):
            return b"x" * size

    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(StoreError, match="larger than 10 bytes"):
        read_capped(tmp_path / "a", 10, disk=Growing())


def test_links_are_refused_unless_followed(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(StoreError, match="link: cannot be read: it is a link"):
        read_capped(tmp_path / "link", 10)
    assert read_capped(tmp_path / "link", 10, follow=True) == b"x"


def test_a_second_name_is_refused_where_it_matters(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    os.link(tmp_path / "a", tmp_path / "b")
    assert read_capped(tmp_path / "a", 10) == b"x"
    with pytest.raises(StoreError, match="hard link"):
        read_capped(tmp_path / "a", 10, single_link=True)


def test_what_is_not_a_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(StoreError, match="not a file"):
            read_capped(path, 10)


def test_a_missing_file_is_said_plainly(tmp_path):
    with pytest.raises(StoreError, match="gone: cannot be read: it is not there any more"):
        read_capped(tmp_path / "gone", 10)


# errors


def test_an_error_names_the_place_when_there_is_one():
    error = StoreError("plan.json", "the minutes are below 0", "Write 1 or more.", place="line 3")
    assert str(error) == "plan.json, line 3: the minutes are below 0. Write 1 or more."


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_error_of_the_system_has_words_and_a_way_to_mend_it(number):
    why, mend = words(fault(number))
    assert why
    assert not why.endswith(".")
    assert mend.endswith(".")
    assert "Errno" not in why


def test_an_error_without_a_number_has_words():
    assert words(OSError("odd"))[0] == "for a reason unknown"


def test_only_a_lack_of_space_is_mended_by_space():
    assert is_full(fault(errno.ENOSPC))
    assert is_full(fault(errno.EDQUOT))
    assert not is_full(fault(errno.EIO))


def test_the_real_pause_is_the_systems(monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    Disk().pause(0.05)
    assert waited == [0.05]
