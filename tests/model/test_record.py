"""What is written down, what is kept of it, and that the record alone gives the session again."""

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import NAMES, PLAN_A, SHIPPED, Stage, at, ns, phase, plan, segment

from dp_facilitator.model import facts as f
from dp_facilitator.model.entries import KINDS, entry, fact
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.notes import COACH, Note
from dp_facilitator.model.replay import replay
from dp_facilitator.model.review import leader_review, times
from dp_facilitator.model.roster import Participant
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.model.text import NOTE_LIMIT


@pytest.fixture
def stage() -> Stage:
    stage = Stage(SHIPPED.read_bytes(), 3)
    stage.do("start")
    stage.go("7:00").do("next")
    return stage


def test_a_note_knows_its_step_its_leader_and_who_gave_it(stage: Stage) -> None:
    (noted,) = stage.do("note", "effective", " Calm. ", about="P1", giver="P2", criterion=1)
    assert noted == f.Noted(at("7:00"), Note("N1", "effective", "Calm.", "P1", "P2", 1, "rounds/P1/set-up"))
    assert stage.do("note", "effective", " \u200b\n") == ()
    stage.do("remove", "N1")
    assert stage.do("note", "next-time", "Wait.")[0].note.id == "N2"  # type: ignore[attr-defined]


def test_a_note_has_a_longest_length_and_is_never_cut(stage: Stage) -> None:
    stage.do("note", "effective", "x" * NOTE_LIMIT)
    with pytest.raises(Refused, match="20,001 characters; one note holds 20,000"):
        stage.do("note", "effective", "x" * (NOTE_LIMIT + 1))
    with pytest.raises(Refused, match="20,001"):
        stage.do("reword", "N1", "x" * (NOTE_LIMIT + 1))


def test_notes_are_reworded_removed_and_restored(stage: Stage) -> None:
    stage.do("note", "effective", "Clam", about="P1")
    assert stage.do("reword", "N1", "Clam ") == ()
    assert stage.do("reword", "N9", "x") == stage.do("remove", "N9") == stage.do("restore", "N9") == ()
    stage.do("reword", "N1", "Calm")
    assert stage.do("restore", "N1") == ()
    assert stage.do("reword", "N1", " ") == (f.Removed(at("7:00"), "N1"),)
    assert stage.do("remove", "N1") == ()
    assert stage.session.record.kept() == ()
    stage.do("restore", "N1")
    assert [note.text for note in stage.session.record.kept(about="P1", capture="effective")] == ["Calm"]
    assert stage.session.record.kept(about="P2") == stage.session.record.kept(capture="x") == ()


def test_one_change_is_chosen_and_the_choice_taken_back(stage: Stage) -> None:
    stage.do("note", "next-time", "Wait.", about="P1")
    stage.do("note", "next-time", "Breathe.", about="P1")
    stage.do("note", "process", "Good.")
    assert stage.do("choose", "N9") == stage.do("choose", "N3") == ()
    stage.do("choose", "N1")
    stage.do("choose", "N2")
    change = stage.session.record.change_of("P1")
    assert change is not None
    assert change.text == "Breathe."
    stage.do("remove", "N2")
    assert stage.session.record.change_of("P1") is None
    assert stage.do("choose", "N2") == ()
    stage.do("restore", "N2")
    stage.do("choose", "N2")
    assert stage.session.record.change_of("P1") is None
    assert stage.session.record.change_of("P2") is None


def test_agreement_ticks_and_thoughts_for_later(stage: Stage) -> None:
    assert stage.do("agree", "P1", False) == ()
    stage.do("agree", "P1", True)
    assert stage.do("agree", "P1", True) == ()
    stage.do("agree", "P2", True)
    stage.do("agree", "P2", False)
    stage.do("tick", 0)
    assert stage.do("tick", 0) == ()
    stage.do("tick", 1)
    stage.do("tick", 1, False)
    stage.do("park", " Rotas ")
    assert stage.do("park", " ") == ()
    record = stage.session.record
    assert (record.agreed, record.ticked, record.later) == ({"P1"}, {("rounds/P1/set-up", 0)}, ("Rotas",))


def test_a_sheet_has_at_most_three_criteria(stage: Stage) -> None:
    sheet = Sheet("Saying no", "", "My manager", ("Brief", "Kind", "Clear"))
    stage.do("prepare", "P1", sheet)
    assert stage.do("prepare", "P1", sheet) == ()
    assert stage.session.record.sheet("P1") == sheet
    assert [s.readiness for s in (sheet, Sheet(), Sheet(aim="x"), Sheet("x"))] == [
        "ready", "none", "partial", "partial"
    ]  # fmt: skip
    with pytest.raises(Refused, match="There are 4 success criteria"):
        Sheet(criteria=("a", "b", "c", "d"))


def test_what_a_leader_takes_away_names_nobody_else(stage: Stage) -> None:
    stage.do("prepare", "P1", Sheet("Saying no"))
    for text, about, giver in (
        ("Peer", "P1", "P2"), ("Coach", "P1", COACH), ("Own", "P1", "P1"), ("Open", "P1", None), ("Other", "P2", "P1"),
    ):  # fmt: skip
        stage.do("note", "effective", text, about=about, giver=giver)
    stage.do("note", "process", "Hard", about="P1")
    stage.do("choose", "N1")
    found = leader_review(stage.session, "P1", stage.now)
    assert (found.name, found.sheet.area, found.one_change) == ("Ana", "Saying no", "Peer")
    effective = next(answer for answer in found.feedback if answer.capture == "effective")
    assert effective.lines == (("Peer", "a peer"), ("Coach", "the coach"), ("Own", ""), ("Open", ""))
    assert [answer.lines for answer in found.own if answer.capture == "process"] == [(("Hard", ""),)]
    assert [turn.leaders for turn in found.times] == [("P1",)]
    assert found.opened == at("0:00")
    assert leader_review(stage.session, "P2", stage.now).one_change is None
    with pytest.raises(KeyError):
        leader_review(stage.session, "P9", stage.now)


def test_what_a_leader_says_alone_is_their_own_and_no_feedback() -> None:
    own, heard = {"id": "take", "title": "What I take"}, {"id": "heard", "title": "What I heard"}
    both = {"id": "both", "title": "Both"}
    alone = phase("back", speaks="leader", captures=[own, both])
    stage = Stage(plan(segment("a", phase("hear", speaks="others", captures=[heard, both]), alone, repeat="each")))
    for capture in ("take", "heard", "both"):
        stage.do("note", capture, capture, about="P1", giver="P1")
    found = leader_review(stage.session, "P1", stage.now)
    assert [answer.capture for answer in found.feedback] == ["heard", "both"]
    assert [(answer.capture, answer.lines) for answer in found.own] == [("take", (("take", ""),))]


def test_times_stand_planned_beside_actual(stage: Stage) -> None:
    stage.go("1:30")
    rows = times(stage.session.course, stage.now)
    assert [(turn.title, turn.planned_s, turn.used_s) for turn in rows] == [
        ("Warm-up", 420, 420), ("Round", 900, 90), ("Round", 900, 0), ("Round", 900, 0), ("Debrief", 480, 0)
    ]  # fmt: skip
    assert (rows[1].steps[0].over_s, rows[1].steps[1].used_s, rows[1].steps[1].began) == (30, None, None)


def test_what_the_group_shares_is_told_to_everyone_without_saying_who() -> None:
    captures = [{"id": "open", "title": "Open", "about": "group", "sharing": "shared"}, {"id": "own", "title": "Own"}]
    captures.append({"id": "empty", "title": "Empty", "sharing": "unattributed"})
    stage = Stage(plan(segment("a", phase(captures=captures))))
    stage.do("note", "open", "Ours", giver="P2")
    stage.do("note", "open", "Theirs", about="P2")
    stage.do("note", "own", "Private")
    (answer,) = leader_review(stage.session, "P1", stage.now).group
    assert (answer.title, answer.lines) == ("Open", (("Ours", ""),))


NAMELESS = {"id": "score", "title": "Score", "sharing": "unattributed", "form": "scale"}


@pytest.mark.parametrize("how", [{"about": "everyone"}, {"about": "leader"}, {"about": "leader", "own": True}])
@pytest.mark.parametrize("speaks", ["nobody", "leader", "everyone"])
def test_what_is_shared_without_a_name_is_on_nobodys_page(how: dict[str, Any], speaks: str) -> None:
    score = phase(speaks=speaks, captures=[{**NAMELESS, **how, "choose": True}])
    stage = Stage(plan(segment("a", score, repeat="each")))
    stage.do("start")
    (noted,) = stage.do("note", "score", "7", about="P1", giver="P1", criterion=1)
    assert noted == f.Noted(stage.now, Note("N1", "score", "7"))
    assert stage.do("choose", "N1") == ()
    for person in ("P1", "P2"):
        found = leader_review(stage.session, person, stage.now)
        assert (found.feedback, found.own, found.one_change) == ((), (), None)
        assert [answer.lines for answer in found.group] == [(("7", ""),)]


def test_an_older_journal_that_names_who_gave_it_does_not_either() -> None:
    stage = Stage(plan(segment("a", phase(captures=[{**NAMELESS, "about": "everyone"}]))))
    told = Note("N1", "score", "7", "P1", "P1", 1, "a")
    stage.facts += [f.Noted(stage.now, told), f.Chosen(stage.now, "P1", "N1")]
    session = replay(stage.facts)
    assert session.record.notes == (Note("N1", "score", "7"),)
    assert leader_review(session, "P1", stage.now).one_change is None


MOMENT = Moment(5, 1_700_000_000_000_000_000, 3600)
SAMPLES: dict[str, Any] = {
    "session": "s1", "plan": "{}", "people": (Participant("P1", "Ana", True),), "planned_start": 7,
    "planned_end": 9, "timings": (("a", "b", 60),), "sheets": (("P1", Sheet("x", "y", "z", ("c",))),),
    "version": "1", "by_plan": True, "to": "a/b", "why": "back", "ns": -60, "person": "P1",
    "order": ("P2", "P1"), "one": "P1", "other": "P2", "name": "Ana ‮“é”👩‍👧", "hidden": True, "turn": "r/P1",
    "route": "x", "sheet": Sheet("x"), "note": Note("N1", "c", 'a\n"b"', "P1", None, 2, "k"), "text": "t",
    "back": True, "shown": True, "step": "k", "line": 3, "done": False,
}  # fmt: skip
SPECIAL: dict[str, dict[str, Any]] = {
    "joined": {"person": Participant("P3", "Cai")}, "reworded": {"note": "N1"}, "removed": {"note": "N1"},
    "chosen": {"note": None},
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_fact_goes_into_an_entry_and_comes_back(kind: str) -> None:
    names = [field.name for field in fields(KINDS[kind]) if field.name != "at"]
    made = KINDS[kind](MOMENT, **{name: (SAMPLES | SPECIAL.get(kind, {}))[name] for name in names})
    again = fact(*json.loads(json.dumps(entry(made))))
    assert again == made
    assert type(again) is type(made)


BROKEN = [
    ("dreamt", {"ns": 0, "wall": 0}, {}, "which this version does not know"),
    ("moved", {"ns": 0, "wall": 0}, {}, "to: holds a “moved” that cannot be read"),
    ("paused", {"ns": "soon", "wall": 0}, {}, "at.ns: holds a “paused”"),
    ("prepared", {"ns": 0, "wall": 0}, {"person": "P1", "sheet": {"criteria": list("abcd")}}, "4 success criteria"),
]


@pytest.mark.parametrize(("kind", "stamp", "body", "reason"), BROKEN)
def test_an_entry_that_cannot_be_read_is_refused(kind: str, stamp: Any, body: Any, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        fact(kind, stamp, body)


def test_a_record_begins_with_its_opening() -> None:
    for facts in ([], [f.Started(MOMENT)]):
        with pytest.raises(ValueError, match="does not begin"):
            replay(facts)


def test_facts_about_notes_that_are_not_there_change_nothing(stage: Stage) -> None:
    before = stage.session
    odd = [f.Reworded(MOMENT, "N9", "x"), f.Removed(MOMENT, "N9"), f.Slept(MOMENT, 5), f.Undone(MOMENT)]
    assert replay([*stage.facts, *odd[:3]]) == before
    assert replay([stage.facts[0], odd[3], f.Redone(MOMENT)]).course.status == "ready"


ODD = plan(
    segment("open", phase("open", "2:00", advance="automatic", cues=[{"after": "0:30", "pause": True}])),
    segment("rounds", phase("lead", "3:00", floor="1:00", branch=["way"]), phase("talk", "2:00"), repeat="each"),
    segment("groups", phase("pairs", "2:00", floor="1:00", trim="last"), repeat="groups", group_size=2),
    segment("end", phase("end", "5:00", floor="1:00", hard_end="6:00")),
    people=4,
    routes={"way": {"title": "Way", "segments": [segment("other", phase("other", "2:00"), repeat="each")]}},
)
PERSON = st.sampled_from(["P1", "P2", "P3", "P4", "P5"])
VERBS = st.one_of(
    st.tuples(st.sampled_from(["start", "pause", "resume", "next", "back", "undo", "redo", "restart", "finish"])),
    st.tuples(st.sampled_from(["next", "next", "next", "undo", "redo"])),
    st.tuples(st.just("extend"), st.sampled_from([60, -60, 10, -300])),
    st.tuples(st.just("backdate"), st.integers(1, 200)),
    st.tuples(st.just("give_back"), st.integers(0, 10**11)),
    st.tuples(st.sampled_from(["passes", "bench", "returns", "keep_time"]), PERSON),
    st.tuples(st.just("join"), st.sampled_from(NAMES)),
    st.tuples(st.just("move"), PERSON, st.integers(1, 5)),
    st.tuples(st.just("swap"), PERSON, PERSON),
    st.tuples(st.just("take"), st.just("way")),
    st.tuples(st.just("fit"), st.sampled_from(["equal", "others", "later"])),
    st.tuples(st.just("note"), st.just("c"), st.text(max_size=5)),
)


@given(
    st.lists(st.tuples(st.integers(0, 200 * 10**9), VERBS), max_size=25), st.sampled_from([ODD, PLAN_A.read_bytes()])
)
@settings(max_examples=250)
def test_replaying_the_record_gives_the_live_session(schedule: list[Any], text: bytes) -> None:
    stage = Stage(text, 4)
    first = stage.session.course
    for wait, (verb, *args) in schedule:
        stage.now = stage.now.at(stage.now.ns + wait)
        stage.by_itself()
        stage.look()
        try:
            stage.do(verb, *args)
        except Refused:
            continue
        course = stage.session.course
        keys = [step.key for step in course.steps]
        assert len(keys) == len(set(keys)), "a step stands twice on the run sheet"
        assert all(course.elapsed(step, stage.now) >= 0 for step in course.steps)
    read = [fact(*json.loads(json.dumps(entry(kept)))) for kept in stage.facts]
    assert read == stage.facts
    assert replay(read) == stage.session
    for cut in (len(read) // 3 + 1, len(read) // 2 + 1):
        assert replay(read[:cut]).course.plan == first.plan
    course = stage.session.course
    if course.started:
        spent = sum(course.elapsed(s, stage.now) + course.paused(s, stage.now) for s in course.steps)
        assert spent >= 0
    while stage.do("undo"):
        pass
    assert stage.session.course == first


def test_time_used_paused_and_given_back_adds_up_to_the_time_that_passed() -> None:
    stage = Stage(PLAN_A.read_bytes(), 4)
    stage.do("start")
    for verb, *args in (
        ("pause",), ("resume",), ("next",), ("passes",), ("pause",), ("next",), ("bench", "P3"), ("join", "Zoe"),
        ("back",), ("swap", "P2", "P4"), ("next",), ("restart",), ("next",), ("next",), ("passes",), ("next",),
    ):  # fmt: skip
        stage.go("0:31").do(verb, *args)
    course = stage.session.course
    uses = [course.use(step) for step in course.steps]
    total = sum(course.elapsed(s, stage.now) + course.paused(s, stage.now) for s in course.steps)
    assert total + sum(sum(use.attempts) for use in uses) == 16 * ns("0:31")
