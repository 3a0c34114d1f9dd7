"""What stands on the run sheet at the desk, worked out without pixels."""

from dataclasses import dataclass
from typing import Final, Literal

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.roster import letter
from dp_facilitator.model.runsheet import Step, Turn
from dp_facilitator.model.wording import round_leaders, round_words
from dp_facilitator.words import marked, tr

Kind = Literal["turn", "step"]
State = Literal["done", "now", "to come", "not run"]
_SAID: Final[dict[State, str]] = {
    "done": marked("done"),
    "now": marked("now"),
    "to come": marked("to come"),
    "not run": marked("not run"),
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: a turn (bold, with its letter) or a step of the turn that is under way."""

    kind: Kind
    state: State
    title: str
    right: str
    spoken: str
    in_turn: bool = False
    """It belongs to the turn under way and stands on its tinted ground."""
    current: bool = False


def sheet_rows(course: Course, reading: Reading) -> tuple[SheetRow, ...]:
    """The rows of the run sheet: finished turns and those to come as one row each, the current one opened."""
    rows: list[SheetRow] = []
    starts = _starts(course, reading)
    for turn in dict.fromkeys(step.turn for step in course.steps):
        steps = [(i, step) for i, step in enumerate(course.steps) if step.turn == turn]
        current = turn == course.step.turn and course.status != "ready" and course.status != "finished"
        if current and len(steps) > 1:
            rows.append(_open_turn(course, turn, steps[0][1]))
            rows.extend(_step(course, reading, i, step) for i, step in steps)
        else:
            rows.append(_closed_turn(course, reading, steps, starts, current))
    return tuple(rows)


def _starts(course: Course, reading: Reading) -> list[int]:
    """Session time (ns) at which each step is expected to begin; 0 for those that have begun."""
    at = reading.now.ns + max(0, reading.left)
    if course.status == "ready":
        at = reading.session_ends.ns - sum(step.seconds for step in course.steps) * SECOND
    found = []
    for i, step in enumerate(course.steps):
        ahead = i > course.cursor or course.status == "ready"
        found.append(at if ahead else 0)
        if ahead:
            at += max(0, course.length(step) - course.use(step).used)
    return found


def _name(course: Course, turn: Turn, step: Step) -> str:
    if not turn.leaders:
        return step.segment.title
    if len(turn.leaders) > 1:
        return round_leaders(course, turn)
    return f"{letter(_place(course, turn.leaders[0]))}  {round_leaders(course, turn)}"


def _place(course: Course, person: str) -> int:
    return [someone.id for someone in course.people].index(person)


def _open_turn(course: Course, turn: Turn, step: Step) -> SheetRow:
    name = _name(course, turn, step)
    return SheetRow(
        "turn", "now", name, round_words(course, course.step), tr("{name}, now").format(name=name), in_turn=True
    )


def _step(course: Course, reading: Reading, index: int, step: Step) -> SheetRow:
    here = index == course.cursor
    state: State = "now" if here else "done" if course.begun(step) and index < course.cursor else "to come"
    right = said = minutes_and_seconds(_length(course, step))
    if state == "done":
        right, said = _of(course.elapsed(step, reading.now) // SECOND, right)
    spoken = f"{step.title}, {tr(_SAID[state])}, {said}"
    return SheetRow("step", state, step.title, right, spoken, in_turn=True, current=here)


def _length(course: Course, step: Step) -> int:
    """Seconds that a step may take, with what was added by hand."""
    return course.granted(step) // SECOND


def _of(used: int, length: str) -> tuple[str, str]:
    """So much of what there was, as it is shown and as it is said."""
    time = minutes_and_seconds(used)
    return f"{time} / {length}", tr("{used} of {length}").format(used=time, length=length)


def _closed_turn(
    course: Course, reading: Reading, steps: list[tuple[int, Step]], starts: list[int], current: bool
) -> SheetRow:
    first, step = steps[0]
    begun = any(course.begun(step) for _, step in steps)
    left_out = course.status == "finished" and not begun
    length = sum(_length(course, step) for _, step in steps)
    name = _name(course, step.turn, step)
    state: State = "now" if current else "done" if begun else "not run" if left_out else "to come"
    if begun:
        used = sum(course.elapsed(step, reading.now) for _, step in steps) // SECOND
        right = said = minutes_and_seconds(length)
        if not current:
            right, said = _of(used, right)
    elif left_out:
        right = said = tr("not run")
    else:
        time, clock = minutes_and_seconds(length), reading.now.at(starts[first]).clock()
        right, said = f"{time} · {clock}", tr("{time} at {clock}").format(time=time, clock=clock)
    spoken = f"{name}, {tr(_SAID[state])}, {said}"
    return SheetRow("turn", state, name, right, spoken, in_turn=current, current=current)
