"""The roles of a plan: what each is called, whether it may stay empty, and whether it is held from outside."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.ui.widgets.spare_rows import SpareRows
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .plan_choices import Tick
from .plan_fields import Line
from .row_menu import RowMenu

VERBS = (
    ("up", marked("Move up"), ""),
    ("down", marked("Move down"), ""),
    ("remove", marked("Remove this role"), ""),
)


class RoleRow(QWidget):
    """One role.

    Signals: written(object, object) – a path and what was written there; asked(str, object) – "up", "down" or
    "remove", with its path.
    """

    written = Signal(object, object)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path = ()
        self.title = Line("title", tr("What the role is called"), 80)
        self.optional = Tick("optional", tr("May stay empty"))
        self.outside = Tick("outside", tr("Outside the turns"))
        self.more = RowMenu(look, tr("More"), VERBS)
        ticks = Flow(10)
        ticks.add(self.optional)
        ticks.add(self.outside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 5)
        row.addWidget(ticks, 6)
        row.addWidget(self.more)
        for field in (self.title, self.optional, self.outside):
            field.written.connect(self._write)
        self.more.asked.connect(self._ask)

    def show_role(self, editing: Editing, n: int, locked: bool) -> None:
        """Shows a role by its place; the first one leads, and is always there."""
        roles = editing.roles()
        role, self._path = roles[n], ("roles", n)
        self.title.show_value(role.get("title", ""))
        self.optional.show_value(role.get("optional", False))
        self.outside.show_value(role.get("outside", False))
        for field in (self.title, self.optional, self.outside):
            field.lock(locked)
        for tick in (self.optional, self.outside):
            tick.setVisible(n > 0)
        self.more.setVisible(not locked and n > 0)
        self.more.show_words(tr("More for the role {title}").format(title=role.get("title", "")))
        self.more.verb("up").setEnabled(n > 1)
        self.more.verb("down").setEnabled(n + 1 < len(roles))

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)

    @Slot(str)
    def _ask(self, verb: str) -> None:
        self.asked.emit(verb, self._path)


class RoleRows(QWidget):
    """All roles in the order in which they are given. Signals: as those of a row; asked also "add role"."""

    written = Signal(object, object)
    asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = SpareRows(self._new_row)
        self.add = LinkButton(tr("Add a role"))
        self.add.setAutoDefault(True)
        said = tr("In each round the first one leads; the others are given to the next people in turn.")
        self._rows.lay_out(self, Words(said, "small"), self.add)
        self.add.clicked.connect(self._add)

    def rows(self) -> tuple[RoleRow, ...]:
        """The rows that are shown."""
        return self._rows.shown()

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the roles of a plan."""
        for n, row in enumerate(self._rows.show(len(editing.roles()))):
            row.show_role(editing, n, locked)
        self.add.setVisible(not locked)

    def _new_row(self) -> RoleRow:
        row = RoleRow(self._look)
        row.written.connect(self.written)
        row.asked.connect(self.asked)
        return row

    @Slot()
    def _add(self) -> None:
        self.asked.emit("add role", ("roles",))
