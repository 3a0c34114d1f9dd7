"""`schema`: the JSON Schema of session plans, for editors that check while one types."""

import argparse
from pathlib import Path

from dp_facilitator.paths import Places
from dp_facilitator.words import tr

EXAMPLES = """\
  dp-facilitator schema > plan.schema.json
  dp-facilitator schema --out sessions/plan.schema.json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="FILE", help=tr("write it to a file"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Prints the schema or writes it to a file."""
    from dp_facilitator.store.plans import schema_text, write_schema

    if args.out is None:
        print(schema_text().decode(), end="")
        return 0
    from dp_facilitator.commands.writing import check_place

    check_place(args.out)
    write_schema(args.out)
    return 0
