"""Making the rest end on time: equal rounds, floors, exact sums, and plain words where it cannot be done."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import DAY, PLAN_A, SHIPPED, TEN, Stage, ns, phase, plan, segment

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.fit import fitting, proposals, propose
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import expected_end
from dp_facilitator.model.roster import roster
from dp_facilitator.model.share import share_out
from dp_facilitator.model.timetable import open_session, timetable

TEXT = SHIPPED.read_bytes()
FLOORS = {"warm-up": 180, "set-up": 45, "practise": 180, "feedback": 270, "again": 180, "debrief": 300}


def minutes(stage: Stage) -> list[str]:
    """The time of each phase that is still to run, once, in order."""
    course = stage.session.course
    return [
        f"{seconds // 60}:{seconds % 60:02}"
        for seconds in {(s.segment.id, s.phase.id): s.seconds for s in course.steps if not course.begun(s)}.values()
    ]


def until(people: int, end: str, start: str = "0:00", text: bytes = TEXT) -> Stage:
    """A session planned from ten o'clock to so long after it, and now it is so late."""
    return Stage(text, people, starts=TEN, ends=TEN + ns(end)).go(start)


ROUND = ["1:00", "4:00", "6:00", "4:00"]
EQUAL = [
    (6, "0:00", ["7:00", "1:00", "3:20", "4:50", "3:20", "8:00"]),
    (5, "0:00", ["7:00", *ROUND, "8:00"]),
    (4, "0:00", ["7:00", "1:00", "5:00", "7:40", "5:00", "8:20"]),
    (5, "5:00", ["7:00", "1:00", "3:40", "5:40", "3:40", "8:00"]),
    (5, "2:10", ["7:00", "1:00", "3:50", "5:50", "3:50", "8:20"]),
    (5, "15:00", ["7:00", "1:00", "3:10", "4:40", "3:10", "8:00"]),
    (5, "18:20", ["7:00", "0:50", "3:00", "4:30", "3:00", "8:00"]),
    (5, "18:45", ["7:00", "0:45", "3:00", "4:30", "3:00", "8:00"]),
]


@pytest.mark.parametrize(("people", "late", "expected"), EQUAL)
def test_rounds_share_it_equally(people: int, late: str, expected: list[str]) -> None:
    stage = until(people, "1:30:00", late)
    stage.do("fit", "equal")
    assert minutes(stage) == expected
    assert stage.reading.deviation == 0


OTHERS = [
    (5, "1:00", ["7:00", *ROUND, "7:00"]),
    (5, "3:00", ["7:00", *ROUND, "5:00"]),
    (5, "7:00", ["3:00", *ROUND, "5:00"]),
    (5, "25:45", ["3:00", "0:45", "3:00", "4:30", "3:00", "5:00"]),
    (4, "0:00", ["7:00", *ROUND, "23:00"]),
]


@pytest.mark.parametrize(("people", "late", "expected"), OTHERS)
def test_the_debrief_and_the_warm_up_give_first(people: int, late: str, expected: list[str]) -> None:
    stage = until(people, "1:30:00", late)
    stage.do("fit", "others")
    assert minutes(stage) == expected
    assert stage.reading.deviation == 0


def test_finishing_later_changes_no_timing() -> None:
    stage = until(5, "1:30:00", "5:00")
    stage.do("fit", "later")
    assert minutes(stage) == ["7:00", *ROUND, "8:00"]
    assert stage.reading.planned_end.ns == ns("1:35:00")


@pytest.mark.parametrize(("late", "way"), [("18:46", "equal"), ("25:46", "others")])
def test_what_cannot_be_found_is_said_and_changes_nothing(late: str, way: str) -> None:
    stage = until(5, "1:30:00", late)
    course = stage.session.course
    rest = " Or let what is outside the rounds give first." if way == "equal" else ""
    with pytest.raises(Refused, match=rf"^0:01 cannot be found: finish at 11:30:01, or one round fewer.{rest}$"):
        stage.do("fit", way)
    assert stage.session.course is course


def test_the_words_name_what_is_short_as_in_the_rules() -> None:
    stage = until(5, "1:30:00", "29:25")
    with pytest.raises(Refused, match=r"^3:40 cannot be found: finish at 11:33:40, or one round fewer.$"):
        stage.do("fit", "others")


def test_seven_leaders_are_told_to_run_groups() -> None:
    words = r"^3:45 cannot be found: finish at 11:33:45, or run two parallel groups. Or let what is outside"
    with pytest.raises(Refused, match=words):
        until(7, "1:30:00").do("fit", "equal")


def test_proposals_are_offered_from_fifteen_seconds_on_and_at_most_three() -> None:
    ways = [proposal.way for proposal in proposals(*_now(until(5, "1:30:00", "0:15")))]
    assert ways == ["equal", "others", "later"]
    assert proposals(*_now(until(5, "1:30:00", "0:14"))) == ()
    stage = until(5, "1:30:00", "5:00")
    stage.do("start")
    stage.do("finish")
    assert proposals(*_now(stage)) == ()


def _now(stage: Stage) -> tuple:  # type: ignore[type-arg]
    return stage.session.course, stage.now


def test_a_proposal_shows_its_whole_result() -> None:
    course, now = _now(until(5, "1:30:00", "5:00"))
    equal, others, later = proposals(course, now)
    assert equal.changes == (("Practise", 240, 220), ("Feedback", 360, 340), ("Practise again", 240, 220))
    assert others.changes == (("Warm-up", 420, 300), ("Debrief", 480, 300))
    assert (equal.ends_ns, others.ends_ns, later.ends_ns) == (ns("1:30:00"), ns("1:30:00"), ns("1:35:00"))
    assert all(proposal.possible for proposal in (equal, others, later))


def test_what_has_begun_is_never_fitted_again() -> None:
    stage = until(5, "1:30:00")
    stage.do("start")
    for _ in range(2):
        stage.go("7:00").do("next")
    assert stage.reading.deviation == ns("6:00")
    before = [step.seconds for step in stage.session.course.steps[:5]]
    stage.do("fit", "equal")
    assert [step.seconds for step in stage.session.course.steps[:5]] == before
    assert minutes(stage) == ["5:20", "3:30", "1:00", "3:40", "8:00"]
    assert [step.seconds for step in stage.session.course.steps[3:5]] == [360, 240]
    assert stage.reading.deviation == 0


def test_in_the_last_round_only_the_debrief_can_give() -> None:
    stage = until(2, "47:00", text=PLAN_A.read_bytes())
    stage.do("start")
    for _ in range(5):
        stage.do("next")
    stage.go("26:00")
    assert propose(*_now(stage), "equal") is None
    with pytest.raises(Refused, match="nothing left to trim"):
        fitting(*_now(stage), "equal")
    stage.do("fit", "others")
    assert stage.session.course.steps[-1].seconds == 420
    for _ in range(4):
        stage.do("next")
    assert propose(*_now(stage), "others") is None


def test_fitting_again_counts_from_what_is_there() -> None:
    stage = until(5, "1:30:00", "5:00")
    stage.do("fit", "equal")
    stage.do("start")
    stage.do("next")
    assert stage.reading.deviation == -ns("7:00")
    stage.do("fit", "equal")
    assert stage.reading.deviation == 0
    assert stage.session.course.steps[0].seconds == 420


def test_a_second_that_has_partly_gone_is_found_too() -> None:
    stage = until(5, "1:30:00", "5:00.4")
    stage.do("fit", "others")
    assert -SECOND < stage.reading.deviation <= 0


SLACK = plan(
    segment("open", phase("open", "5:00"), phase("pause", "10:00", floor="4:00", kind="break")),
    segment(
        "rounds",
        phase("lead", "5:00", floor="3:00"),
        phase("air", "2:00", floor="1:00", trim="slack"),
        repeat="each",
    ),
    segment("rest", phase("rest", "3:00", floor="1:00", trim="protected")),
    people=5,
)


def test_slack_and_breaks_give_before_anything_else() -> None:
    stage = until(5, "53:00", "6:00", SLACK)
    stage.do("fit", "equal")
    assert minutes(stage) == ["5:00", "4:00", "5:00", "2:00", "3:00"]
    stage = until(5, "53:00", "8:32", SLACK)
    stage.do("fit", "equal")
    assert minutes(stage) == ["5:03", "4:00", "5:00", "1:29", "3:00"]
    assert stage.reading.deviation == 0
    stage = until(5, "53:00", "11:50", SLACK)
    stage.do("fit", "others")
    assert minutes(stage) == ["5:00", "4:00", "4:50", "1:00", "3:00"]
    with pytest.raises(Refused, match="1:00 cannot be found"):
        until(5, "53:00", "22:00", SLACK).do("fit", "others")


def test_gained_time_does_not_go_to_a_break_or_a_protected_phase() -> None:
    stage = until(4, "53:00", "0:00", SLACK)
    stage.do("fit", "others")
    assert minutes(stage) == ["12:00", "10:00", "5:00", "2:00", "3:00"]


TWO_KINDS = plan(
    segment("first", phase("one", "4:00", floor="3:00"), repeat="each"),
    segment("second", phase("two", "2:00", floor="1:50"), repeat="each"),
    people=5,
)


def test_rounds_in_two_segments_share_as_long_as_either_can() -> None:
    stage = until(5, "30:00", "2:30", TWO_KINDS)
    stage.do("fit", "equal")
    assert minutes(stage) == ["3:40", "1:50"]
    stage = until(5, "30:00", "5:50", TWO_KINDS)
    stage.do("fit", "equal")
    assert minutes(stage) == ["3:00", "1:50"]
    with pytest.raises(Refused, match="0:01 cannot be found"):
        until(5, "30:00", "5:51", TWO_KINDS).do("fit", "equal")
    stage = until(4, "30:00", "0:00", TWO_KINDS)
    stage.do("fit", "equal")
    assert minutes(stage) == ["5:00", "2:30"]


@given(st.integers(2, 20), st.integers(-3600, 9000), st.sampled_from(["equal", "others"]), st.integers(0, 30))
@settings(max_examples=150)
def test_for_any_group_and_lateness_rounds_are_equal_floors_hold_and_sums_are_exact(
    people: int, off: int, way: str, begun: int
) -> None:
    stage = Stage(TEXT, people)
    planned = sum(step.seconds for step in stage.session.course.steps)
    stage = Stage(TEXT, people, ends=TEN + (planned + off) * SECOND)
    if begun:
        stage.do("start")
    for _ in range(min(begun, len(stage.sheet)) - 1):
        stage.go("1:00").do("next")
    course, now = stage.session.course, stage.now
    run = [step for step in course.steps if course.begun(step)]
    proposal = propose(course, now, way)  # type: ignore[arg-type]
    if proposal is None:
        assert not any(step.turn.leaders and not course.begun(step) for step in _free(stage))
        return
    seconds = {(segment, name): time for segment, name, time in proposal.timings}
    assert all(time >= FLOORS[name] for (_, name), time in seconds.items())
    if proposal.short_s:
        assert all(seconds[key] == FLOORS[key[1]] for key in seconds if key[0] == "rounds" or way == "others")
        with pytest.raises(Refused):
            fitting(course, now, way)  # type: ignore[arg-type]
        return
    if not stage.do("fit", way):
        return
    after = stage.session.course
    assert [step for step in after.steps if after.begun(step)] == run
    if any(step.phase.id == "debrief" and not after.begun(step) for step in after.steps):
        assert expected_end(after, now) == (planned + off) * SECOND + DAY + ns("10:00:00") - TEN
    rounds: dict[str, list[int]] = {}
    for step in _free(stage):
        if step.turn.leaders:
            rounds.setdefault(step.turn.key, []).append(step.seconds)
    assert all(one == other for one, other in pairwise(rounds.values()))
    assert all((one[1] % 10, one[2] % 10, one[3] % 10) == (0, 0, 0) for one in rounds.values())


def _free(stage: Stage) -> list:  # type: ignore[type-arg]
    course = stage.session.course
    begun = {step.turn for step in course.steps if course.begun(step)}
    return [step for step in course.steps if step.turn not in begun]


SHARES = st.lists(st.tuples(st.integers(1, 900), st.floats(0, 1), st.booleans(), st.booleans()), min_size=1, max_size=6)


@given(SHARES, st.integers(0, 4000))
def test_any_round_is_shared_within_its_time_and_above_its_floors(
    phases: list[tuple[int, float, bool, bool]], total: int
) -> None:
    planned = [plan for plan, *_ in phases]
    least = [int(plan * part) for plan, part, *_ in phases]
    last, fixed = [keep for *_, keep, _ in phases], [fix for *_, fix in phases]
    shares = share_out(total, planned, least, last, fixed)
    assert all(share >= floor for share, floor in zip(shares, least, strict=True))
    assert sum(shares) <= max(total, sum(least))
    assert all(share == floor for share, floor, fix in zip(shares, least, fixed, strict=True) if fix)
    open_to = [i for i in range(len(phases)) if not last[i] and not fixed[i]]
    if open_to and total > sum(least) + 10:
        assert sum(shares) > total - 10


def test_phases_that_keep_their_time_give_only_when_the_others_stand_at_their_floors() -> None:
    def shared(total: int) -> list[int]:
        return share_out(total, [60, 240], [30, 120], [True, False], [False, False])

    assert [shared(total) for total in (300, 185, 180, 171, 150, 100)] == [
        [60, 240], [60, 120], [60, 120], [50, 120], [30, 120], [30, 120]
    ]  # fmt: skip


def test_rounding_takes_no_phase_below_its_floor() -> None:
    assert share_out(95, [50, 50], [45, 45], [False] * 2, [False] * 2) == [45, 45]
    assert share_out(98, [50, 50], [45, 46], [False] * 2, [False] * 2) == [45, 46]
    assert share_out(300, [100, 300], [90, 150], [False] * 2, [False] * 2) == [90, 210]
    assert share_out(100, [90, 10, 10], [81, 9, 9], [False] * 3, [False] * 3) == [81, 9, 10]


def test_the_timetable_of_six_people_is_the_one_in_the_rules() -> None:
    stage = until(6, "1:30:00")
    stage.do("fit", "equal")
    table = timetable(stage.session.course, stage.now)
    assert table.ends.clock(with_seconds=True) == "11:30:00"
    assert (table.total_s, table.spare_s) == (5400, 0)


def test_a_way_that_comes_to_the_same_is_offered_once() -> None:
    """Where no phase outside the rounds can give, "the debrief first" is the same as "every round"."""
    plan_text = PLAN_WITHOUT_ROOM.encode()
    session, _ = open_session("s", Moment(0, 0), plan_text, roster(["Ana", "Ben"]), starts=0)
    late = Moment(120 * SECOND, 120 * SECOND)
    assert [proposal.way for proposal in proposals(session.course, late)] == ["equal", "later"]


PLAN_WITHOUT_ROOM = json.dumps(
    {
        "format": 1,
        "title": "Rounds only",
        "people": {"usual": 2},
        "total": "20:00",
        "segments": [
            {
                "id": "rounds",
                "title": "Round",
                "repeat": "each",
                "phases": [{"id": "practise", "title": "Practise", "time": "10:00", "floor": "5:00"}],
            }
        ],
    }
)


def test_what_can_lend_a_minute_is_told_before_it_is_asked() -> None:
    stage = Stage(SHIPPED.read_bytes(), 5)
    assert stage.session.lender(60) is None
    stage.do("start")
    found = stage.session.lender(60)
    assert found is not None
    assert (found[0].id, found[1]) == ("debrief", 420)
    assert stage.session.lender(181) is None
    assert stage.session.lender(-60) is None
