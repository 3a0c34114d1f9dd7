"""People and timings: the page that lies over the left column of the desk."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.card import Banner, Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .fit_panel import FitPanel
from .join_row import JoinRow
from .people_shown import neighbours, others, shown_people, verbs
from .person_row import PersonRow
from .routes_row import RoutesRow


class PeoplePanel(Card):
    """Everyone with what can be done for them, who joins, which route is taken, and when it will end.

    One person is open at a time. Undo takes back everything here; none of it is seen in the room.

    Signals: passed(str), benched(str), returned(str), joined(str) a name, moved(str, int) a person and
    their place from 1, swapped(str, str), renamed(str, str), keeps_time(str), fit_wanted(str),
    route_wanted(str), closed().
    """

    passed = Signal(str)
    benched = Signal(str)
    returned = Signal(str)
    joined = Signal(str)
    moved = Signal(str, int)
    swapped = Signal(str, str)
    renamed = Signal(str, str)
    keeps_time = Signal(str)
    fit_wanted = Signal(str)
    route_wanted = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._look = look
        self._session: Session | None = None
        self._reading: Reading | None = None
        self._rows: dict[str, PersonRow] = {}
        self._open = ""
        self._make()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, reading: Reading) -> None:
        """Show a session as it stands; the person who is open stays open."""
        self._session, self._reading = session, reading
        now = reading.now
        people = shown_people(session, now)
        for gone in self._rows.keys() - {person.person for person in people}:
            row = self._rows.pop(gone)
            self._people.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, person in enumerate(people):
            row = self._rows.get(person.person) or self._make_row(person.person)
            if self._people.indexOf(row) != at:
                self._people.insertWidget(at, row)
            row.show_person(person)
        self._show_open()
        self._message.hide()
        self._join.show_session(session, now)
        self._routes.show_session(session, now)
        self._fit.show_session(session, reading)

    def show_reading(self, reading: Reading) -> None:
        """Follow the clock: the end moves while a pause or overtime lasts, and every cost with it."""
        before, self._reading = self._reading, reading
        if self._session is None or (before is not None and _due(before) == _due(reading)):
            return
        self._fit.show_reading(reading)
        self._show_open()
        self._join.show_session(self._session, reading.now)
        self._routes.show_session(self._session, reading.now)

    def show_message(self, words: str) -> None:
        """Say why something cannot be done."""
        self._message.show_message(words, "warning")
        self._message.show()

    def open_person(self, person: str) -> None:
        """Open the verbs of one person, or close them if they are open."""
        self._open = "" if person == self._open else person
        self._show_open()
        if self._open in self._rows:
            self._scroll.ensureWidgetVisible(self._rows[self._open])

    def open_ways(self) -> None:
        """Show the ways to end on time, from the top."""
        self._fit.show_ways(True)
        self._scroll.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        self.setAccessibleName(tr("People and timings"))
        self._title = Words(tr("People and timings"), "heading")
        self._close = IconButton(self._look, "close", tr("Back to the run sheet"), small=True)
        self._message = Banner(self._look)
        self._message.hide()
        self._hint = Words(tr("Press a name: goes last, leaves, swaps, is renamed. Undo takes it back."), "small")
        self._join = JoinRow()
        self._routes = RoutesRow()
        self._fit = FitPanel()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        column.addWidget(self._fit)
        column.addWidget(_rule())
        column.addLayout(self._people)
        column.addWidget(self._join)
        column.addWidget(self._routes)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.body.setContentsMargins(14, 14, 10, 12)
        self.body.addLayout(head)
        self.body.addWidget(self._message)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._hint)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._join.joined.connect(self.joined)
        self._routes.wanted.connect(self.route_wanted)
        self._fit.fit_wanted.connect(self.fit_wanted)

    def _make_row(self, person: str) -> PersonRow:
        row = PersonRow(self._look, person)
        row.opened.connect(self._press)
        row.asked.connect(self._ask)
        row.renamed.connect(self.renamed)
        row.swapped.connect(self.swapped)
        self._rows[person] = row
        return row

    def _show_open(self) -> None:
        if self._session is None or self._reading is None:
            return
        session, now = self._session, self._reading.now
        for person, row in self._rows.items():
            if person == self._open:
                row.show_verbs(verbs(session, person, now), others(session, person, now))
            elif row.is_open():
                row.close_verbs()

    @Slot(str)
    def _press(self, person: str) -> None:
        self.open_person(person)

    @Slot(str, str)
    def _ask(self, verb: str, person: str) -> None:
        if verb in ("earlier", "later"):
            if self._session is not None and self._reading is not None:
                before, after = neighbours(self._session, person, self._reading.now)
                self.moved.emit(person, before if verb == "earlier" else after)
            return
        signals = {
            "passed": self.passed,
            "benched": self.benched,
            "returned": self.returned,
            "keeps_time": self.keeps_time,
        }
        signals[verb].emit(person)


def _due(reading: Reading) -> tuple[int, int]:
    """Costs are worked out again when the end has moved by a second, and every ten seconds."""
    return reading.session_ends.ns // SECOND, reading.now.ns // (10 * SECOND)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
