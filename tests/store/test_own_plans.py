"""A person's own plans: names that are made up, nothing that is written over, nothing that ships touched."""

import os

import pytest
from sample_session import PLAN

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.own_plans import import_plan, plan_name, remove_plan, rename_plan, save_plan
from dp_facilitator.store.plans import PlanRefused, find_plan, list_plans

TEXT = PLAN.read_bytes()
TITLE = b"Deliberate practice, led by leaders"
NAME = "deliberate-practice-led-by-leaders"


@pytest.fixture
def shipped(tmp_path):
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "deliberate-practice-90.json").write_bytes(TEXT)
    return folder


@pytest.fixture
def own(tmp_path):
    return tmp_path / "data" / "plans"


def titled(title):
    return TEXT.replace(TITLE, title.encode())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Deliberate practice, led by leaders", NAME),
        ("Übung für Ärztinnen", "ubung-fur-arztinnen"),
        ("Ana's plan & Ben’s", "anas-plan-bens"),
        ("話し合い", "plan"),
        ("90 minutes", "plan-90-minutes"),
        ("CON", "plan-con"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 39 + " bc", "a" * 39),
    ],
)
def test_a_title_becomes_a_name(title, name):
    assert plan_name(title) == name


def test_a_new_plan_is_named_by_its_title_and_is_private(own, shipped):
    path = save_plan(own, shipped, TEXT)
    assert (path.name, path.read_bytes()) == (f"{NAME}.json", TEXT)
    assert path.stat().st_mode & 0o777 == 0o600
    assert own.stat().st_mode & 0o777 == 0o700
    assert find_plan(path.stem, shipped, own).path == path


def test_a_name_that_is_taken_gets_a_number(own, shipped):
    names = [save_plan(own, shipped, TEXT).stem for _ in range(3)]
    assert names == [NAME, f"{NAME}-2", f"{NAME}-3"]


def test_no_shipped_plan_is_ever_called_the_same(own, shipped):
    text = titled("Deliberate practice 90")
    assert save_plan(own, shipped, text).stem == "deliberate-practice-90-2"
    assert (shipped / "deliberate-practice-90.json").read_bytes() == TEXT


def test_a_plan_is_saved_again_in_its_place(own, shipped):
    path = save_plan(own, shipped, TEXT)
    changed = titled("Ours")
    assert save_plan(own, shipped, changed, path.stem) == path
    assert path.read_bytes() == changed


def test_a_plan_of_a_shipped_name_is_saved_by_its_path(own, shipped):
    own.mkdir(parents=True)
    (own / "deliberate-practice-90.json").write_bytes(TEXT)
    listed = list_plans(shipped, own)[1].name
    assert save_plan(own, shipped, titled("Ours"), listed) == own / "deliberate-practice-90.json"


@pytest.mark.parametrize("name", ["../up", "/etc/passwd", ".hidden", "a/b", "."])
def test_a_name_that_leads_elsewhere_is_refused(own, shipped, name):
    with pytest.raises(StoreError, match="none of your own"):
        save_plan(own, shipped, TEXT, name)


def test_what_is_no_plan_is_not_kept(own, shipped):
    with pytest.raises(Refused):
        save_plan(own, shipped, b"{}")
    assert not own.exists()


def test_a_plan_follows_its_title(own, shipped):
    path = save_plan(own, shipped, TEXT)
    other = rename_plan(own, shipped, path.stem, "Ours")
    assert (other.name, path.exists(), other.read_bytes()) == ("ours.json", False, TEXT)
    assert rename_plan(own, shipped, "ours", "Ours") == other
    save_plan(own, shipped, titled("Theirs"))
    assert rename_plan(own, shipped, "ours", "Theirs").name == "theirs-2.json"
    assert rename_plan(own, shipped, "theirs-2", "Theirs").name == "theirs-2.json"


def test_a_plan_that_is_gone_cannot_be_renamed(own, shipped):
    own.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be renamed"):
        rename_plan(own, shipped, "gone", "Ours")


def test_a_plan_is_removed(own, shipped):
    path = save_plan(own, shipped, TEXT)
    remove_plan(own, path.stem)
    remove_plan(own, path.stem)
    assert os.listdir(own) == []
    (own / "folder.json").mkdir()
    with pytest.raises(StoreError, match="cannot be removed"):
        remove_plan(own, "folder")


def test_a_plan_is_taken_in_as_it_is(own, shipped, tmp_path):
    file = tmp_path / "sent.json"
    file.write_bytes(TEXT)
    kept = import_plan(own, shipped, file)
    assert (kept, kept.read_bytes()) == (own / f"{NAME}.json", TEXT)
    assert import_plan(own, shipped, kept) == kept
    assert len(os.listdir(own)) == 1


def test_a_file_with_mistakes_is_not_taken_in(own, shipped, tmp_path):
    file = tmp_path / "sent.json"
    file.write_bytes(TEXT.replace(b'"6:00"', b'"6"'))
    with pytest.raises(PlanRefused, match=r"sent\.json, segments 2 .*time") as refused:
        import_plan(own, shipped, file)
    assert all(mistake.mend for mistake in refused.value.mistakes)
    with pytest.raises(StoreError):
        import_plan(own, shipped, tmp_path / "none.json")
    assert not own.exists()


def test_the_same_plan_taken_in_twice_is_there_once(own, shipped, tmp_path):
    file = tmp_path / "sent.json"
    file.write_bytes(titled("From Jo"))
    first = import_plan(own, shipped, file)
    assert import_plan(own, shipped, file) == first
    file.write_bytes(titled("From Jo") + b"\n")
    (own / "unreadable.json").symlink_to(tmp_path / "nowhere")
    assert import_plan(own, shipped, file).name == "from-jo-2.json"
