"""Preparation sheets on paper: empty ones to hand out beforehand, and one that is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from dp_facilitator.model.sheet import Sheet
from dp_facilitator.store.exports.paper.preparation_words import (
    EXAMPLE,
    EXAMPLE_TITLE,
    FIELDS,
    INTRO,
    READERS,
    READERS_TITLE,
    STUCK,
    STUCK_TITLE,
    TITLE,
    Preparation,
)
from dp_facilitator.store.exports.paper.press import Part, press
from dp_facilitator.store.exports.words import PERSONAL


def blank_sheets(names: Sequence[str] = ()) -> bytes:
    """One A4 page a person with the five fields of R24 to write on; without names a single one for anybody."""
    return press(TITLE, sheet_parts(names))


def example_sheet() -> bytes:
    """One A4 page that shows a sheet filled in. The example is made up, and is nobody's."""
    return press(EXAMPLE_TITLE, [example_part()])


def sheet_parts(names: Sequence[str] = ()) -> list[Part]:
    """The pages of `blank_sheets`, to be printed with others."""
    return [_part(TITLE, name, Preparation(Sheet()), filled=False) for name in names or ("",)]


def example_part() -> Part:
    """The page of `example_sheet`, to be printed with others."""
    return _part(EXAMPLE_TITLE, "Made up for this page", EXAMPLE, filled=True)


def _part(title: str, name: str, preparation: Preparation, *, filled: bool) -> Part:
    return {
        "part": "preparation",
        "title": title,
        "name": name,
        "intro": INTRO,
        "filled": filled,
        "fields": [
            {
                "title": field.title,
                "hint": field.hint,
                "lines": field.lines,
                "numbered": field.key == "criteria",
                "rest": field.key == "plan",
                "words": preparation.words(field.key) if filled else (),
            }
            for field in FIELDS
        ],
        "cards": []
        if filled
        else [{"title": STUCK_TITLE, "lines": STUCK}, {"title": READERS_TITLE, "lines": [READERS]}],
        "footer": "" if filled else PERSONAL,
    }
