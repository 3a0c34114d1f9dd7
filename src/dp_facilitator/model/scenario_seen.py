"""What a scenario expects held against what is seen, and what is seen as plain values."""

from dataclasses import dataclass
from typing import Final

from .durations import SECOND, minutes_and_seconds, read_time_of_day
from .reading import Reading
from .scenario_words import Line
from .session import Session
from .text import same_key
from .wording import keeper, leaders, next_leader, round_words

NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class State:
    """What expectations are held against.

    `rings` since they were last asked for, `refused` why the last verb was not taken, if it was not.
    """

    session: Session
    reading: Reading
    rings: int
    refused: str | None


def seen(line: Line, state: State) -> tuple[bool, str]:
    """Whether what a line expects is so, and what is seen in its place, in the same words."""
    what = line.word.removeprefix("expect ")
    told, course = state.reading, state.session.course
    match what:
        case "left" | "over":
            over = told.over or (what == "over" and told.left <= 0)
            shown = ("over", told.over_s) if over else ("left", told.left_s)
            return shown == (what, line.ns // SECOND), f"{shown[0]} {minutes_and_seconds(shown[1])}"
        case "behind" | "ahead":
            behind = told.behind_s
            right = line.ns // SECOND == (behind if what == "behind" else -behind)
            return right, f"{'behind' if behind >= 0 else 'ahead'} {minutes_and_seconds(behind)}"
        case "elapsed" | "added" | "paused":
            ns: int = getattr(told, what)
            minus = "−" if ns < 0 else ""
            return (
                ns // SECOND == line.ns // SECOND,
                f"{what} {minus}{minutes_and_seconds(abs(ns) // SECOND)}",
            )
        case "ends" | "session-ends":
            moment = told.ends if what == "ends" else told.session_ends
            clock = moment.clock(with_seconds=True)
            expected = read_time_of_day(clock if line.rest.count(":") == 2 else clock[:5])
            return expected == line.ns // SECOND, f"{what} {clock}"
        case "rings":
            return state.rings == line.ns, f"rings {state.rings}"
        case "refused":
            return state.refused is not None, "taken" if state.refused is None else "refused"
    words = _words(what, state)
    known = {same_key(word) for word in words}
    if what == "round" and course.step.number:
        known |= {str(course.step.number), f"{course.step.number}/{course.step.of}"}
    return same_key(line.rest) in known, f"{what} {words[0]}"


def _words(what: str, state: State) -> tuple[str, ...]:
    """What may stand for something that is expected in words; the first is how it is said."""
    told, course = state.reading, state.session.course
    step = told.step
    match what:
        case "status":
            return (told.status,)
        case "phase":
            return step.title, step.phase.id
        case "leader":
            return _named(leaders(course, step))
        case "timekeeper":
            return _named(keeper(course, step))
        case "next-leader":
            return _named(next_leader(course, step))
        case "round":
            return _named(round_words(course, step))
        case "tone":
            return (told.tone,)
    return (told.label,)


def _named(name: str | None) -> tuple[str, ...]:
    return (name,) if name else (NOBODY, "none", "-")


def shown(state: State) -> dict[str, object]:
    """The reading of a line, as plain values for `--json`. Durations in seconds."""
    told = state.reading
    words = {what.replace("-", "_"): _words(what, state)[0] for what in ("leader", "timekeeper", "next-leader")}
    return {
        "time": told.now.clock(with_seconds=True),
        "status": told.status,
        "phase": told.step.title,
        **{name: None if word == NOBODY else word for name, word in words.items()},
        "round": round_words(state.session.course, told.step) or None,
        "left_s": told.left_s,
        "over_s": told.over_s if told.over else 0,
        "elapsed_s": told.elapsed // SECOND,
        "added_s": told.added // SECOND,
        "paused_s": told.paused // SECOND,
        "ends": told.ends.clock(with_seconds=True),
        "session_ends": told.session_ends.clock(with_seconds=True),
        "behind_s": told.behind_s,
        "tone": told.tone,
        "label": told.label,
        "rings": state.rings,
        "refused": state.refused,
    }
