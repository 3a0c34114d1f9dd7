"""The words of the scenario language, and its lines as they are read.

A scenario is a timing story in plain text: a line each for what happens or is expected; `#` begins a comment.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dp_facilitator.words import tr

from .durations import SECOND, read_time_of_day
from .mistakes import Mistake, Refused

DAY: Final = 86_400 * SECOND
HEADERS: Final = ("plan", "people", "planned-start", "planned-end", "gates")

_DURATION = re.compile(r"(?:(\d{1,5}):)?(\d{1,4}):([0-5]\d)(?:\.(\d{1,9}))?", re.ASCII)


class Misread(Refused):
    """A line that cannot be understood; not the same as a verb that a session does not take."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text without comment, its word, and what follows the word.

    `ns` is what follows as nanoseconds, where the word takes a time: a duration, or the time of day.
    """

    number: int
    text: str
    word: str
    rest: str
    ns: int = 0

    def wrong(self, reason: str, mend: str = "") -> Misread:
        """A refusal that names this line."""
        return Misread(Mistake(tr("line {number}").format(number=self.number), reason, mend))


def read_duration(text: str) -> int | None:
    """Nanoseconds in "5:00", "1:00:00" or "0:00.4", with or without a sign; None for anything else."""
    sign = -1 if text[:1] in ("-", "−") else 1
    match = _DURATION.fullmatch(text[1:] if text[:1] in ("+", "-", "−") else text)
    if match is None:
        return None
    hours, minutes, seconds, part = match.groups()
    if hours and int(minutes) > 59:
        return None
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return sign * (whole * SECOND + int((part or "0").ljust(9, "0")))


def read_clock(text: str) -> int | None:
    """Nanoseconds since midnight in "10:02", "10:02:00" or "10:02:00.5"; None for anything else."""
    clock, _, part = text.partition(".")
    seconds = read_time_of_day(clock)
    if seconds is None or not re.fullmatch(r"\d{0,9}", part, re.ASCII):
        return None
    return seconds * SECOND + int(part.ljust(9, "0"))


def _duration(line: Line) -> int:
    ns = read_duration(line.rest)
    if ns is None or (ns < 0 and line.word not in ("extend", "clock")):
        raise line.wrong(
            tr("“{rest}” is not a duration.").format(rest=line.rest), tr("Write minutes and seconds: 5:00.")
        )
    return ns


def _clock(line: Line) -> int:
    ns = read_clock(line.rest)
    if ns is None:
        raise line.wrong(tr("“{rest}” is not a time of day.").format(rest=line.rest), tr("Write it as 10:02:00."))
    return ns


def _nothing(line: Line) -> int:
    if line.rest:
        raise line.wrong(
            tr("“{word}” stands alone; “{rest}” is too much.").format(word=line.word, rest=line.rest), tr("Remove it.")
        )
    return 0


def _something(line: Line) -> int:
    if not line.rest:
        raise line.wrong(tr("“{word}” needs something after it.").format(word=line.word))
    return 0


def _anything(line: Line) -> int:
    return 0


def _closed(line: Line) -> int:
    if line.rest != "closed":
        wrong = tr("gates cannot be “{words}”.").format(words=line.rest)
        raise line.wrong(wrong, tr("Write gates closed, or leave the line out."))
    return 0


def _way(line: Line) -> int:
    if line.rest not in ("equal", "others", "later"):
        raise line.wrong(
            tr("“fit {rest}” is none of the proposals.").format(rest=line.rest), tr("Write fit equal, others or later.")
        )
    return 0


def _count(line: Line) -> int:
    if not re.fullmatch(r"\d{1,6}", line.rest, re.ASCII):
        raise line.wrong(tr("“{rest}” is not a number.").format(rest=line.rest))
    return int(line.rest)


_TAKES: Final[dict[str, Callable[[Line], int]]] = {
    **dict.fromkeys(("plan", "people"), _something),
    **dict.fromkeys(("at", "planned-start", "planned-end"), _clock),
    **dict.fromkeys(("+", "sleep", "clock", "extend", "backdate", "give-back", "lend"), _duration),
    **dict.fromkeys(("start", "pause", "resume", "next", "next!", "back", "undo", "redo"), _nothing),
    **dict.fromkeys(("restart", "finish", "kill"), _nothing),
    **dict.fromkeys(("bench", "return", "join", "move", "order", "swap", "rename", "route", "timings"), _something),
    **dict.fromkeys(("timekeeper", "hide", "show"), _something),
    "pass": _anything,
    **dict.fromkeys(("tick", "untick"), _anything),
    "fit": _way,
    "gates": _closed,
}
_EXPECTS: Final[dict[str, Callable[[Line], int]]] = {
    **dict.fromkeys(("left", "over", "elapsed", "added", "paused", "behind", "ahead"), _duration),
    **dict.fromkeys(("ends", "session-ends"), _clock),
    **dict.fromkeys(("status", "phase", "leader", "timekeeper", "next-leader"), _something),
    **dict.fromkeys(("round", "tone", "label"), _something),
    "rings": _count,
    "refused": _nothing,
}


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of a scenario. Raises Refused with every line that cannot be understood."""
    lines: list[Line] = []
    mistakes: list[Mistake] = []
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        shown = re.sub(r"(?:^|\s)#.*", "", raw).strip()
        if not shown:
            continue
        try:
            lines.append(_read(number, shown))
        except Refused as refusal:
            mistakes += refusal.mistakes
    if mistakes:
        raise Refused(*mistakes)
    return tuple(lines)


def _split(text: str) -> tuple[str, str]:
    """The first word, and what follows it after spaces or tabs."""
    word, *rest = text.split(None, 1) or [""]
    return word, rest[0] if rest else ""


def _read(number: int, text: str) -> Line:
    word, rest = _split(text) if not text.startswith("+") else ("+", text[1:])
    line = Line(number, text, word, rest.strip())
    if word not in _TAKES and word != "expect":
        raise line.wrong(
            tr("“{word}” is not a word of scenarios.").format(word=word),
            tr("Known are: {takes}, expect.").format(takes=", ".join(_TAKES)),
        )
    if word != "expect":
        return Line(number, text, word, line.rest, _TAKES[word](line))
    what, rest = _split(line.rest)
    line = Line(number, text, what, rest.strip())
    if what not in _EXPECTS:
        raise line.wrong(
            tr("“{what}” cannot be expected.").format(what=what),
            tr("Known are: {expects}.").format(expects=", ".join(_EXPECTS)),
        )
    if what == "added" and (added := read_duration(line.rest)) is not None:
        return Line(number, text, f"expect {what}", line.rest, added)
    return Line(number, text, f"expect {what}", line.rest, _EXPECTS[what](line))
