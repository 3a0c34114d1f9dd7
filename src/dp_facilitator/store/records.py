"""One session's record: facts as lines of its journal, and the session that the lines tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dp_facilitator.model import facts as f
from dp_facilitator.model.entries import KINDS, entry, fact
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.replay import apply, apply_all, opened
from dp_facilitator.model.session import Session
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.garbage import no_search_for_garbage
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.lines import FIRST, Line, encode
from dp_facilitator.store.recovery import READ_ONLY, Loaded
from dp_facilitator.words import ntr, tr

_STAMP = ("ns", "wall", "offset")


@dataclass(frozen=True, slots=True)
class LoadedSession:
    """A session as its record tells it.

    `lines` is how many lines the record has, `notices` sentences for the person at the desk. `readonly`:
    nothing may be added, since entries are damaged or unknown to this version. `last_seen` is when the last
    fact was, `boot` the computer's boot then ("" if not known) and `up` nanoseconds since that boot.
    """

    session: Session
    facts: tuple[f.Fact, ...]
    lines: int
    notices: tuple[str, ...]
    readonly: bool
    last_seen: Moment
    boot: str = ""
    up: int | None = None


def encoded(n: int, what: f.Fact, *, boot: str = "", up: int | None = None) -> bytes:
    """The journal line of a fact, numbered `n` from 0; `boot` and `up` as in LoadedSession."""
    kind, stamp, body = entry(what)
    if boot:
        stamp["boot"] = boot
    if up is not None:
        stamp["up"] = up
    return encode(n, kind, stamp, body)


def load(folder: Path, others: Sequence[Path] = ()) -> LoadedSession:
    """The session in `folder`, or its copies in the spare places, read without touching a file.

    StoreError when there is nothing that could be shown.
    """
    loaded = Journal.open(folder, others, readonly=True).loaded
    # Opened so, it says that it is for reading only; here that means that nobody could go on with it.
    return told(replace(loaded, readonly=bool(loaded.damaged)))


def told(loaded: Loaded) -> LoadedSession:
    """The session that a journal's lines tell, such as those of one just opened for going on with.

    Lines that this version does not know, or that do not fit what was before them, are left out and said so.
    StoreError when the opening of the session is not among them.
    """
    with no_search_for_garbage():
        return _told(loaded)


def _told(loaded: Loaded) -> LoadedSession:
    known: list[tuple[Line, f.Fact]] = []
    newer = unread = 0
    for line in loaded.lines:
        try:
            stamp = {key: line.stamp[key] for key in _STAMP if key in line.stamp}
            known.append((line, fact(line.kind, stamp, line.data)))
        except Refused:
            newer += line.kind not in KINDS
            unread += line.kind in KINDS
    facts = tuple(what for _, what in known)
    session, unfit = _folded(facts, bool(loaded.lines))
    notices = (*loaded.notices, *_left_out(newer, unread + unfit, len(loaded.lines)))
    # Not simply the last: what a plan did by itself is dated back to its own moment, also after a crash.
    latest, seen = max(known, key=lambda one: (one[1].at.ns, one[0].n))
    boot, up = latest.stamp.get("boot"), latest.stamp.get("up")
    return LoadedSession(
        session=session,
        facts=facts,
        lines=len(loaded.lines),
        notices=notices,
        readonly=loaded.readonly or bool(newer or unread or unfit),
        last_seen=seen.at,
        boot=boot if isinstance(boot, str) else "",
        up=up if type(up) is int else None,
    )


def _folded(facts: tuple[f.Fact, ...], begun: bool) -> tuple[Session, int]:
    """The session, and how many facts did not fit into it."""
    if not begun:
        raise StoreError(FIRST, tr("holds nothing: the session was never begun"), tr("Delete it."))
    if not facts or not isinstance(facts[0], f.Opened):
        raise StoreError(
            FIRST, tr("the opening of the session is missing or cannot be read"), tr("Use a copy of it."), tr("line 1")
        )
    try:
        session = opened(facts[0])
    except Refused as refused:
        first = refused.mistakes[0]
        why = " ".join(filter(None, (first.place, first.reason.rstrip("."))))
        reason = tr("the plan in it cannot be read ({why})").format(why=why)
        raise StoreError(FIRST, reason, first.mend or tr("Update the program."), tr("line 1")) from None
    try:
        return _sound(apply_all(session, facts[1:])), 0
    except Exception:  # with entries missing before it, a fact may break any rule
        return _as_far_as_it_fits(session, facts[1:])


def _sound(session: Session) -> Session:
    """The same session. ValueError where someone leads who never joined: nobody could be named."""
    course = session.course
    if {person.id for person in course.people}.issuperset(course.order):
        return session
    raise ValueError("the joining of someone is missing")


def _as_far_as_it_fits(session: Session, facts: Sequence[f.Fact]) -> tuple[Session, int]:
    unfit = 0
    for what in facts:
        if not isinstance(what, f.RecordFact):
            try:
                session = _sound(apply(session, what))
            except Exception:
                unfit += 1
    return apply_all(session, [what for what in facts if isinstance(what, f.RecordFact)]), unfit


def _left_out(newer: int, unread: int, total: int) -> list[str]:
    found = []
    if newer:
        words = ntr(
            "{n} of {total} entries was written by a newer version of the program.",
            "{n} of {total} entries were written by a newer version of the program.",
            newer,
        ).format(n=newer, total=total)
        rest = tr("Update the program to see them; until then nothing can be added to this session.")
        found.append(f"{words} {rest}")
    if unread:
        words = ntr(
            "{n} of {total} entries cannot be understood and is left out.",
            "{n} of {total} entries cannot be understood and are left out.",
            unread,
        ).format(n=unread, total=total)
        found.append(f"{words} {tr(READ_ONLY)}")
    return found
