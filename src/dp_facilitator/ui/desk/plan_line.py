"""One plan in the list of plans."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain_tip
from dp_facilitator.words import tr

from .plans_values import ListedPlan

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PlanLine(Pressing, QAbstractButton):
    """Its title, and below it how long it takes for how many, or that its file cannot be used.

    Signals: picked(str) – pressed, with the plan's name.
    """

    picked = Signal(str)

    def __init__(self, look: Look, plan: ListedPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._plan = plan
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = (plan.title, plan.length, tr("comes with the app") if plan.shipped else "", plan.problem)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip(plain_tip("\n".join(part for part in (plan.title, plan.length, plan.problem) if part)))
        self.clicked.connect(self._pick)
        look.changed.connect(self._dress)

    def key(self) -> str:
        return self._plan.name

    def show_chosen(self, chosen: bool) -> None:
        """Mark the plan that is shown."""
        self._chosen = chosen
        self.setAccessibleDescription(tr("shown now") if chosen else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(54))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self._look.px(54))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._chosen or self.underMouse():
            painter.setBrush(look.colour("accent_soft" if self._chosen else "ground"))
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        words, small = look.font(look.sizes.body, 600), look.font(look.sizes.small)
        high, below = QFontMetrics(words).height(), QFontMetrics(small).height()
        left, wide = look.px(10), int(box.width()) - 2 * look.px(10)
        top = (box.height() - high - below) / 2
        problem = self._plan.problem
        under = f"▲ {problem}" if problem else self._plan.length
        lines = (
            (self._plan.title, words, "accent" if self._chosen else "ink", top, high),
            (under, small, "warning" if problem else "muted", top + high, below),
        )
        for text, font, colour, y, line in lines:
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(left, y, wide, line), _LEFT, shown)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self._plan.name)
