"""Rows of one kind below each other, as many as there are things to show; the others wait, hidden."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

Row = TypeVar("Row", bound=QWidget)


class SpareRows(Generic[Row]):
    """The rows of one list, in a column; `make` makes a new one and connects it."""

    def __init__(self, make: Callable[[], Row], gap: int = 6) -> None:
        self._make = make
        self._rows: list[Row] = []
        self.column = QVBoxLayout()
        self.column.setSpacing(gap)

    def show(self, count: int) -> tuple[Row, ...]:
        """Shows so many rows, from the top, and answers them to be filled."""
        while len(self._rows) < count:
            row = self._make()
            self.column.addWidget(row)
            self._rows.append(row)
        for n, row in enumerate(self._rows):
            row.setVisible(n < count)
        return tuple(self._rows[:count])

    def shown(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    def lay_out(self, owner: QWidget, said: QWidget, *links: QWidget) -> QVBoxLayout:
        """Fills `owner`: what is said of the list, its rows, and the links of what can be done with it."""
        foot = QHBoxLayout()
        for link in links:
            foot.addWidget(link)
        foot.addStretch(1)
        whole = QVBoxLayout(owner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(said)
        whole.addLayout(self.column)
        whole.addLayout(foot)
        return whole
