import gc

import pytest
from sample_session import NAMES, begun, played, stored

from dp_facilitator.model import facts as f
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.notes import Note
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.lines import decode, encode
from dp_facilitator.store.records import encoded, load, told
from dp_facilitator.store.recovery import Loaded


def journal_of(*facts):
    return Loaded(tuple(decode(encoded(n, fact)) for n, fact in enumerate(facts)))


def test_the_search_for_garbage_is_left_as_it_was():
    loaded = journal_of(*begun().facts)
    for switch in (gc.disable, gc.enable):
        switch()
        before = gc.isenabled()
        told(loaded)
        assert gc.isenabled() is before


def test_a_session_is_read_back_as_it_was(tmp_path):
    play = played()
    loaded = load(stored(play, tmp_path))
    assert loaded.session == play.session
    assert loaded.facts == tuple(play.facts)
    assert (loaded.notices, loaded.readonly, loaded.lines) == ((), False, len(play.facts))
    assert loaded.last_seen == play.now
    assert (loaded.boot, loaded.up) == ("b00t", 4 + len(play.facts))


def test_reading_changes_no_file(tmp_path):
    folder = stored(begun(), tmp_path)
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes() + b"torn")
    load(folder)
    assert path.read_bytes().endswith(b"torn")
    assert sorted(p.name for p in folder.iterdir()) == ["journal.jsonl"]


def test_a_journal_that_was_opened_can_be_told_too(tmp_path):
    folder = stored(begun(), tmp_path)
    journal = Journal.open(folder)
    assert told(journal.loaded).readonly is False
    journal.close()


def test_the_stamp_need_not_say_boot_and_up():
    loaded = told(journal_of(*begun().facts))
    assert (loaded.boot, loaded.up) == ("", None)


def test_an_odd_boot_or_up_is_not_believed():
    opened = encoded(0, begun().facts[0])
    line = decode(opened)
    odd = decode(encode(0, line.kind, {**line.stamp, "boot": 7, "up": True}, line.data))
    loaded = told(Loaded((odd,)))
    assert (loaded.boot, loaded.up) == ("", None)


@pytest.mark.parametrize(("count", "said"), [(1, "1 of 2 entries was written"), (2, "2 of 3 entries were written")])
def test_facts_of_a_newer_version_make_it_read_only(tmp_path, count, said):
    stamp = {"ns": 1, "wall": 1, "offset": 0}
    extra = [encode(1 + n, "sang", stamp, {"song": "a"}) for n in range(count)]
    loaded = load(stored(begun(), tmp_path, extra=extra))
    assert loaded.readonly
    assert [n for n in loaded.notices if said in n and "newer version" in n]
    assert loaded.session == begun().session


@pytest.mark.parametrize(
    ("kind", "stamp", "body"),
    [
        ("noted", {"ns": 1, "wall": 1, "offset": 0}, {"note": 3}),
        ("started", {"ns": 1}, {}),
        ("moved", {"ns": 1, "wall": 1, "offset": 0}, {"to": "nowhere"}),
        ("prepared", {"ns": 1, "wall": 1}, {"person": "P1", "sheet": {"criteria": ["a", "b", "c", "d"]}}),
    ],
)
def test_a_fact_that_makes_no_sense_is_left_out_and_said(tmp_path, kind, stamp, body):
    loaded = load(stored(begun(), tmp_path, extra=[encode(1, kind, stamp, body)]))
    assert loaded.readonly
    assert loaded.notices[0].startswith("1 of 2 entries cannot be understood and is left out.")
    assert loaded.session.status == "ready"


def test_what_fits_is_kept_around_what_does_not():
    play = begun()
    play.facts.append(f.Moved(play.now, "nowhere"))
    play.facts.append(f.Passed(play.now, "nobody"))
    play.verb("start")
    play.verb("note", "effective", "well asked", about="P1")
    loaded = told(journal_of(*play.facts))
    assert loaded.session.status == "running"
    assert [note.text for note in loaded.session.record.notes] == ["well asked"]
    assert loaded.session.written == 1
    assert "2 of 5 entries cannot be understood and are left out" in loaded.notices[0]


def test_damage_makes_it_read_only(tmp_path):
    play = played()
    folder = stored(play, tmp_path)
    path = folder / "journal.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b'"n"', b'"m"')
    path.write_bytes(b"\n".join(lines))
    loaded = load(folder)
    assert loaded.readonly
    assert "damaged" in loaded.notices[0]
    assert loaded.session.course.people[0].name == NAMES[0]


def test_an_empty_journal_says_that_nothing_was_begun(tmp_path):
    folder = tmp_path / "s"
    Journal.create(folder).close()
    with pytest.raises(StoreError, match="never begun"):
        load(folder)


def test_no_journal(tmp_path):
    with pytest.raises(StoreError, match="cannot be read"):
        load(tmp_path / "none")


def test_without_its_opening_nothing_can_be_shown():
    play = begun()
    play.verb("start")
    for lines in (journal_of(play.facts[1]).lines, (decode(encode(0, "sang", {}, {})),)):
        with pytest.raises(StoreError) as error:
            told(Loaded(lines))
        assert error.value.place == "line 1"


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ('{"format": 2}', r"\(format was made by a newer version"),
        ("", r"\(is empty\)"),
        ('{"format": 1, "x": 1}', "Add"),
    ],
)
def test_a_plan_of_a_newer_version_is_said(plan, said):
    opening = f.Opened(Moment(0, 0), "s", plan, ())
    with pytest.raises(StoreError, match=said):
        told(journal_of(opening))


def test_a_mistake_without_a_mend_still_has_one():
    opening = f.Opened(
        Moment(0, 0), "s", '{"format": 1, "title": "T", "people": 3, "total": "0:01", "segments": []}', ()
    )
    with pytest.raises(StoreError, match="Update the program"):
        told(journal_of(opening))


def test_notes_may_hold_what_looks_like_a_line(tmp_path):
    play = begun()
    text = '{"n":0,"k":"noted","t":{},"d":{},"c":"00000000"}\n","c":"deadbeef"}'
    play.do((f.Noted(play.now, Note("N1", "effective", text, "P1")),))
    assert load(stored(play, tmp_path)).session.record.notes[0].text == text
