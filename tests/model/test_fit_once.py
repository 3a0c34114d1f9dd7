"""Fit where nobody leads a round, as in every agenda that was taken in; and what is said where nothing can give."""

import pytest
from stage import SHIPPED, TEN, Stage, ns, phase, plan, segment

from dp_facilitator.model.fit import proposals, propose
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.outlook import fit_title, rest_words

AGENDA = plan(
    segment("talk", phase("talk", "20:00", floor="10:00")),
    segment("pause", phase("pause", "10:00", floor="5:00", trim="slack", kind="break")),
)
THREE = plan(
    segment("day", phase("one", "20:00", floor="10:00"), phase("two", "10:00", floor="2:00"), phase("three", "5:00"))
)
STIFF = plan(segment("day", phase("one", "20:00"), phase("two", "10:00")))


def until(end: str, text: bytes, late: str = "0:00") -> Stage:
    return Stage(text, 2, starts=TEN, ends=TEN + ns(end)).go(late)


def seconds(stage: Stage) -> list[int]:
    return [step.seconds for step in stage.session.course.steps]


@pytest.mark.parametrize(
    ("end", "expected"),
    [("29:00", [1200, 540]), ("25:00", [1200, 300]), ("24:00", [1140, 300]), ("15:00", [600, 300])],
)
def test_slack_gives_first_and_then_the_phases_run_once(end: str, expected: list[int]) -> None:
    stage = until(end, AGENDA)
    stage.do("fit", "equal")
    assert seconds(stage) == expected
    assert stage.reading.deviation == 0


def test_phases_run_once_share_in_proportion_down_to_their_floors() -> None:
    stage = until("29:00", THREE)
    stage.do("fit", "equal")
    assert seconds(stage) == [960, 480, 300]
    stage = until("17:00", THREE)
    stage.do("fit", "equal")
    assert seconds(stage) == [600, 120, 300]
    with pytest.raises(Refused, match=r"^0:01 cannot be found: finish at 10:17:00\.$"):
        until("16:59", THREE).do("fit", "equal")


def test_what_has_begun_keeps_its_time_there_too() -> None:
    stage = until("35:00", THREE, "3:00")
    stage.do("start")
    stage.do("fit", "equal")
    assert seconds(stage) == [1200, 420, 300]
    assert stage.reading.deviation == 0


def test_time_gained_is_shared_too() -> None:
    stage = until("40:00", AGENDA)
    stage.do("fit", "equal")
    assert seconds(stage) == [1800, 600]


def test_the_ways_speak_of_phases() -> None:
    stage = until("29:00", THREE)
    course, now = stage.session.course, stage.now
    assert [found.way for found in proposals(course, now)] == ["equal", "others", "later"]
    assert [fit_title(course, now, way) for way in ("equal", "others", "later")] == [
        "Every phase gives its share", "The last phases give first", "Finish later"
    ]  # fmt: skip
    early = until("50:00", THREE)
    titles = [fit_title(early.session.course, early.now, way) for way in ("equal", "others")]
    assert titles == ["Every phase gets its share", "The last phase gets it"]


def test_where_no_phase_has_a_floor_what_is_short_is_said() -> None:
    stage = until("29:00", STIFF)
    assert [(p.way, p.possible) for p in proposals(stage.session.course, stage.now)] == [
        ("equal", False), ("later", True)
    ]  # fmt: skip
    with pytest.raises(Refused, match=r"^1:00 cannot be found: finish at 10:30:00\.$"):
        stage.do("fit", "equal")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SHIPPED.read_bytes(), "3:00 behind. The rest can be made to fit, the same for everyone."),
        (THREE, "3:00 behind. The rest can be made to fit."),
        (STIFF, "3:00 behind, and what is left cannot give as much."),
    ],
)
def test_the_desk_promises_only_what_can_be_done(text: bytes, words: str) -> None:
    stage = Stage(text, 2, starts=TEN).go("3:00")
    stage.do("start")
    assert rest_words(stage.session.course, stage.now, stage.reading.behind_s) == words


@pytest.mark.parametrize("people", [3, 4, 5, 6])
@pytest.mark.parametrize("end", ["40:00", "50:00", "1:00:00"])
def test_so_many_rounds_fewer_would_do_and_no_less(people: int, end: str) -> None:
    def words(count: int) -> str:
        stage = Stage(SHIPPED.read_bytes(), count, starts=TEN, ends=TEN + ns(end))
        proposal = propose(stage.session.course, stage.now, "equal")
        if proposal is None or proposal.possible:
            return ""
        with pytest.raises(Refused) as refused:
            stage.do("fit", "equal")
        return str(refused.value)

    told = words(people)
    fewer = next(n for n in range(people) if not words(people - n))
    assert ("one round fewer" in told) == (fewer == 1)
    assert (f"or {fewer} rounds fewer" in told) == (fewer > 1)
    assert "round" not in told or fewer


def test_rounds_fewer_are_left_out_where_not_even_one_fits() -> None:
    for people in (4, 9):
        stage = Stage(SHIPPED.read_bytes(), people, starts=TEN, ends=TEN + ns("20:00"))
        with pytest.raises(Refused, match=r"cannot be found: finish at [\d:]+\.( Or let.*)?$"):
            stage.do("fit", "equal")


def test_two_groups_are_named_only_where_they_would_do() -> None:
    with pytest.raises(Refused, match=r"or run two parallel groups"):
        Stage(SHIPPED.read_bytes(), 8, starts=TEN, ends=TEN + ns("1:10:00")).do("fit", "equal")
    with pytest.raises(Refused, match=r"or 6 rounds fewer"):
        Stage(SHIPPED.read_bytes(), 8, starts=TEN, ends=TEN + ns("40:00")).do("fit", "equal")
