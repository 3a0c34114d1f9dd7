"""The plans page: every plan, and the one that is open, edited in place with its pictures beside it."""

from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dp_facilitator.model.editing import Editing
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.plan_text import write_plan
from dp_facilitator.model.text import listed
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .agenda_page import AgendaPage
from .dropped import dropped_file
from .plans_bench import PlansBench
from .plans_values import ListedPlan, Saved

__all__ = ["ListedPlan", "PlansPage", "Saved"]


class PlansPage(QWidget):
    """Plans to look at, and own ones to change. It keeps no file: what is to be kept is handed over.

    Signals: home_wanted(); plan_chosen(str) – show the plan of this name; saved(object) – a Saved, to be kept;
    duplicate_wanted(str), remove_wanted(str), export_wanted(str), set_up_wanted(str) – with a plan's name;
    open_wanted() – a plan file is to be chosen; file_dropped(str) – its path; close_agreed() – nothing is left behind;
    past_wanted() – past sessions are to be listed; past_chosen(str) – the id of one; paper_wanted(str) – a piece of
    paper is to be made of the plan that is open; message_asked(str) – the words of the button of a message;
    edited() – the plan that is open has been changed; dropped() – its changes have been let go; put_off() – they are
    to be there when one comes back.
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
    past_wanted = Signal()
    past_chosen = Signal(str)
    paper_wanted = Signal(str)
    message_asked = Signal(str)
    edited = Signal()
    dropped = Signal()
    put_off = Signal()

    def __init__(self, look: Look, night: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._night = look, night
        self._before = ""
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

    def show_new(self) -> None:
        """Opens an empty plan."""
        self._question.forget()
        self.bench.begin("", Editing.new(tr("New plan")), False)

    def show_from_session(self, plan_text: bytes, people: tuple[str, ...]) -> None:
        """Opens the plan of a past session as a new one; its people come along to set-up."""
        self._question.forget()
        # Nowhere kept yet: to leave it behind is to lose it.
        self.bench.begin("", replace(Editing.of(plan_text).copied(), kept={}), False)
        words = tr("This is how that session was planned, without anything that was said in it.")
        if people:
            names = listed(people)
            words += " " + tr("{names} come along, in this order, when you set it up.").format(names=names)
        self.show_message(words)

    def show_unsaved(self, name: str, editing: Editing) -> None:
        """Opens a plan with changes that were not saved when the program stopped."""
        self._question.forget()
        self.bench.begin(name, editing, False)

    def show_past(self, sessions: tuple[ListedPlan, ...]) -> None:
        """Lists past sessions, each with its id for a name, so that a new plan can be like one of them."""
        self.show_message("")
        self._question.forget()
        self._before = self.bench.name
        self.bench.show_past(sessions)

    def show_agenda(self) -> None:
        """Turns to the import page."""
        self._stack.setCurrentWidget(self.agenda)

    def focus_shown(self) -> None:
        """Puts the focus on the line of the plan that is open."""
        for line in self.bench.list.lines():
            if line.key() == self.bench.name:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                self.bench.list.area.ensureWidgetVisible(line, 0, 12)

    def focus_paper(self) -> None:
        """Puts the focus back where something was put on paper."""
        self.bench.footer.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_bench(self) -> None:
        """Turns to the plans."""
        self._stack.setCurrentWidget(self.bench)

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

    def show_message(self, text: str, kind: str = "note", action: str = "") -> None:
        """Says something above the plan: note, good, warning or over, perhaps with a button; "" takes it away."""
        if kind in ("warning", "over"):
            self._question.forget()
        self.bench.columns.show_message(text, kind, action)

    def shown_name(self) -> str:
        """The name of the plan that is open; "" for one that was never saved, and for none."""
        return self.bench.name

    def has_changes(self) -> bool:
        """Whether something would be lost if it were closed now."""
        return self.bench.has_changes()

    def editing(self) -> Editing | None:
        """The plan that is open, as it stands; None where there is none or it is only looked at."""
        return self.bench.editing() if not self.bench.is_locked() else None

    def plan_text(self) -> bytes | None:
        """The plan that is open as the text of a file, with its changes; None while something in it is wrong."""
        editing = self.bench.editing()
        plan = editing.plan() if editing is not None else None
        return write_plan(plan) if plan is not None else None

    @cached_property
    def agenda(self) -> AgendaPage:
        """The import page; made when it is first wanted."""
        page = AgendaPage(self._look)
        page.left.connect(self.show_bench)
        self._stack.addWidget(page)
        return page

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
        self._stack = QStackedWidget()
        self._stack.addWidget(self.bench)
        self._question = self.bench.columns.question

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

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
        bench.list.new_asked.connect(self._begin_new)
        bench.columns.past.chosen.connect(self.past_chosen)
        bench.columns.past.left.connect(self._leave_past)
        bench.columns.message_asked.connect(self.message_asked)
        bench.footer.paper_asked.connect(self.paper_wanted)
        bench.editor.changed.connect(self.edited)
        self._question.saved.connect(bench.save)
        self._question.left.connect(self._leave_anyway)
        self._question.put_off.connect(self._leave_for_now)

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
            case "empty":
                self.show_new()
            case "past":
                self.past_wanted.emit()
            case "open" | "file":
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

    @Slot(str)
    def _begin_new(self, kind: str) -> None:
        self._leave(kind)

    @Slot()
    def _leave_past(self) -> None:
        """No past session was meant: back to the plan that was open."""
        self.bench.columns.show_past(False)
        self.bench.list.new.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._before:
            self.plan_chosen.emit(self._before)

    @Slot()
    def _leave_anyway(self) -> None:
        way = self._question.way()
        self._question.forget()
        self.bench.let_go()
        self.dropped.emit()
        self._go(*way)

    @Slot()
    def _leave_for_now(self) -> None:
        """The changes stay as they are, here and on the disk."""
        way = self._question.way()
        self._question.forget()
        self.put_off.emit()
        self._go(*way)
