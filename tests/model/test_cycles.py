"""Phases that come several times, and rounds with titles of their own: on the run sheet, in fit, and while editing."""

import json

import pytest
from stage import Stage, at, phase, plan, segment

from dp_facilitator.model.editing import Editing
from dp_facilitator.model.fit import propose
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.wording import filled, headline, round_name, round_words

TALKS = segment(
    "rounds",
    phase("set-up", "1:00", floor="0:30", trim="last"),
    phase("talk", "2:00", floor="1:00"),
    phase("questions", "1:00", floor="0:30"),
    repeat="each",
    cycles=[{"first": "talk", "last": "questions", "times": 3}],
    round_titles=["For"],
)


def text(total: str, *segments: dict[str, object]) -> bytes:
    tree = json.loads(plan(*segments))
    return json.dumps({**tree, "total": total}).encode()


TWICE = text("20:00", TALKS)


def test_the_run_sheet_has_them_one_after_the_other() -> None:
    stage = Stage(TWICE)
    assert stage.sheet[:8] == [
        "rounds/P1/set-up",
        "rounds/P1/talk",
        "rounds/P1/questions",
        "rounds/P1/talk.2",
        "rounds/P1/questions.2",
        "rounds/P1/talk.3",
        "rounds/P1/questions.3",
        "rounds/P2/set-up",
    ]
    course = stage.session.course
    assert headline(course, course.steps[3]) == "Talk 2 of 3"
    assert filled(course, course.steps[3], "{round}, talk {cycle}") == "For, talk 2"
    assert filled(course, course.steps[8], "{round}, talk {cycle}") == "Rounds 2, talk 1"
    assert [round_words(course, course.steps[n]) for n in (0, 7)] == ["For", "2 of 2"]


def test_where_nobody_leads_the_counter_says_which_time_it_is() -> None:
    work = segment("work", phase("focus"), phase("rest"), cycles=[{"first": "focus", "last": "rest", "times": 2}])
    stage = Stage(text("16:00", work))
    course = stage.session.course
    assert [headline(course, step) for step in course.steps] == ["Focus", "Rest"] * 2
    assert [round_words(course, step) for step in course.steps] == ["1 of 2", "1 of 2", "2 of 2", "2 of 2"]
    assert round_name(course.steps[0]) == "Work"
    stage.do("start")
    for key in ("work/rest", "work/focus.2", "work/rest.2"):
        stage.go("4:00").do("next")
        assert stage.where == key


def test_fit_gives_every_person_the_same_and_nothing_below_its_floor() -> None:
    stage = Stage(TWICE, ends=at("16:00").wall)
    found = propose(stage.session.course, stage.now, "equal")
    assert found is not None
    assert found.possible
    seconds = {part: seconds for _, part, seconds in found.timings}
    assert seconds["set-up"] == 60
    assert all(seconds[part] >= 60 for part in ("talk", "talk.2", "talk.3"))
    assert sum(seconds.values()) == 8 * 60
    stage.do("fit", "equal")
    rounds = [[step.seconds for step in stage.session.course.steps if step.turn.leaders == (p,)] for p in ("P1", "P2")]
    assert rounds[0] == rounds[1] == [seconds[part] for part in seconds]


@pytest.mark.parametrize("people", [1, 2, 5])
def test_the_sum_while_editing_is_that_of_the_plan(people: int) -> None:
    tree = json.loads(TWICE)
    tree["people"] = {"usual": people, "least": 1, "most": 5}
    tree["total"] = f"{people * 10}:00"
    raw = json.dumps(tree).encode()
    assert Editing.of(raw).sum_s == read_plan(raw).seconds() == people * 600


def test_a_cycle_goes_with_the_phase_that_begins_or_ends_it() -> None:
    rounds = ("segments", 0)
    editing = Editing.of(TWICE)
    assert editing.remove((*rounds, "phases", 0)).count((*rounds, "cycles")) == 1
    for gone in (1, 2):
        assert editing.remove((*rounds, "phases", gone)).count((*rounds, "cycles")) == 0
    # Questions before the talk would be a cycle that runs backwards.
    assert editing.move((*rounds, "phases", 2), (*rounds, "phases", 1)).count((*rounds, "cycles")) == 0
    assert editing.move((*rounds, "phases", 2), (*rounds, "phases", 0)).take_sum().problems() == ()


def test_the_sum_of_a_cycle_that_is_wrong_counts_each_phase_once() -> None:
    editing = Editing.of(TWICE).write(("segments", 0, "cycles"), ({"first": "gone", "times": 3},))
    assert editing.sum_s == 2 * 4 * 60
    assert "repeats the phase “gone”".replace("“", '"').replace("”", '"') in str(editing.problems()[0])


def test_a_bank_goes_when_one_phase_alone_is_left_in_it() -> None:
    pieces = segment("a", phase("a", bank="ours"), phase("b"), phase("c", bank="ours"))
    editing = Editing.of(plan(pieces))
    left = editing.remove(("segments", 0, "phases", 0)).take_sum()
    assert left.value(("segments", 0, "phases", 1, "bank")) is None
    assert left.problems() == ()
    assert editing.remove(("segments", 0, "phases", 1)).take_sum().value(("segments", 0, "phases", 1, "bank")) == "ours"


def test_run_once_a_segment_has_no_titles_of_rounds() -> None:
    once = Editing.of(TWICE).repeat(("segments", 0), "once").take_sum()
    assert once.problems() == ()
    assert once.count(("segments", 0, "round_titles")) == 0
