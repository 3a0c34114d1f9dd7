"""`session.json`: a session as people and programs can read it; only the journal it comes from is true."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import planned_end
from dp_facilitator.model.review import StepTimes, times
from dp_facilitator.model.session import Session
from dp_facilitator.store.disk import NOFOLLOW, NONBLOCK, Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped, write_atomic
from dp_facilitator.store.lines import BadLine, decode
from dp_facilitator.store.recovery import FIRST

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


def summary(folder: Path, session: Session, now: Moment, keep_days: int = KEEP_DAYS) -> Summary:
    """What a list says of a session; `now` is when it was last seen."""
    return _summary(folder, _brief(session, now, 0), keep_days)


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
    return _summary(folder, brief, keep_days) if _lines(folder) == brief["lines"] else None


def write_session_json(folder: Path, session: Session, now: Moment, *, lines: int, closing: bool = False) -> None:
    """Writes `session.json`; when closing, the one before is kept as `session.json.bak`.

    `lines` is how many lines of the journal `session` was folded from. StoreError when it cannot be written.
    """
    write_atomic(folder / NAME, snapshot(session, now, lines), keep_backup=closing)


def snapshot(session: Session, now: Moment, lines: int) -> bytes:
    """The text of `session.json`: times in whole seconds, moments in ISO 8601, no notes that were removed."""
    course, record = session.course, session.record
    tree = {
        "summary": _brief(session, now, lines),
        "id": session.id,
        "version": session.version,
        "plan": session.plan.title,
        "opened": iso(session.opened),
        "started": iso(course.started),
        "finished": iso(course.finished),
        "people": [
            {
                "id": p.id,
                "name": p.name,
                "here": p.id not in course.absent,
                "sheet": asdict(record.sheet(p.id)),
            }
            for p in course.people
        ],
        "order": course.order,
        "turns": [
            {"title": turn.title, "leaders": turn.leaders, "steps": [_step(step) for step in turn.steps]}
            for turn in times(course, now)
        ],
        "notes": [{key: value for key, value in asdict(note).items() if key != "removed"} for note in record.kept()],
        "one_change": dict(record.chosen),
        "shown_to_the_room": sorted(record.agreed),
        "ticked": [{"step": step, "line": line} for step, line in sorted(record.ticked)],
        "for_later": record.later,
    }
    return json.dumps(tree, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def iso(moment: Moment | None) -> str | None:
    """A moment's local time, "2026-11-22T10:00:00+01:00"; None for none."""
    if moment is None:
        return None
    local = timezone(timedelta(seconds=max(-86_399, min(86_399, moment.offset))))
    try:
        return datetime.fromtimestamp(moment.wall // SECOND, UTC).astimezone(local).isoformat()
    except (OverflowError, ValueError, OSError):  # a clock gone wild: beyond what a calendar can say
        return None


def _step(step: StepTimes) -> dict[str, Any]:
    found = asdict(step)
    found["began"] = iso(step.began)
    return found


def _brief(session: Session, now: Moment, lines: int) -> dict[str, Any]:
    course = session.course
    begun = course.started or session.opened
    start = begun.ns if course.planned_start is None else course.planned_start
    return {
        "title": session.plan.title,
        "opened_ns": session.opened.wall,
        "offset_s": session.opened.offset,
        "people": len(course.people),
        "status": session.status,
        "notes": len(session.record.kept()),
        "planned_s": (planned_end(course, session.opened) - start) // SECOND,
        "used_s": sum(turn.used_s for turn in times(course, now)),
        "lines": lines,
    }


def _summary(folder: Path, brief: dict[str, Any], keep_days: int) -> Summary:
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
