"""Cues: which a step has, and that each is told once, however late the look."""

import pytest
from stage import Stage, at, ns, phase, plan, segment

from dp_facilitator.model.cues import Cue, Watch, cues_of, warning_s
from dp_facilitator.model.entries import entry, fact
from dp_facilitator.model.replay import replay


def one(time: str = "4:00", **more: object) -> Stage:
    """A session of one such phase and a rest, started."""
    stage = Stage(plan(segment("talk", phase("talk", time, **more), phase("rest", "9:00"))))
    stage.do("start")
    return stage


def points(stage: Stage) -> list[tuple[str, int]]:
    course = stage.session.course
    return [(cue.kind, cue.point // 1_000_000_000) for cue in cues_of(course, course.step)]


DEFAULTS = [(180, 60), (900, 60), (179, 30), (120, 30), (119, 20), (60, 20), (21, 20), (20, None), (1, None)]


@pytest.mark.parametrize(("seconds", "warning"), DEFAULTS)
def test_the_default_warning_goes_by_the_length(seconds: int, warning: int | None) -> None:
    assert warning_s(seconds) == warning
    found = points(one(f"{seconds // 60}:{seconds % 60:02}"))
    assert found == [*([("warning", seconds - warning)] if warning else []), ("end", seconds)]


@pytest.mark.parametrize(("time", "words"), [("4:00", "One minute"), ("2:00", "30 seconds"), ("1:00", "20 seconds")])
def test_the_default_warning_has_words_and_a_tone(time: str, words: str) -> None:
    stage = one(time)
    cue = cues_of(stage.session.course, stage.session.course.step)[0]
    assert (cue.label, cue.tone, cue.rings) == (words, "warning", 1)


def test_a_fitted_length_decides_the_default_warning() -> None:
    stage = Stage(plan(segment("a", phase("a", "1:00")), segment("b", phase("b", "3:00", floor="1:00"))))
    stage.do("start")
    stage.go("1:30").do("fit", "others")
    stage.do("next")
    assert points(stage) == [("warning", 120), ("end", 150)]


PLANNED = [
    {"after": "1:00"}, {"before": "1:00"}, {"percent": 50}, {"end": True, "rings": 3}, {"after": "5:00"}
]  # fmt: skip


def test_a_plan_counts_cues_from_start_end_in_percent_and_at_the_end() -> None:
    stage = one(cues=PLANNED)
    assert points(stage) == [("plan", 60), ("plan", 120), ("warning", 180), ("end", 240), ("plan", 300)]
    stage.do("extend", 60)
    assert points(stage) == [("plan", 60), ("plan", 150), ("warning", 240), ("plan", 300), ("end", 300)]


def test_an_empty_list_means_only_the_end() -> None:
    assert points(one(cues=[])) == [("end", 240)]


def test_two_cues_at_one_instant_are_both_told_in_order_the_end_last() -> None:
    cues = [{"before": "1:00", "label": "One"}, {"after": "3:00", "rings": 2}, {"end": True}, {"percent": 100}]
    stage = one(cues=cues).go("4:00")
    assert stage.rang() == ["warning", "plan", "plan", "end"]


def test_several_cues_at_the_end_are_one_time_up() -> None:
    ends = [{"end": True, "rings": 0, "label": "Stop"}, {"end": True, "rings": 4}, {"end": True}]
    stage = one(cues=ends)
    stage.go("9:00")
    assert [(cue.kind, cue.rings) for cue in stage.cues] == [
        ("plan", 0), ("plan", 1), ("end", 4), ("overtime", 1)
    ]  # fmt: skip


def test_a_cue_of_the_plan_may_stand_at_the_very_start_a_warning_may_not() -> None:
    stage = one(cues=[{"after": "0:00"}, {"percent": 0}, {"before": "4:00"}, {"before": "5:00"}])
    assert points(stage) == [("plan", 0), ("plan", 0), ("end", 240)]
    assert stage.rang() == ["plan", "plan"]
    assert stage.go("0:00").rang() == []


def test_a_cue_that_no_longer_fits_is_dropped_not_told_late() -> None:
    stage = one().go("2:30")
    stage.do("extend", -60)
    assert stage.rang() == []
    assert stage.go("0:29").rang() == []
    assert stage.go("0:01").rang() == ["end"]
    stage = one()
    stage.do("extend", -200)
    assert points(stage) == [("end", 40)]


@pytest.mark.parametrize("step", ["0:00.1", "0:01", "0:07", "1:00", "2:30"])
def test_each_cue_is_told_once_however_often_one_looks(step: str) -> None:
    stage = one()
    while stage.now.ns < ns("4:50"):
        stage.go(step)
    assert [kind for kind in stage.rang() if kind != "overtime"] == ["warning", "end"]


def test_a_late_look_tells_everything_it_missed_in_order_and_overtime_once() -> None:
    stage = one().go("8:30")
    assert stage.rang() == ["warning", "end", "overtime"]
    assert stage.go("0:29").rang() == []
    assert stage.go("0:01").rang() == ["overtime"]


def test_overtime_is_told_once_a_minute_and_says_by_how_much() -> None:
    stage = one().go("4:00")
    stage.rang()
    for _ in range(4):
        stage.go("0:30")
    assert stage.cues == [
        Cue(ns("5:00"), "overtime", label="Over by 1:00"), Cue(ns("6:00"), "overtime", label="Over by 2:00")
    ]  # fmt: skip


def test_a_look_just_at_the_point_is_in_time() -> None:
    stage = one().go("2:59.999999999")
    assert stage.rang() == []
    assert stage.go("0:00.000000001").rang() == ["warning"]


def test_time_added_past_zero_arms_the_end_again() -> None:
    stage = one().go("4:30")
    assert stage.rang() == ["warning", "end"]
    stage.do("extend", 60)
    assert stage.go("0:29").rang() == []
    assert stage.go("0:01").rang() == ["end"]
    # And time taken away again tells it at once.
    stage.do("extend", 60)
    stage.do("extend", -60)
    assert stage.rang() == ["end"]


def test_removing_time_past_zero_tells_the_end_once_also_before_the_first_look() -> None:
    stage = one().go("1:00")
    stage.do("extend", -600)
    assert stage.rang() == ["end"]
    assert stage.go("0:20").rang() == []
    assert stage.go("0:40").rang() == ["overtime"]
    stage = Stage(plan(segment("talk", phase())))
    for given in (*stage.session.start(at("0:00")), *one().session.extend(at("0:00"), -600)):
        stage.facts.append(given)
    fresh = replay(stage.facts)
    assert [cue.kind for cue in Watch().look(fresh.course, at("0:01"))[1]] == ["end", "overtime"]


def test_a_pause_tells_nothing_and_an_undone_one_what_was_due() -> None:
    stage = one().go("2:50")
    stage.do("pause")
    assert stage.go("9:00").rang() == []
    stage.do("undo")
    assert stage.rang() == ["warning", "end", "overtime"]


def test_a_step_that_is_come_to_again_does_not_tell_again() -> None:
    stage = one().go("3:30")
    stage.do("next")
    stage.rang()
    stage.go("0:10").do("back")
    assert stage.rang() == []
    assert stage.go("0:30").rang() == ["end"]


def test_a_step_that_is_begun_anew_after_an_undo_tells_all() -> None:
    stage = Stage(plan(segment("a", phase("a"), phase("b", cues=[{"after": "0:00"}, {"after": "0:10"}]))))
    stage.do("start")
    stage.do("next")
    stage.go("0:30").do("undo")
    assert stage.rang() == ["plan", "plan"]
    stage.go("0:05").do("next")
    assert stage.rang() == ["plan"]
    assert stage.go("0:10").rang() == ["plan"]


def test_a_restart_tells_all_again_and_its_undo_does_not() -> None:
    stage = one().go("3:10")
    assert stage.rang() == ["warning"]
    stage.do("restart")
    stage.go("0:10").do("undo")
    assert stage.rang() == []
    stage.do("redo")
    assert stage.go("3:00").rang() == ["warning"]


def test_time_given_back_may_be_told_again() -> None:
    stage = one().go("3:30")
    assert stage.rang() == ["warning"]
    stage.do("give_back", ns("1:00"))
    assert stage.rang() == []
    assert stage.go("0:30").rang() == ["warning"]


def test_after_a_restart_of_the_program_nothing_is_told_again_and_nothing_lost() -> None:
    stage = one().go("3:30")
    stage.do("restart")
    stage.go("3:10").do("next")
    stage.do("back")
    read = replay([fact(*entry(kept)) for kept in stage.facts])
    watch = Watch().resumed(read.course, at("6:40"))
    assert watch.seen(read.course) == ns("3:10")
    watch, cues = watch.look(read.course, at("6:50"))
    assert cues == ()
    assert [cue.kind for cue in watch.look(read.course, at("7:30"))[1]] == ["end"]
    # The earlier attempt is known too, should the second be undone.
    undone = replay([*stage.facts, *[stage.session.undo(at("6:50"))[0]] * 3])
    assert [cue.kind for cue in watch.look(undone.course, at("6:50"))[1]] == ["end", "overtime"]


def test_the_watch_looks_at_nothing_before_the_start_and_after_the_end() -> None:
    stage = Stage(plan(segment("talk", phase(cues=[{"after": "0:00"}]))))
    assert stage.go("9:00").rang() == []
    assert stage.watch.seen(stage.session.course) == 0
    stage.do("start")
    stage.do("finish")
    stage.rang()
    assert stage.go("9:00").rang() == []


def test_labels_in_minutes_may_be_many() -> None:
    text = [{"before": "2:00", "tone": "warning", "label": "Two minutes"}, {"percent": 75, "tone": "calm"}]
    stage = one(cues=text).go("2:00")
    assert (stage.reading.tone, stage.reading.label) == ("warning", "Two minutes")
    assert (stage.go("1:00").reading.tone, stage.reading.label) == ("calm", "Two minutes")
