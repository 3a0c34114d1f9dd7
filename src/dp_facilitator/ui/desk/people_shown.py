"""What the people panel shows of a session, worked out by trying the verbs; without pixels."""

from dataclasses import dataclass

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.outlook import outlook, places
from dp_facilitator.model.roster import letter
from dp_facilitator.model.session import Facts, Session
from dp_facilitator.model.text import is_blank
from dp_facilitator.words import tr


@dataclass(frozen=True, slots=True)
class Verb:
    """Something that can be done now; `cost` is what it changes, where it can change the end."""

    name: str
    words: str
    cost: str = ""


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """One person: letter, name, and where they stand in a word or two."""

    person: str
    letter: str
    name: str
    status: str
    short: str = ""
    spoken: str = ""
    away: bool = False


@dataclass(frozen=True, slots=True)
class Joining:
    """What it would cost if someone joined; `refused` when they cannot under that name."""

    words: str
    refused: bool = False


def shown_people(session: Session, now: Moment) -> tuple[ShownPerson, ...]:
    """Everybody, in the order in which they lead."""
    course = session.course
    stands = places(course, now)
    letters = {person.id: letter(at) for at, person in enumerate(course.people)}
    found = []
    for person in course.order:
        place = stands[person]
        clock = place.starts.clock() if place.starts else ""
        status, short, spoken = {
            "led": (tr("✓ led"), "✓", tr("has led")),
            "leading": (tr("▶ leading"), "▶", tr("leads now")),
            "coming": (clock, clock, tr("leads about {clock}").format(clock=clock)),
            "away": (tr("away"), tr("away"), tr("is away")),
            "listens": (tr("listens"), "", tr("does not lead")),
        }[place.state]
        keeps = course.step.timekeeper == person
        if keeps:
            status, spoken = (
                tr("{status} · timekeeper").format(status=status),
                tr("{spoken}, keeps the time").format(spoken=spoken),
            )
        away = place.state == "away"
        found.append(ShownPerson(person, letters[person], course.name(person), status, short, spoken, away))
    return tuple(found)


def verbs(session: Session, person: str, now: Moment) -> tuple[Verb, ...]:
    """What can be done for this person now, those that touch the end first, with their cost."""
    tried: list[tuple[str, str, Facts]] = [
        ("returned", tr("Back again"), session.returns(now, person)),
        ("passed", tr("Goes last"), () if _goes_last(session, person, now) else session.passes(now, person)),
        ("benched", tr("Away"), session.bench(now, person)),
    ]
    costly = [Verb(name, words, outlook(session, facts, now).words) for name, words, facts in tried if facts]
    plain = []
    before, after = neighbours(session, person, now)
    if before:
        plain.append(Verb("earlier", tr("Earlier")))
    if after:
        plain.append(Verb("later", tr("Later")))
    course = session.course
    keeps = course.step.timekeeper != person and person not in course.step.turn.leaders
    if keeps and course.step.turn.leaders and session.keep_time(now, person):
        plain.append(Verb("keeps_time", tr("Keeps the time")))
    return (*costly, *plain)


def _goes_last(session: Session, person: str, now: Moment) -> bool:
    """Whether this person's round is the last of those to come anyway."""
    ahead = {one: place.starts.ns for one, place in places(session.course, now).items() if place.starts}
    return person in ahead and ahead[person] == max(ahead.values())


def neighbours(session: Session, person: str, now: Moment) -> tuple[int, int]:
    """Places in the order (from 1) of those to come before and after this one; 0 where there is nobody."""
    if session.status == "finished":
        return 0, 0
    order = session.course.order
    stands = places(session.course, now)
    coming = [other for other in order if stands[other].state == "coming"]
    if person not in coming:
        return 0, 0
    at = coming.index(person)
    before = order.index(coming[at - 1]) + 1 if at else 0
    after = order.index(coming[at + 1]) + 1 if at + 1 < len(coming) else 0
    return before, after


@dataclass(frozen=True, slots=True)
class Other:
    """Someone with whom places may be changed."""

    person: str
    letter: str
    name: str


def others(session: Session, person: str, now: Moment) -> tuple[Other, ...]:
    """Those with whom this person may change places: neither has led, nobody is away."""
    if session.status == "finished":
        return ()
    stands = places(session.course, now)
    open_to = {one for one, place in stands.items() if place.state in ("coming", "leading")}
    if person not in open_to:
        return ()
    letters = {person.id: letter(at) for at, person in enumerate(session.course.people)}
    found = [other for other in session.course.order if other in open_to and other != person]
    return tuple(Other(other, letters[other], session.course.name(other)) for other in found)


def joining(session: Session, name: str, now: Moment) -> Joining:
    """What it costs if someone of this name joins; nothing to say for a blank name."""
    if is_blank(name) or session.status == "finished":
        return Joining("")
    try:
        return Joining(outlook(session, session.join(now, name), now).words)
    except Refused as refused:
        words = (f"{mistake.reason} {mistake.mend}" for mistake in refused.mistakes)
        return Joining(" ".join(words), refused=True)


def routes(session: Session, now: Moment) -> tuple[Verb, ...]:
    """The routes that may be taken from here, each with what it changes."""
    found = []
    for route in session.course.step.phase.branch:
        if facts := session.take(now, route):
            found.append(Verb(route, session.plan.routes[route].title, outlook(session, facts, now).words))
    return tuple(found)
