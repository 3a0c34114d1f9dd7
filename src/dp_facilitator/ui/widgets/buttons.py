"""The buttons of every page that Qt and the stylesheet draw."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.big_buttons import ActionButton, MainButton
from dp_facilitator.ui.widgets.following import FollowingButton
from dp_facilitator.ui.widgets.text import plain_tip

__all__ = ["LINK_INSET", "ActionButton", "IconButton", "LinkButton", "MainButton", "PrimaryButton", "QuietButton"]


class _Ringed(FollowingButton):
    """A button that shows the focus as a ring inside, where it may stand out from no ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        inside = self.property("role") == "primary" or self.property("inset") or self.isChecked()
        if self.hasFocus() and inside:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().buttonText().color(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 6, 6)


class PrimaryButton(_Ringed):
    """The one obvious step of a page: filled, 52 pixels high."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("role", "primary")


class QuietButton(_Ringed):
    """A small outlined button, 40 pixels high, for what is needed now and then."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("role", "quiet")


LINK_INSET: Final = 6
"""Pixels between a link's edge and its words: a row that ends in one reaches out by them, to stand in line."""


class LinkButton(FollowingButton):
    """Words in the accent colour that lead somewhere ("All plans and your own ›")."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(FollowingButton):
    """A square button with an icon alone; `words` name it for a reader and in the tooltip.

    40 pixels, or 28 with `small`; `quiet` has no ground until the pointer is over it.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        words: str,
        *,
        small: bool = False,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        if not words:
            raise ValueError("an icon alone needs words for those who do not see it")
        self._look = look
        self._icon = icon
        self._colour = "ink"
        self._side = 18 if small else 22
        super().__init__(words, parent)
        self.setProperty("role", "icon")
        self.setProperty("small", small)
        self.setProperty("quiet", quiet)
        look.changed.connect(self._dress)
        self._dress()

    def show_icon(self, icon: str, colour: str = "ink") -> None:
        """Show another drawing of the set, in a token's colour."""
        self._icon = icon
        self._colour = colour
        self._dress()

    @Slot()
    def _dress(self) -> None:
        side = self._look.px(self._side)
        self.setIcon(self._look.icon(self._icon, self._colour, self._side))
        self.setIconSize(QSize(side, side))

    def _say(self) -> None:
        super()._say()
        self.setToolTip(plain_tip(self._tip()))

    def _show(self) -> None:
        self.setText("")
