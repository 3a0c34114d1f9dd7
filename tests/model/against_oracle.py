"""Plays random schedules to a session and to the oracle, and compares what both say."""

import json

from oracle import Oracle, S, Story, planned, schedule
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


def difference(seed: int) -> int:
    """The largest difference in nanoseconds between session and oracle in one schedule."""
    worst = 0
    session, opening = open_session("s", Moment(0, TEN), TEXT, roster(NAMES[:3]))
    facts: list[f.Fact] = list(opening)
    oracle = Oracle()
    untouched = session.course
    now = Moment(0, TEN)
    for wait, verb, amount in schedule(seed):
        now = now.at(now.ns + wait)
        if verb == "sleep":
            now = now.at(now.ns + amount)
        elif verb == "clock":
            now = Moment(now.ns, now.wall + amount)
        elif verb == "kill":
            session = _from_disk(facts)
        else:
            given = _give(session, now, verb, amount)
            for new in given:
                session = apply(session, new)
            facts += given
            oracle.give(now.ns, verb, amount)
        worst = max(worst, _apart(session, oracle.story(now.ns), now))
    assert _from_disk(facts) == session, "replaying the record does not give the session"
    while session.past:
        session = apply(session, f.Undone(now))
    assert session.course == untouched, "undo of everything does not give the start"
    return worst


def _from_disk(facts: list[f.Fact]) -> Session:
    return replay([fact(*json.loads(json.dumps(entry(kept)))) for kept in facts])


def _give(session: Session, now: Moment, verb: str, amount: int) -> tuple[f.Fact, ...]:
    """Gives a verb as the desk would, with the person and the place that the amount stands for."""
    order = session.course.order
    one, other = (f"P{n % len(order) + 1}" for n in (amount, amount // 7))
    given: tuple[f.Fact, ...]
    match verb:
        case "extend" | "backdate":
            given = getattr(session, verb)(now, amount // S)
        case "give_back":
            given = session.give_back(now, amount)
        case "passes" | "bench" | "returns":
            given = getattr(session, verb)(now, one)
        case "join":
            given = session.join(now, NAMES[len(order)]) if len(order) < 6 else ()
        case "move":
            given = session.move(now, one, amount // 7 % len(order) + 1)
        case "swap":
            given = session.swap(now, one, other)
        case _:
            given = getattr(session, verb)(now)
    return given


def _apart(session: Session, story: Story, now: Moment) -> int:
    """Every number of the session beside the oracle's, as the largest difference in nanoseconds."""
    course = session.course
    told = reading(course, now)
    assert (course.status, course.cursor) == (story.status, story.cursor)
    assert [step.key for step in course.steps] == story.sheet
    assert course.present == tuple(story.here)
    pairs = [(told.deviation, story.behind(now.ns))]
    pairs.append((told.session_ends.ns, story.expected_end(now.ns)))
    pairs.append((told.session_ends.wall - now.wall, told.session_ends.ns - now.ns))
    for step in course.steps:
        use, key = course.use(step), step.key
        assert (course.begun(step), len(use.attempts)) == (key in story.begun, story.attempts.get(key, 0))
        pairs += [(used, story.elapsed(key, n)) for n, used in enumerate(use.attempts)]
        pairs += [
            (course.length(step), story.length(key)),
            (course.elapsed(step, now), story.elapsed(key)),
            (course.paused(step, now), story.paused(key)),
            (use.added, story.added.get(key, 0)),
        ]
    return max(abs(one - other) for one, other in pairs)


def rings(seed: int) -> tuple[list[str], list[str]]:
    """Warnings and ends that a session tells in a schedule, however late it looks, and what it should tell."""
    session, _ = open_session("s", Moment(0, TEN), TEXT, roster(NAMES[:3]))
    oracle, ear = Oracle(), Ear()
    watch, told = Watch(), list[str]()
    now = Moment(0, TEN)
    for wait, verb, amount in schedule(seed):
        if verb == "swap":
            continue  # what rang under the wrong name would ring again under the right one: a round anew
        now = now.at(now.ns + wait + (amount if verb == "sleep" else 0))
        watch, cues = watch.look(session.course, now)
        told += _names(session, cues)
        ear.listen(oracle.story(now.ns))
        if verb == "kill":
            watch = Watch().resumed(session.course, now)
            ear.forget(oracle.story(now.ns))
        elif verb not in ("sleep", "clock"):
            for new in _give(session, now, verb, amount):
                session = apply(session, new)
            oracle.give(now.ns, verb, amount)
            watch, cues = watch.look(session.course, now)
            told += _names(session, cues)
            ear.listen(oracle.story(now.ns))
    return told, ear.due


def _names(session: Session, cues: tuple[Cue, ...]) -> list[str]:
    return [f"{session.course.step.key} {cue.kind}" for cue in cues if cue.kind != "overtime"]


class Ear:
    """What is to be told: each attempt at a step has one warning and one end, whenever it has run past them."""

    def __init__(self) -> None:
        self.due: list[str] = []
        self.heard: dict[tuple[str, int], tuple[int, int]] = {}

    def forget(self, story: Story) -> None:
        """After a restart what stands in the record has been told, and nobody knows what undo had taken away."""
        self.heard = {}
        for step in story.begun:
            last = story.attempts.get(step, 0)
            self.heard |= {(step, n): (story.elapsed(step, n), 0) for n in range(last)}
            self.heard[step, last] = story.elapsed(step), story.length(step)

    def listen(self, story: Story) -> None:
        """A look at the step under way: what it has run past since the last look at this attempt."""
        if not story.going:
            return
        step = story.step
        attempt = step, story.attempts.get(step, 0)
        elapsed, length = story.elapsed(step), story.length(step)
        was, before = self.heard.get(attempt, (min(0, length) - 1, length))
        if was > elapsed:  # time was given back: it counts again from here
            was, before = elapsed - 1, length
        self.heard[attempt] = elapsed, length
        # Longer than 3:00 is warned a minute before, the one-minute set-up twenty seconds before.
        warning = length - (60 if planned(step) >= 180 * S else 20) * S
        if warning > 0 and was < warning <= elapsed:
            self.due.append(f"{step} warning")
        cut = length <= was < before
        if was < length <= elapsed or cut:
            self.due.append(f"{step} end")
