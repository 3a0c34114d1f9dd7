"""The leader's own answer to a question, and the box where they write it afterwards."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LINK_INSET, LinkButton
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .review_column import ReviewColumn
from .review_shown import ShownCapture


class OwnAnswer(QWidget):
    """The leader's own answer to a question; where it is missing, they may write it afterwards.

    With `open_box` the box stands there at once, else behind a link. What is typed stays until a note
    with the answer is shown.

    Signals: written(str, str) – capture and text; and those of `ReviewColumn`.
    """

    written = Signal(str, str)
    reworded = Signal(str, str)
    removed = Signal(str)
    restored = Signal(str)

    def __init__(self, look: Look, *, open_box: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_box = self._opened = open_box
        self._readonly, self._missing = False, True
        self._capture = ""
        self._make(look)
        self._lay_out()
        self._connect()

    def show_capture(self, shown: ShownCapture, *, readonly: bool) -> None:
        """Show the answer, or the place for it."""
        another = shown.capture != self._capture
        self._capture = shown.capture
        self._notes.show_nothing(tr("Not written down.") if readonly else "")
        self._notes.show_capture(shown, readonly=readonly)
        if not shown.missing:
            self._box.accept()
        if another or not shown.missing:
            self._opened = self._open_box
        self._readonly, self._missing = readonly, shown.missing
        self._box.show_stem(shown.title)
        self._offer()

    def capture(self) -> str:
        """Which question it answers."""
        return self._capture

    def draft(self) -> str:
        """What stands in the box and is not kept yet."""
        return self._box.text()

    def put_draft(self, text: str) -> None:
        """Put a text back that was being written."""
        if text != self._box.text():
            self._box.put(text)
        self._opened = self._opened or bool(text)
        self._offer()

    def _make(self, look: Look) -> None:
        self._notes = ReviewColumn(look, heading=not self._open_box)
        self._notes.show_nothing("")
        self._box = NoteBox(look, "", tr("One sentence is enough"))
        self._box.show_turns(False)
        self._hint = Words(tr("Return keeps it."), "small")
        self._link = LinkButton(tr("Write it now"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._notes, self._box, self._hint):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(-LINK_INSET, 0, 0, 0)
        row.addWidget(self._link)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._link.clicked.connect(self._open)
        self._box.submitted.connect(self._keep)
        self._notes.reworded.connect(self.reworded)
        self._notes.removed.connect(self.removed)
        self._notes.restored.connect(self.restored)

    def _offer(self) -> None:
        may = self._missing and not self._readonly
        self._notes.setVisible(not (may and self._open_box))
        self._box.setVisible(may and self._opened)
        self._hint.setVisible(may and self._opened)
        self._link.setVisible(may and not self._opened)

    @Slot()
    def _open(self) -> None:
        self._opened = True
        self._offer()
        self._box.focus_text()

    @Slot(str)
    def _keep(self, text: str) -> None:
        self.written.emit(self._capture, text)
