"""The part of the home page that lists past sessions."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import ntr, tr

from .home_values import PastSession
from .past_table import ORDERS, PastTable

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
        self._connect()
        self.show_sessions(())

    def show_sessions(self, sessions: tuple[PastSession, ...]) -> None:
        """Lists these sessions."""
        self.table.show_sessions(sessions)
        self.table.setVisible(bool(sessions))
        self._nothing.setVisible(not sessions)
        self._order.setVisible(len(sessions) >= SORTED_FROM)
        many = len(sessions) >= SORTED_FROM
        self._heading.show_text(
            ntr("Look back · {count} session", "Look back · {count} sessions", len(sessions)).format(
                count=len(sessions)
            )
            if many
            else tr("Look back")
        )

    def _make(self) -> None:
        self._heading = Words(tr("Look back"), "heading")
        self._order = QComboBox()
        self._order.setAccessibleName(tr("Order of past sessions"))
        self._order.addItems([tr(words) for words, *_ in ORDERS])
        self.table = PastTable(self._look)
        self._nothing = Card()
        words = Words(tr("When a session has ended it is listed here, with everyone’s notes and times."), "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.body.addWidget(words)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.table)
        column.addWidget(self._nothing)

    def _connect(self) -> None:
        self._order.activated.connect(self._sort)
        self.table.opened.connect(self.opened)
        self.table.deleted.connect(self.deleted)
        self.table.row_shown.connect(self.row_shown)

    @Slot(int)
    def _sort(self, number: int) -> None:
        self.table.put_in_order(number)
