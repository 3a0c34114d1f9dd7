"""Names and rules as the words that people read. Nothing here decides anything."""

from dp_facilitator.words import marked, ntr, tr

from .casting import cast
from .course import Course
from .durations import SECOND, minutes_and_seconds, seconds_up
from .runsheet import Step, Turn
from .text import listed

ELSEWHERE = marked("the coach")
ON_TIME_S = 15
"""From how much on a session is behind or ahead."""
WHOLE_MINUTES_S = 600
"""From here on it is told in whole minutes: beside a clock "13:00 ahead" reads as a time of day."""


def leaders(course: Course, step: Step) -> str:
    """Who leads: "Ana", in parallel groups "Ana, Dee and Gil"; empty where nobody does.

    Where a role leads the phase and nobody has it, the role.
    """
    if step.phase.leads and not step.leaders:
        return next(role.title for role in course.plan.roles if role.id == step.phase.leads)
    return listed([course.name(person) for person in step.leaders])


def round_leaders(course: Course, turn: Turn) -> str:
    """Whose round it is, also while somebody else leads a phase of it; empty where it is nobody's."""
    return listed([course.name(person) for person in turn.leaders])


def keeper_words(course: Course) -> str:
    """Who keeps the time of the current step, as a sentence."""
    now = keeper(course, course.step)
    if now is None and course.plan.timekeeper == "nobody":
        return tr("Nobody needs to watch the clock")
    return tr("{now} keeps the time").format(
        now=now or tr("The {coach}").format(coach=course.plan.labels.coach.lower())
    )


def keeper(course: Course, step: Step) -> str | None:
    """The name of who keeps the time; None where the coach does."""
    return course.name(step.timekeeper) if step.timekeeper else None


def filled(course: Course, step: Step, text: str) -> str:
    """A prompt of the plan with the names in it."""
    following = next_leader(course, step)
    names = {
        "{leader}": leaders(course, step) or course.plan.labels.leader,
        "{timekeeper}": keeper(course, step) or tr(ELSEWHERE),
        "{next}": following or tr("the debrief"),
        "{round}": round_name(step),
        "{cycle}": str(step.cycle),
    }
    for stand_in, name in names.items():
        text = text.replace(stand_in, name)
    return text


def headline(course: Course, step: Step) -> str:
    """What a step is called in the room: "Ana practises"."""
    return filled(course, step, _raw(step))


def _raw(step: Step) -> str:
    """The headline with its stand-ins; the counter says which time it is where nobody leads."""
    return step.phase.headline or (step.title if step.turn.leaders else step.phase.title)


def announced(course: Course, step: Step) -> str:
    """What comes, within a sentence: "feedback for Ana, 6:00", "Ana practises again, 4:00"."""
    words = headline(course, step)
    if not _raw(step).startswith("{") and not words.split()[0][:2].isupper():
        words = words[:1].lower() + words[1:]
    return f"{words}, {_time_of(course, step)}"


def _time_of(course: Course, step: Step) -> str:
    """How long what comes may take; of a bank, what is left where that is less than the plan gives."""
    planned = minutes_and_seconds(step.seconds)
    if step.phase.bank is None or step.key == course.step.key:
        return planned
    if (course.step.turn, course.step.phase.bank) == (step.turn, step.phase.bank):
        return tr("what is left then")  # all of it is open to the piece that runs
    left = max(0, seconds_up(course.length(step) - course.use(step).used))
    return planned if left >= step.seconds else tr("{left} left").format(left=minutes_and_seconds(left))


def length_words(course: Course) -> str:
    """How long the current step was planned to be and what was added; of a bank, what of it this piece may take."""
    step = course.step
    if step.phase.bank is not None:
        length = minutes_and_seconds(max(0, seconds_up(course.length(step))))
        return tr("{length} of the shared time left").format(length=length)
    added = course.use(step).added // SECOND
    words = tr("{time} planned")
    if added:
        words = tr("{time} planned, {change} added") if added > 0 else tr("{time} planned, {change} taken off")
    return words.format(time=minutes_and_seconds(step.seconds), change=minutes_and_seconds(added))


def next_words(course: Course) -> str:
    """What the next action will do: "Next: feedback for Ana, 6:00"."""
    if course.status == "ready":
        return tr("Start: {announced}").format(announced=announced(course, course.step))
    if course.status == "finished":
        return tr("This session has ended")
    return (
        tr("Next: {announced}").format(announced=announced(course, course.upcoming))
        if course.upcoming
        else tr("Finish the session")
    )


def next_leader(course: Course, step: Step) -> str | None:
    """The name of who leads after this step's turn, if someone does."""
    at = course.steps.index(step) if step in course.steps else course.cursor
    for later in course.steps[at + 1 :]:
        if later.leaders and (later.turn != step.turn if later.turn.leaders else later.leaders != step.leaders):
            return leaders(course, later)
    return None


def next_keeper(course: Course) -> str | None:
    """The name of who keeps the time after the one who does now, when it will be someone else."""
    now = course.step.timekeeper
    for later in course.steps[course.cursor + 1 :]:
        if later.timekeeper and later.timekeeper != now:
            return course.name(later.timekeeper)
    return None


def who_speaks(course: Course, step: Step) -> str:
    """The speaking rule as one or two sentences, with names where there are few."""
    labels = course.plan.labels
    lead = leaders(course, step) or labels.leader
    others = [course.name(p.person) for p in cast(course, step) if p.person and p.person not in step.leaders]
    rest = listed(others) if 0 < len(others) <= 5 else tr("Everyone else") if others else labels.coach
    many = max(1, len(step.leaders))
    listens = ntr("{names} listens.", "{names} listen.", many).format(names=lead)
    # "Everyone else" is one; so is the coach where nobody else is there.
    speaking = max(1, len(others)) if len(others) <= 5 else 1
    # A role of the plan comes before the coach who is there anyway: in threes, someone coaches in turn.
    if role := next((one for one in course.plan.roles if one.id == step.phase.speaks != "leader"), None):
        who = [course.name(p.person) for p in cast(course, step) if p.role == role.id and p.person]
        named = listed(who) or role.title.lower()
        return ntr("Only {names} speaks.", "Only {names} speak.", max(1, len(who))).format(names=named)
    match step.phase.speaks:
        case "leader":
            return ntr("Only {names} speaks.", "Only {names} speak.", many).format(names=lead)
        case "others":
            return f"{ntr('{names} speaks.', '{names} speak.', speaking).format(names=rest)} {listens}"
        case "others-then-coach":
            coach = labels.coach.lower()
            coach = tr("the {coach}").format(coach=coach) if coach.startswith("coach") else coach
            last = ntr("{names} speaks, {coach} last.", "{names} speak, {coach} last.", speaking)
            return f"{last.format(names=rest, coach=coach)} {listens}"
        case "everyone":
            return tr("Everyone may speak.")
        case "coach":
            return tr("{coach} speaks.").format(coach=labels.coach)
    return tr("Nobody speaks.")


def speaks_in_room(course: Course, step: Step) -> str:
    """The speaking rule for the big screen: shorter, without a list of names."""
    if step.phase.speaks in ("others", "others-then-coach"):
        return (
            tr("{leaders} listens.").format(leaders=leaders(course, step))
            if len(step.leaders) == 1
            else tr("The others speak.")
        )
    return who_speaks(course, step)


def round_words(course: Course, step: Step) -> str:
    """The plan's title of a round, or "1 of 5"; without rounds "3 of 10" of what is repeated; else nothing."""
    if step.round_title:
        return step.round_title
    number, of = (step.number, step.of) if step.turn.leaders else (step.cycle, step.cycles)
    return tr("{number} of {of}").format(number=number, of=of) if number and of and of > 1 else ""


def round_name(step: Step) -> str:
    """What a round is called within a sentence: "First Affirmative", "Round 2"; elsewhere its segment's title."""
    number = f" {step.number}" if step.number and step.of != 1 else ""
    return step.round_title or f"{step.segment.title}{number}"


def behind_words(seconds: int) -> str:
    """ "2:10 behind", "1:00 ahead", "13 min ahead" (from ten minutes on) or "on time" (under fifteen seconds)."""
    if abs(seconds) < ON_TIME_S:
        return tr("on time")
    words = tr("{time} behind") if seconds > 0 else tr("{time} ahead")
    if abs(seconds) >= WHOLE_MINUTES_S:
        return words.format(time=tr("{n} min").format(n=abs(seconds) // 60))
    return words.format(time=minutes_and_seconds(seconds))


def spoken_time(seconds: int) -> str:
    """A time as it is said: "3 minutes 20 seconds", "1 minute", "0 seconds"."""
    minutes, rest = divmod(seconds, 60)
    said = [ntr("{n} minute", "{n} minutes", minutes).format(n=minutes)] if minutes else []
    if rest or not minutes:
        said.append(ntr("{n} second", "{n} seconds", rest).format(n=rest))
    return " ".join(said)
