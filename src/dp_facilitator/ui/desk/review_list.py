"""Whose page is looked at: the leaders, the session, everyone's times."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.review import times
from dp_facilitator.model.session import Session
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .home_values import noted
from .name_row import NameRow
from .review_shown import letters, note_counts

SESSION, TIMES = "the session", "everyone’s times"
"""What is chosen when it is nobody's page; no participant's id has a space in it."""


class ReviewList(Card):
    """Each leader with their letter and how many notes there are, then what belongs to everyone.

    Signals: picked(str) – a participant's id, `SESSION` or `TIMES`.
    """

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._look = look
        self._rows: dict[str, NameRow] = {}
        self._handed: frozenset[str] = frozenset()
        self._make()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: Moment) -> None:
        """List the people of a session and their notes."""
        letter, counts = letters(session), note_counts(session)
        for gone in self._rows.keys() - letter.keys():
            row = self._rows.pop(gone)
            self._people.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, person in enumerate(session.course.people):
            row = self._rows.get(person.id) or self._make_row(person.id, at)
            notes = noted(counts[person.id])
            handed = person.id in self._handed
            spoken = tr("{notes}, handed over").format(notes=notes) if handed else notes
            short = str(counts[person.id] or "")
            row.show_words(person.name, letter[person.id], notes, short=short, good=handed, spoken=spoken)
        # As high as its rows at most, so that what belongs to everyone follows them.
        self._scroll.setMaximumHeight(self._people.sizeHint().height())
        used = sum(turn.used_s for turn in times(session.course, now))
        self._session.show_words(tr("The session"), status=minutes_and_seconds(used) if used else "")
        self._times.show_words(tr("Everyone’s times"))

    def show_handed(self, handed: frozenset[str]) -> None:
        """Who has been given their notes; shown with the next `show_session`."""
        self._handed = handed

    def show_page(self, chosen: str) -> None:
        """Mark one row."""
        for row in (*self._rows.values(), self._session, self._times):
            row.show_chosen(row.key() == chosen)
            if row.is_chosen() and row.key() in self._rows:
                self._scroll.ensureWidgetVisible(row)

    def row(self, key: str) -> NameRow:
        """The row of a person, of the session or of the times."""
        return {SESSION: self._session, TIMES: self._times, **self._rows}[key]

    def _make(self) -> None:
        self._session = NameRow(self._look, SESSION)
        self._times = NameRow(self._look, TIMES)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        self._privacy = Words(tr("Nothing here is on the big screen."), "small")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        people = QWidget()
        people.setProperty("role", "scrolled")
        self._people = QVBoxLayout(people)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(2)
        self._scroll.setWidget(people)
        self.body.setContentsMargins(10, 10, 10, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self._scroll, 100)
        self.body.addWidget(self._rule)
        everyone = QVBoxLayout()
        everyone.setSpacing(2)
        everyone.addWidget(self._session)
        everyone.addWidget(self._times)
        self.body.addLayout(everyone)
        self._privacy.setContentsMargins(8, 0, 8, 0)
        self.body.addStretch(1)
        self.body.addWidget(self._privacy)

    def _connect(self) -> None:
        self._session.picked.connect(self.picked)
        self._times.picked.connect(self.picked)

    def _make_row(self, person: str, at: int) -> NameRow:
        row = NameRow(self._look, person)
        row.picked.connect(self.picked)
        self._rows[person] = row
        self._people.insertWidget(at, row)
        return row
