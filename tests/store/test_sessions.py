import os
import time
from datetime import date

import pytest
from sample_session import ID, TEN, begun, played, stored

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.session_ids import new_id
from dp_facilitator.store.sessions import find_session, list_sessions
from dp_facilitator.store.snapshot import write_session_json


def test_an_id_says_when_and_nothing_else():
    assert new_id(Moment(0, TEN, 3600), lambda signs: signs[0]) == "2026-11-22-1100-2222"
    assert new_id(Moment(0, 10**30), lambda signs: "k").startswith("0000-00-00-")
    assert len({new_id(Moment(0, TEN)) for _ in range(50)}) > 45


def test_no_folder_no_sessions(tmp_path):
    assert list_sessions(tmp_path / "none") == ()


def test_newest_first_and_bad_ones_said(tmp_path):
    old = begun(session_id="2026-11-22-1000-aaaa")
    stored(old, tmp_path)
    late = begun(session_id="2026-11-22-1000-bbbb")
    late.verb("start")
    stored(late, tmp_path)
    Journal.create(tmp_path / "2026-11-21-1000-cccc").close()
    (tmp_path / "holiday").mkdir()
    (tmp_path / ".deleting-x").mkdir()
    (tmp_path / "notes.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / old.session.id)
    first, second, third = list_sessions(tmp_path, keep_days=2)
    assert [first.id, second.id, third.id] == [late.session.id, old.session.id, "2026-11-21-1000-cccc"]
    assert [first.status, second.status, third.status] == ["running", "ready", "unknown"]
    assert first.keep_until == date(2026, 11, 24)
    assert third.keep_until is None
    assert "never begun" in third.problem
    assert first.problem is None


def test_the_quick_way_gives_the_same(tmp_path):
    play = played()
    folder = stored(play, tmp_path)
    slow = list_sessions(tmp_path)
    write_session_json(folder, play.session, play.now, lines=len(play.facts))
    assert list_sessions(tmp_path) == slow


def test_damage_is_a_problem_but_the_session_is_shown(tmp_path):
    folder = stored(played(), tmp_path)
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b"peer praise", b"peer prAise", 1))
    (found,) = list_sessions(tmp_path)
    assert found.people == 5
    assert "damaged" in found.problem


def test_sessions_saved_in_a_spare_place(tmp_path):
    here, spare = tmp_path / "here", tmp_path / "spare"
    play = begun()
    stored(play, here)
    play.verb("start")
    stored(play, spare)
    other = stored(begun(session_id="2026-11-22-1100-only"), spare)
    found = list_sessions(here, (spare, tmp_path / "none"))
    assert {one.id: one.status for one in found} == {ID: "running", other.name: "ready"}
    assert find_session("2026-11-22-11", here, (spare,)).name == other.name


def test_a_strangers_spare_place_is_not_believed(tmp_path, monkeypatch):
    spare = tmp_path / "spare"
    stored(begun(), spare)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert list_sessions(tmp_path / "here", (spare,)) == ()


def test_a_folder_that_cannot_be_read(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be read"):
        list_sessions(tmp_path / "file")


def test_a_session_that_cannot_be_looked_into_is_said(tmp_path, monkeypatch):
    stored(begun(), tmp_path)
    listdir = os.listdir

    def refuse(path):
        if str(path).endswith(ID):
            raise PermissionError(13, "no")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    (found,) = list_sessions(tmp_path)
    assert "permission was refused" in found.problem


def test_finding_one(tmp_path):
    for tail in ("1000-aaaa", "1000-abbb", "1100-aaaa"):
        stored(begun(session_id=f"2026-11-22-{tail}"), tmp_path)
    assert find_session("2026-11-22-1000-aaaa", tmp_path).name == "2026-11-22-1000-aaaa"
    assert find_session("2026-11-22-11", tmp_path).name == "2026-11-22-1100-aaaa"
    assert find_session("last", tmp_path).name == "2026-11-22-1100-aaaa"
    with pytest.raises(Refused, match=r"^2026-11-22-10: 2 sessions begin so\. Type more of it: 2026-11-22-1000-aaaa"):
        find_session("2026-11-22-10", tmp_path)
    for word in ("2025", "", "../x"):
        with pytest.raises(Refused, match="there is no session"):
            find_session(word, tmp_path)
    with pytest.raises(Refused, match="there is no session"):
        find_session("last", tmp_path / "none")


def test_of_many_only_some_are_named(tmp_path):
    for n in range(6):
        stored(begun(session_id=f"2026-11-22-1000-{n}"), tmp_path)
    with pytest.raises(Refused, match="…"):
        find_session("2026", tmp_path)


def test_a_hundred_sessions_are_listed_quickly(tmp_path):
    play = played()
    for n in range(100):
        play.session = play.session.__class__(
            f"2026-11-22-1000-{n:04}", Moment(0, TEN + n * SECOND), play.session.course, play.session.record
        )
        write_session_json(stored(play, tmp_path), play.session, play.now, lines=len(play.facts))
    before = time.process_time()
    assert len(list_sessions(tmp_path)) == 100
    assert time.process_time() - before < 1
