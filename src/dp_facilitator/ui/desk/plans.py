"""The plans page: every plan, and the one that is open, edited in place with its pictures beside it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.editing import Editing
from dp_facilitator.model.plan import Plan
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .dropped import dropped_file
from .plans_bench import PlansBench
from .plans_values import ListedPlan, Saved

__all__ = ["ListedPlan", "PlansPage", "Saved"]


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
        self._make()
        self._lay_out()
        self._connect()

    def show_plans(self, plans: tuple[ListedPlan, ...]) -> None:
        """Lists these plans."""
        self.bench.list.show_plans(plans)
        self.bench.mark_shown()

    def show_plan(self, name: str, text: bytes, _plan: Plan, shipped: bool) -> None:
        """Opens a plan; without a name, one that was never saved. A shipped one is only looked at."""
        self._question.forget()
        self.bench.begin(name, Editing.of(text), shipped)

    def show_copy(self, plan_text: bytes) -> None:
        """Opens a copy of a plan as a new one, that was never saved."""
        self._question.forget()
        self.bench.begin("", Editing.of(plan_text).copied(), False)

    def show_from_session(self, plan_text: bytes) -> None:
        """Opens the plan of a past session as a new one."""
        self.show_copy(plan_text)
        self.show_message(tr("This is how that session was planned, without anything that was said in it."), "note")

    def show_nothing(self, name: str = "") -> None:
        """Opens no plan; marks the one of this name, whose file cannot be used."""
        self._question.forget()
        self.bench.show_nothing(name)

    def show_saved(self, name: str) -> None:
        """The plan has been kept under this name; goes on to where one wanted to."""
        self.bench.show_kept(name)
        way = self._question.way()
        self._question.forget()
        self._go(*way)

    def show_message(self, text: str, kind: str = "note") -> None:
        """Says something above the plan: note, good, warning or over; an empty text takes it away."""
        if kind in ("warning", "over"):
            self._question.forget()
        self.bench.columns.show_message(text, kind)

    def shown_name(self) -> str:
        """The name of the plan that is open; "" for one that was never saved, and for none."""
        return self.bench.name

    def has_changes(self) -> bool:
        """Whether something would be lost if it were closed now."""
        return self.bench.has_changes()

    def ask_close(self) -> None:
        """Asks about changes before the window closes; close_agreed follows if it may."""
        self._leave("close")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None and self.bench.list.lines():
            self.bench.list.lines()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            event.acceptProposedAction()
            self.bench.columns.drop_here.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.bench.columns.drop_here.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.bench.columns.drop_here.hide()
        if path := dropped_file(event):
            event.acceptProposedAction()
            self._leave("drop", path)

    def _make(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.bench = PlansBench(self._look, self._night)
        self._question = self.bench.columns.question

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.bench)

    def _connect(self) -> None:
        bench = self.bench
        bench.saved.connect(self.saved)
        bench.held.connect(self._question.forget)
        bench.header.back.connect(self._go_home)
        bench.footer.set_up.connect(self._set_up)
        bench.columns.duplicate.clicked.connect(self._duplicate)
        bench.list.chosen.connect(self._choose)
        bench.list.duplicated.connect(self._duplicate)
        bench.list.exported.connect(self._export)
        bench.list.removed.connect(self._remove)
        bench.list.open_asked.connect(self._ask_file)
        self._question.saved.connect(bench.save)
        self._question.left.connect(self._leave_anyway)

    def _leave(self, where: str, name: str = "") -> None:
        """Goes somewhere else, once it is settled what becomes of changes."""
        if self.bench.has_changes():
            editing = self.bench.editing()
            title = str(editing.value(("title",))) if editing is not None else ""
            self._question.ask(title, (where, name), self.bench.can_save())
        else:
            self._go(where, name)

    def _go(self, where: str, name: str) -> None:
        match where:
            case "home":
                self.home_wanted.emit()
            case "plan":
                self.plan_chosen.emit(name)
            case "duplicate":
                self.duplicate_wanted.emit(name or self.bench.name)
            case "set up":
                self.set_up_wanted.emit(name or self.bench.name)
            case "open":
                self.open_wanted.emit()
            case "drop":
                self.file_dropped.emit(name)
            case "close":
                self.close_agreed.emit()

    @Slot()
    def _go_home(self) -> None:
        self._leave("home")

    @Slot(str)
    def _choose(self, name: str) -> None:
        if name != self.bench.name:
            self._leave("plan", name)

    @Slot()
    def _duplicate(self) -> None:
        self._leave("duplicate")

    @Slot()
    def _set_up(self) -> None:
        if self.bench.name:
            self._leave("set up")
        else:
            self._question.remember("set up", "")
            self.bench.save()

    @Slot()
    def _ask_file(self) -> None:
        self._leave("open")

    @Slot()
    def _export(self) -> None:
        self.export_wanted.emit(self.bench.name)

    @Slot()
    def _remove(self) -> None:
        self.remove_wanted.emit(self.bench.name)

    @Slot()
    def _leave_anyway(self) -> None:
        way = self._question.way()
        self._question.forget()
        self._go(*way)
