"""The colour of each kind of phase in a bar, and what it is called beside one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the first page knows kinds of phases, and needs no plan for it
    from dp_facilitator.model.plan import Phase, Plan

TOKENS: Final = {
    "set-up": "setup",
    "practise": "practise",
    "feedback": "feedback",
    "again": "again",
    "talk": "other",
    "write": "other",
    "break": "break",
}
"""Names of theme colours by the kinds that a plan knows."""


def token(kind: str) -> str:
    """The theme colour for a kind of phase; one that is not known is drawn as talk."""
    return TOKENS.get(kind, "other")


def bar(parts: tuple[tuple[int, str], ...]) -> tuple[tuple[float, str], ...]:
    """Weights and kinds as the segments of a `PhaseBar`."""
    return tuple((float(weight), token(kind)) for weight, kind in parts)


def legend(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Colour and words for what repeats in a plan; nothing for a plan in which nothing does."""
    repeated = [phase for segment in plan.segments if segment.repeat != "once" for phase in segment.phases]
    first: dict[str, Phase] = {}
    for phase in repeated:
        first.setdefault(token(phase.kind), phase)
    return tuple((colour, phase.title) for colour, phase in first.items()) if len(first) > 1 else ()
