"""An agenda from another program, from its file to the plan that is made of it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.store.imports.columns import Use
from dp_facilitator.store.imports.preview import Preview
from dp_facilitator.ui.desk.agenda_page import AgendaPage
from dp_facilitator.ui.desk.agenda_values import uses

PLAN_ENDING: Final = ".json"


def is_plan_file(path: Path) -> bool:
    """Whether a file is meant to be a plan; anything else is looked at as an agenda."""
    return path.suffix.lower() == PLAN_ENDING


class Importing(QObject):
    """Drives the import page. Signals: made(object) – the text of the plan."""

    made = Signal(object)

    def __init__(self, page: AgendaPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._preview: Preview | None = None
        page.read_as.connect(self._read_as)
        page.sheet_chosen.connect(self._turn_to)
        page.named.connect(self._name)
        page.counted.connect(self._count)
        page.made.connect(self._make)

    def begin(self, path: Path) -> None:
        """Looks at a file and shows what was read. Raises StoreError for one that is no table."""
        self._show(Preview.of(path))
        self._page.begin()

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self._page.show_preview(preview)

    @Slot(int, str)
    def _read_as(self, at: int, wanted: str) -> None:
        use: Use | None = next((use for use, _ in uses() if use == wanted), None)  # type: ignore[misc]
        if self._preview is not None and use is not None:
            self._show(self._preview.read_as(at, use))

    @Slot(str)
    def _turn_to(self, sheet: str) -> None:
        if self._preview is not None:
            self._show(self._preview.in_sheet(sheet))

    @Slot(str)
    def _name(self, title: str) -> None:
        if self._preview is not None:
            self._preview = replace(self._preview, title=title)

    @Slot(int)
    def _count(self, people: int) -> None:
        if self._preview is not None:
            self._preview = replace(self._preview, people=people)

    @Slot()
    def _make(self) -> None:
        if self._preview is None:
            return
        try:
            text = self._preview.plan()
        except Refused:  # the page says why, and its button waits until that is mended
            return
        self.made.emit(text)
