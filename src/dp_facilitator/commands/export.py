"""`export SESSION --leader NAME`: one leader's hand-out, with nobody else's feedback in it."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dp_facilitator.paths import Places, fallbacks
from dp_facilitator.words import tr

if TYPE_CHECKING:
    from dp_facilitator.model.session import Session

EXAMPLES = """\
  dp-facilitator export last --leader Ana
  dp-facilitator export 2026-11-22-1000 --leader Ana --format json
  dp-facilitator export last --leader Ana --out -"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=tr('a session\'s id, its beginning, or "last"'))
    parser.add_argument("--leader", required=True, metavar="NAME", help=tr("whose hand-out"))
    parser.add_argument("--format", choices=("html", "json"), default="html", help=tr("html is the default"))
    parser.add_argument("--out", metavar="FILE", help=tr("another file; - prints it; else a new file in this folder"))


def run(args: argparse.Namespace, places: Places) -> int:
    """Writes the file and prints where it is. Raises Refused for a session or leader that is not there."""
    from dp_facilitator.commands.kept_days import check_data
    from dp_facilitator.commands.writing import check_place
    from dp_facilitator.model.review import leader_review
    from dp_facilitator.store.exports.hand_out import hand_out
    from dp_facilitator.store.exports.leader_json import leader_json
    from dp_facilitator.store.exports.names import file_name
    from dp_facilitator.store.files import write_atomic
    from dp_facilitator.store.records import load
    from dp_facilitator.store.sessions import find_session

    check_data(places)
    loaded = load(find_session(args.session, places.sessions, fallbacks()), fallbacks())
    for notice in loaded.notices:
        print(notice, file=sys.stderr)
    person = _leader(loaded.session, args.leader)
    review = leader_review(loaded.session, person, loaded.last_seen)
    text = hand_out(review) if args.format == "html" else leader_json(review)
    if args.out == "-":
        print(text, end="")
        return 0
    path = Path(args.out or file_name(loaded.session, person, args.format))
    check_place(path)
    write_atomic(path, text.encode("utf-8", "replace"))
    print(path)
    return 0


def _leader(session: "Session", name: str) -> str:
    """The id of the one with this name. The refusal names nobody: it may be read over somebody's shoulder."""
    from dp_facilitator.model.mistakes import refuse
    from dp_facilitator.model.text import same_key

    for person in session.course.people:
        if same_key(person.name) == same_key(name):
            return person.id
    raise refuse(
        tr("no leader of that name in this session."), tr("Look at how the name is spelt on the desk."), session.id
    )
