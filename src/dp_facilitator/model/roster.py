"""Who takes part, in the order in which they lead."""

import re
from dataclasses import dataclass
from typing import Final

from dp_facilitator.words import marked, ntr, tr

from .mistakes import Mistake, Refused
from .text import is_blank, same_key, tidy_line

LONGEST_NAME: Final = 60
TWICE: Final = marked("Add an initial to one of them.")
"""How to mend a name that is there already."""
MOST_PEOPLE: Final = 60
GROUPS_FROM: Final = 13
"""From so many people on, parallel groups on one clock are suggested."""


@dataclass(frozen=True, slots=True)
class Participant:
    """One person. `id` ("P1", "P2", …) stays when the name changes and is what the record uses."""

    id: str
    name: str
    hide_digits: bool = False
    """The room sees no digits while this person leads."""


def split_names(text: str) -> list[str]:
    """Names typed or pasted: one a line, or apart by commas, semicolons or tabs; bullets and numbers go."""
    parts = re.split(r"[\n\r,;\t]+", text)
    return [re.sub(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", part).strip() for part in parts if not is_blank(part)]


def check_names(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The names as they will be shown. Raises Refused with every empty, over-long or repeated one."""
    mistakes: list[Mistake] = []
    shown: list[str] = []
    seen: dict[str, int] = {}
    for number, raw in enumerate(names, 1):
        name = tidy_line(raw)
        place = tr("name {number}").format(number=number)
        if is_blank(name):
            mistakes.append(Mistake(place, tr("is empty."), tr("Type a name, or remove the line.")))
        elif len(name) > LONGEST_NAME:
            mistakes.append(
                Mistake(
                    place,
                    ntr(
                        "is longer than {longest_name} letter.", "is longer than {longest_name} letters.", LONGEST_NAME
                    ).format(longest_name=LONGEST_NAME),
                    tr("Use a shorter form."),
                )
            )
        elif (first := seen.setdefault(same_key(name), number)) != number:
            mistakes.append(
                Mistake(
                    place,
                    tr("“{name}” is there already (name {first}).").format(name=name, first=first),
                    tr(TWICE),
                )
            )
        shown.append(name)
    if len(names) > MOST_PEOPLE:
        mistakes.append(
            Mistake(
                "names",
                tr("there are {count}.").format(count=len(names)),
                ntr(
                    "At most {most_people} person fits in one session.",
                    "At most {most_people} people fit in one session.",
                    MOST_PEOPLE,
                ).format(most_people=MOST_PEOPLE),
            )
        )
    if mistakes:
        raise Refused(*mistakes)
    return tuple(shown)


def roster(names: list[str] | tuple[str, ...]) -> tuple[Participant, ...]:
    """People with fresh ids, in the order of their names. Raises Refused for names that cannot be taken."""
    return tuple(Participant(f"P{number}", name) for number, name in enumerate(check_names(names), 1))


def letter(position: int) -> str:
    """The letter of a place in the roster, counted from 0: A to Z, then AA, AB…"""
    return letter(position // 26 - 1) + letter(position % 26) if position > 25 else chr(65 + position)
