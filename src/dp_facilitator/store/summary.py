"""What a list says of a session, as far as the beginning of its `session.json` tells it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.disk import NOFOLLOW, NONBLOCK, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped
from dp_facilitator.store.lines import FIRST, BadLine, decode

NAME = "session.json"
KEEP_DAYS = 90
_START = '{\n  "summary": '
_FIELDS = {"title": str, "status": str} | dict.fromkeys(
    ("opened_ns", "offset_s", "people", "notes", "planned_s", "used_s", "lines"), int
)
_LIMIT = 1 << 26  # bytes
_TAIL = 1 << 16  # bytes; a last line longer than this only means that the journal is folded


@dataclass(frozen=True, slots=True)
class Summary:
    """One session in a list of many.

    `opened_ns` is wall time, ns since 1970 UTC, and `offset_s` the seconds to add for local time. `status` is
    ready, running, paused, finished or, where nothing can be shown, unknown. `problem` says what is wrong
    with its record.
    """

    id: str
    folder: Path
    title: str = ""
    opened_ns: int = 0
    offset_s: int = 0
    people: int = 0
    status: str = "unknown"
    notes: int = 0
    planned_s: int = 0
    used_s: int = 0
    keep_until: date | None = None
    problem: str | None = None

    @property
    def opened(self) -> Moment:
        """When it came into being; its session time is not known here."""
        return Moment(0, self.opened_ns, self.offset_s)


def read_summary(folder: Path, keep_days: int = KEEP_DAYS) -> Summary | None:
    """What `session.json` says of a session; None unless it is whole and tells all that the journal does."""
    try:
        text = read_capped(folder / NAME, _LIMIT).decode()
        brief = json.JSONDecoder().raw_decode(text, len(_START))[0] if text.startswith(_START) else None
    except (StoreError, ValueError, RecursionError):
        return None
    if not isinstance(brief, dict) or any(type(brief.get(key)) is not kind for key, kind in _FIELDS.items()):
        return None
    # By the number of the last line, not by the files' times: clocks are set back, and some disks are coarse.
    return summary_of(folder, brief, keep_days) if _lines(folder) == brief["lines"] else None


def iso(moment: Moment | None) -> str | None:
    """A moment's local time, "2026-11-22T10:00:00+01:00"; None for none."""
    if moment is None:
        return None
    local = timezone(timedelta(seconds=max(-86_399, min(86_399, moment.offset))))
    try:
        return datetime.fromtimestamp(moment.wall // SECOND, UTC).astimezone(local).isoformat()
    except (OverflowError, ValueError, OSError):  # a clock gone wild: beyond what a calendar can say
        return None


def summary_of(folder: Path, brief: dict[str, Any], keep_days: int) -> Summary:
    """The summary that the first part of `session.json` tells."""
    shown = {key: brief[key] for key in _FIELDS if key != "lines"}
    last_day = date(1970, 1, 1).toordinal() + (brief["opened_ns"] // SECOND + brief["offset_s"]) // 86_400 + keep_days
    keep_until = date.fromordinal(max(1, min(last_day, date.max.toordinal())))
    return Summary(folder.name, folder, **shown, keep_until=keep_until)


def _lines(folder: Path) -> int | None:
    """How many lines the journal has, by the number of its last; None where that is not plain."""
    disk = Disk()
    try:
        if [name for name in disk.names(folder) if name.startswith("journal.") and name.endswith(".jsonl")] != [FIRST]:
            return None
        fd = disk.open(folder / FIRST, os.O_RDONLY | NOFOLLOW | NONBLOCK)
        try:
            os.lseek(fd, max(0, disk.fstat(fd).st_size - _TAIL), os.SEEK_SET)
            tail = disk.read(fd, _TAIL)
        finally:
            disk.close(fd)
        return decode(tail[tail[:-1].rfind(b"\n") + 1 :]).n + 1
    except (OSError, BadLine):
        return None
