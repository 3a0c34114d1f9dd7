"""Who may be chosen as the giver of a note, by what the plan says of it."""

import json

import pytest
from sample_session import PLAN

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.notes import COACH
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.roster import roster
from dp_facilitator.model.timetable import open_session
from dp_facilitator.ui.desk.capture_view import box_stem, notes_view


def givers(plan: str, people: int, steps: int) -> list[str]:
    """Ids of those who may give a note, so many steps into a session."""
    text = (PLAN.parent / f"{plan}.json").read_bytes()
    session, _ = open_session("s", Moment(0, 0), text, roster([f"Person {n}" for n in range(people)]))
    session = apply_all(session, session.start(Moment(0, 0)))
    for _ in range(steps):
        session = apply_all(session, session.next(Moment(0, 0)))
    return [person.id for person in notes_view(session, None).people]


def test_others_and_the_coach_give_feedback():
    assert givers("deliberate-practice-90", 3, 3) == ["P2", "P3", COACH]


@pytest.mark.parametrize("about", ["everyone", "leader", "group"])
def test_what_is_shared_without_a_name_never_asks_for_one(about):
    first = {"id": "score", "title": "Score", "form": "scale", "about": about, "sharing": "unattributed"}
    aim = {"id": "aim", "title": "My aim", "about": "everyone"}
    phase = {"id": "ask", "title": "Ask", "time": "5:00", "captures": [first, aim]}
    plan = {"format": 1, "title": "T", "people": {"usual": 2}, "total": "5:00"}
    text = json.dumps({**plan, "segments": [{"id": "a", "title": "A", "phases": [phase]}]}).encode()
    session, _ = open_session("s", Moment(0, 0), text, roster(["Ana", "Ben"]))
    view = notes_view(session, "P1")
    assert view.columns[0].to("P1", "P1") == (None, None)
    assert box_stem(view, "P1", 0) == "Score"
    assert box_stem(view, "P1", 1) == "Ana: my aim"


def test_a_leaders_own_words_are_given_by_nobody_else():
    # In one-to-ones both may speak, and what is written is the supervisee's.
    assert givers("one-to-one-first-60", 2, 3) == ["P1"]
    # Beside them a theme for the programme may stand, which is nobody's.
    assert givers("one-to-one-before-60", 2, 2) == ["P1"]
