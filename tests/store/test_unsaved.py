"""The plan that is not saved yet: it is there after a crash, and gone once it was saved or let go."""

from pathlib import Path

import pytest

from dp_facilitator.store.drafts import Drafts
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.unsaved import Unsaved, UnsavedPlan

ONE = Unsaved("mine", '{"title":"Mine"}', ("Ana", "Ben"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "unsaved"


def test_it_is_there_in_the_next_run(folder):
    plan = UnsavedPlan(folder)
    plan.keep(ONE)
    assert UnsavedPlan(folder).latest() == ONE
    plan.close()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_last_one_counts_also_once_it_is_on_the_disk(folder):
    plan = UnsavedPlan(folder)
    plan.keep(ONE)
    plan.sync()
    plan.keep(Unsaved("", "{}"))
    plan.sync()
    plan.close()
    assert UnsavedPlan(folder).latest() == Unsaved("", "{}")


def test_what_was_saved_or_let_go_is_forgotten(folder):
    plan = UnsavedPlan(folder)
    plan.keep(ONE)
    plan.clear()
    assert plan.latest() is None
    plan.close()
    assert UnsavedPlan(folder).latest() is None
    UnsavedPlan(folder).clear()


def test_with_nothing_to_keep_nothing_is_written(folder):
    plan = UnsavedPlan(folder)
    assert plan.latest() is None
    plan.clear()
    plan.sync()
    plan.close()
    assert not folder.exists()


@pytest.mark.parametrize("text", ["not JSON", "[]", '{"name": "x"}', "7"])
def test_what_cannot_be_understood_is_as_if_there_were_nothing(folder, text):
    folder.mkdir(parents=True)
    drafts = Drafts(folder)
    drafts.keep("plan", text)
    drafts.close()
    assert UnsavedPlan(folder).latest() is None


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "data").write_text("in the way")
    plan = UnsavedPlan(tmp_path / "data" / "unsaved")
    assert plan.latest() is None
    with pytest.raises(StoreError, match="cannot be made"):
        plan.keep(ONE)
