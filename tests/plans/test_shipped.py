"""Every plan that ships, against a table of its format: what runs when, who speaks, and what is written for whom."""

import itertools
import json
import re
from dataclasses import dataclass

import pytest

from dp_facilitator import paths
from dp_facilitator.model.course import Course
from dp_facilitator.model.cues import cues_of
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.plan_text import read_plan, write_plan
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.review import own_words
from dp_facilitator.model.roster import roster
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session
from dp_facilitator.model.wording import announced, filled, headline, round_words, speaks_in_room

FOLDER = paths.shipped_plans_dir()
NAMES = sorted(p.stem for p in FOLDER.glob("*.json") if not p.name.endswith(".schema.json"))
MOST_WORDS = 25
PEOPLE = [a + b for a, b in itertools.product("BCDFGHKLMN", ("ana", "eno", "ilo", "oru", "uma", "yra"))]


@dataclass(frozen=True)
class Format:
    """What a format asks for. In the table a line is a segment with how often it runs, or a phase below it:
    title | time | who speaks | what is written (capture, whose, for whom). "write", "break" and the like stand
    before a title that is not plain talk, "gate" before one that waits for its checklist."""

    total: str
    people: str
    timekeeper: str
    roles: str
    table: str


DP_ROUND = """
Round, each
  set-up Set-up | {set_up} | leader | areas leader private areas
  practise Practise | {practise} | leader
  feedback Feedback | {feedback} | others-then-coach | effective leader private, next-time leader private
  again Practise again | {practise} | leader
Debrief
  Debrief | {debrief} | everyone | process everyone private, learned everyone private, next-step everyone private
"""
COLUMNS = "worried group shared, working group shared, ideas group shared"
PROGRAMME = "programme group unattributed"

FORMATS = {
    "deliberate-practice-90": Format(
        "1:30:00",
        "2 5 8",
        "previous",
        "leader",
        "Warm-up\n  Warm-up | 7:00 | everyone"
        + DP_ROUND.format(set_up="1:00", practise="4:00", feedback="6:00", debrief="8:00"),
    ),
    "topic-led-90": Format(
        "1:30:00",
        "2 5 8",
        "previous",
        "leader",
        "Warm-up\n  Warm-up | 7:00 | everyone\nTopics\n  Four topics | 8:00 | everyone"
        + DP_ROUND.format(set_up="1:00", practise="3:30", feedback="5:00", debrief="10:00"),
    ),
    "group-supervision-60": Format(
        "1:00:00",
        "4 7 10",
        "role",
        "leader facilitator timekeeper advisor? scribe? observer?",
        f"""
Opening
  Purpose and anonymity | 3:00 | everyone
Case, each 1
  gate Outline | 6:00 | leader
  set-up What the worker wants | 2:00 | leader | wanted leader shared
  write Three columns, alone | 6:00 | nobody
  Sharing: worried about | 7:00 | others | {COLUMNS}
  Sharing: working well | 7:00 | others | {COLUMNS}
  write Danger statement: write | 4:00 | nobody
  Danger statement: read | 4:00 | others | danger group shared
  write Safety scale: write | 1:00 | nobody | my-safety everyone private scale
  Safety scale: read out | 3:00 | everyone | safety group unattributed scale
  Best questions | 6:00 | others | question group shared
  Ideas, not decisions | 5:00 | others | ideas group shared
  The worker responds | 3:00 | leader | take leader private
Closing
  Learning and thanks | 3:00 | everyone | learned everyone private
""",
    ),
    "small-group-120": Format(
        "2:00:00",
        "4 7 8",
        "role",
        "leader timekeeper scribe? observer?",
        """
Check-in
  Check-in | 10:00 | everyone | kept everyone private
Dilemma, each 3
  write Prepare | 5:00 | nobody
  Present | 5:00 | leader | request leader shared
  Clarify | 8:00 | everyone | asked leader private
  Affirm | 3:00 | others | affirmed leader private
  Reflect | 10:00 | others | thought leader private
  Respond | 4:00 | leader | action leader private
Close
  Close | 5:00 | everyone | learned everyone private, next-step everyone private
""",
    ),
    "one-to-one-before-60": Format(
        "1:00:00",
        "2 2 2",
        "nobody",
        "leader facilitator",
        f"""
One-to-one, each 1
  set-up Settle | 5:00 | everyone
  Aspirations | 15:00 | everyone | aspiration leader private
  Challenges | 15:00 | everyone | challenge leader private, theme group unattributed
  Own and senior hopes | 15:00 | everyone | hopes leader private
  First steps | 7:00 | everyone | next-step leader private
  Close | 3:00 | everyone | {PROGRAMME}
""",
    ),
    "one-to-one-first-60": Format(
        "1:00:00",
        "2 2 2",
        "nobody",
        "leader facilitator",
        f"""
One-to-one, each 1
  set-up Settle | 5:00 | everyone
  Role | 10:00 | everyone | role leader private
  Learning in use | 15:00 | everyone | learning leader private
  A dilemma, three lenses | 20:00 | everyone | personal leader private, professional leader private, \
organisational leader private
  Commitments | 7:00 | everyone | next-step leader private
  Programme feedback and close | 3:00 | everyone | {PROGRAMME}
""",
    ),
    "one-to-one-second-60": Format(
        "1:00:00",
        "2 2 2",
        "nobody",
        "leader facilitator",
        f"""
One-to-one, each 1
  set-up Settle | 5:00 | everyone
  Where I have got to | 10:00 | everyone | goal leader private
  What is useful | 10:00 | everyone | useful leader private
  Challenges | 15:00 | everyone | challenge leader private
  Ideas and ways round | 12:00 | everyone | idea leader private
  Commitments | 5:00 | everyone | next-step leader private
  Programme feedback | 3:00 | everyone | {PROGRAMME}
""",
    ),
    "seminar-afternoon-120": Format(
        "2:00:00",
        "4 10 14",
        "previous",
        "leader scribe? mentor?outside speaker?outside",
        """
Opening
  Recap | 10:00 | everyone | heard group shared
  gate Dilemma marketplace | 10:00 | everyone | offered group shared
Dilemma, each 3
  gate Present | 4:00 | leader | dilemma leader shared
  Clarify | 4:00 | everyone
  Apply the morning | 10:00 | others | idea leader private
  Mentor's view | 3:00 | mentor | mentor-view leader private
  Take-away | 4:00 | leader | take leader private
Closing
  Themes | 10:00 | everyone | theme group unattributed
  Commitments | 10:00 | everyone | next-step everyone private, service everyone private
  Close | 5:00 | everyone
""",
    ),
    "trios-30": Format(
        "30:00",
        "3 15 60",
        "coach",
        "leader",
        """
Turn, groups of 3
  gate Share | 2:00 | leader
  Clarify | 1:00 | everyone
  Consult | 5:00 | others
  Reflect | 2:00 | leader | take everyone private
""",
    ),
    "locality-seminar-90": Format(
        "1:30:00",
        "4 12 32",
        "coach",
        "leader",
        """
Opening
  Welcome | 5:00 | everyone
  gate Good practice | 10:00 | everyone | good-practice group unattributed, pass-on group unattributed
  Theme | 15:00 | coach | theme group unattributed
Case, groups of 4, 2
  gate A stuck case | 20:00 | everyone
Closing
  Share back | 10:00 | everyone | theme group unattributed
  Next topics and commitments | 10:00 | everyone | next-topic group shared, next-step everyone private
""",
    ),
    "briefing-180": Format(
        "3:00:00",
        "6 12 36",
        "coach",
        "leader",
        """
First half
  Welcome | 10:00 | everyone
  Why, and principles | 20:00 | coach
  Four questions, three columns | 25:00 | coach
  Worked example | 10:00 | coach
Break
  break Break | 15:00 | everyone
Mapping, groups of 3, 1
  Mapping in threes | 35:00 | everyone
Second half
  Danger statements | 20:00 | everyone
  Children's tools | 20:00 | coach
  How partners contribute | 15:00 | everyone
  Questions and commitments | 10:00 | everyone | question group unattributed, next-step everyone private
""",
    ),
    "appreciative-inquiry-12": Format(
        "12:00",
        "2 6 20",
        "coach",
        "leader interviewer",
        """
Inquiry, each 1
  Elicit | 4:00 | leader
  Amplify | 4:00 | everyone | done leader private
  Reflect | 2:00 | others | effective leader private
  Start over, or next | 2:00 | everyone | next-step leader private
""",
    ),
    "mapping-15": Format(
        "15:00",
        "3 8 20",
        "coach",
        "leader facilitator scribe?",
        f"""
Map, each 1
  gate Outline | 3:00 | leader
  write Three columns, alone | 2:00 | nobody
  Share | 6:00 | others | {COLUMNS}
  write Safety scale | 1:00 | nobody | safety group unattributed scale
  Next question | 3:00 | leader | take leader private
""",
    ),
    "lunchtime-learning-45": Format(
        "45:00",
        "3 9 30",
        "coach",
        "leader",
        """
Input
  Input | 10:00 | coach
Turn, groups of 3
  Tell | 3:20 | leader
  Wonder | 3:40 | others
  Take | 1:20 | leader
Commitments
  Commitments | 10:00 | everyone | next-step everyone private
""",
    ),
}
TALK_BUT = {
    "one-to-one-before-60": {"settle": "nothing", "first-steps": "digits", "close": "digits"},
    "one-to-one-first-60": {"settle": "nothing", "commitments": "digits", "close": "digits"},
    "one-to-one-second-60": {"settle": "nothing", "commitments": "digits", "close": "digits"},
}
"""The clock of the one-to-ones, where it is not the bar."""


def plan(name: str) -> Plan:
    return read_plan((FOLDER / f"{name}.json").read_bytes())


def session(name: str, people: int) -> Session:
    text = (FOLDER / f"{name}.json").read_bytes()
    return open_session("s", Moment(0, 0), text, roster(PEOPLE[:people]))[0]


def course(name: str, people: int) -> Course:
    return session(name, people).course


def all_steps() -> list[tuple[str, Course, Step]]:
    """Every step of every plan, with its usual people; and once more along each route."""
    found = []
    for name in NAMES:
        one = course(name, plan(name).people.usual)
        found += [(name, one, step) for step in one.steps]
        for route in one.plan.routes:
            opened = session(name, one.plan.people.usual)
            taken = apply_all(opened, opened.take(Moment(0, 0), route)).course
            found += [(f"{name}, {route}", taken, step) for step in taken.steps]
    return found


def told(found: Plan) -> str:
    """A plan in the words of the table."""
    lines = []
    for segment in found.segments:
        often = [f"groups of {segment.group_size}"] if segment.group_size else []
        often += ["each"] if segment.repeat == "each" else []
        rounds = f"{' ' if segment.repeat == 'each' else ', '}{segment.rounds}" if segment.rounds else ""
        lines.append(", ".join([segment.title, *often]) + rounds)
        for phase in segment.phases:
            sign = "gate " if phase.gate else "" if phase.kind == "talk" else f"{phase.kind} "
            written = ", ".join(
                f"{c.id} {c.about} {c.sharing}{'' if c.form == 'note' else f' {c.form}'}" for c in phase.captures
            )
            cells = [f"  {sign}{phase.title}", minutes_and_seconds(phase.time), phase.speaks]
            lines.append(" | ".join([*cells, written] if written else cells))
    return "\n".join(lines)


def test_every_format_has_its_plan():
    assert sorted(FORMATS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_phases_and_what_is_written(name):
    assert told(plan(name)) == FORMATS[name].table.strip("\n")


@pytest.mark.parametrize("name", NAMES)
def test_total_people_and_roles(name):
    found, wanted = plan(name), FORMATS[name]
    assert minutes_and_seconds(found.total) == wanted.total == minutes_and_seconds(found.seconds())
    assert found.total == int(name.rpartition("-")[2]) * 60
    people = found.people
    assert f"{people.least} {people.usual} {people.most}" == wanted.people
    assert found.timekeeper == wanted.timekeeper
    said = (f"{r.id}{'?' if r.optional else ''}{'outside' if r.outside else ''}" for r in found.roles)
    assert " ".join(said) == wanted.roles


@pytest.mark.parametrize("name", NAMES)
def test_it_compiles_for_every_size_of_group(name):
    found = plan(name)
    for people in range(found.people.least, found.people.most + 1):
        steps = course(name, people).steps
        assert sum(step.seconds for step in steps) == found.seconds(people)
        assert len({step.key for step in steps}) == len(steps)
    assert sum(step.seconds for step in course(name, found.people.usual).steps) == found.total


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_what_its_name_says_however_many_come(name):
    """Apart from deliberate practice, where everyone leads, and from trios where a group of four makes a turn more."""
    found = plan(name)
    each = name in ("deliberate-practice-90", "topic-led-90")
    trios = name in ("trios-30", "lunchtime-learning-45")
    sizes = range(found.people.least, found.people.most + 1, 3 if trios else 1)
    assert each or {found.seconds(n) for n in sizes} == {found.total}


def test_the_branch_of_the_leader_led_plan_is_the_topic_led_plan():
    route, whole = plan("deliberate-practice-90").routes["topic-led"], plan("topic-led-90")
    assert route.segments[0].seconds == whole.segments[1].seconds
    times = [[(p.id, p.time, p.floor, p.trim, p.speaks, p.stems, p.captures) for p in s.phases] for s in route.segments]
    own = [[(p.id, p.time, p.floor, p.trim, p.speaks, p.stems, p.captures) for p in s.phases] for s in whole.segments]
    assert times == own[1:]


def test_each_trio_has_a_turn_and_all_share_one_clock():
    steps = course("trios-30", 15).steps
    assert [len(step.turn.leaders) for step in steps] == [5] * 12
    assert {p for step in steps for p in step.turn.leaders} == {f"P{n}" for n in range(1, 16)}


def test_the_case_never_comes_before_the_gate():
    """P4: nothing about a family is told or written before the five points are ticked."""
    first = {
        "group-supervision-60": "outline",
        "seminar-afternoon-120": "marketplace",
        "trios-30": "share",
        "locality-seminar-90": "good-practice",
        "mapping-15": "outline",
    }
    points = ("name", "birth", "addresses", "school", "rare detail")
    for name, phase_id in first.items():
        phases = list(plan(name).phases())
        gate = next(phase for phase in phases if phase.gate)
        assert gate.id == phase_id
        before = phases[: phases.index(gate)]
        assert not [c for p in before for c in p.captures if c.id not in ("heard",)]
        assert all(point in " ".join(gate.checklist).lower() for point in points), name
    for name in ("small-group-120", "appreciative-inquiry-12"):
        said = " ".join(line for phase in plan(name).phases() for line in phase.checklist)
        assert "names" in said
        assert "rare detail" in said


@pytest.mark.parametrize("name", sorted(TALK_BUT))
def test_a_one_to_one_shows_no_digits_before_the_last_ten_minutes_and_never_rings(name):
    one = course(name, 2)
    left = plan(name).total
    told = []
    for step in one.steps:
        assert step.phase.clock == TALK_BUT[name].get(step.phase.id, "bar")
        assert (step.phase.clock != "digits") or left <= 600
        assert step.phase.quiet
        assert all(cue.rings == 0 for cue in cues_of(one, step))
        told += [left - cue.point // SECOND for cue in cues_of(one, step) if cue.label == "Last ten minutes"]
        left -= step.seconds
        assert step.timekeeper is None
    # In the other two a phase with digits begins at that moment, which says it by itself.
    assert told == ([600] if name == "one-to-one-second-60" else [])


def test_the_last_ten_minutes_of_the_second_one_to_one_are_told():
    labels = [cue.label for p in plan("one-to-one-second-60").phases() for cue in p.cues or ()]
    assert "Last ten minutes" in labels


def test_the_presenter_is_silent_while_the_team_thinks():
    one = course("small-group-120", 7)
    step = next(step for step in one.steps if step.phase.id == "reflect")
    assert speaks_in_room(one, step) == f"{PEOPLE[0]} listens."


def test_facilitator_and_timekeeper_move_on_with_the_order():
    steps = course("small-group-120", 7).steps
    keepers = list(dict.fromkeys((s.leader, s.timekeeper) for s in steps if s.leader))
    assert keepers == [("P1", "P2"), ("P2", "P3"), ("P3", "P4")]
    assert course("group-supervision-60", 7).steps[3].timekeeper == "P3"


def test_the_minute_bells_of_the_marketplace():
    one = course("seminar-afternoon-120", 10)
    step = next(step for step in one.steps if step.phase.id == "marketplace")
    assert [cue.point // SECOND for cue in cues_of(one, step)] == [60 * n for n in range(1, 11)]


@pytest.mark.parametrize("name", NAMES)
def test_floors_and_what_gives_first(name):
    for phase in plan(name).phases():
        least = phase.least_s
        assert least >= 45, phase.id
        assert phase.trim == "protected" or 0.4 <= least / phase.time <= 1, phase.id
        assert (phase.trim == "protected") == (phase.floor is None), phase.id
        assert phase.kind != "break" or phase.trim == "slack"
        assert phase.kind != "set-up" or phase.trim == "last"
        assert phase.id != "share-back" or phase.trim == "slack"


OWN_WORDS = {
    "appreciative-inquiry-12": "done next-step",
    "group-supervision-60": "take wanted",
    "mapping-15": "take",
    "one-to-one-before-60": "aspiration challenge hopes next-step",
    "one-to-one-first-60": "learning next-step organisational personal professional role",
    "one-to-one-second-60": "challenge goal idea next-step useful",
    "seminar-afternoon-120": "dilemma take",
    "small-group-120": "action request",
}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_leader_says_of_themselves_is_no_feedback(name):
    found = plan(name)
    own = {capture for capture in own_words(found) if found.captures()[capture].form == "note"}
    assert " ".join(sorted(own)) == OWN_WORDS.get(name, "")


@pytest.mark.parametrize("name", NAMES)
def test_silent_writing_is_silent(name):
    for phase in plan(name).phases():
        assert (phase.kind == "write") == (phase.speaks == "nobody") == (phase.kind == "write" and phase.quiet)


@pytest.mark.parametrize("name", NAMES)
def test_card_notes_and_outcomes(name):
    found = plan(name)
    assert found.summary
    assert 1 <= len(found.outcomes) <= 3
    assert found.card is not None
    assert 3 <= len(found.card.lines) <= 4
    assert sum(len(line.split()) for line in found.card.lines) <= 80
    said = " ".join(found.card.lines).lower()
    assert "is written" in said or "are written" in said or "we write down" in said or "have to be written" in said
    assert 2 <= len(found.coach_notes) <= 4
    for phase in found.phases():
        assert phase.coach or phase.kind == "break" or name == "deliberate-practice-90", phase.id


def words(text: str, names: list[str]) -> int:
    """Words besides names and digits."""
    for name in names:
        text = text.replace(name, "")
    return len([word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word != "and" or not names])


def test_the_room_has_few_words():
    """A3: heading, prompt, stems, who speaks, what comes next and the words of the clock."""
    for name, one, step in all_steps():
        phase = step.phase
        following = one.steps[one.steps.index(step) + 1 :]
        names = [person.name for person in one.people]
        labels = ["Time left", *(cue.label for cue in cues_of(one, step) if cue.label)]
        shown = [headline(one, step), speaks_in_room(one, step), max(labels, key=lambda label: words(label, names))]
        shown += [filled(one, step, text) for text in (phase.prompt, *phase.stems) if text]
        shown += [f"Next: {announced(one, following[0])}"] if following else []
        assert sum(words(text, names) for text in shown) <= MOST_WORDS, (name, phase.id, shown)
        assert headline(one, step)
        assert phase.prompt or phase.stems or speaks_in_room(one, step)
        assert not (phase.prompt and phase.stems), phase.id
        assert words(round_words(one, step), []) <= 1


def test_no_stand_in_is_left_over():
    for name, one, step in all_steps():
        phase = step.phase
        texts = [phase.headline or phase.title, phase.prompt or "", *phase.stems, *phase.coach]
        texts += [capture.title for capture in phase.captures]
        for text in (*(filled(one, step, text) for text in texts), *phase.checklist, phase.title, step.segment.title):
            assert not set("{}") & set(text), (name, phase.id, text)
        if not step.turn.leaders:
            assert not any("{leader}" in text for text in texts), (name, phase.id)
        if len(step.turn.leaders) > 1:
            assert "{leader}" not in (phase.headline or ""), (name, phase.id)
    for name in NAMES:
        for card in (plan(name).card, *plan(name).coach_notes):
            assert card is None or "{" not in card.title + "".join(card.lines)


@pytest.mark.parametrize("name", NAMES)
def test_lengths_that_the_screens_hold(name):
    for phase in plan(name).phases():
        assert len(phase.title) <= 30, phase.title
        assert len((phase.headline or phase.title).replace("{leader}", "")) <= 32, phase.headline
        # What comes next is this headline within a sentence.
        assert not re.search(r"^A |[.?:]$", phase.headline or phase.title)
        assert len(phase.prompt or "") <= 75, phase.prompt
        assert all(len(stem) <= 26 for stem in phase.stems), phase.stems
        assert all(len(cue.label or "") <= 24 for cue in phase.cues or ())
        assert all(len(line) <= 150 for line in (*phase.coach, *phase.checklist)), phase.coach
        assert all(len(capture.title) <= 60 for capture in phase.captures)


def texts(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [text for key, value in tree.items() if key != "$schema" for text in texts(value)]
    if isinstance(tree, list):
        return [text for value in tree for text in texts(value)]
    return [tree] if isinstance(tree, str) else []


WRONG_WORDS = {
    "no shouting": r"!",
    "the verb is practise": r"(?<!back )\b(to|will|can|could|would|should|must|may|we|you|they|who) practice\b"
    r"|\bpractic(ing|ed)\b|\bpractices (it|a|the|aloud)\b|\{leader\} practices",
    "the noun is practice": r"\b(the|a|an|good|of|in|second|this|their|our|best) practise\b|\bpractises that\b",
    "no claims": r"\b(proven|proof|guarantee\w*|evidence[- ]based|evidence (shows|suggests)|research|studies|science|"
    r"scientific\w*|effectively|best way|improves?|outperform\w*|always works)\b",
    "British spelling": r"\b(color|behavior|center|program|organiz\w*|recogniz\w*|summariz\w*|counsel(ed|ing))\b",
    "nobody is blamed": r"\b(late|latecomers?|fail(s|ed|ure)?|fault|wasted?)\b",
    "whole words": r"\b(e\.g|i\.e|etc|TM|CPD)\b",
    "our own words": r"passengers on it|70:10:20|open discussion forum",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", WRONG_WORDS)
def test_words(name, rule):
    stem = "It was effective when…"
    for text in texts(json.loads((FOLDER / f"{name}.json").read_text("utf-8"))):
        found = re.search(WRONG_WORDS[rule], text.replace(stem, ""), re.IGNORECASE if rule != "whole words" else 0)
        assert not found, (text, found)


@pytest.mark.parametrize("name", NAMES)
def test_no_names_of_people(name):
    """Within a sentence nothing has a capital letter, apart from what begins a quoted stem or a heading."""
    for text in texts(json.loads((FOLDER / f"{name}.json").read_text("utf-8"))):
        for word in re.findall(r"(?<=[a-z,;] )[A-Z][\w’']*", text):
            assert word in ("Next", "I"), (text, word)


@pytest.mark.parametrize("name", NAMES)
def test_written_again_it_is_the_same_plan(name):
    assert read_plan(write_plan(plan(name))) == plan(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_tidy(name):
    text = (FOLDER / f"{name}.json").read_text("utf-8")
    raw = json.loads(text)
    assert raw["$schema"] == "plan.schema.json"
    assert text.endswith("}\n")
    assert "\t" not in text
    assert max(map(len, text.splitlines())) <= 200
