"""What a finished or interrupted session tells: each leader's own, and everyone's times."""

from dataclasses import dataclass

from dp_facilitator.words import tr

from .course import Course
from .durations import SECOND
from .moment import Moment
from .notes import COACH, Note
from .plan import Capture, Plan
from .session import Session
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class StepTimes:
    """Planned and actual of one step, in whole seconds. `used_s` is None when it was not run.

    `added_s` was added by hand, `paused_s` stood still, `over_s` ran past its time; never mixed.
    `attempts` counts how often it was begun in full.
    """

    title: str
    planned_s: int
    fitted_s: int
    used_s: int | None
    added_s: int
    paused_s: int
    over_s: int
    attempts: int
    began: Moment | None


@dataclass(frozen=True, slots=True)
class TurnTimes:
    """The times of one turn: a leader's round, the warm-up, the debrief."""

    title: str
    leaders: tuple[str, ...]
    steps: tuple[StepTimes, ...]

    @property
    def planned_s(self) -> int:
        return sum(step.planned_s for step in self.steps)

    @property
    def used_s(self) -> int:
        return sum(step.used_s or 0 for step in self.steps)


@dataclass(frozen=True, slots=True)
class Answer:
    """The notes of one capture: its stem, and each text with who gave it in words a leader may read."""

    capture: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LeaderReview:
    """What one leader takes away: only theirs, and what the group wrote as a group.

    Givers are "a peer" or "the coach", never a name (P5). `may_choose` is whether this kind of session asks for
    one change at all.
    """

    session: str
    plan_title: str
    opened: Moment
    name: str
    sheet: Sheet
    feedback: tuple[Answer, ...]
    own: tuple[Answer, ...]
    group: tuple[Answer, ...]
    one_change: str | None
    may_choose: bool
    times: tuple[TurnTimes, ...]


def times(course: Course, now: Moment) -> tuple[TurnTimes, ...]:
    """Everyone's times, planned beside actual, in the order in which they ran or would have run."""
    rows: dict[str, TurnTimes] = {}
    for step in course.steps:
        use = course.use(step)
        used = sum(use.attempts) + course.elapsed(step, now)
        row = StepTimes(
            title=step.title,
            planned_s=step.phase.time,
            fitted_s=step.seconds,
            used_s=used // SECOND if course.begun(step) else None,
            added_s=use.added // SECOND,
            paused_s=course.paused(step, now) // SECOND,
            over_s=max(0, -course.left(step, now) // SECOND) if course.begun(step) else 0,
            attempts=len(use.attempts) + course.begun(step),
            began=use.first,
        )
        key = step.turn.key
        before = rows.get(key) or TurnTimes(step.round_title or step.segment.title, step.turn.leaders, ())
        rows[key] = TurnTimes(before.title, before.leaders, (*before.steps, row))
    return tuple(rows.values())


def leader_review(session: Session, person: str, now: Moment) -> LeaderReview:
    """What this participant takes away. Raises KeyError for someone who was not in the session."""
    course, record = session.course, session.record
    captures, alone = personal(session.plan), own_words(session.plan)
    change = record.change_of(person)
    return LeaderReview(
        session=session.id,
        plan_title=session.plan.title,
        opened=course.started or session.opened,
        name=course.name(person),
        sheet=record.sheet(person),
        feedback=_answers(session, person, [c for c in captures if c.about == "leader" and c.id not in alone]),
        own=_answers(session, person, [c for c in captures if c.about == "everyone" or c.id in alone]),
        group=group_answers(session),
        one_change=change.text if change else None,
        may_choose=any(capture.choose for capture in captures),
        times=tuple(turn for turn in times(course, now) if person in turn.leaders),
    )


def personal(plan: Plan) -> tuple[Capture, ...]:
    """What is written for one person: on their page of the review, in their hand-out, and nowhere else.

    What is shared without a name is nobody's (P5).
    """
    bare = plan.nameless()
    whole = (c for c in plan.captures().values() if c.form != "areas" and c.about != "group")
    return tuple(capture for capture in whole if capture.id not in bare)


def own_words(plan: Plan) -> frozenset[str]:
    """Ids of captures about the leader that hold the leader's own words: the plan says so, or nobody else speaks."""
    heard = {capture.id for phase in plan.phases() if phase.speaks != "leader" for capture in phase.captures}
    return frozenset(c.id for c in personal(plan) if c.about == "leader" and (c.own or c.id not in heard))


def group_answers(session: Session) -> tuple[Answer, ...]:
    """What the whole group wrote and shares, without saying who; stems without a note are left out."""
    found = []
    for capture in session.plan.captures().values():
        if capture.sharing == "private" or capture.form == "areas":
            continue
        notes = [note for note in session.record.kept(capture=capture.id) if note.about is None]
        if notes:
            found.append(Answer(capture.id, capture.title, tuple((note.text, "") for note in notes)))
    return tuple(found)


def _answers(session: Session, person: str, captures: list[Capture]) -> tuple[Answer, ...]:
    found = []
    for capture in captures:
        notes = session.record.kept(about=person, capture=capture.id)
        found.append(
            Answer(capture.id, capture.title, tuple((note.text, giver_words(session, note)) for note in notes))
        )
    return tuple(found)


def giver_words(session: Session, note: Note) -> str:
    """Who gave a note, without a name: "a peer", "the coach", or nothing when it is the person's own."""
    if note.giver == COACH:
        return tr("the {coach}").format(coach=session.plan.labels.coach.lower())
    return "" if note.giver is None or note.giver == note.about else tr("a peer")
