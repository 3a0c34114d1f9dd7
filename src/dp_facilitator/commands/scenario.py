"""`scenario FILE…`: plays timing stories on a clock of their own, or writes one from a session."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dp_facilitator.paths import Places, fallbacks, shipped_plans_dir
from dp_facilitator.words import tr

if TYPE_CHECKING:
    from dp_facilitator.model.scenario import Played

EXAMPLES = """\
  dp-facilitator scenario late-start.txt
  dp-facilitator scenario tests/scenarios/*.scenario --json
  dp-facilitator scenario --from last > fault.txt"""

LIMIT = 1 << 20  # bytes


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    # A group takes a positional only when it may be left out; an empty list then counts as not given.
    what.add_argument("files", nargs="*", default=[], metavar="FILE", help=tr("a scenario to play"))
    what.add_argument(
        "--from", dest="session", metavar="SESSION", help=tr('write one from this session, or from "last"')
    )
    parser.add_argument(
        "--json", action="store_true", help=tr("what the clock says after each line, for other programs")
    )


def run(args: argparse.Namespace, places: Places) -> int:
    """Plays or writes; answers 1 when an expectation is not met or a file cannot be played."""
    if args.session is not None:
        return _write(args.session, places)
    from dp_facilitator.commands.terminal import print_json
    from dp_facilitator.model.mistakes import Refused
    from dp_facilitator.store.errors import StoreError

    code, told = 0, []
    for file in args.files:
        try:
            played = _play(Path(file), places)
        except (Refused, StoreError) as error:
            print(error, file=sys.stderr)
            code = 1
            continue
        code = code if played.ok else 1
        told.append(_tree(file, played))
        if not args.json:
            _say(file, played)
    if args.json:
        print_json(told)
    return code


def _play(path: Path, places: Places) -> "Played":
    from dp_facilitator.model.mistakes import Mistake, Refused, refuse
    from dp_facilitator.model.scenario import play
    from dp_facilitator.store.errors import StoreError
    from dp_facilitator.store.files import read_capped
    from dp_facilitator.store.looking import is_there
    from dp_facilitator.store.plans import find_plan

    def plan_text(word: str) -> bytes:
        # A plan's file is looked for beside the scenario first, so that the two can be sent together.
        beside = path.parent / word
        named = str(beside) if word.endswith(".json") and is_there(beside) else word
        try:
            return find_plan(named, shipped_plans_dir(), places.plans).text
        except StoreError as error:
            raise refuse(str(error)) from None

    if not is_there(path):
        raise refuse(tr("there is no such file."), tr("Check how it is spelt."), str(path))
    try:
        text = read_capped(path, LIMIT, follow=True).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(tr("is not UTF-8 text."), tr("Save it as UTF-8 in your editor."), str(path)) from None
    try:
        return play(text, plan_text)
    except Refused as refused:
        raise Refused(*(Mistake(f"{path}, {m.place}", m.reason, m.mend) for m in refused.mistakes)) from None


def _say(file: str, played: "Played") -> None:
    for failure in played.failures:
        print(
            tr("{file}, line {line}: expected {expected}, seen {seen}").format(
                file=file, line=failure.line, expected=failure.expected, seen=failure.seen
            )
        )
    met = sum("ok" in reading for reading in played.readings) - len(played.failures)
    print(
        tr("{file}: {result}, {met} of {all} expectations met").format(
            file=file, result=tr("ok") if played.ok else tr("failed"), met=met, all=met + len(played.failures)
        )
    )


def _tree(file: str, played: "Played") -> dict[str, Any]:
    failures = [{"line": one.line, "expected": one.expected, "seen": one.seen} for one in played.failures]
    return {"file": file, "ok": played.ok, "failures": failures, "readings": played.readings}


def _write(word: str, places: Places) -> int:
    from dp_facilitator.commands.kept_days import check_data
    from dp_facilitator.model.scenario import scenario_from
    from dp_facilitator.store.plans import PlanFile, list_plans
    from dp_facilitator.store.records import load
    from dp_facilitator.store.sessions import find_session

    check_data(places)
    loaded = load(find_session(word, places.sessions, fallbacks()), fallbacks())
    for notice in loaded.notices:
        print(notice, file=sys.stderr)
    known = (one for one in list_plans(shipped_plans_dir(), places.plans) if isinstance(one, PlanFile))
    name = next((one.name for one in known if one.plan == loaded.session.plan), None)
    if name is None:
        words = tr("The plan of this session is none of those here: put its file beside the scenario as plan.json.")
        print(words, file=sys.stderr)
    print(scenario_from(loaded.facts, name or "plan.json"), end="")
    return 0
