"""The timetable that an agenda makes, line by line, with what is left out in its place."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import plain_tip
from dp_facilitator.words import tr

from .agenda_values import AgendaLine

_Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole


class AgendaModel(QAbstractTableModel):
    """Lines of a timetable; SORT_ROLE answers the place of a line, since its order is its meaning."""

    ROW, WHEN, WHAT, LENGTH = range(4)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[AgendaLine, ...] = ()

    def show_lines(self, lines: tuple[AgendaLine, ...]) -> None:
        """Shows these lines instead."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def lines(self) -> tuple[AgendaLine, ...]:
        return self._lines

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return (tr("Row"), tr("Starts"), tr("What happens"), tr("Time"))[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (line.row, line.when, line.what, line.length)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line.tip) if line.tip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(column)
            case Qt.ItemDataRole.ForegroundRole:
                name = "warning" if line.kind == "left out" else "muted" if column in (self.ROW, self.WHEN) else "ink"
                return self._look.colour(name)
            case Qt.ItemDataRole.FontRole:
                return self._font(line, column)
        return index.row() if role == SORT_ROLE else None

    def _font(self, line: AgendaLine, column: int) -> QFont:
        sizes = self._look.sizes
        if column == self.ROW:
            return self._look.font(sizes.small)
        strong = line.kind == "heading" or column == self.LENGTH
        return self._look.font(sizes.body, 700 if strong else 400)

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in (self.ROW, self.LENGTH) else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _Wrapped(QStyledItemDelegate):
    """Lines as high as their words need: Qt forgets the padding of the style sheet and would cut the last one."""

    PADDING = 32

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        if index.column() != AgendaModel.WHAT:
            return hint
        view = self.parent()
        wide = view.columnWidth(AgendaModel.WHAT) - self.PADDING if isinstance(view, QTableView) else hint.width()
        words = str(index.data() or "")
        metrics = QFontMetrics(index.data(Qt.ItemDataRole.FontRole))
        needed = metrics.boundingRect(QRect(0, 0, wide, 10_000), Qt.TextFlag.TextWordWrap, words)
        return QSize(hint.width(), needed.height() + 2 * 9)


class AgendaTable(QTableView):
    """Scrolls by itself; Up and Down go through its lines. Nothing in it can be changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.lines = AgendaModel(look, self)
        self.setModel(self.lines)
        self.setItemDelegate(_Wrapped(self))
        self.setAccessibleName(tr("The timetable that comes of it"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(AgendaModel.WHAT, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: tuple[AgendaLine, ...]) -> None:
        """Shows these lines, from the first."""
        self.lines.show_lines(lines)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()  # words that were wrapped for another width would be cut

    @Slot()
    def _dress(self) -> None:
        px = self._look.px
        for column, wide in ((AgendaModel.ROW, 64), (AgendaModel.WHEN, 84), (AgendaModel.LENGTH, 92)):
            self.setColumnWidth(column, px(wide))
        self.verticalHeader().setMinimumSectionSize(px(38))
        self.resizeRowsToContents()
