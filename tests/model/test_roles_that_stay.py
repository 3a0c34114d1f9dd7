"""Roles that people keep through a segment, roles within parallel groups, and phases that a role leads."""

import pytest
from stage import Stage, phase, plan, segment

from dp_facilitator.model.casting import cast
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.wording import filled, leaders, next_leader, round_leaders, speaks_in_room, who_speaks

SIDES = [
    {"id": "first", "title": "First side"},
    {"id": "second", "title": "Second side"},
    {"id": "timekeeper", "title": "Judge", "optional": True},
    {"id": "guest", "title": "Guest", "outside": True},
]
DEBATE = segment(
    "debate",
    phase("open", leads="first", speaks="leader"),
    phase("answer", leads="second", speaks="others"),
    phase("judge", speaks="timekeeper"),
)
TEXT = plan(DEBATE, segment("end", phase("end")), roles=SIDES, timekeeper="role")


def held(stage: Stage) -> dict[str, str | None]:
    course = stage.session.course
    return {part.role: part.person for part in cast(course, course.step)}


def begun(people: int, text: bytes = TEXT) -> Stage:
    stage = Stage(text, people)
    stage.do("start")
    return stage


def test_the_first_people_have_the_first_roles_and_keep_them() -> None:
    stage = begun(4)
    assert held(stage) == {"first": "P1", "second": "P2", "timekeeper": "P3", "member": "P4", "guest": None}
    course = stage.session.course
    assert [leaders(course, step) for step in course.steps] == ["Ana", "Ben", "", ""]
    assert [step.timekeeper for step in course.steps] == ["P3", "P3", "P3", None]
    assert [who_speaks(course, step) for step in course.steps] == [
        "Only Ana speaks.",
        "Ana, Cai and Dee speak. Ben listens.",
        "Only Cai speaks.",
        "Everyone may speak.",
    ]
    assert speaks_in_room(course, course.steps[1]) == "Ben listens."
    assert [next_leader(course, step) for step in course.steps] == ["Ben", None, None, None]


def test_for_who_leaves_one_without_a_role_steps_in_and_the_others_stay() -> None:
    stage = begun(4)
    stage.do("next")
    stage.do("bench", "P1")
    assert held(stage) == {"first": "P4", "second": "P2", "timekeeper": "P3", "guest": None}
    # What was begun stays whose it was.
    assert leaders(stage.session.course, stage.session.course.steps[0]) == "Ana"
    stage.do("bench", "P3")
    assert held(stage)["timekeeper"] is None
    assert stage.session.course.steps[2].timekeeper is None


def test_a_role_that_nobody_has_is_named_itself() -> None:
    stage = Stage(TEXT, 1)
    course = stage.session.course
    assert leaders(course, course.steps[1]) == "Second side"
    assert filled(course, course.steps[1], "{leader} answers") == "Second side answers"
    assert who_speaks(course, course.steps[2]) == "Only judge speaks."


def test_without_a_role_in_its_phases_a_segment_has_team_members_only() -> None:
    stage = begun(2)
    for _ in range(3):
        stage.do("next")
    assert stage.where == "end/end"
    assert [part.role for part in cast(stage.session.course, stage.session.course.step)] == ["member", "member"]


def test_nobody_passes_a_phase_that_is_theirs_by_role() -> None:
    text = plan(DEBATE, segment("rounds", phase(), repeat="each"), roles=SIDES)
    assert begun(2, text).do("passes") == ()


THREES = [{"id": "leader", "title": "Client"}, {"id": "coach", "title": "Coach"}, {"id": "watch", "title": "Observer"}]
ROUND = segment(
    "turns",
    phase("talk", leads="coach", speaks="coach"),
    phase("see", speaks="watch"),
    repeat="groups",
    group_size=3,
)


def parts(stage: Stage, step: Step) -> str:
    """Role by role who has it, as initials: "leader A B, coach C D"."""
    course = stage.session.course
    found: dict[str, list[str]] = {}
    for part in cast(course, step):
        found.setdefault(part.role, []).append(course.name(part.person)[0] if part.person else "-")
    return ", ".join(f"{role} {' '.join(people)}" for role, people in found.items())


def test_in_parallel_groups_each_group_has_every_role() -> None:
    stage = Stage(plan(ROUND, people=6, roles=THREES, timekeeper="nobody"), 6)
    course = stage.session.course
    assert [parts(stage, step) for step in course.steps[::2]] == [
        "leader A B, coach C D, watch E F",
        "leader C D, coach E F, watch A B",
        "leader E F, coach A B, watch C D",
    ]
    assert leaders(course, course.steps[0]) == "Cai and Dee"
    assert round_leaders(course, course.steps[0].turn) == "Ana and Ben"
    # A role of the plan comes before the coach who is there anyway.
    assert who_speaks(course, course.steps[0]) == "Only Cai and Dee speak."
    assert who_speaks(course, course.steps[1]) == "Only Eli and Fay speak."


def test_where_only_the_larger_group_has_a_turn_left_the_others_listen() -> None:
    stage = Stage(plan(ROUND, people=6, roles=THREES, timekeeper="nobody"), 7)
    assert parts(stage, stage.session.course.steps[-1]) == "leader G, coach A, watch C, member E B D F"


def test_groups_stay_together_when_someone_leaves_and_take_in_who_comes() -> None:
    stage = begun(6, plan(ROUND, people=6, roles=THREES, timekeeper="nobody"))
    stage.do("bench", "P3")
    assert parts(stage, stage.session.course.steps[-1]) == "leader E F, coach A B, watch D -".replace(" -", "")
    stage.do("join", "Gil")
    assert parts(stage, stage.session.course.steps[-1]) == "leader G, coach A, watch E, member B D F"
    stage.do("returns", "P3")
    third = next(step for step in stage.session.course.steps if step.turn.leaders == ("P5", "P6"))
    assert "coach G B" in parts(stage, third)


def test_who_comes_in_the_middle_of_a_round_has_a_part_in_the_smallest_group_at_once() -> None:
    stage = begun(5, plan(ROUND, people=6, roles=THREES, timekeeper="nobody"))
    assert parts(stage, stage.session.course.step) == "leader A B, coach C D, watch E"
    stage.do("join", "Fay")
    assert parts(stage, stage.session.course.step) == "leader A B, coach C D, watch E F"


def test_who_changes_places_in_a_round_changes_groups_too() -> None:
    stage = begun(6, plan(ROUND, people=6, roles=THREES, timekeeper="nobody"))
    stage.do("swap", "P1", "P3")
    assert parts(stage, stage.session.course.step).startswith("leader C B, coach A D")


@pytest.mark.parametrize("people", range(1, 21))
def test_every_person_has_one_part_in_every_step(people: int) -> None:
    for text in (TEXT, plan(ROUND, people=2, roles=THREES, timekeeper="nobody")):
        stage = Stage(text, people) if people > 1 or text == TEXT else Stage(text, 2)
        course = stage.session.course
        for step in course.steps:
            placed = [part.person for part in cast(course, step) if part.person]
            assert sorted(placed) == sorted(course.present)
