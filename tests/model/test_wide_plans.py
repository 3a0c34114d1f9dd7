"""Plans made by chance of everything that a plan can say, played with verbs by chance: nothing is lost or doubled."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from stage import Stage

from dp_facilitator.model.casting import cast
from dp_facilitator.model.course import Course
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.replay import replay
from dp_facilitator.model.wording import headline, next_words, round_words, who_speaks

ROLES = ("leader", "second", "third", "timekeeper")


def some_phase(dice: random.Random, number: int, roles: tuple[str, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": f"p{number}", "title": f"P{number}", "time": f"0:{dice.randint(10, 59)}"}
    maybe: list[tuple[float, str, Callable[[], object]]] = [
        (0.4, "leads", lambda: dice.choice(roles)),
        (0.5, "speaks", lambda: dice.choice(("leader", "others", "everyone", *roles))),
        (0.3, "bank", lambda: "ours"),
        (0.3, "advance", lambda: "automatic"),
        (0.5, "floor", lambda: "0:05"),
        (0.2, "cues", lambda: [{"after": "0:00", "pause": True}]),
    ]
    return made | {field: value() for chance, field, value in maybe if dice.random() < chance}


def some_segment(dice: random.Random, number: int, roles: tuple[str, ...]) -> dict[str, Any]:
    phases = [some_phase(dice, n, roles) for n in range(dice.randint(2, 4))]
    if sum("bank" in phase for phase in phases) == 1:
        phases[0]["bank"] = phases[1]["bank"] = "ours"
    # A bank is shared within one segment.
    phases = [phase | ({"bank": f"b{number}"} if "bank" in phase else {}) for phase in phases]
    repeat = dice.choice(("once", "each", "groups"))
    made: dict[str, Any] = {"id": f"s{number}", "title": f"S{number}", "repeat": repeat, "phases": phases}
    if repeat == "groups":
        made["group_size"] = dice.randint(2, 4)
    if repeat != "once":
        made |= {"rounds": dice.randint(1, 3), "round_titles": ["One", "Two"]} if dice.random() < 0.5 else {}
    first = dice.randrange(len(phases))
    last = dice.randrange(first, len(phases))
    made["cycles"] = [{"first": f"p{first}", "last": f"p{last}", "times": dice.randint(2, 4)}]
    return made


def some_plan(dice: random.Random, people: int) -> bytes:
    roles = ROLES[: dice.randint(1, 4)]
    rules = ["previous", "coach", "nobody", *(["role"] if "timekeeper" in roles else [])]
    tree = {
        "format": 1,
        "title": "By chance",
        "people": {"usual": people, "least": 1, "most": 12},
        "total": "0:01",
        "roles": [{"id": role, "title": role} for role in roles],
        "timekeeper": dice.choice(rules),
        "segments": [some_segment(dice, n, roles) for n in range(dice.randint(1, 3))],
    }
    try:
        Stage(json.dumps(tree).encode(), people)
    except Refused as refused:
        (mistake,) = refused.mistakes
        tree["total"] = mistake.reason.partition("add up to ")[2].partition(" with")[0]
    return json.dumps(tree).encode()


def some_verb(dice: random.Random, stage: Stage) -> None:
    ids = [person.id for person in stage.session.course.people]
    one, other = dice.choice(ids), dice.choice(ids)
    verbs: list[tuple[str, tuple[object, ...]]] = [
        *[("next", ())] * 6, ("back", ()), ("pause", ()), *[("resume", ())] * 3, ("undo", ()), ("redo", ()),
        ("restart", ()), ("extend", (60,)), ("extend", (-60,)), ("bench", (one,)), ("returns", (one,)),
        ("passes", (one,)), ("swap", (one, other)), ("move", (one, dice.randint(1, 5))), ("fit", ("equal",)),
        ("join", (f"Person {len(ids) + 1}",)),
    ]  # fmt: skip
    verb, args = dice.choice(verbs[: None if len(ids) < 12 else -1])
    stage.go(f"0:{dice.randint(0, 59):02}")
    with suppress(Refused):
        stage.do(verb, *args)


def check(course: Course) -> None:
    assert len({step.key for step in course.steps}) == len(course.steps)
    for step in course.steps:
        placed = [part.person for part in cast(course, step) if part.person]
        assert len(placed) == len(set(placed))
        assert set(course.present) <= set(placed)
        assert not set("{}") & set(headline(course, step) + who_speaks(course, step) + round_words(course, step))
    assert next_words(course)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_everyone_has_one_part_and_the_record_says_the_same(seed: int) -> None:
    dice = random.Random(seed)
    people = dice.randint(1, 6)
    stage = Stage(some_plan(dice, people), people)
    stage.do("start")
    for _ in range(40):
        some_verb(dice, stage)
        check(stage.session.course)
        told = stage.reading
        assert told.status == "finished" or told.session_ends.ns >= stage.now.ns
    assert replay(stage.facts).course == stage.session.course
