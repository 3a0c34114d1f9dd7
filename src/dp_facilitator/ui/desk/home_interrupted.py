"""From a session that was interrupted to what the home page offers."""

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import headline
from dp_facilitator.words import ntr, tr

from .home_values import Interrupted


def interrupted(session: Session, seen: Moment, now: Moment) -> Interrupted:
    """What can be carried on: where it stood when it was last seen, and how long ago that was."""
    course = session.course
    told = reading(course, seen)
    time = minutes_and_seconds(told.over_s if told.over else told.left_s)
    left = (tr("over by {time}") if told.over else tr("{time} left")).format(time=time)
    ago = max(0, now.wall - seen.wall) // (60 * SECOND)
    return Interrupted(
        session.id,
        session.plan.title,
        _where(course),
        left,
        left if told.over else time,
        tr("at {seen}, {ago}").format(seen=seen.clock(), ago=_ago(ago)),
    )


def _ago(minutes: int) -> str:
    if minutes < 1:
        return tr("just now")
    if minutes < 2:
        return tr("a minute ago")
    return (
        ntr("{minutes} minute ago", "{minutes} minutes ago", minutes).format(minutes=minutes)
        if minutes < 90
        else ntr("{minutes} hour ago", "{minutes} hours ago", minutes // 60).format(minutes=minutes // 60)
    )


def _where(course: Course) -> str:
    step = course.step
    name = headline(course, step)
    return tr("Round {number}, {name}").format(number=step.number, name=name) if step.number else name
