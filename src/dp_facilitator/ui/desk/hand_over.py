"""Who takes the timekeeper's seat: said before the round ends, and again when it has changed (R18)."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import keeper
from dp_facilitator.words import tr

from .run import RunPage

STANDS_NS: Final = 20 * SECOND
"""So long it is said: whoever takes the seat reads it while sitting down."""
SEAT: Final = "seat"


class HandOver(QObject):
    """Says in a banner whose turn it is to keep the time; nothing of it is seen in the room."""

    def __init__(self, bridge: Bridge, page: RunPage) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._page = page
        self._keeper: str | None = None
        self._announced = ""
        self._said = 0
        bridge.changed.connect(self._follow)
        bridge.ticked.connect(self._look)

    @Slot(object)
    def _follow(self, session: Session) -> None:
        now = keeper(session.course, session.course.step) if session.going else None
        before, self._keeper = self._keeper, now
        if now is None or not session.going:
            self._page.banners.drop(SEAT)
        elif now != before:
            self._say(tr("Timekeeper now: {name}.").format(name=now))

    @Slot(object)
    def _look(self, told: Reading) -> None:
        if told.now.ns - self._said >= STANDS_NS:
            self._page.banners.drop(SEAT)
        course = self._bridge.session.course
        following = course.upcoming
        if following is None or told.status != "running" or told.tone == "calm" or self._announced == told.step.key:
            return
        self._announced = told.step.key
        then = keeper(course, following)
        if then and then != self._keeper:
            words = tr("Timekeeper next: {name}, when “{phase}” ends.")
            self._say(words.format(name=then, phase=told.step.phase.title))

    def _say(self, words: str) -> None:
        self._said = self._bridge.now().ns
        self._page.banners.ask(SEAT, words)
