"""Unsaved changes of a plan on their way to the disk, and back after a crash."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Slot

from dp_facilitator.model.editing import Editing
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.plans import find_plan
from dp_facilitator.store.unsaved import Unsaved, UnsavedPlan
from dp_facilitator.ui.desk.plans import PlansPage
from dp_facilitator.words import tr

PAUSE_MS: Final = 500
"""A change is kept after so long: half a second's typing is the most that a crash costs."""

People = dict[str, tuple[str, ...]]
"""Those who come along from past sessions, by the name of the plan; "" for one that was never saved."""


class Keeping(QObject):
    """Keeps the plan that is being changed on the page, and brings it back."""

    def __init__(self, page: PlansPage, where: Places, people: People, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._where, self._people = page, where, people
        self._plan = UnsavedPlan(where.unsaved)
        self._taken_up = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        # The page never waits for the disk.
        self._disk = QThreadPool(self)
        self._disk.setMaxThreadCount(1)
        page.edited.connect(self._notice)
        page.put_off.connect(self.keep)
        page.dropped.connect(self.forget)
        self._soon.timeout.connect(self.keep)

    def take_up(self) -> bool:
        """Goes on with changes that an earlier run left; False where there are none."""
        left = self._plan.latest()
        if left is None:
            return False
        kept = self._kept(left.name)
        name = left.name if kept is not None else ""
        try:
            editing = Editing.resumed(left.tree, kept)
        except Refused:  # its file was changed by another program, and is no plan any more
            name, editing = "", Editing.resumed(left.tree, None)
        if editing is None:
            self.forget()
            return False
        if left.people:
            self._people[name] = left.people
        self._page.show_unsaved(name, editing)
        words = tr("These changes were not saved when the program stopped.")
        self._page.show_message(words, "warning", forget_words())
        self._taken_up = True
        return True

    def close(self) -> None:
        """Lets the files go; what is kept stays for the next run."""
        if self._soon.isActive():
            self.keep()
        self._disk.waitForDone()
        self._plan.close()

    @Slot()
    def keep(self) -> None:
        """Keeps what would be lost in a crash, or that there is nothing."""
        self._soon.stop()
        editing, name = self._page.editing(), self._page.shown_name()
        try:
            if editing is None or not editing.changed:
                self._plan.clear()
            else:
                self._plan.keep(Unsaved(name, editing.draft(), self._people.get(name, ())))
        except StoreError as error:
            self._page.show_message(str(error), "warning")
        else:
            self._disk.start(self._sync)

    @Slot()
    def forget(self) -> None:
        """The changes were let go."""
        self._soon.stop()
        try:
            self._plan.clear()
        except StoreError as error:
            self._page.show_message(str(error), "warning")

    @Slot()
    def _notice(self) -> None:
        """Something was changed; whoever goes on with what was left behind does not want to forget it any more."""
        if not self._soon.isActive():
            self._soon.start()
        if self._taken_up:
            self._taken_up = False
            self._page.show_message("")

    def _sync(self) -> None:
        try:
            self._plan.sync()
        except StoreError:  # what was kept is safe from a crash of the program; the next change tries again
            return

    def _kept(self, name: str) -> bytes | None:
        """The file of an own plan that there is still."""
        if not name:
            return None
        own: Path = self._where.plans
        try:
            found = find_plan(name, shipped_plans_dir(), own)
        except (Refused, StoreError):
            return None
        return found.text if found.path.parent == own else None


def forget_words() -> str:
    """The button that lets changes go which an earlier run left behind."""
    return tr("Forget them")
