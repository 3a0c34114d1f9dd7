"""What must agree with what in a plan. Each check raises with a reason and a way to mend it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pydantic_core import PydanticCustomError

from dp_facilitator.words import marked, ntr, tr

from .durations import minutes_and_seconds
from .text import has_controls, is_blank, tidy_line

if TYPE_CHECKING:
    from .plan import Capture, Cue, Phase, Plan, Segment

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
        raise broken(tr("is not one of the choices"), tr("Write it as a number."))
    return value


def check_words(text: str) -> str:
    """Words that a person reads: visible, on one line."""
    if is_blank(text) or not tidy_line(text):
        raise broken(tr("is empty"), tr("Write a few words, or leave the whole entry out."))
    if has_controls(text):
        raise broken(tr("has control characters or line breaks in it"), tr("Keep it to plain words on one line."))
    return tidy_line(text)


def check_prompt(text: str) -> str:
    """Words in which only the known stand-ins for names are in braces."""
    for found in re.findall(r"\{[^}]*\}?|\}", text):
        if found not in PLACEHOLDERS:
            raise broken(
                tr("has {found} in it, which stands for nothing").format(found=found),
                tr("Use {placeholders} or no braces.").format(placeholders=", ".join(PLACEHOLDERS)),
            )
    return text


def check_cues(cue: "Cue") -> None:
    given = [name for name in ("after", "before", "percent", "end") if getattr(cue, name) is not None]
    if len(given) != 1:
        said = (
            tr("no time")
            if not given
            else ntr("{count} time ({given})", "{count} times ({given})", len(given)).format(
                count=len(given), given=", ".join(given)
            )
        )
        raise broken(
            tr("has {said}").format(said=said), tr('Give exactly one of "after", "before", "percent" or "end".')
        )


def check_capture(capture: "Capture") -> None:
    if capture.own and capture.about != "leader":
        raise broken(
            tr('holds the leader\'s own words, but is about "{about}"').format(about=capture.about),
            tr('Leave "own" out: it is for what is about the leader.'),
        )


def check_phase(phase: "Phase") -> None:
    if phase.time < 1:
        raise broken(tr("has no time"), tr('Give "time" at least "0:01".'))
    if phase.floor is not None and phase.floor > phase.time:
        raise broken(
            tr("has a floor of {floor}, above its time of {time}").format(
                floor=minutes_and_seconds(phase.floor), time=minutes_and_seconds(phase.time)
            ),
            tr('Lower "floor" or raise "time".'),
        )
    if phase.hard_end is not None and phase.hard_end < phase.time:
        raise broken(tr("ends hard before its nominal end"), tr('Make "hard_end" at least "time".'))
    if phase.advance == "automatic" and phase.hard_end is not None:
        raise broken(tr("has both a hard end and automatic advance"), tr('Keep one of "hard_end" and "advance".'))
    if phase.gate and not phase.checklist:
        raise broken(tr("is a gate without a checklist"), tr('Add "checklist", or leave "gate" out.'))
    _once((capture.id for capture in phase.captures), marked("capture"))


def check_segment(segment: "Segment") -> None:
    if (segment.repeat == "groups") != (segment.group_size is not None):
        raise broken(
            tr("and its groups do not agree"), tr('Give "group_size" with "repeat": "groups", and only there.')
        )
    if segment.repeat == "once" and segment.rounds is not None:
        raise broken(tr('is run once and has "rounds"'), tr('Leave "rounds" out, or set "repeat" to "each".'))
    if segment.repeat == "once" and segment.round_titles:
        raise broken(tr('is run once and has "round_titles"'), tr('Leave them out, or set "repeat" to "each".'))
    _once((phase.id for phase in segment.phases), marked("phase"))
    _check_cycles(segment)
    _check_banks(segment)


def _check_cycles(segment: "Segment") -> None:
    ids = [phase.id for phase in segment.phases]
    free_from = 0
    for cycle in segment.cycles:
        ends = [cycle.first, cycle.last or cycle.first]
        for end in ends:
            if end not in ids:
                raise broken(
                    tr('repeats the phase "{id}", which it does not have').format(id=end),
                    tr("Use ids of its own phases."),
                )
        first, last = map(ids.index, ends)
        if last < first:
            raise broken(
                tr('repeats from "{first}" to "{last}", which comes before it').format(first=ends[0], last=ends[1]),
                tr("Exchange the two."),
            )
        if first < free_from:
            raise broken(
                tr('repeats "{id}" in two cycles, or has its cycles out of order').format(id=ends[0]),
                tr("Name them in the order of the phases, each phase in one at most."),
            )
        free_from = last + 1


def _check_banks(segment: "Segment") -> None:
    banks = Counter(phase.bank for phase, _, _ in segment.laid_out() if phase.bank)
    for bank, count in banks.items():
        if count == 1:
            raise broken(
                tr('has one phase alone in the bank "{bank}"').format(bank=bank),
                tr("Give the same bank to the phases of this segment that share their time."),
            )


def check_plan(plan: "Plan") -> None:
    if not plan.people.least <= plan.people.usual <= plan.people.most:
        raise broken(tr("has people out of order"), tr('Put "least", "usual" and "most" in rising order.'))
    _once((role.id for role in plan.roles), marked("role"))
    for segments in (plan.segments, *(route.segments for route in plan.routes.values())):
        _once((segment.id for segment in segments), marked("segment"))
    roles = {role.id for role in plan.roles}
    if clash := sorted(roles & {"others", "others-then-coach", "everyone", "nobody"}):
        raise broken(
            tr('has a role with the id "{id}", which means something else here').format(id=clash[0]),
            tr("Give it another id."),
        )
    seats = {role.id for role in plan.roles if not role.outside}
    if plan.timekeeper == "role" and "timekeeper" not in roles:
        raise broken(tr("gives the time to a role that is not there"), tr('Add a role with the id "timekeeper".'))
    captures: dict[str, object] = {}
    for phase in plan.phases():
        for reason, mend in wrong_names(phase.id, phase.speaks, phase.leads, phase.branch, roles, seats, plan.routes):
            raise broken(reason, mend)
        for capture in phase.captures:
            if captures.setdefault(capture.id, capture) != capture:
                raise broken(
                    tr('describes the capture "{id}" in two ways').format(id=capture.id),
                    tr("Give one of them another id."),
                )
    _check_size(plan)
    if plan.seconds() != plan.total:
        raise broken(
            ntr(
                "says it takes {total}, but its parts add up to {seconds} with {usual} person",
                "says it takes {total}, but its parts add up to {seconds} with {usual} people",
                plan.people.usual,
            ).format(
                total=minutes_and_seconds(plan.total),
                seconds=minutes_and_seconds(plan.seconds()),
                usual=plan.people.usual,
            ),
            tr('Change "total" or one of the times.'),
        )


def wrong_names(
    id: str,
    speaks: str | None,
    leads: str | None,
    branch: Iterable[str],
    roles: Iterable[str],
    seats: Iterable[str],
    routes: Iterable[str],
) -> Iterator[tuple[str, str]]:
    """What is wrong with the roles and routes that a phase names, and how to mend it. None: it names nobody."""
    if speaks is not None and speaks not in SPEAKERS and speaks not in roles:
        yield (
            tr('says in phase "{id}" that "{speaks}" speaks, which is no role here').format(id=id, speaks=speaks),
            tr("Use one of {names}.").format(names=", ".join((*SPEAKERS, *sorted({*roles} - {"leader"})))),
        )
    if leads is not None and leads not in seats:
        yield (
            tr('is led in phase "{id}" by "{leads}", which is no role of someone who takes part').format(
                id=id, leads=leads
            ),
            tr("Use one of {names}.").format(names=", ".join(sorted(seats))),
        )
    for route in branch:
        if route not in routes:
            yield (
                tr('branches in phase "{id}" to "{route}", which is no route').format(id=id, route=route),
                tr('Add it to "routes".'),
            )


def _check_size(plan: "Plan") -> None:
    for segments in (plan.segments, *(route.segments for route in plan.routes.values())):
        bank_of: dict[str, str] = {}
        for segment in segments:
            for phase in segment.phases:
                if phase.bank and bank_of.setdefault(phase.bank, segment.id) != segment.id:
                    raise broken(
                        tr('has the bank "{bank}" in two segments').format(bank=phase.bank),
                        tr("A bank is shared within one: use two names."),
                    )
        steps = sum(len(list(one.laid_out())) * one.turns(plan.people.most) for one in segments)
        if steps > MOST_STEPS:
            raise broken(
                tr("comes to {steps} steps with {people} people, more than {most}").format(
                    steps=f"{steps:,}", people=plan.people.most, most=f"{MOST_STEPS:,}"
                ),
                tr('Lower "most", or repeat less.'),
            )


def _once(ids: Iterable[str], what: str) -> None:
    for name, count in Counter(ids).items():
        if count > 1:
            raise broken(
                ntr('has {count} time the {what} "{name}"', 'has {count} times the {what} "{name}"', count).format(
                    count=count, what=tr(what), name=name
                ),
                tr("Give each its own id."),
            )
