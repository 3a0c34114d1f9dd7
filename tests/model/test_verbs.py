"""The table of verbs in the timekeeping rules, row by row: the facts each leaves, and when it leaves none."""

import pytest
from stage import PLAN_A, SHIPPED, Stage, at, ns, phase, plan, segment

from dp_facilitator.model import facts as f
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.review import times

A = PLAN_A.read_bytes()


@pytest.fixture
def stage() -> Stage:
    return Stage(A)


def test_start_begins_the_first_step_once(stage: Stage) -> None:
    assert stage.do("start") == (f.Started(at("0:00")),)
    assert stage.do("start") == ()
    assert stage.session.going
    assert stage.where == "warm-up/warm-up"


def test_next_starts_a_session_that_is_ready(stage: Stage) -> None:
    assert stage.do("next") == (f.Started(at("0:00")),)


def test_backdate_starts_a_session_so_long_ago(stage: Stage) -> None:
    assert stage.go("0:40").do("backdate", 40) == (f.Started(stage.now, ns("0:40")),)
    assert stage.session.course.started == at("0:00")
    assert stage.session.course.use(stage.session.course.step).first == at("0:00")
    assert stage.reading.left == ns("6:20")
    assert stage.do("backdate", 0) == ()
    stage.do("undo")
    assert stage.session.status == "ready"


def test_backdate_takes_from_the_step_that_was_left_last(stage: Stage) -> None:
    stage.do("start")
    stage.go("7:00").do("next")
    stage.go("0:30").do("next")
    stage.go("0:50").do("back")
    stage.go("0:10").do("backdate", 10)
    course = stage.session.course
    used = [course.elapsed(step, stage.now) for step in course.steps[:3]]
    assert used == [ns("7:00"), ns("0:50"), ns("0:40")]
    assert course.use(course.steps[1]).first == at("7:00")


def test_backdate_takes_no_more_than_there_was(stage: Stage) -> None:
    stage.do("start")
    stage.go("0:30").do("next")
    stage.do("backdate", 60)
    course = stage.session.course
    assert [course.elapsed(step, stage.now) for step in course.steps[:2]] == [0, ns("1:00")]


def test_pause_freezes_and_the_finish_keeps_moving(stage: Stage) -> None:
    assert stage.do("pause") == ()
    stage.do("start")
    assert stage.go("1:00").do("pause") == (f.Paused(at("1:00")),)
    assert stage.do("pause") == ()
    before = stage.reading
    after = stage.go("2:00").reading
    assert (after.left, after.elapsed) == (before.left, before.elapsed) == (ns("6:00"), ns("1:00"))
    assert after.paused == ns("2:00")
    assert after.session_ends.ns - before.session_ends.ns == ns("2:00")
    assert stage.do("resume") == (f.Resumed(at("3:00")),)
    assert stage.do("resume") == ()


def test_next_ends_this_step_and_starts_the_next(stage: Stage) -> None:
    stage.do("start")
    assert stage.go("7:10").do("next") == (f.Moved(at("7:10"), "rounds/P1/set-up"),)
    for _ in range(8):
        stage.do("next")
    assert stage.where == "debrief/debrief"
    assert stage.do("next") == ()


def test_back_goes_on_with_what_was_left_and_both_visits_are_kept(stage: Stage) -> None:
    assert stage.do("back") == ()
    stage.do("start")
    assert stage.do("back") == ()
    stage.go("6:00").do("next")
    assert stage.go("0:20").do("back") == (f.Moved(at("6:20"), "warm-up/warm-up", "back"),)
    assert stage.reading.left == ns("1:00")
    course = stage.session.course
    assert [course.use(step).visits for step in course.steps[:3]] == [2, 1, 0]


def test_undo_is_as_if_the_verb_had_never_been_given(stage: Stage) -> None:
    assert stage.do("undo") == ()
    assert stage.do("redo") == ()
    stage.do("start")
    stage.go("1:00").do("next")
    assert stage.go("0:30").do("undo") == (f.Undone(at("1:30")),)
    assert stage.where == "warm-up/warm-up"
    assert stage.reading.elapsed == ns("1:30")
    assert stage.go("0:30").do("redo") == (f.Redone(at("2:00")),)
    assert stage.reading.elapsed == ns("1:00")
    assert stage.do("redo") == ()


def test_a_new_verb_ends_the_redo_line_a_note_does_not(stage: Stage) -> None:
    stage.do("start")
    stage.do("extend", 60)
    stage.do("undo")
    stage.do("note", "effective", "Calm")
    assert stage.session.undone is not None
    stage.do("extend", 10)
    assert stage.do("redo") == ()


def test_undo_of_everything_gives_the_start(stage: Stage) -> None:
    first = stage.session.course
    stage.do("start")
    for verb, *more in (("extend", 60), ("next",), ("passes",), ("join", "Zoe"), ("rename", "P1", "Z"), ("back",)):
        stage.go("1:00").do(verb, *more)
    while stage.do("undo"):
        pass
    assert stage.session.course == first


def test_undo_leaves_notes_alone(stage: Stage) -> None:
    stage.do("start")
    stage.do("note", "effective", "Calm")
    stage.do("undo")
    assert stage.session.status == "ready"
    assert [note.text for note in stage.session.record.notes] == ["Calm"]


def test_restart_gives_the_full_time_and_keeps_both_attempts(stage: Stage) -> None:
    assert stage.do("restart") == ()
    stage.do("start")
    stage.go("1:00").do("extend", 60)
    stage.do("pause")
    stage.go("0:30").do("restart")
    stage.go("2:00")
    assert stage.session.status == "running"
    assert (stage.reading.left, stage.reading.added) == (ns("5:00"), 0)
    assert stage.session.course.use(stage.session.course.step).attempts == (ns("1:00"),)
    row = times(stage.session.course, stage.now)[0].steps[0]
    assert (row.used_s, row.attempts, row.paused_s) == (180, 2, 30)


@pytest.mark.parametrize("seconds", [60, -60, 10, -10])
def test_extend_running_paused_and_over(stage: Stage, seconds: int) -> None:
    assert stage.do("extend", seconds) == ()
    stage.do("start")
    for passing, verb in (("1:00", "pause"), ("0:10", "resume"), ("9:00", "pause")):
        before = stage.reading.left
        stage.do("extend", seconds)
        assert stage.reading.left - before == seconds * 1_000_000_000
        stage.go(passing).do(verb)
    assert stage.do("extend", 0) == ()


def test_time_added_paused_and_over_are_three_numbers(stage: Stage) -> None:
    stage.do("start")
    stage.go("1:00").do("extend", 60)
    stage.do("pause")
    stage.go("0:40").do("resume")
    stage.go("8:30").do("next")
    row = times(stage.session.course, stage.now)[0].steps[0]
    assert (row.planned_s, row.fitted_s, row.used_s) == (420, 420, 570)
    assert (row.added_s, row.paused_s, row.over_s) == (60, 40, 90)


def test_give_back_does_not_count_a_sleep(stage: Stage) -> None:
    assert stage.do("give_back", ns("1:00")) == ()
    stage.do("start")
    stage.go("4:00").do("give_back", ns("3:00"))
    assert stage.reading.elapsed == ns("1:00")
    assert stage.do("give_back", 0) == ()
    # More than has been used cannot be given back.
    stage.do("give_back", ns("9:00"))
    assert stage.reading.elapsed == 0
    stage.do("pause")
    assert stage.do("give_back", ns("1:00")) == ()


def test_finish_keeps_what_was_not_run_as_not_run(stage: Stage) -> None:
    assert stage.do("finish") == ()
    stage.do("start")
    stage.go("3:00").do("finish")
    assert stage.session.course.finished == at("3:00")
    assert [row.used_s for turn in times(stage.session.course, stage.now) for row in turn.steps] == [
        180, *[None] * 9
    ]  # fmt: skip
    for verb, *more in (
        ("pause",), ("next",), ("back",), ("extend", 60), ("restart",), ("backdate", 9), ("passes", "P1"),
        ("bench", "P1"), ("join", "Zoe"), ("move", "P1", 2), ("swap", "P1", "P2"), ("fit", "later"),
        ("take", "x"), ("returns", "P1"), ("finish",), ("give_back", 9),
    ):  # fmt: skip
        assert stage.do(verb, *more) == (), verb
    stage.do("undo")
    assert stage.session.status == "running"


def test_take_goes_another_way_from_the_branch_point_and_keeps_the_time_used() -> None:
    stage = Stage(SHIPPED.read_bytes(), 5)
    stage.do("start")
    assert stage.go("6:00").do("take", "somewhere") == ()
    assert stage.do("take", "topic-led") == (f.RouteTaken(at("6:00"), "topic-led"),)
    assert stage.reading.left == ns("1:00")
    assert stage.sheet[1:3] == ["topics/topics", "topic-rounds/P1/set-up"]
    assert stage.do("take", "topic-led") == ()


def test_a_route_taken_after_going_back_leaves_what_was_run_behind() -> None:
    stage = Stage(SHIPPED.read_bytes(), 5)
    stage.do("start")
    stage.go("5:00").do("next")
    stage.go("0:30").do("back")
    stage.do("take", "topic-led")
    assert stage.sheet[:3] == ["rounds/P1/set-up", "warm-up/warm-up", "topics/topics"]
    assert stage.where == "warm-up/warm-up"
    assert stage.reading.left == ns("2:00")


def test_before_the_start_a_route_changes_the_whole_plan() -> None:
    stage = Stage(SHIPPED.read_bytes(), 4)
    stage.do("take", "topic-led")
    assert stage.sheet[1] == "topics/topics"
    assert stage.reading.deviation == 0


def test_fit_is_not_offered_for_less_than_fifteen_seconds(stage: Stage) -> None:
    stage.do("start")
    stage.do("extend", 10)
    assert stage.do("fit", "later") == ()
    stage.do("extend", 10)
    assert stage.do("fit", "later")[0].planned_end == ns("47:20")  # type: ignore[attr-defined]
    assert stage.reading.deviation == 0


def test_names_are_checked_by_join_and_rename(stage: Stage) -> None:
    with pytest.raises(Refused, match="there already"):
        stage.do("join", "ana ")
    with pytest.raises(Refused, match="is empty"):
        stage.do("rename", "P1", " ")
    assert stage.do("rename", "P1", "Ana") == ()
    assert stage.do("rename", "P1", "Anna") == (f.Renamed(at("0:00"), "P1", "Anna"),)
    assert stage.do("join", "Ana")[0] == f.Joined(at("0:00"), stage.session.course.people[2])


def test_hiding_digits_stays_with_the_person(stage: Stage) -> None:
    assert stage.do("hide_digits", "P1", False) == ()
    stage.do("hide_digits", "P1", True)
    assert [person.hide_digits for person in stage.session.course.people] == [True, False]


def test_phases_of_a_segment_that_has_begun_may_still_be_fitted() -> None:
    text = plan(segment("talk", phase("one", "2:00"), phase("two", "4:00", floor="2:00"), phase("three", "1:00")))
    stage = Stage(text)
    stage.do("start")
    stage.go("3:00").do("fit", "others")
    stage.do("next")
    assert stage.reading.left == ns("3:00")
    assert stage.reading.deviation == 0


def test_a_gate_opens_when_its_list_is_ticked_off() -> None:
    stage = Stage(plan(segment("a", phase("a"), phase("b", gate=True, checklist=["One", "Two"]))))
    stage.do("start")
    with pytest.raises(Refused, match="2 to go"):
        stage.do("next")
    step = stage.session.course.steps[1]
    stage.do("tick", 0, step=step.key)
    assert stage.session.open_lines(step) == (1,)
    stage.do("tick", 1, step=step.key)
    stage.do("next")
    assert stage.where == "a/b"
