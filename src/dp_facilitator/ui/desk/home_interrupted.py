"""From a session that was interrupted to what the home page offers."""

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import reading
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import headline

from .home_values import Interrupted


def interrupted(session: Session, seen: Moment, now: Moment) -> Interrupted:
    """What can be carried on: where it stood when it was last seen, and how long ago that was."""
    course = session.course
    told = reading(course, seen)
    left = f"over by {minutes_and_seconds(told.over_s)}" if told.over else f"{minutes_and_seconds(told.left_s)} left"
    ago = max(0, now.wall - seen.wall) // (60 * SECOND)
    return Interrupted(session.id, session.plan.title, _where(course), left, f"at {seen.clock()}, {_ago(ago)}")


def _ago(minutes: int) -> str:
    if minutes < 1:
        return "just now"
    if minutes < 2:
        return "a minute ago"
    return f"{minutes} minutes ago" if minutes < 90 else f"{minutes // 60} hours ago"


def _where(course: Course) -> str:
    step = course.step
    name = headline(course, step)
    return f"Round {step.number}, {name}" if step.number else name
