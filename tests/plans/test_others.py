"""Timed programmes of others as plans: what they need, the format can say, and the cues come when they should."""

from pathlib import Path

import pytest

from dp_facilitator.model import facts as f
from dp_facilitator.model.automatic import due
from dp_facilitator.model.casting import cast
from dp_facilitator.model.cues import cues_of
from dp_facilitator.model.durations import SECOND, read_clocked
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.reading import reading
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.roster import roster
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.session import Facts, Session
from dp_facilitator.model.timetable import open_session

OTHERS = Path(__file__).with_name("others")
NAMES = sorted(path.stem for path in OTHERS.glob("*.json"))


def at(time: str) -> Moment:
    """The moment so long after the start: "7:15"."""
    seconds = read_clocked(time)
    assert seconds is not None
    return Moment(seconds * SECOND, seconds * SECOND)


def opened(name: str, people: int | None = None) -> Session:
    text = (OTHERS / f"{name}.json").read_bytes()
    count = people or read_plan(text).people.usual
    return open_session("s", at("0:00"), text, roster([f"Person {n}" for n in range(1, count + 1)]))[0]


def step_of(session: Session, phase: str) -> Step:
    return next(step for step in session.course.steps if step.phase.id == phase)


def bells(session: Session, phase: str) -> list[str]:
    """The cues of a phase: "1:00 x1 Points", with how often they ring; "|" where the clock stops."""
    told = []
    for cue in cues_of(session.course, step_of(session, phase)):
        minutes, seconds = divmod(cue.point // SECOND, 60)
        words = (f"{minutes}:{seconds:02}", f"x{cue.rings}", cue.label or "", "|" if cue.pause else "")
        told.append(" ".join(word for word in words if word))
    return told


def begun(name: str, people: int | None = None) -> Session:
    session = opened(name, people)
    return apply_all(session, session.start(at("0:00")))


def played(session: Session, until: str, seen: str = "0:00") -> tuple[Session, Facts]:
    """What the plan does by itself up to a moment, as one late look at the clock finds it."""
    done: Facts = ()
    looked = at(seen).ns
    while fact := due(session, at(until), looked):
        session, done, looked = apply_all(session, (fact,)), (*done, fact), 0
    return session, done


@pytest.mark.parametrize("name", NAMES)
def test_it_compiles_for_every_size_of_group(name):
    plan = opened(name).plan
    for people in range(plan.people.least, plan.people.most + 1):
        steps = opened(name, people).course.steps
        assert sum(step.seconds for step in steps) == plan.seconds(people)
    assert plan.seconds() == plan.total
    for step in opened(name).course.steps:
        points = [cue.point for cue in cues_of(opened(name).course, step)]
        assert points == sorted(points)


def test_british_parliamentary():
    session = opened("british-parliamentary")
    assert len(session.course.steps) == 8
    wanted = ["0:00 x0 Protected", "1:00 x1 Points of information", "6:00 x1 Protected", "7:00 x2 Time", "7:15 x3 Stop"]
    assert bells(session, "speech") == wanted


def test_the_label_of_a_speech_says_what_is_allowed():
    session = begun("british-parliamentary")
    seen = ("0:30", "1:00", "5:59", "6:00", "7:00")
    labels = [reading(session.course, at(time)).label for time in seen]
    assert labels == ["Protected", "Points of information", "Points of information", "Protected", "Time"]
    assert reading(session.course, at("6:30")).tone == "warning"
    assert reading(session.course, at("7:15")).over


def test_world_schools():
    session = opened("world-schools")
    titles = [step.phase.title for step in session.course.steps]
    assert titles == [*["Speech"] * 6, "Opposition reply", "Proposition reply"]
    wanted = ["0:00 x0 Protected", "1:00 x1 Points of information", "7:00 x1 Protected", "8:00 x2", "8:20 x3"]
    assert bells(session, "speech") == wanted
    for reply in titles[6:]:
        assert bells(session, reply.lower().replace(" ", "-")) == ["3:00 x1", "4:00 x2", "4:20 x3"]


def test_table_topics_change_colour_in_silence():
    session = begun("table-topics")
    assert bells(session, "answer") == ["1:00 x0 Green", "1:30 x0 Amber", "2:00 x0 Red", "2:30 x0"]
    told = [reading(session.course, at(time)) for time in ("0:59", "1:00", "1:30", "2:29")]
    assert [one.label for one in told] == ["Time left", "Green", "Amber", "Red"]
    assert [one.tone for one in told] == ["calm", "calm", "warning", "warning"]


def test_microteaching_rotates_presenter_timekeeper_and_note_taker():
    course = opened("microteaching").course
    teaching = [step for step in course.steps if step.phase.id == "teach"]
    roles = [{part.role: part.person for part in cast(course, step)} for step in teaching]
    assert [(r["leader"], r["timekeeper"], r["note-taker"]) for r in roles] == [
        ("P1", "P2", "P3"),
        ("P2", "P3", "P4"),
        ("P3", "P4", "P1"),
        ("P4", "P1", "P2"),
    ]
    assert [step.timekeeper for step in teaching] == ["P2", "P3", "P4", "P1"]
    assert sum(step.seconds for step in course.steps[:5]) == 36 * 60


def test_troika_runs_by_itself_on_one_clock():
    session, done = played(begun("troika-consulting"), "29:59")
    assert [fact.at.ns // SECOND for fact in done] == [90, 180, 480, 600, 690, 780, 1080, 1200, 1290, 1380, 1680]
    assert len(session.course.step.turn.leaders) == 4
    session, done = played(session, "30:00")
    assert session.status == "finished"
    assert bells(session, "appreciate") == ["1:30 x0 Chairs for the next", "2:00 x2"]


def test_preparation_stops_hard_and_ends_hard():
    session = begun("controlled-preparation")
    wanted = ["10:00 x0 Second paper |", "10:00 x1", "15:00 x0 Five minutes", "20:00 x2", "24:00 x1"]
    assert bells(session, "prepare") == wanted
    session, done = played(session, "14:00")
    # Two minutes of reading end by themselves; ten minutes into the preparation the clock stops.
    assert [(type(fact), fact.at.ns // SECOND) for fact in done] == [(f.Moved, 120), (f.Paused, 720)]
    assert reading(session.course, at("14:00")).text == "10:00"
    session = apply_all(session, session.resume(at("14:00")))
    session, done = played(session, "28:59", "10:00")
    assert done == ()
    assert reading(session.course, at("28:59")).over
    session, done = played(session, "29:00", "10:00")
    assert [(fact.at.ns // SECOND, session.course.step.phase.id) for fact in done] == [(29 * 60, "talk")]
    session, done = played(session, "35:00")
    assert [(fact.at.ns // SECOND, session.course.step.leader) for fact in done] == [(35 * 60, "P2")]


def test_pecha_kucha_goes_on_every_twenty_seconds():
    session = begun("pecha-kucha")
    session = apply_all(session, session.next(at("0:50")))
    session, done = played(session, "7:29")
    assert [fact.at.ns // SECOND for fact in done] == [50 + 20 * n for n in range(1, 20)]
    assert session.course.step.phase.title == "Slide 20 of 20"
    session, done = played(session, "9:00")
    # The next speaker waits until somebody says so.
    assert [fact.at.ns // SECOND for fact in done] == [450]
    assert (session.course.step.phase.id, session.course.step.leader) == ("set-up", "P2")
    assert bells(session, "slide-1") == ["0:20 x0"]
