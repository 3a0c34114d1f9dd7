"""What stands above the note box: where there is little height, it scrolls as a whole, and the box stays in sight."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look

from .scrolled import Scrolled

NOTES_FROM: Final = 120
"""Pixels, at 100 %, that the notes have at least to scroll in by themselves."""
LEAST: Final = 60
_GAP: Final = 10


class NotesAbove(Scrolled):
    """Parts one below the other, then the notes.

    With height enough only the notes scroll, and the parts stand still above them; else all of it scrolls together.
    Signal: `grew()` when there is more or less to scroll through than before.
    """

    grew = Signal()

    def __init__(self, look: Look, parts: tuple[QWidget, ...], notes: QWidget) -> None:
        self._look = look
        self._parts = parts
        self._notes = notes
        self._area = Scrolled(notes)
        self._inside = _Inside()
        super().__init__(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self._area, 1)
        self._inside.laid_out.connect(self._share)
        for area in (self, self._area):
            area.verticalScrollBar().rangeChanged.connect(self._say_grown)
        look.changed.connect(self._share)
        self._share()

    def show_all_of(self, note: QWidget) -> None:
        """Scrolls so that a note is seen."""
        self._area.ensureWidgetVisible(note, 0, 8)
        self.ensureWidgetVisible(note, 0, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    @Slot()
    def _share(self) -> None:
        wide, px = self.viewport().width(), self._look.px
        parts = [_high(part, wide) + _GAP for part in self._parts if not part.isHidden()]
        together = self.viewport().height() < sum(parts) + px(NOTES_FROM)
        policy = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if together else policy.ScrollBarAsNeeded)
        self._area.setMinimumHeight(_high(self._notes, wide) if together else px(LEAST))
        self.setMinimumHeight(px(LEAST))

    @Slot(int, int)
    def _say_grown(self, _least: int, _most: int) -> None:
        self.grew.emit()


class _Inside(QWidget):
    """Tells when what is in it wants another height. Signal: laid_out()."""

    laid_out = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done


def _high(part: QWidget, wide: int) -> int:
    high = part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
    return max(high, part.minimumSizeHint().height())
