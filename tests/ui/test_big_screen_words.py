"""What the room reads, in every state, without a pixel."""

import re
from operator import attrgetter
from pathlib import Path

import pytest
from room_states import FIVE, ODD, SHEET, STATES, TEN, TWENTY, Room, changed, plan_with, room, topics
from sample_session import played

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.big_screen.asked import clipped
from dp_facilitator.ui.big_screen.demo import LASTS_S, demo_cues, demo_face
from dp_facilitator.ui.big_screen.names import CLOSE, OPEN
from dp_facilitator.ui.big_screen.words import MOST_WORDS, Faced, faced


def seen(at: Room, **how: bool) -> Faced:
    return faced(at.session, at.reading, **how)


def texts(face: Faced) -> list[str]:
    """Everything that may be painted, the longest form of each."""
    label = [face.clock.label] if face.clock and face.clock.sight != "nothing" else []
    return [face.title, face.counter, *label, *(line.said for line in face.lines), *face.upcoming[:1]]


def words(face: Faced, names: tuple[str, ...]) -> list[str]:
    """The words besides digits and names."""
    text = " ".join(texts(face))
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return [word for word in text.split() if re.search(r"[^\W\d]", word)]


@pytest.mark.parametrize("state", STATES)
def test_the_screen_never_holds_more_than_25_words(state: str) -> None:
    at = STATES[state]()
    names = tuple(person.name for person in at.session.course.people)
    for nudged in (False, True):
        assert len(words(seen(at, nudged=nudged), names)) <= MOST_WORDS


def test_nor_in_any_phase_of_the_shipped_plan_on_either_route() -> None:
    for at in (room(), topics()):
        if at.session.status == "ready":
            at.verb("start")
        while at.session.course.upcoming:
            for late in (0, 30, 400, 2000):
                at.second += late
                face = seen(at)
                assert len(words(face, tuple(at.session.course.name(p) for p in at.session.course.order))) <= 25
                assert len([line for line in face.lines if line.voice == "stem"]) <= 2
            at.verb("next")


def test_practise() -> None:
    face = seen(STATES["practise"]())
    assert (face.title, face.counter) == ("Ana practises", "1 of 5")
    assert [line.said for line in face.lines] == ["Only Ana speaks."]
    assert [(chip.letter, chip.name, chip.leads) for chip in face.chips][:2] == [
        ("A", "Ana", True),
        ("B", "Ben", False),
    ]
    assert face.clock is not None
    assert (face.clock.text, face.clock.shape, face.clock.label, face.clock.mark) == (
        "3:20",
        "0:00",
        "Time left",
        "disc",
    )
    assert face.clock.notch == pytest.approx(0.25)
    assert face.clock.left == pytest.approx(200 / 240)


def test_each_state_has_its_word_its_tone_and_its_shape() -> None:
    clocks = [seen(STATES[name]()).clock for name in ("practise", "practise, one minute", "practise, over")]
    told = [(clock.tone, clock.label, clock.mark) for clock in clocks if clock]
    assert told == [
        ("calm", "Time left", "disc"),
        ("warning", "One minute", "triangle"),
        ("over", "Over", "square"),
    ]


def test_over_fills_the_bar_and_keeps_the_title() -> None:
    face = seen(STATES["practise, over"]())
    assert face.title == "Ana practises"
    assert face.clock is not None
    assert (face.clock.left, face.clock.notch, face.clock.text) == (1.0, None, "0:10")


def test_feedback_shows_the_stems_and_what_comes_next() -> None:
    face = seen(STATES["feedback"]())
    assert [line.said for line in face.lines] == ["It was effective when…", "Next time you could…"]
    assert face.upcoming == (
        "Next: Ana practises again, 4:00",
        "Next: Ana again, 4:00",
        "Next: Ana practises again",
    )
    assert face.chips == ()


def test_a_pause_is_calm_and_blames_nobody() -> None:
    face = seen(STATES["paused"]())
    assert (face.kind, face.mark, face.title, face.clock) == ("calm", "pause", "Taking a moment", None)
    assert [line.said for line in face.lines] == ["We carry on with Ana, 3:24 left"]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (lambda: room().to("practise", after=300).verb("pause"), "We carry on with Ana"),
        (lambda: STATES["hidden digits"]().verb("pause"), "We carry on with Ana"),
        (lambda: room().to("warm-up", after=36).verb("pause"), "We carry on with 6:24 left"),
        (lambda: room().to("warm-up", after=800).verb("pause"), "We carry on in a moment"),
    ],
)
def test_a_pause_says_no_time_that_is_over_or_hidden(at, told: str) -> None:
    assert [line.said for line in seen(at()).lines] == [told]


def test_before_the_start_there_is_no_countdown() -> None:
    face = seen(room())
    assert (face.kind, face.clock, face.title) == ("calm", None, "Deliberate practice, led by leaders")
    assert [line.said for line in face.lines] == ["Starts soon", "Ana leads first."]
    assert [chip.name for chip in face.chips] == ["Ana", "Ben", "Cai", "Dee", "Eli"]
    assert seen(STATES["ready, with a time"]()).lines[0].said == "Starts at 10:10"
    late = room(starts=TEN - 60 * SECOND)
    assert seen(late).lines[0].said == "Starts soon"


def test_a_break_says_when_it_ends() -> None:
    face = seen(STATES["break"]())
    assert face.lines[0].said == "Back at 10:15"


def test_who_goes_later_is_not_told() -> None:
    at = room().to("practise", "P1", 10).verb("passes", "P2")
    assert [chip.letter for chip in seen(at).chips] == ["A", "B", "C", "D", "E"]


def test_the_one_change_needs_the_leaders_yes() -> None:
    assert seen(changed(True).to("again")).lines[0].said == "One change: pause after asking"
    assert seen(changed(False).to("again")).lines[0].said == "Only Ana speaks."
    assert "pause after" not in " ".join(texts(seen(changed(True).to("practise", "P2"))))


def test_set_up_shows_area_and_criteria_and_not_the_audience() -> None:
    at = room(sheets=(("P1", SHEET),)).to("set-up", after=5)
    told = [line.said for line in seen(at).lines]
    assert told == [
        "Saying no to a senior colleague",
        "– I say no early",
        "– I pause",
        "– I offer what I can",
    ]
    assert [line.said for line in seen(at.to("set-up", "P2")).lines] == [
        "What, to whom, and what should we listen for?"
    ]


def test_long_criteria_share_the_words_there_are() -> None:
    assert clipped(["a b c d", "e", "f g h i"], 7) == ["a b c…", "e", "f g h…"]
    long = Sheet("word " * 30, criteria=("one " * 20, "two " * 20, "three " * 20))
    face = seen(room(sheets=(("P1", long),)).to("set-up"))
    assert len(words(face, ("Ana",))) == MOST_WORDS


@pytest.mark.parametrize("clock", ["bar", "nothing"])
def test_a_phase_says_what_is_seen_of_its_time(clock: str) -> None:
    face = seen(room(plan=plan_with(clock=clock)).to("warm-up"))
    assert face.clock is not None
    assert face.clock.sight == clock


def test_hidden_digits_leave_the_bar() -> None:
    at = STATES["hidden digits"]()
    assert seen(at).clock.sight == "bar"
    assert seen(at.to("practise", "P2")).clock.sight == "digits"


def test_only_minutes_above_an_hour_and_one_shape_a_phase() -> None:
    at = STATES["hour"]()
    assert (seen(at).clock.text, seen(at).clock.shape) == ("69 min", "00:00")
    at.second += 1000
    assert (seen(at).clock.text, seen(at).clock.shape) == ("51:40", "00:00")


def test_names_from_right_to_left_are_isolated_and_others_left_alone() -> None:
    assert seen(STATES["right to left"]()).title == f"{OPEN}{ODD[2]}{CLOSE} practises again"
    assert seen(STATES["odd names"]()).title == f"{ODD[0]} practises"


def test_the_nudge_keeps_the_clock() -> None:
    face = seen(STATES["practise"](), nudged=True)
    assert face.lines[0].said == "This is practical space."
    assert face.clock is not None
    assert face.chips == ()


def test_blank_is_blank_in_every_state() -> None:
    assert all(seen(make(), blanked=True) == Faced("blank") for make in STATES.values())


def test_nothing_that_was_written_down_is_ever_shown() -> None:
    """P3: notes, answers, aims, audiences and what only the coach reads."""
    play = played()
    plan = play.session.plan
    secret = {note.text.split("\n")[0] for note in play.session.record.notes}
    secret |= {sheet.aim for _, sheet in play.session.record.sheets}
    secret |= {sheet.audience for _, sheet in play.session.record.sheets}
    secret |= {text for phase in plan.phases() for text in (*phase.coach, *phase.checklist)}
    secret |= {line for card in (*plan.coach_notes, *([plan.card] if plan.card else [])) for line in card.lines}
    secret |= {plan.summary or "", *plan.outcomes} - {""}
    at = Room(play.session, play.seconds)
    while True:
        for second in (0, 30, 300, 900):
            at.second += second
            for nudged in (False, True):
                shown = " ".join(texts(seen(at, nudged=nudged)))
                assert not [text for text in secret if text in shown]
        if at.session.past is None:
            break
        at.verb("undo")


def test_the_demonstration_shows_all_three_states_and_says_when_to_ring() -> None:
    tones = [demo_face(second).clock.tone for second in range(LASTS_S)]
    assert (tones.count("calm"), tones.count("warning"), tones.count("over")) == (10, 6, 4)
    assert demo_cues(9.5, 10.2) == ("warning",)
    assert demo_cues(10.2, 14.9) == ()
    assert demo_cues(0, LASTS_S) == ("warning", "end")
    assert len(words(demo_face(0), ())) <= MOST_WORDS


@pytest.mark.parametrize("file", sorted(shipped_plans_dir().glob("*[0-9].json")), ids=attrgetter("stem"))
def test_nor_in_any_phase_of_any_plan_that_ships(file: Path) -> None:
    plan = file.read_bytes()
    people = max(2, read_plan(plan).people.least)
    at = room(*FIVE[:people] if people <= len(FIVE) else TWENTY[:people], plan=plan)
    for step in at.session.course.steps:
        for line in at.session.open_lines(step):
            at.verb("tick", line, step=step.gate_key)
    at.verb("start")
    names = tuple(person.name for person in at.session.course.people)
    while at.session.course.upcoming:
        for late in (0, 30, 400, 2000):
            at.second += late
            assert len(words(seen(at), names)) <= MOST_WORDS, at.session.course.step.key
        at.verb("next")
