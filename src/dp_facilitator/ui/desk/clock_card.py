"""The clock at the desk: what is going on, and how long."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import headline, length_words, spoken_time, who_speaks
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.bar import TimeBar
from dp_facilitator.ui.widgets.digits import Digits
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import ntr, tr

from .column_card import ColumnCard

SHAPES = {"calm": "●", "warning": "▲", "over": "☐"}
TONES = {"calm": "calm", "warning": "warning", "over": "over"}


class ClockCard(ColumnCard):
    """The large countdown with its title, its state as word and shape, its bar and who may speak."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._ended = False
        self._make()
        self._lay_out()

    def _make(self) -> None:
        self._title = Words("", "title", wrap=False, elide=True)
        self._planned = Words("", "muted", wrap=False)
        self._digits = Digits(self._look, "00:00", ground="card")
        self._digits.set_alignment(Qt.AlignmentFlag.AlignLeft)
        # At twice the text size the countdown is still the largest thing, and the verbs stay in sight under it.
        self._digits.setMinimumSize(self._look.px(56), min(self._look.px(48), 88))
        self._digits.setMaximumHeight(self._look.px(190))
        self._state = Words("", "lead", wrap=False)
        self._until = Words("", "muted", wrap=False)
        self._bar = TimeBar(self._look, ground="card")
        self._speaks = Words("", "body")
        self._speaks.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._planned, 0, Qt.AlignmentFlag.AlignBottom)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addStretch()
        side.addWidget(self._state, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self._until, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._digits, 1)
        self._middle.addLayout(side)
        self.body.setContentsMargins(18, 8, 18, 8)
        self.body.setSpacing(4)
        self.body.addSpacerItem(_airy())
        self.body.addLayout(self._head)
        self.body.addSpacerItem(_airy())
        self.body.addLayout(self._middle, 1)
        self.body.addSpacerItem(_airy())
        self.body.addWidget(self._bar)
        self.body.addSpacerItem(_airy())
        self.body.addWidget(self._speaks)
        self.body.addSpacerItem(_airy())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """What the step is called comes before how long it was planned to be."""
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        wanted = self._title.sizeHint().width() + self._planned.sizeHint().width() + self._head.spacing()
        self._planned.setVisible(not self._ended and wanted <= room)

    def show_session(self, session: Session) -> None:
        """What this step is and who may speak in it."""
        course = session.course
        step = course.step
        length = course.length(step)
        self._title.show_text(tr("The session has ended") if course.status == "finished" else headline(course, step))
        self._planned.show_text(length_words(course))
        self._speaks.show_text(_ran(session) if course.status == "finished" else who_speaks(course, step))
        self._show_ended(course.status == "finished")
        self._fit_head()
        self._digits.show_shape("000 min" if length > 3600 * 10**9 else "00:00" if length >= 600 * 10**9 else "0:00")

    def _show_ended(self, ended: bool) -> None:
        """After the end there is nothing to count: what there is to read stands under the title."""
        self._ended = ended
        for part in (self._digits, self._state, self._until, self._bar):
            part.setVisible(not ended)
        self.body.setStretchFactor(self._middle, 0 if ended else 1)
        self.body.setStretchFactor(self._speaks, 1 if ended else 0)

    def _spoken(self, told: Reading) -> str:
        """The countdown for a screen reader that asks: "3 minutes 20 seconds left, Ana practises"."""
        time = (
            tr("over by {over}").format(over=spoken_time(told.over_s))
            if told.over
            else tr("{left} left").format(left=spoken_time(told.left_s))
        )
        return f"{time}, {self._title.whole_text()}"

    def show_reading(self, told: Reading) -> None:
        """What the clock says; repaints only what differs."""
        paused = told.status == "paused"
        colour = "muted" if paused or told.status in ("ready", "finished") else TONES[told.tone]
        self._digits.show_text(told.text, colour)
        self._digits.setAccessibleName(self._spoken(told))
        self._state.show_tone("" if paused or told.status != "running" else TONES[told.tone])
        self._state.show_text(_state_words(told))
        self._until.show_text(
            tr("until {ends}").format(ends=told.ends.clock()) if told.status == "running" and not told.over else ""
        )
        self._bar.show_time(1.0 if told.over else 1 - told.gone, _notch(told), colour if not paused else "calm")


def _airy() -> QSpacerItem:
    """Air between two lines, which is given up first when something else needs the height."""
    return QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


def _ran(session: Session) -> str:
    """When it ran, how many notes are kept, and what to do now."""
    course, notes = session.course, len(session.record.kept())
    begun, ended = course.started or session.opened, course.finished or session.opened
    ran = tr("It ran from {begun} to {ended}.").format(begun=begun.clock(), ended=ended.clock())
    kept = ntr("{n} note is kept.", "{n} notes are kept.", notes).format(n=notes) if notes else tr("No note was taken.")
    then = tr("Look back at the session now: each leader’s notes are read with them, one leader at a time.")
    return f"{ran} {kept}\n{then}"


def _notch(told: Reading) -> float | None:
    """The bar runs down, so the warning stands as far from its left as there is time left then."""
    return None if told.notch is None or told.over else 1 - told.notch


def _state_words(told: Reading) -> str:
    match told.status:
        case "ready":
            return tr("● Ready")
        case "paused":
            return tr("‖ Taking a moment")
        case "finished":
            return ""
    return f"{SHAPES[told.tone]} {told.label}"
