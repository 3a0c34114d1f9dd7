"""Where the clock stands, with what may come above it: the clock gives up the height, so that Next does not move."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look

from .column_card import least_height

BANNER: Final = 78
"""Pixels, at 100 %, of a banner of one line, with the gap below it."""


class ClockPlace(QWidget):
    """Guests, such as a banner, above the clock. As high as the clock alone with room for one small banner.

    Only guests that need more than the clock can give make it higher.
    """

    def __init__(self, look: Look, guests: tuple[QWidget, ...], clock: QWidget) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for guest in guests:
            column.addWidget(guest)
        column.addWidget(clock, 1)
        look.changed.connect(self._keep_height)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self._clock.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._clock.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    @Slot()
    def _keep_height(self) -> None:
        usual = least_height(self._clock, self.width()) + self._look.px(BANNER)
        least = max(usual, least_height(self, self.width()))
        if least != self.minimumHeight():
            self.setMinimumHeight(least)
