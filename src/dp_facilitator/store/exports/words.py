"""The words of a leader's hand-out that do not depend on its format."""

from __future__ import annotations

from dataclasses import dataclass

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.review import Answer, StepTimes, TurnTimes
from dp_facilitator.words import marked, ntr, tr

PERSONAL = marked("Personal: keep or shred")
_STAND_INS = {"{timekeeper}": marked("the timekeeper"), "{next}": marked("the next leader")}


@dataclass(frozen=True, slots=True)
class Group:
    """Notes from the same side. `giver` is "a peer", "the coach" or, where nobody is named, empty."""

    giver: str
    texts: tuple[str, ...]


def title(text: str, name: str) -> str:
    """The title of a capture for its leader: nobody else's name can come into it."""
    for stand_in, words in (("{leader}", name), *((key, tr(said)) for key, said in _STAND_INS.items())):
        text = text.replace(stand_in, words)
    return text


def grouped(answer: Answer) -> tuple[Group, ...]:
    """The notes of a capture by who gave them, in the order in which the first of each was written.

    Those of nobody in particular come first, where no heading stands over them.
    """
    groups: dict[str, list[str]] = {"": []}
    for text, giver in answer.lines:
        groups.setdefault(giver, []).append(text)
    return tuple(Group(giver, tuple(texts)) for giver, texts in groups.items() if texts)


def turn_titles(turns: tuple[TurnTimes, ...]) -> tuple[str, ...]:
    """A title for each turn; a second one of the same kind is "Round, second time"."""
    seen: dict[str, int] = {}
    found = []
    for turn in turns:
        count = seen[turn.title] = seen.get(turn.title, 0) + 1
        found.append(turn.title if count == 1 else tr("{title}, time {count}").format(title=turn.title, count=count))
    return tuple(found)


def used(step: StepTimes) -> str:
    """What a step used: "4:08", or that it was not run."""
    return tr("not run") if step.used_s is None else minutes_and_seconds(step.used_s)


def remarks(step: StepTimes) -> str:
    """What else is to be said of its time: "1:00 added, paused for 0:30, 0:12 over"; often nothing."""
    said = []
    if step.fitted_s != step.planned_s:
        said.append(tr("fitted to {fitted}").format(fitted=minutes_and_seconds(step.fitted_s)))
    if step.added_s:
        minutes = minutes_and_seconds(step.added_s)
        said.append(
            tr("{minutes} added").format(minutes=minutes)
            if step.added_s > 0
            else tr("{minutes} taken off").format(minutes=minutes)
        )
    if step.paused_s:
        said.append(tr("paused for {paused}").format(paused=minutes_and_seconds(step.paused_s)))
    if step.over_s:
        said.append(tr("{over} over").format(over=minutes_and_seconds(step.over_s)))
    if step.attempts > 1:
        said.append(
            ntr("begun {attempts} time", "begun {attempts} times", step.attempts).format(attempts=step.attempts)
        )
    return ", ".join(said)


def day(moment: Moment) -> str:
    """The local date as one writes it: "22 November 2026"; empty where the clock was beyond any calendar."""
    from dp_facilitator.store.summary import iso

    text = iso(moment)
    if text is None:
        return ""
    year, month, date = text[:10].split("-")
    return tr("{day} {month} {year}").format(day=int(date), month=tr(_MONTHS[int(month) - 1]), year=int(year))


# Written out, because the names that Python knows follow the language of the computer.
_MONTHS = (
    *(marked("January"), marked("February"), marked("March"), marked("April"), marked("May"), marked("June")),
    *(marked("July"), marked("August"), marked("September"), marked("October"), marked("November"), marked("December")),
)
