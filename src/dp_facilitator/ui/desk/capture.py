"""The capture pane: shows what fits the step, and hands on what is written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from dp_facilitator.model.facts import TimingFact
from dp_facilitator.model.session import Session
from dp_facilitator.ui.theme import Look

from .areas_pane import AreasPane
from .capture_view import PaneKind, pane_for
from .column_card import ColumnCard, OneOf
from .gate_box import GateBox
from .notes_pane import NotesPane
from .ticks_pane import TicksPane

LEFT = "note-left"
"""The draft of a note that stood in the box when its turn ended: until that note is on the disk."""


class CapturePane(ColumnCard):
    """One of three panes in a card.

    Signals: those of its panes, and `unfinished(Said)` for a note that stood in the box when its turn ended: it
    is kept with that turn; `stopped()` when what was being written in belongs to another step now, so that the rest
    of the sentence must not go into what stands there instead.
    """

    said = Signal(object)
    unfinished = Signal(object)
    prepared = Signal(str, object)
    ticked = Signal(int, bool)
    gate_ticked = Signal(str, int, bool)
    drafted = Signal(str, str)
    edit_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    star_wanted = Signal(str)
    too_long = Signal(int)
    stopped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._turn = ("", False)
        self._kind: PaneKind = "ticks"
        self._left: int | None = None
        self._kept = ""
        self._notes = NotesPane(look)
        self._areas = AreasPane(look)
        self._ticks = TicksPane(look)
        self._stack = OneOf()
        for pane in (self._notes, self._areas, self._ticks):
            self._stack.addWidget(pane)
        self._gate = GateBox()
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._gate)
        self._connect()

    def _connect(self) -> None:
        self._notes.said.connect(self.said)
        self._notes.drafted.connect(self.drafted)
        self._notes.edit_wanted.connect(self.edit_wanted)
        self._notes.remove_wanted.connect(self.remove_wanted)
        self._notes.star_wanted.connect(self.star_wanted)
        self._notes.too_long.connect(self.too_long)
        self._areas.prepared.connect(self.prepared)
        self._areas.drafted.connect(self.drafted)
        self._ticks.ticked.connect(self.ticked)
        self._gate.ticked.connect(self.gate_ticked)

    def show_session(self, session: Session) -> None:
        """Shows the pane that fits the current step. What stood unsent in the box stays with its own turn."""
        step = session.course.step
        kept = session.record.kept()
        self._kept = kept[-1].text if kept else ""
        kind = pane_for(step)
        turned = (step.turn.key, session.status == "finished") != self._turn
        unsent = self._notes.unsent() if turned else None
        if self._has_focus() and (unsent or kind != self._kind or (turned and kind == "areas")):
            self.stopped.emit()
        self._kind = kind
        if turned:
            self._turn = (step.turn.key, session.status == "finished")
            if unsent:
                self.drafted.emit(LEFT, unsent.text)
                self._notes.clear_box()
                self.unfinished.emit(unsent)
        self._areas.keep_now()
        self._gate.show_session(session)
        if kind == "areas":
            self._areas.show_session(session)
            self._stack.setCurrentWidget(self._areas)
        elif kind == "notes":
            self._notes.show_session(session)
            self._stack.setCurrentWidget(self._notes)
        else:
            self._ticks.show_session(session)
            self._stack.setCurrentWidget(self._ticks)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._stack.isAncestorOf(focus)

    def show_gate_before(self, fact: TimingFact, session: Session) -> None:
        """Shows the list that stands before the step which this verb would begin, where there is one."""
        step = session.begins(fact) if session.going else None
        if step and session.open_lines(step):
            self._gate.ask_for(step, session)

    def put_drafts(self, drafts: dict[str, str]) -> bool:
        """Puts unsent text back after a crash, where it belongs to what is shown now. Whether a note is in the box."""
        for box in ("note", LEFT):
            if drafts.get(box) and drafts[box].strip() == self._kept:
                # The program stopped between keeping the note and forgetting its draft.
                self.drafted.emit(box, "")
                drafts = drafts | {box: ""}
        if text := "\n".join(filter(None, (drafts.get(LEFT), drafts.get("note")))):
            self._notes.put_draft(text, drafts.get("note-place", ""))
            self.drafted.emit(LEFT, "")
        for box, lines in drafts.items():
            if box.startswith("areas:") and self._stack.currentWidget() is self._areas:
                self._areas.put_draft(lines)
        return bool(text)

    def is_empty(self) -> bool:
        """Whether no note is being written."""
        return self._notes.is_empty()

    def take_back(self, text: str) -> None:
        """A note that was kept a moment ago is written on."""
        self._notes.take_back(text)

    def wait_for(self, handed: int) -> None:
        """The note in the box is on its way to the disk."""
        self._notes.wait_for(handed)

    def wait_for_left(self, handed: int) -> None:
        """The note of the turn that has ended is on its way to the disk; its draft stays until it is there."""
        self._left = handed or None

    @Slot(int)
    def show_saved(self, count: int) -> None:
        """So many facts are on the disk."""
        if self._left is not None and count >= self._left:
            self._left = None
            self.drafted.emit(LEFT, "")
        self._notes.show_saved(count)

    @Slot(str)
    def show_failed(self, _words: str) -> None:
        """Nothing could be written: the text stays where it is."""
        self._notes.show_failed()

    @Slot()
    def focus_box(self) -> None:
        """Puts the cursor where one writes."""
        if self._stack.currentWidget() is self._areas:
            self._areas.focus_box()
        else:
            self._notes.focus_box()
