"""Making plans: the plans page, and the files behind it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.editing import Editing
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan import Plan
from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import write_atomic
from dp_facilitator.store.own_plans import import_plan, remove_plan, rename_plan, save_plan
from dp_facilitator.store.plan_names import BadPlan
from dp_facilitator.store.plans import PlanFile, find_plan, list_plans
from dp_facilitator.ui.desk.choosing import choose_plan, choose_save
from dp_facilitator.ui.desk.plans import ListedPlan, PlansPage, Saved
from dp_facilitator.words import ntr, tr


class PlansDesk(QObject):
    """Lists, opens, keeps, removes and passes on plans.

    Signals: left() – back to the first page; set_up(str) – a session with the plan of this name; may_close().
    """

    left = Signal()
    set_up = Signal(str)
    may_close = Signal()

    def __init__(self, page: PlansPage, where: Places, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._own = where.plans
        self._shipped = shipped_plans_dir()
        page.home_wanted.connect(self.left)
        page.set_up_wanted.connect(self.set_up)
        page.close_agreed.connect(self.may_close)
        page.plan_chosen.connect(self.open)
        page.saved.connect(self._save)
        page.duplicate_wanted.connect(self._duplicate)
        page.remove_wanted.connect(self._remove)
        page.export_wanted.connect(self._export)
        page.open_wanted.connect(self._choose)
        page.file_dropped.connect(self.take_in)

    def begin(self) -> None:
        """The page with all plans there are now, on the one that was shown, else on the first."""
        self._page.show_message("")
        found = self._list()
        shown = self._page.shown_name()
        names = [one.name for one in found]
        if shown in names:
            self.open(shown)
        elif found:
            self.open(next((one.name for one in found if isinstance(one, PlanFile) and self._is_own(one)), names[0]))

    def from_session(self, plan_text: bytes) -> None:
        """A new plan like that of a past session."""
        self._list()
        self._page.show_from_session(plan_text)

    @Slot(str)
    def open(self, name: str) -> None:
        """Shows a plan, or why its file cannot be used."""
        found = self._find(name)
        if found is not None:
            self._page.show_plan(found.name, found.text, found.plan, not self._is_own(found))

    @Slot(str)
    def take_in(self, path: str) -> None:
        """Takes a copy of a file among the own plans, and shows it."""
        try:
            kept = import_plan(self._own, self._shipped, Path(path))
        except (Refused, StoreError) as error:
            self._page.show_message(str(error), "over")
            return
        self._show_kept(kept)
        self._page.show_message(tr("It is now among your own plans."), "good")

    @Slot(object)
    def _save(self, saved: Saved) -> None:
        title = Editing.of(saved.text).value(("title",))
        try:
            path = save_plan(self._own, self._shipped, saved.text, saved.name)
            path = rename_plan(self._own, self._shipped, self._name_of(path), str(title))
        except (Refused, StoreError) as error:
            self._page.show_message(str(error), "over")
            return
        self._list()
        self._page.show_message("")
        self._page.show_saved(self._name_of(path))

    @Slot(str)
    def _duplicate(self, name: str) -> None:
        found = self._find(name)
        if found is not None:
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
        if path := choose_plan(self._page, self._own):
            self.take_in(path)

    def _show_kept(self, path: Path) -> None:
        self._list()
        self.open(self._name_of(path))

    def _find(self, name: str) -> PlanFile | None:
        """The plan of a name; where it cannot be used, the page says why."""
        try:
            return find_plan(name, self._shipped, self._own)
        except (Refused, StoreError) as error:
            self._page.show_nothing(name)
            self._page.show_message(str(error), "over")
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
    whole = plan.total % 60 == 0
    length = tr("{n} min").format(n=plan.total // 60) if whole else minutes_and_seconds(plan.total)
    return words.format(length=length, least=least, most=most)
