"""A list of names that people put in order: by dragging, or with Alt and the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.row_look import RowLook
from dp_facilitator.ui.widgets.row_model import Row, RowModel, letter_of
from dp_facilitator.words import tr

__all__ = ["ReorderList", "Row", "letter_of"]

_Index = QModelIndex | QPersistentModelIndex


class ReorderList(QListView):
    """Lettered rows with a name, a small status and a grip.

    Keys: Alt Up and Alt Down move, F2 or double-click renames, Delete removes. A move and a
    rename show at once; a removal only asks, and the owner shows the rows that are left.

    Signals:
    reordered(tuple) – the old index of every row, in the new order;
    renamed(int, str) – a row has another name; removed(int) – a row is to go;
    chosen(int) – the current row is another one.
    """

    reordered = Signal(object)
    renamed = Signal(int, str)
    removed = Signal(int)
    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        self._make()
        self._connect()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the current place is kept if the row's name or number still fits."""
        if rows == self._rows.rows():
            return
        at = self.currentIndex().row()
        self._rows.show_rows(rows)
        if rows and at >= 0:
            self.setCurrentIndex(self._rows.index(min(at, len(rows) - 1)))

    def rows(self) -> tuple[Row, ...]:
        return self._rows.rows()

    def move_row(self, start: int, end: int) -> None:
        """Put the row `start` where `end` is now, and say so."""
        order = self._rows.move(start, end)
        if order:
            self.setCurrentIndex(self._rows.index(end))
            self.reordered.emit(order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and row >= 0:
            self.move_row(row, row + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.removed.emit(row)
        elif event.key() == Qt.Key.Key_Escape and self._gap is not None:
            self._drop_nothing()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._drawn.close_box(self.visualRect(index)).contains(spot):
            self.removed.emit(index.row())
            return
        self._pressed = (index.row(), spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (spot - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap is not None:
            self._gap = self._gap_at(spot)
            self._scroll_to(spot)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, gap = self._pressed, self._gap
        self._drop_nothing()
        if pressed is not None and gap is not None:
            start = pressed[0]
            self.move_row(start, gap if gap <= start else gap - 1)
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectedIndexes() and self._rows.rows():
            # Else Tab would bring the focus to a list that does not show where.
            self.setCurrentIndex(self._rows.index(max(0, self.currentIndex().row())))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._look.colour("focus"), 3))
        y = self._line_at(self._gap)
        painter.drawLine(4, y, self.viewport().width() - 6, y)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def _make(self) -> None:
        self._rows = RowModel(self)
        self._drawn = RowLook(self._look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._drawn)
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setAccessibleName(tr("People, in order"))
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)

    def _connect(self) -> None:
        self._rows.named.connect(self.renamed)
        self._look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _gap_at(self, spot: QPoint) -> int:
        """Before which row something dropped here would stand."""
        for row in range(self._rows.rowCount()):
            if spot.y() < self.visualRect(self._rows.index(row)).center().y():
                return row
        return self._rows.rowCount()

    def _line_at(self, gap: int) -> int:
        last = self._rows.rowCount() - 1
        if gap <= last:
            return max(2, self.visualRect(self._rows.index(gap)).top() - 2)
        return self.visualRect(self._rows.index(last)).bottom() - 2

    def _scroll_to(self, spot: QPoint) -> None:
        bar, edge = self.verticalScrollBar(), 24
        if spot.y() < edge:
            bar.setValue(bar.value() - 12)
        elif spot.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + 12)

    def _drop_nothing(self) -> None:
        self._pressed = None
        self._gap = None
        self.viewport().unsetCursor()
        self.viewport().update()
