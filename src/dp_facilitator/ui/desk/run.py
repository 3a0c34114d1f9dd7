"""The run page: where we are, what now, what was said."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.words import tr

from .banners import Banners
from .capture import CapturePane
from .clock_card import ClockCard
from .clock_place import ClockPlace
from .keys_panel import KeysPanel
from .later_row import LaterRow
from .own_keys import is_its_own, is_letter
from .people_panel import PeoplePanel
from .reading_order import bring_into_view
from .room_card import RoomCard
from .run_columns import RunColumns
from .run_sheet import RunSheet
from .sheet_rows import sheet_rows
from .timeline import Timeline
from .top_bar import TopBar
from .verbs_card import VerbsCard

TIMELINE_EVERY = 10 * SECOND
HUSH = 2 * SECOND
"""So long after the last letter of a sentence that was cut short, letters are no keys of the desk."""


class RunPage(QWidget):
    """The desk while a session runs: three columns under a bar.

    Values in: `show_session`, `show_reading`, `show_armed`. Gestures: the actions, and the signals of
    `capture`, `people`, `banners` and `later`; `home_wanted()` when the coach leaves for the first page.
    """

    home_wanted = Signal()

    def __init__(self, look: Look, night: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self._session: Session | None = None
        self._told: Reading | None = None
        self._drawn: tuple[Course, int] | None = None
        self._listed: tuple[Course, str, str] | None = None
        self._hush_until = 0
        self._make(look, night, actions)
        self._lay_out(look)
        self._connect()

    def _make(self, look: Look, night: Look, actions: Actions) -> None:
        self.bar = TopBar(look, actions)
        self.sheet = RunSheet(look)
        self.timeline = Timeline(look)
        self.people = PeoplePanel(look)
        self.keys = KeysPanel(look, actions)
        self._people_button = QuietButton(tr("People and timings…"))
        self._people_button.follow(actions["people"])
        self.clock = ClockCard(look)
        self.banners = Banners(look)
        self.later = LaterRow(look)
        self.verbs = VerbsCard(look, actions)
        self.room = RoomCard(look, night, actions)
        self.capture = CapturePane(look)
        self._left = QStackedWidget()

    def _lay_out(self, look: Look) -> None:
        card = Card()
        card.body.setContentsMargins(10, 10, 10, 10)
        card.body.addWidget(self.sheet, 1)
        card.body.addWidget(self.timeline)
        card.body.addWidget(self._people_button)
        for page in (card, self.people, self.keys):
            self._left.addWidget(page)
        top = ClockPlace(look, (self.banners, self.later), self.clock)
        middle = ((top, 3), (self.verbs, 0), (self.room, 2))
        columns = RunColumns(look, self._left, middle, 2, self.capture)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(columns, 1)

    def _connect(self) -> None:
        self.bar.home.clicked.connect(self.home_wanted)
        self.people.closed.connect(self.show_sheet)
        self.keys.closed.connect(self.show_sheet)
        self.capture.stopped.connect(self._stop_writing)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._hold_focus)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            # Else it would be on a button, and Space would press that one instead of starting.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = is_its_own(QApplication.focusWidget(), event) or self._swallows(event)
            event.setAccepted(own)
            return own
        return super().event(event)

    @Slot()
    def _stop_writing(self) -> None:
        """Whoever still types the rest of a sentence types it into nothing: not for the next leader, not as keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hush_until = self._told.now.ns + HUSH if self._told else 0

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """To a clicker, which has letters as keys too, it looks as if somebody still wrote."""
        hushed = query == Qt.InputMethodQuery.ImEnabled and self._is_hushed()
        return True if hushed else super().inputMethodQuery(query)

    def _is_hushed(self) -> bool:
        return self._told is not None and self._told.now.ns < self._hush_until

    def _swallows(self, event: QKeyEvent) -> bool:
        if not self._is_hushed() or self._told is None or not is_letter(event):
            return False
        self._hush_until = self._told.now.ns + HUSH
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what lies over the run sheet, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self._left.currentIndex():
            self.show_sheet()
        else:
            super().keyPressEvent(event)

    @Slot(QWidget, QWidget)
    def _hold_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """When what had the focus goes, the page has it, not a button that nobody went to."""
        gone = before is not None and self.isAncestorOf(before) and not (before.isVisible() and before.isEnabled())
        if gone and self.isVisible() and now is not None and self.isAncestorOf(now):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self, session: Session) -> None:
        """Shows the session in every part of the page."""
        self._session = session
        for part in (self.bar, self.clock, self.verbs, self.room, self.capture):
            part.show_session(session)
        if self._left.currentWidget() is self.people and self._told:
            self.people.show_session(session, self._told)

    def show_reading(self, told: Reading) -> None:
        """Shows what the clock says."""
        self._told = told
        self.bar.show_reading(told)
        self.clock.show_reading(told)
        if self._session:
            self._show_rows(self._session, told)
            self._show_timeline(self._session, told)
        if self._left.currentWidget() is self.people:
            self.people.show_reading(told)

    def _show_rows(self, session: Session, told: Reading) -> None:
        """Worked out anew with each change and each minute; in between nothing on the run sheet differs."""
        mark = (session.course, told.now.clock(), told.session_ends.clock())
        if mark != self._listed:
            self._listed = mark
            self.sheet.show_rows(sheet_rows(session.course, told))

    def _show_timeline(self, session: Session, told: Reading) -> None:
        """Drawn anew every ten seconds and with each change: on a line of ninety minutes a second is nothing."""
        mark = (session.course, told.now.ns // TIMELINE_EVERY)
        if mark != self._drawn:
            self._drawn = mark
            self.timeline.show_session(session, told, told.now)

    @Slot(str)
    def show_armed(self, words: str) -> None:
        """While Next waits for its second press."""
        self.verbs.show_armed(words)

    @Slot()
    def show_sheet(self) -> None:
        """The run sheet in the left column again."""
        self._left.setCurrentIndex(0)
        bring_into_view(self.clock)

    def show_people(self) -> None:
        """People and timings in the left column, or the run sheet again."""
        self._turn_to(self.people)
        if self._session and self._told:
            self.people.show_session(self._session, self._told)

    def show_ways(self) -> None:
        """People and timings, opened at the ways to end on time."""
        if self._left.currentWidget() is not self.people:
            self.show_people()
        self.people.open_ways()

    def show_keys(self) -> None:
        """All keys in the left column, or the run sheet again."""
        self._turn_to(self.keys)

    def _turn_to(self, page: QWidget) -> None:
        self._left.setCurrentIndex(0 if self._left.currentWidget() is page else self._left.indexOf(page))
        bring_into_view(self._left if self._left.currentIndex() else self.clock)
