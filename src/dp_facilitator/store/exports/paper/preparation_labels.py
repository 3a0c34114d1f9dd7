"""A preparation sheet found in the lines of a document by its labels, however people have worded and filled them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from dp_facilitator.model.mistakes import Mistake, Refused
from dp_facilitator.model.sheet import MOST_CRITERIA, Sheet
from dp_facilitator.model.text import is_blank, tidy_line, tidy_note
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.exports.paper.preparation_words import FIELDS, Key, Preparation
from dp_facilitator.store.exports.paper.word_lines import CELL_END, Words
from dp_facilitator.words import ntr, tr

LONGEST: Final = 5_000
"""Characters in one field."""
_CRITERIA: Final = tuple(f"criterion-{number}" for number in range(1, MOST_CRITERIA + 1))
TAGS: Final = frozenset({"area", "aim", "audience", "plan", *_CRITERIA})
"""The tags of our own content controls."""

# The labels of the programme's sheet, of its worked example and of ours.
_LABELS: Final[dict[Key, str]] = {
    "area": r"the area (?:that )?i(?:’d| would) like to practi[cs]e(?: is)?",
    "aim": r"what i want to achieve(?: is)?",
    "audience": r"(?:self and )?the (?:person\(s\)|person or people|persons?|people) (?:that )?i am speaking to"
    r"(?: is/are| are| is)?",
    "criteria": r"(?:the )?success criteria(?: (?:that )?i would (?:like )?feedback on)?(?: is/are| are)?"
    r"(?:\s*\(no more than (?:3|three)[^)]*\))?",
    "plan": r"(?:please use the )?space (?:below )?to plan (?:for )?your practi[cs]e(?:\s*\([^)]*\))?",
}
_LABEL: Final = {
    key: re.compile(rf"{words}(?:\s*[:：]\s*|\s*$|\s+(?=\S))", re.IGNORECASE) for key, words in _LABELS.items()
}
_SHORT: Final = re.compile(r"(?:my )?(area|aim|audience|people|criteria|plan):\s*", re.IGNORECASE)
_BULLET: Final = re.compile(r"^\s*(?:[-*•·–▪◦]|\d{1,2}[.)])\s*")
_EXAMPLE: Final = re.compile(r"(?:an|worked) example from .{0,40}session:?", re.IGNORECASE)
_NO_ANSWERS: Final = frozenset(
    {"details", "context setting", "your words", "field", *(tidy_line(field.hint).lower() for field in FIELDS)}
)


def preparation_from(words: Words, file: str) -> Preparation:
    """The sheet in these words. StoreError where no field is found; Refused for a fourth success criterion."""
    found = _by_label(words.lines)
    criteria = _criteria(found.pop("criteria", []))
    for tag, text in words.tagged.items():
        if tag in _CRITERIA:
            criteria += (tidy_line(text),)
        else:
            found.setdefault(tag, []).extend(text.split("\n"))
    if not found and not criteria:
        mend = tr("Use the empty sheet that this program prints, or keep the labels of yours.")
        raise StoreError(file, tr("has none of the fields of a preparation sheet"), mend)
    texts = {key: "\n".join(line for line in lines if not is_blank(line)) for key, lines in found.items()}
    for field in FIELDS:
        if len(texts.get(field.key, "")) > LONGEST or sum(map(len, criteria)) > LONGEST:
            raise StoreError(
                file,
                ntr(
                    "has more than {longest:,} character in one field",
                    "has more than {longest:,} characters in one field",
                    LONGEST,
                ).format(longest=LONGEST),
                tr("Shorten it."),
                field.title,
            )
    try:
        area, aim, audience = (tidy_line(texts.get(key, "")) for key in ("area", "aim", "audience"))
        sheet = Sheet(area, aim, audience, tuple(filter(None, criteria)))
    except Refused as refused:
        raise Refused(*(Mistake(f"{file}, {m.place}", m.reason, m.mend) for m in refused.mistakes)) from None
    return Preparation(sheet, tidy_note(texts.get("plan", "")))


def _by_label(lines: list[str | None]) -> dict[str, list[str]]:
    """What stands under each label, up to an example or a second sheet.

    Two labels in one cell of a table, as in the programme's sheet, share the next cell: the first paragraph there
    belongs to the first of them.
    """
    found: dict[str, list[str]] = {}
    here: list[str] = []  # labels of this cell that have no answer yet
    sharing: list[str] = []  # labels of the cell before, while its answers are being read
    answers: list[str] = []
    for line in lines:
        if line is CELL_END:
            here, sharing = [], here
            continue
        key, text = _label(line.strip(), found)
        if _EXAMPLE.fullmatch(text) or (key == "area" and key in found):
            break
        if key:
            answers = found[key] = []
            here.append(key)
        if text and found and text.lower() not in _NO_ANSWERS:
            (found[sharing.pop(0)] if len(sharing) > 1 else answers).append(text)
            here = []
    return found


def _label(text: str, found: Collection[str]) -> tuple[str, str]:
    """The field whose label begins this line, and what follows it; "" and the line where there is no label.

    Words of an answer may look like a label: short ones, and those of fields that were there already, do not count.
    Only a second "area" in full does, since it begins another sheet.
    """
    plain = _BULLET.sub("", tidy_line(text).replace("'", "’"))
    for key, pattern in _LABEL.items():
        match = pattern.match(plain)
        if match and (key == "area" or key not in found):
            return key, plain[match.end() :]
    match = _SHORT.match(plain)
    short = match[1].lower().replace("people", "audience") if match else ""
    return (short, plain[match.end() :]) if match and short not in found else ("", text)


def _criteria(lines: list[str]) -> tuple[str, ...]:
    """One criterion a line, without bullets and numbers; a single line may hold several apart by semicolons."""
    if len(lines) == 1:
        lines = lines[0].split(";")
    told = (tidy_line(_BULLET.sub("", line)) for line in lines)
    return tuple(text for text in told if text)
