"""Times as people type them: of day and of length."""

from __future__ import annotations

import re

MOST_SECONDS = 24 * 3600

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(am|pm)?")
_RUN = re.compile(r"(\d{1,2})(\d{2})\s*(am|pm)?")
_COLONS = re.compile(r"(?:(\d{1,2})[:.])?(\d{1,3})[:.](\d{2})")
_UNITS = re.compile(
    r"(?:(\d+)\s*(?:h|hr|hrs|hours?))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?))?"
    r"\s*(?:(\d+)\s*(?:s|sec|secs|seconds?))?"
)
_HALVES = re.compile(r"(\d{1,3})[.,](\d)\s*(?:m|min|mins|minutes?)?")
_HOUR_AND = re.compile(r"(\d+)\s*h\s*(\d{1,2})")


def parse_clock(text: str) -> str | None:
    """A time of day as HH:MM from "10", "10:00", "9.30", "930" or "2pm"; None if it is none."""
    text = text.strip().lower()
    found = _CLOCK.fullmatch(text) or _RUN.fullmatch(text)
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if found[3] == "pm" else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def parse_duration(text: str) -> int | None:
    """Seconds from "4" (minutes), "4:30", "4.5", "90s", "2m 30s", "1h", "1h30" or "1:05:00".

    None if it is no duration, is zero or is longer than a day.
    """
    seconds = _seconds(text.strip().lower())
    return seconds if seconds is not None and 0 < seconds <= MOST_SECONDS else None


def duration_words(seconds: int) -> str:
    """Seconds as 4:00, or 1:05:00 from an hour on where minutes alone would mislead."""
    minutes, rest = divmod(seconds, 60)
    if minutes < 100:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _seconds(text: str) -> int | None:
    if text.isdecimal():
        return int(text) * 60
    if found := _HALVES.fullmatch(text):
        return int(found[1]) * 60 + int(found[2]) * 6
    if found := _COLONS.fullmatch(text):
        if int(found[3]) > 59 or (found[1] and int(found[2]) > 59):
            return None
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    if found := _HOUR_AND.fullmatch(text):
        return int(found[1]) * 3600 + int(found[2]) * 60 if int(found[2]) < 60 else None
    found = _UNITS.fullmatch(text)
    if text and found:
        return int(found[1] or 0) * 3600 + int(found[2] or 0) * 60 + int(found[3] or 0)
    return None
