"""What a plan has besides its parts: what people are called, outcomes, and the safety card."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import at, default
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .plan_choices import Choice, Labelled
from .plan_fields import Line, Lines
from .plans_values import KEEPERS


class CalledPanel(QWidget):
    """What people are called, and who keeps the time.

    Signals: written(object, object) – a path and what was written there; kept_by(str) – who keeps the time.
    """

    written = Signal(object, object)
    kept_by = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called = {
            "leader": tr("A leader is called"),
            "team_member": tr("A team member is called"),
            "coach": tr("The coach is called"),
            "timekeeper": tr("Who times is called"),
        }
        self.called = {key: Line(key, words, 80) for key, words in called.items()}
        self.keeper = Choice("timekeeper", tr("Who keeps the time of a round"), KEEPERS)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for n, (key, field) in enumerate(self.called.items()):
            # What people are called shows as a hint until it is something else.
            field.setPlaceholderText(str(default(("labels", key))))
            grid.addWidget(Labelled(called[key], field), n // 2, n % 2)
            field.written.connect(self._write)
        grid.addWidget(Labelled(tr("Who keeps the time of a round"), self.keeper), 2, 0)
        for n in range(2):
            grid.setColumnStretch(n, 1)
        self.keeper.written.connect(self._keep)

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows what people are called in a plan."""
        for key, field in self.called.items():
            field.show_value(at(editing.tree, ("labels", key)))
            field.lock(locked)
        self.keeper.show_value(editing.value(("timekeeper",)))
        self.keeper.lock(locked)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit(("labels", key), new)

    @Slot(str, object)
    def _keep(self, _key: str, new: object) -> None:
        self.kept_by.emit(str(new))


class OutcomesPanel(QWidget):
    """What people can do afterwards. Signals: written(object, object) – a path and what was written there."""

    written = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcomes = Lines(look, "outcomes", tr("What people can do afterwards"), 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Labelled(tr("What people can do afterwards, a line each"), self.outcomes))
        self.outcomes.written.connect(self._write)

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the outcomes of a plan."""
        self.outcomes.show_value(editing.value(("outcomes",)))
        self.outcomes.lock(locked)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((key,), new)


class SafetyPanel(QWidget):
    """The card that is read out before the first round. Signals: card_written(str, object) – title or lines."""

    card_written = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Line("title", tr("Title of the safety card"), 80)
        self.title.setPlaceholderText(tr("Safety card"))
        self.lines = Lines(look, "lines", tr("What stands on the safety card, a line each"), 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Labelled(tr("Title"), self.title))
        column.addWidget(Labelled(tr("A line each"), self.lines))
        column.addWidget(Words(tr("Leave both empty for a plan without a safety card."), "small"))
        self.title.written.connect(self.card_written)
        self.lines.written.connect(self.card_written)

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Shows the safety card of a plan, if it has one."""
        card = at(editing.tree, ("card",)) or {}
        self.title.show_value(card.get("title", ""))
        self.lines.show_value(card.get("lines", ()))
        for field in (self.title, self.lines):
            field.lock(locked)
