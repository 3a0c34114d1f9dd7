"""`timetable PLAN`: every step of a session with its clock times, for so many people or for these."""

import argparse
from typing import TYPE_CHECKING, Any

from dp_facilitator.commands.parsing import count, time_of_day
from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.words import tr

if TYPE_CHECKING:
    from dp_facilitator.model.roster import Participant
    from dp_facilitator.model.session import Session
    from dp_facilitator.model.timetable import Timetable

EXAMPLES = """\
  dp-facilitator timetable deliberate-practice-90 --people 6 --start 10:00
  dp-facilitator timetable deliberate-practice-90 --people 6 --start 10:00 --end 11:30
  dp-facilitator timetable my-plan.json --names "Ana, Ben, Cai" --start 14:00 --json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help=tr("a plan's name, or a file"))
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--people", type=count, metavar="N", help=tr("how many people"))
    who.add_argument("--names", metavar="NAMES", help=tr('their names, with commas: "Ana, Ben"'))
    parser.add_argument("--start", type=time_of_day, required=True, metavar="HH:MM", help=tr("when it starts"))
    parser.add_argument(
        "--end", type=time_of_day, metavar="HH:MM", help=tr("when it must end; before the start: on the next day")
    )
    parser.add_argument("--json", action="store_true", help=tr("for other programs"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Prints the timetable. Raises Refused where the rounds cannot be fitted."""
    from dp_facilitator.commands.timetable_words import print_timetable
    from dp_facilitator.model.durations import SECOND
    from dp_facilitator.model.moment import Moment
    from dp_facilitator.model.timetable import open_session, timetable
    from dp_facilitator.store.plans import find_plan

    found = find_plan(args.plan, shipped_plans_dir(), places.plans)
    people = _people(args)
    # The first day of 1970: only the time of day is ever shown.
    start = args.start * SECOND
    end = None if args.end is None else (args.end + (86_400 if args.end < args.start else 0)) * SECOND
    now = Moment(0, start)
    session, _ = open_session("timetable", now, found.text, people, starts=start, ends=end)
    table = timetable(session.course, now)
    if args.json:
        from dp_facilitator.commands.terminal import print_json

        print_json(_tree(session, table))
    else:
        print_timetable(session, table)
    return 0


def _people(args: argparse.Namespace) -> tuple["Participant", ...]:
    from dp_facilitator.model.mistakes import Mistake, Refused
    from dp_facilitator.model.roster import MOST_PEOPLE, letter, roster

    if args.names is None:
        # One too many is enough to be refused.
        return roster([tr("Leader {i}").format(i=letter(i)) for i in range(min(args.people, MOST_PEOPLE + 1))])
    try:
        return roster(args.names.split(","))
    except Refused as refused:
        raise Refused(*(Mistake(f"--names, {m.place}", m.reason, m.mend) for m in refused.mistakes)) from None


def _tree(session: "Session", table: "Timetable") -> dict[str, Any]:
    return {
        "plan": session.plan.title,
        "people": [person.name for person in session.course.people],
        "starts": table.starts.clock(with_seconds=True),
        "ends": table.ends.clock(with_seconds=True),
        "total_s": table.total_s,
        "steps": [
            {
                "n": row.n,
                "segment": row.segment,
                "round": row.round,
                "leader": row.leader,
                "timekeeper": row.timekeeper,
                "phase": row.phase,
                "planned_s": row.planned_s,
                "starts": row.starts.clock(with_seconds=True),
                "ends": row.ends.clock(with_seconds=True),
            }
            | ({"round_title": row.round_title} if row.round_title else {})
            for row in table.rows
        ],
    }
