"""Which display is which: by what it says of itself, never by coordinates, and never by a kept QScreen."""

import json
from dataclasses import astuple, dataclass

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from dp_facilitator.words import tr


@dataclass(frozen=True, slots=True)
class ScreenName:
    """A display's identity: the port's name, and what the display says of itself, each perhaps empty."""

    name: str
    manufacturer: str = ""
    model: str = ""
    serial: str = ""

    @property
    def key(self) -> str:
        """The identity as one line of text, for the settings."""
        return json.dumps(astuple(self), ensure_ascii=False)

    @classmethod
    def read(cls, key: str) -> "ScreenName | None":
        """The identity in a line of the settings; None where there is none in it."""
        try:
            parts = json.loads(key)
        except ValueError:
            return None
        if not isinstance(parts, list) or len(parts) != 4 or not all(isinstance(part, str) for part in parts):
            return None
        return cls(*parts)

    @property
    def said(self) -> str:
        """What a person calls it: "Projector"."""
        return self.model or self.name or tr("the other screen")


def identity(screen: QScreen) -> ScreenName:
    """What a display says of itself."""
    return ScreenName(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())


def screen_names() -> tuple[ScreenName, ...]:
    """The displays that are there now, the primary one first."""
    return tuple(identity(screen) for screen in QGuiApplication.screens())


def find(wanted: ScreenName) -> QScreen | None:
    """The display of this identity, fetched afresh: a QScreen that is kept may die under Python's hands."""
    return next((screen for screen in QGuiApplication.screens() if identity(screen) == wanted), None)


def recognised(wanted: ScreenName, among: tuple[ScreenName, ...]) -> ScreenName | None:
    """The same display among others, also on another port; None where none or several could be meant."""
    if wanted in among:
        return wanted
    itself = (wanted.manufacturer, wanted.model, wanted.serial)
    alike = [one for one in among if (one.manufacturer, one.model, one.serial) == itself]
    return alike[0] if len(alike) == 1 and any(itself) else None


def screen_of(widget: QWidget) -> QScreen | None:
    """The display that most of a window is on; None-safe where the window is nowhere."""
    if not QGuiApplication.screens():
        return None
    at = QGuiApplication.screenAt(widget.frameGeometry().center())
    if at is None:
        mine = identity(widget.screen()) if widget.screen() else None
        at = find(mine) if mine else None
    return at or QGuiApplication.primaryScreen()
