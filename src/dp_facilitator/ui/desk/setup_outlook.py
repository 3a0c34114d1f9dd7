"""How a session that is being set up would go, without pixels: its timetable, its end, and ways to end on time."""

from dataclasses import dataclass
from typing import Literal

from dp_facilitator.model.durations import SECOND, minutes_and_seconds
from dp_facilitator.model.fit import Way, has_rounds, propose, refusal
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.roster import Participant, letter
from dp_facilitator.model.session import Session
from dp_facilitator.model.text import listed
from dp_facilitator.model.timetable import Timetable, check_size, open_session, timetable
from dp_facilitator.model.wording import round_leaders
from dp_facilitator.words import ntr, tr


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; times are seconds of the day. `if_over` and `if_spare` are the ways to end on time."""

    plan: Plan
    text: bytes
    names: tuple[str, ...]
    starts: int | None
    until: int | None
    if_over: Way = "equal"
    if_spare: Way | None = None


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One turn in the timetable: its clock time, who or what, seconds by kind of phase, and who keeps the time."""

    clock: str
    title: str
    bar: tuple[tuple[int, str], ...]
    led: bool
    keeper: str = ""

    @property
    def seconds(self) -> int:
        return sum(seconds for seconds, _ in self.bar)


@dataclass(frozen=True, slots=True)
class Option:
    """One way to end on time: what is done, and what comes of it."""

    way: Way | None
    words: str
    result: str
    possible: bool = True


@dataclass(frozen=True, slots=True)
class Outlook:
    """The result. `problem` says why the session cannot be opened like this; `each` is what every leader gets."""

    rows: tuple[TurnRow, ...]
    each: str
    kind: Literal["note", "good", "warning"]
    text: str
    detail: str = ""
    options: tuple[Option, ...] = ()
    way: Way | None = None
    problem: str = ""


def outlook(asked: Asked) -> Outlook:
    """How the session would go."""
    try:
        check_size(len(asked.names), asked.plan.people.least)
    except Refused as refused:
        return _preview(asked, " ".join(f"{m.reason} {m.mend}" for m in refused.mistakes))
    planned = _opened(asked, None)
    if asked.starts is None or asked.until is None:
        return _open_ended(asked, planned)
    if asked.until <= asked.starts:
        return _backwards(asked, planned)
    spare = _table(asked, planned).spare_s or 0
    if not spare:
        end = tr("Ends at {ends} with nothing to spare.").format(ends=_ends(asked, planned))
        detail = tr("If you start late, equal trims are offered.")
        return Outlook(_rows(asked, planned), _each(planned), "good", end, detail)
    return _fitted(asked, planned, spare)


def _preview(asked: Asked, problem: str) -> Outlook:
    """The plan with stand-ins, as long as there are too few names."""
    label = asked.plan.labels.leader
    usual = max(asked.plan.people.usual, asked.plan.people.least)
    stand_ins = tuple(f"{label} {letter(i)}" for i in range(len(asked.names), usual))
    shown = Asked(asked.plan, asked.text, asked.names + stand_ins, asked.starts, None)
    session = _opened(shown, None)
    words = ntr("With {n} person it takes {length}.", "With {n} people it takes {length}.", usual)
    if asked.starts is not None:
        words = ntr(
            "With {n} person it takes {length} and ends at {ends}.",
            "With {n} people it takes {length} and ends at {ends}.",
            usual,
        )
    length, ends = minutes_and_seconds(_table(shown, session).total_s), _ends(shown, session)
    text = words.format(n=usual, length=length, ends=ends)
    return Outlook(_rows(shown, session), _each(session), "note", text, problem, problem=problem)


def _open_ended(asked: Asked, planned: Session) -> Outlook:
    if asked.starts is None:
        text, problem = tr("Say when it starts."), tr("Say when the session starts, such as 10:00.")
        return Outlook(_rows(asked, planned), _each(planned), "warning", text, problem=problem)
    text = tr("Ends at {ends}.").format(ends=_ends(asked, planned))
    rounds = has_rounds(planned.course)
    detail = tr("Give an end, and the rounds can be fitted to it.") if rounds else tr("Give an end to fit it to.")
    return Outlook(_rows(asked, planned), _each(planned), "note", text, detail)


def _backwards(asked: Asked, planned: Session) -> Outlook:
    starts, until = asked.starts or 0, asked.until or 0
    text = tr("The room is yours until {until}, before the start at {starts}.").format(
        until=_clock(until), starts=_clock(starts)
    )
    later = until + 12 * 3600
    hint = (
        tr("Did you mean {later}?").format(later=_clock(later))
        if starts < later < 24 * 3600
        else tr("Change one of the two times.")
    )
    return Outlook(_rows(asked, planned), _each(planned), "warning", text, hint, problem=f"{text} {hint}")


def _fitted(asked: Asked, planned: Session, spare: int) -> Outlook:
    over = spare < 0
    way = asked.if_over if over else asked.if_spare
    ways: tuple[Way | None, ...] = ("equal", "others", "later") if over else (None, "equal", "others")
    options = tuple(found for each in ways if (found := _option(asked, planned, each, spare)))
    chosen = next((option for option in options if option.way == way), options[0])
    way = chosen.way
    if not chosen.possible:
        proposal = propose(planned.course, _start(asked), chosen.way or "equal")
        text = refusal(proposal, planned.course, _start(asked)) if proposal else chosen.result
        return Outlook(
            _rows(asked, planned), _each(planned), "warning", text, tr("Choose below how to go on."), options, way, text
        )
    session = _opened(asked, way)
    ends = tr("Ends at {ends}").format(ends=_ends(asked, session))
    rows, each = _rows(asked, session), _each(session)
    if way is None:
        return Outlook(
            rows,
            each,
            "good",
            tr("{ends}, {spare} to spare.").format(ends=ends, spare=minutes_and_seconds(spare)),
            "",
            options,
            way,
        )
    if way == "later":
        text = tr("{ends}, {spare} after the room is yours.").format(ends=ends, spare=minutes_and_seconds(spare))
        rounds = has_rounds(planned.course)
        kept = tr("Every round keeps its planned time.") if rounds else tr("Every phase keeps its planned time.")
        return Outlook(rows, each, "warning", text, kept, options, way)
    return Outlook(
        rows, each, "good", f"{ends}. {_round_words(session)}".rstrip(), _around(session, planned), options, way
    )


def _option(asked: Asked, planned: Session, way: Way | None, spare: int) -> Option | None:
    length = minutes_and_seconds(spare)
    if way is None:
        return Option(None, tr("Keep the planned timings"), tr("{length} to spare").format(length=length))
    proposal = propose(planned.course, _start(asked), way)
    if proposal is None or (way == "others" and not _outside(planned)):
        return None
    words = _way_words(planned, way, over=spare < 0)
    if not proposal.possible:
        return Option(
            way,
            words,
            tr("{short} cannot be found").format(short=minutes_and_seconds(proposal.short_s)),
            possible=False,
        )
    session = _opened(asked, way)
    if way == "later":
        return Option(way, words, tr("ends at {ends}").format(ends=_ends(asked, session)))
    if way == "others" and spare > 0:
        return Option(way, words, _around(session, planned).lower())
    if not has_rounds(planned.course):
        return Option(way, words, _around(session, planned).lower())
    return Option(way, words, tr("{each} each").format(each=_each(session)))


def _way_words(planned: Session, way: Way, *, over: bool) -> str:
    outside = _outside(planned)
    around = listed([title.lower() for title in outside]) if 0 < len(outside) <= 2 else tr("what is around the rounds")
    if way == "equal" and not has_rounds(planned.course):
        return tr("Shorten every phase in proportion") if over else tr("Lengthen every phase in proportion")
    if way == "equal":
        return tr("Shorten every round equally") if over else tr("Lengthen every round equally")
    if way == "later":
        return tr("Keep the timings and end later")
    if over:
        if not has_rounds(planned.course):
            return tr("Take from the last phases first")
        return tr("Take from {around} first").format(around=around)
    return tr("Give it to the {outside}").format(outside=outside[-1].lower()) if outside else tr("Give it to the end")


def _outside(session: Session) -> list[str]:
    """Titles of the phases outside the rounds that may change."""
    found = [s.phase for s in session.course.steps if not s.turn.leaders and s.phase.trim != "protected"]
    return list(dict.fromkeys(phase.title for phase in found))


def _around(session: Session, planned: Session) -> str:
    """What has become of the phases outside the rounds, as far as it is not what was planned."""
    before = {step.key: step.seconds for step in planned.course.steps}
    changed = [s for s in session.course.steps if not s.turn.leaders and s.seconds != before.get(s.key)]
    return ", ".join(f"{step.title} {minutes_and_seconds(step.seconds)}" for step in changed)


def _round_words(session: Session) -> str:
    first = next((step.turn for step in session.course.steps if step.turn.leaders), None)
    parts = [minutes_and_seconds(step.seconds) for step in session.course.steps if first and step.turn == first]
    if not parts:
        return ""
    return (
        tr("Each round is {each}: {parts}.").format(each=_each(session), parts=" + ".join(parts))
        if len(parts) > 1
        else tr("Each round is {parts}.").format(parts=parts[0])
    )


def _each(session: Session) -> str:
    """The time of the first leader's turn, which is that of everyone."""
    first = next((step.turn for step in session.course.steps if step.turn.leaders), None)
    return minutes_and_seconds(sum(s.seconds for s in session.course.steps if s.turn == first)) if first else ""


def _opened(asked: Asked, way: Way | None) -> Session:
    people = tuple(Participant(f"P{n}", name) for n, name in enumerate(asked.names, 1))
    at = _start(asked)
    ends = None if asked.until is None or asked.starts is None else asked.until * SECOND
    return open_session("set-up", at, asked.text, people, starts=at.wall, ends=ends, fit=way)[0]


def _start(asked: Asked) -> Moment:
    """The start on a day of its own: only times of day are shown."""
    return Moment(0, (asked.starts or 0) * SECOND)


def _table(asked: Asked, session: Session) -> Timetable:
    return timetable(session.course, _start(asked))


def _ends(asked: Asked, session: Session) -> str:
    ends = _table(asked, session).ends
    return ends.clock(with_seconds=bool(ends.wall // SECOND % 60))


def _clock(second: int) -> str:
    return Moment(0, second * SECOND).clock()


def _rows(asked: Asked, session: Session) -> tuple[TurnRow, ...]:
    table = _table(asked, session)
    rows: list[TurnRow] = []
    for turn in dict.fromkeys(row.step.turn for row in table.rows):
        steps = [row for row in table.rows if row.step.turn == turn]
        first = steps[0]
        title = round_leaders(session.course, turn) or (first.phase if len(steps) == 1 else first.segment)
        clock = "" if asked.starts is None else first.starts.clock()
        bar = tuple((row.planned_s, row.step.phase.kind) for row in steps)
        rows.append(TurnRow(clock, title, bar, bool(turn.leaders), first.timekeeper or ""))
    return tuple(rows)
