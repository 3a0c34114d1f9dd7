"""One person in a list: letter, name, and a word or two at the right."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain_tip
from dp_facilitator.words import tr

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class NameRow(Pressing, QAbstractButton):
    """A row that is pressed to see more of someone. `key` is the owner's own name for it.

    Signals: picked(str) – pressed, with its key.
    """

    picked = Signal(str)

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._letter = self._name = self._status = ""
        self._short: str | None = None
        self._good = self._chosen = self._quiet = False
        self.take_focus_by_tab()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        look.changed.connect(self._dress)

    def key(self) -> str:
        return self._key

    def name(self) -> str:
        return self._name

    def show_words(
        self,
        name: str,
        letter: str = "",
        status: str = "",
        *,
        short: str | None = None,
        good: bool = False,
        spoken: str = "",
    ) -> None:
        """Letter, name and status; `good` puts a green tick before the status.

        `short` stands for the status where the name would not fit beside it ("" for nothing), `spoken` says it in full.
        Where even that leaves no room for the name, or there is none, the status stands below it.
        """
        self._letter, self._name, self._status, self._good = letter, name, status, good
        self._short = short
        said = (letter, name, spoken or status)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip(plain_tip(self.accessibleName()))
        self.update()

    def show_chosen(self, chosen: bool) -> None:
        """Mark the row whose person is shown."""
        self._chosen = chosen
        self.setAccessibleDescription(tr("shown now") if chosen else "")
        self.update()

    def is_chosen(self) -> bool:
        return self._chosen

    def show_quiet(self, quiet: bool) -> None:
        """Grey the name of someone who is not here."""
        self._quiet = quiet
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._chosen or self.underMouse():
            painter.setBrush(look.colour("accent_soft" if self._chosen else "ground"))
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        left = self._paint_letter(painter, box)
        words = look.font(look.sizes.body, 600)
        wide = QFontMetrics(words).horizontalAdvance(self._name)
        upper = QRectF(left, 0, box.right() - look.px(12) - left, box.height())
        if self._stands_below(left + wide):
            lower = upper.adjusted(0, box.height() * 0.54, 0, -look.px(2))
            upper.setBottom(box.height() * 0.6)
            self._paint_status(painter, lower, _LEFT, self._status)
        else:
            upper.setRight(self._paint_status(painter, upper, _RIGHT, self._beside(left + wide)))
        painter.setFont(words)
        painter.setPen(look.colour("accent" if self._chosen else "muted" if self._quiet else "ink"))
        shown = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, int(upper.width()))
        painter.drawText(upper, _LEFT, shown)

    def _paint_letter(self, painter: QPainter, box: QRectF) -> float:
        """The letter in its square; answers where the name begins."""
        look, side = self._look, self._look.px(28)
        if not self._letter:
            return float(look.px(12))
        badge = QRectF(look.px(8), (box.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("card" if self._chosen else "accent_soft"))
        painter.drawRoundedRect(badge, 8, 8)
        painter.setPen(look.colour("muted" if self._quiet else "accent"))
        painter.setFont(look.font(look.sizes.small, 700))
        painter.drawText(badge, _CENTRE, self._letter)
        return badge.right() + look.px(10)

    def _stands_below(self, name_ends: float) -> bool:
        """Whether the name is too long even beside the short status: then the status stands below it."""
        least = self._status if self._short is None else self._short
        return bool(least) and not self._fits(name_ends, least)

    def _beside(self, name_ends: float) -> str:
        """The status, or its short form where only that fits beside the name."""
        return self._status if self._fits(name_ends, self._status) else self._short or ""

    def _fits(self, name_ends: float, status: str) -> bool:
        return name_ends + 1 <= self.width() - self._look.px(12) - self._taken(status)

    def _taken(self, status: str) -> float:
        """How many pixels a status takes at the right, with the gap before it."""
        return QFontMetrics(self._status_font()).horizontalAdvance(self._marked(status)) + 2 + self._look.px(8)

    def _marked(self, status: str) -> str:
        return f"✓ {status}" if self._good else status

    def _status_font(self) -> QFont:
        return self._look.font(self._look.sizes.small, 600 if self._good else 400)

    def _paint_status(self, painter: QPainter, box: QRectF, side: Qt.AlignmentFlag, status: str) -> float:
        """The status at one side of its place; answers where a name before it has to end."""
        font, text = self._status_font(), self._marked(status)
        if not status:
            return box.right()
        painter.setFont(font)
        painter.setPen(self._look.colour("good" if self._good else "muted"))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) + 2)
        painter.drawText(box, side, shown)
        return box.right() - self._taken(status)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self._key)
