"""The turns of a plan on paper: as a bar of time, and as tables of who does what in which round."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from dp_facilitator.model.casting import cast, seated
from dp_facilitator.model.course import Course
from dp_facilitator.model.plan import Segment
from dp_facilitator.model.runsheet import Step, Turn, grouped
from dp_facilitator.model.timetable import Row, Timetable
from dp_facilitator.model.wording import round_leaders
from dp_facilitator.store.exports.paper.plan_rows import Clock, turns
from dp_facilitator.words import tr

MOST_PHASES: Final = 6
"""Phases of a round that have a column each; of more, only the beginning and end of the round are shown."""
MOST_WHO: Final = 3
"""Columns of names that still leave room for times in the same table."""
MOST_LETTERS: Final = 40
"""Letters in the heads of all columns of times that still stand side by side with names."""

Turns = list[tuple[Turn, list[Row]]]
Columns = tuple[list[dict[str, Any]], list[list[str]]]
"""Some columns of a table: their heads, and the words of each line."""


def strip(table: Timetable, clock: Clock) -> list[dict[str, Any]]:
    """Each turn as a piece of the bar: its label, when it begins, and its phases with kind and seconds."""
    return [
        {
            "label": rows[0].segment if rows[0].round is None or rows[0].step.of == 1 else str(rows[0].round),
            "starts": clock.at(rows[0].starts),
            "seconds": sum(row.planned_s for row in rows),
            "pieces": [{"kind": row.step.phase.kind, "seconds": row.planned_s} for row in rows],
        }
        for _, rows in turns(table)
    ]


def grids(course: Course, table: Timetable, clock: Clock) -> list[dict[str, Any]]:
    """Tables for each segment that somebody leads: who has which part, and when each phase begins."""
    found = []
    for _, these in groupby(turns(table), key=lambda turn: turn[0].segment):
        alike = list(these)
        segment = alike[0][1][0].step.segment
        if segment.groups(len(course.present)) > 1:
            found.append(_groups(course, segment))
        if alike[0][0].leaders:
            found += _rounds(course, alike, clock)
        elif seated(course.plan, segment):
            found.append(_seats(course, alike[0][1][0].step))
    return found


def _rounds(course: Course, alike: Turns, clock: Clock) -> list[dict[str, Any]]:
    """One table of people and times, or one of each where they would not fit side by side."""
    segment = alike[0][1][0].step.segment
    who, when = _who(course, alike), _when(alike, clock)
    below = _everyone_else(course, alike, len(who[0]))
    if len(alike) == 1:
        return [_table(tr("Who does what: {title}").format(title=segment.title), who, below=below)]
    titled = bool(segment.round_titles)
    number = [_column(segment.title, wide=titled)], [[rows[0].round_title or str(rows[0].round)] for _, rows in alike]
    title = tr("{segment} by {round}").format(segment=segment.title, round=segment.title.lower())
    if len(who[0]) <= MOST_WHO and _letters(when[0]) <= MOST_LETTERS:
        return [_table(title, number, who, when, below=below)]
    return [_table(title, number, who, below=below), _table(tr("When each phase begins"), number, when)]


def _who(course: Course, alike: Turns) -> Columns:
    """Leader, timekeeper and other roles of each turn; in parallel groups only the leaders."""
    labels = course.plan.labels
    if len(alike[0][0].leaders) > 1:
        leading = [[round_leaders(course, turn)] for turn, _ in alike]
        return [_column(f"{labels.leader}s", wide=True)], leading
    casts = [{p.role: p.person for p in cast(course, rows[0].step) if p.person} for _, rows in alike]
    roles = [role for role in course.plan.roles[1:] if any(role.id in parts for parts in casts)]
    keeper = course.plan.timekeeper != "role" and any(rows[0].timekeeper for _, rows in alike)
    titles = [labels.leader, *([labels.timekeeper] if keeper else []), *(role.title for role in roles)]
    lines = []
    for (turn, rows), parts in zip(alike, casts, strict=True):
        held = [course.name(parts[role.id]) if role.id in parts else "" for role in roles]
        lines.append([round_leaders(course, turn), *([rows[0].timekeeper or ""] if keeper else []), *held])
    return [_column(title, wide=True) for title in titles], lines


def _when(alike: Turns, clock: Clock) -> Columns:
    """When each phase of each turn begins; of many phases only the first, and the end of the turn."""
    if len(alike[0][1]) > MOST_PHASES:
        ends = [[clock.at(rows[0].starts), clock.at(rows[-1].ends)] for _, rows in alike]
        return [_column(tr("Begins")), _column(tr("Ends"))], ends
    return [_column(row.phase) for row in alike[0][1]], [[clock.at(row.starts) for row in rows] for _, rows in alike]


def _everyone_else(course: Course, alike: Turns, roles: int) -> str:
    if len(alike[0][0].leaders) > 1 or len(course.present) <= roles:
        return ""
    return tr("Everyone else: {team_member}.").format(team_member=course.plan.labels.team_member.lower())


def _seats(course: Course, step: Step) -> dict[str, Any]:
    """Who has which role, where people keep theirs."""
    lines = [[part.title, course.name(part.person)] for part in cast(course, step) if part.person]
    return _table(
        f"Who does what: {step.segment.title}", ([_column("Role", wide=True), _column("Who", wide=True)], lines)
    )


def _groups(course: Course, segment: Segment) -> dict[str, Any]:
    names = [course.name(person) for person in course.present]
    found = grouped(names, segment.groups(len(names)))
    lines = [[str(number), ", ".join(group)] for number, group in enumerate(found, 1)]
    columns = [_column(tr("Group")), _column(tr("Together, in the order in which they lead"), wide=True)]
    return _table(tr("Groups: {title}").format(title=segment.title), (columns, lines))


def _table(title: str, *tables: Columns, below: str = "") -> dict[str, Any]:
    """A table of these columns side by side; `tight` where the narrow columns have to share the width."""
    columns = [column for some, _ in tables for column in some]
    lines = [[word for some in line for word in some] for line in zip(*(rows for _, rows in tables), strict=True)]
    return {
        "title": title,
        "columns": columns,
        "rows": lines,
        "below": below,
        "tight": _letters(columns) > 2 * MOST_LETTERS,
    }


def _letters(columns: list[dict[str, Any]]) -> int:
    return sum(len(column["title"]) for column in columns if not column["wide"])


def _column(title: str, *, wide: bool = False) -> dict[str, Any]:
    """`wide` columns hold words and share the width; the others hold a number or a time."""
    return {"title": title, "wide": wide}
