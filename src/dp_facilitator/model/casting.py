"""Who does what in a round: the rotation of leader, roles and timekeeper (R18, R28, R31)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .course import Course
from .plan import Role
from .runsheet import Step, numbered

FULL_ROTATION = 4
"""From so many people on, the next leader does not keep the time, so that they can prepare."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place in a round: a role, and who has it. `person` is None where the place is not filled."""

    role: str
    title: str
    person: str | None


def cast(course: Course, step: Step) -> tuple[Part, ...]:
    """Everyone's part in this step, in roster order from the leader on, then roles that nobody holds."""
    here = course.present
    leader = step.leader
    if leader is None:
        return tuple(Part("member", course.plan.labels.team_member, person) for person in here)
    ring = _ring(course.order, leader)
    people = [person for person in ring if person in here or person == leader]
    roles = [role for role in course.plan.roles if not role.outside]
    parts = [_part(course, person, roles[i] if i < len(roles) else None) for i, person in enumerate(people)]
    empty = [Part(role.id, role.title, None) for role in roles[len(people) :]]
    return (*parts, *empty, *(Part(role.id, role.title, None) for role in course.plan.roles if role.outside))


def _part(course: Course, person: str, role: Role | None) -> Part:
    labels = course.plan.labels
    if role is None:
        return Part("member", labels.team_member, person)
    return Part(role.id, labels.leader if role.id == "leader" else role.title, person)


def _ring(order: tuple[str, ...], first: str) -> tuple[str, ...]:
    at = order.index(first)
    return order[at:] + order[:at]


def with_cast(course: Course) -> Course:
    """The same course with every step numbered and told who keeps its time."""
    steps = numbered(course.steps, course.passed)
    keepers = _timekeepers(course, steps)
    return replace(course, steps=tuple(replace(step, timekeeper=keepers.get(step.turn.key)) for step in steps))


def _timekeepers(course: Course, steps: Iterable[Step]) -> dict[str, str | None]:
    sheet = {step.turn: step for step in steps if step.turn.leaders}
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
        rule = course.plan.timekeeper
        if rule == "role":
            place = [role.id for role in course.plan.roles if not role.outside].index("timekeeper")
            ring = [p for p in _ring(course.order, turn.leaders[0]) if p not in course.absent]
            keepers[turn.key] = ring[place] if place < len(ring) else None
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
