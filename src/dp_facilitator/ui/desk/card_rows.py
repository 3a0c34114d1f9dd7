"""The coach's cards of a plan: a title and a few lines each, for the desk and for paper."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton
from dp_facilitator.ui.widgets.spare_rows import SpareRows
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .plan_fields import Line, Lines


class CardRow(QWidget):
    """One card. Signals: written(object, object); asked(str, object) – "remove", with its path."""

    written = Signal(object, object)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path = ()
        self.title = Line("title", tr("Title of the card"), 80)
        self.lines = Lines(look, "lines", tr("What stands on the card, a line each"), 3)
        self.away = IconButton(look, "close", tr("Remove the card"), small=True, quiet=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.lines)
        self.title.written.connect(self._write)
        self.lines.written.connect(self._write)
        self.away.clicked.connect(self._remove)

    def show_card(self, editing: Editing, path: Path, locked: bool) -> None:
        """Shows the card at a path."""
        self._path = path
        self.title.show_value(editing.value((*path, "title")))
        self.lines.show_value(editing.value((*path, "lines")))
        for field in (self.title, self.lines):
            field.lock(locked)
        self.away.setVisible(not locked)
        self.away.show_words(tr("Remove card {n}").format(n=int(path[-1]) + 1))

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)

    @Slot()
    def _remove(self) -> None:
        self.asked.emit("remove", self._path)


class CardRows(QWidget):
    """All cards for the coach. Signals: as those of a row; asked also "add card"."""

    written = Signal(object, object)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = SpareRows(self._new_row)
        self._said = Words(tr("No cards. They stand on the printed plan, and only the coach sees them."), "muted")
        self.add = LinkButton(tr("Add a card"))
        self.add.setAutoDefault(True)
        self._rows.lay_out(self, self._said, self.add)
        self.add.clicked.connect(self._add)

    def rows(self) -> tuple[CardRow, ...]:
        """The rows that are shown."""
        return self._rows.shown()

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the cards of a plan."""
        count = editing.count(("coach_notes",))
        for n, row in enumerate(self._rows.show(count)):
            row.show_card(editing, ("coach_notes", n), locked)
        self._said.setVisible(not count)
        self.add.setVisible(not locked)

    def _new_row(self) -> CardRow:
        row = CardRow(self._look)
        row.written.connect(self.written)
        row.asked.connect(self.asked)
        return row

    @Slot()
    def _add(self) -> None:
        self.asked.emit("add card", ("coach_notes",))
