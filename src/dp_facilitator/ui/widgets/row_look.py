"""How one row of a `ReorderList` is drawn and edited."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.row_model import ROW_ROLE, Row, letter_of
from dp_facilitator.words import tr

_Index = QModelIndex | QPersistentModelIndex
_GAP = 8


class RowLook(QStyledItemDelegate):
    """A white row: letter badge, name, status at the right, a cross on the current row, a grip."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._look.px(160), self._look.px(60 if self._stacked() else 50) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        row: Row = index.data(ROW_ROLE)
        card = self._card(option.rect)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        ringed = current and self._view.hasFocus()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if ringed else "control_border" if hovered or current else "line"
        wide = 2 if ringed else 1
        painter.setPen(QPen(look.colour(edge), wide))
        painter.setBrush(look.colour("field"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), 10, 10)
        self._paint_badge(painter, card, letter_of(index.row()))
        self._paint_tools(painter, card, current or hovered)
        name = self._name_box(card, roomy=self._stacked() and not (current or hovered))
        font = look.font(look.sizes.body, 600)
        wanted = QFontMetrics(font).horizontalAdvance(row.name) + 4
        if self._stacked() and row.status:
            half = card.height() // 2
            self._paint_status(painter, name.adjusted(0, half - 2, 0, -6), row, 0)
            name.adjust(0, 6, 0, 2 - half)
        else:
            name.setRight(self._paint_status(painter, name, row, wanted) - 8)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def close_box(self, rect: QRect) -> QRect:
        """Where the cross is on a row: the place a click removes it, in view coordinates."""
        return self._cross(self._card(rect))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setMaxLength(120)
        editor.setAccessibleName(tr("Name"))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        box = self._name_box(self._card(option.rect))
        editor.setGeometry(box.adjusted(-8, self._look.px(6), 0, -self._look.px(6)))

    def _stacked(self) -> bool:
        """Whether a row is too narrow for a name and its status side by side."""
        return self._view.viewport().width() < self._look.px(280)

    def _card(self, rect: QRect) -> QRect:
        return rect.adjusted(0, 0, -2, -_GAP)

    def _cross(self, card: QRect) -> QRect:
        side = max(24, self._look.px(24))
        left = card.right() - self._look.px(34) - side
        return QRect(left, card.top() + (card.height() - side) // 2, side, side)

    def _name_box(self, card: QRect, *, roomy: bool = False) -> QRect:
        """Between the badge and the cross, or the grip if `roomy`: the name and its status."""
        cross = self._cross(card)
        end = cross.right() if roomy else cross.left()
        return card.adjusted(24 + self._look.px(30), 0, end - card.right() - 6, 0)

    def _paint_badge(self, painter: QPainter, card: QRect, letter: str) -> None:
        side = self._look.px(30)
        box = QRect(card.left() + 12, card.top() + (card.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(self._look.colour("accent"))
        painter.setFont(self._look.font(self._look.sizes.small, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_tools(self, painter: QPainter, card: QRect, active: bool) -> None:
        look = self._look
        ratio = self._view.devicePixelRatioF()
        side = look.px(20)
        grip = look.pixmap("grip", "control_border", 20, ratio)
        middle = card.top() + card.height() // 2
        painter.drawPixmap(card.right() - look.px(8) - side, middle - side // 2, grip)
        if active:
            cross = self._cross(card)
            inset = (cross.width() - look.px(16)) // 2
            picture = look.pixmap("close", "muted", 16, ratio)
            painter.drawPixmap(cross.left() + inset, cross.top() + inset, picture)

    def _paint_status(self, painter: QPainter, area: QRect, row: Row, wanted: int) -> int:
        """Draw the status at the right of an area; answers where it begins.

        A long name (`wanted` pixels) may take from the status, though it is left two fifths of
        the room. `wanted` 0 means a line of its own, set from the left.
        """
        if not row.status:
            return area.right()
        look = self._look
        text = f"✓ {row.status}" if row.good else row.status
        font = look.font(look.sizes.small, 600 if row.good else 400)
        metrics = QFontMetrics(font)
        room = max(round(area.width() * 0.4), area.width() - wanted - 12)
        side = Qt.AlignmentFlag.AlignRight
        if not wanted:
            room, side = area.width(), Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(shown) + 2
        left = area.left() if not wanted else area.right() - wide
        box = QRect(left, area.top(), wide, area.height())
        painter.setFont(font)
        painter.setPen(look.colour("good" if row.good else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)
        return box.left()
