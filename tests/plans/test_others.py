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
from dp_facilitator.model.wording import filled, headline, leaders, round_words, who_speaks

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
    assert [round_words(session.course, step) for step in session.course.steps][:2] == [
        "Prime Minister",
        "Leader of the Opposition",
    ]
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
    assert session.course.step.title == "Slide 20 of 20"
    session, done = played(session, "9:00")
    # The next speaker waits until somebody says so.
    assert [fact.at.ns // SECOND for fact in done] == [450]
    assert (session.course.step.phase.id, session.course.step.leader) == ("set-up", "P2")
    assert bells(session, "slide") == ["0:20 x0"]


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_to_its_end(name):
    """Each step to its last second, then Next where the plan does not go on by itself; every word has its names."""
    session = begun(name)
    seconds = 0
    for _ in session.course.steps:
        step = session.course.step
        for text in (step.phase.headline or step.title, step.phase.prompt or "", *step.phase.stems):
            assert not set("{}") & set(filled(session.course, step, text))
        assert headline(session.course, step)
        assert who_speaks(session.course, step)
        seconds += session.course.left(step, at("0:00").at(session.course.since)) // SECOND
        now = Moment(seconds * SECOND, seconds * SECOND)
        while fact := due(session, now, 0 if session.status == "running" else seconds):
            session = apply_all(session, (fact,))
            if session.status == "paused":
                session = apply_all(session, session.resume(fact.at))
                session = apply_all(session, session.next(now))
        if session.status == "running" and session.course.step == step:
            session = apply_all(session, session.finish(now) if session.course.upcoming is None else session.next(now))
    assert session.status == "finished"


def test_a_debate_of_two_has_a_bank_of_preparation_on_each_side():
    session = begun("lincoln-douglas")
    told = [leaders(session.course, step) for step in session.course.steps]
    ana, ben = "Person 1", "Person 2"
    assert told == [ana, ben, ben, ben, ana, ana, ana, ben, ben, ana, ana]
    assert {step.timekeeper for step in session.course.steps} == {"P3"}
    session = go(session, "6:00", "9:00")
    assert (session.course.step.phase.id, left(session, "9:00")) == ("n-1", "4:00")
    # One minute of the four is used: the next piece has three, and the session ends as much earlier as is saved.
    session = go(session, "10:00")
    session = go(session, "17:00", "20:00", "22:00", "26:00")
    assert (session.course.step.phase.id, left(session, "26:00")) == ("n-2", "3:00")
    assert reading(session.course, at("28:00")).label == "A minute left"
    # It ends by itself when the whole bank is used, not with what the plan gave this piece.
    session, done = played(session, "29:00")
    assert [(fact.at.ns // SECOND, session.course.step.phase.id) for fact in done] == [(29 * 60, "nr")]


def test_an_answer_has_the_time_that_was_kept_for_it():
    session = go(begun("moot-court"), "16:00", "31:00", "51:00", "66:00")
    assert (headline(session.course, session.course.step), left(session, "66:00")) == ("Person 1 answers", "4:00")
    session, done = played(session, "70:00")
    assert [fact.at.ns // SECOND for fact in done] == [70 * 60]
    assert who_speaks(session.course, session.course.step) == "Only Person 6 speaks."


def test_in_threes_each_group_has_its_coach_and_observer():
    course = opened("coaching-triads", 7).course
    steps = [step for step in course.steps if step.number == 1]
    told = [leaders(course, step) for step in steps]
    assert told == [f"Person {one} and Person {one + 1}" for one in (3, 1, 1, 3)]
    assert who_speaks(course, steps[2]) == "Only Person 5 and Person 6 speak."
    # The fourth of the larger group comes last, with a number: the plan has names for three turns.
    assert list(dict.fromkeys(round_words(course, step) for step in course.steps if step.number)) == [
        "First turn",
        "Second turn",
        "Third turn",
        "4 of 4",
    ]


def test_stations_go_round_by_themselves():
    session = opened("osce")
    words = [round_words(session.course, step) for step in session.course.steps]
    assert words[:5] == ["", "1 of 10", "1 of 10", "1 of 10", "2 of 10"]
    assert headline(session.course, session.course.steps[4]) == "Read the task"
    assert bells(session, "task") == ["6:00 x1 One minute", "7:00 x2"]
    session = go(begun("osce"), "10:00")
    session, done = played(session, "94:59")
    assert [fact.at.ns // SECOND for fact in done[:4]] == [660, 1080, 1110, 1170]
    session, done = played(session, "95:00")
    assert session.status == "finished"


def test_lights_and_half_a_minute_of_grace():
    session = begun("prepared-speech")
    told = [reading(session.course, at(time)).label for time in ("4:59", "5:00", "6:00", "7:00", "7:29")]
    assert told == ["Time left", "Green", "Amber", "Red", "Red"]
    session, done = played(session, "7:30")
    assert [fact.at.ns // SECOND for fact in done] == [450]


def test_talk_and_questions_come_three_times_in_a_round():
    course = opened("talks", 2).course
    assert [step.title for step in course.steps[:8]] == [
        "Set-up",
        *(f"{what} {n} of 3" for n in (1, 2, 3) for what in ("Talk", "Questions")),
        "Thanks",
    ]
    assert len({step.key for step in course.steps}) == len(course.steps) == 16


def go(session: Session, *times: str) -> Session:
    """Next at each of these moments."""
    for time in times:
        session = apply_all(session, session.next(at(time)))
    return session


def left(session: Session, time: str) -> str:
    return reading(session.course, at(time)).text
