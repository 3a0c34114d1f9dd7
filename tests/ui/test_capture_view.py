"""Who may be chosen as the giver of a note, by what the plan says of it."""

from sample_session import PLAN

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.notes import COACH
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.roster import roster
from dp_facilitator.model.timetable import open_session
from dp_facilitator.ui.desk.capture_view import notes_view


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


def test_a_leaders_own_words_are_given_by_nobody_else():
    # In one-to-ones both may speak, and what is written is the supervisee's.
    assert givers("one-to-one-first-60", 2, 3) == ["P1"]
    # Beside them a theme for the programme may stand, which is nobody's.
    assert givers("one-to-one-before-60", 2, 2) == ["P1"]
