"""Lengths and times of the day as people write them in an agenda: "10 min", "1h30", "7,5", "10:00–10:15", "2.30pm"."""

from __future__ import annotations

import re
from typing import Final, Literal

from dp_facilitator.model.durations import read_typed

Unit = Literal["seconds", "minutes", "hours"]
DAY: Final = 86_400
_HALF_DAY: Final = DAY // 2
_SECONDS: Final[dict[Unit, int]] = {"seconds": 1, "minutes": 60, "hours": 3600}
_ABOUT: Final = re.compile(r"^(?:ca\.?|c\.|approx(?:imately)?\.?|about|~|≈)\s*", re.IGNORECASE)
_PARTS: Final = re.compile(r"(\d{1,3})[.,](\d{1,2})\s*(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)?", re.IGNORECASE | re.ASCII)
_HOURS: Final = re.compile(r"(\d{1,2})\s*h\s*(\d{1,2})", re.IGNORECASE | re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,5}", re.ASCII)
_TIME: Final = r"(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?\s*([ap])?\.?(?:m\.?)?"
_OF_DAY: Final = re.compile(_TIME, re.IGNORECASE | re.ASCII)
_RANGE: Final = re.compile(r"(.+?)\s*(?:[-–—−]|\bto\b|\buntil\b|\btill\b)\s*(.+)", re.IGNORECASE)


def length(text: str, unit: Unit = "minutes") -> int | None:
    """Seconds of a length as it is typed; a bare number counts in `unit`. None when it is no length."""
    text = _ABOUT.sub("", text).rstrip(".").strip()
    text = re.sub(r"\s*['’′]$", " min", text)
    if _NUMBER.fullmatch(text):
        return int(text) * _SECONDS[unit]
    if match := _HOURS.fullmatch(text):
        return int(match[1]) * 3600 + int(match[2]) * 60
    if match := _PARTS.fullmatch(text):
        whole, part, word = match.groups()
        size = _SECONDS[unit] if word is None else 3600 if word[0] in "hH" else 60
        return round(float(f"{whole}.{part}") * size)
    return read_typed(re.sub(r"(?<=\d)\s*hrs\b", "h", text, flags=re.IGNORECASE))


def time_of_day(text: str) -> int | None:
    """Seconds since midnight of "10:00", "9.30", "2pm" or "14h15"; None for anything else, also for a bare number."""
    match = _OF_DAY.fullmatch(text.strip())
    if match is None or (match[2] is None and match[4] is None):
        return None
    hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    half = (match[4] or "").lower()
    if hour > (12 if half else 23) or minute > 59 or second > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 3600 + minute * 60 + second


def span(text: str) -> tuple[int, int] | None:
    """Start and end, in seconds since midnight, of "10:00–10:15" or "9-9.30am"; None when it is no such pair."""
    match = _RANGE.fullmatch(text.strip())
    if match is None or (time_of_day(match[1]) is None and time_of_day(match[2]) is None):
        return None
    first, last = (f"{word}:00" if _NUMBER.fullmatch(word) else word for word in match.groups())
    ends = time_of_day(last)
    half = re.search(r"[ap]", last, re.IGNORECASE) and not re.search(r"[ap]", first, re.IGNORECASE)
    # Where only the end says which half of the day, the start is in the one that is nearer: "11-12.30pm".
    starts = [time_of_day(first + word) for word in ("am", "pm")] if half else [time_of_day(first)]
    known = [start for start in starts if start is not None]
    return None if ends is None or not known else (min(known, key=lambda start: (ends - start) % DAY), ends)


def between(starts: int, ends: int) -> int:
    """Seconds from one time of the day to another: 12:45 to 1:15 is half an hour, 23:30 to 0:15 goes past midnight."""
    gone = (ends - starts) % DAY
    return gone - _HALF_DAY if gone > _HALF_DAY else gone
