"""The scenario files, and the language that they are written in."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import PLAN_A, SHIPPED, TEN, TOP, Stage, phase, plan, segment

from dp_facilitator.model import facts as f
from dp_facilitator.model.mistakes import Refused, refuse
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import reading
from dp_facilitator.model.replay import replay
from dp_facilitator.model.roster import roster
from dp_facilitator.model.scenario import Failure, Played, play, scenario_from
from dp_facilitator.model.timetable import open_session

FILES = sorted((TOP / "tests" / "scenarios").glob("*.scenario"))
HEAD = "plan plan-a.json\npeople Ana, Ben, Cai\nat 10:00:00\n"


def find_plan(name: str) -> bytes:
    return (PLAN_A.with_name(name) if name.endswith(".json") else SHIPPED.with_name(f"{name}.json")).read_bytes()


def played(body: str, head: str = HEAD) -> Played:
    return play(head + body, find_plan)


def refused(text: str) -> str:
    with pytest.raises(Refused) as caught:
        play(text, find_plan)
    return str(caught.value)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_scenario(file: Path) -> None:
    text = file.read_text("utf-8")
    found = play(text, find_plan)
    assert found.failures == ()
    assert found.ok
    again = play(scenario_from(found.facts, re.findall("(?m)^plan (.+)", text)[0]), find_plan)
    assert again.failures == ()
    # What counts is the session as it stands after its last fact; a record knows nothing of what was looked at later.
    last = found.facts[-1].at
    told, ours = (reading(replay(it.facts).course, last) for it in (again, found))
    assert [getattr(told, name) for name in SAME] == [getattr(ours, name) for name in SAME]


SAME = ("status", "left", "elapsed", "added", "paused", "ends", "session_ends", "deviation", "tone", "label", "text")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plan nosuch\n", "line 1: "),
        ("people Ana, Ben\n\nplan nosuch\n+5:00\n", "line 3: "),
        ("+5:00\n", "line 1: there is no plan up to here. Begin with"),
        ("", "line 1: there is no plan up to here."),
        ("# nothing\n", "line 1: there is no plan up to here."),
        ("plan plan-a.json\npeople Ana, Ben\n", "line 2: nothing happens up to here."),
        ("plan plan-a.json\n+5:00\n", "line 2: nothing happens up to here."),
    ],
)
def test_a_scenario_without_a_session_is_none(text: str, words: str) -> None:
    def find(name: str) -> bytes:
        if name == "nosuch":
            raise refuse("there is no plan of that name.")
        return find_plan(name)

    with pytest.raises(Refused) as caught:
        play(text, find)
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize("begin", ["start", "start\n+4:00\nnext!"])
def test_going_on_in_the_moment_of_a_pause_by_the_plan_goes_on(begin: str) -> None:
    stops = [{"after": "0:00", "pause": True}]
    text = plan(segment("a", phase("a", "4:00", cues=stops), phase("b", "4:00", cues=stops)))

    def told(body: str) -> str:
        found = play(f"plan x\npeople Ana, Ben\nat 10:00:00\n{body}", lambda _: text)
        return str(found.readings[-1]["status"])

    begin = begin.replace("+4:00", "resume\n+4:00")
    assert told(f"{begin}\n") == "paused"
    assert told(f"{begin}\nresume\n") == "running"
    assert told(f"{begin}\nresume\nextend 1:00\n") == "running"
    assert told(f"{begin}\nresume\nnext!\n") == ("paused" if begin == "start" else "finished")


def test_failures_name_line_expected_and_seen() -> None:
    found = played("start\nexpect left 6:00 # no\nexpect behind 1:00\nexpect leader Ana\n")
    assert found.failures == (
        Failure(5, "left 6:00", "left 7:00"),
        Failure(6, "behind 1:00", "behind 0:00"),
        Failure(7, "leader Ana", "leader nobody"),
    )
    assert not found.ok


EXPECTED = [
    ("", "left 7:00", "over 0:10"),
    ("start\n+7:00", "over 0:00", "over 0:01"),
    ("start\n+7:10", "over 0:10", "left 0:00"),
    ("start\n+2:00", "elapsed 2:00", "elapsed 2:01"),
    ("start\nextend -0:10", "added -0:10", "added 0:10"),
    ("start\nextend +1:00", "added +1:00", "added 0:00"),
    ("start\npause\n+0:30", "paused 0:30", "paused 0:00"),
    ("start", "ends 10:07:00", "ends 10:07:01"),
    ("start", "ends 10:07", "ends 10:08"),
    ("start", "session-ends 11:02:00", "session-ends 11:02:10"),
    ("start\n+8:00", "behind 1:00", "ahead 1:00"),
    ("start\nnext!", "ahead 7:00", "behind 7:00"),
    ("start", "ahead 0:00", "ahead 0:01"),
    ("start\nfinish", "status finished", "status running"),
    ("start", "phase warm-up", "phase Set-up"),
    ("start\nnext!", "phase SET-UP", "phase practise"),
    ("start\nnext!", "leader ana", "leader Ben"),
    ("", "leader none", "leader Ana"),
    ("start\nnext!", "timekeeper Cai", "timekeeper Ana"),
    ("start\nnext!", "next-leader Ben", "next-leader Cai"),
    ("start\nnext!", "round 1 of 3", "round 2 of 3"),
    ("start\nnext!", "round 1", "round 3"),
    ("start\nnext!", "round 1/3", "round 1/2"),
    ("", "round none", "round 1"),
    ("start\n+6:00", "tone warning", "tone calm"),
    ("start\n+6:00", "label one minute", "label Time left"),
    ("start\n+7:00", "rings 2", "rings 1"),
    ("pause", "refused", "rings 1"),
]


@pytest.mark.parametrize(("body", "right", "wrong"), EXPECTED)
def test_what_can_be_expected(body: str, right: str, wrong: str) -> None:
    found = played(f"{body}\nexpect {right}\nexpect {wrong}\n")
    assert [failure.expected for failure in found.failures] == [wrong]


def test_a_verb_that_was_taken_is_not_refused() -> None:
    found = played("start\nexpect refused\n")
    assert found.failures == (Failure(5, "refused", "taken"),)


def test_rings_are_counted_since_they_were_last_expected() -> None:
    assert played("start\n+7:00\nexpect rings 2\nexpect rings 0\n+1:00\nexpect rings 1\n").ok


WRONG = [
    ("dance\n", "line 4", "not a word"),
    ("+5\n", "line 4", "not a duration"),
    ("+-5:00\n", "line 4", "not a duration"),
    ("sleep soon\n", "line 4", "not a duration"),
    ("expect\n", "line 4", "cannot be expected"),
    ("expect joy\n", "line 4", "cannot be expected"),
    ("expect left soon\n", "line 4", "not a duration"),
    ("expect added soon\n", "line 4", "not a duration"),
    ("expect ends 25:00\n", "line 4", "time of day"),
    ("expect ends 10:00:00.x\n", "line 4", "time of day"),
    ("expect rings many\n", "line 4", "not a number"),
    ("expect leader\n", "line 4", "needs something"),
    ("\n\nstart now\n", "line 6", "stands alone"),
    ("bench\n", "line 4", "needs something"),
    ("bench Zoe\n", "line 4", "nobody is called"),
    ("move Ana\n", "line 4", "does not begin with a name"),
    ("move Ana first\n", "line 4", "not a place"),
    ("swap Ana Zoe\n", "line 4", "nobody is called"),
    ("route nowhere\n", "line 4", "no route"),
    ("fit best\n", "line 4", "none of the proposals"),
    ("timings rounds 3:50\n", "line 4", "not the timing"),
    ("timings rounds/talk 3:50, rounds/read soon\n", "line 4", "not the timing"),
    ("timings rounds/nothing 3:50\n", "line 4", "not the timing"),
    ("gates open\n", "line 4", "gates cannot be"),
    ("expect left 1:75:00\n", "line 4", "not a duration"),
    ("expect left 0:60\n", "line 4", "not a duration"),
    ("+0:05.\n", "line 4", "not a duration"),
    ("extend +1:0\n", "line 4", "not a duration"),
    ("Start\n", "line 4", "not a word"),
    ("start\npeople Dee\n", "line 5", "too late"),
    ("+1:00\nat 10:00:00\n", "line 5", "back in time"),
]


@pytest.mark.parametrize(("body", "line", "reason"), WRONG)
def test_what_cannot_be_understood(body: str, line: str, reason: str) -> None:
    words = refused(HEAD + body)
    assert words.startswith(line)
    assert reason in words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line_a_byte_order_mark_and_tabs(end: str) -> None:
    text = "\ufeffplan\tplan-a.json\n\n  # a comment\n\tpeople Ana,\tBen # two\n+1:00\nexpect\tphase\tWarm-up\n"
    assert play(text.replace("\n", end) + "start", find_plan).ok
    assert refused(text.replace("\n", end) + "hop").startswith("line 7:")


def test_a_line_is_what_an_editor_calls_one() -> None:
    assert refused("plan plan-a.json\npeople Ana\u2028Lee, Ben\x0b\nhop\n").startswith("line 3:")


def test_timings_may_be_given_as_they_were() -> None:
    found = played("timings rounds/set-up 0:50, debrief/debrief 8:00\nexpect session-ends 10:59:30\n")
    assert found.ok
    assert "timings rounds/set-up 0:50, debrief/debrief 8:00" in scenario_from(found.facts, "plan-a.json")


def test_a_session_that_was_opened_late_gives_the_timings_that_were_promised() -> None:
    starts, now = TEN, Moment(0, TEN + 37_000_000_000)
    text = SHIPPED.read_bytes()
    people = roster(["Ana", "Ben", "Cai", "Dee", "Eli"])
    for way, behind in (("equal", 37), ("others", 37), ("later", 0)):
        end = starts + 88 * 60_000_000_000
        session, facts = open_session("s", now, text, people, starts=starts, ends=end, fit=way)
        assert reading(session.course, now).behind_s == behind
        again = play(scenario_from([*facts, f.Ticked(now, "warm-up/warm-up", 0), f.Started(now)]), find_plan)
        assert again.ok
        assert replay(again.facts).course.steps == session.course.steps
        assert reading(replay(again.facts).course, now).behind_s == behind


def test_all_unknown_words_are_told_at_once() -> None:
    words = refused("plan plan-a.json\nhop\nskip\njump\n")
    assert [row.split(":")[0] for row in words.splitlines()] == ["line 2", "line 3", "line 4"]


def test_a_scenario_needs_a_plan_and_people() -> None:
    assert "comes before “plan”" in refused("start\n")
    assert "comes before “people”" in refused("plan plan-a.json\nexpect left 1:00\n")
    assert "line 2: name 2: “Ana” is there already" in refused("plan plan-a.json\npeople Ana, Ana\nkill\n")
    assert "line 2: people: This plan needs at least 2" in refused("plan plan-a.json\npeople Ana\nstart\n")


def test_a_plan_that_cannot_be_read_is_told_with_its_line() -> None:
    with pytest.raises(Refused, match=r"^line 1: is empty"):
        play("plan p\npeople Ana, Ben\nstart\n", lambda name: b"")


def test_names_may_have_spaces_and_ids_stand_for_names() -> None:
    head = "plan plan-a.json\npeople Ana Maria, Ben, Cai\nat 9:00\n"
    body = "swap Ana Maria, Ben\nexpect next-leader Ben\nrename ben Ben Li\nmove P3 1\nexpect next-leader Cai\n"
    assert played(body + "order P2, P1, P3\nexpect next-leader Ben Li\n", head).ok


def test_the_coach_chooses_who_keeps_the_time_of_any_round() -> None:
    body = "start\nnext!\ntimekeeper Ben\nexpect timekeeper Ben\ntimekeeper Cai Ben\ntimekeeper Ana Ana\n"
    found = played(body + "expect refused\n" + "next!\n" * 4 + "expect leader Ben\nexpect timekeeper Cai\n")
    assert found.ok
    assert played("bench Cai\ntimekeeper Ana Cai\nexpect refused\n").ok


def test_hiding_digits_can_be_undone_like_any_verb() -> None:
    found = played("hide Ana\nhide Ana\nexpect refused\nshow Ana\nundo\nundo\nundo\nexpect refused\n")
    assert found.ok


def test_without_a_time_a_scenario_begins_at_its_planned_start_or_at_ten() -> None:
    people = "plan plan-a.json\npeople Ana, Ben\n"
    assert played("start\nexpect ends 10:07:00\n", people).ok
    assert played("planned-start 9:00\n+1:00\nstart\nexpect behind 1:00\nexpect ends 9:08:00\n", people).ok


def test_time_may_pass_and_the_clock_jump_before_anything_else() -> None:
    found = played("clock +1:00:00\nsleep 0:10\nstart\nexpect ends 11:07:10\n")
    assert found.ok
    assert [row.get("status") for row in found.readings[:3]] == [None, None, None]


def test_the_planned_start_may_have_been_before_midnight() -> None:
    head = "plan plan-a.json\npeople Ana, Ben\nplanned-start 23:58\nplanned-end 0:40\nat 0:03\n"
    assert played("start\nexpect behind 10:00\n", head).ok


def test_each_line_has_a_reading_for_json() -> None:
    row = played("start\nnext!\n+0:50.5\nextend +0:10\nexpect left 0:20\n").readings[-1]
    assert row == {
        "line": 8, "text": "expect left 0:20", "ok": True, "seen": "left 0:20", "time": "10:00:50",
        "status": "running", "phase": "Set-up", "leader": "Ana", "timekeeper": "Cai", "next_leader": "Ben",
        "round": "1 of 3", "left_s": 20, "over_s": 0, "elapsed_s": 50, "added_s": 10, "paused_s": 0,
        "ends": "10:01:10", "session_ends": "10:55:10", "behind_s": -410, "tone": "warning",
        "label": "20 seconds", "rings": 1, "refused": None,
    }  # fmt: skip


def test_why_a_verb_was_refused_stands_in_the_reading() -> None:
    found = played("join Ana\nresume\nstart\n+0:02\nnext\n+0:00.1\nnext\n+3:00\nexpect refused\n")
    words = [row.get("refused") for row in found.readings]
    assert words[3] == "name 4: “Ana” is there already (name 1). Add an initial to one of them."
    assert words[4] == "It does not fit here."
    assert words[7] == "Press again to end “Warm-up” early (6:58 left)"
    assert words[9] == "It was ignored."


def test_while_time_passes_each_minute_of_overtime_is_told() -> None:
    assert played("start\n+12:30\nexpect rings 7\n").ok
    assert played("start\nsleep 12:30\nexpect rings 3\n").ok


AUTOMATIC = plan(
    segment("write", phase("write", "2:00", advance="automatic")),
    segment("read", phase("read", "3:00", cues=[{"after": "1:00", "pause": True, "rings": 2}])),
    segment("end", phase("end", "1:00", advance="automatic")),
)


@pytest.mark.parametrize("passing", ["+10:00", "sleep 10:00", "+0:30\nsleep 9:30"])
def test_what_the_plan_does_by_itself_happens_at_its_moment(passing: str) -> None:
    body = f"start\n{passing}\nexpect phase read\nexpect status paused\nexpect elapsed 1:00\n"
    body += "expect paused 7:00\nexpect rings 4\nresume\n+2:00\nnext\n+1:00\nexpect status finished\n"
    found = play("plan own\npeople Ana, Ben\n" + body, lambda name: AUTOMATIC)
    assert found.failures == ()
    again = scenario_from(found.facts, "own")
    assert play(again, lambda name: AUTOMATIC).ok


def test_a_gate_stands_open_in_a_scenario() -> None:
    gated = phase("a", gate=True, checklist=["One", "Two"])
    text = plan(segment("all", gated, gated | {"id": "b"}))
    found = play("plan own\npeople Ana, Ben\nstart\nnext!\nexpect phase b\nnext!\n", lambda name: text)
    assert found.ok
    assert play(scenario_from(found.facts, "own"), lambda name: text).ok


def test_no_name_and_no_note_gets_into_a_scenario_from_a_record() -> None:
    stage = Stage(PLAN_A.read_bytes(), 3)
    stage.do("start")
    stage.do("note", "effective", "Secret", about="P1")
    for verb, *args in (
        ("rename", "P1", "Anna"), ("rename", "P1", "Anne"), ("join", "Xenia"), ("join", "Yves"),
        ("reorder", ("P2", "P1", "P3", "P4", "P5")), ("hide_digits", "P1", True), ("hide_digits", "P1", False),
        ("passes", "P2"), ("bench", "P3"), ("returns", "P3"), ("swap", "P1", "P5"), ("undo",), ("redo",),
        ("extend", -30), ("next",), ("keep_time", "P3"), ("backdate", 5), ("fit", "later"), ("fit", "equal"),
        ("pause",), ("resume",), ("restart",), ("back",), ("next",),
    ):  # fmt: skip
        stage.go("0:20.25").do(verb, *args)
    stage.now = Moment(stage.now.ns, stage.now.wall + 3_600_000_000_000)
    stage.take(f.Reopened(stage.go("0:10").now, 0))
    stage.take(f.Slept(stage.go("1:00").now, 40_000_000_000))
    stage.do("give_back", 40_000_000_000)
    stage.go("0:05").do("fit", "others")
    stage.go("9:00").do("finish")
    text = scenario_from(stage.facts, "plan-a.json")
    for word in ("Ana", "Ben", "Cai", "Anna", "Anne", "Xenia", "Yves", "Secret"):
        assert word not in text
    assert "clock +1:00:00" in text
    assert "sleep 0:40" in text
    found = play(text, find_plan)
    assert found.failures == ()
    theirs = replay(found.facts).course
    ours = stage.session.course
    assert theirs.uses == ours.uses or _without_moments(theirs) == _without_moments(ours)
    assert theirs.steps == ours.steps
    assert reading(theirs, stage.now).deviation == reading(ours, stage.now).deviation


def _without_moments(course: object) -> list[tuple[object, ...]]:
    uses: dict[str, object] = course.uses  # type: ignore[attr-defined]
    return [(key, use.used, use.added, use.paused, use.attempts) for key, use in sorted(uses.items())]  # type: ignore[attr-defined]


def test_a_record_that_does_not_begin_with_its_opening_gives_no_scenario() -> None:
    facts: Sequence[Sequence[f.Fact]] = ([], [f.Started(Moment(0, 0))])
    for record in facts:
        with pytest.raises(ValueError, match="opening"):
            scenario_from(record)


@given(st.text(max_size=200) | st.from_regex(r"(start|next|\+\d:\d\d|expect [a-z]+ \w+|[a-z]+ \w*)\n", fullmatch=True))
@settings(max_examples=200)
def test_anything_written_is_played_or_refused(text: str) -> None:
    places = []
    try:
        played(text)
    except Refused as refusal:
        places = [mistake.place for mistake in refusal.mistakes]
    assert all(place.startswith("line ") for place in places)
