"""The header and the footer of the set-up page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.model.plan import Plan
from dp_facilitator.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, ntr, tr

from .home_values import plan_length
from .page_edges import FOOT, HEAD

CALM = marked("Nothing starts until you press Start in the next window")


class Strip(QWidget):
    """A band across the page, with a line at its inner edge."""

    def __init__(self, edge: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setProperty("edge", edge)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Cards(QWidget):
    """The page between header and footer: it scrolls only where its parts cannot be made smaller."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout else -1


class SetUpHeader(Strip):
    """The way back, and which plan is being set up.

    Signals: back() – to the home page.
    """

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bottom", parent)
        self.home = LinkButton(tr("‹ Home"))
        self._title = Words("", "strong", elide=True)
        self._facts = Words("", "muted", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(*HEAD)
        row.setSpacing(10)
        row.addWidget(self.home)
        row.addWidget(self._title, 1)
        row.addWidget(self._facts)
        self.home.clicked.connect(self._go)

    def show_plan(self, plan: Plan) -> None:
        """Names a plan, and says how long it takes for how many."""
        people = plan.people
        number = (
            f"{people.least}"
            if people.least == people.most
            else tr("{least} to {most}").format(least=people.least, most=people.most)
        )
        self._title.show_text(plan.title)
        words = ntr(
            "{length} with {usual} person · made for {number}",
            "{length} with {usual} people · made for {number}",
            people.usual,
        )
        self._facts.show_text(words.format(length=plan_length(plan.total), usual=people.usual, number=number))

    @Slot()
    def _go(self) -> None:
        self.back.emit()


class SetUpFooter(Strip):
    """Save for later, and open the session.

    Signals: saved(), opened() – the two buttons.
    """

    saved = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self.save = QuietButton(tr("Save for later"))
        self.open = PrimaryButton(tr("Open the session"))
        self._note = Words(tr(CALM), "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(*FOOT)
        row.setSpacing(14)
        row.addWidget(self.save)
        row.addWidget(self._note, 1)
        row.addWidget(self.open)
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._open)

    def say(self, problem: str) -> None:
        """Says what has to be done first; nothing for that all is well."""
        self._note.show_text(f"▲ {problem}" if problem else tr(CALM))
        self._note.show_tone("warning" if problem else "")

    def said(self) -> str:
        return self._note.whole_text()

    @Slot()
    def _save(self) -> None:
        self.saved.emit()

    @Slot()
    def _open(self) -> None:
        self.opened.emit()
