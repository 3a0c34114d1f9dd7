"""The phase of a session plan, and what stands in it: cues and captures. `plan.py` has the rest of the format."""

from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from dp_facilitator.words import tr

from .durations import LONGEST_S, minutes_and_seconds, read_clocked
from .plan_checks import broken, check_capture, check_cues, check_phase, check_prompt, check_words


def _seconds(value: object) -> object:
    seconds = read_clocked(value) if isinstance(value, str) else None
    if seconds is None:
        raise broken(tr("is not a time"), tr('Write minutes and seconds in quotes, such as "4:00".'))
    if seconds > LONGEST_S:
        raise broken(tr("is longer than twelve hours"), tr("Split it into several sessions."))
    return seconds


Seconds = Annotated[
    int,
    BeforeValidator(_seconds),
    PlainSerializer(minutes_and_seconds, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(\d{1,2}:)?\d{1,3}:[0-5]\d$",
            "description": 'minutes:seconds, "4:00"',
        }
    ),
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
Title = Annotated[str, StringConstraints(max_length=80), AfterValidator(check_words)]
Prompt = Annotated[str, StringConstraints(max_length=160), AfterValidator(check_words), AfterValidator(check_prompt)]
Passage = Annotated[str, StringConstraints(max_length=1200), AfterValidator(check_words)]


class PlanPart(BaseModel):
    """What every part of a plan has in common: nothing may be changed, added or misspelt."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Cue(PlanPart):
    """A moment in a phase at which the room is told something. Exactly one of the four times is given."""

    after: Seconds | None = None
    """Time from the start of the phase; may lie beyond its end."""
    before: Seconds | None = None
    """Time left when it comes."""
    percent: Annotated[int, Field(ge=0, le=100)] | None = None
    """Share of the phase that has gone."""
    end: Literal[True] | None = None
    """At the end of the phase."""
    rings: Annotated[int, Field(ge=0, le=60)] = 1
    """How many times the bell rings; 0 changes the label in silence."""
    label: Title | None = None
    """What the screen says from then on, instead of "Time left"."""
    tone: Literal["calm", "warning"] | None = None
    """How the countdown looks from then on."""
    pause: bool = False
    """The clock stops here until someone goes on."""

    @model_validator(mode="after")
    def _one_time(self) -> Self:
        check_cues(self)
        return self


class Capture(PlanPart):
    """Something that is written down during a phase."""

    id: Id
    title: Title
    """The stem or question: "It was effective when…"."""
    form: Literal["note", "areas", "scale"] = "note"
    """Words; the three areas of a leader's sheet; or a number from 0 to 10."""
    about: Literal["leader", "everyone", "group"] = "leader"
    """Whose it is: the leader of the round, each person in turn, or the whole group."""
    sharing: Literal["private", "shared", "unattributed"] = "private"
    """Only for the person it is about; for the group; or for the group without saying who."""
    choose: bool = False
    """The leader may choose one of these as their one change."""
    own: bool = False
    """The leader's own words also where others may speak: no feedback."""

    @model_validator(mode="after")
    def _of_someone(self) -> Self:
        check_capture(self)
        return self


class Phase(PlanPart):
    """A timed part of a round or of the session."""

    id: Id
    title: Title
    headline: Prompt | None = None
    """What the room reads. `{leader}`, `{timekeeper}`, `{next}` and `{round}` stand for names, `{cycle}` for which
    time it is."""
    time: Seconds
    floor: Seconds | None = None
    """The shortest that it may be trimmed to; without it, it is not trimmed."""
    trim: Literal["slack", "share", "last", "protected"] = "share"
    """When time is short: gives first, shares, gives last, or never gives."""
    kind: Literal["set-up", "practise", "feedback", "again", "talk", "write", "break"] = "talk"
    """What it is for; decides its colour in a timetable."""
    advance: Literal["manual", "automatic"] = "manual"
    hard_end: Seconds | None = None
    """Time from its start at which it ends by itself; `time` is then the nominal end."""
    cues: tuple[Cue, ...] | None = Field(default=None, max_length=60)
    """Without it, one warning and the end; an empty list means only the end."""
    quiet: bool = False
    """Cues are seen and not heard, unless sound is asked for."""
    leads: Id | None = None
    """The id of a role: who has it leads this phase; without it, the leader of the round."""
    bank: Id | None = None
    """Phases of one segment with the same bank share their time: what one leaves, the next may use."""
    speaks: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)] = "everyone"
    """leader, others, others-then-coach, everyone, coach, nobody, or the id of a role."""
    prompt: Prompt | None = None
    """The one instruction that the room sees."""
    stems: tuple[Prompt, ...] = Field(default=(), max_length=2)
    """At most two beginnings of a sentence that the room sees."""
    coach: tuple[Passage, ...] = Field(default=(), max_length=12)
    """What only the desk sees."""
    checklist: tuple[Passage, ...] = Field(default=(), max_length=12)
    """What is ticked off at the desk."""
    gate: bool = False
    """The checklist must be complete before this phase can begin: once in a session, unless `gate_each`."""
    gate_each: bool = False
    """The gate is asked anew in every turn, where each turn brings another case."""
    clock: Literal["digits", "bar", "nothing"] = "digits"
    """What the room sees of the time."""
    shows_areas: bool = False
    """The room sees the leader's area and success criteria."""
    captures: tuple[Capture, ...] = Field(default=(), max_length=8)
    branch: tuple[Id, ...] = ()
    """Routes that may be taken from here."""

    @model_validator(mode="after")
    def _times_agree(self) -> Self:
        check_phase(self)
        return self

    @property
    def least_s(self) -> int:
        """Seconds it is never trimmed below."""
        return self.time if self.floor is None or self.trim == "protected" else self.floor
