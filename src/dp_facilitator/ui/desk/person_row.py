"""One person in the people panel: who they are, where they stand, and what can be done for them."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from dp_facilitator.model.roster import LONGEST_NAME
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.pills import Flow
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .name_row import NameRow
from .people_shown import Other, ShownPerson, Verb
from .reading_order import bring_into_view


class PersonRow(QWidget):
    """A name that opens to the verbs for this person, each that costs time with what it costs.

    Signals: opened(str) – pressed; asked(str, str) – a verb ("passed", "benched", "returned", "earlier",
    "later", "keeps_time") for this person; renamed(str, str); swapped(str, str).
    """

    opened = Signal(str)
    asked = Signal(str, str)
    renamed = Signal(str, str)
    swapped = Signal(str, str)

    def __init__(self, look: Look, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._person = person
        self._name = ""
        self._verbs: tuple[Verb, ...] | None = None
        self._others: tuple[Other, ...] = ()
        self._costs: dict[str, Words] = {}
        self._make()
        self._lay_out()
        self._connect()

    def show_person(self, shown: ShownPerson) -> None:
        """Show name and state; the verbs are shown apart, for the one row that is open."""
        if self._name != shown.name:
            self._name = shown.name
            self._rename.setText(shown.name)
        self.head.show_words(shown.name, shown.letter, shown.status, short=shown.short, spoken=shown.spoken)
        self.head.show_quiet(shown.away)
        self._rename.setAccessibleName(tr("Another name for {name}").format(name=shown.name))

    def show_verbs(self, verbs: tuple[Verb, ...], others: tuple[Other, ...]) -> None:
        """Open the row: verbs that fit now, and those who may change places with them."""
        if _names(verbs) != _names(self._verbs) or others != self._others:
            self._verbs, self._others = verbs, others
            held = self._held()
            self._fill()
            self._hold(held)
        # Buttons that are there already stay, so that neither a press nor the focus is lost.
        for verb in verbs:
            if verb.name in self._costs:
                self._costs[verb.name].show_text(verb.cost)
        self._more.show()
        self.head.show_chosen(True)

    def close_verbs(self) -> None:
        """Close the row; what was half typed in it goes back to what it was."""
        self._more.hide()
        self._naming.hide()
        self._swaps.hide()
        self._rename.setText(self._name)
        self.head.show_chosen(False)

    def is_open(self) -> bool:
        return not self._more.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        inner = self._naming if not self._naming.isHidden() else self._swaps
        if event.key() == Qt.Key.Key_Escape and not inner.isHidden():
            inner.hide()
            self._rename.setText(self._name)
            self.head.setFocus()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        self.head = NameRow(self._look, self._person)
        self._more = QFrame()
        self._costly = QVBoxLayout()
        self._plain = Flow(gap=8)
        self._naming = QWidget()
        self._rename = QLineEdit()
        self._rename.setMaxLength(LONGEST_NAME)
        self._keep = QuietButton(tr("Keep this name"))
        self._swaps = QWidget()
        self._swap_rows = QVBoxLayout(self._swaps)
        for widget in (self._more, self._naming, self._swaps):
            widget.hide()

    def _lay_out(self) -> None:
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.setSpacing(8)
        naming.addWidget(self._rename)
        naming.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._swap_rows.setContentsMargins(0, 0, 0, 0)
        self._swap_rows.setSpacing(2)
        self._costly.setSpacing(10)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(10, 8, 6, 12)
        more.setSpacing(12)
        more.addLayout(self._costly)
        more.addWidget(self._plain)
        more.addWidget(self._naming)
        more.addWidget(self._swaps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._more)

    def _connect(self) -> None:
        self.head.picked.connect(self.opened)
        self._rename.returnPressed.connect(self._keep_name)
        self._keep.clicked.connect(self._keep_name)

    def _fill(self) -> None:
        _empty(self._costly)
        _empty(self._swap_rows)
        self._costs.clear()
        self._plain.clear()
        for verb in self._verbs or ():
            button = _VerbButton(verb.name, verb.words)
            button.asked.connect(self._ask)
            if verb.cost:
                button.setAccessibleDescription(verb.cost)
                self._costs[verb.name] = Words(verb.cost, "small")
                self._costly.addWidget(_beneath(button, self._costs[verb.name]))
            else:
                self._plain.add(button)
        for name, words in (("rename", tr("Rename")), ("swap", tr("Swap with…"))):
            if name == "rename" or self._others:
                button = _VerbButton(name, words)
                button.asked.connect(self._ask)
                self._plain.add(button)
        for other in self._others:
            row = NameRow(self._look, other.person)
            row.show_words(other.name, other.letter)
            row.setAccessibleName(tr("Swap with {name}").format(name=other.name))
            row.picked.connect(self._swap)
            self._swap_rows.addWidget(row)

    def _held(self) -> str | None:
        """The name of the verb that has the focus, "" for something else that is open here, None for nothing."""
        focus = QApplication.focusWidget()
        if focus is None or not self._more.isAncestorOf(focus):
            return None
        return focus.key() if isinstance(focus, _VerbButton) else ""

    def _hold(self, held: str | None) -> None:
        """The focus stays on a verb that is there still; else it goes to the name, not out of the row."""
        if held is not None:
            same = (button for button in self._more.findChildren(_VerbButton) if button.key() == held)
            next((button for button in same if not button.isHidden()), self.head).setFocus()

    @Slot(str)
    def _ask(self, verb: str) -> None:
        self._naming.setVisible(verb == "rename" and self._naming.isHidden())
        self._swaps.setVisible(verb == "swap" and self._swaps.isHidden())
        if verb == "rename":
            self._rename.setFocus()
            self._rename.selectAll()
        elif verb != "swap":
            self.asked.emit(verb, self._person)
        if verb in ("rename", "swap"):
            QTimer.singleShot(0, self._show_inner)

    @Slot()
    def _show_inner(self) -> None:
        """What was opened is scrolled to, once it has its place."""
        inner = self._naming if not self._naming.isHidden() else self._swaps
        if not inner.isHidden():
            bring_into_view(inner)

    @Slot(str)
    def _swap(self, other: str) -> None:
        self._hold(self._held())
        self._swaps.hide()
        self.swapped.emit(self._person, other)

    @Slot()
    def _keep_name(self) -> None:
        name = self._rename.text().strip()
        if not name:
            self._rename.setText(self._name)
            return
        self._hold(self._held())
        self._naming.hide()
        if name != self._name:
            self.renamed.emit(self._person, name)


class _VerbButton(QuietButton):
    """A small button that says which verb, or who, it stands for.

    Signals: asked(str).
    """

    asked = Signal(str)

    def __init__(self, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._key = key
        self.clicked.connect(self._say_so)

    def key(self) -> str:
        return self._key

    @Slot()
    def _say_so(self) -> None:
        self.asked.emit(self._key)


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _beneath(button: QWidget, words: QWidget) -> QWidget:
    """A button with its cost in words below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(words)
    return both


def _names(verbs: tuple[Verb, ...] | None) -> tuple[str, ...] | None:
    return None if verbs is None else tuple(verb.name for verb in verbs)
