"""A timetable as people read it."""

from dp_facilitator.commands.terminal import print_table
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.session import Session
from dp_facilitator.model.text import listed
from dp_facilitator.model.timetable import Timetable, suggests_groups
from dp_facilitator.words import ntr, tr


def print_timetable(session: Session, table: Timetable) -> None:
    """Prints the title, the steps under one another, when it ends and what was fitted."""
    # Seconds only where some time needs them.
    odd = any(row.ends.wall % (60 * SECOND) for row in table.rows) or table.starts.wall % (60 * SECOND) != 0
    people = len(session.course.people)
    print(session.plan.title)
    print(
        ntr("{people} person, {total} in all", "{people} people, {total} in all", people).format(
            people=people, total=minutes_and_seconds(table.total_s)
        )
    )
    print()
    print_table(
        (tr("Starts"), tr("Time"), "", tr("Leader"), tr("Phase"), tr("Timekeeper")),
        [
            (
                row.starts.clock(with_seconds=odd),
                minutes_and_seconds(row.planned_s),
                row.round_title or (f"{row.segment} {row.round}" if row.round else row.segment),
                row.leader or "",
                row.phase,
                row.timekeeper or "",
            )
            for row in table.rows
        ],
    )
    print()
    print(tr("Ends at {ends}.").format(ends=table.ends.clock(with_seconds=odd)))
    print(_fitted(table))
    if unfilled := _unfilled(session, people):
        print(tr("With {n} people nobody is {roles}.").format(n=people, roles=listed(unfilled)))
    if suggests_groups(session.plan, people):
        print(tr("{n} people are many for one round each; think of two parallel groups.").format(n=people))
    elif people > session.plan.people.most:
        print(tr("This plan is made for at most {n} people.").format(n=session.plan.people.most))


def _unfilled(session: Session, people: int) -> tuple[str, ...]:
    """Titles of the roles for which there are too few people, apart from those that may stay empty."""
    roles = [role for role in session.plan.roles if not role.outside]
    return tuple(role.title for role in roles[people:] if not role.optional)


def _fitted(table: Timetable) -> str:
    """What was changed so that it ends on time, each phase once."""
    changes = dict.fromkeys(
        f"{row.phase} {minutes_and_seconds(row.step.phase.time)} → {minutes_and_seconds(row.planned_s)}"
        for row in table.rows
        if row.planned_s != row.step.phase.time
    )
    return (
        tr("Fitted: {changes}.").format(changes=listed(tuple(changes))) if changes else tr("All times are as planned.")
    )
