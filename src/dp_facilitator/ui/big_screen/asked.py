"""The lines under the bar: at most one instruction or two stems, or what a leader told or agreed to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dp_facilitator.model.course import Course
from dp_facilitator.model.notes import Record
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.wording import filled, speaks_in_room
from dp_facilitator.words import tr

Voice = Literal["stem", "line", "own", "rule", "small", "quiet", "calm"]
"""How a line is set: a stem largest, a line or a leader's own on several rows, a rule and a small one on one.

Quiet and calm are colours of the screens without a clock.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words. `lead` stands before it in grey: "One change:"."""

    text: str
    voice: Voice = "line"
    lead: str = ""

    @property
    def said(self) -> str:
        return f"{self.lead} {self.text}".strip()


def asked(
    course: Course,
    record: Record,
    step: Step,
    reading: Reading,
    left: int,
    *,
    nudged: bool = False,
) -> tuple[Line, ...]:
    """What the room is asked in this step. `left` is how many words a leader's own lines may have."""
    phase = step.phase
    if nudged:
        return (Line(tr("This is practical space."), "stem"), Line(tr("We keep the thought for later.")))
    if phase.kind == "break":
        back = Line(tr("Back at {ends}").format(ends=reading.ends.clock()), "stem")
        return (back, Line(filled(course, step, phase.prompt))) if phase.prompt else (back,)
    if phase.stems:
        return tuple(Line(filled(course, step, stem), "stem") for stem in phase.stems)
    own = _change(record, step, left) or _areas(record, step, left)
    if own:
        return own
    if phase.prompt:
        return (Line(filled(course, step, phase.prompt)),)
    return (Line(speaks_in_room(course, step), "rule"),)


def _change(record: Record, step: Step, most: int) -> tuple[Line, ...]:
    """The one change of the leader who practises again, if they agreed that the room may see it."""
    if step.phase.kind != "again" or len(step.leaders) != 1 or step.leader not in record.agreed:
        return ()
    note = record.change_of(step.leaders[0])
    return (Line(clipped([note.text], most - 2)[0], "line", tr("One change:")),) if note else ()


def _areas(record: Record, step: Step, most: int) -> tuple[Line, ...]:
    if not step.phase.shows_areas or len(step.leaders) != 1:
        return ()
    sheet = record.sheet(step.leaders[0])
    first = (sheet.area or sheet.aim).strip()
    texts = clipped([*([first] if first else []), *(text for text in sheet.criteria if text.strip())], most)
    told = [Line(texts.pop(0), "own")] if first else []
    return (*told, *(Line(text, "small", "–") for text in texts))


def clipped(texts: Sequence[str], most: int) -> list[str]:
    """The texts, each on one line, with at most so many words in all: short ones leave room to the long."""
    split = [text.split() for text in texts]
    shares = [0] * len(split)
    for _ in range(most):
        open_ones = [at for at, words in enumerate(split) if shares[at] < len(words)]
        if open_ones:
            shares[min(open_ones, key=shares.__getitem__)] += 1
    return [
        " ".join(words[:share]) + ("…" if share < len(words) else "")
        for words, share in zip(split, shares, strict=True)
    ]
