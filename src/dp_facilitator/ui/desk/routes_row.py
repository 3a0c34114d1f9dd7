"""The branch point of a plan: which way on, and what it changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.session import Session
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .offer_tile import OfferTile
from .people_shown import Verb, routes


class RoutesRow(QWidget):
    """The routes that may be taken from the step under way, each with what it changes; hidden without any.

    Signals: wanted(str) – the id of a route.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Verb, ...] = ()
        self._tiles: list[OfferTile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Words(tr("Another way on"), "strong"))
        self.hide()

    def show_session(self, session: Session, now: Moment) -> None:
        """Show the routes that are open now."""
        shown = routes(session, now)
        if shown == self._shown:
            return
        same = [route.name for route in shown] == [route.name for route in self._shown]
        self._shown = shown
        if same:
            for tile, route in zip(self._tiles, shown, strict=True):
                tile.show_offer(route.name, route.words, route.cost)
            return
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = [self._tile(route) for route in shown]
        self.setVisible(bool(shown))

    def _tile(self, route: Verb) -> OfferTile:
        tile = OfferTile(tr("Go on with this"))
        tile.show_offer(route.name, route.words, route.cost)
        tile.wanted.connect(self.wanted)
        self._column.addWidget(tile)
        return tile
