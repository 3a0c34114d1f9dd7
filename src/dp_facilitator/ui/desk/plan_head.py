"""The head of a plan in the editor: what it is called, for how many, and what people are called in it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dp_facilitator.model.draft import Path, at, default
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.words import marked, tr

from .message_line import MessageLine
from .plan_choices import Choice, Field, Labelled, Number, beside
from .plan_fields import Length, Line
from .plans_values import KEEPERS, LABELS

_CALLED = (
    ("leader", marked("A leader")),
    ("team_member", marked("A team member")),
    ("coach", marked("The coach")),
    ("timekeeper", marked("Who times")),
)


class PlanHead(Card):
    """Title, summary, people, the stated total; labels and timekeeper open below.

    Signals: written(object, object) – a path and what was written there.
    """

    written = Signal(object, object)

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
            # What people are called shows as a hint until it is something else.
            field.show_value(at(editing.tree, path) if path[0] == "labels" else editing.value(path))
            field.lock(locked)

    def show_problem(self, text: str) -> None:
        """Says what is wrong with the plan as a whole, and how to mend it."""
        if text != self.problem.text():
            self.problem.say(text, "warning")
            mark(self.title, wrong=text.startswith(f"{tr(LABELS['title'])} "))

    def focus_title(self) -> None:
        """Puts the focus into the title, all of it selected."""
        self.title.setFocus()
        self.title.selectAll()

    def _make(self) -> None:
        self.title = Line("title", tr("Title of the plan"), 80)
        self.summary = Line("summary", tr("The plan in a sentence"), 1200)
        self.usual = Number("usual", tr("People, usually"), 1, 60)
        self.least = Number("least", tr("People, at least"), 1, 60)
        self.most = Number("most", tr("People, at most"), 1, 60)
        self.total = Length("total", tr("Stated total"))
        self.keeper = Choice("timekeeper", tr("Who keeps the time of a round"), KEEPERS)
        self._called = tuple(Line(key, tr("{words} is called").format(words=tr(words)), 80) for key, words in _CALLED)
        self._places: dict[Path, Field] = {
            ("title",): self.title,
            ("summary",): self.summary,
            ("people", "usual"): self.usual,
            ("people", "least"): self.least,
            ("people", "most"): self.most,
            ("total",): self.total,
            ("timekeeper",): self.keeper,
            **{("labels", key): field for (key, _), field in zip(_CALLED, self._called, strict=True)},
        }
        for (key, _), field in zip(_CALLED, self._called, strict=True):
            field.setPlaceholderText(str(default(("labels", key))))
        self.problem = MessageLine()
        self.more = LinkButton(tr("More ›"))
        self.more.setAutoDefault(True)
        self.more.setMinimumHeight(self._look.px(42))
        self.more.setAccessibleDescription(tr("What people are called, and who keeps the time"))
        self._more = QWidget()
        self._more.hide()

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
        numbers.add(self.more)
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for n, ((_, words), field) in enumerate(zip(_CALLED, self._called, strict=True)):
            grid.addWidget(Labelled(tr("{words} is called").format(words=tr(words)), field), n // 3, n % 3)
        grid.addWidget(Labelled(tr("Who keeps the time of a round"), self.keeper), 1, 1, 1, 2)
        self.body.addLayout(first)
        self.body.addWidget(Labelled(tr("In a sentence"), self.summary))
        self.body.addWidget(numbers)
        self.body.addWidget(self.problem)
        self.body.addWidget(self._more)

    def _connect(self) -> None:
        self.more.clicked.connect(self._open)
        for field in self._places.values():
            field.written.connect(self._write)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit(next(path for path in self._places if path[-1] == key), new)

    @Slot()
    def _open(self) -> None:
        shut = self._more.isHidden()
        self._more.setVisible(shut)
        self.more.show_words(tr("Less ‹") if shut else tr("More ›"))
