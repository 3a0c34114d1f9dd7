"""The rows of a `ReorderList` as a Qt model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from dp_facilitator.ui.widgets.text import plain_tip

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One name in the list; `good` sets the status in green with a tick."""

    name: str
    status: str = ""
    good: bool = False


def letter_of(index: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    letters = ""
    index += 1
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class RowModel(QAbstractListModel):
    """Rows that can be renamed in place and moved.

    Signals: named(int, str) – a row was given another name by hand.
    """

    named = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Replace all rows."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def move(self, start: int, end: int) -> tuple[int, ...]:
        """Move a row; answers the old indices in the new order, or () if nothing moves."""
        count = len(self._rows)
        if start == end or not 0 <= start < count or not 0 <= end < count:
            return ()
        order = list(range(count))
        order.insert(end, order.pop(start))
        none = QModelIndex()
        self.beginMoveRows(none, start, start, none, end + 1 if end > start else end)
        self._rows = tuple(self._rows[old] for old in order)
        self.endMoveRows()
        return tuple(order)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.name}\n{row.status}".strip())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (letter_of(index.row()), row.name, row.status)
            return ", ".join(part for part in said if part)
        return row if role == ROW_ROLE else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        at = index.row()
        if name == self._rows[at].name:
            return False
        self._rows = (*self._rows[:at], replace(self._rows[at], name=name), *self._rows[at + 1 :])
        self.dataChanged.emit(index, index)
        self.named.emit(at, name)
        return True
