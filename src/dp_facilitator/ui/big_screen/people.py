"""Who is in the room, as letters and names."""

from dataclasses import dataclass

from dp_facilitator.model.course import Course
from dp_facilitator.model.roster import letter
from dp_facilitator.model.runsheet import Step


@dataclass(frozen=True, slots=True)
class Chip:
    """One person: their letter, which stays for the whole session, their name, and whether they lead now."""

    letter: str
    name: str
    leads: bool = False


def chips_of(course: Course, step: Step | None) -> tuple[Chip, ...]:
    """Everyone who is here: before the start as they will lead, from then on in the order of their letters.

    So nobody's place changes when somebody goes later, and the room is not told that they do.
    """
    letters = {person.id: letter(at) for at, person in enumerate(course.people)}
    leading = step.leaders if step else ()
    order = course.order if course.status == "ready" else tuple(letters)
    here = [person for person in order if person in course.present or person in leading]
    return tuple(Chip(letters[person], course.name(person), person in leading) for person in here)


def first_leader(course: Course) -> Step | None:
    """The first step from here on that somebody leads."""
    return next((step for step in course.steps[course.cursor :] if step.leaders), None)
