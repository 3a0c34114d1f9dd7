"""The heading of another way on in a plan: what it is called, and from which phase it can be taken."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.words import marked, tr

from .message_line import MessageLine
from .plan_choices import Choice, Labelled
from .plan_fields import Line
from .row_menu import RowMenu


class RouteHead(Card):
    """Stands above the parts of a way on.

    Signals: written(object, object) – a path and what was written there; asked(str, object) – "add part" or
    "remove route", with a path; branched(str, object) – the way on can be taken from the phase at a path.
    """

    written = Signal(object, object)
    asked = Signal(str, object)
    branched = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._route = ""
        self.title = Line("title", tr("Title of the other way on"), 80)
        self.title.setProperty("part", True)
        self.start = Choice("start", tr("From which phase it can be taken"))
        self.more = RowMenu(look, tr("More"), (("remove route", marked("Remove this way on"), ""),))
        self.problem = MessageLine()
        self.add = LinkButton(tr("Add a part to this way"))
        self.add.setAutoDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Labelled(tr("Another way on"), self.title), 10)
        row.addWidget(Labelled(tr("Can be taken from"), self.start), 6)
        row.addWidget(self.more)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addLayout(foot)
        self.body.setContentsMargins(14, 12, 14, 10)
        self.body.addLayout(column)
        self.title.written.connect(self._write)
        self.start.written.connect(self._branch)
        self.more.asked.connect(self._ask)
        self.add.clicked.connect(self._add)

    def show_route(self, editing: Editing, route: str, locked: bool) -> None:
        """Shows a way on by its id."""
        self._route = route
        title = str(editing.value(("routes", route, "title")))
        self.setAccessibleName(tr("Another way on: {title}").format(title=title))
        own = ("routes", route)
        places = [path for path in editing.phases() if path[:2] != own]
        self.start.offer(tuple((path, str(editing.value((*path, "title")))) for path in places))
        self.title.show_value(title)
        self.start.show_value(editing.branch(route))
        for field in (self.title, self.start):
            field.lock(locked)
        self.more.setVisible(not locked)
        self.more.show_words(tr("More for {title}").format(title=title))
        self.add.setVisible(not locked)

    def show_problem(self, text: str) -> None:
        """Says what is wrong with the way on, and how to mend it."""
        if text != self.problem.text():
            self.problem.say(text, "warning")

    def focus_title(self) -> None:
        """Puts the focus into the title, all of it selected."""
        self.title.setFocus()
        self.title.selectAll()

    def path(self) -> Path:
        return ("routes", self._route)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit(("routes", self._route, key), new)

    @Slot(str, object)
    def _branch(self, _key: str, phase: object) -> None:
        self.branched.emit(self._route, phase)

    @Slot(str)
    def _ask(self, verb: str) -> None:
        self.asked.emit(verb, ("routes", self._route))

    @Slot()
    def _add(self) -> None:
        self.asked.emit("add part", ("routes", self._route, "segments"))
