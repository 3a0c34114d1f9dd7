"""What a phase has besides title and time: the words of the room, the rules of its time, the coach's notes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .plan_choices import Choice, Field, Labelled, Tick
from .plan_fields import Length, Line, Lines
from .plans_values import CLOCKS, KINDS, LABELS, TRIMS, speakers

NAMES_STAND_IN = marked("{leader}, {timekeeper} and {next} stand for names.")


class Panel(QWidget):
    """Fields of one phase. Signals: written(object, object) – a path and what was written there."""

    written = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path: Path = ()
        self.fields: dict[str, Field] = {}
        self._make()
        self._lay_out()
        for field in self.fields.values():
            field.written.connect(self._write)

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the phase at a path."""
        self._path = path
        for key, field in self.fields.items():
            field.show_value(editing.value((*path, key)))
            field.lock(locked)

    def _make(self) -> None:
        raise NotImplementedError

    def _lay_out(self) -> None:
        raise NotImplementedError

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)


class RoomPanel(Panel):
    """What the room reads: headline, one instruction, two beginnings of a sentence."""

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        super().show_phase(editing, path, locked)
        stems = editing.value((*path, "stems"))
        for n, field in enumerate(self.stems):
            field.show_value(stems[n] if n < len(stems) else "")
            field.lock(locked)
        self.instead.setVisible(self._is_left_out(editing, path))
        self.headline.setPlaceholderText(str(editing.value((*path, "title"))))

    @staticmethod
    def _is_left_out(editing: Editing, path: Path) -> bool:
        """Whether the room reads something else than the instruction; in a break it always reads that."""
        stems, prompt, kind = (editing.value((*path, key)) for key in ("stems", "prompt", "kind"))
        return bool(stems) and bool(prompt) and kind != "break"

    def _make(self) -> None:
        self.headline = Line("headline", tr(LABELS["headline"]))
        self.prompt = Line("prompt", tr(LABELS["prompt"]))
        self.stems = tuple(Line(f"stem {n}", f"{tr(LABELS['stems'])} {n}") for n in (1, 2))
        self.areas = Tick("shows_areas", tr("Show the leader’s area and criteria"))
        self.instead = Words(tr("The room reads the beginnings below instead of this."), "small", tone="warning")
        self.fields = {"headline": self.headline, "prompt": self.prompt, "shows_areas": self.areas}
        for stem in self.stems:
            stem.written.connect(self._write_stems)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(Labelled(tr("Headline"), self.headline), 0, 0)
        instruction = QVBoxLayout()
        instruction.setSpacing(2)
        instruction.addWidget(Labelled(tr("Instruction"), self.prompt))
        instruction.addWidget(self.instead)
        instruction.addStretch(1)
        grid.addLayout(instruction, 0, 1)
        grid.addWidget(Labelled(tr("First beginning of a sentence"), self.stems[0]), 1, 0)
        grid.addWidget(Labelled(tr("Second beginning"), self.stems[1]), 1, 1)
        grid.addWidget(Words(tr(NAMES_STAND_IN), "small"), 2, 0)
        grid.addWidget(self.areas, 2, 1)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    @Slot(str, object)
    def _write_stems(self, _key: str, _new: object) -> None:
        stems = tuple(field.text() for field in self.stems if field.text().strip())
        self.written.emit((*self._path, "stems"), stems)


class TimePanel(Panel):
    """How the time of a phase may change, who speaks in it, and what the room sees of it."""

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        self.speaks.offer(speakers(editing))
        super().show_phase(editing, path, locked)

    def _make(self) -> None:
        self.speaks = Choice("speaks", tr(LABELS["speaks"]))
        self.kind = Choice("kind", tr(LABELS["kind"]), KINDS)
        self.clock = Choice("clock", tr(LABELS["clock"]), CLOCKS)
        self.trim = Choice("trim", tr(LABELS["trim"]), TRIMS)
        self.floor = Length("floor", tr(LABELS["floor"]), optional=True)
        self.hard_end = Length("hard_end", tr(LABELS["hard_end"]), optional=True)
        self.advance = Tick("advance", tr("Goes on by itself when time is up"), ("manual", "automatic"))
        self.quiet = Tick("quiet", tr("Quiet: cues are seen, not heard"))
        self.fields = {
            "speaks": self.speaks,
            "kind": self.kind,
            "clock": self.clock,
            "trim": self.trim,
            "floor": self.floor,
            "hard_end": self.hard_end,
            "advance": self.advance,
            "quiet": self.quiet,
        }

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for n, key in enumerate(("speaks", "kind", "clock", "trim", "floor", "hard_end")):
            grid.addWidget(Labelled(tr(LABELS[key]), self.fields[key]), n // 3, n % 3)
        for n in range(3):
            grid.setColumnStretch(n, 1)
        ticks = Flow(12)
        ticks.add(self.advance)
        ticks.add(self.quiet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(ticks)
        column.addStretch(1)


class DeskPanel(Panel):
    """What only the desk sees: notes for the coach, and what is ticked off."""

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        super().show_phase(editing, path, locked)
        gate, items = editing.value((*path, "gate")), editing.count((*path, "checklist"))
        self.gate.setEnabled(not locked and bool(gate or items))
        self.gate_each.setEnabled(not locked and bool(gate))

    def _make(self) -> None:
        self.coach = Lines(self._look, "coach", tr(LABELS["coach"]), 4)
        self.checklist = Lines(self._look, "checklist", tr(LABELS["checklist"]), 4)
        self.gate = Tick("gate", tr("Wait until all is ticked"))
        self.gate_each = Tick("gate_each", tr("And in every round again, each with its own case"))
        self.fields = {
            "coach": self.coach,
            "checklist": self.checklist,
            "gate": self.gate,
            "gate_each": self.gate_each,
        }

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(Labelled(tr("For the coach, a line each"), self.coach), 0, 0)
        grid.addWidget(Labelled(tr("Checklist, a line each"), self.checklist), 0, 1)
        grid.addWidget(self.gate, 1, 0, 1, 2)
        grid.addWidget(self.gate_each, 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
