"""`sessions`: what is kept on this computer, newest first."""

import argparse
from typing import TYPE_CHECKING

from dp_facilitator.paths import Places, fallbacks
from dp_facilitator.words import tr

if TYPE_CHECKING:
    from dp_facilitator.store.summary import Summary

EXAMPLES = """\
  dp-facilitator sessions
  dp-facilitator sessions --json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("for other programs"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Prints every session, also those that cannot be read."""
    from dp_facilitator.commands.kept_days import check_data, keep_days
    from dp_facilitator.commands.terminal import print_json, print_table
    from dp_facilitator.model.durations import minutes_and_seconds
    from dp_facilitator.store.sessions import list_sessions

    check_data(places)
    found = list_sessions(places.sessions, fallbacks(), keep_days=keep_days(places))
    if args.json:
        from dp_facilitator.store.summary import iso

        print_json(
            [
                {
                    "id": one.id,
                    "plan": one.title or None,
                    "opened": iso(one.opened) if one.title else None,
                    "people": one.people,
                    "status": one.status,
                    "notes": one.notes,
                    "planned_s": one.planned_s,
                    "used_s": one.used_s,
                    "keep_until": one.keep_until.isoformat() if one.keep_until else None,
                    "problem": one.problem,
                }
                for one in found
            ]
        )
    elif not found:
        print(tr("No session is kept here."))
    else:
        print_table(
            (
                tr("Session"),
                tr("Status"),
                tr("People"),
                tr("Notes"),
                tr("Used"),
                tr("Planned"),
                tr("Keep until"),
                tr("Plan"),
            ),
            [
                (
                    one.id,
                    one.status,
                    str(one.people),
                    str(one.notes),
                    minutes_and_seconds(one.used_s),
                    minutes_and_seconds(one.planned_s),
                    one.keep_until.isoformat() if one.keep_until else "",
                    _said(one),
                )
                for one in found
            ],
        )
    return 0


def _said(one: "Summary") -> str:
    return " – ".join(filter(None, (one.title, (one.problem or "").replace("\n", " "))))
