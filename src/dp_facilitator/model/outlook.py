"""What a verb would do, said before it is given: the verb is tried on the frozen session and thrown away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dp_facilitator.words import tr

from . import facts as f
from .course import Course
from .durations import SECOND, minutes_and_seconds, seconds_up, signed
from .fit import OFFERED_FROM_S, Proposal, Way, has_rounds, proposals, refusal
from .moment import Moment
from .reading import expected_end, planned_end
from .replay import apply_all
from .runsheet import Turn
from .session import Session
from .text import listed


@dataclass(frozen=True, slots=True)
class Outlook:
    """When the session would end without and with some facts, and both as a sentence."""

    ends_before: Moment
    ends_after: Moment
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone stands in the session; `starts` is when they are expected to lead, if they still do."""

    state: Literal["led", "leading", "coming", "away", "listens"]
    starts: Moment | None = None


def outlook(session: Session, facts: Iterable[f.Fact], now: Moment) -> Outlook:
    """What these facts, which a verb has just answered with, would change."""
    facts = tuple(facts)
    before, after = session.course, apply_all(session, facts).course
    ends = now.at(expected_end(before, now))
    will_end = now.at(expected_end(after, now))
    if not facts:
        return Outlook(ends, will_end, tr("Nothing changes."))
    what = listed([words for fact in facts if (words := _what(before, after, fact))])
    end = end_words(ends, will_end)
    return Outlook(ends, will_end, f"{what}: {end}." if what else f"{end[:1].upper()}{end[1:]}.")


def end_words(before: Moment, after: Moment) -> str:
    """ "the end moves from 11:30 to 11:45", or that it stays where the difference is nothing to speak of."""
    if abs(after.ns - before.ns) < OFFERED_FROM_S * SECOND:
        return tr("the end stays at {before}").format(before=_clock(before))
    seconds = _clock(before) == _clock(after)
    return tr("the end moves from {before} to {after}").format(
        before=_clock(before, seconds), after=_clock(after, seconds)
    )


def _clock(moment: Moment, with_seconds: bool = False) -> str:
    """A time of day rounded up to the second, so that a whole minute is not missed by a fraction of one."""
    up = seconds_up(moment.wall) * SECOND - moment.wall
    return moment.at(moment.ns + up).clock(with_seconds=with_seconds)


def fit_title(course: Course, now: Moment, way: Way) -> str:
    """What a proposal is called; time that was gained is offered in the same three ways."""
    behind = expected_end(course, now) > planned_end(course, now)
    if way != "later" and not has_rounds(course):
        return _once_title(way, behind=behind)
    if way == "equal":
        return (
            tr("Every round still to come gives the same") if behind else tr("Every round still to come gets the same")
        )
    if way == "others":
        return tr("The debrief gives first") if behind else tr("The debrief gets it")
    return tr("Finish later") if behind else tr("Finish earlier")


def rest_words(course: Course, now: Moment, behind_s: int) -> str:
    """So many seconds behind, and whether the rest can be made to fit."""
    if not any(found.possible for found in proposals(course, now) if found.way != "later"):
        words = tr("{behind} behind, and what is left cannot give as much.")
    elif has_rounds(course):
        words = tr("{behind} behind. The rest can be made to fit, the same for everyone.")
    else:
        words = tr("{behind} behind. The rest can be made to fit.")
    return words.format(behind=minutes_and_seconds(behind_s))


def _once_title(way: Way, *, behind: bool) -> str:
    """What a proposal is called where nobody leads a round."""
    if way == "equal":
        return tr("Every phase gives its share") if behind else tr("Every phase gets its share")
    return tr("The last phases give first") if behind else tr("The last phase gets it")


def fit_words(proposal: Proposal, course: Course, now: Moment) -> str:
    """The whole result of a proposal: "Practise 4:00 → 3:40, … Ends 11:30.", or what cannot be found."""
    if not proposal.possible:
        return refusal(proposal, course, now)
    changes = ", ".join(_change(*change) for change in proposal.changes)
    words = f"{changes[:1].upper()}{changes[1:]}" or tr("All timings stay as they are")
    ends = _clock(now.at(proposal.ends_ns))
    return tr("{words}. Ends {ends}.").format(words=words, ends=ends)


def _change(title: str, was: int, becomes: int) -> str:
    words = title if title[:2].isupper() else title[:1].lower() + title[1:]
    return f"{words} {minutes_and_seconds(was)} → {minutes_and_seconds(becomes)}"


def places(course: Course, now: Moment) -> dict[str, Place]:
    """Where each person of the session stands, by id."""
    found = {person.id: Place("away" if person.id in course.absent else "listens") for person in course.people}
    ahead = dict(_turns_ahead(course, now))
    going = course.status in ("running", "paused")
    for turn in dict.fromkeys(step.turn for step in course.steps):
        for person in turn.leaders:
            if going and turn == course.step.turn:
                found[person] = Place("leading")
            elif turn in ahead:
                found[person] = Place("coming", ahead[turn])
            elif found[person].state == "listens" and _begun(course, turn):
                found[person] = Place("led")
    return found


def _begun(course: Course, turn: Turn) -> bool:
    return any(course.begun(step) for step in course.steps if step.turn == turn)


def _turns_ahead(course: Course, now: Moment) -> Iterator[tuple[Turn, Moment]]:
    """Turns that have not begun, each with the moment at which it is expected to begin."""
    if course.status == "finished":
        return
    ready = course.status == "ready"
    at = max(now.ns, course.planned_start or now.ns) if ready else now.ns + max(0, course.left(course.step, now))
    seen = set() if ready else {course.step.turn}
    for step in course.steps[course.cursor + (not ready) :]:
        if step.turn not in seen:
            seen.add(step.turn)
            yield step.turn, now.at(at)
        at += max(0, course.length(step) - course.use(step).used)


def _what(before: Course, after: Course, fact: f.Fact) -> str:
    """What a fact does, as the first half of a sentence; empty where the end says it all."""
    match fact:
        case f.Joined(person=person):
            last = (
                tr("{name} leads last") if _leads(after, person.id) else tr("{name} joins without a round of their own")
            )
            return last.format(name=person.name)
        case f.Passed(person=person):
            if _broken_off(before, person):
                return tr("{name}’s round ends here and comes again last, in full").format(name=before.name(person))
            return tr("{name} goes last").format(name=before.name(person))
        case f.Benched(person=person):
            if _broken_off(before, person):
                return tr("{name}’s round ends here").format(name=before.name(person))
            if _leads(before, person):
                return tr("{name}’s round is left out").format(name=before.name(person))
            return tr("What {name} did stays").format(name=before.name(person))
        case f.Returned(person=person):
            return _when(after, person)
        case f.Swapped(one=one, other=other):
            here = [person for person in (one, other) if person in before.step.turn.leaders]
            if here and before.status != "ready" and after.step.turn != before.step.turn:
                name = before.name(other if here[0] == one else one)
                return tr("The round under way becomes {name}’s, with the time it has used").format(name=name)
            return tr("{name} and {other} change places").format(name=before.name(one), other=before.name(other))
        case f.RouteTaken(route=route):
            return tr("“{title}” follows, with {parts}").format(
                title=before.plan.routes[route].title, parts=_course_of(before, route)
            )
        case f.Extended(ns=ns):
            return tr("{change} here").format(change=signed(ns // SECOND))
    return ""


def _broken_off(course: Course, person: str) -> bool:
    return course.status in ("running", "paused") and course.step.turn.leaders == (person,)


def _leads(course: Course, person: str) -> bool:
    """Whether a round of this person is still to come."""
    return any(person in step.turn.leaders and not course.begun(step) for step in course.steps)


def _when(course: Course, person: str) -> str:
    name = course.name(person)
    turns = list(dict.fromkeys(s.turn for s in course.steps if s.turn.leaders and not course.begun(s)))
    at = next((i for i, turn in enumerate(turns) if person in turn.leaders), None)
    if at is None:
        return tr("{name} is back as a team member").format(name=name)
    if at + 1 == len(turns):
        return tr("{name} is back and leads last").format(name=name)
    return tr("{name} is back and leads before {leaders}").format(
        name=name, leaders=listed([course.name(p) for p in turns[at + 1].leaders])
    )


def _course_of(course: Course, route: str) -> str:
    """What a route consists of: "topics 8:00, round 13:00 for each person and debrief 10:00"."""
    people = len(course.present)
    parts = []
    for segment in course.plan.routes[route].segments:
        words = tr("{segment} {time} each") if segment.turns(people) > 1 else "{segment} {time}"
        parts.append(words.format(segment=segment.title.lower(), time=minutes_and_seconds(segment.seconds)))
    return listed(parts)
