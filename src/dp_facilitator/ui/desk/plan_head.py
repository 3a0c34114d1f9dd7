"""The head of a plan in the editor: what it is called and for how many; roles, outcomes and cards open below."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.words import tr

from .message_line import MessageLine
from .plan_choices import Field, Labelled, Number, beside
from .plan_details import PlanDetails
from .plan_fields import Length, Line
from .plans_values import LABELS


class PlanHead(Card):
    """Title, summary, people, the stated total; everything else about the plan as a whole opens below.

    Signals: as those of PlanDetails.
    """

    written = Signal(object, object)
    asked = Signal(str, object)
    kept_by = Signal(str)
    card_written = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._look = look
        self.setAccessibleName(tr("The plan as a whole"))
        self._make()
        self._lay_out()
        self._connect()

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the plan as a whole."""
        for path, field in self._places.items():
            field.show_value(editing.value(path))
            field.lock(locked)
        self.details.show_plan(editing, locked)

    def show_problem(self, text: str) -> None:
        """Says what is wrong with the plan as a whole, and how to mend it."""
        if text != self.problem.text():
            self.problem.say(text, "warning")
            mark(self.title, wrong=text.startswith(f"{tr(LABELS['title'])} "))

    def focus_title(self) -> None:
        """Puts the focus into the title, all of it selected."""
        self.title.setFocus()
        self.title.selectAll()

    def fold(self) -> None:
        """Folds in what opens below: another plan begins."""
        self._show_details(False)

    def _make(self) -> None:
        self.title = Line("title", tr("Title of the plan"), 80)
        self.summary = Line("summary", tr("The plan in a sentence"), 1200)
        self.usual = Number("usual", tr("People, usually"), 1, 60)
        self.least = Number("least", tr("People, at least"), 1, 60)
        self.most = Number("most", tr("People, at most"), 1, 60)
        self.total = Length("total", tr("Stated total"))
        self._places: dict[Path, Field] = {
            ("title",): self.title,
            ("summary",): self.summary,
            ("people", "usual"): self.usual,
            ("people", "least"): self.least,
            ("people", "most"): self.most,
            ("total",): self.total,
        }
        self.problem = MessageLine()
        self.more = LinkButton(tr("Roles, outcomes, cards ›"))
        self.more.setAutoDefault(True)
        self.details = PlanDetails(self._look)
        self.details.hide()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(14, 12, 14, 8)
        self.body.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(Labelled(tr("Title"), self.title), 1)
        first.addWidget(Labelled(tr(LABELS["total"]), self.total))
        numbers = Flow(8)
        for words, number in (
            (tr("People, usually"), self.usual),
            (tr("at least"), self.least),
            (tr("at most"), self.most),
        ):
            numbers.add(beside(words, number))
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        self.body.addLayout(first)
        self.body.addWidget(Labelled(tr("In a sentence"), self.summary))
        self.body.addWidget(numbers)
        self.body.addLayout(more)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.details)

    def _connect(self) -> None:
        self.more.clicked.connect(self._open)
        for field in self._places.values():
            field.written.connect(self._write)
        self.details.written.connect(self.written)
        self.details.asked.connect(self.asked)
        self.details.kept_by.connect(self.kept_by)
        self.details.card_written.connect(self.card_written)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit(next(path for path in self._places if path[-1] == key), new)

    @Slot()
    def _open(self) -> None:
        self._show_details(self.details.isHidden())

    def _show_details(self, opened: bool) -> None:
        self.details.setVisible(opened)
        self.more.show_words(tr("Roles, outcomes, cards ‹") if opened else tr("Roles, outcomes, cards ›"))
