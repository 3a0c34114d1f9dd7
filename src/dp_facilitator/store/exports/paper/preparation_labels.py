"""A preparation sheet found in the lines of a document by its labels, however people have worded and filled them."""

from __future__ import annotations

import re
from typing import Final

from dp_facilitator.model.mistakes import Mistake, Refused
from dp_facilitator.model.sheet import MOST_CRITERIA, Sheet
from dp_facilitator.model.text import is_blank, tidy_line, tidy_note
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.exports.paper.preparation_words import FIELDS, Key, Preparation
from dp_facilitator.store.exports.paper.word_lines import CELL_END, Words

LONGEST: Final = 5_000
"""Characters in one field."""
_CRITERIA: Final = tuple(f"criterion-{number}" for number in range(1, MOST_CRITERIA + 1))
TAGS: Final = frozenset({"area", "aim", "audience", "plan", *_CRITERIA})
"""The tags of our own content controls."""

# The labels of the programme's sheet, of its worked example and of ours; the short ones only with a colon.
_LABELS: Final[dict[Key, str]] = {
    "area": r"the area (?:that )?i(?:’d| would) like to practi[cs]e(?: is)?|area:",
    "aim": r"what i want to achieve(?: is)?|aim:",
    "audience": r"(?:self and )?the (?:person\(s\)|person or people|persons?|people) (?:that )?i am speaking to"
    r"(?: is/are| are| is)?|(?:audience|people):",
    "criteria": r"(?:the )?success criteria(?: (?:that )?i would (?:like )?feedback on)?(?: is/are| are)?"
    r"(?:\s*\(no more than (?:3|three)[^)]*\))?|criteria:",
    "plan": r"(?:please use the )?space (?:below )?to plan (?:for )?your practi[cs]e(?:\s*\([^)]*\))?|(?:my )?plan:",
}
_LABEL: Final = {
    key: re.compile(rf"(?:{words})(?:\s*[:：]\s*|\s*$|\s+(?=\S))", re.IGNORECASE) for key, words in _LABELS.items()
}
_BULLET: Final = re.compile(r"^\s*(?:[-*•·–▪◦]|\d{1,2}[.)])\s*")
_EXAMPLE: Final = re.compile(r"(?:an|worked) example\b", re.IGNORECASE)
_NO_ANSWERS: Final = frozenset(
    {"details", "context setting", "your words", "field", *(tidy_line(field.hint).lower() for field in FIELDS)}
)


def preparation_from(words: Words, file: str) -> Preparation:
    """The sheet in these words. StoreError where no field is found; Refused for a fourth success criterion."""
    found = _by_label(words.lines)
    for tag, text in words.tagged.items():
        key: Key = "criteria" if tag in _CRITERIA else tag  # type: ignore[assignment]
        found.setdefault(key, []).extend(text.split("\n"))
    if not found:
        mend = "Use the empty sheet that this program prints, or keep the labels of yours."
        raise StoreError(file, "has none of the fields of a preparation sheet", mend)
    texts = {key: [line for line in lines if not is_blank(line)] for key, lines in found.items()}
    for key, lines in texts.items():
        if sum(map(len, lines)) > LONGEST:
            title = next(field.title for field in FIELDS if field.key == key)
            raise StoreError(file, f"has more than {LONGEST:,} characters in one field", "Shorten it.", f"“{title}”")
    try:
        sheet = Sheet(
            *(tidy_line(" ".join(texts.get(key, ()))) for key in ("area", "aim", "audience")),
            criteria=_criteria(texts.get("criteria", [])),
        )
    except Refused as refused:
        raise Refused(*(Mistake(f"{file}, {m.place}", m.reason, m.mend) for m in refused.mistakes)) from None
    return Preparation(sheet, tidy_note("\n".join(texts.get("plan", ()))))


def _by_label(lines: list[str | None]) -> dict[Key, list[str]]:
    """What stands under each label, up to an example or a second sheet.

    Two labels in one cell of a table, as in the programme's sheet, share the next cell: the first paragraph there
    belongs to the first of them.
    """
    found: dict[Key, list[str]] = {}
    waiting: list[Key] = []
    for line in lines:
        if line is CELL_END:
            # From here on what comes is the answer: to all labels of that cell.
            waiting = waiting if len(waiting) > 1 else []
            continue
        text = line.strip()
        label = _label(text)
        if _EXAMPLE.match(text) or (label and label[0] in found):
            break
        if label is not None:
            key, text = label
            found[key] = []
            waiting.append(key)
            current = key
        if not text or not found or text.lower() in _NO_ANSWERS:
            continue
        if label is None and len(waiting) > 1:
            found[waiting.pop(0)].append(text)
            waiting = waiting[-1:]
            continue
        found[current].append(text)
    return found


def _label(text: str) -> tuple[Key, str] | None:
    """The field whose label begins this line, and what follows the label."""
    text = _BULLET.sub("", tidy_line(text).replace("'", "’"))
    for key, pattern in _LABEL.items():
        if match := pattern.match(text):
            return key, text[match.end() :]
    return None


def _criteria(lines: list[str]) -> tuple[str, ...]:
    """One criterion a line, without bullets and numbers; a single line may hold several apart by semicolons."""
    if len(lines) == 1:
        lines = lines[0].split(";")
    told = (tidy_line(_BULLET.sub("", line)) for line in lines)
    return tuple(text for text in told if text)
