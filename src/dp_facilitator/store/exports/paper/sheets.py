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
from dp_facilitator.words import tr


def blank_sheets(names: Sequence[str] = ()) -> bytes:
    """One A4 page a person with the five fields of R24 to write on; without names a single one for anybody."""
    return press(tr(TITLE), sheet_parts(names))


def example_sheet() -> bytes:
    """One A4 page that shows a sheet filled in. The example is made up, and is nobody's."""
    return press(tr(EXAMPLE_TITLE), [example_part()])


def sheet_parts(names: Sequence[str] = ()) -> list[Part]:
    """The pages of `blank_sheets`, to be printed with others."""
    return [_part(tr(TITLE), name, Preparation(Sheet()), filled=False) for name in names or ("",)]


def example_part() -> Part:
    """The page of `example_sheet`, to be printed with others."""
    return _part(tr(EXAMPLE_TITLE), tr("Made up for this page"), EXAMPLE, filled=True)


def _part(title: str, name: str, preparation: Preparation, *, filled: bool) -> Part:
    return {
        "part": "preparation",
        "title": title,
        "name": name,
        "intro": tr(INTRO),
        "words": {"name": tr("Name")},
        "filled": filled,
        "fields": [
            {
                "title": tr(field.title),
                "hint": tr(field.hint),
                "lines": field.lines,
                "numbered": field.key == "criteria",
                "rest": field.key == "plan",
                "words": preparation.words(field.key) if filled else (),
            }
            for field in FIELDS
        ],
        "cards": []
        if filled
        else [
            {"title": tr(STUCK_TITLE), "lines": [tr(line) for line in STUCK]},
            {"title": tr(READERS_TITLE), "lines": [tr(READERS)]},
        ],
        "footer": "" if filled else tr(PERSONAL),
    }
