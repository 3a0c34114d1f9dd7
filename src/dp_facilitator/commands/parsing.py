"""What the commands have in common on the command line: examples under the help, and kinds of argument."""

import argparse

from dp_facilitator.model.durations import read_time_of_day
from dp_facilitator.words import tr


class Parser(argparse.ArgumentParser):
    """A parser that shows examples under its help and takes no shortened options."""

    def __init__(self, name: str, does: str, examples: str) -> None:
        super().__init__(
            prog=f"dp-facilitator {name}".strip(),
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=tr("examples:\n{examples}").format(examples=examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )


def time_of_day(text: str) -> int:
    """Seconds since midnight; an argument that is none is bad usage."""
    seconds = read_time_of_day(text)
    if seconds is None:
        raise argparse.ArgumentTypeError(tr("{text!r} is not a time of day such as 10:00").format(text=text))
    return seconds


def count(text: str) -> int:
    """A whole number from 0; anything else is bad usage."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(tr("{text!r} is not a number of people such as 6").format(text=text))
    return int(text)


def speed(text: str) -> float:
    """How many times as fast as the clock, from 0.1 to 10,000; anything else is bad usage."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= 10_000:
        raise argparse.ArgumentTypeError(tr("{text!r} is not a speed such as 60").format(text=text))
    return found
