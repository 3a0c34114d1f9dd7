"""The clock at the desk: what is going on, and how long."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import headline, spoken_time, who_speaks
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.bar import TimeBar
from dp_facilitator.ui.widgets.digits import Digits
from dp_facilitator.ui.widgets.text import Words

from .column_card import ColumnCard

SHAPES = {"calm": "●", "warning": "▲", "over": "☐"}
TONES = {"calm": "calm", "warning": "warning", "over": "over"}


class ClockCard(ColumnCard):
    """The large countdown with its title, its state as word and shape, its bar and who may speak."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._make()
        self._lay_out()

    def _make(self) -> None:
        self._title = Words("", "title", wrap=False, elide=True)
        self._planned = Words("", "muted", wrap=False)
        self._digits = Digits(self._look, "00:00", ground="card")
        self._digits.set_alignment(Qt.AlignmentFlag.AlignLeft)
        self._digits.setMinimumSize(self._look.px(56), self._look.px(64))
        self._digits.setMaximumHeight(self._look.px(190))
        self._state = Words("", "lead", wrap=False)
        self._until = Words("", "muted", wrap=False)
        self._bar = TimeBar(self._look, ground="card")
        self._speaks = Words("", "body")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._planned, 0, Qt.AlignmentFlag.AlignBottom)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addStretch()
        side.addWidget(self._state, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self._until, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        middle = QHBoxLayout()
        middle.addWidget(self._digits, 1)
        middle.addLayout(side)
        self.body.addLayout(head)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._speaks)

    def show_session(self, session: Session) -> None:
        """What this step is and who may speak in it."""
        course = session.course
        step = course.step
        length = course.length(step)
        self._title.show_text("The session has ended" if course.status == "finished" else headline(course, step))
        added = course.use(step).added // 1_000_000_000
        change = f", {minutes_and_seconds(added)} {'added' if added > 0 else 'taken off'}" if added else ""
        self._planned.show_text(f"{minutes_and_seconds(step.seconds)} planned{change}")
        self._speaks.show_text(_ran(session) if course.status == "finished" else who_speaks(course, step))
        ended = course.status == "finished"
        self._digits.setVisible(not ended)
        self._bar.setVisible(not ended)
        self._planned.setVisible(not ended)
        self._digits.show_shape("000 min" if length > 3600 * 10**9 else "00:00" if length >= 600 * 10**9 else "0:00")

    def _spoken(self, told: Reading) -> str:
        """The countdown for a screen reader that asks: "3 minutes 20 seconds left, Ana practises"."""
        time = f"over by {spoken_time(told.over_s)}" if told.over else f"{spoken_time(told.left_s)} left"
        return f"{time}, {self._title.whole_text()}"

    def show_reading(self, told: Reading) -> None:
        """What the clock says; repaints only what differs."""
        paused = told.status == "paused"
        colour = "muted" if paused or told.status in ("ready", "finished") else TONES[told.tone]
        self._digits.show_text(told.text, colour)
        self._digits.setAccessibleName(self._spoken(told))
        self._state.show_tone("" if paused or told.status != "running" else TONES[told.tone])
        self._state.show_text(_state_words(told))
        self._until.show_text(f"until {told.ends.clock()}" if told.status == "running" and not told.over else "")
        self._bar.show_time(1.0 if told.over else 1 - told.gone, _notch(told), colour if not paused else "calm")


def _ran(session: Session) -> str:
    course = session.course
    begun, ended = course.started or session.opened, course.finished or session.opened
    return f"It ran from {begun.clock()} to {ended.clock()}. Everything that was written is kept."


def _notch(told: Reading) -> float | None:
    """The bar runs down, so the warning stands as far from its left as there is time left then."""
    return None if told.notch is None or told.over else 1 - told.notch


def _state_words(told: Reading) -> str:
    match told.status:
        case "ready":
            return "● Ready"
        case "paused":
            return "‖ Taking a moment"
        case "finished":
            return "✓ Done"
    return f"{SHAPES[told.tone]} {told.label}"
