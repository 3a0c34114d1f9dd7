"""Plans: what ships, and what happens to plan files that are not as they should be (bad inputs B1 to B48)."""

import json
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import PLAN_A, SHIPPED, TOP, phase, plan, segment

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.mistakes import Mistake, Refused
from dp_facilitator.model.plan import Plan, plan_schema
from dp_facilitator.model.plan_text import SIZE_LIMIT, read_plan, write_plan

FILES = sorted(file for file in (TOP / "sessions").glob("*.json") if file.name != "plan.schema.json")
GOOD: dict[str, Any] = json.loads(PLAN_A.read_bytes())


def refused(text: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_plan(text)
    assert caught.value.mistakes
    return str(caught.value)


def changed(path: str, value: Any) -> bytes:
    """Plan A with one value at another place: "segments.0.phases.0.time"."""
    tree = json.loads(PLAN_A.read_bytes())
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = tree
    for part in way:
        place = place[part]
    place[last] = value
    return json.dumps(tree).encode()


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_shipped_plan_is_whole(file: Any) -> None:
    text = file.read_bytes()
    made = read_plan(text)
    assert made.seconds() == made.total
    assert read_plan(write_plan(made)) == made
    for one in made.phases():
        assert len(one.stems) <= 2
        titles = [capture.title for capture in one.captures]
        for words in (one.headline or "", one.prompt or "", *one.stems, *one.coach, *one.checklist, *titles):
            assert "{" not in re.sub(r"\{(leader|timekeeper|next|round|cycle)\}", "", words)
        assert "{" not in one.title


def test_the_shipped_plan_is_seven_and_five_times_fifteen_and_eight() -> None:
    made = read_plan(SHIPPED.read_bytes())
    assert [segment.seconds // 60 for segment in made.segments] == [7, 15, 8]
    assert (made.seconds(), made.seconds(6)) == (5400, 6300)
    floors = {phase.id: minutes_and_seconds(phase.least_s) for s in made.segments for phase in s.phases}
    assert floors == {
        "warm-up": "3:00", "set-up": "0:45", "practise": "3:00", "feedback": "4:30", "again": "3:00",
        "debrief": "5:00",
    }  # fmt: skip
    assert {capture.id for capture in made.captures().values()} >= {"areas", "effective", "next-time", "process"}
    route = made.routes["topic-led"].segments
    assert sum(segment.seconds * segment.turns(5) for segment in route) + 420 == 5400


def test_the_schema_describes_a_plan() -> None:
    schema = plan_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["required"]) == {"format", "title", "people", "total", "segments"}


def names(**phases: Any) -> bytes:
    """A plan with two phases: a good one, and one with a mistake that no other check waits for."""
    tree = json.loads(plan(segment("a", phase("a"), phase("b")), people=2))
    tree["segments"][0]["phases"][0] |= phases
    tree["segments"][0]["phases"][1]["floor"] = "nonsense"
    return json.dumps(tree).encode()


def test_names_that_stand_for_nothing_are_told_together_with_other_mistakes() -> None:
    told = refused(names(speaks="chairman", leads="chair", branch=["out"])).splitlines()
    assert len(told) == 4
    assert "floor" in told[0]
    assert told[1].startswith('the plan: says in phase "a" that "chairman" speaks, which is no role here.')
    assert told[2].startswith('the plan: is led in phase "a" by "chair"')
    assert told[3].startswith('the plan: branches in phase "a" to "out", which is no route.')


def test_a_name_that_stands_for_nothing_is_told_once() -> None:
    tree = json.loads(plan(segment("a", phase("a", speaks="chairman"), phase("b", speaks="boss"))))
    assert [line.split('"')[3] for line in refused(json.dumps(tree).encode()).splitlines()] == ["chairman", "boss"]
    tree["segments"][0]["phases"][0]["speaks"] = "Not a name!"
    told = refused(json.dumps(tree).encode()).splitlines()
    assert len(told) == 2
    assert [line.count("Not a name!") for line in told] == [0, 0]


@pytest.mark.parametrize("roles", [[{"id": "leader"}], [7], 7])
def test_names_are_not_held_against_roles_that_are_wrong_themselves(roles: Any) -> None:
    tree = json.loads(names(speaks="chairman", leads="chair"))
    tree["roles"] = roles
    assert "chair" not in refused(json.dumps(tree).encode())


@pytest.mark.parametrize("branch", [7, [7], [[]], "out"])
def test_names_of_any_shape_do_no_harm(branch: Any) -> None:
    tree = json.loads(names(branch=branch, speaks=7, leads=[]))
    tree["routes"] = {"out": 7}
    assert "branch" in refused(json.dumps(tree).encode())
    tree["routes"] = 7
    tree["segments"].append(7)
    assert "branch" in refused(json.dumps(tree).encode())


def test_phases_of_routes_are_looked_at_too() -> None:
    tree = json.loads(names(branch=["out"]))
    there = segment("z", phase("z", speaks="chairman"))
    tree["routes"] = {"out": {"title": "Out", "segments": [there]}}
    assert 'phase "z" that "chairman" speaks' in refused(json.dumps(tree).encode())


WHOLE = [
    (b"", "is empty"),  # B1
    (b"  \n\t ", "is empty"),  # B2
    (b"\x00", "full of zeros"),  # B3
    (b"\x00" * 4096, "full of zeros"),
    (json.dumps(GOOD).encode("utf-16"), "UTF-16"),  # B5
    (b'{"title": "\xff"}', "byte 12: is not UTF-8"),  # B6
    (b'{"format": 1', "stops too early"),  # B7
    (json.dumps(GOOD).encode() + b" }", "Remove what follows the last }"),  # B9
    (b'{"format": 1, "title": "Te', "line 1, column 24: is not JSON: the file ends within the words that begin here."),
    (b'{"format": 1, "title": "Te', "Add the closing quote; or the file stops too early"),
    (b'{"title": "Te\n}', "line 1, column 14: is not JSON: the line ends within words in quotes. A closing quote"),
    (b'{"format": tr', "stops too early"),
    (b'{"format": 1,}', "a comma too many"),  # B10
    (b'{"people": [1, 2,]}', "a comma too many"),
    (b"{'format': 1}", "double quotes"),
    (b'{"format": // no', "no comments"),
    (b'{"a": 1 "b": 2}', "missing comma or quote"),
    (b"[]", "one object in { }"),  # B11
    (b'"x"', "one object in { }"),
    (b"123", "one object in { }"),
    (b"null", "one object in { }"),
    (b"true", "one object in { }"),
    (b"[" * 100_000, "nested too deeply"),  # B12
    (b'{"a": "]", "b": ' + b"[" * 41, "nested too deeply"),
    (b"{}" * (SIZE_LIMIT // 2 + 1), "too large"),  # B13, B14
    (b'"' + b"x" * SIZE_LIMIT + b'"', "too large"),  # B15
    (b'{"format": 1, "format": 1}', '"format" stands twice'),  # B16
    (b'{"people": {"usual": 5, "usual": 6}}', '"usual" stands twice'),
    (b'{"total": NaN}', "not a number that a plan can hold"),  # B17
    (b'{"total": -Infinity}', "not a number that a plan can hold"),
    (b'{"total": ' + b"9" * 5000 + b"}", "far too large a number"),  # B21
    (b'{"title": "\\ud800"}', "half of a character"),  # B46
    (b'{"\\udfff": 1}', "half of a character"),
    (b'{"outcomes": ["\\udc00"]}', "half of a character"),
    (b"PK\x03\x04....", "a ZIP or Word file"),  # B45
    (b"%PDF-1.7", "a PDF"),
    (b"MZ\x90", "a program"),
    (b"\x89PNG\r\n", "a picture"),
]


@pytest.mark.parametrize(("text", "reason"), WHOLE, ids=[f"{row[0][:12]!r}" for row in WHOLE])
def test_what_is_no_plan_at_all_is_said_plainly(text: bytes, reason: str) -> None:
    assert reason in refused(text)


def test_a_byte_order_mark_is_no_mistake() -> None:  # B4
    assert read_plan(b"\xef\xbb\xbf" + PLAN_A.read_bytes()) == read_plan(PLAN_A.read_bytes())


TIME = "segments.0.phases.0.time"
ONE = "segments.0.phases.0"
PARTS = [
    (TIME, "0:00", "has no time"),  # B18
    (TIME, "-5:00", "is not a time"),
    (TIME, "13:00:00", "longer than twelve hours"),
    (TIME, "99999999999999999999", "is not a time"),
    (TIME, "1e308", "is not a time"),
    (TIME, "5", "is not a time"),  # B19
    (TIME, 5, "is not a time"),
    (TIME, 1e999, "not a number that a plan can hold"),
    (TIME, "1:75:00", "is not a time"),
    (TIME, True, "is not a time"),  # B20
    ("people.usual", "5", "must be a whole number"),
    ("people.usual", True, "must be a whole number"),
    ("people.usual", 0, "is too small. Make it at least 1."),
    ("people.usual", 61, "is too large. Make it at most 60."),
    ("people.usual", 1, "people out of order"),
    ("segments.0.phases", [], "is empty. Add at least 1."),  # B22
    ("segments.0.phases", [phase(f"p{n}") for n in range(10_000)], "too many entries (at most 60)"),
    ("segments.0.phases", "none", "must be a list in [ ]"),
    ("total", "48:00", "add up to 47:00 with 2 people"),  # B23
    ("segments.1.phases.1.id", "set-up", 'has 2 times the phase "set-up"'),  # B24
    ("segments.2.id", "rounds", 'has 2 times the segment "rounds"'),
    (f"{ONE}.speaks", "scribe", 'that "scribe" speaks, which is no role here'),  # B25
    (f"{ONE}.branch", ["elsewhere"], 'branches in phase "warm-up" to "elsewhere"'),
    ("timekeeper", "role", "gives the time to a role that is not there"),
    ("timekeeper", "whoever", "is not one of the choices. Write 'previous', 'role'"),
    ("roles", [{"id": "leader", "title": "L"}] * 2, 'has 2 times the role "leader"'),
    (f"{ONE}.tiem", "4:00", 'is not something that a plan has. Did you mean "time"?'),  # B28
    (f"{ONE}.tital", "x", 'Did you mean "title"?'),
    ("people.uusual", 5, 'Did you mean "usual"?'),
    ("date", "2026-03-29T02:30", "is not something that a plan has. Remove it, or correct its spelling."),  # B48
    (f"{ONE}.asset", "../../etc/passwd", "is not something that a plan has. Remove it"),  # B38
    (f"{ONE}.next", "warm-up", "is not something that a plan has. Remove it"),  # B27
    ("__proto__", {}, "is not something that a plan has. Remove it"),  # B47
    ("__class__", "x", "is not something that a plan has"),
    ("format", 99, "made by a newer version"),  # B29
    ("format", 0, "is not one of the choices"),
    ("format", True, "is not one of the choices"),
    ("title", "x" * 300, "longer than 80 characters. Shorten it."),  # B31
    ("title", "\u200b \ufeff", "is empty"),  # B32
    ("title", "", "is empty"),
    ("title", 5, "must be words in quotes"),
    *((("title"), f"a{sign}b", "control characters") for sign in "\n\t\x00\x1b\x07\x7f"),  # B33
    ("segments.0.id", "Warm Up", "is not a plain id. Use small letters"),
    ("labels", [], "must be an object in { }"),
    ("routes", [], "must be an object in { }"),
    (f"{ONE}.prompt", "Hear {speaker}", "has {speaker} in it, which stands for nothing"),
    (f"{ONE}.prompt", "An open { brace", "stands for nothing"),
    (f"{ONE}.prompt", "A closed } brace", "has } in it"),
    (f"{ONE}.stems", ["One…", "Two…", "Three…"], "too many entries (at most 2)"),
    (f"{ONE}.floor", "8:00", "has a floor of 8:00, above its time of 7:00"),
    (f"{ONE}.hard_end", "6:00", "ends hard before its nominal end"),
    (f"{ONE}.gate", True, "is a gate without a checklist"),
    (f"{ONE}.gate", "yes", "must be true or false"),
    (f"{ONE}.cues", [{}], "has no time. Give exactly one"),
    (f"{ONE}.cues", [{"after": "1:00", "end": True}], "has 2 times (after, end)"),
    (f"{ONE}.cues", [{"percent": 101}], "is too large"),
    (f"{ONE}.cues", [{"after": "1:00", "rings": 61}], "is too large"),
    (f"{ONE}.captures", [{"id": "a", "title": "A"}] * 2, 'has 2 times the capture "a"'),
    (
        f"{ONE}.captures",
        [{"id": "a", "title": "A", "about": "group", "own": True}],
        'but is about "group". Leave "own"',
    ),
    ("segments.0.group_size", 3, "and its groups do not agree"),
    ("segments.1.repeat", "groups", "and its groups do not agree"),
    ("segments.0.rounds", 2, 'is run once and has "rounds"'),
    ("card", {"title": "Card", "lines": []}, "is empty"),
    ("segments.0.round_titles", ["First"], 'is run once and has "round_titles"'),
    ("segments.1.cycles", [{"first": "talk", "times": 3}], 'repeats the phase "talk", which it does not have'),
    ("segments.1.cycles", [{"first": "again", "last": "practise", "times": 3}], "which comes before it. Exchange"),
    ("segments.1.cycles", [{"first": "practise", "times": 2}] * 2, 'repeats "practise" in two cycles'),
    ("segments.1.cycles", [{"first": "practise", "times": 1}], "is too small. Make it at least 2."),
    ("segments.1.cycles", [{"from": "practise", "times": 2}], "first: is missing. Add it."),
    (f"{ONE}.bank", "ours", 'has one phase alone in the bank "ours"'),
    (f"{ONE}.leads", "judge", 'is led in phase "warm-up" by "judge", which is no role of someone who takes part'),
    ("roles", [{"id": "nobody", "title": "N"}], 'has a role with the id "nobody", which means something else'),
]


@pytest.mark.parametrize(
    ("path", "value", "reason"), PARTS, ids=[f"{path}={str(value)[:20]!r}" for path, value, _ in PARTS]
)
def test_a_mistake_in_a_plan_is_said_with_its_reason(path: str, value: Any, reason: str) -> None:
    assert reason in refused(changed(path, value))


def test_an_automatic_phase_with_a_hard_end_is_refused() -> None:
    text = plan(segment("a", phase(advance="automatic", hard_end="5:00")))
    assert "both a hard end and automatic advance" in refused(text)


def test_a_capture_is_described_in_one_way_only() -> None:
    one, other = {"id": "note", "title": "One"}, {"id": "note", "title": "Other"}
    text = plan(segment("a", phase("a", captures=[one]), phase("b", captures=[other])))
    assert 'describes the capture "note" in two ways' in refused(text)


def test_a_bank_is_shared_within_one_segment_only() -> None:
    pieces = [phase(name, bank="ours") for name in "abcd"]
    text = plan(segment("a", *pieces[:2]), segment("b", *pieces[2:]))
    assert 'has the bank "ours" in two segments' in refused(text)


def test_a_plan_of_thousands_of_steps_is_refused() -> None:
    text = plan(segment("a", phase("a", "0:01"), repeat="each", cycles=[{"first": "a", "times": 60}]))
    assert "comes to 3,600 steps with 60 people, more than 2,000" in refused(text)


def test_someone_outside_leads_no_phase() -> None:
    roles = [{"id": "leader", "title": "Leader"}, {"id": "mentor", "title": "Mentor", "outside": True}]
    text = plan(segment("a", phase(leads="mentor")), roles=roles)
    assert 'by "mentor", which is no role of someone who takes part. Use one of leader.' in refused(text)


def test_a_format_that_is_missing_is_said() -> None:  # B30
    assert "format: is missing. Add it." in refused(b'{"title": "x"}')


def test_all_mistakes_are_told_at_once_each_with_its_place() -> None:
    tree = json.loads(PLAN_A.read_bytes())
    tree["titel"] = tree.pop("title")
    tree["segments"][1]["phases"][2]["time"] = "six"
    tree["segments"][2]["phases"][0]["floor"] = "11:00"
    found = refused(json.dumps(tree).encode()).splitlines()
    assert [row.partition(":")[0] for row in found] == [
        "title",
        "segments 2 (Round) › phases 3 (Feedback) › time",
        "segments 3 (Debrief) › phases 1 (Debrief)",
        "titel",
    ]
    assert 'Did you mean "title"?' in found[-1]


def test_a_place_without_a_title_goes_by_its_number_or_id() -> None:
    tree = json.loads(PLAN_A.read_bytes())
    tree["segments"][0] = {"id": "first"}
    tree["segments"][1] = "rounds"
    tree["segments"][2]["phases"] = [{"title": 7}]
    found = refused(json.dumps(tree).encode())
    assert "segments 1 (first) › title: is missing" in found
    assert "segments 2: must be an object" in found
    assert "segments 3 (Debrief) › phases 1 › id: is missing" in found


def test_markup_and_direction_signs_are_plain_words() -> None:  # B34, B35, B36
    made = read_plan(changed("title", "<img src=file://host/x> \u202eabc <a href=x>"))
    assert made.title == "<img src=file://host/x> abc <a href=x>"


def test_many_marks_on_one_letter_do_not_stall() -> None:  # B37
    assert "longer than 80" in refused(changed("title", "e" + "\u0301" * 5000))


def test_a_mistake_without_a_place_is_only_its_reason() -> None:
    assert str(Mistake("", "is empty.")) == "is empty."
    assert str(Mistake("line 1", "is odd.", "Mend it.")) == "line 1: is odd. Mend it."


# What JSON is made of, and what it must not hold, oftener than the rest.
ODD_BYTES = [*range(256), *b'"\\{}[],:-.0159eEtfnu \n\x00\x80\xc3\xff' * 8]


def _read_or_refused(text: bytes) -> None:
    try:
        made: Plan | None = read_plan(text)
        mistakes: tuple[Mistake, ...] = ()
    except Refused as refusal:
        made, mistakes = None, refusal.mistakes
    assert made or (mistakes and all(mistake.reason for mistake in mistakes))


def test_every_truncation_of_a_plan_is_refused() -> None:  # B7
    text = PLAN_A.read_bytes().rstrip()
    for length in range(len(text)):
        with pytest.raises(Refused):
            read_plan(text[:length])


def test_no_single_damaged_byte_gives_anything_but_a_plan_or_a_refusal() -> None:  # B8
    dice = random.Random(8)
    text = PLAN_A.read_bytes()
    for place in range(len(text)):
        for value in dice.sample(ODD_BYTES, 8):
            _read_or_refused(text[:place] + bytes([value]) + text[place + 1 :])


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_no_shipped_plan_damaged_or_cut_off_is_more_than_a_plan_or_a_refusal(file: Any) -> None:  # B7, B8
    """A sample; `tests/torture/damage.py` tries every byte and every length."""
    text = file.read_bytes().rstrip()
    dice = random.Random(file.stem)
    for place in dice.sample(range(len(text)), 150):
        assert refused(text[:place])
        _read_or_refused(text[:place] + bytes([dice.choice(ODD_BYTES)]) + text[place + 1 :])


@given(st.binary(max_size=80))
@settings(max_examples=300)
def test_any_bytes_are_refused(text: bytes) -> None:
    with pytest.raises(Refused):
        read_plan(text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PATHS = [path for path, *_ in PARTS if not path.startswith("__")]


@given(st.sampled_from(PATHS), VALUES)
@settings(max_examples=300)
def test_any_value_anywhere_gives_a_plan_or_a_refusal(path: str, value: Any) -> None:
    _read_or_refused(changed(path, value))
