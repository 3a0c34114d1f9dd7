"""A layout of equal tiles that wraps to the width there is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from dp_facilitator.ui.theme import Look


class TileLayout(QLayout):
    """Equal tiles in rows; as many side by side as keep a readable width, each row as high as its highest."""

    def __init__(self, look: Look, parent: QWidget | None = None, most: int = 4) -> None:
        super().__init__(parent)
        self._look = look
        self._most = most
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(14)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

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
