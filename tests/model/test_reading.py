"""The boundaries of a reading: rounding up, the one second at 0:00, tones, finish and deviation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import PLAN_A, TEN, Stage, ns, phase, plan, segment

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import reading

A = PLAN_A.read_bytes()


def after(elapsed: str, time: str = "4:00") -> Stage:
    stage = Stage(plan(segment("talk", phase("talk", time))))
    stage.do("start")
    return stage.go(elapsed)


BOUNDARIES = [
    ("0:00", "4:00", 240, "calm", "Time left"),
    ("0:00.000000001", "4:00", 240, "calm", "Time left"),
    ("0:01", "3:59", 239, "calm", "Time left"),
    ("2:59.999999999", "1:01", 61, "calm", "Time left"),
    ("3:00", "1:00", 60, "warning", "One minute"),
    ("3:00.000000001", "1:00", 60, "warning", "One minute"),
    ("3:59", "0:01", 1, "warning", "One minute"),
    ("3:59.999999999", "0:01", 1, "warning", "One minute"),
    ("4:00", "0:00", 0, "warning", "One minute"),
    ("4:00.999999999", "0:00", 0, "warning", "One minute"),
    ("4:01", "0:01", 0, "over", "Over"),
    ("4:01.999999999", "0:01", 0, "over", "Over"),
    ("4:45", "0:45", 0, "over", "Over"),
    ("65:00", "61 min", 0, "over", "Over"),
]


@pytest.mark.parametrize(("elapsed", "text", "left_s", "tone", "label"), BOUNDARIES)
def test_boundaries(elapsed: str, text: str, left_s: int, tone: str, label: str) -> None:
    told = after(elapsed).reading
    assert (told.text, told.left_s, told.tone, told.label) == (text, left_s, tone, label)
    assert told.over == (tone == "over")
    assert told.over_s == max(0, (ns(elapsed) - ns("4:00")) // 1_000_000_000)


@given(st.integers(0, 10**12))
def test_exactly_one_second_reads_zero_and_none_is_skipped(at: int) -> None:
    stage = after("0:00")
    now = stage.now
    texts = [reading(stage.session.course, now.at(at + n * 10**9)) for n in range(3)]
    for told, following in pairwise(texts):
        both = (told.left_s, following.left_s)
        assert both[0] - both[1] == 1 or both == (0, 0)
        assert "-" not in told.text
        assert told.text == "0:00" if told.left_s == 0 and not told.over else True


def test_above_an_hour_only_minutes_show() -> None:
    assert after("0:00", "75:00").reading.text == "75 min"
    assert after("0:01", "75:00").reading.text == "75 min"
    assert after("1:00", "75:00").reading.text == "74 min"
    assert after("15:00", "75:00").reading.text == "60:00"


def test_before_the_start_the_tone_is_calm_whatever_the_plan_says() -> None:
    text = plan(segment("talk", phase(cues=[{"after": "0:00", "tone": "warning", "label": "Go"}])))
    stage = Stage(text)
    assert (stage.reading.tone, stage.reading.label) == ("calm", "Time left")
    stage.do("start")
    assert (stage.reading.tone, stage.reading.label) == ("warning", "Go")


def test_the_bar_and_its_notch() -> None:
    assert after("0:00").reading.gone == 0
    told = after("1:00").reading
    assert (told.gone, told.notch) == (0.25, 0.75)
    assert after("9:00").reading.gone == 1
    assert after("0:00", "0:10").reading.notch is None
    stage = after("1:00")
    stage.do("extend", -600)
    assert (stage.reading.gone, stage.reading.notch) == (1, None)


def test_ends_lies_in_the_past_when_over_and_moves_while_paused() -> None:
    stage = after("5:00")
    assert stage.reading.ends.clock(with_seconds=True) == "10:04:00"
    stage.do("pause")
    assert stage.go("1:00").reading.ends.clock(with_seconds=True) == "10:05:00"


def test_without_a_planned_start_the_session_is_planned_from_its_actual_one() -> None:
    stage = Stage(A)
    assert stage.go("5:00").reading.deviation == 0
    stage.do("start")
    assert stage.go("1:00").reading.deviation == 0
    assert stage.go("7:00").reading.deviation == ns("1:00")


def test_waiting_after_the_planned_start_is_being_behind_and_before_it_is_not() -> None:
    stage = Stage(A, starts=TEN + ns("10:00"))
    assert stage.reading.session_ends.clock() == "10:57"
    assert stage.go("9:00").reading.deviation == 0
    assert stage.go("3:00").reading.deviation == ns("2:00")


def test_a_planned_end_decides_where_one_is_set() -> None:
    stage = Stage(A, starts=TEN, ends=TEN + ns("50:00"))
    stage.do("start")
    assert stage.reading.behind_s == -180
    assert stage.reading.planned_end.clock() == "10:50"


def test_half_a_second_is_not_a_second_behind_or_ahead() -> None:
    stage = Stage(A, starts=TEN + ns("0:00.5"))
    stage.do("start")
    assert stage.reading.behind_s == 0
    stage = Stage(A, starts=TEN)
    stage.go("0:01.5").do("start")
    assert stage.reading.behind_s == 1


def test_what_was_used_of_a_step_to_come_is_not_to_run_again() -> None:
    stage = Stage(A)
    stage.do("start")
    stage.go("7:00").do("next")
    stage.go("3:00").do("back")
    assert stage.reading.session_ends.ns == ns("10:00") + ns("39:00")


def test_the_wall_clock_changes_labels_and_nothing_else() -> None:
    stage = Stage(A, starts=TEN, ends=TEN + ns("47:00"))
    stage.do("start")
    before = stage.go("3:00").reading
    for wall, offset in ((3600, 0), (-90_000, 3600), (4 * 10**9, -7200)):
        told = reading(stage.session.course, Moment(stage.now.ns, stage.now.wall + wall * 10**9, offset))
        assert (told.left, told.elapsed, told.deviation, told.text) == (
            before.left, before.elapsed, before.deviation, before.text
        )  # fmt: skip
        assert told.ends.wall - told.now.wall == before.left


def test_after_the_end_nothing_moves() -> None:
    stage = Stage(A)
    stage.do("start")
    stage.go("3:00").do("finish")
    before = stage.reading
    after = stage.go("1:00:00").reading
    assert (after.left, after.deviation, after.status) == (before.left, before.deviation, "finished")
    assert (after.ends.clock(), after.session_ends.clock()) == ("10:07", "10:03")
