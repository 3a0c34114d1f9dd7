"""Every step of every shipped plan on the big screen: no word is cut, at 16:9 and at 4:3."""

from pathlib import Path

import pytest
from room_states import Room, room

from dp_facilitator.paths import asset, shipped_plans_dir
from dp_facilitator.store.plans import PlanFile, list_plans
from dp_facilitator.ui.big_screen.face import Face
from dp_facilitator.ui.big_screen.pieces import Words
from dp_facilitator.ui.big_screen.words import Faced, faced
from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Sizes, load_tokens

NAMES = ("Ana", "Ben", "Cai", "Dee", "Eli", "Fay", "Gil", "Hal")
PLANS = [one for one in list_plans(shipped_plans_dir(), Path("/nowhere")) if isinstance(one, PlanFile)]


@pytest.fixture
def night(fonts: tuple[str, ...]) -> Look:
    return Look(load_tokens(asset("themes", "night.json")), Sizes(), Icons(asset("icons")))


def pass_gates(at: Room) -> None:
    for step in at.session.course.steps:
        for line in at.session.open_lines(step) if step.phase.gate else ():
            at.verb("tick", line, True, step.gate_key)


def faces(plan: PlanFile) -> dict[str, Faced]:
    """What the room sees in each step of a plan, by the step's key."""
    at = room(*NAMES[: max(plan.plan.people.usual, plan.plan.people.least)], plan=plan.text)
    pass_gates(at)
    at.verb("start")
    found = {}
    while at.session.status != "finished":
        found[at.session.course.step.key] = faced(at.session, at.reading)
        at.second += 60
        pass_gates(at)
        at.verb("next" if at.session.course.upcoming else "finish")
    return found


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
@pytest.mark.parametrize("plan", PLANS, ids=[plan.name for plan in PLANS])
def test_no_word_is_cut(night: Look, plan: PlanFile, size: tuple[int, int]) -> None:
    cut = []
    for key, each in faces(plan).items():
        face = Face(night)
        face.resize(*size)
        face.show(each)
        meant = " ".join((each.title, *(line.said for line in each.lines), *each.upcoming))
        rows = [piece for piece in face.laid.pieces if isinstance(piece, Words)]
        cut += [f"{key}: {row.text}" for row in rows if row.text.endswith("…") and row.text not in meant]
        assert face.laid.digits is None or face.laid.digits.face.cap >= (0.27 if size[0] == 1024 else 0.3) * size[1]
        if each.clock and each.clock.sight == "digits":
            assert all(row.baseline - row.face.cap >= 0 and row.baseline <= size[1] for row in rows), key
    assert not cut, "\n".join(cut)
