"""A session on a clock set by hand, for the tests of the model."""

import json
from pathlib import Path
from typing import Any

from dp_facilitator.model import facts as f
from dp_facilitator.model.automatic import due
from dp_facilitator.model.cues import Cue, Watch
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import Reading, reading
from dp_facilitator.model.replay import apply
from dp_facilitator.model.roster import roster
from dp_facilitator.model.scenario_words import read_duration
from dp_facilitator.model.timetable import open_session

TOP = Path(__file__).resolve().parents[2]
SHIPPED = TOP / "sessions" / "deliberate-practice-90.json"
PLAN_A = TOP / "tests" / "scenarios" / "plan-a.json"
NAMES = ["Ana", "Ben", "Cai", "Dee", "Eli", "Fay", "Gil", "Hal", "Ida", "Jo"]
NAMES += ["Kim", "Lou", "Mia", "Ned", "Oda", "Pia", "Quin", "Rob", "Sam", "Tea"]
DAY = 20_000 * 86_400 * SECOND
TEN = DAY + 10 * 3600 * SECOND


def ns(text: str) -> int:
    """Nanoseconds in "5:00"."""
    found = read_duration(text)
    assert found is not None
    return found


def at(text: str) -> Moment:
    """So long after ten o'clock."""
    return Moment(ns(text), TEN + ns(text))


def phase(name: str = "talk", time: str = "4:00", **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.capitalize(), "time": time, **more}


def plan(*segments: dict[str, Any], people: int = 2, **more: Any) -> bytes:
    """The text of a plan with these segments, its total worked out for `people`."""
    total = 0
    for segment in segments:
        each = sum(ns(phase["time"]) for phase in segment["phases"]) // SECOND
        turns = people if segment.get("repeat") == "each" else 1
        if segment.get("repeat") == "groups":
            turns = min(people, segment["group_size"])
        total += each * min(turns, segment.get("rounds", 99))
    usual = {"usual": people, "least": 1, "most": 60}
    stated = {"format": 1, "title": "Test", "people": usual, "total": f"{total // 60}:{total % 60:02}"}
    return json.dumps({**stated, "segments": segments, **more}).encode()


def segment(name: str, *phases: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.capitalize(), "phases": list(phases), **more}


class Stage:
    """Gives verbs to a session, lets time pass, and keeps its facts and cues, as a desk would."""

    def __init__(self, text: bytes, people: int = 2, **opening: Any) -> None:
        self.now = at("0:00")
        opening = {"fit": None, **opening}
        self.session, facts = open_session("s", self.now, text, roster(NAMES[:people]), **opening)
        self.facts: list[f.Fact] = list(facts)
        self.watch = Watch()
        self.cues: list[Cue] = []

    @property
    def reading(self) -> Reading:
        return reading(self.session.course, self.now)

    @property
    def where(self) -> str:
        """The current step's key."""
        return self.session.course.step.key

    @property
    def sheet(self) -> list[str]:
        """The keys of all steps."""
        return [step.key for step in self.session.course.steps]

    @property
    def keepers(self) -> list[str | None]:
        """Who keeps the time of each round, by initial."""
        course = self.session.course
        turns = {step.turn: step for step in course.steps if step.turn.leaders}
        return [step.timekeeper and course.name(step.timekeeper)[0] for step in turns.values()]

    def do(self, verb: str, *args: Any, **more: Any) -> tuple[f.Fact, ...]:
        """Gives a verb now, and folds what it answers."""
        facts: tuple[f.Fact, ...] = getattr(self.session, verb)(self.now, *args, **more)
        for fact in facts:
            self.take(fact)
        self.by_itself()
        return facts

    def take(self, fact: f.Fact) -> None:
        self.session = apply(self.session, fact)
        self.facts.append(fact)
        self.look(fact.at)

    def look(self, when: Moment | None = None) -> tuple[Cue, ...]:
        self.watch, cues = self.watch.look(self.session.course, when or self.now)
        self.cues += cues
        return cues

    def by_itself(self) -> None:
        while fact := due(self.session, self.now, self.watch.seen(self.session.course)):
            self.look(fact.at)
            self.take(fact)

    def go(self, text: str) -> "Stage":
        """Time passes, and is looked at only then."""
        self.now = self.now.at(self.now.ns + ns(text))
        self.by_itself()
        self.look()
        return self

    def rang(self) -> list[str]:
        """The kinds of the cues since this was last asked."""
        kinds = [cue.kind for cue in self.cues]
        self.cues = []
        return kinds
