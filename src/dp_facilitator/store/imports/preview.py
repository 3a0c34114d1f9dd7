"""An agenda as it is looked at before it becomes a plan: what each column is read as can be changed, and nothing that
cannot be read keeps the rest from being shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

from dp_facilitator.model.durations import LONGEST_S, minutes_and_seconds
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.store.imports.agenda import TIMED, USUAL_PEOPLE, ReadAgenda, as_plan, understood, with_agenda
from dp_facilitator.store.imports.columns import Column, Use, find_columns
from dp_facilitator.store.imports.tables import Table, read_tables
from dp_facilitator.words import tr

_ONE_EACH: Final[dict[Use, Use]] = {
    "title": "coach",
    "section": "coach",
    "prompt": "coach",
    "lasts": "nothing",
    "starts": "nothing",
    "ends": "nothing",
    "span": "nothing",
}
"""What only one column can be, and what another that was it becomes."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that will not be in the plan: its number in the file, its words, why not, and how to mend it."""

    row: int
    words: str
    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A table, what its columns are read as, and what comes of it.

    `start` lines stand above the agenda: headings and what is above them. `title` and `people` are those of the plan
    to be made.
    """

    table: Table
    columns: tuple[Column, ...]
    start: int
    title: str
    people: int = USUAL_PEOPLE
    tables: tuple[Table, ...] = ()
    """All sheets of the file that can be looked at."""

    @classmethod
    def of(cls, path: Path) -> Self:
        """Looks at a file. Raises StoreError where there is no table in it."""
        tables = read_tables(path)
        return cls._of_table(with_agenda(tables), tables, USUAL_PEOPLE)

    @classmethod
    def _of_table(cls, table: Table, tables: tuple[Table, ...], people: int) -> Self:
        columns, start = find_columns(table.lines)
        agenda, _ = understood(table, columns, start)
        return cls(table, columns, start, agenda.title, people, tables)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets to choose from; none where there is no choice."""
        return tuple(table.sheet for table in self.tables) if len(self.tables) > 1 else ()

    def in_sheet(self, name: str) -> Self:
        """The agenda in another sheet of the file, as it is read at first."""
        table = next((table for table in self.tables if table.sheet == name), self.table)
        return self if table is self.table else self._of_table(table, self.tables, self.people)

    @property
    def agenda(self) -> ReadAgenda:
        """The rows that can be read."""
        agenda = understood(self.table, self.columns, self.start)[0]
        return agenda if self.timed else replace(agenda, rows=())

    @property
    def timed(self) -> bool:
        """Whether any column says how long a step takes."""
        return any(column.use in TIMED for column in self.columns)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The rows that cannot be read; none while no column holds times, since then that is what is wrong."""
        if not self.timed:
            return ()
        return tuple(
            LeftOut(line.number, " · ".join(cell for cell in line.cells if cell), mistake.reason, mistake.mend)
            for line, mistake in understood(self.table, self.columns, self.start)[1]
        )

    def read_as(self, at: int, use: Use) -> Self:
        """With the column at a place read as something else; what only one can be, no other is any more."""
        columns = tuple(
            replace(column, use=use)
            if column.at == at
            else replace(column, use=_ONE_EACH[use])
            if column.use == use and use in _ONE_EACH
            else column
            for column in self.columns
        )
        return replace(self, columns=columns)

    def plan(self) -> bytes:
        """The text of the plan. Raises Refused, with what has to be done first, while none can be made."""
        return as_plan(self.agenda, title=self.title, people=self.people)

    @property
    def problem(self) -> str:
        """Why no plan can be made of it as it is, and what to do; "" when one can."""
        agenda = self.agenda
        if not self.timed:
            return tr("No column says how long a step takes. Choose one at the left.")
        if not any(column.use in ("title", "section") for column in self.columns):
            return tr("No column says what happens. Choose one at the left.")
        if not agenda.rows:
            return tr("No row can be read like this. Look at what the columns are read as.")
        if agenda.total_s > LONGEST_S:
            words = tr("It adds up to {total}, more than twelve hours. Take one session at a time.")
            return words.format(total=minutes_and_seconds(agenda.total_s))
        try:
            self.plan()
        except Refused as refused:
            return str(refused)
        return ""
