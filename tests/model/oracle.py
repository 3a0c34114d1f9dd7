"""What a schedule of verbs must come to, worked out in another way than the model does it.

It keeps the list of verbs that stand and, whenever it is asked, lays the whole story out again: intervals of running
and of standing still on named steps, and a run sheet written down anew from who is here. Nothing of the model is
used. Times are integer nanoseconds; a step is "rounds/P1/set-up", a second attempt at a round "rounds/P1/2/set-up".
"""

import random
from dataclasses import dataclass, field

S = 1_000_000_000
WARM_UP, DEBRIEF = "warm-up/warm-up", "debrief/debrief"
PLANNED = {"warm-up": 420, "set-up": 60, "practise": 240, "feedback": 360, "again": 240, "debrief": 600}
IN_A_ROUND = ("set-up", "practise", "feedback", "again")
PEOPLE = ("P1", "P2", "P3")

Verb = tuple[int, str, int]
"""When, which, and how much: nanoseconds, or a number that chooses people."""


def turn_of(step: str) -> str:
    return step.rpartition("/")[0]


def leader_of(step: str) -> str | None:
    return step.split("/")[1] if step.startswith("rounds/") else None


def part(step: str) -> int:
    """Where its part of the session stands: the warm-up, the rounds, the debrief."""
    return ("warm-up", "rounds", "debrief").index(step.split("/")[0])


def planned(step: str) -> int:
    return PLANNED[step.rpartition("/")[2]] * S


@dataclass
class Story:
    """Everything up to a moment.

    `intervals` are (from, to, step, attempt, running); `given` are (step, attempt, ns) that count besides them;
    `added` are (step, ns) since its last restart; `left` says when a step was last left.
    """

    order: list[str] = field(default_factory=lambda: list(PEOPLE))
    known: int = len(PEOPLE)
    absent: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    sheet: list[str] = field(default_factory=list)
    cursor: int = 0
    begun: set[str] = field(default_factory=set)
    intervals: list[tuple[int, int, str, int, bool]] = field(default_factory=list)
    given: list[tuple[str, int, int]] = field(default_factory=list)
    attempts: dict[str, int] = field(default_factory=dict)
    added: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    status: str = "ready"
    since: int = 0
    start: int | None = None
    end: int | None = None
    baseline: int = 0

    @property
    def step(self) -> str:
        return self.sheet[self.cursor]

    @property
    def going(self) -> bool:
        return self.status in ("running", "paused")

    @property
    def here(self) -> list[str]:
        return [person for person in self.order if person not in self.absent]

    # The run sheet

    def lay_out(self) -> None:
        """Writes down again what has not been run."""
        if self.status == "ready":
            self.sheet = [WARM_UP, *(f"rounds/{p}/{phase}" for p in self.here for phase in IN_A_ROUND), DEBRIEF]
            self.baseline = sum(map(planned, self.sheet))
            return
        step, ahead = self.step, self.sheet[self.cursor + 1 :]
        # What was run of a round that was broken off, or of a part before this one, lies behind: nothing run is lost.
        run = [one for one in ahead if one in self.begun and (turn_of(one) in self.broken or part(one) < part(step))]
        kept = [*self.sheet[: self.cursor], *run, step]
        ahead = [one for one in ahead if turn_of(one) not in self.broken]
        turns = {turn_of(one) for one in self.begun}
        new = []
        if step != DEBRIEF:
            new = [one for one in ahead if leader_of(one) and turn_of(one) in turns]
            for person in self.here:
                if person not in self.led():
                    turn, n = f"rounds/{person}", 1
                    while turn in self.broken:
                        n += 1
                        turn = f"rounds/{person}/{n}"
                    new += [f"{turn}/{phase}" for phase in IN_A_ROUND]
            new.append(DEBRIEF)
        self.sheet, self.cursor = [*kept, *new], len(kept) - 1

    def led(self) -> set[str]:
        """Who has had a round, or is in the middle of one, that was not broken off."""
        return {p for one in self.begun if (p := leader_of(one)) and turn_of(one) not in self.broken}

    def go_without(self, person: str, now: int) -> None:
        """Their rounds from here on are not gone on with; in their own, the next one begins."""
        off = {turn_of(one) for one in self.sheet[self.cursor :] if one in self.begun and leader_of(one) == person}
        self.broken |= off
        self.lay_out()
        if turn_of(self.step) in off:
            self.go(self.cursor + 1, now)

    # The clock

    def book(self, now: int) -> None:
        if self.going:
            attempt = self.attempts.get(self.step, 0)
            self.intervals.append((self.since, now, self.step, attempt, self.status == "running"))
        self.since = now

    def enter(self, at: int, now: int) -> None:
        self.cursor, self.status, self.since = at, "running", now
        self.begun.add(self.step)
        self.left.pop(self.step, None)

    def go(self, to: int, now: int) -> None:
        self.book(now)
        self.left[self.step] = now
        self.enter(to, now)

    def elapsed(self, step: str, attempt: int | None = None) -> int:
        """Running time on a step in its last attempt."""
        n = self.attempts.get(step, 0) if attempt is None else attempt
        ran = sum(b - a for a, b, of, which, running in self.intervals if (of, which, running) == (step, n, True))
        return ran + sum(ns for of, which, ns in self.given if (of, which) == (step, n))

    def paused(self, step: str) -> int:
        return sum(b - a for a, b, of, _, running in self.intervals if of == step and not running)

    def length(self, step: str) -> int:
        return planned(step) + self.added.get(step, 0)

    def expected_end(self, now: int) -> int:
        if self.end is not None:
            return self.end
        return now + sum(max(0, self.length(one) - self.elapsed(one)) for one in self.sheet[self.cursor :])

    def behind(self, now: int) -> int:
        return self.expected_end(now) - (now if self.start is None else self.start) - self.baseline

    # Verbs: each answers whether it fits, and does it

    def do(self, when: int, verb: str, amount: int) -> bool:
        done: bool = getattr(self, verb)(when, amount)
        return done

    def start_(self, when: int, _: int) -> bool:
        return self.begin(when, 0)

    def begin(self, when: int, amount: int) -> bool:
        """Starts so long ago."""
        if self.status != "ready":
            return False
        self.start = when - amount
        self.enter(0, when - amount)
        return True

    def pause(self, when: int, _: int) -> bool:
        return self._turn("running", "paused", when)

    def resume(self, when: int, _: int) -> bool:
        return self._turn("paused", "running", when)

    def _turn(self, before: str, after: str, when: int) -> bool:
        if self.status != before:
            return False
        self.book(when)
        self.status = after
        return True

    def next(self, when: int, _: int) -> bool:
        if self.status == "ready":
            return self.begin(when, 0)
        if not self.going or self.cursor + 1 >= len(self.sheet):
            return False
        self.go(self.cursor + 1, when)
        return True

    def back(self, when: int, _: int) -> bool:
        if not self.going or self.cursor == 0:
            return False
        self.go(self.cursor - 1, when)
        return True

    def extend(self, _: int, amount: int) -> bool:
        if not self.going:
            return False
        self.added[self.step] = self.added.get(self.step, 0) + amount
        return True

    def restart(self, when: int, _: int) -> bool:
        if not self.going:
            return False
        self.book(when)
        self.attempts[self.step] = self.attempts.get(self.step, 0) + 1
        self.added[self.step] = 0
        self.status = "running"
        return True

    def backdate(self, when: int, amount: int) -> bool:
        if not self.going:
            return self.begin(when, amount)
        self.given.append((self.step, self.attempts.get(self.step, 0), amount))
        if not self.left:
            self.start = (self.start or 0) - amount
            return True
        for before in sorted(self.left, key=self._when_left, reverse=True):
            if amount > 0:
                taken = min(amount, max(0, self.elapsed(before)))
                self.given.append((before, self.attempts.get(before, 0), -taken))
                self.left[before] -= amount
                amount -= taken
        return True

    def _when_left(self, step: str) -> tuple[int, int]:
        return self.left[step], self.sheet.index(step)

    def give_back(self, when: int, amount: int) -> bool:
        if self.status != "running":
            return False
        self.book(when)
        most = min(amount, self.elapsed(self.step))
        if most > 0:
            self.given.append((self.step, self.attempts.get(self.step, 0), -most))
        return most > 0

    def finish(self, when: int, _: int) -> bool:
        if not self.going:
            return False
        self.book(when)
        self.status, self.end = "finished", when
        return True

    def passes(self, when: int, amount: int) -> bool:
        person = self.who(amount)
        ahead = self.sheet[self.cursor + (self.status != "ready") :]
        leaders = {leader_of(one) for one in ahead} - {None}
        own = self.going and leader_of(self.step) == person
        if self.status == "finished" or person in self.absent or not leaders - {person}:
            return False
        if not own and person not in leaders:
            return False
        self._last(person)
        self.go_without(person, when)
        return True

    def bench(self, when: int, amount: int) -> bool:
        person = self.who(amount)
        if self.status == "finished" or person in self.absent or len(self.here) < 2:
            return False
        self.absent.add(person)
        self.go_without(person, when)
        return True

    def returns(self, _: int, amount: int) -> bool:
        person = self.who(amount)
        if self.status == "finished" or person not in self.absent:
            return False
        led = self.led()
        if person not in led and led & set(self.order[self.order.index(person) + 1 :]):
            self._last(person)
        self.absent.remove(person)
        self.lay_out()
        return True

    def join(self, _: int, __: int) -> bool:
        if self.status == "finished" or self.known >= 6:
            return False
        self.known += 1
        self.order.append(f"P{self.known}")
        self.lay_out()
        return True

    def move(self, _: int, amount: int) -> bool:
        person, at = self.who(amount), amount // 7 % len(self.order)
        order = [other for other in self.order if other != person]
        order.insert(at, person)
        if self.status == "finished" or order == self.order:
            return False
        self.order = order
        self.lay_out()
        return True

    def swap(self, _: int, amount: int) -> bool:
        one, other = self.who(amount), self.who(amount // 7)
        if self.status == "finished" or one == other:
            return False
        pair = {one: other, other: one}
        turn, leads = turn_of(self.step), leader_of(self.step)
        elsewhere = {leader_of(step) for step in self.begun if turn_of(step) != turn}
        self.order = [pair.get(person, person) for person in self.order]
        if self.going and leads in pair and not elsewhere & set(pair):
            self._rename_turn(turn, turn.replace(str(leads), pair[str(leads)], 1))
        self.lay_out()
        return True

    def _rename_turn(self, turn: str, right: str) -> None:
        """The wrong name stood over it: all of it was the other one's."""
        here = self.step
        sheet = [step for step in self.sheet if turn_of(step) != right]
        new = {step: step.replace(turn, right, 1) for step in sheet if turn_of(step) == turn}
        self.sheet = [new.get(step, step) for step in sheet]
        self.cursor = self.sheet.index(new[here])
        self.begun = {new.get(step, step) for step in self.begun}
        self.intervals = [(a, b, new.get(step, step), n, ran) for a, b, step, n, ran in self.intervals]
        self.given = [(new.get(step, step), n, ns) for step, n, ns in self.given]
        for kept in (self.attempts, self.added, self.left):
            for old in new.keys() & kept.keys():
                kept[new[old]] = kept.pop(old)

    def _last(self, person: str) -> None:
        self.order.remove(person)
        self.order.append(person)

    def who(self, amount: int) -> str:
        """Someone, chosen by a number, by the id that they were given when they came."""
        return f"P{amount % self.known + 1}"


def _named(verb: str) -> str:
    return "start_" if verb == "start" else verb


class Oracle:
    """A session to which verbs are given."""

    def __init__(self) -> None:
        self.verbs: list[Verb] = []
        self.undone: list[Verb] = []

    def give(self, now: int, verb: str, amount: int = 0) -> None:
        if verb == "undo":
            self.undone += [self.verbs.pop()] if self.verbs else []
        elif verb == "redo":
            self.verbs += [self.undone.pop()] if self.undone else []
        elif self.story(now).do(now, _named(verb), amount):
            self.verbs.append((now, verb, amount))
            self.undone = []

    def story(self, now: int) -> Story:
        """The whole story, laid out from its beginning."""
        story = Story()
        story.lay_out()
        for when, verb, amount in self.verbs:
            story.do(when, _named(verb), amount)
        story.book(now)
        return story


VERBS = {
    "pause": 4, "resume": 5, "next": 12, "back": 3, "undo": 4, "redo": 3, "extend": 4, "restart": 1, "sleep": 2,
    "clock": 1, "backdate": 1, "give_back": 1, "passes": 2, "bench": 2, "returns": 2, "join": 1, "move": 2, "swap": 2,
    "finish": 0.1, "start": 0.5, "kill": 1,
}  # fmt: skip


def schedule(seed: int, length: int = 40) -> list[tuple[int, str, int]]:
    """A random schedule: after so many nanoseconds, this verb, with this amount (ns, or a number that chooses)."""
    dice = random.Random(seed)
    rows = [(dice.randrange(90) * S, verb, dice.randrange(49)) for verb in dice.choices(("move", "bench", "join"), k=2)]
    rows.append((dice.randrange(90) * S, dice.choice(("start", "next", "backdate")), dice.randrange(1, 90) * S))
    for _ in range(dice.randrange(3, length)):
        wait = dice.choice([0, dice.randrange(3 * S), dice.randrange(90) * S, dice.randrange(400 * S)])
        verb = dice.choices([*VERBS], [*VERBS.values()])[0]
        amount = {
            "extend": dice.choice([60, -60, 10, -10, 300, -600]) * S,
            "sleep": dice.randrange(1, 3600 * S),
            "clock": dice.choice([-3600, 3600, 86_400, -40]) * S,
            "backdate": dice.randrange(1, 120) * S,
            "give_back": dice.randrange(1, 600 * S),
        }.get(verb, dice.randrange(49))
        rows.append((wait, verb, amount))
    return rows
