"""Sessions brought to every state that the big screen can show."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from sample_session import PLAN, TEN

from dp_facilitator.model.durations import SECOND, minutes_and_seconds, read_clocked
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import Reading, reading
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.roster import roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.model.timetable import open_session

FIVE = ("Ana", "Ben", "Cai", "Dee", "Eli")
ODD = (
    "Alexandrina-Maximiliana von Hohenzollern",
    "Bartholomew Featherstonehaugh-Cholmondeley",
    "نور الهدى عبد الرحمن",
    "😀 Eli 🎉",
    "Tom & <b>Jerry</b>",
)
TWENTY = tuple(f"{name}{n}" for n in range(1, 5) for name in ("Ana", "Benjamin", "Cai", "Henrietta", "Oluwaseun"))
SHEET = Sheet("Saying no to a senior colleague", "aim", "audience", ("I say no early", "I pause", "I offer what I can"))


@dataclass
class Room:
    """A session, and the second that the room looks at it."""

    session: Session
    second: float = 0
    notes: list[str] = field(default_factory=list)

    @property
    def now(self) -> Moment:
        return Moment(int(self.second * SECOND), TEN + int(self.second) * SECOND)

    @property
    def reading(self) -> Reading:
        return reading(self.session.course, self.now)

    def verb(self, name: str, *args: object, **more: object) -> "Room":
        self.session = apply_all(self.session, getattr(self.session, name)(self.now, *args, **more))
        return self

    def to(self, phase: str, leader: str | None = None, after: float = 0) -> "Room":
        """On to a phase, perhaps of one leader, and so many seconds into it."""
        if self.session.status == "ready":
            self.verb("start")
        while not self._at(phase, leader):
            self.second += 60
            self.verb("next")
        self.second += after
        return self

    def _at(self, phase: str, leader: str | None) -> bool:
        step = self.session.course.step
        return step.phase.id == phase and leader in (None, step.leader)


def room(*names: str, plan: bytes | None = None, **how: object) -> Room:
    """A session that is ready."""
    people = roster(names or FIVE)
    session, _ = open_session("s", Moment(0, TEN), plan or PLAN.read_bytes(), people, **how)
    return Room(session)


def plan_with(**phase: object) -> bytes:
    """The shipped plan with another warm-up."""
    tree = json.loads(PLAN.read_bytes())
    del tree["routes"]
    first = tree["segments"][0]["phases"][0]
    first.pop("branch")
    first.update(phase)
    times = [(read_clocked(p["time"]), 5 if "repeat" in s else 1) for s in tree["segments"] for p in s["phases"]]
    tree["total"] = minutes_and_seconds(sum(time * count for time, count in times))
    return json.dumps(tree).encode()


def changed(agreed: bool = True) -> Room:
    """Ana has chosen her one change, and perhaps lets the room see it."""
    at = room().to("feedback", "P1", 10).verb("note", "next-time", "pause after asking", about="P1")
    return at.verb("choose", "N1").verb("agree", "P1", agreed)


def topics() -> Room:
    return room().to("warm-up", after=30).verb("take", "topic-led")


STEMS = ["It was effective when…", "Next time you could…"]
STATES: dict[str, Callable[[], Room]] = {
    "ready": room,
    "ready, twenty": lambda: room(*TWENTY),
    "ready, with a time": lambda: room(starts=TEN + 600 * SECOND),
    "warm-up": lambda: room().to("warm-up", after=20),
    "topics": lambda: topics().to("topics", after=130),
    "topic set-up": lambda: topics().to("set-up", after=10),
    "topic debrief": lambda: topics().to("debrief", after=1),
    "set-up": lambda: room().to("set-up", after=10),
    "set-up with areas": lambda: room(sheets=(("P1", SHEET),)).to("set-up", after=10),
    "practise": lambda: room().to("practise", after=40),
    "practise, one minute": lambda: room().to("practise", after=200),
    "practise, over": lambda: room().to("practise", after=250),
    "practise, long over": lambda: room().to("practise", after=240 + 660),
    "feedback": lambda: room().to("feedback", after=60),
    "feedback, over": lambda: room().to("feedback", after=370),
    "again": lambda: room().to("again", after=40),
    "again, one change": lambda: changed().to("again", after=250),
    "debrief": lambda: room().to("debrief", after=40),
    "hour": lambda: room(plan=plan_with(time="75:00")).to("warm-up", after=400),
    "twelve minutes with stems": lambda: room(plan=plan_with(time="12:00", stems=STEMS)).to("warm-up", after=120),
    "break": lambda: room(plan=plan_with(kind="break", time="15:00", title="Break")).to("warm-up", after=300),
    "hidden digits": lambda: room().verb("hide_digits", "P1", True).to("practise", after=40),
    "no clock": lambda: room(plan=plan_with(clock="nothing")).to("warm-up", after=40),
    "paused": lambda: room().to("practise", after=36).verb("pause"),
    "finished": lambda: room().to("debrief", after=400).verb("finish"),
    "odd names": lambda: room(*ODD).to("practise", "P1", 40),
    "odd names, feedback": lambda: room(*ODD).to("feedback", "P2", 60),
    "right to left": lambda: room(*ODD).to("again", "P3", 40),
    "odd names, paused": lambda: room(*ODD).to("practise", "P1", 36).verb("pause"),
    "twenty": lambda: room(*TWENTY).to("practise", "P20", 40),
    "eight": lambda: room(*TWENTY[:8]).to("practise", "P3", 40),
}
