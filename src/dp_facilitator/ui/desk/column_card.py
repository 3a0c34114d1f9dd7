"""A card that stands in a column of a page and gives its height to what scrolls inside it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from dp_facilitator.ui.widgets.card import Card


class ColumnCard(Card):
    """As high as it is made, and never lower than its parts need.

    A card around wrapped words would otherwise ask for the full height of every list in it, and the whole page would
    scroll instead of the list.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        wraps = self.body.hasHeightForWidth()
        least = self.body.minimumHeightForWidth(self.width()) if wraps else self.body.minimumSize().height()
        if least != self.minimumHeight():
            self.setMinimumHeight(least)
