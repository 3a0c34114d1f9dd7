"""A plan as pictures while it is edited: what the room sees in one phase, and the timetable."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.reading import reading
from dp_facilitator.model.roster import roster
from dp_facilitator.model.timetable import open_session
from dp_facilitator.ui.big_screen.preview import Preview
from dp_facilitator.ui.big_screen.words import Faced, faced
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, ntr, tr

from .column_card import ColumnCard
from .setup_outlook import Asked, Outlook, outlook
from .turn_rows import TurnRows

TEN_S = 10 * 3600
WIDEST = 560
"""Pixels of the room's picture; it needs no more to be read."""
NAMES = ("Ana", "Ben", "Cai", "Dee", "Eli", "Fay", "Gil", "Hana", "Ivo", "Jo", "Kim", "Lea", "Max", "Nia", "Oli")
OLD = marked("This is the plan before the last change, until what is marked is mended.")


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is drawn of a plan: the room in one phase, what that phase is called, and how the session goes."""

    room: Faced
    phase: str
    outlook: Outlook


def pictures(editing: Editing, path: Path) -> Pictures | None:
    """The pictures of a plan with the usual number of people; None while it is no plan."""
    route = str(path[1]) if path[:1] == ("routes",) else ""
    text = editing.sketch(route)
    if text is None:
        return None
    plan = read_plan(text)
    names = sample_names(plan.people.usual)
    now = Moment(0, TEN_S * 10**9)
    session, _ = open_session("plan", now, text, roster(names))
    course = session.course
    at = path[2:] if route else path
    cursor = 0
    if at:
        segment = plan.segments[int(at[1])]
        phase = segment.phases[int(at[3])]
        steps = (n for n, s in enumerate(course.steps) if (s.segment.id, s.phase.id) == (segment.id, phase.id))
        cursor = next(steps, 0)
    there = replace(session, course=replace(course, cursor=cursor, status="running"))
    # By the clock it is the time at which that phase begins: a break ends when the timetable says so.
    then = Moment(0, (TEN_S + sum(step.seconds for step in course.steps[:cursor])) * 10**9)
    room = faced(there, reading(there.course, then))
    view = outlook(Asked(plan, text, names, TEN_S, None))
    return Pictures(room, there.course.step.phase.title, view)


def sample_names(count: int) -> tuple[str, ...]:
    """So many short names."""
    return tuple(NAMES[n] if n < len(NAMES) else tr("Person {n}").format(n=n + 1) for n in range(count))


class PlanPictures(ColumnCard):
    """The room in the chosen phase above, the timetable below. They keep the last good state of a plan."""

    def __init__(self, look: Look, night: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("How it will look"))
        self._drawn = False
        self.phase = Words("", "heading")
        self.preview = Preview(night)
        self.preview.setMaximumWidth(WIDEST)
        self.old = Words(tr(OLD), "small", tone="warning")
        self.old.hide()
        self.ends = Words("", "heading")
        self._when = Words("", "muted")
        self.rows = TurnRows(look)
        self.body.setSpacing(8)
        for widget in (self.phase, self.preview, self.old, self.ends, self._when):
            self.body.addWidget(widget)
        self.body.addWidget(self.rows, 1)
        self.body.addStretch()

    def begin(self) -> None:
        """Another plan: nothing is shown of the one before."""
        self._drawn = False
        for widget in (self.phase, self.preview, self.ends, self._when, self.rows):
            widget.hide()

    def show_plan(self, editing: Editing, path: Path) -> None:
        """Draws a plan, and the room in the phase at a path; the first phase where there is none."""
        drawn = pictures(editing, path)
        self.old.setVisible(drawn is None)
        self.old.show_text(tr(OLD) if self._drawn else tr("There are no pictures until what is marked is mended."))
        if drawn is None:
            return
        self._drawn = True
        for widget in (self.phase, self.preview, self.ends, self._when, self.rows):
            widget.show()
        people = editing.value(("people", "usual"))
        self.phase.show_text(tr("In the room: {phase}").format(phase=drawn.phase))
        self.preview.show_face(drawn.room)
        self.ends.show_text(ntr("With {people} person", "With {people} people", people).format(people=people))
        text = drawn.outlook.text
        self._when.show_text(tr("If it starts at 10:00: {words}").format(words=text[:1].lower() + text[1:]))
        self.rows.show_turns(drawn.outlook.rows)
