"""Parts of a page that give their height to what scrolls inside them, and are never lower than they need to be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dp_facilitator.ui.widgets.card import Card

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class KeepsHeight(_Base):
    """Stands before the Qt class among the bases: as high as it is made, and never lower than its parts need.

    A part with wrapped words would otherwise ask for the full height of every list and picture in it, and the whole
    page would scroll instead of the list.
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
        least = least_height(self, self.width())
        if least != self.minimumHeight():
            self.setMinimumHeight(least)


class ColumnCard(KeepsHeight, Card):
    """A card that stands in a column of a page."""


class OneOf(KeepsHeight, QStackedWidget):
    """One of several pages; only the one that is shown needs room."""

    def _keep_height(self) -> None:
        page = self.currentWidget()
        least = least_height(page, self.width()) if page is not None else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)


def least_height(part: QWidget, width: int) -> int:
    """The height below which something in a part would be cut, at a width."""
    layout = part.layout()
    if layout is None or isinstance(part, QStackedWidget):
        return part.minimumSizeHint().height()
    if layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(width)
    return layout.minimumSize().height()
