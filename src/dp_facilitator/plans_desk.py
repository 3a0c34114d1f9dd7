"""Making plans: the plans page, and the files behind it."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from dp_facilitator.importing import Importing, is_plan_file
from dp_facilitator.keeping import Keeping, People, forget_words
from dp_facilitator.model.editing import Editing
from dp_facilitator.model.facts import Opened
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan import Plan
from dp_facilitator.opening import wanted_again
from dp_facilitator.paths import Places, fallbacks, shipped_plans_dir
from dp_facilitator.plan_papers import PlanPapers
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import write_atomic
from dp_facilitator.store.own_plans import import_plan, remove_plan, rename_plan, save_plan
from dp_facilitator.store.plan_names import BadPlan
from dp_facilitator.store.plans import PlanFile, find_plan, list_plans
from dp_facilitator.store.records import load
from dp_facilitator.store.sessions import list_sessions
from dp_facilitator.ui.desk.choosing import choose_save, choose_source
from dp_facilitator.ui.desk.home_filling import past_sessions
from dp_facilitator.ui.desk.home_values import plan_length
from dp_facilitator.ui.desk.plans import ListedPlan, PlansPage, Saved
from dp_facilitator.ui.desk.plans_values import refusal_words
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.words import ntr, tr


class PlansDesk(QObject):
    """Lists, opens, keeps, removes and passes on plans.

    Signals: left() – back to the first page; set_up(str) – a session with the plan of this name; set_up_with(Wanted) –
    one with people who come along; may_close().
    """

    left = Signal()
    set_up = Signal(str)
    set_up_with = Signal(object)
    may_close = Signal()

    def __init__(self, page: PlansPage, where: Places, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._where = where
        self._own = where.plans
        self._shipped = shipped_plans_dir()
        self._people: People = {}
        self.keeping = Keeping(page, where, self._people, self)
        self.papers = PlanPapers(page, self)
        page.home_wanted.connect(self.left)
        page.set_up_wanted.connect(self._set_up)
        page.close_agreed.connect(self.may_close)
        page.plan_chosen.connect(self.open)
        page.saved.connect(self._save)
        page.duplicate_wanted.connect(self._duplicate)
        page.remove_wanted.connect(self._remove)
        page.export_wanted.connect(self._export)
        page.open_wanted.connect(self._choose)
        page.file_dropped.connect(self.take_in)
        page.past_wanted.connect(self._list_past)
        page.past_chosen.connect(self._begin_like)
        page.message_asked.connect(self._answer)

    def begin(self) -> None:
        """The page with all plans there are now: on changes that an earlier run left, on the plan that was shown, else
        on the first.
        """
        self._page.show_bench()
        self._page.show_message("")
        found = self._list()
        if self._page.has_changes() or self.keeping.take_up():
            return
        shown = self._page.shown_name()
        names = [one.name for one in found]
        if shown in names:
            self.open(shown)
        elif found:
            self.open(next((one.name for one in found if isinstance(one, PlanFile) and self._is_own(one)), names[0]))

    def from_session(self, wanted: Wanted) -> None:
        """A new plan like a past session, whose people come along when it is set up."""
        self._page.show_bench()
        self._list()
        if self._is_busy():
            return
        self._people[""] = wanted.names
        self._page.show_from_session(wanted.plan_text, wanted.names)
        self.keeping.keep()

    def close(self) -> None:
        """Lets files and work go; unsaved changes stay for the next run."""
        self.keeping.close()
        self.papers.close()

    @Slot(str)
    def open(self, name: str) -> None:
        """Shows a plan, or why its file cannot be used."""
        found = self._find(name)
        if found is not None:
            self._page.show_plan(found.name, found.text, found.plan, not self._is_own(found))
            self.keeping.keep()

    def _is_busy(self) -> bool:
        """Whether unsaved changes stand in the way, of this run or an earlier one; the page then says so."""
        busy = self._page.has_changes() or self.keeping.take_up()
        if busy:
            words = tr("Save these changes first, or forget them.")
            self._page.show_message(words, "warning", forget_words())
        return busy

    def _arrived(self, before: tuple[ListedPlan, ...]) -> str:
        """What became of a plan file, compared with the plans there were before."""
        shown = self._page.shown_name()
        if any(plan.name == shown for plan in before):
            return tr("It was among your own plans already.")
        titles = {plan.name: plan.title for plan in self._page.bench.list.plans()}
        if any(plan.title == titles[shown] and not plan.shipped for plan in before):
            return tr("It is now among your own plans, where another has the same title.")
        return tr("It is now among your own plans.")

    @cached_property
    def importing(self) -> Importing:
        """What is behind the import page; made with it."""
        importing = Importing(self._page.agenda, self)
        importing.made.connect(self._take_agenda)
        return importing

    @Slot(str)
    def take_in(self, path: str) -> None:
        """Takes a copy of a plan file among the own plans, and shows it; an agenda is looked at first."""
        self._page.show_bench()
        if self._is_busy():
            return
        if not is_plan_file(Path(path)):
            try:
                self.importing.begin(Path(path))
            except StoreError as error:
                self._page.show_message(str(error), "over")
            else:
                self._page.show_agenda()
            return
        before = self._page.bench.list.plans()
        try:
            kept = import_plan(self._own, self._shipped, Path(path))
        except (Refused, StoreError) as error:
            self._page.show_message(refusal_words(error), "over")
            return
        self._show_kept(kept)
        self._page.show_message(self._arrived(before), "good")

    @Slot(object)
    def _take_agenda(self, text: bytes) -> None:
        self._page.show_bench()
        try:
            kept = save_plan(self._own, self._shipped, text)
        except (Refused, StoreError) as error:
            self._page.show_message(str(error), "over")
            return
        self._show_kept(kept)
        words = tr("It is now among your own plans. Nobody leads in it yet: say how often each part is run.")
        self._page.show_message(words, "good")

    @Slot()
    def _list_past(self) -> None:
        try:
            found = list_sessions(self._where.sessions, fallbacks())
        except StoreError as error:
            self._page.show_message(str(error), "over")
            return
        past = past_sessions(found)
        self._page.show_past(tuple(ListedPlan(one.id, one.title, one.when, False, one.problem) for one in past))

    @Slot(str)
    def _begin_like(self, session_id: str) -> None:
        try:
            loaded = load(self._where.sessions / session_id, fallbacks())
        except StoreError as error:
            self._page.show_message(str(error), "over")
            return
        if isinstance(loaded.facts[0], Opened):
            self.from_session(wanted_again(loaded.session, loaded.facts[0]))

    @Slot(str)
    def _set_up(self, name: str) -> None:
        """On to set-up; the people of the past session that a plan was made from come along."""
        names, found = self._people.get(name, ()), self._find(name)
        if names and found is not None:
            self.set_up_with.emit(Wanted(found.name, found.text, names))
        else:
            self.set_up.emit(name)

    @Slot(object)
    def _save(self, saved: Saved) -> None:
        title = Editing.of(saved.text).value(("title",))
        try:
            path = save_plan(self._own, self._shipped, saved.text, saved.name)
            path = rename_plan(self._own, self._shipped, self._name_of(path), str(title))
        except (Refused, StoreError) as error:
            self._page.show_message(str(error), "over")
            return
        name = self._name_of(path)
        if people := self._people.pop(saved.name, ()):
            self._people[name] = people
        self._list()
        self._page.show_message("")
        self._page.show_saved(name)
        self.keeping.keep()

    @Slot(str)
    def _duplicate(self, name: str) -> None:
        found = self._find(name)
        if found is not None:
            self._people.pop("", None)
            self._page.show_copy(found.text)

    @Slot(str)
    def _remove(self, name: str) -> None:
        try:
            remove_plan(self._own, name)
        except StoreError as error:
            self._page.show_message(str(error), "over")
            return
        self._page.show_nothing()
        self.begin()
        self._page.show_message(tr("The plan is removed."), "good")

    @Slot(str)
    def _export(self, name: str) -> None:
        found = self._find(name)
        path = choose_save(self._page, found.path.stem) if found is not None else None
        if found is None or path is None:
            return
        without = tr("Changes that are not saved are not in it.") if self._page.has_changes() else ""
        try:
            write_atomic(path, found.text)
        except StoreError as error:
            self._page.show_message(str(error), "over")
        else:
            self._page.show_message(f"{tr('Saved as {path}.').format(path=path)} {without}".rstrip(), "good")

    @Slot()
    def _choose(self) -> None:
        if path := choose_source(self._page, Path.home()):
            self.take_in(path)

    @Slot(str)
    def _answer(self, words: str) -> None:
        """The button of a message was pressed; other messages have other buttons."""
        if words == forget_words():
            self.keeping.forget()
            self._page.show_nothing()
            self.begin()

    def _show_kept(self, path: Path) -> None:
        self._list()
        self.open(self._name_of(path))
        self._page.focus_shown()

    def _find(self, name: str) -> PlanFile | None:
        """The plan of a name; where it cannot be used, the page says why."""
        try:
            return find_plan(name, self._shipped, self._own)
        except (Refused, StoreError) as error:
            self._page.show_nothing(name)
            self._page.show_message(refusal_words(error), "over")
            return None

    def _list(self) -> tuple[PlanFile | BadPlan, ...]:
        found = list_plans(self._shipped, self._own)
        self._page.show_plans(tuple(self._listed(one) for one in found))
        return found

    def _listed(self, one: PlanFile | BadPlan) -> ListedPlan:
        if isinstance(one, BadPlan):
            return ListedPlan(one.name, Path(one.name).stem, "", False, one.problem)
        return ListedPlan(one.name, one.plan.title, _length(one.plan), not self._is_own(one))

    def _is_own(self, one: PlanFile) -> bool:
        return one.path.parent == self._own

    def _name_of(self, path: Path) -> str:
        """What a file of the own plans is called: its name, or its path where a shipped plan has that name."""
        taken = (self._shipped / path.name).exists()
        return str(path) if taken else path.stem


def _length(plan: Plan) -> str:
    least, most = plan.people.least, plan.people.most
    one = ntr("{length} · {least} person", "{length} · {least} people", least)
    words = one if least == most else tr("{length} · {least} to {most} people")
    return words.format(length=plan_length(plan.total), least=least, most=most)
