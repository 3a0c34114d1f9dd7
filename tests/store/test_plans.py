import json
import os
from pathlib import Path

import pytest
from sample_session import PLAN

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.plan_names import BadPlan
from dp_facilitator.store.plans import PlanRefused, find_plan, list_plans, schema_text, write_schema

SHIPPED = PLAN.parent
NAME = "deliberate-practice-90"


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "mine.json").write_bytes(PLAN.read_bytes().replace(b"led by leaders", b"of mine"))
    return folder


def test_every_shipped_plan_can_be_used(tmp_path):
    found = list_plans(SHIPPED, tmp_path / "none")
    assert [one.name for one in found] == sorted(p.stem for p in SHIPPED.glob("*.json") if "schema" not in p.name)
    assert not [one for one in found if isinstance(one, BadPlan)]


def test_the_schema_beside_the_plans_is_up_to_date():
    """Write it anew with `dp-facilitator schema --out sessions/plan.schema.json`."""
    assert (SHIPPED / "plan.schema.json").read_bytes() == schema_text()


def test_the_schema_can_be_read_by_everybody(tmp_path):
    write_schema(tmp_path / "s.json")
    assert json.loads((tmp_path / "s.json").read_text())["title"] == "Plan"
    assert (tmp_path / "s.json").stat().st_mode & 0o777 == 0o644


def test_a_plan_by_its_name(own):
    shipped = find_plan(NAME, SHIPPED, own)
    assert (shipped.name, shipped.path, shipped.text) == (NAME, PLAN, PLAN.read_bytes())
    mine = find_plan("mine", SHIPPED, own)
    assert (mine.name, mine.path, mine.plan.title) == (
        "mine",
        own / "mine.json",
        "Deliberate practice, of mine",
    )


def test_a_plan_by_its_path(own, monkeypatch):
    assert find_plan(str(own / "mine.json"), SHIPPED, own).plan.title == "Deliberate practice, of mine"
    monkeypatch.chdir(own)
    assert find_plan("./mine.json", SHIPPED, own / "none").path == Path("mine.json")
    os.rename("mine.json", "mine")
    assert find_plan("mine", SHIPPED, own / "none").path == Path("mine")
    os.symlink("mine", "linked.json")
    assert find_plan("linked.json", SHIPPED, own / "none").plan.title == "Deliberate practice, of mine"


@pytest.mark.parametrize("word", ["deliberate-practise-90", "Deliberate-Practice", "mime"])
def test_an_unknown_name_gets_those_that_come_close(own, word):
    with pytest.raises(Refused, match=f"{word}: there is no plan or file of that name. Did you mean"):
        find_plan(word, SHIPPED, own)


@pytest.mark.parametrize("word", ["", "  ", "zzzz", "zzzz.json", "/zz/zz", "a\0b", "\x1b[2J"])
def test_without_any_the_names_are_listed(own, word):
    with pytest.raises(Refused, match=f"There are: .*{NAME}.*, mine"):
        find_plan(word, SHIPPED, own)
    with pytest.raises(Refused, match="There are: none"):
        find_plan(word, own / "a", own / "b")


def test_every_mistake_says_which_file(tmp_path):
    bad = tmp_path / "bad\n.json"
    bad.write_text('{"format": 1, "x": 1}')
    with pytest.raises(PlanRefused) as error:
        find_plan(str(bad), SHIPPED, tmp_path)
    lines = str(error.value).splitlines()
    assert len(lines) == len(error.value.mistakes) > 3
    assert all(line.startswith("bad .json, ") for line in lines)
    assert error.value.file == "bad .json"
    bad.write_bytes(b"")
    with pytest.raises(PlanRefused, match=r"^bad \.json: is empty\. Use a copy of it, or start from a shipped plan\.$"):
        find_plan(str(bad), SHIPPED, tmp_path)


def test_what_is_no_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    with open(tmp_path / "huge.json", "wb") as huge:
        huge.truncate(1 << 30)
    for word, said in (
        ("pipe.json", "is not a file"),
        ("folder.json", "is not a file"),
        ("huge.json", "larger than 1 MB"),
    ):
        with pytest.raises(StoreError, match=f"^{word}: .*{said}"):
            find_plan(str(tmp_path / word), SHIPPED, tmp_path)


def test_one_bad_file_does_not_spoil_the_list(own):
    (own / "bad.json").write_text("{")
    (own / "folder.json").mkdir()
    (own / ".hidden.json").touch()
    (own / "plan.schema.json").touch()
    (own / "notes.txt").touch()
    (own / f"{NAME}.json").write_bytes(PLAN.read_bytes())
    found = {one.name: one for one in list_plans(SHIPPED, own)}
    shipped = [path.stem for path in sorted(SHIPPED.glob("*.json")) if "schema" not in path.name]
    assert list(found) == [*shipped, "bad", str(own / f"{NAME}.json"), "folder", "mine"]
    assert found["bad"].problem.startswith("bad.json, line 1, column 2: is not JSON")
    assert "is not a file" in found["folder"].problem
    assert found["mine"].plan.people.usual == 5


def test_no_folder_no_plans(tmp_path):
    assert list_plans(tmp_path / "a", tmp_path / "b") == ()
