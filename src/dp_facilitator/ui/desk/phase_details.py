"""Everything else about the phase that is open, under five headings."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.words import tr

from .capture_rows import CaptureRows
from .cue_rows import CueRows
from .phase_panels import DeskPanel, RoomPanel, TimePanel
from .side_card import Tab


class PhaseDetails(QFrame):
    """The words of the room, the rules of the time, cues, what is written down, and what the desk sees.

    Signals: written(object, object), timed(object, str, int), asked(str, object) – as those of its parts.
    """

    written = Signal(object, object)
    timed = Signal(object, str, int)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make()
        self._lay_out()
        self._connect()

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the phase at a path, under the heading that was last chosen."""
        self.setAccessibleName(tr("Details of {title}").format(title=editing.value((*path, "title"))))
        for panel in self._panels:
            panel.show_phase(editing, path, locked)
        for key, tab, words in (("cues", self.tabs[2], tr("Cues")), ("captures", self.tabs[3], tr("Written down"))):
            count = editing.count((*path, key))
            tab.show_words(f"{words} {count}" if count else words)

    def turn_to(self, n: int) -> None:
        """Turns to a heading, counted from 0."""
        self.tabs[n].click()

    def _make(self) -> None:
        self.setProperty("role", "tile")
        self.room = RoomPanel(self._look)
        self.time = TimePanel(self._look)
        self.cues = CueRows(self._look)
        self.captures = CaptureRows(self._look)
        self.desk = DeskPanel(self._look)
        self._panels = (self.room, self.time, self.cues, self.captures, self.desk)
        words = (tr("In the room"), tr("Time and turns"), tr("Cues"), tr("Written down"), tr("At the desk"))
        self.tabs = tuple(Tab(self._look, said) for said in words)
        self._group = QButtonGroup(self)
        for n, tab in enumerate(self.tabs):
            tab.show_large(False)
            self._group.addButton(tab, n)
        self.tabs[0].setChecked(True)

    def _lay_out(self) -> None:
        headings = Flow(10)
        for tab in self.tabs:
            headings.add(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(8)
        column.addWidget(headings)
        for panel in self._panels:
            column.addWidget(panel)
            panel.setVisible(panel is self.room)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._turn)
        for panel in self._panels:
            panel.written.connect(self.written)
        self.cues.timed.connect(self.timed)
        self.cues.asked.connect(self.asked)
        self.captures.asked.connect(self.asked)

    @Slot(int)
    def _turn(self, n: int) -> None:
        for m, panel in enumerate(self._panels):
            panel.setVisible(m == n)
