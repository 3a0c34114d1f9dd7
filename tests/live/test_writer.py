"""The writing thread: nothing is called saved before it is on the disk, and nothing handed over is forgotten."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dp_facilitator.live.writer import Writer
from dp_facilitator.model.facts import Fact, Parked
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.drafts import Drafts
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.records import encoded, load


class Stubborn:
    """A journal whose disk is full until space is made; it keeps what it was given, as the real one does."""

    def __init__(self) -> None:
        self.full = True
        self.lines: list[bytes] = []

    def append(self, batch: Sequence[bytes]) -> None:
        self.lines += batch

    def sync(self) -> int:
        if self.full:
            raise OSError("the disk is full")
        return len(self.lines)

    def take_notices(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        pass


def parked(text: str) -> tuple[Fact, ...]:
    return (Parked(Moment(1, 1), text),)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path)


def test_a_full_disk_is_told_and_retry_saves_what_was_handed_over(qtbot: QtBot, drafts: Drafts) -> None:
    journal = Stubborn()
    writer = Writer(journal, drafts, encoded, 0)
    saved: list[int] = []
    writer.saved.connect(saved.append)
    with qtbot.waitSignal(writer.failed) as failed:
        assert writer.keep(parked("one")) == 1
    assert "full" in failed.args[0]
    assert saved == []
    journal.full = False
    with qtbot.waitSignal(writer.saved):
        writer.retry()
    assert saved == [1]
    assert len(journal.lines) == 1
    writer.close()


def test_facts_are_numbered_in_a_row_and_are_in_the_file_when_saved_is_told(
    qtbot: QtBot, drafts: Drafts, tmp_path: Path
) -> None:
    folder = tmp_path / "session"
    journal = Journal.create(folder)
    writer = Writer(journal, drafts, encoded, 0)
    with qtbot.waitSignal(writer.saved, check_params_cb=lambda count: count == 3):
        writer.keep(parked("one"))
        writer.keep((*parked("two"), *parked("three")))
    lines = (folder / "journal.jsonl").read_text().splitlines()
    assert [line[:6] for line in lines] == ['{"n":0', '{"n":1', '{"n":2']
    writer.close()


def test_closing_writes_what_is_on_its_way(qtbot: QtBot, drafts: Drafts, tmp_path: Path) -> None:
    folder = tmp_path / "session"
    writer = Writer(Journal.create(folder), drafts, encoded, 0)
    for n in range(50):
        writer.keep(parked(f"thought {n}"))
    writer.close()
    assert len((folder / "journal.jsonl").read_text().splitlines()) == 50


def test_a_draft_is_in_the_file_at_once_and_goes_when_it_is_sent(qtbot: QtBot, drafts: Drafts, tmp_path: Path) -> None:
    writer = Writer(Stubborn(), drafts, encoded, 0)
    writer.draft("note", "you asked bef")
    assert Drafts(tmp_path).latest() == {"note": "you asked bef"}
    writer.draft("note", "")
    assert Drafts(tmp_path).latest() == {}
    writer.close()


def test_what_is_not_a_session_says_so(tmp_path: Path) -> None:
    from dp_facilitator.store.errors import StoreError

    with pytest.raises(StoreError):
        load(tmp_path)
