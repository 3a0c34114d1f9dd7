"""`import FILE --out PLAN.json`: an agenda from a spreadsheet as a session plan, with how its columns were read."""

import argparse
from pathlib import Path

from dp_facilitator.commands.parsing import count
from dp_facilitator.paths import Places
from dp_facilitator.words import ntr, tr

EXAMPLES = """\
  dp-facilitator import agenda.xlsx
  dp-facilitator import agenda.xlsx --sheet Afternoon
  dp-facilitator import agenda.csv --out team-day.json
  dp-facilitator import agenda.csv --title "Team day" --people 12 --out team-day.json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=tr("an agenda: .xlsx, or .csv with any delimiter"))
    parser.add_argument("--sheet", metavar="NAME", help=tr("the sheet with the agenda; else the first that has one"))
    parser.add_argument("--title", metavar="TITLE", help=tr("the plan's title; else what stands above the agenda"))
    parser.add_argument("--people", type=count, metavar="N", help=tr("for how many people the plan is; else 6"))
    parser.add_argument(
        "--out", type=Path, metavar="PLAN", help=tr("write the plan to this file; else it is only shown")
    )
    parser.add_argument(
        "--force", action="store_true", help=tr("replace that file if it is there; it stays as PLAN.bak")
    )


def run(args: argparse.Namespace, places: Places) -> int:
    """Shows what was read, and writes the plan. Raises Refused or StoreError for what cannot be read or written."""
    from dp_facilitator.commands.terminal import print_table
    from dp_facilitator.model.durations import minutes_and_seconds
    from dp_facilitator.model.mistakes import refuse
    from dp_facilitator.model.roster import MOST_PEOPLE
    from dp_facilitator.store.files import write_atomic
    from dp_facilitator.store.imports.agenda import USUAL_PEOPLE, as_plan, read_agenda
    from dp_facilitator.store.looking import is_there

    if not is_there(args.file):
        raise refuse(tr("there is no such file."), tr("Check how it is spelt."), args.file.name)
    people = USUAL_PEOPLE if args.people is None else args.people
    if not 1 <= people <= MOST_PEOPLE:
        reason = tr("a plan is for 1 to {most} people.").format(most=MOST_PEOPLE)
        raise refuse(reason, tr("Give the number who usually come."), "--people")
    if args.out is not None:
        _check_out(args.out, args.file, force=args.force)
    agenda = read_agenda(args.file, args.sheet)
    plan = as_plan(agenda, title=args.title, people=people)
    print(tr("How the columns were read:"))
    print_table(
        (tr("Column"), tr("Read as"), tr("For example")),
        [
            (c.heading, c.meaning, ", ".join(f"{cell} → {made}" if made else cell for cell, made in c.examples))
            for c in agenda.columns
        ],
    )
    for note in agenda.notes:
        print(note)
    print()
    print_table(
        (tr("Row"), tr("Time"), tr("Section"), tr("What")),
        [(str(row.row), minutes_and_seconds(row.seconds), row.section, row.title) for row in agenda.rows],
    )
    print(
        ntr(
            "{title}: {count} step, {total} in all.", "{title}: {count} steps, {total} in all.", len(agenda.rows)
        ).format(title=args.title or agenda.title, count=len(agenda.rows), total=minutes_and_seconds(agenda.total_s))
    )
    if args.out is not None:
        write_atomic(args.out, plan, keep_backup=True)
        print(args.out)
    return 0


def _check_out(out: Path, agenda: Path, *, force: bool) -> None:
    """Refuses, before anything is read, a file that cannot be a plan or that is there already."""
    from dp_facilitator.commands.writing import check_place
    from dp_facilitator.model.mistakes import refuse
    from dp_facilitator.store.looking import is_there

    place = f"--out {out.name}"
    if out.suffix.lower() != ".json":
        raise refuse(tr("is not the name of a plan."), tr("Give it the ending .json."), place)
    check_place(out)
    if not is_there(out):
        return
    if out.resolve() == agenda.resolve() or (out.exists() and out.samefile(agenda)):
        raise refuse(tr("is the agenda itself."), tr("Give the plan another name."), place)
    if not force:
        mend = tr("Give the plan another name, or add --force to replace it; what is there is kept as {file}.bak.")
        raise refuse(tr("is there already."), mend.format(file=out.name), place)
