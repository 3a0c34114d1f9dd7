"""The look of one surface: tokens, sizes, fonts and icons, and how a window puts them on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.style_sheet import DIGIT_FAMILIES, WORD_FAMILIES, mix, style_sheet
from dp_facilitator.ui.tokens import Sizes, Tokens

__all__ = ["Look", "apply", "load_fonts", "mark", "mix", "palette", "style_sheet"]


class Look(QObject):
    """What a surface is drawn with; the desk has one and the big screen another.

    Made once per surface and passed to every widget that paints. `wear` changes it for all of
    them at once.

    Signals: changed() – tokens or scale are different now; paint again.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens, sizes: Sizes, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._sizes = sizes
        self._icons = icons

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def sizes(self) -> Sizes:
        return self._sizes

    def wear(self, tokens: Tokens, scale: float) -> None:
        """Put on another theme or text scale (1.0 to 2.0)."""
        self._tokens = tokens
        self._sizes = Sizes(scale)
        self.changed.emit()

    def dress(self, target: QApplication | QWidget) -> None:
        """Give the application or one window this look's palette and stylesheet."""
        target.setPalette(palette(self._tokens))
        target.setFont(self.font(self._sizes.body))
        target.setStyleSheet(style_sheet(self._tokens, self._sizes.scale, self._icons.folder))

    def colour(self, name: str) -> QColor:
        """A token as a colour, by its name in the theme file ("calm", "line", "break")."""
        return QColor(self._tokens.colour(name))

    def px(self, length: float) -> int:
        """A length drawn for 100 %, in this look's text scale."""
        return self._sizes.px(length)

    def font(self, pixels: int, weight: int = 400) -> QFont:
        """The typeface for words; `pixels` is final (take it from `sizes`)."""
        return _font(WORD_FAMILIES, pixels, weight)

    def digit_font(self, pixels: int) -> QFont:
        """The typeface for countdown digits: bold, every digit equally wide."""
        font = _font(DIGIT_FAMILIES, pixels, 700)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, colour: str = "ink", size: int = 20) -> QIcon:
        """An icon of the set in a token's colour; `size` in pixels at 100 %."""
        return self._icons.icon(name, self._tokens.colour(colour), self._sizes.px(size))

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """The same as a picture for painting; `ratio` is the screen's device pixel ratio."""
        return self._icons.pixmap(name, self._tokens.colour(colour), self._sizes.px(size), ratio)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register every .ttf in a folder; answers the families found, none if there is none."""
    families: list[str] = []
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def palette(tokens: Tokens) -> QPalette:
    """The theme as Qt's own colour roles, for what no stylesheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.card,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.over,
        role.PlaceholderText: tokens.muted,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.card,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.ink,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.card,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.control_border,
        role.Shadow: tokens.ink,
    }
    made = QPalette()
    for name, value in colours.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.muted))
    return made


def apply(target: QApplication | QWidget, tokens: Tokens, scale: float = 1.0) -> None:
    """Dress an application or one window without a `Look` (no icons in its stylesheet)."""
    target.setPalette(palette(tokens))
    target.setFont(_font(WORD_FAMILIES, Sizes(scale).body, 400))
    target.setStyleSheet(style_sheet(tokens, scale))


def mark(widget: QWidget, **properties: object) -> None:
    """Set stylesheet properties (role=…, tone=…) and have the rules read again if they differ."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _font(families: tuple[str, ...], pixels: int, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    return font
