"""The sheets of an .xlsx file, as rows of text."""

from __future__ import annotations

import datetime
import io
import warnings
from typing import TYPE_CHECKING, Any, Final

from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.imports.tables import MEND, MOST_COLUMNS
from dp_facilitator.store.zipped import unzipped, zipped
from dp_facilitator.words import tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_BLANKS: Final = 20_000  # rows that are formatted and empty, as spreadsheets keep below a table
_SHEETS: Final = 20


def sheets_of(raw: bytes, file: str, most: int) -> dict[str, list[list[str]]]:
    """The rows of each sheet by its title, that one first which was open last. StoreError for what is no workbook.

    Only results that were saved are read: no formula is worked out, no link followed, no macro looked at.
    """
    members = unzipped(raw, file)
    if "xl/workbook.xml" not in members:
        what = tr("a Word file") if "word/document.xml" in members else tr("a zip file")
        raise StoreError(file, tr("is no table; it looks like {kind}").format(kind=what), tr(MEND))
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, of parts that it leaves out and we do not need
            packed = io.BytesIO(zipped(members))
            book = openpyxl.load_workbook(packed, read_only=True, data_only=True, keep_links=False)
            return _sheets(book, most)
    except Exception:  # openpyxl lets out whatever it stumbles over in a file that is not as it should be
        raise StoreError(file, tr("is damaged inside"), tr("Save it again in the program it is from.")) from None


def _sheets(book: Workbook, most: int) -> dict[str, list[list[str]]]:
    sheets = sorted(book.worksheets, key=lambda sheet: sheet is not book.active)
    return {sheet.title: _rows(sheet, most) for sheet in sheets[:_SHEETS]}


def _rows(sheet: Any, most: int) -> list[list[str]]:
    """The rows of a sheet, at most one more than are taken."""
    rows: list[list[str]] = []
    filled = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        rows.append([_text(cell) for cell in row])
        if any(rows[-1]):
            filled = number
        if filled > most or number > _BLANKS:
            break
    return rows[:filled]


def _text(cell: Any) -> str:
    """A cell as the spreadsheet shows it, as far as matters here: whole numbers without a point, times with colons."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        value = value.time() if value.time() != datetime.time() else value.date()
    if isinstance(value, datetime.time):
        value = datetime.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if not isinstance(value, datetime.timedelta):
        return str(value)
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    shown = f"{minutes // 60}:{minutes % 60:02}"
    return f"{shown}:{seconds:02}" if seconds or "s" in cell.number_format.lower() else shown
