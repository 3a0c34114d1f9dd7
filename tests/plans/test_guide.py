"""The guide to making plans says what the model says: its example can be used, its tables name every field."""

import re
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.plan import Capture, Cue, Cycle, Labels, People, Phase, Plan, Role, Segment
from dp_facilitator.model.plan_checks import SPEAKERS
from dp_facilitator.model.plan_text import read_plan

GUIDE = (Path(__file__).parents[2] / "docs" / "guide" / "plans.md").read_text("utf-8")
PARTS = {
    "Plan": (Plan,),
    "People, labels, roles": (People, Labels, Role),
    "Segment": (Segment, Cycle),
    "Phase": (Phase,),
    "Cue": (Cue,),
    "Capture": (Capture,),
}


def rows(heading: str) -> list[tuple[str, str]]:
    """Field and meaning of each row of the table under a heading."""
    part = re.search(rf"^## {heading}.*?\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    assert part, heading
    return [(row[0], row[1]) for row in re.findall(r"^\| (.*?) \| (.*) \|$", part[1], re.MULTILINE)[1:]]


def test_the_example_is_a_plan():
    text = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert text
    plan = read_plan(text[1].encode())
    assert minutes_and_seconds(plan.seconds(3)) == "20:00"


@pytest.mark.parametrize("heading", PARTS)
def test_the_tables_name_every_field_and_no_other(heading):
    told = [name for cell, _ in rows(heading) for name in re.findall(r"`([^`]+)`", cell)]
    fields = [field.alias or name for part in PARTS[heading] for name, field in part.model_fields.items()]
    assert sorted(told) == sorted(fields)


@pytest.mark.parametrize("heading", PARTS)
def test_the_choices_and_defaults_are_those_of_the_model(heading):
    meanings = {name: meaning for cell, meaning in rows(heading) for name in re.findall(r"`([^`]+)`", cell)}
    for part in PARTS[heading]:
        for name, field in part.model_fields.items():
            kinds = [field.annotation, *get_args(field.annotation)]
            choices = [c for kind in kinds if get_origin(kind) is Literal for c in get_args(kind)]
            meaning = meanings[field.alias or name]
            for choice in choices:
                assert f"`{str(choice).lower() if choice is True else choice}`" in meaning, (name, choice)
            if isinstance(field.default, str) and choices:
                assert meaning.endswith(f"(`{field.default}`)"), name
            if isinstance(field.default, bool):
                assert meaning.endswith("(no)") is not field.default, name


def test_who_may_speak_is_told():
    meaning = dict(rows("Phase"))["`speaks`"]
    assert all(f"`{speaker}`" in meaning for speaker in SPEAKERS)
