"""A part of a plan in the editor: its title, how often it is run, and its phases as rows."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .message_line import MessageLine
from .phase_row import PhaseRow
from .plan_choices import Choice, Field, Number, beside
from .plan_fields import Line
from .plans_values import LABELS, REPEATS, speakers
from .row_menu import RowMenu

VERBS = (
    ("duplicate", marked("Duplicate this part"), ""),
    ("up", marked("Move this part up"), "Alt+Up"),
    ("down", marked("Move this part down"), "Alt+Down"),
    ("limit", marked("Limit the rounds"), ""),
    ("remove", marked("Remove this part"), ""),
)


class SegmentCard(Card):
    """Phases that belong together.

    Signals: as those of PhaseRow, and repeated(object, str) – how often the part at a path is run.
    """

    written = Signal(object, object)
    asked = Signal(str, object)
    repeated = Signal(object, str)
    opened = Signal(object)
    pointed = Signal(object)
    pulled = Signal(QPoint)
    dropped = Signal(object, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._look = look
        self._path: Path = ()
        self._rows: list[PhaseRow] = []
        self._shown = 0
        self._narrow = False
        self._make()
        self._lay_out()
        self._connect()

    def path(self) -> Path:
        return self._path

    def rows(self) -> tuple[PhaseRow, ...]:
        """The rows that are shown, in order."""
        return tuple(self._rows[: self._shown])

    def show_segment(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the part at a path, with all its phases."""
        self._path = path
        title, how = editing.value((*path, "title")), editing.value((*path, "repeat"))
        self.setAccessibleName(tr("Part: {title}").format(title=title))
        self.more.show_words(tr("More for the part {title}").format(title=title))
        for key, field in self._fields.items():
            field.show_value(editing.value((*path, key)))
            field.lock(locked)
        self._size.setVisible(how == "groups")
        limited = editing.value((*path, "rounds")) is not None
        self._most.setVisible(limited)
        self._numbers.setVisible(how == "groups" or limited)
        self.more.verb("limit").setVisible(how != "once" and not limited)
        self.more.setVisible(not locked)
        self.add.setVisible(not locked)
        self._show_rows(editing, locked)
        times = [editing.value((*path, "phases", n, "time")) or 0 for n in range(self._shown)]
        words = tr("{time} each") if how != "once" else "{time}"
        self._length.show_text(words.format(time=minutes_and_seconds(sum(times))))

    def show_problem(self, text: str) -> None:
        """Says what is wrong with the part, and how to mend it."""
        if text != self.problem.text():
            self.problem.say(text, "warning")
            mark(self.title, wrong=text.startswith(f"{tr(LABELS['title'])} "))

    def show_narrow(self, narrow: bool) -> None:
        """Where there is little room."""
        self._narrow = narrow
        for row in self._rows:
            row.show_narrow(narrow)

    def host(self, details: QWidget, n: int) -> None:
        """Takes the details of its phase `n` in, below its row."""
        if self._column.indexOf(details) != n + 1:
            self._column.removeWidget(details)
            self._column.insertWidget(n + 1, details)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt Up and Alt Down in the head of the part move it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                if not self.title.isReadOnly():
                    self.asked.emit("up" if event.key() == Qt.Key.Key_Up else "down", self._path)
                return True
        return super().eventFilter(watched, event)

    def _show_rows(self, editing: Editing, locked: bool) -> None:
        self._shown = editing.count((*self._path, "phases"))
        while len(self._rows) < self._shown:
            self._rows.append(self._new_row())
        said = speakers(editing)
        for n, row in enumerate(self._rows):
            row.setVisible(n < self._shown)
            if n < self._shown:
                row.show_phase(editing, (*self._path, "phases", n), locked, said)

    def _new_row(self) -> PhaseRow:
        row = PhaseRow(self._look)
        row.show_narrow(self._narrow)
        self._column.addWidget(row)
        row.written.connect(self.written)
        row.asked.connect(self.asked)
        row.opened.connect(self.opened)
        row.pointed.connect(self.pointed)
        row.pulled.connect(self.pulled)
        row.dropped.connect(self.dropped)
        return row

    def _make(self) -> None:
        self.title = Line("title", tr("Title of the part"), 80)
        self.title.setProperty("part", True)
        self.repeat = Choice("repeat", tr("How often"), REPEATS)
        self.members = Number("group_size", tr("People in a group"), 2, 12)
        self.most = Number("rounds", tr("Rounds at most"), 0, 60, tr("everyone"))
        self._fields: dict[str, Field] = {
            "title": self.title,
            "repeat": self.repeat,
            "group_size": self.members,
            "rounds": self.most,
        }
        self._size = beside(tr("People in a group"), self.members)
        self._most = beside(tr("Rounds at most"), self.most)
        self._numbers = Flow(12)
        self._length = Words("", "strong", wrap=False)
        self.more = RowMenu(self._look, tr("More"), VERBS)
        self.problem = MessageLine()
        self.add = LinkButton(tr("Add a phase"))
        self.add.setAutoDefault(True)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(14, 12, 14, 10)
        self.body.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 10)
        head.addWidget(self.repeat, 6)
        head.addWidget(self._length)
        head.addWidget(self.more)
        self._numbers.add(self._size)
        self._numbers.add(self._most)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._numbers)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._column)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.title.written.connect(self._write)
        self.members.written.connect(self._write)
        self.most.written.connect(self._write)
        self.repeat.written.connect(self._repeat)
        self.more.asked.connect(self._ask)
        self.add.clicked.connect(self._add)
        for part in (self.title, self.more):
            part.installEventFilter(self)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)

    @Slot(str, object)
    def _repeat(self, _key: str, how: object) -> None:
        self.repeated.emit(self._path, str(how))

    @Slot(str)
    def _ask(self, verb: str) -> None:
        self.asked.emit(verb, self._path)

    @Slot()
    def _add(self) -> None:
        self.asked.emit("add phase", self._path)
