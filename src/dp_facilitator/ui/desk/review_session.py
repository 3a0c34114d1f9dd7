"""The session as a whole: when it ran, who was here, who led; no feedback stands on this page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.outlook import places
from dp_facilitator.model.reading import planned_end
from dp_facilitator.model.review import TurnTimes, times
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import ON_TIME_S, headline
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LINK_INSET, LinkButton
from dp_facilitator.ui.widgets.card import Banner, Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .group_card import GroupCard
from .review_shown import letters


def course_words(course: Course, now: Moment) -> str:
    """When the session was planned and when it ran, in a sentence or two."""
    begun = course.started
    if begun is None:
        return tr("This session has not been started.")
    start = begun.ns if course.planned_start is None else course.planned_start
    ends = now.at(planned_end(course, now))
    planned = tr("Planned {at} to {ends}.").format(at=now.at(start).clock(), ends=ends.clock())
    if course.finished is None:
        return f"{planned} {tr('Began at {begun}.').format(begun=begun.clock())}"
    behind = (course.finished.ns - planned_end(course, now)) // SECOND
    if abs(behind) < ON_TIME_S:
        ran = tr("Ran {begun} to {finished}, on time.")
    elif behind > 0:
        ran = tr("Ran {begun} to {finished}, {time} later than planned.")
    else:
        ran = tr("Ran {begun} to {finished}, {time} earlier than planned.")
    time = minutes_and_seconds(behind)
    return f"{planned} {ran.format(begun=begun.clock(), finished=course.finished.clock(), time=time)}"


def turn_words(turns: tuple[TurnTimes, ...], person: str) -> str:
    """ "led at 10:10 for 15:46", of the last attempt; empty for someone who did not lead."""
    mine = [turn for turn in turns if person in turn.leaders]
    for turn in reversed(mine):
        began = next((step.began for step in turn.steps if step.began), None)
        if began is not None:
            return tr("led at {began} for {used}").format(began=began.clock(), used=minutes_and_seconds(turn.used_s))
    return ""


class SessionPage(QWidget):
    """Attendance and the frame of the session.

    Signals: delete_wanted() – asked for, and confirmed in place.
    """

    delete_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._make()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: Moment, handed: frozenset[str], *, readonly: bool) -> None:
        """Show when a session ran and who was here; `handed` have been given their notes."""
        course = session.course
        self._when.show_text(course_words(course, now))
        stopped = course.started is not None and course.finished is None
        self._stopped.setVisible(stopped)
        if stopped:
            words = tr("This session was not finished. It stands at “{headline}”.").format(
                headline=headline(course, course.step)
            )
            self._stopped.show_message(words, "note", tr("Everything that was written down is here."))
        self._show_people(session, now, handed)
        self._group.show_session(session)
        self._ask.setVisible(not readonly)
        self._confirm.hide()

    def _make(self) -> None:
        self._about = Card(tr("The session"))
        self._when = Words("")
        self._stopped = Banner(self._look, closable=False)
        self._who = Card(tr("Who was here"))
        self._group = GroupCard()
        self._ask = LinkButton(tr("Delete this session…"))
        self._confirm = Banner(self._look, kind="warning", closable=False)
        words = tr("Delete this session and everything that was written in it?")
        self._confirm.show_message(
            words, "warning", tr("Notes that were saved for someone stay where they were saved.")
        )
        self._keep = self._confirm.add_choice(tr("Keep it"))
        self._delete = self._confirm.add_choice(tr("Delete it"))

    def _lay_out(self) -> None:
        self._about.body.addWidget(self._when)
        self._about.body.addWidget(self._stopped)
        hint = tr("Choose someone at the left to read their notes with them.")
        self._about.body.addWidget(Words(hint, "muted"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(3, 1)
        self._who.body.addLayout(self._grid)
        row = QHBoxLayout()
        row.setContentsMargins(-LINK_INSET, 0, 0, 0)
        row.addWidget(self._ask)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._about)
        column.addWidget(self._who)
        column.addWidget(self._group)
        column.addLayout(row)
        column.addWidget(self._confirm)
        column.addStretch(1)

    def _connect(self) -> None:
        self._ask.clicked.connect(self._ask_again)
        self._keep.clicked.connect(self._keep_it)
        self._delete.clicked.connect(self.delete_wanted)

    def _show_people(self, session: Session, now: Moment, handed: frozenset[str]) -> None:
        course = session.course
        letter, stands, turns = letters(session), places(course, now), times(course, now)
        rows = []
        for person in course.people:
            led = turn_words(turns, person.id)
            if stands[person.id].state == "away":
                led = tr("{led}, then away").format(led=led) if led else tr("away")
            given = tr("✓ handed over") if person.id in handed else ""
            rows.append((letter[person.id], person.name, led or tr("did not lead"), given))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (mark, name, led, given) in enumerate(rows):
            words = (Words(mark, "muted"), Words(name, "strong"), Words(led, "muted"), Words(given, "label"))
            words[3].show_tone("good")
            for column, label in enumerate(words):
                self._grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _ask_again(self) -> None:
        self._ask.hide()
        self._confirm.show()
        self._keep.setFocus()

    @Slot()
    def _keep_it(self) -> None:
        self._confirm.hide()
        self._ask.show()
        self._ask.setFocus()
