"""What the room reads in each state of a session, before anything is drawn. No pixels and no clock here.

Only names, phase, stems or one instruction, and what a leader agreed to show: never feedback, notes for the
coach, scores, or why someone goes later.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from dp_facilitator.model.course import Course
from dp_facilitator.model.cues import Tone, cues_of
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.runsheet import Step
from dp_facilitator.model.session import Session
from dp_facilitator.model.wording import announced, headline, leaders, round_words
from dp_facilitator.ui.big_screen.asked import Line, asked
from dp_facilitator.ui.big_screen.names import in_room
from dp_facilitator.ui.big_screen.people import Chip, chips_of, first_leader
from dp_facilitator.words import tr

MOST_WORDS: Final = 25
"""Words on the screen besides digits and names; what a leader wrote is cut to what the others leave."""
_OF_CLOCK: Final = 3
"""Words that the label and "1 of 5" take of them."""

Kind = Literal["running", "calm", "blank"]
Sight = Literal["digits", "bar", "nothing"]
Mark = Literal["", "disc", "triangle", "square", "pause"]

MARKS: Final[dict[Tone, Mark]] = {"calm": "disc", "warning": "triangle", "over": "square"}


@dataclass(frozen=True, slots=True)
class Clock:
    """What the room sees of the time: the only part that changes from second to second.

    `shape` is the form of the widest text of the phase ("0:00" or "00:00") and `labels` are all the words
    that may stand beside it, so that room is kept for them. `left` is the share of the bar that is
    filled, `notch` where its warning stands, both from 0 at the left to 1.
    """

    sight: Sight
    text: str
    shape: str
    tone: Tone
    label: str
    labels: tuple[str, ...]
    left: float
    notch: float | None = None

    @property
    def mark(self) -> Mark:
        return MARKS[self.tone]


@dataclass(frozen=True, slots=True)
class Faced:
    """One state of the big screen in words. `upcoming` is the same line, ever shorter, longest first.

    `names` are the names within the words, which may be shortened where a line is too long for the screen.
    """

    kind: Kind
    title: str = ""
    counter: str = ""
    mark: Mark = ""
    clock: Clock | None = None
    lines: tuple[Line, ...] = ()
    chips: tuple[Chip, ...] = ()
    upcoming: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def still(self) -> "Faced":
        """The same without what changes from second to second; equal as long as nothing else has to move."""
        if self.clock is None:
            return self
        bare = replace(self.clock, text="", tone="calm", label="", left=0.0, notch=None)
        return replace(self, clock=bare)

    @property
    def said(self) -> str:
        """Everything that can be read, without the time: what a screen reader is told the room sees."""
        label = self.clock.label if self.clock and self.clock.sight != "nothing" else ""
        parts = (self.title, label, *(line.said for line in self.lines), *self.upcoming[:1])
        return ". ".join(part.rstrip(".") for part in parts if part)


def faced(session: Session, reading: Reading, *, nudged: bool = False, blanked: bool = False) -> Faced:
    """What the room sees now."""
    if blanked:
        return Faced("blank")
    course = in_room(session.course)
    match course.status:
        case "ready":
            return _ready(course, reading)
        case "paused":
            return _paused(course, reading)
        case "finished":
            return Faced("calm", tr("Thank you"), lines=(Line(tr("We have finished."), "quiet"),))
    step = course.step
    lead = leaders(course, step)
    title = headline(course, step)
    left = MOST_WORDS - _OF_CLOCK - len(title.replace(lead, "").split() if lead else title.split())
    lines = asked(course, session.record, step, reading, left, nudged=nudged)
    own = any(line.voice in ("own", "small") for line in lines)
    practising = step.phase.kind in ("practise", "again")
    return Faced(
        "running",
        title,
        round_words(course, step),
        clock=_clock(course, reading),
        lines=lines,
        chips=chips_of(course, step) if practising and not nudged else (),
        upcoming=() if practising or nudged or own else _upcoming(course),
        names=tuple(dict.fromkeys(name for name in (lead, *map(course.name, course.present)) if name)),
    )


def _clock(course: Course, reading: Reading) -> Clock:
    step = course.step
    over, length = reading.over, course.length(step)
    shape = "00:00" if length >= 600 * SECOND or len(reading.text) > len("0:00") else "0:00"
    heard = [cue.label for cue in cues_of(course, step) if cue.label]
    return Clock(
        sight=_sight(course, step),
        text=reading.text,
        shape=shape,
        tone=reading.tone,
        label=reading.label,
        labels=tuple(dict.fromkeys((tr("Time left"), *heard, tr("Over")))),
        # Whole seconds, so that the bar moves with the digits and not between them.
        left=1.0 if over else min(1.0, reading.left_s * SECOND / length) if length > 0 else 0.0,
        notch=None if over or reading.notch is None else 1 - reading.notch,
    )


def _sight(course: Course, step: Step) -> Sight:
    hidden = any(course.person(person).hide_digits for person in step.leaders)
    return "bar" if hidden and step.phase.clock == "digits" else step.phase.clock


def _upcoming(course: Course) -> tuple[str, ...]:
    """What comes next: with its time, then shorter, then without the time."""
    step = course.upcoming
    if step is None:
        return ()
    words, _, time = announced(course, step).rpartition(", ")
    lead = leaders(course, step)
    short = tr("{lead} again").format(lead=lead) if lead and step.phase.kind == "again" else words
    return tuple(
        dict.fromkeys(
            (
                tr("Next: {words}, {time}").format(words=words, time=time),
                tr("Next: {short}, {time}").format(short=short, time=time),
                tr("Next: {words}").format(words=words),
            )
        )
    )


def _ready(course: Course, reading: Reading) -> Faced:
    first = first_leader(course)
    starts = course.planned_start
    when = tr("Starts soon")
    if starts is not None and starts > reading.now.ns:
        when = tr("Starts at {at}").format(at=reading.now.at(starts).clock())
    lines = [Line(when, "calm")]
    if first and len(first.leaders) == 1:
        lines.append(Line(tr("{leaders} leads first.").format(leaders=leaders(course, first)), "quiet"))
    return Faced(
        "calm",
        course.plan.title,
        lines=tuple(lines),
        chips=chips_of(course, first),
        names=(leaders(course, first),) if first else (),
    )


def _paused(course: Course, reading: Reading) -> Faced:
    """Calm, and nobody is told that their time is over."""
    lead = leaders(course, course.step)
    left = reading.left_s and _sight(course, course.step) == "digits"
    if lead:
        words = (tr("We carry on with {lead}, {time} left") if left else tr("We carry on with {lead}")).format(
            lead=lead, time=reading.text
        )
    else:
        words = tr("We carry on with {text} left").format(text=reading.text) if left else tr("We carry on in a moment")
    names = (lead,) if lead else ()
    return Faced("calm", tr("Taking a moment"), mark="pause", lines=(Line(words, "quiet"),), names=names)
