"""The timetable before a session, and opening one."""

import pytest
from stage import SHIPPED, TEN, Stage, at, ns, phase, plan, segment

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.roster import roster
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.model.timetable import open_session, timetable

TEXT = SHIPPED.read_bytes()


def test_every_step_has_its_clock_times() -> None:
    stage = Stage(TEXT, 3, starts=TEN + ns("30:00"))
    table = timetable(stage.session.course, stage.now)
    assert [(r.n, r.segment, r.round, r.leader, r.timekeeper, r.phase, r.planned_s) for r in table.rows[:2]] == [
        (1, "Warm-up", None, None, None, "Warm-up", 420),
        (2, "Round", 1, "Ana", "Cai", "Set-up", 60),
    ]
    assert (table.rows[1].starts.clock(), table.rows[1].ends.clock()) == ("10:37", "10:38")
    assert (table.starts.clock(), table.ends.clock(), table.spare_s) == ("10:30", "11:30", None)
    assert table.total_s == 3600


def test_without_a_planned_start_it_begins_now() -> None:
    stage = Stage(TEXT, 2, ends=TEN + ns("1:00:00")).go("5:00")
    table = timetable(stage.session.course, stage.now)
    assert (table.starts.clock(), table.spare_s) == ("10:05", 600)


def test_a_session_is_fitted_to_its_end_when_it_is_opened() -> None:
    session, facts = open_session(
        "s", at("0:00"), b"\xef\xbb\xbf" + TEXT, roster([f"N{n}" for n in range(6)]),
        starts=TEN, ends=TEN + ns("1:30:00"), sheets=(("P1", Sheet("x")),), version="1",
    )  # fmt: skip
    assert [type(fact).__name__ for fact in facts] == ["Opened", "Fitted"]
    assert timetable(session.course, at("0:00")).spare_s == 0
    assert (session.record.sheet("P1").area, session.version) == ("x", "1")
    _, facts = open_session("s", at("0:00"), TEXT, roster(["A", "B"]), starts=TEN, ends=TEN + ns("45:00"))
    assert len(facts) == 1


@pytest.mark.parametrize(("people", "reason"), [(0, "nobody"), (1, "at least 2"), (7, "3:45 cannot be found")])
def test_what_cannot_be_opened_says_why(people: int, reason: str) -> None:
    names = roster([f"N{n}" for n in range(people)])
    with pytest.raises(Refused, match=reason):
        open_session("s", at("0:00"), TEXT, names, starts=TEN, ends=TEN + ns("1:30:00"))


def test_a_session_can_be_planned_to_end_later_than_its_parts() -> None:
    text = plan(segment("a", phase("a", trim="protected")))
    with pytest.raises(Refused, match="nothing left to trim"):
        Stage(text, 2, starts=TEN, ends=TEN + ns("9:00"), fit="equal")
    stage = Stage(text, 2, starts=TEN, ends=TEN + ns("9:00"), fit="later")
    assert stage.reading.planned_end == at("4:00")
