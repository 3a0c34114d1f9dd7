"""Names and rules as the words that people read."""

from typing import Any

import pytest
from stage import SHIPPED, Stage, phase, plan, segment

from dp_facilitator.model.wording import (
    announced,
    behind_words,
    filled,
    headline,
    keeper,
    keeper_words,
    next_keeper,
    next_leader,
    next_words,
    round_words,
    speaks_in_room,
    spoken_time,
    who_speaks,
)

TEXT = SHIPPED.read_bytes()


def led(people: int = 3, steps: int = 1, text: bytes = TEXT) -> Stage:
    stage = Stage(text, people)
    stage.do("start")
    for _ in range(steps):
        stage.do("next")
    return stage


def here(stage: Stage) -> tuple[Any, Any]:
    return stage.session.course, stage.session.course.step


def test_prompts_have_names_in_them() -> None:
    course, step = here(led())
    assert filled(course, step, "{leader}, {timekeeper}, {next}") == "Ana, Cai, Ben"
    course, step = here(led(steps=0))
    assert filled(course, step, "{leader}, {timekeeper}, {next}") == "Leader, the coach, Ana"
    course, step = here(led(steps=9))
    assert filled(course, step, "{next}") == "the debrief"
    assert headline(*here(led(steps=2))) == "Ana practises"
    assert headline(*here(led(text=plan(segment("a", phase("talk"), phase("b")))))) == "B"


def test_what_the_next_action_will_do() -> None:
    stage = Stage(TEXT, 3)
    assert next_words(stage.session.course) == "Start: welcome, 7:00"
    stage.do("start")
    assert next_words(stage.session.course) == "Next: Ana sets up, 1:00"
    for _ in range(2):
        stage.do("next")
    assert next_words(stage.session.course) == "Next: feedback for Ana, 6:00"
    for _ in range(11):
        stage.do("next")
    assert next_words(stage.session.course) == "Finish the session"
    stage.do("finish")
    assert next_words(stage.session.course) == "This session has ended"


def test_a_title_in_capitals_stays_so_within_a_sentence() -> None:
    stage = led(steps=0, text=plan(segment("a", phase("a", title="EDI check") | {"title": "EDI check"})))
    assert announced(*here(stage)) == "EDI check, 4:00"


def test_who_comes_next_and_who_keeps_the_time_next() -> None:
    stage = led()
    assert (next_leader(*here(stage)), keeper(*here(stage))) == ("Ben", "Cai")
    assert next_keeper(stage.session.course) == "Ana"
    stage = led(steps=9)
    assert (next_leader(*here(stage)), next_keeper(stage.session.course)) == (None, None)
    odd = stage.session.course.steps[0]
    assert next_leader(led(2, 1).session.course, odd) is not None


def test_who_keeps_the_time_is_said_also_where_nobody_of_the_group_does() -> None:
    assert keeper_words(led().session.course) == "Cai keeps the time"
    assert keeper_words(led(steps=0).session.course) == "The coach keeps the time"
    nobody = plan(segment("a", phase()), timekeeper="nobody")
    assert keeper_words(led(2, 0, nobody).session.course) == "Nobody needs to watch the clock"


def speech(speaks: str, people: int, **more: Any) -> str:
    text = plan(segment("r", phase("r", speaks=speaks), repeat="each"), people=2, **more)
    return who_speaks(*here(led(people, 0, text)))


SPEECH = [
    ("leader", 3, "Only Ana speaks."),
    ("others", 2, "Ben speaks. Ana listens."),
    ("others", 3, "Ben and Cai speak. Ana listens."),
    ("others", 7, "Everyone else speaks. Ana listens."),
    ("others", 1, "Coach speaks. Ana listens."),
    ("others-then-coach", 3, "Ben and Cai speak, the coach last. Ana listens."),
    ("everyone", 3, "Everyone may speak."),
    ("coach", 3, "Coach speaks."),
    ("nobody", 3, "Nobody speaks."),
]


@pytest.mark.parametrize(("speaks", "people", "words"), SPEECH)
def test_who_may_speak(speaks: str, people: int, words: str) -> None:
    if people == 1:
        stage = led(2, 0, plan(segment("r", phase("r", speaks=speaks), repeat="each")))
        stage.do("bench", "P2")
        assert who_speaks(*here(stage)) == words
    else:
        assert speech(speaks, people) == words


def test_a_role_may_speak_alone() -> None:
    roles = [{"id": "leader", "title": "L"}, {"id": "critic", "title": "Critic"}]
    outside = [{"id": "leader", "title": "L"}, {"id": "mentor", "title": "Mentor", "outside": True}]
    assert speech("critic", 3, roles=roles) == "Only Ben speaks."
    assert speech("mentor", 3, roles=outside) == "Only mentor speaks."


def test_the_room_reads_the_short_form() -> None:
    assert speaks_in_room(*here(led(3, 3))) == "Ana listens."
    assert speaks_in_room(*here(led(3, 2))) == "Only Ana speaks."
    groups = segment("g", phase("g", speaks="others"), phase("h", speaks="leader"), repeat="groups", group_size=2)
    stage = led(4, 0, plan(groups))
    assert speaks_in_room(*here(stage)) == "The others speak."
    assert who_speaks(*here(stage)) == "Cai and Dee speak. Ana and Ben listen."
    stage.do("next")
    assert speaks_in_room(*here(stage)) == "Only Ana and Ben speak."


def test_small_words() -> None:
    assert round_words(*here(led(3, 5))) == "2 of 3"
    assert round_words(*here(led(3, 0))) == ""
    assert [behind_words(s) for s in (0, 14, -14, 15, 130, -60)] == [
        "on time", "on time", "on time", "0:15 behind", "2:10 behind", "1:00 ahead"
    ]  # fmt: skip
    # Beside a clock "13:18 ahead" reads as a time of day.
    assert [behind_words(s) for s in (599, -599, 600, -798, 3660)] == [
        "9:59 behind", "9:59 ahead", "10 min behind", "13 min ahead", "61 min behind"
    ]  # fmt: skip
    assert [spoken_time(s) for s in (0, 1, 60, 200, 62)] == [
        "0 seconds", "1 second", "1 minute", "3 minutes 20 seconds", "1 minute 2 seconds"
    ]  # fmt: skip
