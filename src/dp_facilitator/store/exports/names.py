"""How a hand-out's file is named: by session and letter, never by a person."""

from dp_facilitator.model.roster import letter
from dp_facilitator.model.session import Session


def file_name(session: Session, person: str, ending: str = "html") -> str:
    """The file name of a leader's hand-out, "2026-11-22-1000-k3f9-leader-A.html".

    The letter is the person's place among all who ever took part, so it stays when the order changes.
    Raises KeyError for someone who was not in the session.
    """
    people = [one.id for one in session.course.people]
    if person not in people:
        raise KeyError(person)
    return f"{session.id}-leader-{letter(people.index(person))}.{ending}"
