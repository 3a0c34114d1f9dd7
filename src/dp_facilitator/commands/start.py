"""`dp-facilitator [PLAN]`: the app itself."""

import argparse
import gc
import sys

from dp_facilitator.paths import Places, shipped_plans_dir


def run(args: argparse.Namespace, places: Places) -> int:
    """Runs the app; answers 1 where Qt cannot start. Before that, Refused or StoreError for a bad plan."""
    from dp_facilitator.commands.kept_days import check_data

    check_data(places)
    if args.plan is not None:
        from dp_facilitator.store.plans import find_plan

        find_plan(args.plan, shipped_plans_dir(), places.plans)
    from dp_facilitator.preflight import missing_library

    sentence = missing_library()
    if sentence:
        print(sentence, file=sys.stderr)
        return 1
    # What is read and made for the first page stays: a search for garbage in it would only make it later. The app
    # enables it again when everything is there.
    gc.disable()
    from dp_facilitator.launch import run as launch

    return launch(args.plan, args.data_dir)
