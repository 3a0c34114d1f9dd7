"""Times, planned beside used: one leader's own, and everyone's."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds, signed
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.review import StepTimes, TurnTimes, times
from dp_facilitator.model.session import Session
from dp_facilitator.model.text import listed
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import ntr, tr

from .timeline import Timeline
from .timeline_blocks import TimelineLegend
from .times_grid import TimesGrid


def aside(step: StepTimes) -> str:
    """What explains a time: added by hand, stood still, begun again. Empty for most."""
    parts = []
    if step.fitted_s != step.planned_s:
        parts.append(tr("fitted to {fitted}").format(fitted=minutes_and_seconds(step.fitted_s)))
    if step.added_s:
        parts.append(tr("{added} by hand").format(added=signed(step.added_s)))
    if step.paused_s:
        parts.append(tr("paused {paused}").format(paused=minutes_and_seconds(step.paused_s)))
    if step.attempts > 1:
        parts.append(
            ntr("begun {attempts} time", "begun {attempts} times", step.attempts).format(attempts=step.attempts)
        )
    return " · ".join(parts)


class LeaderTimes(Card):
    """How long each phase of a leader's round was planned to take, and took."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your time, planned and used"), parent)
        self._grid = TimesGrid(look)
        self._none = Words(tr("You did not lead a round this time."), "muted")
        self.body.addWidget(self._none)
        self.body.addWidget(self._grid)

    def show_times(self, turns: tuple[TurnTimes, ...]) -> None:
        """Show the turns of one leader; a second attempt follows the first."""
        steps = [step for turn in turns for step in turn.steps]
        rows = tuple((step.title, step.planned_s, step.used_s, aside(step)) for step in steps)
        run = any(step.used_s is not None for step in steps)
        used = sum(turn.used_s for turn in turns) if run else None
        total = (tr("In all"), sum(turn.planned_s for turn in turns), used, "")
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
            small = tr("paused {paused}").format(paused=minutes_and_seconds(paused)) if paused else ""
            rows.append((names, turn.planned_s, used, small))
        self._grid.show_rows(tuple(rows))

    def _lay_out(self) -> None:
        picture = Card(tr("The session as it was planned and as it went"))
        picture.body.addWidget(self._picture)
        picture.body.addWidget(self._legend)
        each = Card(tr("Each turn, planned and used"))
        each.body.addWidget(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(picture)
        column.addWidget(each)
        column.addStretch(1)
