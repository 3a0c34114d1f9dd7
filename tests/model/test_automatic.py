"""What the plan does by itself: at its exact moment, however late the look, and never against an undo."""

import pytest
from stage import Stage, at, ns, phase, plan, segment

from dp_facilitator.model import facts as f
from dp_facilitator.model.entries import entry, fact
from dp_facilitator.model.replay import replay

AUTO = phase("auto", "2:00", advance="automatic")


def stage_of(*phases: dict[str, object]) -> Stage:
    stage = Stage(plan(segment("all", *phases)))
    stage.do("start")
    return stage


def test_nothing_advances_by_itself_unless_the_plan_says_so() -> None:
    stage = stage_of(phase(), phase("b"))
    assert stage.go("9:00:00").where == "all/talk"


@pytest.mark.parametrize("late", ["0:00", "0:00.25", "1:00"])
def test_automatic_advance_happens_at_its_exact_moment(late: str) -> None:
    stage = stage_of(AUTO, phase("b"))
    stage.go("1:00").do("extend", 10)
    assert stage.go("1:09.999999999").where == "all/auto"
    stage.go("0:00.000000001").go(late)
    assert stage.facts[-1] == f.Moved(at("2:10"), "all/b", "plan")
    assert stage.reading.elapsed == ns(late)
    assert stage.rang() == ["warning", "end"]


def test_a_late_look_goes_through_every_automatic_step() -> None:
    stage = stage_of(AUTO, AUTO | {"id": "two"}, AUTO | {"id": "three"})
    stage.go("9:00")
    assert [given.at for given in stage.facts[2:]] == [at("2:00"), at("4:00"), at("6:00")]
    assert stage.facts[-1] == f.Finished(at("6:00"), by_plan=True)
    assert stage.rang() == ["warning", "end"] * 3


def test_a_hard_end_comes_after_the_nominal_one() -> None:
    stage = stage_of(phase("a", "2:00", hard_end="3:00"), phase("b"))
    stage.go("2:30")
    assert stage.reading.left == -ns("0:30")
    stage.do("extend", 10)
    stage.go("5:00")
    assert stage.facts[-1].at == at("3:10")


def test_a_pause_holds_it_back() -> None:
    stage = stage_of(AUTO, phase("b"))
    stage.go("1:00").do("pause")
    assert stage.go("5:00").where == "all/auto"
    stage.do("resume")
    assert stage.go("1:00").facts[-1].at == at("7:00")


def test_time_taken_away_ends_the_step_when_it_is_taken() -> None:
    stage = stage_of(AUTO, phase("b"))
    stage.go("1:30").do("extend", -60)
    assert stage.facts[-1] == f.Moved(at("1:30"), "all/b", "plan")


def test_a_hard_pause_stops_the_clock_once_until_someone_goes_on() -> None:
    cues = [{"after": "1:00", "pause": True}, {"after": "1:30", "pause": True}]
    stage = stage_of(phase("a", cues=cues), phase("b"))
    stage.go("3:00")
    assert stage.facts[-1] == f.Paused(at("1:00"), by_plan=True)
    assert (stage.reading.elapsed, stage.reading.paused) == (ns("1:00"), ns("2:00"))
    assert stage.go("1:00").reading.elapsed == ns("1:00")
    stage.do("resume")
    assert stage.session.status == "running"
    stage.go("0:40")
    assert stage.reading.elapsed == ns("1:30")
    assert stage.rang() == ["plan", "plan"]


def test_a_hard_pause_at_the_end_comes_before_the_automatic_advance() -> None:
    stage = stage_of(AUTO | {"cues": [{"end": True, "pause": True}]}, phase("b"))
    stage.go("3:00")
    assert (stage.where, stage.session.status) == ("all/auto", "paused")
    stage.do("resume")
    assert stage.facts[-1] == f.Moved(at("3:00"), "all/b", "plan")


def test_an_undone_hard_pause_does_not_stop_the_clock_again() -> None:
    stage = stage_of(phase("a", cues=[{"after": "1:00", "pause": True}]))
    stage.go("2:00").do("undo")
    assert (stage.session.status, stage.reading.elapsed) == ("running", ns("2:00"))
    assert stage.go("1:00").session.status == "running"


def test_who_brings_a_step_back_that_the_plan_ended_holds_it() -> None:
    stage = stage_of(AUTO, AUTO | {"id": "last"})
    stage.go("2:30").do("undo")
    assert (stage.where, stage.reading.left) == ("all/auto", -ns("0:30"))
    assert stage.go("1:00").where == "all/auto"
    stage.do("next")
    stage.go("2:30")
    assert stage.session.status == "finished"
    stage.do("undo")
    assert stage.go("1:00").session.status == "running"
    assert replay([fact(*entry(kept)) for kept in stage.facts]) == stage.session
    stage.do("redo")
    assert stage.session.course.finished == at("5:30")
    while stage.do("undo"):
        pass
    assert (stage.session.status, stage.session.course.held) == ("ready", frozenset())


WAITS = {"after": "0:00", "rings": 0, "pause": True}


def test_a_phase_may_wait_to_be_started() -> None:
    text = plan(segment("a", phase("one"), phase("two", cues=[WAITS, {"end": True}]), phase("three")))
    stage = Stage(text)
    stage.do("start")
    stage.go("4:00").do("next")
    assert (stage.where, stage.session.status, stage.reading.text) == ("a/two", "paused", "4:00")
    stage.go("0:30").do("resume")
    stage.go("1:00")
    assert (stage.session.status, stage.reading.text) == ("running", "3:00")
    # It waits once: going back to it goes on.
    stage.do("next")
    stage.do("back")
    assert (stage.session.status, stage.reading.text) == ("running", "3:00")


def test_a_phase_that_waits_is_let_go_by_an_undo() -> None:
    stage = Stage(plan(segment("a", phase("one", cues=[WAITS, {"end": True}]), phase("two"))))
    stage.do("start")
    assert stage.session.status == "paused"
    stage.go("0:20").do("undo")
    assert (stage.session.status, stage.reading.text) == ("running", "3:40")
    stage.go("0:10").do("rename", "P1", "Anna")
    stage.go("0:10")
    assert (stage.session.status, stage.reading.text) == ("running", "3:20")


def test_a_phase_that_waits_does_so_however_late_the_look() -> None:
    text = plan(segment("a", phase("one", advance="automatic"), phase("two", cues=[WAITS, {"end": True}])))
    stage = Stage(text)
    stage.do("start")
    stage.go("9:00")
    assert (stage.where, stage.session.status, stage.reading.text) == ("a/two", "paused", "4:00")
    assert stage.facts[-1].at.ns == ns("4:00")
