"""What happens by itself because the plan says so: automatic advance, hard ends, hard pauses."""

from . import facts as f
from .course import Course
from .cues import cues_of
from .durations import SECOND
from .mistakes import Refused
from .moment import Moment
from .session import Session


def due(session: Session, now: Moment, seen: int = 0) -> f.TimingFact | None:
    """The first thing that the plan does by itself at or before now, with its own exact moment; or nothing.

    `seen` is the elapsed time (ns) of the step at the last look: a hard pause stops the clock once only.
    Ask again after applying what it answers, until it answers nothing. It stops before a closed gate: from then
    on somebody has to press Next (P4).
    """
    course = session.course
    if course.status != "running":
        return None
    elapsed = course.elapsed(course.step, now)
    fresh = _fresh(session)
    stops = [
        cue.point
        for cue in cues_of(course, course.step)
        if cue.pause and (seen < cue.point <= elapsed or (fresh and cue.point == 0))
    ]
    ends = _ends_at(course)
    if stops and (ends is None or stops[0] <= ends):
        return f.Paused(now.at(now.ns - elapsed + stops[0]), by_plan=True)
    if ends is None or elapsed < ends:
        return None
    # Time that was taken away ends the step when it is taken, not before.
    latest = session.past.fact.at.ns if session.past else course.since
    moment = now.at(max(course.since, latest, now.ns - elapsed + ends))
    following = course.upcoming
    if following and following.phase.gate and (seen >= ends or session.open_lines(following)):
        return None
    return f.Finished(moment, by_plan=True) if following is None else f.Moved(moment, following.key, "plan")


def stopped(session: Session, now: Moment) -> str:
    """The words while the plan would go on by itself and the gate of the next step is closed; else nothing."""
    course, following = session.course, session.course.upcoming
    ends = _ends_at(course)
    if course.status != "running" or following is None or ends is None or course.elapsed(course.step, now) < ends:
        return ""
    try:
        session.next(now)
    except Refused as refusal:
        return str(refusal)
    return ""


def _fresh(session: Session) -> bool:
    """Whether nothing has happened to the step since it was first begun: a pause at 0:00 is still to come.

    Nor was anything taken back: whoever undoes the pause wants the clock to run.
    """
    course, past = session.course, session.past
    use = course.use(course.step)
    untouched = use.visits == 1 and not (use.used or use.paused or use.attempts)
    if not untouched or session.undone is not None or past is None or past.fact.at.ns > course.since:
        return False
    # Whoever goes on in the very moment of the pause has gone on.
    while past is not None and past.course.step.key == course.step.key:
        if isinstance(past.fact, f.Paused):
            return False
        past = past.earlier
    return True


def _ends_at(course: Course) -> int | None:
    """Elapsed time (ns) at which the current step ends by itself; None when someone must press Next."""
    phase = course.step.phase
    if course.step.key in course.held:
        return None
    if phase.advance == "automatic":
        return course.length(course.step)
    if phase.hard_end is not None:
        return course.length(course.step) + (phase.hard_end - phase.time) * SECOND
    return None
