"""The folder of all sessions: a list of them, and finding one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from dp_facilitator.model.mistakes import refuse
from dp_facilitator.model.text import tidy_line
from dp_facilitator.store.disk import Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import is_ours
from dp_facilitator.store.summary import KEEP_DAYS, NAME, Summary, read_summary
from dp_facilitator.words import ntr, tr

LAST = "last"


def list_sessions(
    sessions_dir: Path, others: Sequence[Path] = (), *, keep_days: int = KEEP_DAYS
) -> tuple[Summary, ...]:
    """Every session in the folder or in a spare place, newest first; one that cannot be read has a problem.

    StoreError when the folder itself is there and cannot be read.
    """
    spare = _spare(others)
    names = {*_names(sessions_dir), *spare}
    found = [_one(sessions_dir / name, others if name in spare else (), keep_days) for name in names]
    return tuple(sorted(found, key=lambda one: (one.opened_ns, one.id), reverse=True))


def find_session(word: str, sessions_dir: Path, others: Sequence[Path] = ()) -> Path:
    """The folder of the session with this id or this beginning of one; "last" for the newest.

    Raises Refused when there is none or more than one, StoreError when the folder cannot be read.
    """
    names = sorted({*_names(sessions_dir), *_spare(others)})
    if word == LAST and names:
        return sessions_dir / names[-1]
    found = [word] if word in names else [name for name in names if word and name.startswith(word)]
    if len(found) == 1:
        return sessions_dir / found[0]
    place = tidy_line(word)[:80] or "session"
    if found:
        shown = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
        raise refuse(
            ntr("{count} session begins so.", "{count} sessions begin so.", len(found)).format(count=len(found)),
            tr("Type more of it: {shown}.").format(shown=shown),
            place,
        )
    raise refuse(tr("there is no session of that name."), tr("List them with `dp-facilitator sessions`."), place)


def _names(folder: Path) -> list[str]:
    """The names of the folders in it that hold a record; none where there is no such folder."""
    try:
        with os.scandir(folder) as found:
            inside = [one.name for one in found if one.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise StoreError.of(folder, tr("cannot be read"), fault) from fault
    return [name for name in inside if not name.startswith(".") and _holds_record(folder / name)]


def _spare(others: Sequence[Path]) -> set[str]:
    """The names of sessions in the spare places, as far as these are ours and can be read."""
    names: set[str] = set()
    for other in others:
        with suppress(OSError, StoreError):
            if is_ours(other, Disk()):
                names.update(_names(other))
    return names


def _holds_record(folder: Path) -> bool:
    try:
        names = os.listdir(folder)
    except OSError:
        return True  # what cannot be looked into is said, not passed over
    return any(name == NAME or (name.startswith("journal") and name.endswith(".jsonl")) for name in names)


def _one(folder: Path, others: Sequence[Path], keep_days: int) -> Summary:
    quick = None if others else read_summary(folder, keep_days)
    if quick is not None:
        return quick
    # Only here: a list of sessions that were closed well, as on the first page, needs no record.
    from dp_facilitator.store.records import load
    from dp_facilitator.store.snapshot import summary

    try:
        loaded = load(folder, others)
    except StoreError as error:
        return Summary(folder.name, folder, problem=str(error))
    found = summary(folder, loaded.session, loaded.last_seen, keep_days)
    return replace(found, problem=" ".join(loaded.notices) or None)
