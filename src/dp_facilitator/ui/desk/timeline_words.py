"""What a timeline says: captions of turns, ticks of its axis, tips, and the whole picture in words."""

from collections.abc import Callable, Iterator, Sequence

from dp_facilitator.model.course import Course
from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.review import times
from dp_facilitator.model.roster import letter
from dp_facilitator.model.runsheet import Turn
from dp_facilitator.model.session import Session
from dp_facilitator.model.text import listed
from dp_facilitator.words import marked, tr

from .spans import Picture, Span

_TICKS_S = (300, 600, 900, 1800, 3600, 7200, 14400)
_KINDS = {
    "planned": marked("planned"),
    "ran": marked("ran"),
    "stood": marked("paused"),
    "over": marked("over its time"),
    "coming": marked("to come"),
}


def turn_names(course: Course, turn: Turn) -> tuple[str, str]:
    """A turn in full and in short: "Ana" and "A"; of a segment without leaders its title and nothing."""
    if not turn.leaders:
        segment = next(step.segment for step in course.steps if step.turn.segment == turn.segment)
        return segment.title, ""
    ids = [person.id for person in course.people]
    letters = "".join(letter(ids.index(person)) for person in turn.leaders)
    return listed([course.name(person) for person in turn.leaders]), letters


def turn_captions(session: Session, spans: tuple[Span, ...]) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Start, end and names of each turn in a row of spans."""
    known = {step.turn.segment for step in session.course.steps}
    for turn in dict.fromkeys(span.step.turn for span in spans):
        mine = [span for span in spans if span.step.turn == turn]
        title = mine[0].step.segment.title
        named = turn_names(session.course, turn) if turn.leaders or turn.segment in known else (title, "")
        yield mine[0].starts, mine[-1].ends, named


def captions(turns: Sequence[tuple[int, tuple[str, str]]], measure: Callable[[str], int]) -> list[str]:
    """What stands above turns of so many pixels: names for all if there is room, else letters, else some."""
    for forms in (_both, _short):
        wanted = [(room, forms(names), names) for room, names in turns]
        if all(measure(words) <= room for room, words, names in wanted if names[1]):
            return [words if measure(words) <= room else "" for room, words, _ in wanted]
    narrow = min(room for room, names in turns if names[1])
    every = -(-max(measure(names[1]) for _, names in turns) // max(1, narrow))
    return [names[1] if at % every == 0 else "" for at, (_, names) in enumerate(turns)]


def _both(names: tuple[str, str]) -> str:
    full, short = names
    return f"{short} {full}".strip()


def _short(names: tuple[str, str]) -> str:
    return names[1] or names[0]


def ticks(first: Moment, last: Moment, most: float) -> Iterator[Moment]:
    """Round clock times strictly between two moments, at most so many."""
    whole = (last.ns - first.ns) // SECOND
    step = next((s for s in _TICKS_S if whole / s <= max(1.0, most)), _TICKS_S[-1])
    local = first.wall // SECOND + first.offset
    at = first.ns + (-local % step) * SECOND - first.wall % SECOND
    while at < last.ns:
        if at > first.ns:
            yield first.at(at)
        at += step * SECOND


def span_words(session: Session, span: Span) -> str:
    """One block: "Ana, Feedback, 5:48, ran"."""
    who = [listed([session.course.name(person) for person in span.step.leaders])] if span.step.leaders else []
    length = minutes_and_seconds((span.ends - span.starts) // SECOND)
    return ", ".join((*who, span.step.title, length, tr(_KINDS[span.kind])))


def picture_words(session: Session, shown: Picture, now: Moment) -> str:
    """The whole picture in words, for those who do not see it."""
    course = session.course
    planned = shown.planned
    words = []
    if planned:
        starts, ends = now.at(planned[0].starts), now.at(planned[-1].ends)
        words.append(tr("Planned from {starts} to {ends}.").format(starts=starts.clock(), ends=ends.clock()))
    if late := dict.fromkeys(person for span in shown.joined for person in span.step.turn.leaders):
        names = listed([course.name(person) for person in late])
        words.append(tr("Joined later, so not in what was planned: {names}.").format(names=names))
    if course.started:
        done = course.finished.clock() if course.finished else ""
        said = tr("Started at {started} to {finished}.") if done else tr("Started at {started} and still under way.")
        words.append(said.format(started=course.started.clock(), finished=done))
    for turn in times(course, now):
        name = listed([course.name(person) for person in turn.leaders]) or turn.title
        if all(step.used_s is None for step in turn.steps):
            words.append(
                tr("{name}: {planned} planned, not run.").format(name=name, planned=minutes_and_seconds(turn.planned_s))
            )
            continue
        paused = sum(step.paused_s for step in turn.steps)
        said = tr("{name}: {used} used of {plan}, paused {paused}.") if paused else tr("{name}: {used} used of {plan}.")
        used, plan = minutes_and_seconds(turn.used_s), minutes_and_seconds(turn.planned_s)
        words.append(said.format(name=name, used=used, plan=plan, paused=minutes_and_seconds(paused)))
    if shown.step is not None:
        who = listed([course.name(person) for person in shown.step.leaders])
        words.append(tr("Now: {phase}.").format(phase=", ".join(part for part in (who, shown.step.title) if part)))
    return " ".join(words)
