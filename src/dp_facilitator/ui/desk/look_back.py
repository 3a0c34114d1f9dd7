"""The part of the home page that lists past sessions."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import ntr, tr

from .home_values import PastSession

if TYPE_CHECKING:
    from .past_table import PastTable

SORTED_FROM = 6
"""From so many sessions on there is a choice of order."""


class LookBack(QWidget):
    """Heading, order and table of past sessions; where there are none, what will be here.

    Signals: opened(str), deleted(str) – the id of a session; row_shown(QRect) – the current row, in table coordinates.
    """

    opened = Signal(str)
    deleted = Signal(str)
    row_shown = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make()
        self._lay_out()
        self.show_sessions(())

    @cached_property
    def table(self) -> "PastTable":
        """The table; made with the first session, since it takes the first page longer than all the plans."""
        from .past_table import PastTable

        table = PastTable(self._look)
        self._column.insertWidget(1, table)
        table.opened.connect(self.opened)
        table.deleted.connect(self.deleted)
        table.row_shown.connect(self.row_shown)
        return table

    @cached_property
    def order(self) -> QComboBox:
        """The choice of order; made where there is something to put in order."""
        from .past_table import ORDERS

        order = QComboBox()
        order.setAccessibleName(tr("Order of past sessions"))
        order.addItems([tr(words) for words, *_ in ORDERS])
        self._top.addWidget(order)
        order.activated.connect(self._sort)
        return order

    def show_sessions(self, sessions: tuple[PastSession, ...]) -> None:
        """Lists these sessions."""
        many = len(sessions) >= SORTED_FROM
        if sessions or "table" in vars(self):
            self.table.show_sessions(sessions)
            self.table.setVisible(bool(sessions))
        if many or "order" in vars(self):
            self.order.setVisible(many)
        self._nothing.setVisible(not sessions)
        self._heading.show_text(
            ntr("Look back · {count} session", "Look back · {count} sessions", len(sessions)).format(
                count=len(sessions)
            )
            if many
            else tr("Look back")
        )

    def _make(self) -> None:
        self._heading = Words(tr("Look back"), "heading")
        self._nothing = Card()
        words = Words(tr("When a session has ended it is listed here, with everyone’s notes and times."), "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.body.addWidget(words)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self._heading, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(self._top)
        self._column.addWidget(self._nothing)

    @Slot(int)
    def _sort(self, number: int) -> None:
        self.table.put_in_order(number)
