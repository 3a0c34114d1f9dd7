import json
import os
import stat
from datetime import date

import pytest
from sample_session import ID, NAMES, TEN, begun, played, stored

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.snapshot import snapshot, summary, write_session_json
from dp_facilitator.store.summary import NAME, iso, read_summary


@pytest.fixture(scope="module")
def play():
    return played()


@pytest.fixture
def folder(play, tmp_path):
    folder = stored(play, tmp_path)
    write_session_json(folder, play.session, play.now, lines=len(play.facts))
    return folder


def test_the_summary_is_the_same_from_file_and_session(play, folder):
    quick = read_summary(folder)
    assert quick == summary(folder, play.session, play.now)
    assert (quick.id, quick.title) == (ID, "Deliberate practice, led by leaders")
    assert (quick.people, quick.status, quick.notes) == (5, "finished", 25)
    assert quick.planned_s == 5400
    assert quick.used_s == sum(s.seconds + 7 for s in play.session.course.steps[:-1]) + 400
    assert (quick.opened_ns, quick.keep_until) == (TEN, date(2027, 2, 20))
    assert read_summary(folder, 1).keep_until == date(2026, 11, 23)


def test_planned_time_is_that_between_the_planned_ends(tmp_path):
    play = begun(*"ABCDEF", starts=TEN + 60 * SECOND, ends=TEN + 5460 * SECOND)
    assert summary(tmp_path, play.session, play.now).planned_s == 5400


def test_everything_is_in_it_in_plain_words(play):
    tree = json.loads(snapshot(play.session, play.now, 3))
    assert [p["name"] for p in tree["people"]] == list(NAMES)
    assert tree["people"][0]["sheet"]["criteria"] == ["first 0", "second 0"]
    assert tree["opened"] == "2026-11-22T10:00:00+00:00"
    practise = tree["turns"][1]["steps"][1]
    assert {
        "planned_s": 240,
        "used_s": 247,
        "added_s": 0,
        "paused_s": 0,
        "over_s": 7,
    }.items() <= practise.items()
    assert practise["began"] == "2026-11-22T10:08:14+00:00"
    assert len(tree["notes"]) == 25
    assert tree["one_change"]["P1"] == "N3"
    assert tree["summary"]["lines"] == 3


def test_what_was_removed_is_not_in_it():
    play = begun()
    play.note("effective", "P1", "taken back", None)
    play.verb("remove", "N1")
    play.verb("tick", 0)
    play.verb("agree", "P2", True)
    play.verb("park", "parking fees")
    text = snapshot(play.session, play.now, 1).decode()
    assert "taken back" not in text
    tree = json.loads(text)
    assert tree["ticked"] == [{"step": "warm-up/warm-up", "line": 0}]
    assert tree["shown_to_the_room"] == ["P2"]
    assert tree["for_later"] == ["parking fees"]
    assert tree["started"] is None


def test_it_is_private_and_the_last_one_is_kept_on_closing(play, folder):
    before = (folder / NAME).read_bytes()
    write_session_json(folder, play.session, play.now, lines=1, closing=True)
    assert (folder / f"{NAME}.bak").read_bytes() == before
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600


def test_a_journal_that_went_on_outdates_it(play, folder):
    write_session_json(folder, play.session, play.now, lines=len(play.facts) - 1)
    assert read_summary(folder) is None


@pytest.mark.parametrize("name", ["journal.2.jsonl", "journal.damaged-1.jsonl"])
def test_a_second_file_of_the_journal_outdates_it(folder, name):
    (folder / name).touch()
    assert read_summary(folder) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{\n  "summary": ',
        b'{\n  "summary": []}',
        b'{\n  "summary": {"title": 1}}',
        b'{\n  "summary": ' + b"[" * 100_000,
    ],
)
def test_a_damaged_one_is_not_believed(folder, content):
    (folder / NAME).write_bytes(content)
    assert read_summary(folder) is None


def test_a_wrong_type_is_not_believed(folder):
    text = (folder / NAME).read_text().replace('"people": 5', '"people": true')
    (folder / NAME).write_text(text)
    assert read_summary(folder) is None


@pytest.mark.parametrize("tail", [b"torn", b'{"n":1}\n'])
def test_a_damaged_end_of_the_journal_outdates_it(folder, tail):
    with open(folder / "journal.jsonl", "ab") as journal:
        journal.write(tail)
    assert read_summary(folder) is None


def test_a_journal_that_cannot_be_looked_at_outdates_it(folder):
    (folder / "journal.jsonl").unlink()
    assert read_summary(folder) is None
    os.mkfifo(folder / "journal.jsonl")
    assert read_summary(folder) is None


def test_a_last_line_too_long_to_look_at_is_no_harm(tmp_path):
    play = begun()
    play.note("effective", "P1", "a" * 19_000 + "é" * 1_000, None)
    play.note("effective", "P1", "漢" * 20_000 + "", None)
    play.verb("prepare", "P1", play.session.record.sheet("P1").__class__(area="漢" * 30_000))
    folder = stored(play, tmp_path)
    write_session_json(folder, play.session, play.now, lines=len(play.facts))
    assert read_summary(folder) is None


def test_iso():
    assert iso(None) is None
    assert iso(Moment(0, TEN, 3600)) == "2026-11-22T11:00:00+01:00"
    assert iso(Moment(0, 10**30, 0)) is None
    assert iso(Moment(0, TEN, 10**9)).endswith("+23:59:59")


def test_a_clock_gone_wild_still_has_a_last_day(tmp_path):
    play = begun()
    for wall, day in ((10**30, date.max), (-(10**30), date.min)):
        wild = play.session.__class__(ID, Moment(0, wall), play.session.course)
        assert summary(tmp_path, wild, play.now).keep_until == day
