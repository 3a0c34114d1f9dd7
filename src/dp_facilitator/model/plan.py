"""A session plan: what a kind of session consists of, without anyone's name in it.

One plan is one JSON file. These classes are its format, with `plan_phase.py` for what a phase holds;
`sessions/plan.schema.json` is written from them. Reading a file with every check is `plan_text.read_plan`.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from .plan_checks import check_number, check_plan, check_segment
from .plan_phase import Capture, Cue, Id, Passage, Phase, PlanPart, Seconds, Title

__all__ = [
    "FORMAT", "Capture", "Card", "Cue", "Cycle", "Labels", "People", "Phase", "Plan", "Role", "Route", "Segment",
    "part_at", "plan_schema",
]  # fmt: skip

FORMAT: Final = 1


class Cycle(PlanPart):
    """Phases of a segment that are gone through several times before what follows them."""

    first: Id
    """The id of the phase with which it begins."""
    last: Id | None = None
    """The id of the phase with which it ends; without it, the first alone is repeated."""
    times: Annotated[int, Field(ge=2, le=60)]
    """How many times in all."""


class Segment(PlanPart):
    """Phases that belong together: done once, once for each person, or in parallel groups."""

    id: Id
    title: Title
    repeat: Literal["once", "each", "groups"] = "once"
    group_size: Annotated[int, Field(ge=2, le=12)] | None = None
    """People in a parallel group; all groups share one clock."""
    rounds: Annotated[int, Field(ge=1, le=60)] | None = None
    """How many rounds, when not everyone leads one."""
    round_titles: tuple[Title, ...] = Field(default=(), max_length=60)
    """What its rounds are called, in order; the others go by their number."""
    cycles: tuple[Cycle, ...] = Field(default=(), max_length=12)
    """Phases that are repeated within a round."""
    phases: tuple[Phase, ...] = Field(min_length=1, max_length=60)

    @model_validator(mode="after")
    def _parts_agree(self) -> Self:
        check_segment(self)
        return self

    @property
    def seconds(self) -> int:
        """Planned seconds of one turn of it."""
        return sum(phase.time for phase, _, _ in self.laid_out())

    def laid_out(self) -> Iterator[tuple[Phase, int, int]]:
        """Its phases as one turn runs them: each with which time it is, counted from 1, and of how many."""
        ids = [phase.id for phase in self.phases]
        ends = {ids.index(c.first): (ids.index(c.last or c.first) + 1, c.times) for c in self.cycles}
        at = 0
        while at < len(ids):
            end, times = ends.get(at, (at + 1, 1))
            for number in range(1, times + 1):
                yield from ((phase, number, times) for phase in self.phases[at:end])
            at = end

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


class Role(PlanPart):
    """What a person does. Roles are given by position: the first in the list leads.

    In rounds they move on with the leader; in a segment that is run once and whose phases name roles, they stay.
    """

    id: Id
    title: Title
    optional: bool = False
    """It may stay empty."""
    outside: bool = False
    """Held by someone outside the turns, such as a mentor."""


class People(PlanPart):
    """For how many people a plan is made."""

    usual: Annotated[int, Field(ge=1, le=60)]
    least: Annotated[int, Field(ge=1, le=60)] = 2
    most: Annotated[int, Field(ge=1, le=60)] = 20


class Labels(PlanPart):
    """What people are called in this kind of session."""

    leader: Title = "Leader"
    team_member: Title = "Team member"
    coach: Title = "Coach"
    timekeeper: Title = "Timekeeper"


class Card(PlanPart):
    """A few lines under a title, for reading out or printing."""

    title: Title
    lines: tuple[Passage, ...] = Field(min_length=1, max_length=12)


class Route(PlanPart):
    """Another way on from a branch point: replaces everything that follows it."""

    title: Title
    segments: tuple[Segment, ...] = Field(min_length=1, max_length=60)


class Plan(PlanPart):
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

    def nameless(self) -> frozenset[str]:
        """Ids of captures whose notes say neither whose they are nor who gave them (P5)."""
        every = (capture for phase in self.phases() for capture in phase.captures)
        return frozenset(capture.id for capture in every if capture.sharing == "unattributed")

    def seconds(self, people: int | None = None) -> int:
        """Planned seconds with so many people, or with the usual number."""
        count = self.people.usual if people is None else people
        return sum(segment.seconds * segment.turns(count) for segment in self.segments)


_PARTS: Final[dict[int | str, type[PlanPart]]] = {
    "segments": Segment,
    "cycles": Cycle,
    "phases": Phase,
    "cues": Cue,
    "captures": Capture,
    "roles": Role,
    "people": People,
    "labels": Labels,
    "card": Card,
    "coach_notes": Card,
}


def part_at(path: Sequence[int | str]) -> type[PlanPart]:
    """The part of a plan to which the field at the end of a path belongs: `("segments", 1, "phases", 0, "time")`."""
    if path[0] == "routes" and len(path) == 3:
        return Route
    lists = [step for step in path[:-1] if step in _PARTS]
    return _PARTS[lists[-1]] if lists else Plan


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan file, with what the fields mean."""
    from .attribute_docs import attribute_docs

    # Reading the meanings from the source takes 15 ms at import, which only a schema needs to spend.
    for part in (Cue, Capture, Phase, Cycle, Segment, Role, People, Labels, Card, Route, Plan):
        for name, meaning in attribute_docs(part).items():
            part.model_fields[name].description = meaning
        part.model_rebuild(force=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Plan.model_json_schema(by_alias=True),
    }
