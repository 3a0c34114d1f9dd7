"""The plans on the home page, as cards to choose from."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look, mix
from dp_facilitator.ui.widgets.bar import PhaseBar
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain_tip, wrap_lines
from dp_facilitator.words import tr

from .home_values import PlanCard
from .phase_kinds import bar
from .tiles import TileLayout

PADDING = 18


class PlanTile(Pressing, QAbstractButton):
    """One plan: title, summary, how long, for how many, and its course as a bar. Click, Return or Space choose it.

    Signals: chosen(str) – with the plan's name.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, card: PlanCard, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._card = card
        self._first = first
        self._heights: dict[int, int] = {}
        self._make()
        self._connect()

    def heightForWidth(self, width: int) -> int:
        # A layout asks a dozen times before it settles, and breaking words into lines takes long.
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        room = width - 2 * PADDING
        high = len(self._title(room)) * self._line(self._title_font()) + 4
        high += len(self._summary(room)) * self._line(self._small_font()) + self._look.px(12)
        return 2 * PADDING + high + self._line(self._foot_font()) + self._look.px(6) + self._look.px(10)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self._look.px(280)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = self._look.px(10)
        self._bar.setGeometry(PADDING, self.height() - PADDING - high, self.width() - 2 * PADDING, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        room = self.width() - 2 * PADDING
        corner = QPoint(PADDING, PADDING)
        corner = self._paint_lines(painter, corner, self._title(room), self._title_font(), "ink")
        colour = "warning" if self._card.problem else "muted"
        self._paint_lines(painter, corner + QPoint(0, 4), self._summary(room), self._small_font(), colour)
        self._paint_foot(painter, room)

    def _make(self) -> None:
        card = self._card
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.take_focus_by_tab()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(
            tr("{problem} {length}. For {people}.")
            .format(problem=card.problem or card.summary, length=card.length, people=card.people)
            .strip()
        )
        self.setToolTip(plain_tip(f"{card.title}\n{card.problem or card.summary}"))
        self._bar = PhaseBar(self._look, self._look.px(10), self)
        self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.show_segments(bar(card.bar))

    def _connect(self) -> None:
        self.clicked.connect(self._choose)
        self._look.changed.connect(self._dress)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._card.name)

    @Slot()
    def _dress(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _paint_box(self, painter: QPainter) -> None:
        look = self._look
        strong = self.hasFocus() or self._first
        quiet = "control_border" if self.underMouse() else "line"
        edge = "focus" if self.hasFocus() else "accent" if self._first else quiet
        fill = look.colour("card")
        if self.isDown():
            fill = mix(fill, look.colour("ink"), 0.06)
        wide = 3 if self.hasFocus() else 2 if strong else 1
        painter.setPen(QPen(look.colour(edge), wide))
        painter.setBrush(fill)
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 14 - inset, 14 - inset)
        if self.hasFocus() and self._first:
            # Its edge is strong without the focus too: a second ring tells them apart.
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(7, 7, -7, -7), 8, 8)

    def _paint_lines(
        self, painter: QPainter, corner: QPoint, lines: tuple[str, ...], font: QFont, colour: str
    ) -> QPoint:
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        for line in lines:
            box = QRect(corner, QSize(self.width() - 2 * PADDING, self._line(font)))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
            corner = corner + QPoint(0, self._line(font))
        return corner

    def _paint_foot(self, painter: QPainter, room: int) -> None:
        high = self._line(self._foot_font())
        top = self.height() - PADDING - self._look.px(10) - self._look.px(6) - high
        box = QRect(PADDING, top, room, high)
        painter.setFont(self._foot_font())
        painter.setPen(self._look.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._card.length)
        left = QFontMetrics(self._foot_font()).horizontalAdvance(self._card.length) + self._look.px(12)
        small = self._look.font(self._look.sizes.small)
        people = QFontMetrics(small).elidedText(self._card.people, Qt.TextElideMode.ElideRight, room - left)
        painter.setFont(small)
        painter.setPen(self._look.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, people)

    def _title(self, room: int) -> tuple[str, ...]:
        return wrap_lines(self._card.title, self._title_font(), room, 2)

    def _summary(self, room: int) -> tuple[str, ...]:
        words = f"▲ {self._card.problem}" if self._card.problem else self._card.summary
        return wrap_lines(words, self._small_font(), room, 3)

    def _title_font(self) -> QFont:
        return self._look.font(self._look.px(18), 700)

    def _small_font(self) -> QFont:
        return self._look.font(self._look.sizes.body)

    def _foot_font(self) -> QFont:
        return self._look.font(self._look.sizes.body, 600)

    def _line(self, font: QFont) -> int:
        return QFontMetrics(font).height() + 1


class PlanTiles(QWidget):
    """All plans as tiles.

    Signals: chosen(str) – the name of a plan.
    """

    chosen = Signal(str)
    FEW = 8

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: tuple[PlanCard, ...] = ()
        self._tiles: list[PlanTile] = []
        self._row = TileLayout(look, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_plans(self, cards: tuple[PlanCard, ...]) -> None:
        """Shows these plans, the likeliest first."""
        if cards == self._cards:
            return
        self._cards = cards
        focused = any(tile.hasFocus() for tile in self._tiles)
        while (item := self._row.takeAt(0)) is not None:
            tile = item.widget()
            if tile is not None:
                tile.hide()
                tile.deleteLater()
        self._tiles = [PlanTile(self._look, card, first=not number) for number, card in enumerate(cards)]
        for tile in self._tiles:
            tile.chosen.connect(self.chosen)
            self._row.addWidget(tile)
        if focused and self._tiles:
            self._tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def show_all(self, everything: bool) -> None:
        """Shows every plan, or only the first few."""
        for number, tile in enumerate(self._tiles):
            tile.setVisible(everything or number < self.FEW)
        self.updateGeometry()

    def tiles(self) -> tuple[PlanTile, ...]:
        return tuple(self._tiles)
