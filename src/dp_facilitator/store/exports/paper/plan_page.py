"""A session on one A4 page: clock times, what the room is asked, roles by round, the safety card."""

from __future__ import annotations

from typing import Any, Final

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.text import listed
from dp_facilitator.model.timetable import Row, Timetable
from dp_facilitator.model.wording import spoken_time
from dp_facilitator.store.exports.paper.plan_rows import Clock, running_order
from dp_facilitator.store.exports.paper.plan_turns import grids, strip
from dp_facilitator.store.exports.paper.press import Part, press
from dp_facilitator.store.exports.words import PERSONAL
from dp_facilitator.words import marked, ntr, tr

PURPOSE_TITLE: Final = marked("What is written down")
KEEP_DAYS: Final = 90


def purpose_words(days: int = KEEP_DAYS) -> str:
    """The notice of what is written, for whom and for how many days it is kept (P10)."""
    return ntr(
        "Feedback, what people say in their own words, and how long things took. Feedback is for the person it is "
        "about, who takes it away; at the desk, whoever types and the coach see it too. It stays on this computer for "
        "{n} day unless it is deleted sooner. You may have anything about you changed or left out.",
        "Feedback, what people say in their own words, and how long things took. Feedback is for the person it is "
        "about, who takes it away; at the desk, whoever types and the coach see it too. It stays on this computer for "
        "{n} days unless it is deleted sooner. You may have anything about you changed or left out.",
        days,
    ).format(n=days)


def plan_page(
    course: Course, table: Timetable, *, named: bool = True, timed: bool = True, purpose: str | None = None
) -> bytes:
    """The page as PDF. Larger type is used where there is room; a very large group runs on to a second page.

    `named`: the names are people's; else they are letters, with room to write who is who. `timed`: times are of
    the day; else they count from the start. `purpose` is the notice in place of `purpose_words`; an empty one is
    left out.
    """
    return press(course.plan.title, [plan_part(course, table, named=named, timed=timed, purpose=purpose)])


def plan_part(
    course: Course, table: Timetable, *, named: bool = True, timed: bool = True, purpose: str | None = None
) -> Part:
    """The page of `plan_page`, to be printed with others."""
    clock = Clock(table, timed)
    plan = course.plan
    names = [course.name(person) for person in course.present]
    return {
        "part": "plan",
        "title": plan.title,
        "when": clock.span() if timed else spoken_time(table.total_s),
        "facts": _facts(course, table, timed),
        "strip": strip(table, clock),
        "at-word": tr("Starts") if timed else tr("From start"),
        "words": {
            "order": tr("Running order"),
            "outside": tr("From outside the rounds:"),
            "who": tr("Who is who"),
        },
        "rows": running_order(course, table, clock),
        "notes": _notes(course, table),
        "outside": [role.title for role in course.plan.roles if role.outside],
        "grids": grids(course, table, clock),
        "blanks": [] if named else names,
        "cards": _cards(course, purpose_words() if purpose is None else purpose),
        "footer": tr(PERSONAL),
        "reference": plan.title,
    }


def _facts(course: Course, table: Timetable, timed: bool) -> list[str]:
    """What stands under the title; after what ends in a colon there is room to write."""
    count = len(course.present)
    facts = [ntr("{n} person", "{n} people", count).format(n=count), f"{course.plan.labels.coach}:"]
    if timed:
        facts.insert(1, tr("{total} in all").format(total=spoken_time(table.total_s)))
    if course.plan.timekeeper == "coach":
        facts.append(tr("the {coach} keeps the time").format(coach=course.plan.labels.coach.lower()))
    return facts


def _notes(course: Course, table: Timetable) -> list[str]:
    """What has to be said under the running order: fitted times, another way on."""
    plan = course.plan
    found = []
    changes = dict.fromkeys(_change(row) for row in table.rows if row.planned_s != row.step.phase.time)
    if changes:
        found.append(tr("Fitted so that it ends on time: {changes}.").format(changes=listed(tuple(changes))))
    for phase in (phase for segment in plan.segments for phase in segment.phases):
        found += [
            tr("After “{title}” the group may go another way: {route}.").format(
                title=phase.title, route=plan.routes[route].title
            )
            for route in phase.branch
        ]
    return found


def _change(row: Row) -> str:
    before, now = minutes_and_seconds(row.step.phase.time), minutes_and_seconds(row.planned_s)
    return tr("{phase} {now} instead of {before}").format(phase=row.phase, now=now, before=before)


def _cards(course: Course, purpose: str) -> list[dict[str, Any]]:
    card = course.plan.card
    found: list[dict[str, Any]] = [{"title": card.title, "lines": list(card.lines)}] if card else []
    if purpose and course.plan.captures():
        found.append({"title": tr(PURPOSE_TITLE), "lines": [purpose]})
    return found
