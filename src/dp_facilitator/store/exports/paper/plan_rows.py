"""The running order of a plan: what comes when, for how long, who speaks, what the room is asked.

Rounds that are alike are written once; when each of them begins stands in the table of rounds.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan import Phase
from dp_facilitator.model.runsheet import Turn
from dp_facilitator.model.timetable import Row, Timetable
from dp_facilitator.model.wording import filled
from dp_facilitator.words import ntr, tr


class Clock:
    """Says moments of one timetable: as times of the day, or as hours and minutes since its start.

    With seconds only where some step begins or ends between two minutes.
    """

    def __init__(self, table: Timetable, timed: bool) -> None:
        self._start, self._end = table.starts, table.ends
        self._timed = timed
        whole = 60 * SECOND
        base = table.starts.wall if timed else 0
        self._seconds = any((base + row.ends.ns - table.starts.ns) % whole for row in table.rows) or base % whole != 0

    def at(self, moment: Moment) -> str:
        """ "10:07", or "0:07" after the start."""
        if self._timed:
            return moment.clock(with_seconds=self._seconds)
        hours, rest = divmod((moment.ns - self._start.ns) // SECOND, 3600)
        minutes, seconds = divmod(rest, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if self._seconds else f"{hours}:{minutes:02}"

    def span(self) -> str:
        """From when to when it all is: "10:00 to 11:30", with seconds only where these two need them."""
        ends = (self._start, self._end)
        odd = any(moment.wall % (60 * SECOND) for moment in ends)
        starts, ends_at = (moment.clock(with_seconds=odd) for moment in ends)
        return tr("{starts} to {ends}").format(starts=starts, ends=ends_at)


def turns(table: Timetable) -> list[tuple[Turn, list[Row]]]:
    """The rows of each turn, in order."""
    return [(turn, list(rows)) for turn, rows in groupby(table.rows, key=lambda row: row.step.turn)]


def running_order(course: Course, table: Timetable, clock: Clock) -> list[dict[str, Any]]:
    """The rows of the running order as the template takes them: headings, and steps."""
    found: list[dict[str, Any]] = []
    for _, these in groupby(turns(table), key=lambda turn: turn[0].segment):
        alike = list(these)
        rows = alike[0][1]
        seconds = sum(row.planned_s for row in rows)
        times = len(alike)
        if times > 1 or len(rows) > 1 or rows[0].segment != rows[0].phase:
            title = rows[0].segment
            if times > 1:
                words = ntr("{title}, {n} time {time}", "{title}, {n} times {time}", times)
                title = words.format(title=title, n=times, time=minutes_and_seconds(seconds))
            found.append(
                {
                    "form": "heading",
                    "starts": clock.at(rows[0].starts),
                    "lasts": minutes_and_seconds(seconds * times),
                    "title": title,
                }
            )
        found += [
            {
                "form": "step",
                "kind": row.step.phase.kind,
                "starts": "" if times > 1 else clock.at(row.starts),
                "lasts": minutes_and_seconds(row.planned_s),
                "title": row.phase,
                "speaks": who_speaks(course, row.step.phase),
                "asked": [_asked(course, row, text, times) for text in _shown(row.step.phase)],
            }
            for row in rows
        ]
    return found


def who_speaks(course: Course, phase: Phase) -> str:
    """The speaking rule in a word or two, without names: "Leader", "The others, then the coach"."""
    labels = course.plan.labels
    if phase.speaks != "leader" and any(role.id == phase.speaks for role in course.plan.roles):
        return role_title(course, phase.speaks)
    match phase.speaks:
        case "leader":
            return role_title(course, phase.leads) if phase.leads else labels.leader
        case "others":
            return tr("The others")
        case "others-then-coach":
            return tr("The others, then the {coach}").format(coach=labels.coach.lower())
        case "everyone":
            return tr("Everyone")
        case "coach":
            return labels.coach
    return tr("Nobody")


def role_title(course: Course, role_id: str) -> str:
    """What a role of the plan is called."""
    return next(role.title for role in course.plan.roles if role.id == role_id)


def _shown(phase: Phase) -> list[str]:
    return [*((phase.prompt,) if phase.prompt else ()), *(f"“{stem}”" for stem in phase.stems)]


def _asked(course: Course, row: Row, text: str, times: int) -> str:
    """A prompt with names in it where there is one turn only, else with what those people are called."""
    if times == 1:
        return filled(course, row.step, text)
    labels, leads = course.plan.labels, row.step.phase.leads
    words = {
        "{leader}": tr("the {leader}").format(leader=(role_title(course, leads) if leads else labels.leader).lower()),
        "{timekeeper}": tr("the {timekeeper}").format(timekeeper=labels.timekeeper.lower()),
        "{next}": tr("who comes next"),
        "{round}": tr("this round"),
        "{cycle}": str(row.step.cycle),
    }
    for stand_in, said in words.items():
        text = text.replace(stand_in, said)
    return re.sub(r"(^|[.!?] )([a-z])", lambda found: found[1] + found[2].upper(), text)
