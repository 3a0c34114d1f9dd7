"""The rows of an agenda, once it is known which column is what: headings, steps and their times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from dp_facilitator.model.durations import LONGEST_S, minutes_and_seconds
from dp_facilitator.model.mistakes import Mistake
from dp_facilitator.model.wording import spoken_time
from dp_facilitator.store.imports.columns import Column, Use
from dp_facilitator.store.imports.spans import Unit, between, length, span, time_of_day
from dp_facilitator.store.imports.tables import Line
from dp_facilitator.words import tr

_END: Final = re.compile(r"(?:the )?(?:end|close|closes|finish|finishes|ends)\.?", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"(?:in |grand |sub-? ?)?(?:totals?|sum|all together|altogether)"
    r"(?: (?:time|length|duration|minutes|mins?|hours|of (?:the )?(?:day|session|minutes)))?[ .:=]*",
    re.IGNORECASE,
)
_CLOCKED: Final = re.compile(r"(\d{1,2}):([0-5]\d)", re.ASCII)
_NOTHING: Final = frozenset({"-", "–", "—", "n/a"})
_SHORTEST: Final = 300  # seconds that an agenda takes at the least
_BRIEFEST: Final = 20  # seconds that a step of an agenda takes at the least
_LONGEST_SPAN: Final = 6 * 3600  # from one time of the day to another; more is a slip of the pen


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One step of an agenda. `row` is its number in the file; `section` the heading above it or beside it."""

    row: int
    section: str
    title: str
    seconds: int
    coach: tuple[str, ...] = ()
    prompt: str = ""
    starts: int | None = None
    """Seconds since midnight at which the agenda says that it begins."""


@dataclass(slots=True)
class Found:
    """What came of the rows: steps, what has to be mended, what should be known."""

    rows: list[AgendaRow] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    """The lines of the mistakes, in the same order."""
    notes: list[str] = field(default_factory=list)
    by_hours: bool = False
    """Whether lengths such as "0:10" were read as hours and minutes."""


@dataclass(frozen=True, slots=True)
class _Timed:
    """What a row says of its times, in seconds; None where nothing, `bad` where it cannot be read."""

    lasts: int | None = None
    starts: int | None = None
    ends: int | None = None
    bad: str = ""


def read_rows(lines: Sequence[Line], columns: Sequence[Column]) -> Found:
    """The steps in these lines, in order."""
    found = Found()
    found.by_hours = _hours_and_minutes(lines, columns, found)
    times = [_times(line, columns, found.by_hours) for line in lines]
    section = ""
    heading: Line | None = None
    for i, (line, timed) in enumerate(zip(lines, times, strict=True)):
        title = _cell(line, columns, "title")
        beside = _cell(line, columns, "section")
        first = next(cell for cell in line.cells if cell)
        if sums := [words for words in (title, beside, first) if _TOTAL.fullmatch(words)]:
            _leave_total(line, timed, found, sums[0], last=i == len(lines) - 1)
            continue
        section = beside or section
        if timed == _Timed():
            words = title or _words(line, columns)
            if not words:
                found.notes.append(
                    tr("Row {number}, “{words}”, is left out.").format(number=line.number, words=first[:40])
                )
                continue
            _must_have_steps(heading, found)
            heading, section = line, words
        elif i == len(lines) - 1 and timed.lasts is None and timed.ends is None and _END.fullmatch(title):
            found.notes.append(
                tr("Row {number}, “{title}”, ends the agenda.").format(number=line.number, title=title or line.cells[0])
            )
        else:
            seconds = _seconds(line, timed, times[i + 1 :], found)
            heading = None
            if isinstance(seconds, Mistake):
                found.mistakes.append(seconds)
                found.unread.append(line)
                continue
            coach = tuple(line.cells[c.at] for c in columns if c.use == "coach" and line.cells[c.at])
            prompt = _cell(line, columns, "prompt")
            found.rows.append(
                AgendaRow(
                    line.number, section, title or section or tr("Untitled"), seconds, coach, prompt, timed.starts
                )
            )
    _must_have_steps(heading, found)
    _look_for_gaps(lines, times, found)
    return found


def read_length(cell: str, unit: Unit, by_hours: bool) -> int | None:
    """Seconds in a cell of a column of lengths; `by_hours`: "0:10" there means hours and minutes."""
    match = _CLOCKED.fullmatch(cell)
    if match and by_hours:
        return int(match[1]) * 3600 + int(match[2]) * 60
    return length(cell, unit)


def _hours_and_minutes(lines: Sequence[Line], columns: Sequence[Column], found: Found) -> bool:
    """Whether "0:10" means ten minutes here: where as minutes and seconds it would be no session at all.

    That is where several lengths are all written so, and begin with nought or make less than five minutes together;
    or where some are, all of those begin with nought, and one would be of a few seconds.
    """
    cells = [cell for line in lines if (cell := _cell(line, columns, "lasts"))]
    clocked = [match for cell in cells if (match := _CLOCKED.fullmatch(cell))]
    noughts = not any(int(match[1]) for match in clocked)
    if len(clocked) < 2 or len(clocked) < len(cells):
        if not (noughts and any(0 < int(match[2]) < _BRIEFEST for match in clocked)):
            return False
    elif sum(int(match[1]) * 60 + int(match[2]) for match in clocked) >= _SHORTEST and not noughts:
        return False
    shown = clocked[0][0]
    read = spoken_time(read_length(shown, "minutes", True) or 0)
    found.notes.append(
        tr("Times such as {shown} were read as hours and minutes: {read}.").format(shown=shown, read=read)
    )
    return True


def _times(line: Line, columns: Sequence[Column], by_hours: bool) -> _Timed:
    told: dict[str, int] = {}
    for column in columns:
        cell = line.cells[column.at]
        if not cell or cell in _NOTHING or column.use not in ("lasts", "starts", "ends", "span"):
            continue
        pair = span(cell) if column.use in ("span", "starts") else None
        if pair:
            told["starts"], told["ends"] = pair
            continue
        use = "starts" if column.use == "span" else column.use
        seconds = read_length(cell, column.unit, by_hours) if use == "lasts" else time_of_day(cell)
        if use == "starts" and cell.isascii() and cell.isdigit() and int(cell) < 24:
            seconds = int(cell) * 3600
        if seconds is None:
            return _Timed(bad=cell)
        told[use] = seconds
    return _Timed(told.get("lasts"), told.get("starts"), told.get("ends"))


def _seconds(line: Line, timed: _Timed, later: Sequence[_Timed], found: Found) -> int | Mistake:
    """How long a step takes, or what has to be mended."""
    ends = timed.ends
    if ends is None:
        ends = next((other.starts for other in later if other.starts is not None), None)
    by_clock = None if timed.starts is None or ends is None else between(timed.starts, ends)
    if timed.bad:
        return _bad(
            line, tr("“{bad}” is not a time.").format(bad=timed.bad[:40]), tr("Write 4, 4:30, 90s, 1h or 10:00–10:15.")
        )
    if timed.lasts is None and by_clock is None:
        return _bad(line, tr("has no end."), tr("Add when it ends, or a last row “End” with the time."))
    if timed.lasts is None and by_clock and by_clock > _LONGEST_SPAN:
        return _bad(line, tr("ends before it begins."), tr("Correct one of its times."))
    if timed.lasts and timed.ends is not None and by_clock is not None and by_clock != timed.lasts:
        found.notes.append(
            tr("Row {number} says {lasts}, but its start and end are {by_clock} apart: the first was taken.").format(
                number=line.number, lasts=minutes_and_seconds(timed.lasts), by_clock=minutes_and_seconds(by_clock)
            )
        )
    seconds = (by_clock or 0) if timed.lasts is None else timed.lasts
    if seconds == 0:
        return _bad(line, tr("takes no time."), tr("Write how long it takes, or remove the row."))
    if seconds > LONGEST_S:
        return _bad(line, tr("is longer than twelve hours."), tr("Look whether minutes were meant."))
    return seconds


def _bad(line: Line, reason: str, mend: str) -> Mistake:
    return Mistake(tr("row {number}").format(number=line.number), reason, mend)


def _cell(line: Line, columns: Sequence[Column], use: Use) -> str:
    return next((line.cells[column.at] for column in columns if column.use == use), "")


def _words(line: Line, columns: Sequence[Column]) -> str:
    """The words of a row without a title: at its beginning, or in a column whose words are read; never of names."""
    told = (c for c in columns if c.use in ("section", "prompt", "coach") or (c.at == 0 and c.use != "names"))
    return next((line.cells[column.at] for column in told if line.cells[column.at]), "")


def _leave_total(line: Line, timed: _Timed, found: Found, words: str, *, last: bool) -> None:
    """A row that adds up others is no step; the one at the end is compared with what the steps come to."""
    total = sum(row.seconds for row in found.rows)
    found.notes.append(tr("Row {number}, “{words}”, is left out.").format(number=line.number, words=words[:40]))
    if last and timed.lasts is not None and timed.lasts != total:
        found.notes.append(
            tr("Row {number} says {lasts} in all; the rows add up to {total}, which was taken.").format(
                number=line.number, lasts=minutes_and_seconds(timed.lasts), total=minutes_and_seconds(total)
            )
        )


def _must_have_steps(heading: Line | None, found: Found) -> None:
    """A row without a time is a heading; with nothing under it, it is a step whose time was forgotten."""
    if heading is not None:
        words = next(cell for cell in heading.cells if cell)
        found.unread.append(heading)
        found.mistakes.append(
            _bad(
                heading,
                tr("“{words}” has no time, and nothing is under it.").format(words=words[:40]),
                tr("Give it a time."),
            )
        )


def _look_for_gaps(lines: Sequence[Line], times: Sequence[_Timed], found: Found) -> None:
    """Notes where one step does not begin when the one before ends."""
    known = [(line, t) for line, t in zip(lines, times, strict=True) if t.starts is not None]
    for (line, one), (after, other) in pairwise(known):
        if one.ends is None or other.starts is None or one.ends == other.starts:
            continue
        gap = between(one.ends, other.starts)
        if gap <= _LONGEST_SPAN:
            words = tr("Between rows {row} and {next}, {gap} are not accounted for.").format(
                row=line.number, next=after.number, gap=minutes_and_seconds(gap)
            )
        else:
            words = tr("Row {row} begins before row {next} ends; both were taken one after the other.").format(
                row=after.number, next=line.number
            )
        found.notes.append(words)
