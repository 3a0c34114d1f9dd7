"""Facts: what happened in a session. They are the record; everything else is worked out from them.

Each has `at`, the moment that it is about. `TimingFact`s can be undone; `RecordFact`s have their own
opposites.
"""

from dataclasses import dataclass

from .moment import Moment
from .notes import Note
from .roster import Participant
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Opened(Fact):
    """A session came into being. `plan` is the text of its plan, so that the record stands alone.

    `planned_start` and `planned_end` are wall times in ns since 1970 UTC, or None. `timings` are fitted
    seconds by segment and phase.
    """

    session: str
    plan: str
    people: tuple[Participant, ...]
    planned_start: int | None = None
    planned_end: int | None = None
    timings: tuple[tuple[str, str, int], ...] = ()
    sheets: tuple[tuple[str, Sheet], ...] = ()
    version: str = ""


class TimingFact(Fact):
    """A timing or people verb: undo takes it back."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Started(TimingFact):
    """The first step began, so many nanoseconds before somebody said so."""

    ns: int = 0


@dataclass(frozen=True, slots=True)
class Paused(TimingFact):
    """The countdown was frozen. `by_plan` when a cue of the plan did it."""

    by_plan: bool = False


@dataclass(frozen=True, slots=True)
class Resumed(TimingFact):
    """The countdown went on."""


@dataclass(frozen=True, slots=True)
class Moved(TimingFact):
    """The step `to` (its key) became the current one. `why` is "next", "back" or "plan"."""

    to: str
    why: str = "next"


@dataclass(frozen=True, slots=True)
class Restarted(TimingFact):
    """The current step got its full time again."""


@dataclass(frozen=True, slots=True)
class Extended(TimingFact):
    """Nanoseconds added to the current step, or taken away when negative."""

    ns: int


@dataclass(frozen=True, slots=True)
class Backdated(TimingFact):
    """The current step had begun so many nanoseconds earlier."""

    ns: int


@dataclass(frozen=True, slots=True)
class GivenBack(TimingFact):
    """So many nanoseconds (a sleep, a power cut) do not count in the current step."""

    ns: int


@dataclass(frozen=True, slots=True)
class Passed(TimingFact):
    """A leader goes last."""

    person: str


@dataclass(frozen=True, slots=True)
class Benched(TimingFact):
    """Someone left."""

    person: str


@dataclass(frozen=True, slots=True)
class Returned(TimingFact):
    """Someone who had left is back."""

    person: str


@dataclass(frozen=True, slots=True)
class Joined(TimingFact):
    """Someone new came."""

    person: Participant


@dataclass(frozen=True, slots=True)
class Reordered(TimingFact):
    """The order in which people lead, as ids."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swapped(TimingFact):
    """Two people changed places, also in a round that is under way."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Renamed(TimingFact):
    """A person's name was put right."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class DigitsHidden(TimingFact):
    """Whether the room sees digits while this person leads."""

    person: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class TimekeeperSet(TimingFact):
    """The coach chose who keeps the time of a turn (its key)."""

    turn: str
    person: str


@dataclass(frozen=True, slots=True)
class RouteTaken(TimingFact):
    """The plan's branch point: what follows the current segment comes from this route."""

    route: str


@dataclass(frozen=True, slots=True)
class Fitted(TimingFact):
    """What is still to run got other timings, by segment, phase and seconds; or another planned end.

    `planned_end` is a session time in ns.
    """

    timings: tuple[tuple[str, str, int], ...] = ()
    planned_end: int | None = None


@dataclass(frozen=True, slots=True)
class Finished(TimingFact):
    """The session ended. `by_plan` when its last step ended by itself."""

    by_plan: bool = False


@dataclass(frozen=True, slots=True)
class Undone(Fact):
    """The newest timing verb was taken back."""


@dataclass(frozen=True, slots=True)
class Redone(Fact):
    """The verb that was taken back last stands again, at its own moment."""


class RecordFact(Fact):
    """Something written down; undo of the timing leaves it alone."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Prepared(RecordFact):
    """What a leader told about what they will practise."""

    person: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Noted(RecordFact):
    """A note was kept."""

    note: Note


@dataclass(frozen=True, slots=True)
class Reworded(RecordFact):
    """The words of a note were changed."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class Removed(RecordFact):
    """A note was taken away, or put back when `back`."""

    note: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Chosen(RecordFact):
    """A leader chose the note that is their one change; None takes the choice back."""

    person: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Agreed(RecordFact):
    """Whether a leader lets the room see their one change."""

    person: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Ticked(RecordFact):
    """A line of a step's checklist, counted from 0."""

    step: str
    line: int
    done: bool = True


@dataclass(frozen=True, slots=True)
class Parked(RecordFact):
    """A thought for later."""

    text: str


class Sign(Fact):
    """Something about the computer that changes nothing in the session."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Slept(Sign):
    """The computer slept so many nanoseconds; they count unless they are given back."""

    ns: int


@dataclass(frozen=True, slots=True)
class Reopened(Sign):
    """The program came back after so many nanoseconds away; they count unless they are given back."""

    ns: int
