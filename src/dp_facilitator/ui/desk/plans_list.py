"""The list of all plans, and what can be done with the one that is shown."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .column_card import ColumnCard
from .menu_button import MenuButton, Verbs
from .plan_line import PlanLine
from .plans_values import ListedPlan
from .scrolled import Scrolled


def new_plans() -> Verbs:
    """What a new plan can begin with."""
    return (
        ("empty", tr("An empty plan")),
        ("past", tr("From a past session…")),
        ("file", tr("From a plan file or an agenda…")),
    )


class PlansList(ColumnCard):
    """Own plans first, then those that come with the app; Up and Down go through them.

    Signals: chosen(str) – a plan's name; duplicated(), exported(), removed() – of the one that is shown;
    open_asked() – a file is to be opened; new_asked(str) – "empty", "past" or "file".
    """

    chosen = Signal(str)
    duplicated = Signal()
    exported = Signal()
    removed = Signal()
    open_asked = Signal()
    new_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Plans"), parent)
        self._look = look
        self._plans: tuple[ListedPlan, ...] = ()
        self._lines: list[PlanLine] = []
        self._shown: ListedPlan | None = None
        self._make()
        self._lay_out()
        self._connect()

    def plans(self) -> tuple[ListedPlan, ...]:
        return self._plans

    def lines(self) -> tuple[PlanLine, ...]:
        """The lines, in order."""
        return tuple(self._lines)

    def show_plans(self, plans: tuple[ListedPlan, ...]) -> None:
        """Lists these plans."""
        if plans == self._plans:
            return
        self._plans = plans
        held = next((line.key() for line in self._lines if line.hasFocus()), None)
        self._own.clear_lines()
        self._shipped.clear_lines()
        self._lines = []
        for plan in (*(p for p in plans if not p.shipped), *(p for p in plans if p.shipped)):
            line = PlanLine(self._look, plan)
            line.picked.connect(self.chosen)
            (self._shipped if plan.shipped else self._own).add_line(line)
            self._lines.append(line)
            if plan.name == held:
                line.setFocus()
        for before, after in pairwise((*self._lines, self.duplicate)):
            QWidget.setTabOrder(before, after)
        self._own.setVisible(any(not plan.shipped for plan in plans))

    def show_open(self, plan: ListedPlan | None) -> None:
        """Marks the plan that is shown; None for none."""
        self._shown = plan
        self.question.hide()
        for line in self._lines:
            line.show_chosen(plan is not None and line.key() == plan.name)
        kept = plan is not None and bool(plan.name)
        self.duplicate.setEnabled(plan is not None and not plan.problem)
        self.export.setEnabled(kept and plan is not None and not plan.problem)
        self.remove.setVisible(kept and plan is not None and not plan.shipped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, line in enumerate(self._lines) if line.hasFocus()), None)
        if at is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = at + (1 if event.key() == Qt.Key.Key_Down else -1)
            self._lines[max(0, min(to, len(self._lines) - 1))].setFocus()
        elif event.key() == Qt.Key.Key_Escape and not self.question.isHidden():
            self._keep()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        self._own = _Lines(tr("Your own"))
        self._shipped = _Lines(tr("Come with the app"))
        self.new = MenuButton(tr("New plan"), new_plans())
        self.duplicate = QuietButton(tr("Duplicate"))
        self.export = QuietButton(tr("Export…"))
        self.open = QuietButton(tr("Open a file…"))
        self.remove = QuietButton(tr("Remove"))
        self.question = Banner(self._look, kind="warning", closable=False)
        self._stay = self.question.add_choice(tr("Keep it"))
        self._go = self.question.add_choice(tr("Remove it"))
        self.question.hide()
        for button in (self.duplicate, self.export, self.open, self.remove, self._stay, self._go):
            button.setAutoDefault(True)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(12, 16, 12, 14)
        self.body.setSpacing(10)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._own)
        column.addWidget(self._shipped)
        column.addStretch(1)
        self.area = Scrolled(inside)
        buttons = Flow(8)
        for button in (self.duplicate, self.export, self.open, self.remove):
            buttons.add(button)
        head = QHBoxLayout()
        self.body.removeWidget(self.heading)
        head.addWidget(self.heading, 1)
        head.addWidget(self.new)
        self.body.addLayout(head)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.question)
        self.body.addWidget(buttons)

    def _connect(self) -> None:
        self.new.asked.connect(self.new_asked)
        self.duplicate.clicked.connect(self.duplicated)
        self.export.clicked.connect(self.exported)
        self.open.clicked.connect(self.open_asked)
        self.remove.clicked.connect(self._ask)
        self._stay.clicked.connect(self._keep)
        self._go.clicked.connect(self._remove)

    @Slot()
    def _ask(self) -> None:
        if self._shown is not None:
            self.question.show_message(
                tr("Remove “{title}”?").format(title=self._shown.title), "warning", tr("It cannot be brought back.")
            )
            self.question.show()
            self._stay.setFocus()

    @Slot()
    def _keep(self) -> None:
        self.question.hide()
        self.remove.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.question.hide()
        self.removed.emit()


class _Lines(QWidget):
    """Some of the plans under a small heading."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(Words(heading, "label"))

    def add_line(self, line: PlanLine) -> None:
        self._column.addWidget(line)
        line.show()  # else it could not take the focus before the next turn

    def clear_lines(self) -> None:
        while (item := self._column.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
