"""How a row of past sessions is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dp_facilitator.ui.models import SESSION_ROLE, PastModel
from dp_facilitator.ui.theme import Look, mix

from .home_values import PastSession

_Index = QModelIndex | QPersistentModelIndex


class PastLook(QStyledItemDelegate):
    """Title in bold, the rest quiet, "Open ›" in the accent colour; a bin in the row that is pointed at.

    `hovered` is the row under the pointer or -1. With `two_lines` the first column holds everything but the status.
    """

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.hovered = -1
        self.two_lines = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        session: PastSession = index.data(SESSION_ROLE)
        painter.save()
        if index.row() == self.hovered:
            painter.fillRect(option.rect, mix(self._look.colour("card"), self._look.colour("ink"), 0.04))
        if index.row() + 1 < self._view.model().rowCount():
            painter.fillRect(self._line_under(option.rect), self._look.colour("line"))
        first, last = index.column() == PastModel.SESSION, index.column() == PastModel.OPEN
        left, right = self._look.px(18 if first else 8), self._look.px(18 if last else 8)
        box = option.rect.adjusted(left, 0, -right, 0)
        match index.column():
            case PastModel.SESSION if self.two_lines:
                self._paint_two(painter, box, session)
            case PastModel.DELETE:
                self._paint_bin(painter, option.rect, index.row())
            case PastModel.OPEN:
                self._write(painter, box, index.data(), "accent", 600, Qt.AlignmentFlag.AlignRight)
            case PastModel.SESSION:
                self._write(painter, box, session.title, "ink", 600)
            case PastModel.STATUS if session.problem:
                self._write(painter, box, f"▲ {session.problem}", "warning", 600)
            case _:
                self._write(painter, box, index.data(), "muted")
        painter.restore()

    def _line_under(self, rect: QRect) -> QRect:
        return QRect(rect.left(), rect.bottom(), rect.width(), 1)

    def _paint_two(self, painter: QPainter, box: QRect, session: PastSession) -> None:
        middle = box.center().y()
        upper = QRect(box.left(), box.top(), box.width(), middle - box.top())
        lower = QRect(box.left(), middle, box.width(), box.bottom() - middle)
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        self._write(painter, upper, session.title, "ink", 600, bottom)
        self._write(painter, lower, f"{session.when} · {session.noted}", "muted", 400, top)

    def _paint_bin(self, painter: QPainter, rect: QRect, row: int) -> None:
        current = self._view.hasFocus() and row == self._view.currentIndex().row()
        if row != self.hovered and not current:
            return
        side = self._look.px(20)
        picture = self._look.pixmap("trash", "muted", 20, self._view.devicePixelRatioF())
        left = rect.center().x() - side // 2
        painter.drawPixmap(left, rect.center().y() - side // 2, picture)

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        colour: str,
        weight: int = 400,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font: QFont = self._look.font(self._look.sizes.body, weight)
        vertical = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignBottom
        where = align if align & vertical else align | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, where, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
