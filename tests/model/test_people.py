"""Who does what in a round: rotation, timekeeper, roles; passing, leaving, coming back, joining, swapping."""

import pytest
from stage import PLAN_A, SHIPPED, Stage, ns, phase, plan, segment

from dp_facilitator.model.casting import cast
from dp_facilitator.model.outlook import outlook
from dp_facilitator.model.runsheet import grouped

TEXT = SHIPPED.read_bytes()


def leaders(stage: Stage) -> str:
    """The initials of who leads, round by round."""
    course = stage.session.course
    turns = dict.fromkeys(step.turn for step in course.steps if step.turn.leaders)
    return " ".join("".join(course.name(person)[0] for person in turn.leaders) for turn in turns)


def begun(people: int, steps: int = 1) -> Stage:
    """A session some steps into its rounds."""
    stage = Stage(TEXT, people)
    stage.do("start")
    for _ in range(steps):
        stage.go("1:00").do("next")
    return stage


@pytest.mark.parametrize(
    ("people", "keepers"), [(2, "B A"), (3, "C A B"), (4, "D A B C"), (5, "E A B C D"), (7, "G A B C D E F")]
)
def test_the_previous_leader_keeps_the_time_in_round_one_the_last(people: int, keepers: str) -> None:
    assert " ".join(map(str, Stage(TEXT, people).keepers)) == keepers


@pytest.mark.parametrize("people", range(2, 21))
def test_the_timekeeper_never_leads_now_nor_in_a_full_group_next(people: int) -> None:
    stage = Stage(TEXT, people)
    course = stage.session.course
    turns = list(dict.fromkeys(step.turn for step in course.steps if step.turn.leaders))
    keepers = {step.turn: step.timekeeper for step in course.steps}
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        assert keepers[turn] not in turn.leaders
        assert people < 4 or following is None or keepers[turn] not in following.leaders


def test_the_coach_can_set_anyone_who_does_not_lead_the_round() -> None:
    stage = begun(5)
    assert stage.do("keep_time", "P1") == ()
    assert stage.do("keep_time", "P2", "nothing") == ()
    stage.do("keep_time", "P2")
    assert stage.keepers[0] == "B"
    stage.do("keep_time", "P4", "rounds/P2")
    assert stage.keepers[:2] == ["B", "D"]
    stage.do("bench", "P4")
    assert stage.keepers[1] == "A"
    stage.do("returns", "P4")
    assert stage.keepers[1] == "D"
    assert begun(5, 0).do("keep_time", "P2") == ()


@pytest.mark.parametrize(("people", "keeper"), [(3, "C"), (4, "C"), (5, "D")])
def test_who_is_moved_up_to_lead_next_gives_the_time_away_in_a_full_group(people: int, keeper: str) -> None:
    stage = begun(people)
    stage.do("move", f"P{people}", 1)
    assert stage.keepers[0] == keeper


def test_who_kept_the_time_of_a_past_round_stays_in_the_record() -> None:
    stage = begun(5, 5)
    stage.do("bench", "P5")
    assert stage.keepers[:2] == ["E", "A"]


def test_a_round_under_way_keeps_its_timekeeper_whoever_comes_and_goes() -> None:
    stage = begun(5)
    stage.do("join", "Fay")
    stage.do("passes", "P2")
    assert stage.keepers[0] == "E"
    stage.do("bench", "P5")
    assert stage.keepers[0] == "B"


def test_passing_before_ones_turn_only_changes_the_order() -> None:
    stage = begun(5)
    stage.go("0:10").do("passes", "P3")
    assert leaders(stage) == "A B D E C"
    assert stage.where == "rounds/P1/set-up"
    assert stage.do("passes", "P9") == ()


def test_passing_in_ones_own_round_ends_it_and_it_comes_last_in_full() -> None:
    stage = begun(3, 2)
    stage.go("2:00").do("passes")
    assert stage.where == "rounds/P2/set-up"
    assert leaders(stage) == "A B C A"
    assert stage.session.course.elapsed(stage.session.course.steps[2], stage.now) == ns("2:00")
    assert [step.number for step in stage.session.course.steps[:4]] == [None, None, None, 1]
    assert stage.sheet[-5:-1] == [f"rounds/P1/2/{p}" for p in ("set-up", "practise", "feedback", "again")]
    for _ in range(8):
        stage.do("next")
    assert stage.where == "rounds/P1/2/set-up"
    assert stage.reading.left == ns("1:00")
    # Now there is nobody left to let go first.
    assert stage.do("passes") == ()
    assert begun(3, 0).do("passes") == ()


def test_passing_twice_makes_a_third_attempt() -> None:
    stage = begun(3)
    stage.do("passes")
    for _ in range(4):
        stage.do("next")
    stage.do("passes", "P3")
    assert stage.where == "rounds/P1/2/set-up"
    stage.do("passes")
    assert leaders(stage) == "A B C A C A"
    assert stage.sheet[-2] == "rounds/P1/3/again"


def test_a_round_that_was_slipped_into_can_be_passed_from_the_one_before() -> None:
    stage = begun(3, 2)
    for _ in range(3):
        stage.go("1:00").do("next")
    stage.go("0:10").do("back")
    stage.do("passes", "P2")
    assert leaders(stage) == "A B C B"
    assert stage.where == "rounds/P1/again"
    stage.do("next")
    assert stage.where == "rounds/P3/set-up"


def test_passing_after_going_back_within_ones_round_leaves_it_altogether() -> None:
    stage = begun(3, 3)
    stage.go("1:00").do("back")
    stage.do("passes")
    assert stage.where == "rounds/P2/set-up"
    assert leaders(stage) == "A B C A"


def test_benching_takes_the_turn_away_and_what_was_done_stays() -> None:
    stage = begun(4, 2)
    stage.go("1:00").do("bench", "P1")
    assert stage.where == "rounds/P2/set-up"
    assert leaders(stage) == "A B C D"
    assert [step.of for step in stage.session.course.steps[3:5]] == [3, 3]
    assert stage.do("bench", "P1") == ()
    stage.do("bench", "P3")
    stage.do("bench", "P4")
    assert stage.do("bench", "P2") == ()
    assert stage.keepers == ["D", None]


def test_coming_back_one_leads_at_ones_place_or_else_last() -> None:
    stage = begun(4)
    stage.do("bench", "P3")
    assert stage.do("returns", "P2") == ()
    stage.do("returns", "P3")
    assert leaders(stage) == "A B C D"
    stage.do("bench", "P2")
    for _ in range(4):
        stage.do("next")
    stage.do("returns", "P2")
    assert leaders(stage) == "A C D B"
    # Who has led already keeps their place among the others.
    stage.do("bench", "P1")
    stage.do("returns", "P1")
    assert stage.session.course.order == ("P1", "P3", "P4", "P2")


def test_the_last_leader_may_leave_in_a_plan_that_ends_with_the_rounds() -> None:
    stage = Stage(plan(segment("rounds", phase(), repeat="each")))
    stage.do("start")
    stage.do("next")
    stage.go("1:00").do("bench", "P2")
    assert stage.where == "rounds/P2/talk"
    assert stage.session.status == "running"
    assert stage.reading.left == ns("3:00")


def test_a_late_arrival_is_a_member_now_and_leader_at_the_end() -> None:
    stage = begun(2, 5)
    stage.do("join", "Zoe")
    assert leaders(stage) == "A B Z"
    assert stage.keepers == ["B", "A", "B"]
    stage.do("bench", "P3")
    assert leaders(stage) == "A B"


def test_a_late_arrival_leads_before_a_debrief_that_was_slipped_into() -> None:
    stage = begun(2, 9)
    assert stage.where == "debrief/debrief"
    stage.go("0:05").do("back")
    stage.do("join", "Zoe")
    assert stage.sheet[-2:] == ["rounds/P3/again", "debrief/debrief"]
    # Once the debrief is on, nobody leads any more.
    stage = begun(2, 9)
    stage.do("join", "Zoe")
    assert leaders(stage) == "A B"


def test_a_late_arrival_gets_the_timings_of_the_rounds_still_to_come() -> None:
    stage = Stage(TEXT, 5, ends=Stage(TEXT).now.wall + ns("1:30:00"))
    stage.go("5:00").do("start")
    stage.do("fit", "equal")
    stage.do("join", "Zoe")
    course = stage.session.course
    lengths = {step.turn: 0 for step in course.steps if step.turn.leaders}
    for step in course.steps:
        if step.turn in lengths:
            lengths[step.turn] += step.seconds
    assert set(lengths.values()) == {14 * 60}


def test_move_puts_someone_at_a_place() -> None:
    stage = Stage(TEXT, 4)
    stage.do("move", "P4", 1)
    assert leaders(stage) == "D A B C"
    stage.do("move", "P4", 99)
    assert leaders(stage) == "A B C D"
    assert stage.do("move", "P4", 4) == ()
    assert stage.do("move", "P9", 1) == ()
    stage.do("start")
    stage.do("next")
    stage.do("move", "P3", 1)
    assert leaders(stage) == "A C B D"


def test_swap_changes_places_and_puts_the_wrong_name_over_a_round_right() -> None:
    stage = Stage(TEXT, 4)
    stage.do("swap", "P1", "P2")
    assert leaders(stage) == "B A C D"
    assert stage.do("swap", "P1", "P1") == ()
    assert stage.do("swap", "P1", "P9") == ()
    stage.do("start")
    stage.do("next")
    stage.do("swap", "P3", "P4")
    assert leaders(stage) == "B A D C"
    stage.go("0:20").do("swap", "P2", "P3")
    assert leaders(stage) == "C A D B"
    assert stage.reading.elapsed == ns("0:20")
    assert stage.keepers[0] == "D"


def test_swap_does_not_take_a_round_from_someone_who_has_led() -> None:
    stage = begun(3, 5)
    stage.do("swap", "P1", "P2")
    assert leaders(stage) == "A B C"
    assert stage.session.course.order == ("P2", "P1", "P3")
    assert stage.where == "rounds/P2/set-up"
    words = outlook(stage.session, stage.session.swap(stage.now, "P2", "P1"), stage.now).words
    assert words.startswith("Ben and Ana change places")


ROLES = [
    {"id": "leader", "title": "Chair"},
    {"id": "timekeeper", "title": "Timer"},
    {"id": "scribe", "title": "Scribe"},
    {"id": "mentor", "title": "Mentor", "outside": True},
]


def roles(stage: Stage) -> list[tuple[str, str | None]]:
    course = stage.session.course
    return [(part.title, part.person) for part in cast(course, course.step)]


def test_roles_go_by_position_the_rest_have_the_default_and_unfilled_ones_show() -> None:
    text = plan(segment("rounds", phase(), repeat="each"), segment("end", phase()), roles=ROLES, timekeeper="role")
    stage = Stage(text, 4)
    stage.do("start")
    assert roles(stage) == [
        ("Leader", "P1"), ("Timer", "P2"), ("Scribe", "P3"), ("Team member", "P4"), ("Mentor", None)
    ]  # fmt: skip
    assert stage.keepers == ["B", "C", "D", "A"]
    stage.do("bench", "P2")
    stage.do("bench", "P3")
    assert roles(stage) == [("Leader", "P1"), ("Timer", "P4"), ("Scribe", None), ("Mentor", None)]
    assert stage.keepers == ["D", "A"]
    stage.do("bench", "P4")
    assert stage.keepers == [None]
    stage.do("next")
    assert roles(stage) == [("Team member", "P1")]


@pytest.mark.parametrize("rule", ["coach", "nobody"])
def test_where_the_coach_keeps_the_time_nobody_of_the_group_does(rule: str) -> None:
    stage = Stage(plan(segment("rounds", phase(), repeat="each"), timekeeper=rule), 3)
    assert stage.keepers == [None] * 3


GROUPS = segment("groups", phase(), repeat="groups", group_size=3)


@pytest.mark.parametrize("size", range(2, 13))
def test_groups_are_of_about_their_size_and_nobody_is_alone(size: int) -> None:
    stage = Stage(plan(segment("groups", phase(), repeat="groups", group_size=size), people=1), 2)
    made = stage.session.plan.segments[0]
    for people in range(1, 61):
        lengths = [len(group) for group in grouped("x" * people, made.groups(people))]
        assert sum(lengths) == people
        assert max(lengths) - min(lengths) <= 1
        assert max(lengths) <= size + 1
        assert min(lengths) >= min(2, people)
        assert made.turns(people) == max(lengths)


def test_parallel_groups_share_one_clock() -> None:
    stage = Stage(plan(GROUPS, segment("end", phase()), people=3), 7)
    assert leaders(stage) == "AB CD EF G"
    stage.do("start")
    # Passing has no meaning there; leaving and joining do.
    assert stage.do("passes") == ()
    assert stage.do("passes", "P3") == ()
    stage.do("bench", "P1")
    assert leaders(stage) == "AB CD EF G"
    stage.do("bench", "P4")
    stage.do("bench", "P7")
    assert leaders(stage) == "AB C EF"
    stage.do("returns", "P4")
    stage.do("join", "Zoe")
    assert leaders(stage) == "AB C EF D Z"
    stage.do("next")
    assert stage.where == "groups/P3/talk"
    # Before the groups begin they are made anew.
    stage = Stage(plan(segment("start", phase()), GROUPS, people=3), 7)
    stage.do("start")
    stage.do("bench", "P7")
    assert leaders(stage) == "AB CD EF"


def test_a_plan_may_have_fewer_rounds_than_people() -> None:
    stage = Stage(plan(segment("rounds", phase(), repeat="each", rounds=2), segment("end", phase())), 4)
    assert leaders(stage) == "A B"
    stage.do("start")
    stage.do("passes")
    assert leaders(stage) == "A B C"
    stage.do("next")
    stage.do("bench", "P3")
    assert leaders(stage) == "A B C D"


def test_undoing_a_pass_counts_the_slip_in_the_round_that_was_left() -> None:
    stage = Stage(PLAN_A.read_bytes())
    stage.do("start")
    stage.go("7:00").do("next")
    stage.go("0:10").do("passes")
    stage.go("0:20").do("undo")
    assert stage.where == "rounds/P1/set-up"
    assert stage.reading.left == ns("0:30")
    assert leaders(stage) == "A B"
