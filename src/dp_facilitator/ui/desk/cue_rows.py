"""The cues of a phase: when, how often the bell rings, and what the screen says from then on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import CUE_TIMES, Path, at
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton
from dp_facilitator.ui.widgets.spare_rows import SpareRows
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .message_line import DoubtLine
from .plan_choices import Choice, Field, Number, Tick
from .plan_fields import Length, Line
from .plans_values import TONES, WHEN

USUAL = marked("The usual cues: one warning, and the end.")


class CueRow(QWidget):
    """One cue.

    Signals: written(object, object); timed(object, str, int) – a path, which of the four times, and its number;
    asked(str, object) – "remove".
    """

    written = Signal(object, object)
    timed = Signal(object, str, int)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path: Path = ()
        self._make()
        self._lay_out()
        self._connect()
        self._dress()

    def show_cue(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the cue at a path."""
        self._path = path
        cue = at(editing.tree, path)
        kind = next((name for name in CUE_TIMES if name in cue), "end")
        number = editing.value((*path, kind))
        self.when.show_value(kind)
        self.moment.setVisible(kind in ("after", "before"))
        self.share.setVisible(kind == "percent")
        self.nothing.setVisible(kind == "end")
        if kind in ("after", "before"):
            self.moment.show_value(number)
        elif kind == "percent":
            self.share.show_value(number)
        for key, field in self._fields.items():
            field.show_value(editing.value((*path, key)))
        for field in (self.when, self.moment, self.share, *self._fields.values()):
            field.lock(locked)
        self.away.setVisible(not locked)
        self.away.show_words(tr("Remove cue {n}").format(n=int(path[-1]) + 1))

    def _make(self) -> None:
        self.when = Choice("when", tr("When the cue comes"), WHEN)
        self.moment = Length("moment", tr("Time of the cue"))
        self.share = Number("share", tr("Per cent gone"), 0, 100)
        self.nothing = QWidget()
        self.label = Line("label", tr("What the screen says from then on"), 80)
        self.label.setPlaceholderText(tr("Words on the screen"))
        self.tone = Choice("tone", tr("How the time looks from then on"), TONES)
        self.rings = Number("rings", tr("How often the bell rings"), 0, 60, tr("silent"))
        self.rings.setPrefix(f"{tr('rings')} ")
        self.pause = Tick("pause", tr("The clock stops here"))
        self.away = IconButton(self._look, "close", tr("Remove the cue"), small=True, quiet=True)
        self.doubt = DoubtLine()
        self._fields: dict[str, Field] = {
            "label": self.label,
            "tone": self.tone,
            "rings": self.rings,
            "pause": self.pause,
        }

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.when, 2)
        for place in (self.moment, self.share, self.nothing):
            first.addWidget(place)
        first.addWidget(self.label, 3)
        first.addWidget(self.away)
        second.addWidget(self.tone, 2)
        second.addWidget(self.rings, 2)
        second.addWidget(self.pause, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        first.setSpacing(6)
        second.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.doubt)
        column.addLayout(second)
        column.setSpacing(6)

    def _connect(self) -> None:
        self.when.written.connect(self._time)
        self.moment.written.connect(self._time)
        self.moment.doubted.connect(self.doubt.doubt)
        self.share.written.connect(self._time)
        for field in (self.label, self.tone, self.pause):
            field.written.connect(self._write)
        self.rings.written.connect(self._ring)
        self.away.clicked.connect(self._remove)
        self._look.changed.connect(self._dress)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)

    @Slot(str, object)
    def _ring(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), 0 if new is None else new)

    @Slot(str, object)
    def _time(self, _key: str, _new: object) -> None:
        kind = WHEN[self.when.currentIndex()][0]
        number = self.share.value() if kind == "percent" else self.moment.value() or 60
        self.timed.emit(self._path, str(kind), number)

    @Slot()
    def _remove(self) -> None:
        self.asked.emit("remove", self._path)

    @Slot()
    def _dress(self) -> None:
        for place in (self.moment, self.share, self.nothing):
            place.setFixedWidth(self._look.px(84))


class CueRows(QWidget):
    """All cues of a phase, or that it has the usual ones. Signals: as those of a row."""

    written = Signal(object, object)
    timed = Signal(object, str, int)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path: Path = ()
        self._rows = SpareRows(self._new_row)
        self._make()
        self._lay_out()
        self._connect()

    def rows(self) -> tuple[CueRow, ...]:
        """The rows that are shown."""
        return self._rows.shown()

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the cues of the phase at a path."""
        self._path = path
        count, own = editing.count((*path, "cues")), at(editing.tree, (*path, "cues")) is not None
        for n, row in enumerate(self._rows.show(count)):
            row.show_cue(editing, (*path, "cues", n), locked)
        self._said.show_text(tr(USUAL) if not own else "" if count else tr("Only the end is rung."))
        self._said.setVisible(not (own and count))
        self.add.setVisible(not locked)
        self.choose.setVisible(not locked and not own)
        self.usual.setVisible(not locked and own)

    def _make(self) -> None:
        self._said = Words("", "muted")
        self.add = LinkButton(tr("Add a cue"))
        self.choose = LinkButton(tr("Change the usual ones"))
        self.usual = LinkButton(tr("Back to the usual ones"))
        for button in (self.add, self.choose, self.usual):
            button.setAutoDefault(True)

    def _lay_out(self) -> None:
        self._rows.lay_out(self, self._said, self.add, self.choose, self.usual).addStretch(1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.choose.clicked.connect(self._choose)
        self.usual.clicked.connect(self._take_usual)

    def _new_row(self) -> CueRow:
        row = CueRow(self._look)
        row.written.connect(self.written)
        row.timed.connect(self.timed)
        row.asked.connect(self.asked)
        return row

    @Slot()
    def _add(self) -> None:
        self.asked.emit("add cue", self._path)

    @Slot()
    def _choose(self) -> None:
        self.asked.emit("choose cues", self._path)

    @Slot()
    def _take_usual(self) -> None:
        self.asked.emit("usual cues", self._path)
