"""Questions at the desk, never in the room: was the timer forgotten, does the rest still fit, did it sleep."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.outlook import rest_words
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.words import marked, tr

from .run import RunPage

UNSTARTED_S: Final = 15
"""So long after the planned start, the desk asks whether the session has begun."""
SHORT_STEP_S: Final = 120
FORGOTTEN_S: Final = (45, 60)
"""So long after time is up, the desk asks whether Next was forgotten: in short steps, in long ones."""
BEHIND_S: Final = 120
"""From so many seconds behind, the desk offers to make the rest fit, once a turn."""

ON_TIME = marked("It began on time")
FROM_END = marked("Yes, the next began then")
SEE_HOW = marked("See how")
GIVE_BACK = marked("Give it back")


class Nudges(QObject):
    """Asks in banners what nobody should have to watch for."""

    def __init__(self, bridge: Bridge, page: RunPage) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._page = page
        self._offered = ""
        self._asked = ""
        self._slept = 0
        bridge.changed.connect(self._offer_fit)
        bridge.ticked.connect(self._ask_forgotten)
        bridge.slept.connect(self._ask_slept)
        page.banners.answered.connect(self._answered)

    @Slot(object)
    def _ask_forgotten(self, told: Reading) -> None:
        self._ask_unstarted(told)
        if told.behind_s < BEHIND_S:
            self._page.banners.drop("behind")
        course = self._bridge.session.course
        limit = FORGOTTEN_S[told.step.seconds > SHORT_STEP_S]
        late = told.status == "running" and told.over_s >= limit and course.upcoming is not None
        if not late:
            self._page.banners.drop("forgotten")
            self._asked = ""
        elif self._asked != told.step.key:
            self._asked = told.step.key
            ended = minutes_and_seconds(told.over_s)
            # "More than", since it is said once and the clock goes on.
            words = tr("Should you have moved on? “{title}” has been over for more than {ended}.").format(
                ended=ended, title=told.step.title
            )
            self._page.banners.ask("forgotten", words, "warning", (tr(FROM_END),))

    def _ask_unstarted(self, told: Reading) -> None:
        planned = self._bridge.session.course.planned_start
        late = told.now.ns - (told.now.ns if planned is None else planned)
        if told.status == "ready" and late >= UNSTARTED_S * SECOND:
            if self._asked != "start":
                self._asked = "start"
                clock = told.now.at(told.now.ns - late).clock()
                words = tr("Should you have started? It was planned for {clock}.").format(clock=clock)
                self._page.banners.ask("unstarted", words, "warning", (tr(ON_TIME),))
        else:
            self._page.banners.drop("unstarted")

    @Slot(object)
    def _offer_fit(self, session: Session) -> None:
        turn = session.course.step.turn.key
        if turn == self._offered or session.status != "running":
            return
        self._offered = turn
        behind = self._bridge.reading().behind_s
        if behind < BEHIND_S:
            self._page.banners.drop("behind")
            return
        words = rest_words(session.course, self._bridge.now(), behind)
        self._page.banners.ask("behind", words, "note", (tr(SEE_HOW),))

    @Slot(object)
    def _ask_slept(self, nanoseconds: int) -> None:
        self._slept = nanoseconds
        slept = minutes_and_seconds(nanoseconds // SECOND)
        words = tr("The computer slept {slept}. It counts, since the room went on.").format(slept=slept)
        self._page.banners.ask("slept", words, "warning", (tr(GIVE_BACK),))

    @Slot(str, str)
    def _answered(self, name: str, words: str) -> None:
        if words == tr(ON_TIME):
            planned = self._bridge.session.course.planned_start or 0
            self._bridge.ask(Session.backdate, (self._bridge.now().ns - planned) // SECOND)
        elif words == tr(FROM_END):
            over = self._bridge.reading().over_s
            if self._bridge.ask(Session.next):
                self._bridge.ask(Session.backdate, over)
        elif words == tr(SEE_HOW):
            self._page.show_ways()
        elif words == tr(GIVE_BACK):
            self._bridge.ask(Session.give_back, self._slept)
