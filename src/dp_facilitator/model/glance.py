"""A session plan at a glance: what a list of plans shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a glance that is known need not wait for the reading of a plan
    from .plan import Plan


@dataclass(frozen=True, slots=True)
class Glance:
    """What a plan is about, how long it takes, and for how many people it is made.

    `bar` are the phases in turn, as seconds and kind, with the usual number of people.
    """

    title: str
    summary: str
    minutes: int
    least: int
    usual: int
    most: int
    bar: tuple[tuple[int, str], ...]


def glance(plan: Plan) -> Glance:
    """The plan at a glance."""
    people = plan.people
    bar = tuple(
        (phase.time, phase.kind)
        for segment in plan.segments
        for _ in range(segment.turns(people.usual))
        for phase, _, _ in segment.laid_out()
    )
    return Glance(plan.title, plan.summary or "", plan.total // 60, people.least, people.usual, people.most, bar)
