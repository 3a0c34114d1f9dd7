"""Drafts: the latest text of each box survives a crash, and the file stays small."""

import errno
import os
import stat
import threading

import pytest
from faulty import FAULTS, Faulty

from dp_facilitator.store.disk import Disk
from dp_facilitator.store.drafts import Drafts
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.lines import encode


def latest(folder):
    return Drafts(folder).latest()


def test_the_latest_text_of_each_box_is_there_again_at_once(tmp_path):
    drafts = Drafts(tmp_path)
    assert drafts.latest() == {}
    for text in ("N", "Ne", "Next", "Next time – é"):
        drafts.keep("next", text)
    drafts.keep("effective", "It was\nlively")
    expected = {"next": "Next time – é", "effective": "It was\nlively"}
    assert drafts.latest() == latest(tmp_path) == expected
    assert os.listdir(tmp_path) == ["draft.jsonl"]


def test_a_cleared_box_stays_empty(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep("next", "a")
    drafts.clear("next")
    drafts.clear("never used")
    assert drafts.latest() == latest(tmp_path) == {}
    drafts.keep("next", "b")
    assert latest(tmp_path) == {"next": "b"}


def test_half_characters_do_not_raise(tmp_path):
    Drafts(tmp_path).keep("next", "a\ud800b")
    assert latest(tmp_path) == {"next": "a\ufffdb"}


def test_the_file_is_private(tmp_path):
    before = os.umask(0)
    try:
        Drafts(tmp_path).keep("a", "b")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "draft.jsonl").stat().st_mode) == 0o600


def test_typing_does_not_wait_for_the_disk_and_a_sync_does_once(tmp_path):
    disk = Faulty()
    drafts = Drafts(tmp_path, disk=disk)
    drafts.keep("a", "1")
    drafts.keep("a", "2")
    drafts.keep("a", "2")
    assert disk.seen == ["names", "open", "write", "write"]
    drafts.sync()
    drafts.sync()
    assert disk.seen.count("fsync") == 2
    drafts.keep("a", "3")
    drafts.sync()
    assert disk.seen.count("fsync") == 3


def test_nothing_typed_makes_no_file(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.sync()
    drafts.close()
    assert os.listdir(tmp_path) == []


def test_every_torn_tail_costs_the_last_text_at_most(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep("a", "one")
    whole = (tmp_path / "draft.jsonl").stat().st_size
    drafts.keep("a", "one é")
    content = (tmp_path / "draft.jsonl").read_bytes()
    for size in range(len(content)):
        (tmp_path / "draft.jsonl").write_bytes(content[:size])
        texts = [text for end, text in ((whole, "one"), (len(content), "one é")) if size >= end - 1]
        assert latest(tmp_path) == ({"a": texts[-1]} if texts else {})  # a line is whole without its line feed
        (tmp_path / "draft.jsonl").write_bytes(content[:size] + bytes(40))
        assert latest(tmp_path) == ({"a": "one"} if size >= whole else {})


def test_what_an_earlier_run_left_is_never_appended_to_and_goes_when_the_new_file_is_safe(tmp_path):
    (tmp_path / "draft.jsonl").write_bytes(encode(4, "draft", {}, {"box": "a", "text": "old"}) + b'{"n":5,"k":"dr')
    drafts = Drafts(tmp_path)
    drafts.keep("b", "new")
    assert sorted(os.listdir(tmp_path)) == ["draft.2.jsonl", "draft.jsonl"]
    assert latest(tmp_path) == {"a": "old", "b": "new"}
    drafts.sync()
    assert os.listdir(tmp_path) == ["draft.2.jsonl"]
    drafts.close()
    assert latest(tmp_path) == {"a": "old", "b": "new"}


def test_lines_of_another_shape_are_passed_over(tmp_path):
    odd = encode(9, "draft", {}, {"no": "box"})
    (tmp_path / "draft.jsonl").write_bytes(odd + encode(1, "draft", {}, {"box": "a", "text": "x"}))
    assert latest(tmp_path) == {"a": "x"}


def test_it_stays_small(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep("other", "kept")
    for n in range(2000):
        drafts.keep("a", f"{n} " + "x" * 1000)
        if n % 50 == 0:
            drafts.sync()
            assert len(os.listdir(tmp_path)) == 1
    drafts.sync()
    (name,) = os.listdir(tmp_path)
    assert (tmp_path / name).stat().st_size < (256 << 10) + 60_000
    assert latest(tmp_path) == {"other": "kept", "a": "1999 " + "x" * 1000}
    drafts.close()


def test_old_files_stay_until_the_new_one_is_synced(tmp_path):
    drafts = Drafts(tmp_path)
    for n in range(6):
        drafts.keep("a", f"{n}" * 100_000)
    before = set(os.listdir(tmp_path))
    assert len(before) > 1
    drafts.close()
    assert set(os.listdir(tmp_path)) == before
    assert latest(tmp_path) == {"a": "5" * 100_000}


def test_typing_goes_on_while_a_sync_takes_its_time(tmp_path):
    begun, may_end = threading.Event(), threading.Event()

    class Slow(Disk):
        def fsync(self, fd):
            begun.set()
            assert may_end.wait(10)
            super().fsync(fd)

    drafts = Drafts(tmp_path, disk=Slow())
    drafts.keep("a", "before")
    writer = threading.Thread(target=drafts.sync)
    writer.start()
    assert begun.wait(10)
    for n in range(10):
        drafts.keep("a", f"{n}" * 50_000)
    assert latest(tmp_path) == {"a": "9" * 50_000}
    may_end.set()
    writer.join()
    assert latest(tmp_path) == {"a": "9" * 50_000}
    drafts.sync()
    assert len(os.listdir(tmp_path)) == 1
    assert latest(tmp_path) == {"a": "9" * 50_000}
    drafts.close()


def test_a_text_that_could_not_be_written_is_written_by_the_next_sync(tmp_path):
    drafts = Drafts(tmp_path, disk=Faulty(1, errno.ENOSPC, calls=("write",)))
    drafts.keep("a", "1")
    with pytest.raises(StoreError, match=r"draft\.jsonl: cannot be written: the disk is full"):
        drafts.keep("a", "2")
    assert drafts.latest() == {"a": "2"}
    drafts.sync()
    assert latest(tmp_path) == {"a": "2"}


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("number", [*FAULTS.values(), 0], ids=[*FAULTS, "short"])
def test_whatever_call_fails_what_was_synced_is_there(tmp_path, number, lasting):
    k = 0
    while True:
        folder = tmp_path / str(k)
        folder.mkdir()
        (folder / "draft.jsonl").write_bytes(encode(0, "draft", {}, {"box": "old", "text": "old"}))
        disk = Faulty(k, number, lasting=lasting)
        synced = {"old": "old"}
        try:
            drafts = Drafts(folder, disk=disk)
        except StoreError:
            drafts = None
        if drafts:
            for n in range(4):
                try:
                    drafts.keep("a", f"{n}" * 150_000)
                    drafts.sync()
                    synced = drafts.latest()
                except StoreError:
                    pass
            if not lasting:
                drafts.sync()
                synced = {"old": "old", "a": "3" * 150_000}
            drafts.close()
        found = latest(folder)
        assert set(found) >= set(synced)
        assert found.get("a", "") >= synced.get("a", "")
        if disk.count <= k:
            break
        k += 1
    assert k > 10


def test_a_link_in_its_place_is_refused(tmp_path):
    (tmp_path / "precious").write_bytes(b"keep")
    (tmp_path / "draft.jsonl").symlink_to(tmp_path / "precious")
    with pytest.raises(StoreError, match="it is a link"):
        Drafts(tmp_path)
    with pytest.raises(StoreError, match="not there"):
        Drafts(tmp_path / "gone")
