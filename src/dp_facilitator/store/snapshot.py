"""`session.json`: a session as people and programs can read it; only the journal it comes from is true."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import planned_end
from dp_facilitator.model.review import StepTimes, times
from dp_facilitator.model.session import Session
from dp_facilitator.store.files import write_atomic
from dp_facilitator.store.summary import KEEP_DAYS, NAME, Summary, iso, summary_of


def summary(folder: Path, session: Session, now: Moment, keep_days: int = KEEP_DAYS) -> Summary:
    """What a list says of a session; `now` is when it was last seen."""
    return summary_of(folder, _brief(session, now, 0), keep_days)


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
