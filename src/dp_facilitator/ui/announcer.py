"""What a screen reader is told by itself, and nothing more (A11): never the seconds."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from dp_facilitator.model.cues import Cue
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import announced, headline
from dp_facilitator.words import tr


class Announcer(QObject):
    """Speaks at the start of a phase, one minute before its end, at its end, at each further minute, at a pause,
    when the session goes on, and at an undo. Signal: `told(str)` the words, as they are spoken.
    """

    told = Signal(str)

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._before: Session | None = None

    @Slot(object)
    def follow(self, session: Session) -> None:
        """The session as it stands; speaks of what differs from the one before."""
        before, self._before = self._before, session
        if before is None or before.course is session.course:
            return
        course = session.course
        if before.past is not None and session.past is before.past.earlier:
            self._say(tr("Undone. {headline}").format(headline=headline(course, course.step)))
        elif course.status == "finished":
            self._say(tr("The session has ended"))
        elif course.status == "paused" != before.status:
            self._say(tr("Paused"))
        elif before.status == "paused" and course.step.key == before.course.step.key:
            self._say(tr("Going on"))
        elif course.status == "running" and (before.status == "ready" or course.step.key != before.course.step.key):
            self._say(announced(course, course.step))

    @Slot(object)
    def hear(self, cue: Cue) -> None:
        """A cue that was crossed."""
        if cue.kind == "end":
            self._say(cue.label or tr("Time is up"))
        elif cue.label:
            self._say(tr("{label} left").format(label=cue.label) if cue.kind == "warning" else cue.label)

    def _say(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self._window, words)
        QAccessible.updateAccessibility(event)
        self.told.emit(words)
