"""Who is here, while names are being typed, without pixels."""

from dataclasses import dataclass, replace

from dp_facilitator.model.mistakes import Mistake, Refused
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.roster import TWICE, check_names, split_names
from dp_facilitator.model.text import listed, tidy_line
from dp_facilitator.model.timetable import suggests_groups
from dp_facilitator.words import ntr, tr

from .setup_values import Someone

People = tuple[Someone, ...]
SHOWN = 24
"""Letters of a name that stand in a message."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of typed names: the people now, what could not be taken (to go on typing), and why."""

    people: People
    left: str = ""
    message: str = ""


def join(people: People, text: str) -> Joined:
    """Adds every name in a typed or pasted text that can be taken."""
    names = split_names(text)
    if not names:
        return Joined(people, text.strip(), tr("Type a name first."))
    refused: list[tuple[str, Mistake]] = []
    for raw in names:
        try:
            name = check_names((*_names(people), raw))[-1]
        except Refused as why:
            refused.append((raw, why.mistakes[0]))
        else:
            people = (*people, Someone(_fresh(people), name))
    return Joined(people, ", ".join(raw for raw, _ in refused), _reasons(refused))


def rename(people: People, at: int, name: str) -> Joined:
    """Gives one person another name; with a message, and nothing changed, where it cannot be taken."""
    others = [someone.name for i, someone in enumerate(people) if i != at]
    try:
        taken = check_names((*others, name))[-1]
    except Refused as refused:
        return Joined(people, "", _reasons([(name, refused.mistakes[0])]))
    return Joined(tuple(replace(s, name=taken) if i == at else s for i, s in enumerate(people)))


def back_again(people: People, at: int, someone: Someone) -> Joined:
    """Puts a removed person back in place; with a message where somebody else has the name now."""
    try:
        check_names((*_names(people), someone.name))
    except Refused as refused:
        return Joined(people, someone.name, _reasons([(someone.name, refused.mistakes[0])]))
    if any(other.key == someone.key for other in people):
        someone = replace(someone, key=_fresh(people))
    return Joined((*people[:at], someone, *people[at:]))


def about_roles(plan: Plan) -> str:
    """Who leads no round, and who keeps the time."""
    coach = plan.labels.coach
    match plan.timekeeper:
        case "previous":
            return tr("The {coach} is free of the clock: each round is timed by whoever has just led.").format(
                coach=coach.lower()
            )
        case "role":
            return tr("Each round has its own {timekeeper}, in turn.").format(timekeeper=plan.labels.timekeeper.lower())
        case "coach":
            return tr("The {coach} keeps the time of every round.").format(coach=coach.lower())
    return tr("Nobody needs to keep the time.")


def about_number(plan: Plan, people: int) -> str:
    """A word about a group that is larger than the plan is made for; nothing for one that fits."""
    if suggests_groups(plan, people):
        return ntr(
            "{people} person is many for one round each. Two parallel groups on one clock would halve the time.",
            "{people} people are many for one round each. Two parallel groups on one clock would halve the time.",
            people,
        ).format(people=people)
    if people > plan.people.most:
        return ntr(
            "This plan is made for {least} to {most} person; there are {people}.",
            "This plan is made for {least} to {most} people; there are {people}.",
            plan.people.most,
        ).format(least=plan.people.least, most=plan.people.most, people=people)
    return ""


def _names(people: People) -> tuple[str, ...]:
    return tuple(someone.name for someone in people)


def _fresh(people: People) -> int:
    return max((someone.key for someone in people), default=0) + 1


def _reasons(refused: list[tuple[str, Mistake]]) -> str:
    """Why names were not taken: each named, and those that are there already in one sentence."""
    twice = list(dict.fromkeys(_quoted(raw) for raw, mistake in refused if mistake.mend == tr(TWICE)))
    said = []
    if twice:
        words = ntr(
            "{names} is here already. Add an initial to tell them apart.",
            "{names} are here already. Add an initial to tell them apart.",
            len(twice),
        )
        said.append(words.format(names=listed(twice)))
    for raw, mistake in refused:
        if mistake.place == "names":
            said.append(tr("{raw} was not added. {mend}").format(raw=_quoted(raw), mend=mistake.mend))
        elif "already" not in mistake.reason:
            said.append(f"{_quoted(raw)} {mistake.reason} {mistake.mend}")
    return " ".join(said)


def _quoted(name: str) -> str:
    shown = tidy_line(name)
    return f"“{shown}”" if len(shown) <= SHOWN else f"“{shown[:SHOWN].rstrip()}…”"
