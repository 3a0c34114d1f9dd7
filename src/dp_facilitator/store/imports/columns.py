"""Which column of an agenda is what: by its heading, and where that is not enough by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from dp_facilitator.store.imports.spans import Unit, length, span, time_of_day
from dp_facilitator.store.imports.tables import Line

Use = Literal["title", "section", "lasts", "starts", "ends", "span", "prompt", "coach", "names", "nothing"]
_CLOCKED: Final = ("lasts", "starts", "ends", "span")
_WORDS: Final[dict[Use, str]] = {
    "title": "activity activities item items agenda what topic title phase step subject session exercise "
    "programme task event element",
    "section": "section part block segment heading stage module",
    "lasts": "duration dur length lasts minutes mins min seconds secs hours hrs long allocated allotted allotment "
    "timing timings",
    "starts": "start starts from begin begins",
    "ends": "end ends to until till finish finishes",
    "span": "time times when slot clock",
    "prompt": "prompt question ask screen",
    "coach": "notes note remark remarks details description comments comment instructions how method coach purpose",
    "names": "who whom lead leads led leader leaders leading presenter presenters presented speaker speakers "
    "facilitator facilitators facil fac facilitated owner owners owned by responsible person persons people chair "
    "chairs chaired host hosts hosted moderator moderators trainer trainers tutor tutors teacher teachers instructor "
    "instructors coordinator organiser organizer contact initials assigned assignee assignees staff volunteer "
    "volunteers participant participants attendees",
    "nothing": "no nr number materials room location resources",
}
_MEANS: Final = {word: use for use, words in _WORDS.items() for word in words.split()}
_LOOK: Final = 12  # rows in which a heading row is looked for
_LONGEST_STEP: Final = 3 * 3600


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is taken for. `heading` is empty where the file gives none; `unit` is that of bare numbers."""

    at: int
    heading: str
    use: Use
    unit: Unit = "minutes"


def find_columns(lines: Sequence[Line]) -> tuple[tuple[Column, ...], int]:
    """The columns, and how many lines come before the first row of the agenda: the headings and what is above them."""
    head = next((i for i, line in enumerate(lines[:_LOOK]) if _is_heading(line)), None)
    start = 0 if head is None else head + 1
    body = lines[start:]
    headings = lines[head].cells if head is not None else ("",) * len(lines[0].cells)
    found: list[Column] = []
    for at, heading in enumerate(headings):
        cells = [line.cells[at] for line in body if line.cells[at]]
        use = _by_heading(heading)
        if use in ("span", "lasts", "starts"):
            use = _by_times(cells, use)
        elif use is None:
            use = _by_content(cells) if cells else "nothing"
        found.append(Column(at, heading, use, _unit(heading)))
    return _one_title(_each_once(found), body), start


def _is_heading(line: Line) -> bool:
    """Whether these cells are headings: no time among them and several known words, or one that means time."""
    told = [cell for cell in line.cells if cell]
    known = [use for use in map(_by_heading, told) if use]
    timed = any(length(cell) is not None or span(cell) or time_of_day(cell) is not None for cell in told)
    enough = len(known) > 1 or (len(told) > 1 and any(use in _CLOCKED for use in known))
    return not timed and enough and 2 * len(known) >= len(told)


def _by_heading(heading: str) -> Use | None:
    words = re.findall(r"[a-z#]+", heading.lower())
    if len(words) > 5:
        return None
    if words == ["#"]:
        return "nothing"
    if words[:2] == ["how", "long"]:
        return "lasts"
    found = [_MEANS[word] for word in words if word in _MEANS]
    # "Start time", "Time allocated" and "Agenda item (notes)" are what the more telling word says.
    telling = [use for use in found if use not in ("span", "title")]
    use = next(iter(telling or found), None)
    # "Notes by the presenter" may be names, and those stay out; "What we ask people" is not.
    return "names" if use == "coach" and "names" in found else use


def _by_times(cells: Sequence[str], use: Use) -> Use:
    """Whether cells under a heading that means time are spans, times of the day or lengths."""
    if _most(cells, lambda cell: span(cell) is not None):
        return "span"
    clock = [time for time in map(time_of_day, cells) if time is not None]
    if use == "lasts" or not _most(cells, lambda cell: time_of_day(cell) is not None):
        return "starts" if use == "starts" else "lasts"
    steps = [later - earlier for earlier, later in pairwise(clock)]
    onwards = all(0 <= step % 43_200 <= _LONGEST_STEP for step in steps)
    return "starts" if use == "starts" or (onwards and len(set(clock)) > 1 and clock[0] >= 6 * 3600) else "lasts"


def _by_content(cells: Sequence[str]) -> Use:
    """What a column without a heading that says so is: times of some kind, or words."""
    if _most(cells, lambda cell: span(cell) is not None or time_of_day(cell) is not None or length(cell) is not None):
        numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit()]
        counted = len(numbers) == len(cells) > 2 and numbers == list(range(numbers[0], numbers[0] + len(cells)))
        return "nothing" if counted and numbers[0] < 2 else _by_times(cells, "span")
    # Words that nobody says what they are may be names, and those never come into a plan.
    return "nothing"


def _most(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    return 2 * sum(bool(test(cell)) for cell in cells) > len(cells)


def _each_once(columns: list[Column]) -> list[Column]:
    """The same columns; of several that would be the same time or title, the first is."""
    seen: set[Use] = set()
    found = []
    for column in columns:
        use = column.use
        if use in (*_CLOCKED, "title", "section") and use in seen:
            use = "nothing"
        seen.add(use)
        found.append(replace(column, use=use))
    return found


def _one_title(columns: list[Column], body: Sequence[Line]) -> tuple[Column, ...]:
    """The same columns with a title among them: else a column of words, one with different words in each row."""
    if not any(column.use == "title" for column in columns):
        told = {column.at: {line.cells[column.at] for line in body} - {""} for column in columns}
        words = [column for column in columns if _may_be_title(column) and _most(tuple(told[column.at]), _is_words)]
        words.sort(key=lambda column: (column.heading != "", -len(told[column.at])))
        if words:
            columns = [replace(c, use="title") if c is words[0] else c for c in columns]
    return tuple(columns)


def _may_be_title(column: Column) -> bool:
    unknown = column.use == "nothing" and _by_heading(column.heading) is None
    return unknown or column.use in ("coach", "section", "prompt")


def _is_words(cell: str) -> bool:
    return length(cell) is None and span(cell) is None and time_of_day(cell) is None


def _unit(heading: str) -> Unit:
    """What bare numbers under this heading count."""
    words = set(re.findall(r"[a-z]+", heading.lower()))
    if words & {"s", "sec", "secs", "second", "seconds"}:
        return "seconds"
    return "hours" if words & {"h", "hr", "hrs", "hour", "hours"} else "minutes"
