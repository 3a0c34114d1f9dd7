"""One plan on the table: header, the three parts, footer, and what the keys do; undo, redo and save."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.editing import Editing
from dp_facilitator.model.plan_text import write_plan
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .plan_choices import Number
from .plan_fields import Length
from .plans_columns import PlansColumns
from .plans_dress import plans_dress
from .plans_frame import PlanActions, PlansFooter, PlansHeader
from .plans_values import ListedPlan, Saved

PAUSE_MS = 120


class PlansBench(QWidget):
    """Shows the plan that is open and how it stands with it.

    Signals: saved(object) – a Saved, to be kept; held() – it cannot be saved as it is.
    """

    saved = Signal(object)
    held = Signal()

    def __init__(self, look: Look, night: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._night = look, night
        self.name = ""
        self._locked = False
        self._make()
        self._lay_out()
        self._connect()
        self._dress()
        self._show_state()

    def editing(self) -> Editing | None:
        """The plan that is open."""
        return self.editor.editing() if self.columns.is_open() else None

    def is_locked(self) -> bool:
        """Whether the plan may only be looked at."""
        return self._locked

    def has_changes(self) -> bool:
        """Whether something would be lost if it were closed now."""
        self._finish_typing()
        editing = self.editing()
        return editing is not None and editing.changed and not self._locked

    def can_save(self) -> bool:
        editing = self.editing()
        return editing is not None and editing.plan() is not None

    def begin(self, name: str, editing: Editing, locked: bool) -> None:
        """Opens a plan; without a name, one that was never saved."""
        self.name, self._locked = name, locked
        self.columns.show_message("", "note")
        self.columns.show_open(True, locked)
        self.columns.pictures.begin()
        self.editor.show_plan(editing, locked)
        self.mark_shown()
        self._show_state()
        self._draw()
        if not name:
            self.header.tabs[1].click()
            self.editor.head.focus_title()

    def show_nothing(self, name: str) -> None:
        """Opens no plan; marks the one of this name, whose file cannot be used."""
        self.name, self._locked = name, True
        self.columns.show_open(False)
        self.mark_shown()
        self._show_state()

    def show_past(self, sessions: tuple[ListedPlan, ...]) -> None:
        """Opens no plan, and lists past sessions to choose from."""
        self.show_nothing("")
        self.columns.show_past(True)
        self.columns.past.show_sessions(sessions)

    def show_kept(self, name: str) -> None:
        """The plan is kept under this name from here on."""
        self.name = name
        if (editing := self.editing()) is not None:
            self.editor.show_editing(editing.keep())
        self._show_state()
        self.mark_shown()

    def let_go(self) -> None:
        """Nobody wants the changes any more; what is open counts as kept."""
        if (editing := self.editing()) is not None:
            self.editor.show_editing(editing.keep())

    def mark_shown(self) -> None:
        """Marks in the list what is open."""
        shown = next((plan for plan in self.list.plans() if plan.name == self.name), None)
        if shown is None and self.columns.is_open():
            shown = ListedPlan("", "", "", False)
        self.list.show_open(shown)

    def _make(self) -> None:
        self.actions_here = PlanActions(self)
        self.header = PlansHeader(self._look)
        self.columns = PlansColumns(self._look, self._night)
        self.footer = PlansFooter(self.actions_here)
        self.list, self.editor = self.columns.list, self.columns.editor
        # The pictures follow when typing pauses.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.columns, 1)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._draw)
        self.columns.question.asking.connect(self._make_room)
        self.header.turned.connect(self.columns.turn_to)
        self.columns.folded.connect(self.header.show_tabs)
        self.footer.asked_where.connect(self.editor.go_to_problem)
        self.columns.total.taken.connect(self._take_sum)
        self.editor.changed.connect(self._show_state)
        self.editor.chosen.connect(self._draw_soon)
        self.actions_here.undo.triggered.connect(self._undo)
        self.actions_here.redo.triggered.connect(self._redo)
        self.actions_here.save.triggered.connect(self.save)
        self._look.changed.connect(self._dress)

    @Slot()
    def _show_state(self) -> None:
        """Header, footer and total, after every change; the pictures follow."""
        editing = self.editing()
        actions = self.actions_here
        self.footer.show_locked(self._locked)
        self.footer.setVisible(editing is not None)
        if editing is None:
            self.header.show_plan(tr("Plans"), "")
            self.footer.say("")
            for action in (actions.undo, actions.redo, actions.save):
                action.setEnabled(False)
            return
        whole = editing.plan() is not None
        new = not self.name
        unsaved = new or editing.changed
        state = (
            "" if self._locked else tr("Not saved yet") if new else tr("Changed") if editing.changed else tr("✓ Saved")
        )
        self.header.show_plan(editing.value(("title",)), state, "good" if state == tr("✓ Saved") else "")
        actions.undo.setEnabled(bool(editing.past) and not self._locked)
        actions.redo.setEnabled(bool(editing.future) and not self._locked)
        actions.save.setEnabled(unsaved and whole and not self._locked)
        self.footer.on.setEnabled(whole)
        sums = not whole and editing.off_s != 0 and editing.sketch() is not None
        mend = tr("Times and total differ.") if sums else tr("Mend what is marked first.")
        self.footer.say("" if whole else mend, "" if whole else "warning", where=not whole and not sums)
        self.columns.total.show_total(editing, self._locked)
        self._draw_soon()

    @Slot(bool)
    def _make_room(self, asking: bool) -> None:
        """While something is asked there is nothing else to do with the plan."""
        self.footer.setVisible(not asking and self.editing() is not None)

    @Slot()
    def _draw_soon(self) -> None:
        self._soon.start()

    @Slot()
    def _draw(self) -> None:
        self._soon.stop()
        if (editing := self.editing()) is not None:
            self.columns.pictures.show_plan(editing, self.editor.at())

    @Slot()
    def _dress(self) -> None:
        self.setStyleSheet(plans_dress(self._look))

    @Slot()
    def _undo(self) -> None:
        editing = self.editing()
        if editing is not None and not self._locked:
            self.editor.show_editing(editing.undo())

    @Slot()
    def _redo(self) -> None:
        editing = self.editing()
        if editing is not None and not self._locked:
            self.editor.show_editing(editing.redo())

    @Slot()
    def _take_sum(self) -> None:
        editing = self.editing()
        if editing is not None:
            self.editor.show_editing(editing.take_sum())

    @Slot()
    def save(self) -> None:
        """Hands the plan over to be kept, unless something in it has to be mended first."""
        self._finish_typing()
        editing = self.editing()
        plan = editing.plan() if editing is not None else None
        wrong = next((field for field in self.editor.findChildren(Length) if field.is_wrong()), None)
        if wrong is not None:
            self.held.emit()
            self.footer.say(
                tr("“{text}” is not a time. Type one such as 4, 4:30, 90s or 1h.").format(text=wrong.text().strip()),
                "warning",
            )
            wrong.setFocus()
        elif plan is not None and not self._locked:
            self.saved.emit(Saved(self.name, write_plan(plan)))

    def _finish_typing(self) -> None:
        """A time or number that is typed and not yet left counts as well."""
        field = self.focusWidget()
        if isinstance(field, Length):
            field.editingFinished.emit()
        elif isinstance(field, Number):
            field.interpretText()
