"""`print PLAN --out FILE.pdf`: the plan on one page, preparation sheets, feedback cards; the sheet as Word too."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dp_facilitator.commands.parsing import count, time_of_day
from dp_facilitator.paths import Places, shipped_plans_dir
from dp_facilitator.words import tr

if TYPE_CHECKING:
    from dp_facilitator.model.roster import Participant
    from dp_facilitator.store.exports.paper.press import Part
    from dp_facilitator.store.plans import PlanFile

EXAMPLES = """\
  dp-facilitator print deliberate-practice-90 --start 10:00 --out plan.pdf
  dp-facilitator print deliberate-practice-90 --names "Ana, Ben, Cai" --what all --out tuesday.pdf
  dp-facilitator print deliberate-practice-90 --what sheet --out preparation.docx"""

WHAT = ("plan", "sheet", "example", "cards", "all")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help=tr("a plan's name, or a file"))
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--people", type=count, metavar="N", help=tr("how many people; else as many as the plan is for"))
    who.add_argument("--names", metavar="NAMES", help=tr('their names, with commas: "Ana, Ben"'))
    parser.add_argument(
        "--start", type=time_of_day, metavar="HH:MM", help=tr("when it starts; else times from the start")
    )
    parser.add_argument(
        "--what",
        choices=WHAT,
        help=tr(
            "the plan on one page, a preparation sheet, a filled-in example of one, feedback cards, or all of them; "
            "plan is the default, and sheet for a .docx"
        ),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=tr("a .pdf; sheet and example also .docx")
    )


def run(args: argparse.Namespace, places: Places) -> int:
    """Writes the file and prints where it is. Raises Refused for people or a kind of file that cannot be."""
    from dp_facilitator.commands.writing import check_place
    from dp_facilitator.model.mistakes import refuse
    from dp_facilitator.store.files import write_atomic
    from dp_facilitator.store.plans import find_plan

    found = find_plan(args.plan, shipped_plans_dir(), places.plans)
    ending = args.out.suffix.lower()
    if ending not in (".pdf", ".docx"):
        raise refuse(
            tr("can be a .pdf or a .docx file."),
            tr("Give it one of these endings."),
            f"--out {args.out.name}",
        )
    check_place(args.out)
    what = args.what or ("plan" if ending == ".pdf" else "sheet")
    if ending == ".docx":
        if what not in ("sheet", "example"):
            raise refuse(
                tr("is printed as PDF only."),
                tr("Give the file the ending .pdf."),
                f"--what {what}",
            )
        from dp_facilitator.store.exports.paper.preparation_docx import preparation_docx
        from dp_facilitator.store.exports.paper.preparation_words import EXAMPLE

        content = preparation_docx(EXAMPLE if what == "example" else None)
    else:
        from dp_facilitator.store.exports.paper.press import press

        content = press(found.plan.title, _parts(found, what, args, places))
    write_atomic(args.out, content)
    print(args.out)
    return 0


def _parts(found: "PlanFile", what: str, args: argparse.Namespace, places: Places) -> "list[Part]":
    """The parts that are asked for; sheets and cards bear names where those are given."""
    from dp_facilitator.commands.kept_days import keep_days
    from dp_facilitator.store.exports.paper.cards import cards_each, cards_part, stems_of
    from dp_facilitator.store.exports.paper.sheets import example_part, sheet_parts

    people = _people(found, args)
    names = [person.name for person in people] if args.names is not None else []
    parts: list[Part] = []
    if what in ("plan", "all"):
        parts.append(_plan(found, people, args, keep_days(places)))
    if what in ("sheet", "all"):
        parts += sheet_parts(names)
    if what in ("example", "all"):
        parts.append(example_part())
    if what in ("cards", "all"):
        sizes = [segment.group_size for segment in found.plan.segments if segment.group_size]
        parts.append(cards_part(names, cards_each(len(people), min(sizes, default=None)), stems_of(found.plan)))
    return parts


def _plan(found: "PlanFile", people: "tuple[Participant, ...]", args: argparse.Namespace, days: int) -> "Part":
    from dp_facilitator.model.durations import SECOND
    from dp_facilitator.model.moment import Moment
    from dp_facilitator.model.timetable import open_session, timetable
    from dp_facilitator.store.exports.paper.plan_page import plan_part, purpose_words

    # The first day of 1970: only the time of day is ever shown.
    start = (args.start or 0) * SECOND
    now = Moment(0, start)
    session, _ = open_session("paper", now, found.text, people, starts=start)
    table = timetable(session.course, now)
    named, timed = args.names is not None, args.start is not None
    return plan_part(session.course, table, named=named, timed=timed, purpose=purpose_words(days))


def _people(found: "PlanFile", args: argparse.Namespace) -> "tuple[Participant, ...]":
    """People by their names, or letters for so many of them."""
    from dp_facilitator.model.mistakes import Mistake, Refused
    from dp_facilitator.model.roster import MOST_PEOPLE, letter, roster
    from dp_facilitator.model.timetable import check_size

    count = found.plan.people.usual if args.people is None else args.people
    if args.names is None:
        # One too many is enough to be refused.
        people = roster([letter(i) for i in range(min(count, MOST_PEOPLE + 1))])
    else:
        try:
            people = roster(args.names.split(","))
        except Refused as refused:
            raise Refused(*(Mistake(f"--names, {m.place}", m.reason, m.mend) for m in refused.mistakes)) from None
    check_size(len(people), found.plan.people.least)
    return people
