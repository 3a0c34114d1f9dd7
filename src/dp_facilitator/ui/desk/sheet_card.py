"""The sheet of one leader: the three areas that are told to the others."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.choices import CheckBox
from dp_facilitator.ui.widgets.empty import EmptyState
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, ntr, tr

from .message_line import MessageLine
from .setup_values import Draft, Someone
from .sheet_field import SheetField

WAYS_TO_CHOOSE = (
    marked("A theme from the sessions so far that stayed with you."),
    marked("An exercise you have done before and would do again."),
    marked("A conversation you have had and wish had gone another way."),
)
"""For a leader who has brought nothing (R9)."""


class SheetPane(QWidget):
    """Area, aim, who they speak to, three criteria, and whether the room sees digits while this person leads.

    Signals: changed(object) – the Someone with another sheet.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._someone: Someone | None = None
        self._make()
        self._lay_out()
        self._connect()
        self.show_someone(None)

    def show_someone(self, someone: Someone | None) -> None:
        """Shows the sheet of a person; None says whose sheet could be here."""
        same = someone is not None and self._someone is not None and someone.key == self._someone.key
        self._someone = someone
        self._form.setVisible(someone is not None)
        self._nobody.setVisible(someone is None)
        if someone is None:
            return
        if not same:
            self._show_draft(someone.draft)
            self._show_prompts(False)
        self.digits.setAccessibleName(tr("Hide the digits while {name} leads").format(name=someone.name))
        self.digits.setChecked(someone.hide_digits)
        self._say(someone.draft)

    def someone(self) -> Someone | None:
        """Whose sheet is shown."""
        return self._someone

    def focus_first(self) -> None:
        """Puts the cursor into the first field, or where there are too many criteria."""
        first = self.area
        if self._someone and self._someone.draft.too_many:
            first = max(self.boxes, key=_lines_in)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        self._form = QWidget()
        self._nobody = EmptyState(
            self._look, "note", tr("Choose someone in the list to write down what they will practise.")
        )
        self.area = SheetField(self._look, tr("The area they would like to practise"))
        self.aim = SheetField(self._look, tr("What they want to achieve"))
        self.audience = SheetField(self._look, tr("Who they speak to"))
        self.boxes = tuple(
            SheetField(self._look, tr("Success criterion {n} of 3").format(n=n), str(n)) for n in (1, 2, 3)
        )
        self.message = MessageLine()
        self.help = LinkButton(tr("Help me choose"))
        self.help.setCheckable(True)
        self.prompts = QFrame()
        self.prompts.setProperty("role", "tile")
        self.digits = CheckBox(tr("Hide the digits while they lead"))
        self.digits.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(3)
        for words, field in (
            (tr("They would like to practise"), self.area),
            (tr("They want to achieve"), self.aim),
            (tr("They are speaking to"), self.audience),
        ):
            form.addWidget(_label(words, field))
            form.addWidget(field)
            form.addSpacing(5)
        form.addWidget(_label(tr("Feedback on, at most three"), self.boxes[0]))
        for box in self.boxes:
            form.addWidget(box)
            form.addSpacing(3)
        form.addWidget(self.message)
        form.addWidget(self.digits)
        form.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(self.prompts)
        form.addStretch(1)
        lines = QVBoxLayout(self.prompts)
        lines.setContentsMargins(14, 10, 14, 10)
        lines.setSpacing(6)
        for prompt in WAYS_TO_CHOOSE:
            lines.addWidget(Words(f"• {tr(prompt)}"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._form)
        whole.addWidget(self._nobody)

    def _connect(self) -> None:
        chain = (self.area, self.aim, self.audience, *self.boxes)
        for field, following in zip(chain, (*chain[1:], self.digits), strict=True):
            field.edited.connect(self._take)
            field.left_by_return.connect(following.setFocus)
        for box in self.boxes:
            box.pasted.connect(self._spread)
            box.left_by_return.connect(self._spread)
        self.help.toggled.connect(self._show_prompts)
        self.digits.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        if self._someone is None:
            return
        one, two, three = (box.toPlainText() for box in self.boxes)
        draft = Draft(self.area.toPlainText(), self.aim.toPlainText(), self.audience.toPlainText(), (one, two, three))
        someone = replace(self._someone, draft=draft, hide_digits=self.digits.isChecked())
        if someone != self._someone:
            self._someone = someone
            self._say(draft)
            self.changed.emit(someone)

    @Slot()
    def _spread(self) -> None:
        """One criterion a box again, after several lines came into one; more than three stay where they are."""
        if self._someone is not None and any(_lines_in(box) > 1 for box in self.boxes):
            self._show_draft(self._someone.draft.in_boxes())
            self._take()

    @Slot(bool)
    def _show_prompts(self, shown: bool) -> None:
        self.help.setChecked(shown)
        self.prompts.setVisible(shown)

    def _show_draft(self, draft: Draft) -> None:
        texts = (draft.area, draft.aim, draft.audience, *draft.boxes)
        for field, text in zip((self.area, self.aim, self.audience, *self.boxes), texts, strict=True):
            field.show_text(text)

    def _say(self, draft: Draft) -> None:
        many = (
            ntr(
                "There is {count} criterion. Choose the three that matter most.",
                "There are {count} criteria. Choose the three that matter most.",
                len(draft.criteria),
            ).format(count=len(draft.criteria))
            if draft.too_many
            else ""
        )
        if many != self.message.text():
            self.message.say(many, "warning")
        self.help.setVisible(not draft.area.strip() or self.prompts.isVisibleTo(self))


def _label(words: str, field: QWidget) -> Words:
    label = Words(words, "label")
    label.setBuddy(field)
    return label


def _lines_in(box: SheetField) -> int:
    return len([line for line in box.toPlainText().splitlines() if line.strip()])
