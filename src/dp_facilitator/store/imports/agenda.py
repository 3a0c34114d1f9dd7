"""An agenda from another program: read from a table, shown as it was understood, and made into a session plan."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from dp_facilitator.model.durations import LONGEST_S, minutes_and_seconds
from dp_facilitator.model.mistakes import Mistake, Refused
from dp_facilitator.model.plan import FORMAT
from dp_facilitator.model.plan_checks import PLACEHOLDERS
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.roster import letter
from dp_facilitator.model.text import tidy_line
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.imports.agenda_rows import AgendaRow, read_length, read_rows
from dp_facilitator.store.imports.columns import Column, Use, find_columns
from dp_facilitator.store.imports.tables import Line, Table, read_tables
from dp_facilitator.words import marked, ntr, tr

USUAL_PEOPLE: Final = 6
TIMED: Final = ("lasts", "starts", "span")
"""What a column may be read as so that steps have a time; an end alone does not say it."""
_MOST_MISTAKES: Final = 20
_MOST_STEPS: Final = 60
_TITLE, _PROMPT, _PASSAGE, _PASSAGES = 80, 160, 1200, 12  # what a plan has room for
_BREAKS: Final = frozenset({"break", "breaks", "lunch", "tea", "coffee", "comfort", "rest", "pause", "interval"})
_BESIDE: Final = (
    "a an the and or with for of in to short long quick little brief morning afternoon midday mid evening time minutes "
    "minute min mins stretch biscuits snack snacks refreshments cake water toilet bio dinner breakfast"
)
"""What a break may be called by as well; any other word is something that happens."""
_MEANING: Final[dict[Use, str]] = {
    "title": marked("what happens"),
    "section": "heading",
    "lasts": marked("how long it takes"),
    "starts": marked("when it starts"),
    "ends": marked("when it ends"),
    "span": marked("when it starts and ends"),
    "prompt": marked("what the room is asked"),
    "coach": marked("notes for the coach"),
    "names": marked("left out: a plan holds no names"),
    "nothing": marked("left out"),
}


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """How one column was read: its heading or "Column B", what it was taken for, and a few cells as examples.

    An example is the cell and, for lengths, what was made of it: ("90s", "1:30"). `at` is its place in the table,
    from 0, and `use` what it was taken for, in the words of the program.
    """

    heading: str
    meaning: str
    examples: tuple[tuple[str, str], ...]
    at: int = 0
    use: Use = "nothing"


@dataclass(frozen=True, slots=True)
class ReadAgenda:
    """An agenda as it was understood, to be looked at before it becomes a plan.

    `notes` are sentences on what was guessed, left out or does not agree.
    """

    file: str
    title: str
    rows: tuple[AgendaRow, ...]
    columns: tuple[ColumnRead, ...]
    notes: tuple[str, ...]

    @property
    def total_s(self) -> int:
        """Seconds of all rows together."""
        return sum(row.seconds for row in self.rows)

    @property
    def begins(self) -> int | None:
        """Seconds since midnight at which it says that its first step begins."""
        return self.rows[0].starts if self.rows else None


def read_agenda(path: Path, sheet: str | None = None) -> ReadAgenda:
    """The agenda in a .csv or .xlsx file, in the sheet of this name or the first that has one.

    Raises StoreError for the file, Refused with every row to be mended.
    """
    tables = read_tables(path)
    table = with_agenda(tables) if sheet is None else _sheet(tables, sheet)
    columns, start = find_columns(table.lines)
    if not any(column.use in TIMED for column in columns) or not table.lines[start:]:
        mend = tr("Give it a column “Minutes”, or one with times such as 10:00–10:15.")
        raise StoreError(table.file, tr("has no column with times in it"), mend)
    agenda, unread = understood(table, columns, start)
    mistakes = [mistake for _, mistake in unread]
    if mistakes:
        shown = [Mistake(f"{table.file}, {m.place}", m.reason, m.mend) for m in mistakes[:_MOST_MISTAKES]]
        more = len(mistakes) - len(shown)
        words = ntr("{more} more row cannot be read.", "{more} more rows cannot be read.", more).format(more=more)
        rest = [Mistake(table.file, words, tr("Mend those above first."))] if more else []
        raise Refused(*shown, *rest)
    if not agenda.rows:
        raise StoreError(table.file, tr("has no rows with a time"), tr("Choose the file with the agenda."))
    if agenda.total_s > LONGEST_S:
        total = minutes_and_seconds(agenda.total_s)
        raise StoreError(
            table.file,
            tr("adds up to {total}, more than twelve hours").format(total=total),
            tr("Import one session at a time."),
        )
    return agenda


def with_agenda(tables: Sequence[Table]) -> Table:
    """The first of the sheets of a file in which steps with a time can be read; else the first of all."""
    for table in tables:
        columns, start = find_columns(table.lines)
        if any(column.use in TIMED for column in columns) and understood(table, columns, start)[0].rows:
            return table
    return tables[0]


def _sheet(tables: Sequence[Table], sheet: str) -> Table:
    for table in tables:
        if table.sheet and table.sheet.casefold() == sheet.strip().casefold():
            return table
    names = ", ".join(f"“{table.sheet}”" for table in tables if table.sheet)
    reason = tr("has no sheet “{sheet}” with anything in it").format(sheet=sheet.strip()[:40])
    mend = tr("It has {names}.").format(names=names) if names else tr("Leave --sheet out: it is no workbook.")
    raise StoreError(tables[0].file, reason, mend)


Read = tuple[ReadAgenda, tuple[tuple[Line, Mistake], ...]]
"""An agenda, and the lines of it that cannot be read."""


def understood(table: Table, columns: Sequence[Column], start: int) -> Read:
    """What a table says when its columns are read like this from line `start` on, and the rows that cannot be read."""
    body = table.lines[start:]
    found = read_rows(body, columns)
    above = [cell for line in table.lines[: max(0, start - 1)] for cell in line.cells if cell]
    title = above[0] if above else tidy_line(Path(table.file).stem.replace("_", " ").replace("-", " ")) or tr("Agenda")
    agenda = ReadAgenda(
        table.file,
        _short(title),
        tuple(found.rows),
        tuple(_column_read(column, body, found.by_hours) for column in columns),
        (*table.notes, *found.notes),
    )
    return agenda, tuple(zip(found.unread, found.mistakes, strict=True))


def as_plan(agenda: ReadAgenda, *, title: str | None = None, people: int = USUAL_PEOPLE) -> bytes:
    """The text of a session plan with a segment for each heading; its total is the sum of the rows.

    Nobody leads and nothing is trimmed until the coach says so in the plan. Raises Refused where a plan has not
    room enough: more than sixty headings, or steps under one of them.
    """
    name = _short(tidy_line(title or "") or agenda.title)
    sections = [(heading, list(rows)) for heading, rows in groupby(agenda.rows, key=lambda row: row.section)]
    for heading, rows in sections:
        if max(len(sections), len(rows)) > _MOST_STEPS:
            place = f"{agenda.file}, “{heading or name}”"
            mend = tr("Make several sessions of it, or give it headings of its own.")
            raise Refused(
                Mistake(
                    place,
                    tr("is more than {most_steps} headings or steps in a row.").format(most_steps=_MOST_STEPS),
                    mend,
                )
            )
    ids: set[str] = set()
    tree = {
        "format": FORMAT,
        "title": name,
        "people": {"usual": people, "least": min(2, people), "most": max(20, people)},
        "total": minutes_and_seconds(agenda.total_s),
        "segments": [
            {
                "id": _id(heading or name, ids),
                "title": _short(heading or name),
                "phases": _phases(rows),
            }
            for heading, rows in sections
        ],
    }
    text = json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"
    read_plan(text)
    return text


def _phases(rows: Sequence[AgendaRow]) -> list[dict[str, Any]]:
    ids: set[str] = set()
    found = []
    for row in rows:
        title = _short(row.title)
        plain = row.prompt if len(row.prompt) <= _PROMPT and not re.search(r"[{}]", row.prompt) else ""
        long = [row.title] if title != row.title else []
        notes = [*long, *([row.prompt] if row.prompt and not plain else []), *row.coach]
        coach = [part for note in notes for part in _cut(note, _PASSAGE)][:_PASSAGES]
        phase: dict[str, Any] = {"id": _id(title, ids), "title": title, "time": minutes_and_seconds(row.seconds)}
        if _is_break(title):
            phase["kind"] = "break"
        if any(word in title for word in PLACEHOLDERS):
            phase["headline"] = tr("Next step")
        found.append(phase | ({"prompt": plain} if plain else {}) | ({"coach": coach} if coach else {}))
    return found


def _is_break(title: str) -> bool:
    """Whether a title names a break and nothing else: "Tea & coffee", and not "Arrive & tea"."""
    words = set(re.findall(r"[^\W\d_]+", title.lower()))
    return bool(words & _BREAKS) and words <= _BREAKS.union(_BESIDE.split())


def _column_read(column: Column, body: Sequence[Line], by_hours: bool) -> ColumnRead:
    """A column for the preview, with the first three different cells in it."""
    cells = list(dict.fromkeys(line.cells[column.at] for line in body if line.cells[column.at]))[:3]
    heading = column.heading or tr("Column {at}").format(at=letter(column.at))
    lengths = [read_length(cell, column.unit, by_hours) if column.use == "lasts" else None for cell in cells]
    made = ["" if seconds is None else minutes_and_seconds(seconds) for seconds in lengths]
    meaning = tr(_MEANING[column.use]) if cells else tr("empty")
    return ColumnRead(heading, meaning, tuple(zip(cells, made, strict=True)), column.at, column.use)


def _short(title: str) -> str:
    """A title of at most eighty characters, cut between words."""
    return title if len(title) <= _TITLE else title[: _TITLE - 1].rsplit(" ", 1)[0] + "…"


def _cut(text: str, most: int) -> list[str]:
    return [text[i : i + most].strip() for i in range(0, len(text), most) if text[i : i + most].strip()]


def _id(title: str, taken: set[str]) -> str:
    """A plain id made of a title, different from those that are taken."""
    word = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:30].strip("-")
    base = word if word[:1].isalpha() else f"step-{word}".rstrip("-")
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found)
    return found
