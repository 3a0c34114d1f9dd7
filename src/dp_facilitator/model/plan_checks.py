"""What must agree with what in a plan. Each check raises with a reason and a way to mend it."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from pydantic_core import PydanticCustomError

from .durations import minutes_and_seconds
from .text import has_controls, is_blank, tidy_line

if TYPE_CHECKING:
    from .plan import Cue, Phase, Plan, Segment

PLACEHOLDERS: Final = ("{leader}", "{timekeeper}", "{next}", "{round}", "{cycle}")
SPEAKERS: Final = ("leader", "others", "others-then-coach", "everyone", "coach", "nobody")
MOST_STEPS: Final = 2000
"""So many steps fill twelve hours with one every twenty seconds."""


def broken(reason: str, mend: str = "") -> PydanticCustomError:
    """A mistake in the words of this program; `reason` follows the name of the place."""
    return PydanticCustomError("plan", "{reason}", {"reason": reason, "mend": mend})


def check_number(value: object) -> object:
    """A number that is not `true`, which Python takes for 1."""
    if isinstance(value, bool):
        raise broken("is not one of the choices", "Write it as a number.")
    return value


def check_words(text: str) -> str:
    """Words that a person reads: visible, on one line."""
    if is_blank(text):
        raise broken("is empty", "Write a few words, or leave the whole entry out.")
    if has_controls(text):
        raise broken("has control characters or line breaks in it", "Keep it to plain words on one line.")
    return tidy_line(text)


def check_prompt(text: str) -> str:
    """Words in which only the known stand-ins for names are in braces."""
    for found in re.findall(r"\{[^}]*\}?|\}", text):
        if found not in PLACEHOLDERS:
            raise broken(f"has {found} in it, which stands for nothing", f"Use {', '.join(PLACEHOLDERS)} or no braces.")
    return text


def check_cues(cue: "Cue") -> None:
    given = [name for name in ("after", "before", "percent", "end") if getattr(cue, name) is not None]
    if len(given) != 1:
        said = "no time" if not given else f"{len(given)} times ({', '.join(given)})"
        raise broken(f"has {said}", 'Give exactly one of "after", "before", "percent" or "end".')


def check_phase(phase: "Phase") -> None:
    if phase.time < 1:
        raise broken("has no time", 'Give "time" at least "0:01".')
    if phase.floor is not None and phase.floor > phase.time:
        raise broken(
            f"has a floor of {minutes_and_seconds(phase.floor)}, above its time of {minutes_and_seconds(phase.time)}",
            'Lower "floor" or raise "time".',
        )
    if phase.hard_end is not None and phase.hard_end < phase.time:
        raise broken("ends hard before its nominal end", 'Make "hard_end" at least "time".')
    if phase.advance == "automatic" and phase.hard_end is not None:
        raise broken("has both a hard end and automatic advance", 'Keep one of "hard_end" and "advance".')
    if phase.gate and not phase.checklist:
        raise broken("is a gate without a checklist", 'Add "checklist", or leave "gate" out.')
    _once((capture.id for capture in phase.captures), "capture")


def check_segment(segment: "Segment") -> None:
    if (segment.repeat == "groups") != (segment.group_size is not None):
        raise broken("and its groups do not agree", 'Give "group_size" with "repeat": "groups", and only there.')
    if segment.repeat == "once" and segment.rounds is not None:
        raise broken('is run once and has "rounds"', 'Leave "rounds" out, or set "repeat" to "each".')
    if segment.repeat == "once" and segment.round_titles:
        raise broken('is run once and has "round_titles"', 'Leave them out, or set "repeat" to "each".')
    _once((phase.id for phase in segment.phases), "phase")
    _check_cycles(segment)
    _check_banks(segment)


def _check_cycles(segment: "Segment") -> None:
    ids = [phase.id for phase in segment.phases]
    free_from = 0
    for cycle in segment.cycles:
        ends = [cycle.first, cycle.last or cycle.first]
        for end in ends:
            if end not in ids:
                raise broken(f'repeats the phase "{end}", which it does not have', "Use ids of its own phases.")
        first, last = map(ids.index, ends)
        if last < first:
            raise broken(f'repeats from "{ends[0]}" to "{ends[1]}", which comes before it', "Exchange the two.")
        if first < free_from:
            raise broken(
                f'repeats "{ends[0]}" in two cycles, or has its cycles out of order',
                "Name them in the order of the phases, each phase in one at most.",
            )
        free_from = last + 1


def _check_banks(segment: "Segment") -> None:
    banks = Counter(phase.bank for phase, _, _ in segment.laid_out() if phase.bank)
    for bank, count in banks.items():
        if count == 1:
            raise broken(
                f'has one phase alone in the bank "{bank}"',
                "Give the same bank to the phases of this segment that share their time.",
            )


def check_plan(plan: "Plan") -> None:
    if not plan.people.least <= plan.people.usual <= plan.people.most:
        raise broken("has people out of order", 'Put "least", "usual" and "most" in rising order.')
    _once((role.id for role in plan.roles), "role")
    for segments in (plan.segments, *(route.segments for route in plan.routes.values())):
        _once((segment.id for segment in segments), "segment")
    roles = {role.id for role in plan.roles}
    if clash := sorted(roles & {"others", "others-then-coach", "everyone", "nobody"}):
        raise broken(f'has a role with the id "{clash[0]}", which means something else here', "Give it another id.")
    seats = {role.id for role in plan.roles if not role.outside}
    if plan.timekeeper == "role" and "timekeeper" not in roles:
        raise broken("gives the time to a role that is not there", 'Add a role with the id "timekeeper".')
    captures: dict[str, object] = {}
    for phase in plan.phases():
        if phase.speaks not in SPEAKERS and phase.speaks not in roles:
            raise broken(
                f'says in phase "{phase.id}" that "{phase.speaks}" speaks, which is no role here',
                f"Use one of {', '.join((*SPEAKERS, *sorted(roles - {'leader'})))}.",
            )
        if phase.leads is not None and phase.leads not in seats:
            raise broken(
                f'is led in phase "{phase.id}" by "{phase.leads}", which is no role of someone who takes part',
                f"Use one of {', '.join(sorted(seats))}.",
            )
        for route in phase.branch:
            if route not in plan.routes:
                raise broken(f'branches in phase "{phase.id}" to "{route}", which is no route', 'Add it to "routes".')
        for capture in phase.captures:
            if captures.setdefault(capture.id, capture) != capture:
                raise broken(f'describes the capture "{capture.id}" in two ways', "Give one of them another id.")
    _check_size(plan)
    if plan.seconds() != plan.total:
        raise broken(
            f"says it takes {minutes_and_seconds(plan.total)}, but its parts add up to "
            f"{minutes_and_seconds(plan.seconds())} with {plan.people.usual} people",
            'Change "total" or one of the times.',
        )


def _check_size(plan: "Plan") -> None:
    for segments in (plan.segments, *(route.segments for route in plan.routes.values())):
        bank_of: dict[str, str] = {}
        for segment in segments:
            for phase in segment.phases:
                if phase.bank and bank_of.setdefault(phase.bank, segment.id) != segment.id:
                    raise broken(
                        f'has the bank "{phase.bank}" in two segments', "A bank is shared within one: use two names."
                    )
        steps = sum(len(list(one.laid_out())) * one.turns(plan.people.most) for one in segments)
        if steps > MOST_STEPS:
            raise broken(
                f"comes to {steps:,} steps with {plan.people.most} people, more than {MOST_STEPS:,}",
                'Lower "most", or repeat less.',
            )


def _once(ids: Iterable[str], what: str) -> None:
    for name, count in Counter(ids).items():
        if count > 1:
            raise broken(f'has {count} times the {what} "{name}"', "Give each its own id.")
