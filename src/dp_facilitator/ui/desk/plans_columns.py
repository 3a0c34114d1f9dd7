"""The three parts of the plans page: side by side, or one at a time where there is little room."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.empty import EmptyState
from dp_facilitator.words import marked, tr

from .leave_question import LeaveQuestion
from .page_edges import BODY
from .past_choice import PastChoice
from .plan_editor import PlanEditor
from .plan_pictures import PlanPictures
from .plan_total import PlanTotal
from .plans_list import PlansList
from .scrolled import Scrolled

LOCKED = marked("This plan comes with the app. Duplicate it to change it.")
WIDE = 1000
SHARES = (27, 68, 34)


class PlansColumns(QWidget):
    """The list, the plan in the middle with what is said about it, the pictures.

    Signals: folded(bool) – they stand side by side no more, or again; message_asked(str) – the button of the message
    was pressed, with its words.
    """

    folded = Signal(bool)
    message_asked = Signal(str)

    def __init__(self, look: Look, night: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._night = look, night
        self._folded: bool | None = None
        self._front = 1
        self._has_plan = False
        self._make()
        self._lay_out()
        look.changed.connect(self._arrange)
        self.show_open(False)

    def turn_to(self, n: int) -> None:
        """Brings one part to the front, where only one is shown: 0 the list, 1 the plan, 2 the pictures."""
        self._front = n
        self._arrange()

    def is_open(self) -> bool:
        """Whether a plan is open."""
        return self._has_plan

    def show_open(self, is_open: bool, locked: bool = False) -> None:
        """Whether a plan is open, and whether it may only be looked at."""
        self.editor.setVisible(is_open)
        self.total.setVisible(is_open)
        self.nothing.setVisible(not is_open)
        self.past.hide()
        self._has_plan = is_open
        self.locked.setVisible(is_open and locked)
        self._arrange()

    def show_past(self, shown: bool) -> None:
        """Whether past sessions stand there to choose from, in place of a plan."""
        if shown:
            self.show_open(False)
        self.past.setVisible(shown)
        self.nothing.setVisible(not shown and not self._has_plan)

    def show_message(self, text: str, kind: str, action: str = "") -> None:
        """Says something above the plan, perhaps with a button; an empty text takes it away."""
        self.message.clear_choices()
        if action:
            self._action = self.message.add_choice(action)
            self._action.setAutoDefault(True)
            self._action.clicked.connect(self._ask)
        if text:
            self.message.show_message(text, kind)
        self.message.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        self.list = PlansList(self._look)
        self.message = Banner(self._look)
        self.question = LeaveQuestion(self._look)
        self.locked: Banner = Banner(self._look, tr(LOCKED), closable=False)
        words = tr("Drop a plan file or an agenda to take it among your plans.")
        self.drop_here = Banner(self._look, words, closable=False)
        for banner in (self.message, self.drop_here):
            banner.hide()
        self.duplicate = self.locked.add_choice(tr("Duplicate"))
        self.duplicate.setAutoDefault(True)
        self.editor: PlanEditor = PlanEditor(self._look)
        self.nothing: EmptyState = EmptyState(self._look, "edit", tr("Choose a plan from the list to look at it."))
        self.past = PastChoice(self._look)
        self.total: PlanTotal = PlanTotal()
        self.pictures = PlanPictures(self._look, self._night)

    def _lay_out(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for banner in (self.drop_here, self.question, self.message, self.locked):
            column.addWidget(banner)
        column.addWidget(self.editor, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.past, 1)
        column.addWidget(self.total)
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pictures)
        self._side = Scrolled(around)
        self._parts = (self.list, self._middle, self._side)
        row = QHBoxLayout(self)
        row.setContentsMargins(*BODY)
        row.setSpacing(16)
        for part, share in zip(self._parts, SHARES, strict=True):
            row.addWidget(part, share)

    @Slot()
    def _ask(self) -> None:
        self.message_asked.emit(self._action.words())

    @Slot()
    def _arrange(self) -> None:
        folded = self.width() / self._look.sizes.scale < WIDE
        for n, part in enumerate(self._parts):
            empty = part is self._side and not self._has_plan
            part.setVisible((n == self._front or not folded) and not empty)
        self.pictures.rows.show_roomy(folded)
        if folded != self._folded:
            self._folded = folded
            self.folded.emit(folded)
