"""The set-up page: who is here, when it starts, and the timetable that follows."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.model.plan import Plan
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.words import tr

from .page_edges import BODY
from .people_card import PeopleCard
from .plan_card import PlanTimes
from .scrolled import Scrolled
from .setup_frame import Cards, SetUpFooter, SetUpHeader
from .setup_outlook import Asked, Outlook, outlook
from .setup_values import Check, Someone, Wanted, draft_of
from .side_card import SideCard

__all__ = ["Check", "SetUpPage", "Wanted"]

PLACES = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)),
    1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Where the three cards stand when so many fit side by side."""


class SetUpPage(QWidget):
    """Everything that is settled before a session is opened.

    Signals: wanted(object), saved(object) – a Wanted, to open now or to keep; back_wanted() – to the home page;
    check_acted(str) – the words of the button of a Check.
    """

    wanted = Signal(object)
    saved = Signal(object)
    back_wanted = Signal()
    check_acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._plan: Plan | None = None
        self._name = ""
        self._text = b""
        self._outlook: Outlook | None = None
        self._columns = 0
        self._make()
        self._lay_out()
        self._connect()

    def show_plan(self, name: str, plan_text: bytes, plan: Plan) -> None:
        """Sets up a new session with this plan; what stood here is gone."""
        self._name, self._text, self._plan = name, plan_text, plan
        self.show_problem("")
        self.header.show_plan(plan)
        self.people.show_people(())
        self.people.show_plan(plan)
        self.times.show_plan(plan)
        self.side.show_someone(None)
        self.side.turn_to_computer()
        self._work_out()

    def show_now(self, second_of_day: int) -> None:
        """Suggests when to start, for as long as nobody has typed it."""
        self.times.show_now(second_of_day)
        self._ask_again()

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Shows what was found about this computer."""
        self.side.show_checks(checks)

    def show_problem(self, text: str) -> None:
        """Says what went wrong; nothing takes it away."""
        if text:
            self.problem.show_message(text, "over")
        self.problem.setVisible(bool(text))

    def show_done(self, text: str) -> None:
        """Says what was done, in the same place."""
        self.problem.show_message(text, "good")
        self.problem.show()

    def restore(self, wanted: Wanted) -> None:
        """Fills the page as it was; the plan has been shown before."""
        sheets = dict(wanted.sheets)
        self.people.show_people(
            tuple(
                Someone(i + 1, name, draft_of(sheets.get(i, Sheet())), i in wanted.hide_digits)
                for i, name in enumerate(wanted.names)
            )
        )
        self.times.restore(wanted.starts, wanted.until, wanted.way)
        self._work_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # else whoever left by ‹ Home would find the focus there, and go back by Return
            self.people.focus_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = SetUpHeader()
        self.problem = Banner(self._look)
        self.problem.hide()
        self.people = PeopleCard(self._look)
        self.times = PlanTimes(self._look)
        self.side = SideCard(self._look)
        self.footer = SetUpFooter()
        # Several changes in one go, such as a pasted list, are worked out once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)

    def _lay_out(self) -> None:
        cards = Cards()
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        column = QVBoxLayout(cards)
        column.setContentsMargins(*BODY)
        column.setSpacing(12)
        column.addWidget(self.problem)
        column.addLayout(self._grid, 1)
        # Now, so that Tab goes through the cards before the footer.
        self._arrange()
        self.area = Scrolled(cards)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._work_out)
        self.header.back.connect(self.back_wanted)
        self.people.changed.connect(self._take_people)
        self.people.pointed.connect(self._show_sheet)
        self.people.chosen.connect(self._turn_to_sheet)
        self.times.changed.connect(self._ask_again)
        self.side.changed.connect(self._take_sheet)
        self.side.acted.connect(self.check_acted)
        self.footer.opened.connect(self._open)
        self.footer.saved.connect(self._save)
        self._look.changed.connect(self._arrange)

    @Slot()
    def _arrange(self) -> None:
        """One, two or three cards side by side, as the width and the text size allow."""
        room = self.width() / self._look.sizes.scale
        columns = 3 if room >= 1000 else 2 if room >= 760 else 1
        self.people.show_roomy(columns < 3)
        self.times.show_roomy(columns < 3)
        self.side.show_roomy(columns < 3)
        if columns == self._columns:
            return
        self._columns = columns
        for card, place in zip((self.people, self.times, self.side), PLACES[columns], strict=True):
            self._grid.addWidget(card, *place)
        for number, share in enumerate((40, 56, 33)):
            self._grid.setColumnStretch(number, share if number < columns else 0)

    @Slot()
    def _ask_again(self) -> None:
        self._soon.start()

    @Slot()
    def _work_out(self) -> None:
        self._soon.stop()
        if self._plan is None:
            return
        times = self.times
        names = tuple(someone.name for someone in self.people.people())
        asked = Asked(self._plan, self._text, names, times.start_s(), times.until_s(), times.if_over, times.if_spare)
        self._outlook = outlook(asked)
        times.show_outlook(self._outlook)
        self.footer.say("")

    @Slot(object)
    def _take_people(self, people: Iterable[Someone]) -> None:
        shown = self.side.sheet.someone()
        now = next((each for each in people if shown and each.key == shown.key), None)
        self.side.show_someone(now)
        self._ask_again()

    @Slot(object)
    def _take_sheet(self, someone: Someone) -> None:
        self.people.put(someone)
        self.footer.say("")

    @Slot(int)
    def _show_sheet(self, key: int) -> None:
        self.side.show_someone(next((each for each in self.people.people() if each.key == key), None))

    @Slot(int)
    def _turn_to_sheet(self, key: int) -> None:
        self._show_sheet(key)
        self.side.turn_to_sheet()
        self.side.sheet.focus_first()

    @Slot()
    def _open(self) -> None:
        if self._plan is None or self._stopped_by_sheet():
            return
        self._work_out()
        problem = self.times.problem() or (self._outlook.problem if self._outlook else "")
        self.footer.say(problem)
        if not problem:
            self.wanted.emit(self.planned())
        elif len(self.people.people()) < self._plan.people.least:
            self.people.focus_names()
        else:
            self.times.focus_problem()

    @Slot()
    def _save(self) -> None:
        if not self._stopped_by_sheet():
            self._work_out()
            self.saved.emit(self.planned())

    def _stopped_by_sheet(self) -> bool:
        """Whether somebody has more than three criteria; then turns to that sheet."""
        for someone in self.people.people():
            if someone.draft.too_many:
                self._turn_to_sheet(someone.key)
                self.footer.say(tr("Choose three success criteria for {name} first.").format(name=someone.name))
                return True
        return False

    def planned(self) -> Wanted:
        """The session as it is set up now. Raises Refused while there are more than three criteria."""
        people = self.people.people()
        sheets = ((i, someone.draft.sheet()) for i, someone in enumerate(people))
        return Wanted(
            plan_name=self._name,
            plan_text=self._text,
            names=tuple(someone.name for someone in people),
            sheets=tuple((i, sheet) for i, sheet in sheets if sheet != Sheet()),
            hide_digits=frozenset(i for i, someone in enumerate(people) if someone.hide_digits),
            starts=self.times.start_s(),
            until=self.times.until_s(),
            way=self._outlook.way if self._outlook else None,
        )
