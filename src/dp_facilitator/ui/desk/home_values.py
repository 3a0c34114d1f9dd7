"""What the home page is told: plans, a session that was interrupted, and past sessions."""

from dataclasses import dataclass

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.words import ntr, tr


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One plan that can be set up.

    `length` is how long it takes, "90 min" or exactly "13:30"; `bar` are weights with the kind of phase they stand
    for; `people` says for how many it is made, "2 to 8, usually 5"; `problem` why it cannot be used as it is.
    """

    name: str
    title: str
    summary: str
    length: str
    people: str
    bar: tuple[tuple[int, str], ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A session that stopped without being finished.

    `where` is "Round 3, Feedback for Cai", `left` "3:20 left" and `time` "3:20", `when` "at 10:41, 2 minutes ago".
    """

    id: str
    title: str
    where: str
    left: str
    time: str
    when: str


@dataclass(frozen=True, slots=True)
class PastSession:
    """One session to look back on, or one that is set up and has not begun.

    `sort_key` puts dates in order; times are whole seconds.
    """

    id: str
    date: str
    sort_key: str
    title: str
    people: int
    planned_s: int
    used_s: int
    notes: int
    status: str = ""
    problem: str = ""
    begun: bool = True

    @property
    def when(self) -> str:
        """ "25 October · 5 people", or "saved 25 October · 5 people" of one that is set up and has not begun."""
        people = ntr("{n} person", "{n} people", self.people).format(n=self.people)
        date = self.date if self.begun else tr("saved {date}").format(date=self.date)
        return f"{date} · {people}"

    @property
    def time(self) -> str:
        """ "1:28:10 of 1:30:00", or nothing for a session that never began."""
        if not self.used_s:
            return ""
        return tr("{used} of {planned}").format(
            used=minutes_and_seconds(self.used_s), planned=minutes_and_seconds(self.planned_s)
        )

    @property
    def noted(self) -> str:
        """ "12 notes"."""
        return noted(self.notes)


def noted(number: int) -> str:
    """A number of notes: "1 note", "12 notes", "no notes"."""
    return ntr("{n} note", "{n} notes", number).format(n=number) if number else tr("no notes")


def plan_length(seconds: int) -> str:
    """How long a plan takes: "90 min" where it is whole minutes, else exactly, "13:30"."""
    minutes, rest = divmod(seconds, 60)
    return minutes_and_seconds(seconds) if rest else tr("{n} min").format(n=minutes)
