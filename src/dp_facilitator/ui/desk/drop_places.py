"""Where a phase that is being dragged would come to stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from dp_facilitator.model.draft import Path

from .segment_card import SegmentCard


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Before which phase it would stand, and the line (global pixels) that shows it."""

    path: Path
    line: QRect


def drop_place(cards: Iterable[SegmentCard], spot: QPoint) -> DropPlace | None:
    """The place nearest to a point on the screen; None beside all cards."""
    for card in cards:
        corner = card.mapToGlobal(QPoint(0, 0))
        if not QRect(corner, card.size()).contains(spot):
            continue
        edges = [(n, row.mapToGlobal(QPoint(0, 0)), row.size()) for n, row in enumerate(card.rows())]
        for n, place, size in edges:
            if spot.y() < place.y() + size.height() // 2:
                return DropPlace((*card.path(), "phases", n), QRect(place, size))
        if edges:
            n, place, size = edges[-1]
            return DropPlace((*card.path(), "phases", n + 1), QRect(place + QPoint(0, size.height()), size))
        return DropPlace((*card.path(), "phases", 0), QRect(corner, card.size()))
    return None
