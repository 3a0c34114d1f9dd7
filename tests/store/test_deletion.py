import os
import shutil
import stat

import pytest
from sample_session import ID, begun, played, stored

from dp_facilitator.store import deletion
from dp_facilitator.store.deletion import delete_session, finish_deletions
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.lock import SessionLock
from dp_facilitator.store.sessions import list_sessions


def test_all_of_it_goes_and_the_log_tells_nothing(tmp_path):
    play = played()
    folder = stored(play, tmp_path / "sessions")
    (folder / "exports").mkdir()
    (folder / "exports" / "x.html").touch()
    spare = stored(play, tmp_path / "spare")
    log = tmp_path / "deleted.log"
    delete_session(folder, log, play.now, (tmp_path / "spare", tmp_path / "none"))
    assert not folder.exists()
    assert not spare.exists()
    assert os.listdir(tmp_path / "sessions") == []
    assert log.read_text() == f"2026-11-22T11:31:07+00:00 deleted session {ID}\n"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    delete_session(stored(begun(), tmp_path / "sessions"), log, play.now)
    assert len(log.read_text().splitlines()) == 2


def test_not_while_it_is_open(tmp_path):
    folder = stored(begun(), tmp_path)
    lock = SessionLock(folder)
    assert lock.take() is None
    with pytest.raises(StoreError, match="open in a program"):
        delete_session(folder, tmp_path / "log", begun().now)
    lock.release()
    assert (folder / "journal.jsonl").exists()


def test_one_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="no such session"):
        delete_session(tmp_path / "none", tmp_path / "log", begun().now)


def test_cut_short_it_is_out_of_sight_and_goes_on_later(tmp_path, monkeypatch):
    folder = stored(begun(), tmp_path)

    def fail(path, **_):
        raise OSError(5, "no")

    with monkeypatch.context() as patch:
        patch.setattr(deletion.shutil, "rmtree", fail)
        with pytest.raises(StoreError, match="cannot be deleted"):
            delete_session(folder, tmp_path / "log", begun().now)
    assert list_sessions(tmp_path) == ()
    assert os.listdir(tmp_path) == [f".deleting-{ID}"]
    finish_deletions(tmp_path)
    assert os.listdir(tmp_path) == []
    finish_deletions(tmp_path / "none")


def test_the_next_deletion_takes_the_rest_along(tmp_path):
    folder = stored(begun(), tmp_path)
    shutil.copytree(folder, tmp_path / f".deleting-{ID}")
    delete_session(folder, tmp_path / "log", begun().now)
    assert os.listdir(tmp_path) == ["log"]


def test_a_log_that_cannot_be_written_is_said(tmp_path):
    folder = stored(begun(), tmp_path)
    with pytest.raises(StoreError, match="log: cannot be written"):
        delete_session(folder, tmp_path / "none" / "log", begun().now)
