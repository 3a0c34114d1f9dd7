"""From gestures on the review page to the verbs of a session that has ended."""

from PySide6.QtCore import QObject, Slot

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.model.session import Session

from .review import ReviewPage


class ReviewVerbs(QObject):
    """Lets leaders put right, choose and add what is theirs, after the session."""

    def __init__(self, bridge: Bridge, page: ReviewPage) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._page = page
        page.reworded.connect(self._reword)
        page.removed.connect(self._remove)
        page.restored.connect(self._restore)
        page.chosen.connect(self._choose)
        page.written.connect(self._write)
        bridge.changed.connect(self._show)
        bridge.failed.connect(self._fail)
        bridge.refused.connect(self._fail)

    def let_go(self) -> None:
        """Leaves the page to another record."""
        page = self._page
        page.reworded.disconnect(self._reword)
        page.removed.disconnect(self._remove)
        page.restored.disconnect(self._restore)
        page.chosen.disconnect(self._choose)
        page.written.disconnect(self._write)

    @Slot(object)
    def _show(self, session: Session) -> None:
        self._page.show_session(session, self._bridge.now(), False)

    @Slot(str)
    def _fail(self, words: str) -> None:
        self._page.show_trouble(words)

    @Slot(str, str)
    def _reword(self, note: str, text: str) -> None:
        self._bridge.ask(Session.reword, note, text)

    @Slot(str)
    def _remove(self, note: str) -> None:
        self._bridge.ask(Session.remove, note)

    @Slot(str)
    def _restore(self, note: str) -> None:
        self._bridge.ask(Session.restore, note)

    @Slot(str)
    def _choose(self, note: str) -> None:
        self._bridge.ask(Session.choose, note)

    @Slot(str, str, str)
    def _write(self, capture: str, person: str, text: str) -> None:
        self._bridge.ask(Session.note, capture, text, about=person, giver=person)
