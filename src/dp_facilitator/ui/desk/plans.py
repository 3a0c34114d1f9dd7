"""The plans page: every plan, and the one that is open, edited in place with its pictures beside it."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.editing import Editing
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.plan_text import write_plan
from dp_facilitator.ui.theme import Look

from .home import dropped_file
from .plan_choices import Number
from .plan_fields import Length
from .plans_columns import PlansColumns
from .plans_dress import plans_dress
from .plans_frame import PlanActions, PlansFooter, PlansHeader
from .plans_values import ListedPlan, Saved

__all__ = ["ListedPlan", "PlansPage", "Saved"]

PAUSE_MS = 120


class PlansPage(QWidget):
    """Plans to look at, and own ones to change. It keeps no file: what is to be kept is handed over.

    Signals: home_wanted(); plan_chosen(str) – show the plan of this name; saved(object) – a Saved, to be kept;
    duplicate_wanted(str), remove_wanted(str), export_wanted(str), set_up_wanted(str) – with a plan's name;
    open_wanted() – a plan file is to be chosen; file_dropped(str) – its path; close_agreed() – nothing is left behind.
    """

    home_wanted = Signal()
    plan_chosen = Signal(str)
    saved = Signal(object)
    duplicate_wanted = Signal(str)
    remove_wanted = Signal(str)
    export_wanted = Signal(str)
    set_up_wanted = Signal(str)
    open_wanted = Signal()
    file_dropped = Signal(str)
    close_agreed = Signal()

    def __init__(self, look: Look, night: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._night = look, night
        self._name = ""
        self._locked = False
        self._make()
        self._lay_out()
        self._connect()
        self._dress()
        self._show_state()

    # What it is told

    def show_plans(self, plans: tuple[ListedPlan, ...]) -> None:
        """Lists these plans."""
        self.list.show_plans(plans)
        self._mark_shown()

    def show_plan(self, name: str, text: bytes, plan: Plan, shipped: bool) -> None:
        """Opens a plan; without a name, one that was never saved. A shipped one is only looked at."""
        self._name, self._locked = name, shipped
        self._begin(Editing.of(text))
        if not name:
            self.columns.turn_to(1)
            self.header.tabs[1].setChecked(True)
            self.editor.head.focus_title()

    def show_from_session(self, text: bytes) -> None:
        """Opens the plan of a past session as a new one of one's own."""
        editing = Editing.of(text).copied()
        self._name, self._locked = "", False
        self._begin(editing)
        self.editor.head.focus_title()

    def show_nothing(self, name: str = "") -> None:
        """Opens no plan; marks the one of this name, whose file cannot be used."""
        self._name, self._locked = name, True
        self.columns.question.forget()
        self.columns.show_open(False)
        self._mark_shown()
        self._show_state()

    def show_saved(self, name: str) -> None:
        """The plan has been kept under this name; goes on to where one wanted to."""
        self._name = name
        editing = self.editor.editing()
        if editing is not None:
            self.editor.show_editing(editing.keep())
        self._show_state()
        self._mark_shown()
        way = self.columns.question.way()
        self.columns.question.forget()
        if way[0]:
            self._go(*way)

    def show_message(self, text: str, kind: str = "note") -> None:
        """Says something above the plan: note, good, warning or over; an empty text takes it away."""
        if kind in ("warning", "over"):
            self.columns.question.forget()
        self.columns.show_message(text, kind)

    def has_changes(self) -> bool:
        """Whether something would be lost if it were closed now."""
        editing = self.editor.editing()
        return editing is not None and editing.changed and not self._locked and self.columns.is_open()

    def ask_close(self) -> None:
        """Asks about changes before the window closes; close_agreed follows if it may."""
        self._leave("close")

    # What it is made of

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None and self.list.lines():
            self.list.lines()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            event.acceptProposedAction()
            self.columns.drop_here.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.columns.drop_here.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.columns.drop_here.hide()
        if path := dropped_file(event):
            event.acceptProposedAction()
            self._leave("drop", path)

    def _make(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
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
        self.header.back.connect(self._go_home)
        self.header.turned.connect(self.columns.turn_to)
        self.columns.folded.connect(self.header.show_tabs)
        self.columns.duplicate.clicked.connect(self._duplicate)
        self.columns.question.saved.connect(self._save)
        self.columns.question.left.connect(self._leave_anyway)
        self.columns.total.taken.connect(self._take_sum)
        self.list.chosen.connect(self._choose)
        self.list.duplicated.connect(self._duplicate)
        self.list.exported.connect(self._export)
        self.list.removed.connect(self._remove)
        self.list.open_asked.connect(self._ask_file)
        self.editor.changed.connect(self._show_state)
        self.editor.chosen.connect(self._draw_soon)
        self.footer.set_up.connect(self._set_up)
        self.actions_here.undo.triggered.connect(self._undo)
        self.actions_here.redo.triggered.connect(self._redo)
        self.actions_here.save.triggered.connect(self._save)
        self._look.changed.connect(self._dress)

    def _begin(self, editing: Editing) -> None:
        self.columns.question.forget()
        self.columns.show_message("", "note")
        self.columns.show_open(True, self._locked)
        self.editor.show_plan(editing, self._locked)
        self._mark_shown()
        self._show_state()
        self._draw()

    def _mark_shown(self) -> None:
        shown = next((plan for plan in self.list.plans() if plan.name == self._name), None)
        if shown is None and self.columns.is_open():
            shown = ListedPlan("", "", "", False)
        self.list.show_chosen(shown)

    @Slot()
    def _show_state(self) -> None:
        """Header, footer and total, after every change; the pictures follow."""
        editing = self.editor.editing() if self.columns.is_open() else None
        actions = self.actions_here
        self.footer.show_locked(self._locked)
        self.footer.on.setVisible(editing is not None)
        if editing is None:
            self.header.show_plan("Plans", "")
            self.footer.say("")
            for action in (actions.undo, actions.redo, actions.save):
                action.setEnabled(False)
            return
        whole = editing.plan() is not None
        new = not self._name
        unsaved = new or editing.changed
        state = "" if self._locked else "Not saved yet" if new else "Changed" if editing.changed else "✓ Saved"
        self.header.show_plan(editing.value(("title",)), state, "good" if state == "✓ Saved" else "")
        actions.undo.setEnabled(bool(editing.past) and not self._locked)
        actions.redo.setEnabled(bool(editing.future) and not self._locked)
        actions.save.setEnabled(unsaved and whole and not self._locked)
        self.footer.on.setEnabled(whole)
        self.footer.say("" if whole else "Mend what is marked, then it can be saved.", "" if whole else "warning")
        self.columns.total.show_total(editing, self._locked)
        self._draw_soon()

    @Slot()
    def _draw_soon(self) -> None:
        self._soon.start()

    @Slot()
    def _draw(self) -> None:
        self._soon.stop()
        editing = self.editor.editing()
        if editing is not None and self.columns.is_open():
            self.columns.pictures.show_plan(editing, self.editor.at())

    @Slot()
    def _dress(self) -> None:
        self.setStyleSheet(plans_dress(self._look))

    # What people do

    @Slot()
    def _undo(self) -> None:
        editing = self.editor.editing()
        if editing is not None and not self._locked:
            self.editor.show_editing(editing.undo())

    @Slot()
    def _redo(self) -> None:
        editing = self.editor.editing()
        if editing is not None and not self._locked:
            self.editor.show_editing(editing.redo())

    @Slot()
    def _take_sum(self) -> None:
        editing = self.editor.editing()
        if editing is not None:
            self.editor.show_editing(editing.take_sum())

    @Slot()
    def _save(self) -> None:
        self._finish_typing()
        editing = self.editor.editing()
        plan = editing.plan() if editing is not None else None
        wrong = next((field for field in self.editor.findChildren(Length) if field.is_wrong()), None)
        if wrong is not None:
            self.columns.question.forget()
            self.footer.say(f"“{wrong.text().strip()}” is not a time. Type one such as 4, 4:30, 90s or 1h.", "warning")
            wrong.setFocus()
        elif plan is not None and not self._locked:
            self.saved.emit(Saved(self._name, write_plan(plan)))

    def _finish_typing(self) -> None:
        """A time or number that is typed and not yet left counts as well."""
        field = self.focusWidget()
        if isinstance(field, Length):
            field.editingFinished.emit()
        elif isinstance(field, Number):
            field.interpretText()

    @Slot()
    def _go_home(self) -> None:
        self._leave("home")

    @Slot(str)
    def _choose(self, name: str) -> None:
        if name != self._name:
            self._leave("plan", name)

    @Slot()
    def _duplicate(self) -> None:
        self._leave("duplicate", self._name)

    @Slot()
    def _set_up(self) -> None:
        self._leave("set up", self._name)

    @Slot()
    def _ask_file(self) -> None:
        self._leave("open")

    @Slot()
    def _export(self) -> None:
        self.export_wanted.emit(self._name)

    @Slot()
    def _remove(self) -> None:
        self.remove_wanted.emit(self._name)

    @Slot()
    def _leave_anyway(self) -> None:
        way = self.columns.question.way()
        self.columns.question.forget()
        self._go(*way)
