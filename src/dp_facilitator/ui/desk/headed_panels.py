"""Panels under a row of headings, of which one is open."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.flow import Flow

from .side_card import Tab


class HeadedPanels(QFrame):
    """A frame with one heading for each panel; the first is open until another is turned to."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tabs: tuple[Tab, ...] = ()
        self._panels: tuple[QWidget, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._press)
        self.setProperty("role", "tile")

    def turn_to(self, n: int) -> None:
        """Turns to a heading, counted from 0."""
        self.tabs[n].click()

    def head(self, words: tuple[str, ...], panels: tuple[QWidget, ...]) -> None:
        """Gives each panel its heading and lays them out; called once."""
        self._panels = panels
        self.tabs = tuple(Tab(self._look, said) for said in words)
        headings = Flow(10)
        for n, tab in enumerate(self.tabs):
            tab.show_large(False)
            self._group.addButton(tab, n)
            headings.add(tab)
        self.tabs[0].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(8)
        column.addWidget(headings)
        for panel in panels:
            column.addWidget(panel)
        self._turn(0)

    @Slot(int)
    def _press(self, n: int) -> None:
        # A field that is hidden with the focus in it would hand it on, and the page would scroll there.
        self.tabs[n].setFocus()
        self._turn(n)

    def _turn(self, n: int) -> None:
        for m, panel in enumerate(self._panels):
            panel.setVisible(m == n)
