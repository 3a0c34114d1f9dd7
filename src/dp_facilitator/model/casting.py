"""Who does what in a round: the rotation of leader, roles and timekeeper (R18, R28, R31)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from .course import Course
from .plan import Plan, Role, Segment
from .runsheet import Step, Turn, numbered, with_late

FULL_ROTATION = 4
"""From so many people on, the next leader does not keep the time, so that they can prepare."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place in a round: a role, and who has it. `person` is None where the place is not filled."""

    role: str
    title: str
    person: str | None


def cast(course: Course, step: Step) -> tuple[Part, ...]:
    """Everyone's part in this step, in roster order from the leader on, then roles that nobody holds.

    In parallel groups each group has every role, one group after the other. In a segment that is run once
    and whose phases name roles, people have them by their place in the order, and keep them.
    """
    here = course.present
    if not step.turn.leaders and not seated(course.plan, step.segment):
        return tuple(_part(course, person, None) for person in here)
    roles = [role for role in course.plan.roles if not role.outside]
    groups = _groups(course, step.turn) if step.turn.leaders else [_seats(course, len(roles))]
    pairs = [pair for group in groups for pair in zip_longest(group, roles[: len(group)])]
    parts = [_part(course, person, role) for person, role in pairs if person]
    placed = {part.person for part in parts}
    parts += [_part(course, person, None) for person in here if person not in placed]
    held = {part.role for part in parts}
    return (*parts, *(Part(role.id, role.title, None) for role in course.plan.roles if role.id not in held))


def seated(plan: Plan, segment: Segment) -> bool:
    """Whether people keep their roles through this segment: it is run once, and its phases name roles."""
    named = {phase.leads for phase in segment.phases} | {phase.speaks for phase in segment.phases} - {"leader"}
    return segment.repeat == "once" and not named.isdisjoint(role.id for role in plan.roles if not role.outside)


def _groups(course: Course, turn: Turn) -> list[list[str | None]]:
    """The people of each group that somebody leads, from the leader on."""
    here = course.present
    groups = with_late(turn.groups, here) if len(turn.groups) > 1 else (course.order,)
    found: list[list[str | None]] = []
    for leader in turn.leaders:
        group = next((group for group in groups if leader in group), (leader,))
        found.append([person for person in _ring(group, leader) if person in here or person == leader])
    return found


def _seats(course: Course, seats: int) -> list[str | None]:
    """Who sits where: the first in the order. For one who is away, the first who has no seat; else it stays empty."""
    here = course.present
    spare = iter([person for person in course.order[seats:] if person in here])
    return [person if person in here else next(spare, None) for person in course.order[:seats]]


def _part(course: Course, person: str, role: Role | None) -> Part:
    labels = course.plan.labels
    if role is None:
        return Part("member", labels.team_member, person)
    return Part(role.id, labels.leader if role.id == "leader" else role.title, person)


def _holders(course: Course, step: Step, role: str) -> tuple[str, ...]:
    return tuple(part.person for part in cast(course, step) if part.role == role and part.person)


def _ring(order: tuple[str, ...], first: str) -> tuple[str, ...]:
    at = order.index(first)
    return order[at:] + order[:at]


def with_cast(course: Course) -> Course:
    """The same course with every step numbered, and told who keeps its time and who leads it by their role."""
    steps = numbered(course.steps, course.passed)
    keepers = _timekeepers(course, steps)
    return replace(
        course,
        steps=tuple(
            replace(step, timekeeper=keepers.get(step.turn.key), lead=_leading(course, step)) for step in steps
        ),
    )


def _leading(course: Course, step: Step) -> tuple[str, ...]:
    """Who has the role that leads this phase. What has begun stays theirs, whoever comes or goes."""
    if step.phase.leads is None or (step.lead and course.begun(step)):
        return step.lead
    return _holders(course, step, step.phase.leads)


def _timekeepers(course: Course, steps: Iterable[Step]) -> dict[str, str | None]:
    rule = course.plan.timekeeper
    sheet = {
        step.turn: step for step in steps if step.turn.leaders or (rule == "role" and seated(course.plan, step.segment))
    }
    past = {step.turn for step in course.steps[: course.cursor]} - {course.step.turn}
    begun = {step.turn for step in course.steps if course.begun(step)}
    # A round that its leader broke off is not what the next one follows.
    rounds = [turn for turn in sheet if turn.key not in course.passed]
    keepers: dict[str, str | None] = {}
    for turn, step in sheet.items():
        had = step.timekeeper if turn in begun else None
        if turn in past or turn.key in course.passed:
            keepers[turn.key] = had
            continue
        chosen = course.keepers.get(turn.key)
        if chosen is not None and chosen not in course.absent and chosen not in turn.leaders:
            keepers[turn.key] = chosen
            continue
        if rule == "role":
            keepers[turn.key] = next(iter(_holders(course, step, "timekeeper")), None)
        elif rule == "previous":
            at = rounds.index(turn)
            following = rounds[at + 1].leaders if at + 1 < len(rounds) else ()
            before = rounds[at - 1].leaders if at else ()
            keepers[turn.key] = _previous(course, turn.leaders, (had, *before) if had else before, following)
    return keepers


def _previous(
    course: Course, leaders: tuple[str, ...], previous: tuple[str, ...], following: tuple[str, ...]
) -> str | None:
    """The one who has just led; else the last in order who neither leads now nor, in a full group, next.

    `previous` begins with who keeps the time already, where the round has begun.
    """
    here = course.present
    not_now = [person for person in here if person not in leaders]
    free = [person for person in not_now if len(here) < FULL_ROTATION or person not in following]
    for person in (*previous, *reversed(free)):
        if person in free:
            return person
    return not_now[-1] if not_now else None
