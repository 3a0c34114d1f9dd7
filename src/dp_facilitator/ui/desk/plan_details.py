"""Everything else about a plan as a whole, under five headings."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.words import tr

from .card_rows import CardRows
from .plan_panels import CalledPanel, OutcomesPanel, SafetyPanel
from .role_rows import RoleRows
from .side_card import Tab


class PlanDetails(QFrame):
    """Roles, what people are called, outcomes, the safety card, the coach's cards.

    Signals: written(object, object) – a path and what was written there; asked(str, object) – a verb and a path;
    kept_by(str) – who keeps the time; card_written(str, object) – title or lines of the safety card.
    """

    written = Signal(object, object)
    asked = Signal(str, object)
    kept_by = Signal(str)
    card_written = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(tr("More about the plan"))
        self._make()
        self._lay_out()
        self._connect()

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the plan as a whole, under the heading that was last chosen."""
        for panel in self._panels:
            panel.show_plan(editing, locked)
        counts = (len(editing.roles()), 0, editing.count(("outcomes",)), 0, editing.count(("coach_notes",)))
        for tab, words, count in zip(self.tabs, self._words, counts, strict=True):
            tab.show_words(f"{words} {count}" if count else words)

    def turn_to(self, n: int) -> None:
        """Turns to a heading, counted from 0."""
        self.tabs[n].click()

    def _make(self) -> None:
        self.setProperty("role", "tile")
        self.roles = RoleRows(self._look)
        self.called = CalledPanel()
        self.outcomes = OutcomesPanel(self._look)
        self.safety = SafetyPanel(self._look)
        self.cards = CardRows(self._look)
        self._panels = (self.roles, self.called, self.outcomes, self.safety, self.cards)
        self._words = (tr("Roles"), tr("Names for people"), tr("Outcomes"), tr("Safety card"), tr("Coach’s cards"))
        self.tabs = tuple(Tab(self._look, said) for said in self._words)
        self._group = QButtonGroup(self)
        for n, tab in enumerate(self.tabs):
            tab.show_large(False)
            self._group.addButton(tab, n)
        self.tabs[0].setChecked(True)

    def _lay_out(self) -> None:
        headings = Flow(10)
        for tab in self.tabs:
            headings.add(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(8)
        column.addWidget(headings)
        for panel in self._panels:
            column.addWidget(panel)
            panel.setVisible(panel is self.roles)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._turn)
        for panel in (self.roles, self.called, self.outcomes, self.cards):
            panel.written.connect(self.written)
        for rows in (self.roles, self.cards):
            rows.asked.connect(self.asked)
        self.called.kept_by.connect(self.kept_by)
        self.safety.card_written.connect(self.card_written)

    @Slot(int)
    def _turn(self, n: int) -> None:
        for m, panel in enumerate(self._panels):
            panel.setVisible(m == n)
