"""The columns of the run page: three side by side, or two where the text is large."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look

from .scrolled import Scrolled
from .setup_frame import Cards

THREE_FROM = 1000
"""Pixels of width, at 100 %, from which on there are three columns."""
SHARES = {3: (27, 61, 42), 2: (0, 50, 50)}


class RunColumns(QWidget):
    """Where are we, what now, what was said. With two columns the first one stands under the verbs of the second.

    A column scrolls only where its parts cannot be made smaller. `middle` are the parts of the second column from
    above, each with its share of the height that is left over; `after` is how many of them stand above the first
    column when it moves there.
    """

    def __init__(
        self, look: Look, left: QWidget, middle: tuple[tuple[QWidget, int], ...], after: int, right: QWidget
    ) -> None:
        super().__init__()
        self._look = look
        self._left = left
        self._after = after
        self._columns = 0
        self._lay_out(middle, right)
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self, middle: tuple[tuple[QWidget, int], ...], right: QWidget) -> None:
        inside = Cards()
        self._middle = QVBoxLayout(inside)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(12)
        for part, share in middle:
            self._middle.addWidget(part, share)
        beside = Cards()
        said = QVBoxLayout(beside)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(right)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 16, 16, 16)
        self._row.setSpacing(16)
        self._row.addWidget(self._left)
        for part in (inside, beside):
            self._row.addWidget(Scrolled(part))
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        wide = self.width() / self._look.sizes.scale >= THREE_FROM
        columns = 3 if wide else 2
        if columns == self._columns:
            return
        self._columns = columns
        px = self._look.px
        if wide:
            self._row.insertWidget(0, self._left)
            self._left.setMinimumSize(px(240), 0)
            self._left.setMaximumWidth(px(340))
        else:
            self._middle.insertWidget(self._after, self._left)
            self._left.setMinimumSize(0, px(340))
            self._left.setMaximumWidth(16_777_215)
        for at, share in enumerate(SHARES[columns][-self._row.count() :]):
            self._row.setStretch(at, share)
