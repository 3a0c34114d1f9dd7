"""The import page: an agenda from another program, as it was read, before it becomes a plan."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.store.imports.preview import Preview
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .agenda_columns import AgendaColumns
from .agenda_table import AgendaTable
from .agenda_values import agenda_lines, total_words
from .column_card import ColumnCard
from .page_edges import BODY, FOOT, HEAD
from .plan_choices import Choice, Labelled, Number
from .plan_fields import Line
from .scrolled import Scrolled
from .setup_frame import Strip

WIDE = 900


class AgendaPage(QWidget):
    """Columns at the left, what comes of them at the right, and one button that makes the plan.

    Signals: read_as(int, str) – the place of a column and what it is to be read as; sheet_chosen(str) – another sheet;
    named(str) – the plan's title; counted(int) – its usual number of people; made() – it is to be made; left() – back,
    without a plan.
    """

    read_as = Signal(int, str)
    sheet_chosen = Signal(str)
    named = Signal(str)
    counted = Signal(int)
    made = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make()
        self._lay_out()
        self._connect()

    def show_preview(self, preview: Preview) -> None:
        """Shows an agenda as it is read now."""
        agenda, problem = preview.agenda, preview.problem
        words = tr("A plan from {file}").format(file=preview.table.file)
        self._heading.show_text(words)
        self.sheet.offer(tuple((name, name) for name in preview.sheets))
        self.sheet.show_value(preview.table.sheet)
        self._sheets.setVisible(bool(preview.sheets))
        self.columns.show_columns(agenda.columns, agenda.notes)
        self.title.show_value(preview.title)
        self.people.show_value(preview.people)
        self._total.show_text(total_words(preview))
        self._total.show_tone("warning" if preview.left_out else "")
        self.table.show_lines(agenda_lines(preview))
        self.make.setEnabled(not problem)
        self._note.show_text(f"▲ {problem}" if problem else tr("Times, prompts and people can be changed afterwards."))
        self._note.show_tone("warning" if problem else "")

    def said(self) -> str:
        """What the footer says."""
        return self._note.whole_text()

    def total(self) -> str:
        """What the steps come to, in words."""
        return self._total.whole_text()

    def begin(self) -> None:
        """Puts the focus on what is to be decided first."""
        lines = self.columns.lines()
        (lines[0].use if lines else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        self._header = Strip("bottom")
        self.back = LinkButton(tr("‹ Plans"))
        self._heading = Words("", "strong", elide=True)
        self.columns = AgendaColumns(self._look)
        self.sheet = Choice("sheet", tr("Sheet of the file"))
        self._sheets = Labelled(tr("Sheet of the file"), self.sheet)
        self._comes = ColumnCard(tr("What comes of it"))
        self.title = Line("title", tr("Title of the plan"), 80)
        self.people = Number("people", tr("People, usually"), 1, 60)
        self._total = Words("", "strong")
        self.table = AgendaTable(self._look)
        self._footer = Strip("top")
        self.cancel = QuietButton(tr("Cancel"))
        self._note = Words("", "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.make = PrimaryButton(tr("Make this plan"))
        for button in (self.back, self.cancel, self.make):
            button.setAutoDefault(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout(self._header)
        top.setContentsMargins(*HEAD)
        top.setSpacing(10)
        top.addWidget(self.back)
        top.addWidget(self._heading, 1)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(Labelled(tr("Title"), self.title), 1)
        fields.addWidget(Labelled(tr("People, usually"), self.people))
        self._comes.body.addLayout(fields)
        self._comes.body.addWidget(self._total)
        self._comes.body.addWidget(self.table, 1)
        inside = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._parts.setContentsMargins(*BODY)
        self._parts.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._sheets)
        left.addWidget(self.columns, 1)
        self._parts.addLayout(left, 10)
        self._parts.addWidget(self._comes, 15)
        bottom = QHBoxLayout(self._footer)
        bottom.setContentsMargins(*FOOT)
        bottom.setSpacing(12)
        bottom.addWidget(self.cancel)
        bottom.addWidget(self._note, 1)
        bottom.addWidget(self.make)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(Scrolled(inside), 1)
        whole.addWidget(self._footer)

    def _connect(self) -> None:
        self.columns.chosen.connect(self.read_as)
        self.sheet.written.connect(self._choose_sheet)
        self.title.written.connect(self._name)
        self.people.written.connect(self._count)
        self.make.clicked.connect(self._ask)
        self.back.clicked.connect(self._leave)
        self.cancel.clicked.connect(self._leave)
        self._look.changed.connect(self._arrange)

    @Slot()
    def _arrange(self) -> None:
        """Side by side, or below each other where there is little room."""
        folded = self.width() / self._look.sizes.scale < WIDE
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(way)
        self.columns.show_roomy(folded)
        self.table.setMinimumHeight(self._look.px(300 if folded else 160))

    @Slot(str, object)
    def _choose_sheet(self, _key: str, sheet: object) -> None:
        self.sheet_chosen.emit(str(sheet))

    @Slot(str, object)
    def _name(self, _key: str, title: object) -> None:
        self.named.emit(str(title))

    @Slot(str, object)
    def _count(self, _key: str, people: object) -> None:
        self.counted.emit(int(str(people)))

    @Slot()
    def _ask(self) -> None:
        self.made.emit()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
