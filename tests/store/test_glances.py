import json

import pytest

from dp_facilitator.model.glance import glance
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.store import plans
from dp_facilitator.store.glances import NAME, glances, glances_text
from dp_facilitator.store.plan_names import BadPlan
from dp_facilitator.store.plans import PlanFile, list_plans

SHIPPED = shipped_plans_dir()
ONE = SHIPPED / "deliberate-practice-90.json"


def looks(shipped, own):
    """What the plans look like when every one is read in full."""
    return tuple((one.name, glance(one.plan)) for one in list_plans(shipped, own) if isinstance(one, PlanFile))


def test_what_ships_is_written_down_as_it_is(tmp_path):
    """Write it anew with `python scripts/glances.py`."""
    found = list_plans(SHIPPED, tmp_path)
    assert (SHIPPED / NAME).read_text("utf-8") == glances_text((one.text, glance(one.plan)) for one in found)


def test_what_is_known_is_not_read_in_full(tmp_path, monkeypatch):
    expected = looks(SHIPPED, tmp_path)
    monkeypatch.setattr(plans, "listed", None)
    assert glances(SHIPPED, tmp_path) == expected


def test_a_plan_of_which_a_byte_differs_is_read_in_full(tmp_path):
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    own.mkdir()
    (shipped / NAME).write_bytes((SHIPPED / NAME).read_bytes())
    text = ONE.read_bytes()
    (own / "same.json").write_bytes(text)
    (own / "mine.json").write_bytes(text.replace(b"Deliberate practice, led", b"Deliberate practise, led"))
    (own / "bad.json").write_bytes(b"{")
    bad, mine, same = glances(shipped, own)
    assert isinstance(bad, BadPlan)
    assert mine[1].title == "Deliberate practise, led by leaders"
    assert same[1].title == "Deliberate practice, led by leaders"


def test_without_what_is_known_all_are_read(tmp_path):
    (tmp_path / "one.json").write_bytes(ONE.read_bytes())
    assert glances(tmp_path, tmp_path / "none") == looks(tmp_path, tmp_path / "none")


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    (tmp_path / "folder.json").mkdir()
    (found,) = glances(tmp_path, tmp_path / "none")
    assert found == BadPlan("folder", str(found.problem))


@pytest.mark.parametrize("name", [path.name for path in sorted(SHIPPED.glob("*-*.json"))])
def test_a_glance_is_what_the_plan_says(name, tmp_path):
    tree = json.loads((SHIPPED / name).read_text("utf-8"))
    look = dict(glances(SHIPPED, tmp_path))[name.removesuffix(".json")]
    assert (look.title, look.usual) == (tree["title"], tree["people"]["usual"])
    assert sum(seconds for seconds, _ in look.bar) == look.minutes * 60
