"""A whole session of five leaders with notes that can be told apart, and its journal on the disk."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dp_facilitator.model import facts as f
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.roster import roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.model.timetable import open_session
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.records import encoded

NAMES = ("Anaximandra", "Benvolio", "Caitlyn", "Desdemona", "Eliezer")
PLAN = Path(__file__).resolve().parents[1] / "sessions" / "deliberate-practice-90.json"
TEN = 1_795_341_600 * SECOND  # 22 November 2026, 10:00 UTC
ID = "2026-11-22-1000-k3f9"


@dataclass
class Play:
    """A session under way, with its facts and a clock that is set by hand. `seconds` since it was opened."""

    session: Session
    facts: list[f.Fact]
    seconds: int = 0
    offset: int = 0
    texts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def now(self) -> Moment:
        return Moment(self.seconds * SECOND, TEN + self.seconds * SECOND, self.offset)

    def do(self, facts: Iterable[f.Fact]) -> None:
        facts = tuple(facts)
        self.facts += facts
        self.session = apply_all(self.session, facts)

    def verb(self, name: str, *args: object, **more: object) -> None:
        self.do(getattr(self.session, name)(self.now, *args, **more))

    def note(self, capture: str, about: str, text: str, giver: str | None) -> None:
        self.texts.setdefault(about, []).append(text)
        self.verb("note", capture, text, about=about, giver=giver)


def begun(*names: str, session_id: str = ID, offset: int = 0, **how: object) -> Play:
    """A session that is ready, for these people or for the usual five."""
    people = roster(names or NAMES)
    session, facts = open_session(session_id, Moment(0, TEN, offset), PLAN.read_bytes(), people, **how)
    return Play(session, list(facts), offset=offset)


def played() -> Play:
    """A finished session: every leader has a sheet, notes from two peers and the coach, and a one change."""
    play = begun()
    for n, person in enumerate(play.session.course.people):
        sheet = Sheet(f"area of number {n}", f"aim {n}", f"audience {n}", (f"first {n}", f"second {n}"))
        play.verb("prepare", person.id, sheet)
        play.texts[person.id] = [sheet.area, sheet.aim, sheet.audience, *sheet.criteria]
    play.verb("start")
    while play.session.course.upcoming is not None:
        play.seconds += play.session.course.step.seconds + 7
        if play.session.course.step.phase.id == "feedback":
            _feedback(play)
        play.verb("next")
    for n, person in enumerate(play.session.course.people):
        play.note("process", person.id, f"process told by number {n}", person.id)
        play.note("next-step", person.id, f"step next of number {n}", person.id)
    play.seconds += 400
    play.verb("finish")
    return play


def _feedback(play: Play) -> None:
    leader = play.session.course.step.leader
    assert leader is not None
    others = [p.id for p in play.session.course.people if p.id != leader]
    play.note("effective", leader, f"peer praise for {leader}", others[0])
    play.note("effective", leader, f"coach praise for {leader}", "coach")
    play.note("next-time", leader, f"hint for {leader}\nwith a second line", others[1])
    play.verb("choose", play.session.record.notes[-1].id)


def stored(play: Play, sessions_dir: Path, *, extra: Iterable[bytes] = ()) -> Path:
    """The session's folder with its journal written, and `extra` lines after it."""
    folder = sessions_dir / play.session.id
    journal = Journal.create(folder)
    lines = [encoded(n, fact, boot="b00t", up=5 + n) for n, fact in enumerate(play.facts)]
    journal.append([*lines, *extra])
    journal.close()
    return folder
