"""What is measured of the files alone: a long journal, and hand-outs."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.row import Row
from dp_facilitator.model import facts as f
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.replay import apply, apply_all
from dp_facilitator.model.review import leader_review
from dp_facilitator.model.roster import roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.store.exports.hand_out import hand_out
from dp_facilitator.store.exports.leader_json import leader_json
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.records import encoded, load

FACTS = 100_000
NAMES = ("Ana", "Ben", "Cai", "Dee", "Eli", "Fay", "Gil", "Hal")
WALL = 1_795_341_600 * SECOND


def journal() -> Iterator[Row]:
    """A journal of a hundred thousand notes: its lines read and checked, and folded into the session."""
    session, facts = _session("2026-11-22-1000-aaaa")
    lines = [encoded(n, fact, boot="b00t", up=n) for n, fact in enumerate(facts)]
    (one,) = session.note(Moment(SECOND, WALL), "effective", "you waited for the answer", about="p1", giver="p2")
    while len(lines) < FACTS:
        at = Moment(SECOND * len(lines), WALL + SECOND * len(lines))
        note = f.Noted(at, replace(one.note, id=f"n{len(lines)}"))
        lines.append(encoded(len(lines), note, boot="b00t", up=at.ns))
    with tempfile.TemporaryDirectory(prefix="dp-bench-") as place:
        folder = Path(place, session.id)
        new = Journal.create(folder)
        new.append(lines)
        new.close()
        own = time.process_time()
        opened = _seconds(lambda: Journal.open(folder, readonly=True))
        own = time.process_time() - own
        folded = _seconds(lambda: load(folder))
    more = {"processor": own, "opened and folded into a session": folded}
    yield Row("journal of 100,000 facts opens", opened, "s", "≤ 1 s", opened <= 1, more=more)


def hand_outs() -> Iterator[Row]:
    """The hand-outs of eight leaders after a full session, in each form."""
    session = _played()
    now = Moment(5400 * SECOND, WALL + 5400 * SECOND)
    reviews = [leader_review(session, person.id, now) for person in session.course.people]
    for name, form in (("html", hand_out), ("json", leader_json)):
        took = _seconds(lambda form=form: [form(review) for review in reviews])
        yield Row(f"hand-outs for eight, {name}", took, "s", "≤ 1 s", took <= 1)


def _session(name: str) -> tuple[Session, tuple[f.Fact, ...]]:
    text = (shipped_plans_dir() / "deliberate-practice-90.json").read_bytes()
    return open_session(name, Moment(0, WALL), text, roster(NAMES))


def _played() -> Session:
    session, _ = _session("2026-11-22-1000-bbbb")
    at = 0
    session = apply_all(session, session.start(Moment(0, WALL)))
    while session.course.upcoming is not None:
        at += session.course.step.seconds
        now = Moment(at * SECOND, WALL + at * SECOND)
        leader = session.course.step.leader
        if session.course.step.phase.id == "feedback" and leader:
            for number in range(10):
                capture = ("effective", "next-time")[number % 2]
                for fact in session.note(now, capture, f"what was seen in {number}", about=leader, giver="coach"):
                    session = apply(session, fact)
        session = apply_all(session, session.next(now))
    return session


def _seconds(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun
