"""Times, planned beside used: one leader's own, and everyone's."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds, signed
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.review import StepTimes, TurnTimes, times
from dp_facilitator.model.session import Session
from dp_facilitator.model.text import listed
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.bar import TwinBar
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words

from .timeline import Timeline
from .timeline_blocks import TimelineLegend

_TOP = Qt.AlignmentFlag.AlignTop


def times_words(planned_s: int, used_s: int | None) -> str:
    """ "5:48 of 6:00", or that it was not run."""
    planned = minutes_and_seconds(planned_s)
    return f"not run, {planned}" if used_s is None else f"{minutes_and_seconds(used_s)} of {planned}"


def aside(step: StepTimes) -> str:
    """What explains a time: added by hand, stood still, begun again. Empty for most."""
    parts = []
    if step.fitted_s != step.planned_s:
        parts.append(f"fitted to {minutes_and_seconds(step.fitted_s)}")
    if step.added_s:
        parts.append(f"{signed(step.added_s)} by hand")
    if step.paused_s:
        parts.append(f"paused {minutes_and_seconds(step.paused_s)}")
    if step.attempts > 1:
        parts.append(f"begun {step.attempts} times")
    return " · ".join(parts)


Row = tuple[str, int, int | None, str]
"""A name, planned seconds, used seconds or None, and a smaller line below."""


class TimesGrid(QWidget):
    """Rows of a name, a twin bar and the times in words, all on one scale; a total has no bar.

    `names` pixels are kept for the names; longer ones are elided and stand in full in their tip.
    """

    def __init__(self, look: Look, names: int = 116, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = names
        self._shown: tuple[tuple[Row, ...], Row | None] = ((), None)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        look.changed.connect(self._dress)

    def show_rows(self, rows: tuple[Row, ...], total: Row | None = None) -> None:
        """Show these rows, and a last one for all of them together."""
        if (rows, total) != self._shown:
            self._shown = (rows, total)
            self._dress()

    @Slot()
    def _dress(self) -> None:
        rows, total = self._shown
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setColumnMinimumWidth(0, self._look.px(self._names))
        whole = max((max(planned, used or 0) for _, planned, used, _ in rows), default=0)
        for at, row in enumerate(rows):
            self._add(at, row, whole)
        if total is not None:
            self._add(len(rows), total, 0)

    def _add(self, at: int, row: Row, whole: int) -> None:
        name, planned, used, small = row
        label = Words(name, "body" if whole else "strong", elide=True)
        words = Words(times_words(planned, used), "label", wrap=False)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, at, 0, _TOP)
        self._grid.addWidget(words, at, 2, _TOP)
        if not whole:
            return
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, self._look.px(2), 0, 0)
        column.setSpacing(2)
        bar = TwinBar(self._look, 7)
        bar.show_times(planned, used or 0, whole)
        bar.setAccessibleName(f"{name}: {words.whole_text()}. {small}".rstrip(". "))
        column.addWidget(bar)
        if small:
            column.addWidget(Words(small, "small"))
        self._grid.addWidget(middle, at, 1, _TOP)


class LeaderTimes(Card):
    """How long each phase of a leader's round was planned to take, and took."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("Your time, planned and used", parent)
        self._grid = TimesGrid(look)
        self._none = Words("You did not lead a round this time.", "muted")
        self.body.addWidget(self._none)
        self.body.addWidget(self._grid)

    def show_times(self, turns: tuple[TurnTimes, ...]) -> None:
        """Show the turns of one leader; a second attempt follows the first."""
        steps = [step for turn in turns for step in turn.steps]
        rows = tuple((step.title, step.planned_s, step.used_s, aside(step)) for step in steps)
        run = any(step.used_s is not None for step in steps)
        used = sum(turn.used_s for turn in turns) if run else None
        total = ("In all", sum(turn.planned_s for turn in turns), used, "")
        self._none.setVisible(not rows)
        self._grid.show_rows(rows, total if len(rows) > 1 else None)


class EveryonesTimes(QWidget):
    """The whole session as a picture, and every turn planned and used; no feedback stands here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Timeline(look)
        self._legend = TimelineLegend(look)
        self._grid = TimesGrid(look, names=180)
        self._lay_out()

    def show_session(self, session: Session, now: Moment) -> None:
        """Show the times of a session."""
        self._picture.show_session(session, None, now)
        self._legend.show_session(session)
        rows = []
        for turn in times(session.course, now):
            names = listed([session.course.name(person) for person in turn.leaders]) or turn.title
            used = turn.used_s if any(step.used_s is not None for step in turn.steps) else None
            paused = sum(step.paused_s for step in turn.steps)
            small = f"paused {minutes_and_seconds(paused)}" if paused else ""
            rows.append((names, turn.planned_s, used, small))
        self._grid.show_rows(tuple(rows))

    def _lay_out(self) -> None:
        picture = Card("The session as it was planned and as it went")
        picture.body.addWidget(self._picture)
        picture.body.addWidget(self._legend)
        each = Card("Each turn, planned and used")
        each.body.addWidget(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(picture)
        column.addWidget(each)
        column.addStretch(1)
