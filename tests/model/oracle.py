"""What a schedule of timing verbs must come to, worked out in another way than the model does it.

It keeps the list of verbs that stand and, whenever it is asked, lays the whole story out again as intervals of
running and of standing still. Nothing of the model is used. Times are integer nanoseconds.
"""

import random
from dataclasses import dataclass, field

S = 1_000_000_000


@dataclass
class Story:
    """Everything up to a moment: intervals (from, to, step, running), and marks (time, step, ...)."""

    intervals: list[tuple[int, int, int, bool]] = field(default_factory=list)
    restarts: list[tuple[int, int]] = field(default_factory=list)
    added: list[tuple[int, int, int]] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)
    step: int = 0
    status: str = "ready"
    start: int | None = None
    end: int | None = None


class Oracle:
    """A session of steps with planned lengths, to which verbs are given."""

    def __init__(self, planned: list[int]) -> None:
        self.planned = planned
        self.verbs: list[tuple[int, str, int]] = []
        self.undone: list[tuple[int, str, int]] = []

    def give(self, now: int, verb: str, amount: int = 0) -> None:
        if verb == "undo":
            if self.verbs:
                self.undone.append(self.verbs.pop())
        elif verb == "redo":
            if self.undone:
                self.verbs.append(self.undone.pop())
        elif verb == "next" and self.story(now).status == "ready":
            self.give(now, "start")
        elif self.fits(verb, self.story(now), amount):
            self.verbs.append((now, verb, amount))
            self.undone = []

    def fits(self, verb: str, story: Story, amount: int) -> bool:
        going = story.status in ("running", "paused")
        return {
            "start": story.status == "ready",
            "pause": story.status == "running",
            "resume": story.status == "paused",
            "next": going and story.step + 1 < len(self.planned),
            "back": going and story.step > 0,
            "extend": going and amount != 0,
            "restart": going,
            "finish": going,
        }[verb]

    def story(self, now: int) -> Story:
        story = Story()
        since = 0

        def close(until: int) -> None:
            if story.status in ("running", "paused"):
                story.intervals.append((since, until, story.step, story.status == "running"))

        for when, verb, amount in self.verbs:
            if verb == "extend":
                story.added.append((when, story.step, amount))
                continue
            close(when)
            since = when
            if verb == "start":
                story.status, story.start = "running", when
            elif verb == "pause":
                story.status = "paused"
            elif verb == "resume":
                story.status = "running"
            elif verb in ("next", "back"):
                story.step += 1 if verb == "next" else -1
                story.status = "running"
            elif verb == "restart":
                story.restarts.append((len(story.intervals), story.step))
                story.added = [mark for mark in story.added if mark[1] != story.step]
                story.status = "running"
            elif verb == "finish":
                story.status, story.end = "finished", when
            story.begun.add(story.step)
        close(now)
        return story

    def elapsed(self, story: Story, step: int) -> int:
        """Running time on a step since it was last restarted."""
        first = max((place for place, of in story.restarts if of == step), default=0)
        return sum(b - a for a, b, of, running in story.intervals[first:] if of == step and running)

    def paused(self, story: Story, step: int) -> int:
        return sum(b - a for a, b, of, running in story.intervals if of == step and not running)

    def added(self, story: Story, step: int) -> int:
        return sum(amount for _, of, amount in story.added if of == step)

    def attempts(self, story: Story, step: int) -> int:
        return sum(of == step for _, of in story.restarts) + (step in story.begun)

    def left(self, story: Story, step: int) -> int:
        return self.planned[step] + self.added(story, step) - self.elapsed(story, step)

    def expected_end(self, story: Story, now: int) -> int:
        if story.end is not None:
            return story.end
        ahead = range(story.step, len(self.planned))
        return now + sum(max(0, self.left(story, step)) for step in ahead)

    def behind(self, story: Story, now: int) -> int:
        begun = now if story.start is None else story.start
        return self.expected_end(story, now) - begun - sum(self.planned)


VERBS = ["pause", "resume", "next", "back", "undo", "redo", "extend", "restart", "sleep", "clock"]
WEIGHTS = [4, 4, 6, 2, 4, 3, 4, 1, 2, 1]


def schedule(seed: int, length: int = 40) -> list[tuple[int, str, int]]:
    """A random schedule: after so many nanoseconds, this verb, with this amount (ns)."""
    dice = random.Random(seed)
    rows = [(dice.randrange(90) * S, "start", 0)]
    for _ in range(dice.randrange(3, length)):
        wait = dice.choice([0, dice.randrange(3 * S), dice.randrange(90) * S, dice.randrange(400 * S)])
        verb = dice.choices(VERBS, WEIGHTS)[0]
        amount = {
            "extend": dice.choice([60, -60, 10, -10, 300, -600]) * S,
            "sleep": dice.randrange(1, 3600 * S),
            "clock": dice.choice([-3600, 3600, 86_400, -40]) * S,
        }.get(verb, 0)
        rows.append((wait, verb, amount))
    if dice.random() < 0.2:
        rows.append((dice.randrange(60 * S), "finish", 0))
    return rows
