"""The icon set: own SVG drawings in one style, coloured when they are drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """The drawings of one folder, each rendered once per colour, size and screen density.

    A file is on a 24 px grid and paints in `currentColor`. An unknown name raises KeyError, so
    that a slip of the pen shows in the first test and not as an empty button.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._drawings: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def names(self) -> tuple[str, ...]:
        """Every icon there is, in order."""
        return tuple(sorted(path.stem for path in self.folder.glob("*.svg")))

    def icon(self, name: str, colour: str, size: int) -> QIcon:
        """An icon that stays crisp at one, two and three device pixels a pixel."""
        icon = QIcon()
        for ratio in (1.0, 1.5, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
        return icon

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """One drawing, `size` logical pixels square, in #RRGGBB."""
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(self._drawing(name), colour, size, ratio)
        return self._pixmaps[key]

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            path = self.folder / f"{name}.svg"
            if not path.is_file():
                raise KeyError(f"there is no icon called {name!r}")
            self._drawings[name] = path.read_text(encoding="utf-8")
        return self._drawings[name]

    @staticmethod
    def _render(drawing: str, colour: str, size: int, ratio: float) -> QPixmap:
        side = max(1, round(size * ratio))
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        svg = drawing.replace("currentColor", colour).encode("utf-8")
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
