"""Names among other words: one that is written from right to left leaves the sentence around it alone."""

import unicodedata
from dataclasses import replace
from typing import Final

from dp_facilitator.model.course import Course

OPEN: Final = "\u2068"
CLOSE: Final = "\u2069"
_TURNING: Final = {"R", "AL", "AN"}


def isolated(name: str) -> str:
    """The name between isolating marks, if anything in it runs from right to left."""
    turns = not name.isascii() and any(unicodedata.bidirectional(c) in _TURNING for c in name)
    return f"{OPEN}{name}{CLOSE}" if turns else name


def bare(name: str) -> str:
    """The name without the marks."""
    return name.removeprefix(OPEN).removesuffix(CLOSE)


def in_room(course: Course) -> Course:
    """The same course with every name safe to stand in a sentence."""
    if all(person.name.isascii() for person in course.people):
        return course
    people = tuple(replace(person, name=isolated(person.name)) for person in course.people)
    return replace(course, people=people)
