"""Plays random schedules to a session and to the oracle, and compares what both say."""

import json

from oracle import Oracle, S, schedule
from stage import NAMES, PLAN_A, TEN

from dp_facilitator.model import facts as f
from dp_facilitator.model.cues import Cue, Watch
from dp_facilitator.model.entries import entry, fact
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import reading
from dp_facilitator.model.replay import apply, replay
from dp_facilitator.model.roster import roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session

TEXT = PLAN_A.read_bytes()
RUN_SHEET = [7, 1, 4, 6, 4, 1, 4, 6, 4, 10]


def difference(seed: int) -> int:
    """The largest difference in nanoseconds between session and oracle in one schedule."""
    worst = 0
    session, opening = open_session("s", Moment(0, TEN), TEXT, roster(NAMES[:2]))
    facts: list[f.Fact] = list(opening)
    oracle = Oracle([minutes * 60 * S for minutes in RUN_SHEET])
    untouched = session.course
    now = Moment(0, TEN)
    for wait, verb, amount in schedule(seed):
        now = now.at(now.ns + wait)
        if verb == "sleep":
            now = now.at(now.ns + amount)
        elif verb == "clock":
            now = Moment(now.ns, now.wall + amount)
        else:
            given = _give(session, now, verb, amount)
            for new in given:
                session = apply(session, new)
            facts += given
            oracle.give(now.ns, verb, amount)
        worst = max(worst, _apart(session, oracle, now))
    read = [fact(*json.loads(json.dumps(entry(kept)))) for kept in facts]
    assert replay(read) == session, "replaying the record does not give the session"
    while session.past:
        session = apply(session, f.Undone(now))
    assert session.course == untouched, "undo of everything does not give the start"
    return worst


def _give(session: Session, now: Moment, verb: str, amount: int) -> tuple[f.Fact, ...]:
    if verb == "extend":
        return session.extend(now, amount // S)
    given: tuple[f.Fact, ...] = getattr(session, verb)(now)
    return given


def _apart(session: Session, oracle: Oracle, now: Moment) -> int:
    """Every number of the session beside the oracle's, as the largest difference in nanoseconds."""
    course, story = session.course, oracle.story(now.ns)
    told = reading(course, now)
    assert (course.status, course.cursor) == (story.status, story.step)
    pairs = [(told.deviation, oracle.behind(story, now.ns))]
    pairs.append((told.session_ends.ns, oracle.expected_end(story, now.ns)))
    pairs.append((told.session_ends.wall - now.wall, told.session_ends.ns - now.ns))
    for n, step in enumerate(course.steps):
        use = course.use(step)
        assert len(use.attempts) + course.begun(step) == oracle.attempts(story, n)
        pairs += [
            (course.left(step, now), oracle.left(story, n)),
            (course.elapsed(step, now), oracle.elapsed(story, n)),
            (course.paused(step, now), oracle.paused(story, n)),
            (use.added, oracle.added(story, n)),
        ]
    return max(abs(one - other) for one, other in pairs)


def rings(seed: int) -> tuple[list[str], list[str]]:
    """Warnings and ends that a session tells in a schedule, however late it looks, and what it should tell."""
    session, _ = open_session("s", Moment(0, TEN), TEXT, roster(NAMES[:2]))
    oracle = Oracle([minutes * 60 * S for minutes in RUN_SHEET])
    watch, told, due = Watch(), list[str](), list[str]()
    reached: dict[int, int] = {}
    now = Moment(0, TEN)
    for wait, verb, amount in schedule(seed):
        if verb in ("undo", "redo", "restart", "clock", "finish"):
            continue
        now = now.at(now.ns + wait + (amount if verb == "sleep" else 0))
        watch, cues = watch.look(session.course, now)
        told += _names(session, cues)
        due += _due(oracle, now.ns, reached, None)
        if verb != "sleep":
            lengths = _length(oracle, now.ns)
            for new in _give(session, now, verb, amount):
                session = apply(session, new)
            oracle.give(now.ns, verb, amount)
            watch, cues = watch.look(session.course, now)
            told += _names(session, cues)
            due += _due(oracle, now.ns, reached, lengths)
    return told, due


def _names(session: Session, cues: tuple[Cue, ...]) -> list[str]:
    return [f"{session.course.cursor} {cue.kind}" for cue in cues if cue.kind != "overtime"]


def _length(oracle: Oracle, now: int) -> tuple[int, int]:
    story = oracle.story(now)
    return story.step, oracle.planned[story.step] + oracle.added(story, story.step)


def _due(oracle: Oracle, now: int, reached: dict[int, int], before: tuple[int, int] | None) -> list[str]:
    """What is to be told when a step has run on from where it was, or has been cut short past its end."""
    story = oracle.story(now)
    if story.status not in ("running", "paused"):
        return []
    step = story.step
    planned, length = oracle.planned[step], _length(oracle, now)[1]
    was, elapsed = reached.get(step, -1), oracle.elapsed(story, step)
    reached[step] = elapsed
    found = []
    # Longer than 3:00 is warned a minute before, the one-minute set-up twenty seconds before.
    warning = length - (60 if planned >= 180 * S else 20) * S
    if warning > 0 and was < warning <= elapsed:
        found.append(f"{step} warning")
    cut = before is not None and before[0] == step and length <= elapsed < before[1]
    if was < length <= elapsed or cut:
        found.append(f"{step} end")
    return found
