"""What the menu “On paper” of the plans page does: a file is chosen, made, and said where it is."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from dp_facilitator.model.editing import Editing
from dp_facilitator.printing import Order, Paper, paper_name
from dp_facilitator.store.own_plans import plan_name
from dp_facilitator.ui.desk.choosing import choose_paper
from dp_facilitator.ui.desk.plans import PlansPage
from dp_facilitator.words import tr


class PlanPapers(QObject):
    """Puts the plan that is open on paper, as it stands there, saved or not."""

    def __init__(self, page: PlansPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._folder = Path()
        self._paper = Paper(self)
        page.paper_wanted.connect(self._print)
        page.message_asked.connect(self._answer)
        self._paper.slow.connect(self._say_slow)
        self._paper.done.connect(self._say_done)
        self._paper.failed.connect(self._say_failed)

    def close(self) -> None:
        """Waits for what is being made."""
        self._paper.close()

    @Slot(str)
    def _print(self, piece: str) -> None:
        text = self._page.plan_text()
        if text is None:
            self._page.show_message(tr("It can be printed once what is marked is mended."), "warning")
            return
        name = plan_name(str(Editing.of(text).value(("title",))))
        path = choose_paper(self._page, paper_name(name, piece))
        self._page.focus_paper()
        if path is not None:
            self._page.show_message("")
            self._paper.make(Order(text, piece, path))

    @Slot()
    def _say_slow(self) -> None:
        self._page.show_message(tr("The pages are being made…"))

    @Slot(str)
    def _say_done(self, path: str) -> None:
        self._folder = Path(path).parent
        self._page.show_message(tr("Saved as {path}.").format(path=path), "good", tr("Open folder"))

    @Slot(str)
    def _say_failed(self, why: str) -> None:
        self._page.show_message(why, "over")

    @Slot(str)
    def _answer(self, words: str) -> None:
        """The button of a message was pressed; other messages have other buttons."""
        if words == tr("Open folder") and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            said = tr("The folder could not be opened from here. It is {path}.").format(path=self._folder)
            self._page.show_message(said, "warning")
