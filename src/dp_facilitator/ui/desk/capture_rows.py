"""What is written down in a phase: the question, whose it is, and who may see it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton
from dp_facilitator.ui.widgets.spare_rows import SpareRows
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .plan_choices import Choice, Field, Tick
from .plan_fields import Line
from .plans_values import ABOUT, FORMS, SHARING


class CaptureRow(QWidget):
    """One question. Signals: written(object, object); asked(str, object) – "remove"."""

    written = Signal(object, object)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path: Path = ()
        self._make()
        self._lay_out()
        self._connect()

    def show_capture(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the question at a path."""
        self._path = path
        for key, field in self._fields.items():
            field.show_value(editing.value((*path, key)))
            field.lock(locked)
        self.away.setVisible(not locked)
        self.away.show_words(tr("Remove question {n}").format(n=int(path[-1]) + 1))

    def _make(self) -> None:
        self.title = Line("title", tr("What is asked, or how the sentence begins"), 80)
        self.form = Choice("form", tr("How it is answered"), FORMS)
        self.about = Choice("about", tr("Whose it is"), ABOUT)
        self.sharing = Choice("sharing", tr("Who may see it"), SHARING)
        for field in (self.form, self.about, self.sharing):
            field.setMinimumContentsLength(3)  # three of them and a tick stand in one row
        self.choose = Tick("choose", tr("One change"))
        self.choose.setToolTip(tr("The leader may choose one of these as their one change."))
        self.away = IconButton(self._look, "close", tr("Remove the question"), small=True, quiet=True)
        self._fields: dict[str, Field] = {
            "title": self.title,
            "form": self.form,
            "about": self.about,
            "sharing": self.sharing,
            "choose": self.choose,
        }

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.title, 1)
        first.addWidget(self.away)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.form, 1)
        second.addWidget(self.about, 1)
        second.addWidget(self.sharing, 1)
        second.addWidget(self.choose, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)

    def _connect(self) -> None:
        for field in self._fields.values():
            field.written.connect(self._write)
        self.away.clicked.connect(self._remove)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)

    @Slot()
    def _remove(self) -> None:
        self.asked.emit("remove", self._path)


class CaptureRows(QWidget):
    """Everything that is written down in a phase. Signals: as those of a row; asked also "add note"."""

    written = Signal(object, object)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path: Path = ()
        self._rows = SpareRows(self._new_row)
        self._said = Words(tr("Nothing is written down in this phase."), "muted")
        self.add = LinkButton(tr("Add a question"))
        self.add.setAutoDefault(True)
        self._rows.lay_out(self, self._said, self.add).addStretch(1)
        self.add.clicked.connect(self._add)

    def rows(self) -> tuple[CaptureRow, ...]:
        """The rows that are shown."""
        return self._rows.shown()

    def show_phase(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows what is written down in the phase at a path."""
        self._path = path
        count = editing.count((*path, "captures"))
        for n, row in enumerate(self._rows.show(count)):
            row.show_capture(editing, (*path, "captures", n), locked)
        self._said.setVisible(not count)
        self.add.setVisible(not locked)

    def _new_row(self) -> CaptureRow:
        row = CaptureRow(self._look)
        row.written.connect(self.written)
        row.asked.connect(self.asked)
        return row

    @Slot()
    def _add(self) -> None:
        self.asked.emit("add note", self._path)
