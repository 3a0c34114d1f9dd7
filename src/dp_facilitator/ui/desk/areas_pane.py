"""The three areas of a leader's sheet, told in set-up (R15): area and aim, who they speak to, success criteria."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import MOST_CRITERIA, Sheet
from dp_facilitator.model.text import tidy_line
from dp_facilitator.model.wording import filled, leaders
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

LONGEST = 300


class AreasPane(QWidget):
    """Six lines to fill in while the leader tells them; kept as each is left, drafts while typing.

    Signals: `prepared(str, Sheet)` a leader's id and what they told; `drafted(str, str)`.
    """

    prepared = Signal(str, object)
    drafted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leader: str | None = None
        self._shown = Sheet()
        self._make()
        self._lay_out(look)
        self._connect()

    def _make(self) -> None:
        self._title = Words("", "heading")
        self._hint = Words("", "small")
        self._area = self._field(tr("What I would like to practise"))
        self._aim = self._field(tr("What I want to achieve"))
        self._audience = self._field(tr("Who I am speaking to"))
        self._criteria = [self._field(tr("Success criterion {n}").format(n=n)) for n in range(1, MOST_CRITERIA + 1)]
        self._kept = Words("", "small")

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST)
        return field

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        for field in (self._area, self._aim, self._audience):
            column.addSpacing(6)
            column.addWidget(Words(field.accessibleName(), "label"))
            column.addWidget(field)
        column.addSpacing(6)
        column.addWidget(Words(tr("What I would like feedback on (three at most)"), "label"))
        for number, field in enumerate(self._criteria, 1):
            row = QHBoxLayout()
            mark = Words(str(number), "label", tone="accent")
            mark.setFixedWidth(look.px(16))
            row.addWidget(mark)
            row.addWidget(field, 1)
            column.addLayout(row)
        column.addStretch()
        column.addWidget(self._kept)

    def _connect(self) -> None:
        for field in self._fields():
            field.editingFinished.connect(self._keep)
            field.textEdited.connect(self._draft)

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (self._area, self._aim, self._audience, *self._criteria)

    def show_session(self, session: Session) -> None:
        """Shows the sheet of whoever leads this step. A field that is being typed in is left alone."""
        step = session.course.step
        if step.leader != self._leader:
            self.keep_now()
            self._leader = step.leader
            self._fill(session.record.sheet(step.leader) if step.leader else Sheet(), everything=True)
        elif step.leader:
            self._fill(session.record.sheet(step.leader), everything=False)
        self._title.show_text(tr("What {leaders} will practise").format(leaders=leaders(session.course, step)))
        self._hint.show_text(" ".join(filled(session.course, step, line) for line in step.phase.coach))

    def _fill(self, sheet: Sheet, *, everything: bool) -> None:
        self._shown = sheet
        criteria = (*sheet.criteria, "", "", "")[:MOST_CRITERIA]
        for field, text in zip(self._fields(), (sheet.area, sheet.aim, sheet.audience, *criteria), strict=True):
            if (everything or not field.hasFocus()) and field.text() != text:
                field.setText(text)

    def sheet(self) -> Sheet:
        """What stands in the fields."""
        criteria = tuple(text for field in self._criteria if (text := tidy_line(field.text())))
        area, aim, audience = (tidy_line(field.text()) for field in (self._area, self._aim, self._audience))
        return Sheet(area, aim, audience, criteria)

    def keep_now(self) -> None:
        """Hands over what stands in the fields, if it differs from what is kept."""
        if self._leader and self.sheet() != self._shown:
            self._shown = self.sheet()
            self.prepared.emit(self._leader, self._shown)

    def focus_box(self) -> None:
        """Puts the cursor into the first line."""
        self._area.setFocus()

    def show_saved(self, text: str) -> None:
        """Says whether all is on the disk."""
        self._kept.show_text(text)

    @Slot()
    def _keep(self) -> None:
        self.keep_now()

    @Slot(str)
    def _draft(self, _text: str) -> None:
        self.drafted.emit(f"areas:{self._leader}", "\n".join(field.text() for field in self._fields()))

    def put_draft(self, text: str) -> None:
        """Puts unsent lines back, after a crash, and keeps them."""
        for field, line in zip(self._fields(), text.split("\n"), strict=False):
            field.setText(line)
        self.keep_now()
