"""`rehearse PLAN`: a whole session at speed through the real windows, off the screen."""

import argparse
import os
import sys
from pathlib import Path

from dp_facilitator.commands.parsing import count, speed
from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.words import tr

EXAMPLES = """\
  dp-facilitator rehearse deliberate-practice-90
  dp-facilitator rehearse my-plan.json --people 6 --speed 120 --out rehearsal"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help=tr("a plan's name, or a file"))
    parser.add_argument(
        "--people", type=count, metavar="N", help=tr("how many people; else as many as the plan is for")
    )
    parser.add_argument("--speed", type=speed, metavar="X", help=tr("how many times as fast as the clock"))
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help=tr(
            "where the pictures, record and hand-outs go; a new folder beside it where a rehearsal is there already"
        ),
    )
    parser.add_argument("--show", action="store_true", help=tr("in windows on the screen, so that one can watch it"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Rehearses; answers 1 where Qt cannot start. Before that, Refused or StoreError for a bad plan."""
    from dp_facilitator.preflight import missing_library
    from dp_facilitator.store.plans import find_plan

    find_plan(args.plan, shipped_plans_dir(), places.plans)
    sentence = missing_library(os.environ if args.show else {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if sentence:
        print(sentence, file=sys.stderr)
        return 1
    from dp_facilitator import rehearse

    return rehearse.run(args.plan, args.people, args.speed, args.out, args.data_dir, show=args.show)
