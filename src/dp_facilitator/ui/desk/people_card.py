"""Who is here: names in the order in which they lead."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dp_facilitator.model.plan import Plan
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.ui.widgets.rows import ReorderList, Row
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from . import gathering
from .column_card import ColumnCard
from .gathering import Joined, People
from .message_line import MessageLine
from .setup_values import Someone


class NameField(QLineEdit):
    """Where names are typed: Return hands them over, and so does pasting several lines.

    Signals: typed(str) – one or more names.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "dashed")
        self.setPlaceholderText(tr("Type a name, or paste a list"))
        self.setAccessibleName(tr("Type a name, or paste a list"))
        self.setMaxLength(20_000)
        self.textEdited.connect(self._take_lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(self.text())
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _take_lines(self, text: str) -> None:
        if len(text.splitlines()) > 1:
            self.typed.emit(text)


class PeopleCard(ColumnCard):
    """The people, how far their sheets are, and where more names are typed.

    Signals: changed(object) – the people, as a tuple of Someone; chosen(int) – the key of the one whose sheet is asked
    for; pointed(int) – the key of the current one.
    """

    changed = Signal(object)
    chosen = Signal(int)
    pointed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Who is here"), parent)
        self._look = look
        self._people: People = ()
        self._removed: tuple[int, Someone] | None = None
        self._plan: Plan | None = None
        self._make()
        self._lay_out()
        self._connect()

    def show_people(self, people: People) -> None:
        """Shows these people, and no message."""
        self._removed = None
        self.message.say("")
        self._show(people)

    def show_plan(self, plan: Plan) -> None:
        """Says who keeps the time in this plan, and for how many it is made."""
        self._plan = plan
        self._roles.show_text(gathering.about_roles(plan))
        self._show(self._people)

    def people(self) -> People:
        return self._people

    def put(self, someone: Someone) -> None:
        """Takes another sheet for somebody who is here."""
        self._show(tuple(someone if each.key == someone.key else each for each in self._people))

    def show_roomy(self, roomy: bool) -> None:
        """Gives the list the height of its rows, where the page around it scrolls."""
        self._roomy = roomy
        each, people = self._look.px(58), len(self._people)
        self.list.setVisible(people > 0)
        self.list.setMinimumHeight(min(people, 8 if roomy else 2) * each)
        self.list.setMaximumHeight(people * each)

    def focus_names(self) -> None:
        """Puts the cursor where names are typed."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        self._roomy = False
        self._order = Words(
            tr("In the order they will lead. Drag to change it, or ask someone without a scenario to go last."),
            "muted",
        )
        self.list = ReorderList(self._look)
        self.list.setAccessibleDescription(
            tr("Alt Up and Alt Down move a name, F2 renames it, Delete removes it, Return opens the sheet.")
        )
        self.last = LinkButton(tr("Goes last"))
        self.rename = LinkButton(tr("Rename"))
        self.remove = LinkButton(tr("Remove"))
        self.field = NameField()
        self.message = MessageLine()
        self._many = Words("", "small", tone="warning")
        self._many.hide()
        self._roles = Words("", "small")

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(self._order)
        self.body.addWidget(self.list, 1)
        self._verbs = Flow(4)
        for button in (self.last, self.rename, self.remove):
            self._verbs.add(button)
        self.body.addWidget(self._verbs)
        self.body.addWidget(self.field)
        self.body.addWidget(self.message)
        self.body.addWidget(self._many)
        self.body.addWidget(self._roles)
        self.body.addStretch(0)
        self._show_verbs()

    def _connect(self) -> None:
        self.field.typed.connect(self._join)
        self.message.asked.connect(self._undo)
        self.list.reordered.connect(self._reorder)
        self.list.renamed.connect(self._rename)
        self.list.removed.connect(self._remove)
        self.list.chosen.connect(self._point)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.last.clicked.connect(self._send_last)
        self.rename.clicked.connect(self._begin_rename)
        self.remove.clicked.connect(self._remove_current)

    def _show(self, people: People) -> None:
        self._people = people
        self.list.show_rows(tuple(Row(someone.name, *someone.status) for someone in people))
        many = gathering.about_number(self._plan, len(people)) if self._plan else ""
        self._many.show_text(f"▲ {many}" if many else "")
        self._many.setVisible(bool(many))
        self.show_roomy(self._roomy)
        self._show_verbs()

    def _show_verbs(self) -> None:
        at = self._current()
        name = self._people[at].name if at >= 0 else ""
        self._verbs.setVisible(bool(self._people))
        for button, words in (
            (self.last, tr("{name} goes last").format(name=name)),
            (self.rename, tr("Rename {name}").format(name=name)),
            (self.remove, tr("Remove {name}").format(name=name)),
        ):
            button.setEnabled(at >= 0)
            button.setAccessibleName(words if name else button.words())
        self.last.setEnabled(0 <= at < len(self._people) - 1)

    def _current(self) -> int:
        row = self.list.currentIndex().row()
        return row if row < len(self._people) else -1

    def _take(self, people: People) -> None:
        self._show(people)
        self.changed.emit(people)

    @Slot(str)
    def _join(self, text: str) -> None:
        joined = gathering.join(self._people, text)
        self.field.setText(joined.left)
        self._say(joined)
        self._take(joined.people)
        if joined.people:
            self.list.scrollToBottom()

    def _say(self, joined: Joined) -> None:
        self._removed = None
        self.message.say(joined.message, "warning")

    @Slot(object)
    def _reorder(self, order: tuple[int, ...]) -> None:
        self._take(tuple(self._people[old] for old in order))

    @Slot(int, str)
    def _rename(self, at: int, name: str) -> None:
        joined = gathering.rename(self._people, at, name)
        self._say(joined)
        self._take(joined.people)

    @Slot(int)
    def _remove(self, at: int) -> None:
        gone = self._people[at]
        self._take((*self._people[:at], *self._people[at + 1 :]))
        self._removed = (at, gone)
        self.message.say(tr("{name} removed.").format(name=gone.name), "", tr("Undo"))

    @Slot()
    def _undo(self) -> None:
        if self._removed is None:
            return
        joined = gathering.back_again(self._people, *self._removed)
        self._say(joined)
        self._take(joined.people)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _point(self, at: int) -> None:
        self._show_verbs()
        if 0 <= at < len(self._people):
            self.pointed.emit(self._people[at].key)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.row() < len(self._people):
            self.chosen.emit(self._people[index.row()].key)

    @Slot()
    def _send_last(self) -> None:
        if self._current() >= 0:
            self.list.move_row(self._current(), len(self._people) - 1)

    @Slot()
    def _begin_rename(self) -> None:
        if self._current() >= 0:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.edit(self.list.currentIndex())

    @Slot()
    def _remove_current(self) -> None:
        if self._current() >= 0:
            self._remove(self._current())
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
