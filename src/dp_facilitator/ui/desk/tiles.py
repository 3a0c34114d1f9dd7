"""A layout of equal tiles that wraps to the width there is."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.flow import WrappedLayout


class TileLayout(WrappedLayout):
    """Equal tiles in rows; as many side by side as keep a readable width, each row as high as its highest."""

    def __init__(self, look: Look, parent: QWidget | None = None, most: int = 4) -> None:
        super().__init__(parent)
        self._look = look
        self._most = most
        self.setSpacing(14)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self.heightForWidth(self._look.px(600)))

    def minimumSize(self) -> QSize:
        return QSize(self._look.px(200), 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        gap, least = self.spacing(), self._look.px(262)
        columns = max(1, min(self._most, (rect.width() + gap) // (least + gap)))
        wide = (rect.width() - gap * (columns - 1)) // columns
        top = rect.top()
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            high = max(item.heightForWidth(wide) for item in row)
            for column, item in enumerate(row):
                if move:
                    item.setGeometry(QRect(rect.left() + column * (wide + gap), top, wide, high))
            top += high + gap
        return max(0, top - gap - rect.top())
