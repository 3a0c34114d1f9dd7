"""A session plan: what a kind of session consists of, without anyone's name in it.

One plan is one JSON file. These classes are its format; `sessions/plan.schema.json` is written from them.
Reading a file with every check is `plan_text.read_plan`.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, Self

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
from .plan_checks import (
    broken,
    check_cues,
    check_number,
    check_phase,
    check_plan,
    check_prompt,
    check_segment,
    check_words,
)

FORMAT: Final = 1


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


class _Part(BaseModel):
    """What every part of a plan has in common: nothing may be changed, added or misspelt."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Cue(_Part):
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


class Capture(_Part):
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


class Phase(_Part):
    """A timed part of a round or of the session."""

    id: Id
    title: Title
    headline: Prompt | None = None
    """What the room reads. `{leader}`, `{timekeeper}` and `{next}` stand for names."""
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
    """The checklist must be complete before this phase can begin."""
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


class Segment(_Part):
    """Phases that belong together: done once, once for each person, or in parallel groups."""

    id: Id
    title: Title
    repeat: Literal["once", "each", "groups"] = "once"
    group_size: Annotated[int, Field(ge=2, le=12)] | None = None
    """People in a parallel group; all groups share one clock."""
    rounds: Annotated[int, Field(ge=1, le=60)] | None = None
    """How many rounds, when not everyone leads one."""
    phases: tuple[Phase, ...] = Field(min_length=1, max_length=60)

    @model_validator(mode="after")
    def _parts_agree(self) -> Self:
        check_segment(self)
        return self

    @property
    def seconds(self) -> int:
        """Planned seconds of one turn of it."""
        return sum(phase.time for phase in self.phases)

    def turns(self, people: int) -> int:
        """How many times it is run with so many people."""
        if self.repeat == "once":
            return 1
        size = -(-people // self.groups(people))
        return min(size, self.rounds) if self.rounds else size

    def groups(self, people: int) -> int:
        """How many parallel groups so many people make: of about `group_size`, at most one more, none alone."""
        size = self.group_size or people
        if people < 4 or self.repeat != "groups":
            return 1
        count = max((2 * people + size) // (2 * size), -(-people // (size + 1)))
        return min(count, people // 2)


class Role(_Part):
    """What a person does in a round. Roles are given by position: the first in the list leads."""

    id: Id
    title: Title
    optional: bool = False
    """It may stay empty."""
    outside: bool = False
    """Held by someone outside the turns, such as a mentor."""


class People(_Part):
    """For how many people a plan is made."""

    usual: Annotated[int, Field(ge=1, le=60)]
    least: Annotated[int, Field(ge=1, le=60)] = 2
    most: Annotated[int, Field(ge=1, le=60)] = 20


class Labels(_Part):
    """What people are called in this kind of session."""

    leader: Title = "Leader"
    team_member: Title = "Team member"
    coach: Title = "Coach"
    timekeeper: Title = "Timekeeper"


class Card(_Part):
    """A few lines under a title, for reading out or printing."""

    title: Title
    lines: tuple[Passage, ...] = Field(min_length=1, max_length=12)


class Route(_Part):
    """Another way on from a branch point: replaces everything that follows it."""

    title: Title
    segments: tuple[Segment, ...] = Field(min_length=1, max_length=60)


class Plan(_Part):
    """A session plan."""

    schema_: str | None = Field(default=None, alias="$schema")
    format: Annotated[Literal[1], BeforeValidator(check_number)]
    title: Title
    summary: Passage | None = None
    people: People
    total: Seconds
    """What the plan takes with the usual number of people; checked against the sum."""
    labels: Labels = Labels()
    roles: tuple[Role, ...] = Field(default=(Role(id="leader", title="Leader"),), min_length=1, max_length=20)
    timekeeper: Literal["previous", "role", "coach", "nobody"] = "previous"
    """Who keeps the time of a round: its previous leader, the role `timekeeper`, the coach, or nobody."""
    outcomes: tuple[Passage, ...] = Field(default=(), max_length=12)
    card: Card | None = None
    """The safety card."""
    coach_notes: tuple[Card, ...] = Field(default=(), max_length=12)
    segments: tuple[Segment, ...] = Field(min_length=1, max_length=60)
    routes: dict[Id, Route] = Field(default_factory=dict, max_length=8)

    @model_validator(mode="after")
    def _whole_agrees(self) -> Self:
        check_plan(self)
        return self

    def phases(self) -> Iterator[Phase]:
        """Every phase of every segment and route."""
        for segments in (self.segments, *(route.segments for route in self.routes.values())):
            for segment in segments:
                yield from segment.phases

    def captures(self) -> dict[str, Capture]:
        """Every capture by its id; one that stands in several phases is the same capture."""
        return {capture.id: capture for phase in self.phases() for capture in phase.captures}

    def seconds(self, people: int | None = None) -> int:
        """Planned seconds with so many people, or with the usual number."""
        count = self.people.usual if people is None else people
        return sum(segment.seconds * segment.turns(count) for segment in self.segments)


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan file, with what the fields mean."""
    from .attribute_docs import attribute_docs

    # Reading the meanings from the source takes 15 ms at import, which only a schema needs to spend.
    for part in (Cue, Capture, Phase, Segment, Role, People, Labels, Card, Route, Plan):
        for name, meaning in attribute_docs(part).items():
            part.model_fields[name].description = meaning
        part.model_rebuild(force=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Plan.model_json_schema(by_alias=True),
    }
