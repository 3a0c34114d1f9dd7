"""The run sheet at the desk: where we are, with planned and actual."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .sheet_rows import SheetRow

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractListModel):
    """The rows of the run sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SheetRow, ...] = ()

    def show_rows(self, rows: tuple[SheetRow, ...]) -> None:
        """Shows these rows; tells the view only of what differs."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rows(self) -> tuple[SheetRow, ...]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title}  {row.right}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW else None


class _Painter(QStyledItemDelegate):
    """Paints a row: done ones quiet, the current turn on a tinted ground, the current step solid."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: SheetRow = index.data(ROW)
        return QSize(self._look.px(120), self._look.px(30 if row.kind == "step" else 37))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SheetRow = index.data(ROW)
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if row.in_turn:
            self._ground(painter, box, index)
        ink = look.colour("muted" if row.state in ("done", "not run") else "ink")
        if row.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(box.adjusted(look.px(6), 1, -look.px(6), -1), look.px(8), look.px(8))
            ink = look.colour("on_accent")
        elif row.in_turn and row.kind == "turn":
            ink = look.colour("accent")
        left = look.px(14 if row.kind == "turn" or row.current else 20)
        self._words(painter, box.adjusted(left, 0, -look.px(16), 0), row, ink)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, index: Index) -> None:
        """One tinted card behind the whole turn: its ends are round, its middle is not."""
        rows = index.model().rowCount()
        first = index.row() == 0 or not index.sibling(index.row() - 1, 0).data(ROW).in_turn
        last = index.row() == rows - 1 or not index.sibling(index.row() + 1, 0).data(ROW).in_turn
        reach = self._look.px(12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        painter.setClipRect(box)
        painter.drawRoundedRect(box.adjusted(0, 0 if first else -reach, 0, 0 if last else reach), reach, reach)
        painter.setClipping(False)

    def _words(self, painter: QPainter, box: QRect, row: SheetRow, ink: QColor) -> None:
        look = self._look
        bold = row.kind == "turn" or row.current
        title = look.font(look.sizes.small if row.kind == "step" else look.sizes.body - 1, 600 if bold else 400)
        times = look.font(look.sizes.small, 600 if row.current else 400)
        times.setFeature(QFont.Tag("tnum"), 1)
        painter.setPen(QPen(ink))
        taken = QFontMetrics(times).horizontalAdvance(row.right) + look.px(10)
        painter.setFont(times)
        if not row.current and not (row.in_turn and row.kind == "turn"):
            painter.setPen(look.colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.right)
        painter.setPen(QPen(ink))
        if row.state in ("done", "now") and (row.kind == "step" or row.state == "done"):
            side = look.px(14)
            name = "check" if row.state == "done" else "play"
            colour = "on_accent" if row.current else "muted"
            mark = look.pixmap(name, colour, 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(box.left(), box.center().y() - side // 2, side, side, mark)
            box = box.adjusted(side + look.px(6), 0, 0, 0)
        painter.setFont(title)
        words = QFontMetrics(title).elidedText(row.title, Qt.TextElideMode.ElideRight, box.width() - taken)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


class RunSheet(QListView):
    """The list itself; follows the current step."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = SheetModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(look, self))
        self.setProperty("role", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(tr("Run sheet"))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 8, 8)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def show_rows(self, rows: tuple[SheetRow, ...]) -> None:
        """Shows the rows and keeps the current one in view."""
        before = self._model.rows()
        self._model.show_rows(rows)
        now = [at for at, row in enumerate(rows) if row.current]
        was = [at for at, row in enumerate(before) if row.current]
        if now and (now != was or len(rows) != len(before)):
            self.scrollTo(self._model.index(now[0]), QAbstractItemView.ScrollHint.EnsureVisible)
