"""The command line. Only the app and the rehearsal import Qt, only commands that need it pydantic."""

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dp_facilitator import __version__
from dp_facilitator.commands import SUMMARIES, module_of
from dp_facilitator.words import tr

EXAMPLES = """\
  dp-facilitator                                   open the app
  dp-facilitator deliberate-practice-90            open it on that plan
  dp-facilitator check my-plan.json
  dp-facilitator timetable deliberate-practice-90 --people 6 --start 10:00
  dp-facilitator --data-dir /media/stick sessions

A plan's file that is called like a command is given as a path: ./check"""


def main(argv: Sequence[str] | None = None) -> int:
    """Carries out one command. 0: done; 1: a bad input, told on stderr; SystemExit(2): bad usage."""
    _speak_utf8()
    # A plugin of pydantic would see every value that is checked: names and notes are nothing for it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    common, rest = _common().parse_known_args(sys.argv[1:] if argv is None else argv)
    if rest and rest[0] in SUMMARIES:
        return _command(rest[0], rest[1:], common.data_dir)
    args = _start().parse_args(rest)
    args.data_dir = common.data_dir
    return _run("start", args)


def _common() -> argparse.ArgumentParser:
    """What may stand before or after any command."""
    parser = argparse.ArgumentParser(prog="dp-facilitator", add_help=False, allow_abbrev=False)
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=tr("keep sessions, plans and settings in this folder")
    )
    return parser


def _start() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:<10} {tr(does)}" for name, does in SUMMARIES.items())
    parser = argparse.ArgumentParser(
        prog="dp-facilitator",
        usage="dp-facilitator [--data-dir DIR] [PLAN]\n       dp-facilitator [--data-dir DIR] COMMAND …",
        description=tr("Runs a deliberate-practice session: countdown, rounds, feedback, hand-outs. Offline."),
        epilog=tr("commands (--help after each says more):\n{commands}\n\nexamples:\n{examples}").format(
            commands=commands, examples=EXAMPLES
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_common()],
        allow_abbrev=False,
    )
    parser.add_argument("plan", nargs="?", metavar="PLAN", help=tr("the plan to begin with: its name, or a file"))
    parser.add_argument("--version", action="version", version=f"dp-facilitator {__version__}")
    return parser


def _command(name: str, rest: Sequence[str], data_dir: Path | None) -> int:
    from dp_facilitator.commands.parsing import Parser

    command = importlib.import_module(module_of(name))
    parser = Parser(name, tr(SUMMARIES[name]), command.EXAMPLES)
    command.arguments(parser)
    args = parser.parse_args(rest)
    args.data_dir = data_dir
    if name == "rehearse":
        return _run(name, args)
    # What a short command makes is soon gone with it: looking for garbage takes a twentieth of its time.
    gc.disable()
    try:
        return _run(name, args)
    finally:
        gc.enable()


def _run(name: str, args: argparse.Namespace) -> int:
    from dp_facilitator.model.mistakes import Refused
    from dp_facilitator.paths import places
    from dp_facilitator.store.errors import StoreError

    command = importlib.import_module(module_of(name))
    try:
        code = int(command.run(args, places(args.data_dir)))
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except (Refused, StoreError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has had enough.
        _stop_printing()
        return 1
    except OSError as fault:
        print(_told(fault), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _told(fault: OSError) -> str:
    """What the system would not let a command do, in one sentence; without a file it was printing."""
    from dp_facilitator.store.errors import StoreError, words

    why, mend = words(fault)
    if fault.filename is not None:
        return str(StoreError(str(fault.filename), tr("cannot be used: {why}").format(why=why), mend))
    _stop_printing()
    mend = tr("Send it to another file, or to the terminal.")
    return str(StoreError(tr("the output"), tr("cannot be written: {why}").format(why=why), mend))


def _stop_printing() -> None:
    """Python must not complain of what it could not print once more on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Whatever the language of the terminal, a sign that it lacks must not stop a command."""
    for stream in (sys.stdout, sys.stderr):
        # pythonw on Windows has no streams at all.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
