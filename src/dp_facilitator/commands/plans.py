"""`plans`: the names of the session plans, which the other commands take."""

import argparse

from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.words import tr

EXAMPLES = """\
  dp-facilitator plans
  dp-facilitator plans --json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("for other programs"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Prints every plan; a file with mistakes is listed with them."""
    from dp_facilitator.commands.terminal import print_json, print_table
    from dp_facilitator.model.durations import minutes_and_seconds
    from dp_facilitator.store.plan_names import BadPlan
    from dp_facilitator.store.plans import list_plans

    found = list_plans(shipped_plans_dir(), places.plans)
    if args.json:
        print_json(
            [
                {"name": one.name, "title": None, "total_s": None, "people": None, "problem": one.problem}
                if isinstance(one, BadPlan)
                else {
                    "name": one.name,
                    "title": one.plan.title,
                    "total_s": one.plan.total,
                    "people": one.plan.people.usual,
                    "problem": None,
                }
                for one in found
            ]
        )
        return 0
    rows = [
        (one.name, "", "", one.problem.replace("\n", " "))
        if isinstance(one, BadPlan)
        else (one.name, minutes_and_seconds(one.plan.total), str(one.plan.people.usual), one.plan.title)
        for one in found
    ]
    print_table((tr("Name"), tr("Takes"), tr("People"), tr("Title")), rows)
    return 0
