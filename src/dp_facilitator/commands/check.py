"""`check PLAN…`: every mistake of each plan, with its place and how to mend it."""

import argparse
import sys

from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.words import ntr, tr

EXAMPLES = """\
  dp-facilitator check my-plan.json
  dp-facilitator check plans/*.json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plans", nargs="+", metavar="PLAN", help=tr("a plan's name, or a file"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Looks at each plan; answers 1 when any has a mistake."""
    from dp_facilitator.model.durations import minutes_and_seconds
    from dp_facilitator.model.mistakes import Refused
    from dp_facilitator.store.errors import StoreError
    from dp_facilitator.store.plans import find_plan

    code = 0
    for word in args.plans:
        try:
            plan = find_plan(word, shipped_plans_dir(), places.plans).plan
        except (Refused, StoreError) as error:
            print(_told(error, word), file=sys.stderr)
            code = 1
        else:
            takes = minutes_and_seconds(plan.total)
            print(
                ntr(
                    "{word}: no mistakes. {title}, {takes} with {usual} person.",
                    "{word}: no mistakes. {title}, {takes} with {usual} people.",
                    plan.people.usual,
                ).format(word=word, title=plan.title, takes=takes, usual=plan.people.usual)
            )
    return code


def _told(error: Exception, word: str) -> str:
    """The mistakes, with the file as it was given: two folders may have files of one name."""
    from dp_facilitator.model.text import tidy_line
    from dp_facilitator.store.errors import StoreError
    from dp_facilitator.store.plans import PlanRefused

    word = tidy_line(word)
    if isinstance(error, PlanRefused):
        return "\n".join(word + str(mistake).removeprefix(error.file) for mistake in error.mistakes)
    if isinstance(error, StoreError):
        return str(StoreError(word, error.reason, error.mend, error.place))
    return str(error)
