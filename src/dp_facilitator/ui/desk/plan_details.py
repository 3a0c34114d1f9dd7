"""Everything else about a plan as a whole, under five headings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .card_rows import CardRows
from .headed_panels import HeadedPanels
from .plan_panels import CalledPanel, OutcomesPanel, SafetyPanel
from .role_rows import RoleRows


class PlanDetails(HeadedPanels):
    """Roles, what people are called, outcomes, the safety card, the coach's cards.

    Signals: written(object, object) – a path and what was written there; asked(str, object) – a verb and a path;
    kept_by(str) – who keeps the time; card_written(str, object) – title or lines of the safety card.
    """

    written = Signal(object, object)
    asked = Signal(str, object)
    kept_by = Signal(str)
    card_written = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(tr("More about the plan"))
        self._make()
        self._connect()

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the plan as a whole, under the heading that was last chosen."""
        for part in self._parts:
            part.show_plan(editing, locked)
        counts = (len(editing.roles()), 0, editing.count(("outcomes",)), 0, editing.count(("coach_notes",)))
        for tab, words, count in zip(self.tabs, self._words, counts, strict=True):
            tab.show_words(f"{words} {count}" if count else words)

    def _make(self) -> None:
        self.roles = RoleRows(self._look)
        self.called = CalledPanel()
        self.outcomes = OutcomesPanel(self._look)
        self.safety = SafetyPanel(self._look)
        self.cards = CardRows(self._look)
        self._parts = (self.roles, self.called, self.outcomes, self.safety, self.cards)
        self._words = (tr("Roles"), tr("Names for people"), tr("Outcomes"), tr("Safety card"), tr("Coach’s cards"))
        self.head(self._words, self._parts)

    def _connect(self) -> None:
        for panel in (self.roles, self.called, self.outcomes, self.cards):
            panel.written.connect(self.written)
        for rows in (self.roles, self.cards):
            rows.asked.connect(self.asked)
        self.called.kept_by.connect(self.kept_by)
        self.safety.card_written.connect(self.card_written)
