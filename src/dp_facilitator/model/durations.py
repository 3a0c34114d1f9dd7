"""Durations as people read and type them, and as the program counts them.

Inside, a planned duration is whole seconds and a moment is whole nanoseconds. Outside it is "4:00".
"""

import re
from typing import Final

from dp_facilitator.words import tr

SECOND: Final = 1_000_000_000
"""Nanoseconds in a second."""

LONGEST_S: Final = 12 * 3600
"""No phase, and no whole session, is longer than this."""

_CLOCKED = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)", re.ASCII)
_UNITS = re.compile(
    r"(?:(\d{1,3})\s*h(?:ours?|r)?)?\s*(?:(\d{1,4})\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d{1,5})\s*s(?:ec(?:ond)?s?)?)?",
    re.ASCII | re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}", re.ASCII)


def read_clocked(text: str) -> int | None:
    """Seconds in a strict "4:00" or "1:30:00"; None for anything else. The only form a plan file uses."""
    match = _CLOCKED.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    if hours is not None and int(minutes) > 59:
        return None
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)


def read_typed(text: str) -> int | None:
    """Seconds in what a person types: "4", "4:30", "90s", "1h", "1h 30m"; None when it is not a time."""
    text = text.strip()
    if _BARE.fullmatch(text):
        return int(text) * 60
    clocked = read_clocked(text)
    if clocked is not None or not text:
        return clocked
    match = _UNITS.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def minutes_and_seconds(seconds: int) -> str:
    """A duration as "4:00" or "0:45", above an hour as "1:15:00"; never with a leading zero."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def countdown(seconds: int) -> str:
    """A countdown for the room: "4:00", "0:59", and above an hour only the minutes: "75 min"."""
    if abs(seconds) > 3600:
        return tr("{n} min").format(n=-(-abs(seconds) // 60))
    minutes, secs = divmod(abs(seconds), 60)
    return f"{minutes}:{secs:02}"


def signed(seconds: int) -> str:
    """A change of time with its sign: "+1:00" or "−0:10" (with a true minus)."""
    return ("−" if seconds < 0 else "+") + minutes_and_seconds(seconds)


def seconds_up(nanoseconds: int) -> int:
    """Nanoseconds rounded up to whole seconds, as every countdown here shows them."""
    return -(-nanoseconds // SECOND)


def clock_time(wall_ns: int, offset_s: int, *, with_seconds: bool = False) -> str:
    """The time of day "11:28" of a wall time in ns since 1970 UTC, at an offset from UTC in seconds."""
    # Two clocks are never read at quite the same instant: 11:30 must not become 11:29 for want of a microsecond.
    nearly = 0 if with_seconds else SECOND // 2
    second_of_day = ((wall_ns + nearly) // SECOND + offset_s) % 86_400
    hours, rest = divmod(second_of_day, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}" if with_seconds else f"{hours:02}:{minutes:02}"


def read_time_of_day(text: str) -> int | None:
    """Seconds since midnight in "9:05", "09:05" or "10:02:30"; None when it is not a time of day."""
    match = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?", text.strip(), re.ASCII)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    return hours * 3600 + minutes * 60 + seconds
