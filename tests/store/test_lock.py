"""The lock: one program at a time, and free again however that one ends."""

import errno
import os
import socket
import stat
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from faulty import Faulty, fault

from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.lock import Holder, SessionLock

CHILD = """
import sys
from pathlib import Path
from dp_facilitator.store.lock import SessionLock
lock = SessionLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def now() -> datetime:
    return datetime(2026, 3, 4, 10, 41, 5, tzinfo=UTC)


def test_the_second_learns_who_has_it(tmp_path):
    lock, other = SessionLock(tmp_path, now=now), SessionLock(tmp_path)
    assert lock.take() is None
    assert lock.take() is None
    assert other.take() == Holder(os.getpid(), socket.gethostname(), "2026-03-04T10:41:05+00:00")
    lock.release()
    assert other.take() is None
    other.release()
    other.release()


def test_the_file_is_private(tmp_path):
    before = os.umask(0)
    try:
        SessionLock(tmp_path).take()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600


def test_another_program_has_it_until_it_is_killed(tmp_path):
    command = [sys.executable, "-c", CHILD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stdout.readline() == b"None\n"
        lock = SessionLock(tmp_path)
        holder = lock.take()
        assert holder
        assert holder.pid == child.pid
        assert datetime.now(UTC) >= datetime.fromisoformat(holder.since)
        child.kill()
        child.wait()
        assert lock.take() is None
        second = subprocess.run(command, input=b"", capture_output=True, check=True)
        assert b"Holder(pid=%d" % os.getpid() in second.stdout
        lock.release()


@pytest.mark.parametrize("card", [b"", b"{", b"[]", b'{"pid":"x"}', b"null", b"[" * 4000, b"x" * 5000])
def test_a_holder_who_left_no_card_is_unknown(tmp_path, card):
    lock, other = SessionLock(tmp_path), SessionLock(tmp_path)
    lock.take()
    (tmp_path / "lock").write_bytes(card)
    assert other.take() == Holder(0, "", "")


def test_a_card_that_cannot_be_written_does_not_matter(tmp_path):
    disk = Faulty(0, errno.ENOSPC, calls=("write",))
    assert SessionLock(tmp_path, disk=disk).take() is None
    assert SessionLock(tmp_path).take() == Holder(0, "", "")


def test_a_lock_that_cannot_be_opened_or_taken_is_said_plainly(tmp_path):
    def cannot(fd: int) -> None:
        raise fault(errno.ENOLCK)

    with pytest.raises(StoreError, match="lock: cannot be taken: this disk cannot lock files"):
        SessionLock(tmp_path, seize=cannot, disk=Faulty(0, errno.EIO, calls=("close",))).take()
    with pytest.raises(StoreError, match="lock: cannot be opened: the disk can only be read"):
        SessionLock(tmp_path, disk=Faulty(0, errno.EROFS, calls=("open",))).take()
    (tmp_path / "precious").write_bytes(b"keep")
    (tmp_path / "lock").unlink()
    (tmp_path / "lock").symlink_to(tmp_path / "precious")
    with pytest.raises(StoreError, match="it is a link"):
        SessionLock(tmp_path).take()
    assert (tmp_path / "precious").read_bytes() == b"keep"
