"""Which theme the desk wears: the one that was chosen, or the one that suits this computer (A19).

And from which side it is read, which goes with the language.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, Qt, Slot
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Sizes, Tokens, load_tokens
from dp_facilitator.words import language

NAMES: Final = ("paper", "night", "contrast")


class Dressing(QObject):
    """The desk's look and the room's, and the themes they are chosen from."""

    def __init__(self, qt: QApplication, themes: Path, icons: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qt = qt
        qt.setLayoutDirection(QLocale(language()).textDirection())
        self.themes = {name: load_tokens(themes / f"{name}.json") for name in NAMES}
        drawings = Icons(icons)
        self.desk = Look(self.themes["paper"], Sizes(), drawings, self)
        self.room = Look(self.themes["night"], Sizes(), drawings, self)
        self._theme = ""
        self._scale = 1.0
        self._dressed = False
        hints = qt.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def wear(self, theme: str, scale: float) -> None:
        """Dresses the whole desk; "system" follows this computer from now on."""
        if (theme, scale) != (self._theme, self._scale):
            self._theme, self._scale = theme, scale
            self._put_on()

    def dress(self) -> None:
        """Puts it on the whole program, and from now on every change of it.

        After the first page is made: putting a style sheet on once takes half as long as making widgets under it.
        """
        self._dressed = True
        self.desk.dress(self._qt)

    def worn(self) -> Tokens:
        """The theme that the choice comes to now."""
        return self.themes[suits(self._qt.styleHints()) if self._theme == "system" else self._theme]

    def _put_on(self) -> None:
        self.desk.wear(self.worn(), self._scale)
        if self._dressed:
            self.desk.dress(self._qt)

    @Slot()
    def _follow(self) -> None:
        if self._theme == "system" and self.worn() != self.desk.tokens:
            self._put_on()


def suits(hints: QStyleHints) -> str:
    """The theme that is nearest to what the system asks for: more contrast first, then dark or light."""
    contrast = hints.accessibility().contrastPreference() if hasattr(hints, "accessibility") else None
    if contrast is not None and contrast == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "night" if hints.colorScheme() == Qt.ColorScheme.Dark else "paper"
