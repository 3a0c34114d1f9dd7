"""A table in a file, as rows of plain text: CSV with commas, semicolons or tabs, or the sheets of an .xlsx.

Nothing in it is carried out: a formula in a CSV file is the words that it is, one in a sheet is the result that was
saved with it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dp_facilitator.model.text import is_blank, tidy_line
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped
from dp_facilitator.words import marked, ntr, tr

LIMIT: Final = 5 << 20
"""Bytes of a file."""
MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 50
MOST_LETTERS: Final = 4_000
"""Characters of a cell."""
_DELIMITERS: Final = {
    ",": marked("commas"),
    ";": marked("semicolons"),
    "\t": marked("tabs"),
    "|": marked("upright bars"),
}
_LINES: Final = 5 * MOST_ROWS  # of a text, since a cell may run over several
_OTHER_FILES: Final = (
    (b"%PDF", marked("a PDF")),
    (b"\xd0\xcf\x11\xe0", marked("an old Excel file (.xls)")),
    (b"\x89PNG", marked("a picture")),
    (b"\xff\xd8\xff", marked("a picture")),
    (b"MZ", marked("a program")),
    (b"{", marked("JSON")),
)
MEND: Final = marked("Save the agenda as .csv or .xlsx, and choose that.")
_EMPTY: Final = marked("is empty")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the file, counted from 1 as a spreadsheet does, and its cells, trimmed."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold anything, all equally long; and how the file was read, in words.

    `sheet` is the name of the sheet in a workbook.
    """

    file: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    sheet: str = ""


def read_tables(path: Path) -> tuple[Table, ...]:
    """The tables in a file, by what is in it and not by its name: of a workbook the sheet first that was open last.

    A sheet that is empty, or cannot be taken while another can, is left out. StoreError where nothing is left.
    """
    raw = read_capped(path, LIMIT, follow=True)
    file = tidy_line(path.name)
    if not raw.startswith(b"PK\x03\x04"):
        rows, notes = _rows_of_text(raw, file)
        return (_table(file, rows, tuple(notes)),)
    from dp_facilitator.store.imports.workbook import sheets_of

    sheets = sheets_of(raw, file, MOST_ROWS)
    found: list[Table] = []
    refused: list[StoreError] = []
    for title, rows in sheets.items():
        others = ", ".join(other for other in sheets if other != title)
        words = tr("Only the sheet “{title}” was read, not {others}.").format(title=title, others=others)
        try:
            found.append(_table(file, rows, (words,) if others else (), title))
        except StoreError as error:
            refused.append(error)
    if not found:
        # That a sheet is empty says less than what is wrong with another.
        raise next((error for error in refused if error.reason != tr(_EMPTY)), _empty(file))
    return tuple(found)


def _table(file: str, rows: Sequence[Sequence[str]], notes: tuple[str, ...], sheet: str = "") -> Table:
    if len(rows) > MOST_ROWS:
        raise too_many(file)
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [tidy_line(cell) for cell in row]
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise StoreError(
                file,
                ntr("has more than {most_columns} column", "has more than {most_columns} columns", MOST_COLUMNS).format(
                    most_columns=MOST_COLUMNS
                ),
                tr("Keep the agenda's."),
                tr("row {number}").format(number=number),
            )
        if any(len(cell) > MOST_LETTERS for cell in cells):
            raise StoreError(
                file, tr("has a cell that is too long"), tr("Shorten it."), tr("row {number}").format(number=number)
            )
        if not all(map(is_blank, cells)):
            lines.append(Line(number, tuple(cells[:MOST_COLUMNS])))
    if not lines:
        raise _empty(file)
    # Sheets and exports go on to the right with columns in which nothing stands.
    width = max(at for line in lines for at, cell in enumerate(line.cells, 1) if cell)
    padded = (Line(line.number, (line.cells + ("",) * width)[:width]) for line in lines)
    return Table(file, tuple(padded), notes, sheet)


def _empty(file: str) -> StoreError:
    return StoreError(file, tr(_EMPTY), tr("Choose a file with an agenda in it."))


def too_many(file: str) -> StoreError:
    """The refusal of a table that is too long."""
    return StoreError(
        file,
        ntr("has more than {most_rows:,} row", "has more than {most_rows:,} rows", MOST_ROWS).format(
            most_rows=MOST_ROWS
        ),
        tr("Keep only the rows of one session."),
    )


def _rows_of_text(raw: bytes, file: str) -> tuple[list[list[str]], list[str]]:
    text, notes = _decoded(raw, file)
    if max(text.count("\n"), text.count("\r")) > _LINES:
        raise too_many(file)
    # A line that only Excel writes, to say which delimiter it took.
    stated = re.match(r"sep=([,;|\t])\r?\n", text)
    delimiter = stated[1] if stated else _delimiter(text)
    rows = _parsed(text, delimiter)
    if rows is None:
        raise StoreError(file, tr("is not a table that can be read"), tr(MEND))
    if stated:
        rows[0] = []
    if any(len(row) > 1 for row in rows):
        notes.append(tr("Its columns are apart by {delimiters}.").format(delimiters=tr(_DELIMITERS[delimiter])))
    return rows, notes


def _decoded(raw: bytes, file: str) -> tuple[str, list[str]]:
    for start, what in _OTHER_FILES:
        if raw.startswith(start):
            raise StoreError(file, tr("is no table; it looks like {kind}").format(kind=tr(what)), tr(MEND))
    notes: list[str] = []
    if wide := _utf_16(raw):
        text = raw.decode(wide, "replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
            notes.append(tr("It is not UTF-8: accents were read as Windows writes them. Look whether they are right."))
    if re.search(r"[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]", text):
        raise StoreError(file, tr("is not text"), tr(MEND))
    return text, notes


def _utf_16(raw: bytes) -> str:
    """Which UTF-16 it is, by its mark or by the zeros beside plain letters; empty for none."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = raw[:200]
    first, second = start[::2], start[1::2]
    for zeros, letters, name in ((first, second, "utf-16-be"), (second, first, "utf-16-le")):
        if 2 * zeros.count(0) > len(zeros) and not letters.count(0):
            return name
    return ""


def _delimiter(text: str) -> str:
    """The sign that makes the most columns alike in the first lines."""
    start = "\n".join(text.splitlines()[:50])

    def score(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in _parsed(start, delimiter) or [] if any(row)]
        several = [width for width in widths if width > 1]
        return len(several), max(map(several.count, several), default=0)

    return max(_DELIMITERS, key=score)


def _parsed(text: str, delimiter: str) -> list[list[str]] | None:
    """The rows of a text, at most one more than are taken; None where the csv module gives up."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [row for row, _ in zip(reader, range(MOST_ROWS + 1), strict=False)]
    except csv.Error:
        return None
