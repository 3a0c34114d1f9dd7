"""Everything else about the phase that is open, under five headings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .capture_rows import CaptureRows
from .cue_rows import CueRows
from .headed_panels import HeadedPanels
from .phase_panels import DeskPanel, RoomPanel, TimePanel


class PhaseDetails(HeadedPanels):
    """The words of the room, the rules of the time, cues, what is written down, and what the desk sees.

    Signals: written(object, object), timed(object, str, int), asked(str, object) – as those of its parts.
    """

    written = Signal(object, object)
    timed = Signal(object, str, int)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._make()
        self._connect()

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the phase at a path, under the heading that was last chosen."""
        self.setAccessibleName(tr("Details of {title}").format(title=editing.value((*path, "title"))))
        for part in self._parts:
            part.show_phase(editing, path, locked)
        for key, tab, words in (("cues", self.tabs[2], tr("Cues")), ("captures", self.tabs[3], tr("Written down"))):
            count = editing.count((*path, key))
            tab.show_words(f"{words} {count}" if count else words)

    def _make(self) -> None:
        self.room = RoomPanel(self._look)
        self.time = TimePanel(self._look)
        self.cues = CueRows(self._look)
        self.captures = CaptureRows(self._look)
        self.desk = DeskPanel(self._look)
        self._parts = (self.room, self.time, self.cues, self.captures, self.desk)
        words = (tr("In the room"), tr("Time and turns"), tr("Cues"), tr("Written down"), tr("At the desk"))
        self.head(words, self._parts)

    def _connect(self) -> None:
        for part in self._parts:
            part.written.connect(self.written)
        self.cues.timed.connect(self.timed)
        self.cues.asked.connect(self.asked)
        self.captures.asked.connect(self.asked)
