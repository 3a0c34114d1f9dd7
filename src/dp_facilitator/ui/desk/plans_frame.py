"""The header and the footer of the plans page, and the verbs that its keys call."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .menu_button import MenuButton, Verbs
from .page_edges import FOOT, HEAD
from .setup_frame import Strip
from .side_card import Tab


class PlanActions:
    """Undo, redo and save, with their keys; they work anywhere on the page they are made for."""

    def __init__(self, page: QWidget) -> None:
        self.undo = _action(page, tr("Undo"), "Ctrl+Z")
        self.redo = _action(page, tr("Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self.save = _action(page, tr("Save"), "Ctrl+S")


def papers() -> Verbs:
    """What can be put on paper."""
    return (
        ("plan", tr("The plan on one page")),
        ("sheet", tr("Preparation sheet to fill in")),
        ("example", tr("Preparation sheet, a filled example")),
        ("cards", tr("Feedback cards")),
        ("all", tr("All of these in one file")),
        ("", ""),
        ("sheet.docx", tr("Preparation sheet to fill in, as Word")),
        ("example.docx", tr("Filled example, as Word")),
    )


class PlansHeader(Strip):
    """The way back, which plan is shown, and where there is little room, which part of the page.

    Signals: back() – to the home page; turned(int) – to the list, the plan or the pictures.
    """

    back = Signal()
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("bottom", parent)
        self.home = LinkButton(tr("‹ Home"))
        self.home.setAutoDefault(True)
        self._title = Words("", "strong", elide=True)
        self._state = Words("", "muted", wrap=False)
        self.tabs = tuple(Tab(look, words) for words in (tr("List"), tr("Plan"), tr("Pictures")))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*HEAD)
        row.setSpacing(10)
        row.addWidget(self.home)
        row.addWidget(self._title, 1)
        row.addWidget(self._state)
        for n, tab in enumerate(self.tabs):
            tab.show_large(False)
            self._group.addButton(tab, n)
            row.addWidget(tab)
        self.tabs[1].setChecked(True)
        self.home.clicked.connect(self._go)
        self._group.idClicked.connect(self.turned)

    def show_plan(self, title: str, state: str, tone: str = "") -> None:
        """Names a plan, and says in a word or two how it stands with it."""
        self._title.show_text(title or tr("Plans"))
        self._state.show_text(state)
        self._state.show_tone(tone)

    def state(self) -> str:
        return self._state.whole_text()

    def show_tabs(self, shown: bool) -> None:
        """Headings to switch between the parts of the page."""
        for tab in self.tabs:
            tab.setVisible(shown)

    @Slot()
    def _go(self) -> None:
        self.back.emit()


class PlansFooter(Strip):
    """Undo, redo, paper, save, and on to set-up.

    Signals: set_up() – a session is to be set up with the plan; asked_where() – what is to be mended is to be shown;
    paper_asked(str) – a piece of paper is to be made, by its name.
    """

    set_up = Signal()
    paper_asked = Signal(str)
    asked_where = Signal()

    def __init__(self, actions: PlanActions, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self.undo, self.redo = QuietButton(), QuietButton()
        self.paper = MenuButton(tr("On paper"), papers())
        self.save = PrimaryButton()
        self.on = QuietButton(tr("Set up a session"))
        for button, action in ((self.undo, actions.undo), (self.redo, actions.redo), (self.save, actions.save)):
            button.follow(action)
        for button in (self.undo, self.redo, self.save, self.on):
            button.setAutoDefault(True)
        for button in (self.paper, self.on):
            button.let_shrink()
        self.where = LinkButton(tr("Show it"))
        self.where.setAutoDefault(True)
        self._note = Words("", "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(*FOOT)
        row.setSpacing(12)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.paper)
        row.addWidget(self._note, 1)
        row.addWidget(self.where)
        row.addWidget(self.on)
        row.addWidget(self.save)
        self.on.clicked.connect(self._set_up)
        self.paper.asked.connect(self.paper_asked)
        self.where.clicked.connect(self._ask_where)

    def show_locked(self, locked: bool) -> None:
        """Without what changes a plan."""
        for button in (self.undo, self.redo, self.save):
            button.setVisible(not locked)
        mark(self.on, role="primary" if locked else "quiet")

    def say(self, text: str, tone: str = "", *, where: bool = False) -> None:
        """Says why something cannot be done yet, or nothing; with `where`, it can be shown."""
        self.where.setVisible(where)
        self._note.show_text(f"▲ {text}" if tone and text else text)
        self._note.show_tone(tone)

    def said(self) -> str:
        return self._note.whole_text()

    @Slot()
    def _ask_where(self) -> None:
        self.asked_where.emit()

    @Slot()
    def _set_up(self) -> None:
        self.set_up.emit()


def _action(page: QWidget, words: str, *keys: str) -> QAction:
    action = QAction(words, page)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    page.addAction(action)
    return action
