"""What a verb would do, said before it is given."""

import json
from dataclasses import replace

import pytest

from dp_facilitator import paths
from dp_facilitator.model import facts as f
from dp_facilitator.model.fit import proposals, propose
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.outlook import fit_title, fit_words, outlook, places
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.roster import roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session

PLAN = (paths.shipped_plans_dir() / "deliberate-practice-90.json").read_bytes()
TEN = Moment(0, 1_795_341_600_000_000_000)
"""Ten o'clock, where the session's own time begins."""


def at(minutes: float) -> Moment:
    """So many minutes after ten."""
    return TEN.at(round(minutes * 60e9))


def ready(ends: Moment | None = None, starts: Moment | None = None) -> Session:
    wall = None if ends is None else ends.wall
    begin = None if starts is None else starts.wall
    return open_session("S1", TEN, PLAN, roster(["Ana", "Ben", "Cai", "Dee", "Eli"]), starts=begin, ends=wall)[0]


def after(session: Session, *verbs: tuple[float, str]) -> Session:
    for minutes, verb in verbs:
        session = apply_all(session, getattr(session, verb)(at(minutes)))
    return session


@pytest.fixture
def with_ana() -> Session:
    """Ana's set-up is under way, at 10:07."""
    return after(ready(), (0, "start"), (7, "next"))


@pytest.fixture
def looking_back() -> Session:
    """The debrief is under way, at 11:22."""
    minutes = [7, *(7 + 15 * n + m for n in range(5) for m in (1, 5, 11, 15))]
    return after(ready(), (0, "start"), *((m, "next") for m in minutes))


def test_ten_oclock() -> None:
    assert TEN.clock() == "10:00"


def test_someone_who_joins_leads_last(with_ana: Session) -> None:
    found = outlook(with_ana, with_ana.join(at(7), "Fay"), at(7))
    assert found.words == "Fay leads last: the end moves from 11:30 to 11:45."
    assert (found.ends_before.clock(), found.ends_after.clock()) == ("11:30", "11:45")


def test_someone_who_joins_the_debrief_has_no_round(looking_back: Session) -> None:
    found = outlook(looking_back, looking_back.join(at(83), "Fay"), at(83))
    assert found.words == "Fay joins without a round of their own: the end stays at 11:30."


def test_trying_changes_nothing(with_ana: Session) -> None:
    before = with_ana.course
    outlook(with_ana, with_ana.join(at(7), "Fay"), at(7))
    assert with_ana.course == before


def test_going_last_costs_nothing(with_ana: Session) -> None:
    assert outlook(with_ana, with_ana.passes(at(7), "P2"), at(7)).words == "Ben goes last: the end stays at 11:30."


def test_passing_in_ones_own_round(with_ana: Session) -> None:
    words = outlook(with_ana, with_ana.passes(at(7.5), "P1"), at(7.5)).words
    assert words == "Ana’s round ends here and comes again last, in full: the end moves from 11:30:00 to 11:30:30."


def test_leaving(with_ana: Session, looking_back: Session) -> None:
    def words(session: Session, person: str, now: Moment) -> str:
        return outlook(session, session.bench(now, person), now).words

    assert words(with_ana, "P3", at(7)) == "Cai’s round is left out: the end moves from 11:30 to 11:15."
    assert words(with_ana, "P1", at(7)) == "Ana’s round ends here: the end moves from 11:30 to 11:15."
    assert words(looking_back, "P1", at(82)) == "What Ana did stays: the end stays at 11:30."


@pytest.mark.parametrize(
    ("person", "verbs", "words"),
    [
        ("P3", (), "Cai is back and leads before Dee: the end moves from 11:15 to 11:30."),
        ("P5", (), "Eli is back and leads last: the end moves from 11:15 to 11:30."),
    ],
)
def test_coming_back(with_ana: Session, person: str, verbs: tuple, words: str) -> None:
    gone = apply_all(with_ana, with_ana.bench(at(7), person))
    assert outlook(gone, gone.returns(at(7), person), at(7)).words == words


def test_coming_back_after_ones_round(looking_back: Session) -> None:
    gone = apply_all(looking_back, looking_back.bench(at(82), "P1"))
    words = outlook(gone, gone.returns(at(82), "P1"), at(82)).words
    assert words == "Ana is back as a team member: the end stays at 11:30."


def test_changing_places(with_ana: Session) -> None:
    def words(session: Session, one: str, other: str) -> str:
        return outlook(session, session.swap(at(7), one, other), at(7)).words

    assert words(with_ana, "P2", "P3") == "Ben and Cai change places: the end stays at 11:30."
    under_way = "The round under way becomes Ben’s, with the time it has used: "
    assert words(with_ana, "P1", "P2").startswith(under_way)
    assert words(with_ana, "P2", "P1").startswith(under_way)
    assert words(ready(), "P1", "P2") == "Ana and Ben change places: the end stays at 11:37."


def test_taking_a_route() -> None:
    begun = after(ready(), (0, "start"))
    words = outlook(begun, begun.take(at(6), "topic-led"), at(6)).words
    assert words == (
        "“Start from shared topics” follows, with topics 8:00, round 13:00 each and debrief 10:00: "
        "the end stays at 11:30."
    )


def test_a_minute_more(with_ana: Session) -> None:
    assert (
        outlook(with_ana, with_ana.extend(at(7), 60), at(7)).words == "+1:00 here: the end moves from 11:30 to 11:31."
    )


def test_nothing_and_only_the_end(with_ana: Session) -> None:
    assert outlook(with_ana, (), at(7)).words == "Nothing changes."
    moved = with_ana.move(at(7), "P5", 2)
    assert outlook(with_ana, moved, at(7)).words == "The end stays at 11:30."


def test_what_a_proposal_gives() -> None:
    late = after(ready(), (5, "start"), (12, "next"))
    late = replace(late, course=replace(late.course, planned_end=at(90).ns))
    equal, others, later = proposals(late.course, at(12))
    assert fit_words(equal, late.course, at(12)) == (
        "Practise 4:00 → 3:40, feedback 6:00 → 5:20, practise again 4:00 → 3:40, debrief 8:00 → 8:20. Ends 11:30."
    )
    assert fit_words(others, late.course, at(12)).endswith("Ends 11:30.")
    assert fit_words(later, late.course, at(12)) == "All timings stay as they are. Ends 11:35."
    titles = [fit_title(late.course, at(12), way) for way in ("equal", "others", "later")]
    assert titles == ["Every round still to come gives the same", "The debrief gives first", "Finish later"]


def test_what_cannot_be_found() -> None:
    late = after(ready(starts=at(0), ends=at(90)), (40, "start"))
    found = propose(late.course, at(40), "equal")
    assert found is not None
    assert "cannot be found: finish at" in fit_words(found, late.course, at(40))


def test_time_that_was_gained() -> None:
    early = after(ready(), (0, "start"), (3, "next"))
    titles = [fit_title(early.course, at(3), way) for way in ("equal", "others", "later")]
    assert titles == ["Every round still to come gets the same", "The debrief gets it", "Finish earlier"]


def test_where_everybody_stands(with_ana: Session, looking_back: Session) -> None:
    gone = apply_all(with_ana, with_ana.bench(at(7), "P5"))
    found = places(gone.course, at(7))
    assert [found[person].state for person in ("P1", "P2", "P5")] == ["leading", "coming", "away"]
    assert [found[p].starts.clock() for p in ("P2", "P3", "P4")] == ["10:22", "10:37", "10:52"]
    assert found["P1"].starts is None
    back = places(looking_back.course, at(85))
    assert {place.state for place in back.values()} == {"led"}


def test_where_everybody_stands_before_and_after() -> None:
    before = ready(starts=at(30))
    assert places(before.course, at(0))["P1"].starts == at(37)
    passed = after(before, (30, "start"), (37, "next"))
    passed = apply_all(passed, passed.passes(at(40)))
    assert places(passed.course, at(40))["P1"].state == "coming"
    over = apply_all(passed, (f.Finished(at(41)),))
    found = places(over.course, at(50))
    assert [found[person].state for person in ("P1", "P2", "P3")] == ["led", "led", "listens"]


def test_coming_back_to_parallel_groups() -> None:
    talk = {"id": "talk", "title": "Talk", "time": "5:00"}
    rounds = {"id": "rounds", "title": "Round", "repeat": "groups", "group_size": 2, "phases": [talk]}
    people = {"usual": 4, "least": 2}
    plan = {"format": 1, "title": "Groups", "people": people, "total": "10:00", "segments": [rounds]}
    names = roster(["Ana", "Ben", "Cai", "Dee"])
    session = open_session("S1", TEN, json.dumps(plan).encode(), names)[0]
    gone = apply_all(session, session.bench(at(0), "P4"))
    words = outlook(gone, gone.returns(at(0), "P4"), at(0)).words
    assert words.startswith("Dee is back and leads")
