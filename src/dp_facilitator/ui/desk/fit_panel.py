"""When the session will end, and the ways to make it end on time."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.fit import Proposal, proposals
from dp_facilitator.model.outlook import fit_title, fit_words
from dp_facilitator.model.reading import SHOWN_FROM_S, Reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import behind_words
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .offer_tile import OfferTile


class FitPanel(QWidget):
    """Expected end, ahead or behind; and, once asked for, at most three proposals with their whole results.

    Signals: fit_wanted(str) – the way of a proposal: equal, others or later.
    """

    fit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._found: tuple[Proposal, ...] = ()
        self._open = False
        self._make()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, reading: Reading) -> None:
        """Show the end and the proposals for a session as it stands."""
        self._session = session
        self.show_reading(reading)

    def show_reading(self, reading: Reading) -> None:
        """Follow the clock: texts are set only where they have changed."""
        if self._session is None:
            return
        course, ended = self._session.course, self._session.status == "finished"
        ends, behind = reading.session_ends.clock(), behind_words(reading.behind_s)
        self._end.show_text(
            tr("Ended at {ends}.").format(ends=ends)
            if ended
            else tr("Ends about {ends}, {behind}.").format(ends=ends, behind=behind)
        )
        late = reading.behind_s >= SHOWN_FROM_S and not ended
        self._end.show_tone("warning" if late else "")
        self._planned.show_text(tr("Planned to end at {planned_end}.").format(planned_end=reading.planned_end.clock()))
        self._found = proposals(course, reading.now)
        for offer, found in zip(self._offers, self._found, strict=False):
            title = fit_title(course, reading.now, found.way)
            words = fit_words(found, course, reading.now)
            offer.show_offer(found.way, title, words, possible=found.possible)
        self._show_offers()

    def show_ways(self, shown: bool) -> None:
        """Open or close the proposals."""
        self._open = shown
        self._show_offers()

    def _make(self) -> None:
        self._end = Words("", "strong")
        self._planned = Words("", "small")
        self._ways = QuietButton(tr("Ways to end on time"))
        self._ways.let_shrink()
        self._offers = [OfferTile() for _ in range(3)]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._end)
        words.addWidget(self._planned)
        column.addLayout(words)
        column.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignLeft)
        for offer in self._offers:
            column.addWidget(offer)

    def _connect(self) -> None:
        self._ways.clicked.connect(self._turn)
        for offer in self._offers:
            offer.wanted.connect(self.fit_wanted)

    def _show_offers(self) -> None:
        self._ways.setVisible(bool(self._found))
        self._ways.show_words(tr("Put these away") if self._open else tr("Ways to end on time"))
        for at, offer in enumerate(self._offers):
            offer.setVisible(self._open and at < len(self._found))

    @Slot()
    def _turn(self) -> None:
        self.show_ways(not self._open)
