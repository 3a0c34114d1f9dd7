"""A session: frozen, driven by verbs that answer with facts. `replay.apply` folds a fact into the next."""

from dataclasses import dataclass, field

from dp_facilitator.words import ntr, tr

from . import facts as f
from .course import Course
from .durations import LONGEST_S, SECOND
from .fit import Way, fitting, lender, proposals
from .folding import fold
from .mistakes import refuse
from .moment import Moment
from .notes import Note, Record
from .plan import Phase, Plan
from .roster import Participant, check_names
from .runsheet import Step
from .sheet import Sheet
from .text import NOTE_LIMIT, is_blank, tidy_note

Facts = tuple[f.Fact, ...]
MOST_ADDED_NS = LONGEST_S * SECOND
"""One press never adds more than the longest phase."""


@dataclass(frozen=True, slots=True)
class Past:
    """The course before a verb, the verb, and what was before that: a chain, newest first."""

    course: Course
    fact: f.TimingFact
    earlier: "Past | None"


@dataclass(frozen=True, slots=True)
class Undoing:
    """Verbs that were taken back and can be given again, newest first."""

    fact: f.TimingFact
    earlier: "Undoing | None"


@dataclass(frozen=True, slots=True)
class Session:
    """One session as it stands.

    Each verb takes the moment and answers with facts, or with nothing where it does not fit; it changes
    nothing itself. `opened` is when the session came into being, `written` counts the notes ever kept.
    """

    id: str
    opened: Moment
    course: Course
    record: Record = field(default_factory=Record)
    past: Past | None = None
    undone: Undoing | None = None
    written: int = 0
    version: str = ""

    @property
    def plan(self) -> Plan:
        return self.course.plan

    @property
    def status(self) -> str:
        """ready, running, paused or finished."""
        return self.course.status

    @property
    def going(self) -> bool:
        """Whether a step is under way, running or paused."""
        return self.course.status in ("running", "paused")

    # Timing

    def start(self, now: Moment) -> Facts:
        """Begins the first step. Raises Refused while its gate is closed."""
        if self.status != "ready":
            return ()
        self._pass_gate(self.course.step)
        return (f.Started(now),)

    def pause(self, now: Moment) -> Facts:
        """Freezes what is left."""
        return (f.Paused(now),) if self.status == "running" else ()

    def resume(self, now: Moment) -> Facts:
        """Goes on with what was left."""
        return (f.Resumed(now),) if self.status == "paused" else ()

    def next(self, now: Moment) -> Facts:
        """Ends this step and begins the next; starts a session that is ready; nothing on the last step.

        Raises Refused while the gate of the next step is closed.
        """
        if self.status == "ready":
            return self.start(now)
        following = self.course.upcoming
        if not self.going or following is None:
            return ()
        self._pass_gate(following)
        return (f.Moved(now, following.key),)

    def open_lines(self, step: Step) -> tuple[int, ...]:
        """Lines of a gate's checklist, from 0, that are not ticked; none where there is no gate (P4)."""
        lines = range(len(step.phase.checklist)) if step.phase.gate else ()
        return tuple(line for line in lines if (step.gate_key, line) not in self.record.ticked)

    def _pass_gate(self, step: Step) -> None:
        if missing := self.open_lines(step):
            raise refuse(
                tr("“{title}” begins when its list is ticked off; {count} to go.").format(
                    title=step.title, count=len(missing)
                ),
                tr("Read it out and tick each line."),
            )

    def begins(self, fact: f.TimingFact) -> Step | None:
        """The step that this verb would begin; None where the one under way goes on, or is returned to."""
        if not isinstance(fact, f.Started | f.Moved | f.Passed | f.Benched):
            return None
        after = fold(self.course, fact)
        goes_on = self.going and after.step.key == self.course.step.key
        return None if after.status == "ready" or goes_on or self.course.begun(after.step) else after.step

    def _through_gate(self, fact: f.TimingFact) -> None:
        """Raises Refused where this verb would begin a step whose gate is closed."""
        if step := self.begins(fact):
            self._pass_gate(step)

    def back(self, now: Moment) -> Facts:
        """Goes to the previous step on purpose."""
        if not self.going or self.course.cursor == 0:
            return ()
        return (f.Moved(now, self.course.steps[self.course.cursor - 1].key, "back"),)

    def restart(self, now: Moment) -> Facts:
        """Gives the current step its full time again."""
        return (f.Restarted(now),) if self.going else ()

    def extend(self, now: Moment, seconds: int) -> Facts:
        """Adds seconds to the current step, or takes them away."""
        if not self.going or not seconds:
            return ()
        return (f.Extended(now, max(-MOST_ADDED_NS, min(MOST_ADDED_NS, seconds * SECOND))),)

    def backdate(self, now: Moment, seconds: int) -> Facts:
        """Says that the current step began so many seconds earlier; a session that is ready starts so."""
        if seconds <= 0 or self.status == "finished":
            return ()
        if self.status == "ready":
            return tuple(f.Started(started.at, seconds * SECOND) for started in self.start(now))
        return (f.Backdated(now, seconds * SECOND),)

    def give_back(self, now: Moment, nanoseconds: int) -> Facts:
        """Does not count a sleep or an absence of the program in the current step."""
        most = min(nanoseconds, self.course.elapsed(self.course.step, now))
        return (f.GivenBack(now, most),) if self.status == "running" and most > 0 else ()

    def finish(self, now: Moment) -> Facts:
        """Ends the session; steps that were not run stay "not run"."""
        return (f.Finished(now),) if self.going else ()

    def undo(self, now: Moment) -> Facts:
        """Takes back the newest timing or people verb, as if it had never been given."""
        return (f.Undone(now),) if self.past else ()

    def redo(self, now: Moment) -> Facts:
        """Puts back what was taken back last, at the moment it was first given.

        Raises Refused where that would begin a step whose gate has been closed since.
        """
        if self.undone is None:
            return ()
        self._through_gate(self.undone.fact)
        return (f.Redone(now),)

    # People

    def passes(self, now: Moment, person: str | None = None) -> Facts:
        """Lets the leader whose turn it is, or anyone still to come, go last.

        Raises Refused where the next leader's step would begin and its gate is closed.
        """
        turn = self.course.step.turn
        person = person or (turn.leaders[0] if turn.leaders else None)
        if person is None or self.status == "finished" or self.course.absent & {person}:
            return ()
        ahead = self.course.steps[self.course.cursor if self.status == "ready" else self.course.cursor + 1 :]
        others = any(step.turn.leaders and person not in step.turn.leaders for step in ahead)
        own = turn.leaders == (person,) and self.going
        due = own or any(step.turn.leaders == (person,) for step in ahead)
        if not (others and due):
            return ()
        self._through_gate(f.Passed(now, person))
        return (f.Passed(now, person),)

    def bench(self, now: Moment, person: str) -> Facts:
        """Someone leaves; what they did stays.

        Raises Refused where the next leader's step would begin and its gate is closed.
        """
        if person not in self.course.present or len(self.course.present) < 2 or self.status == "finished":
            return ()
        self._through_gate(f.Benched(now, person))
        return (f.Benched(now, person),)

    def returns(self, now: Moment, person: str) -> Facts:
        """Someone who had left is back; leads at their place if it is still to come, else last."""
        return (f.Returned(now, person),) if person in self.course.absent and self.status != "finished" else ()

    def join(self, now: Moment, name: str) -> Facts:
        """A late arrival: a team member now, leader at the end. Raises Refused for a name that is taken."""
        if self.status == "finished":
            return ()
        *_, shown = check_names([*(person.name for person in self.course.people), name])
        return (f.Joined(now, Participant(f"P{len(self.course.people) + 1}", shown)),)

    def move(self, now: Moment, person: str, position: int) -> Facts:
        """Puts someone at a place in the order, counted from 1."""
        rest = [other for other in self.course.order if other != person]
        at = max(0, min(len(rest), position - 1))
        return self.reorder(now, (*rest[:at], person, *rest[at:]))

    def reorder(self, now: Moment, order: tuple[str, ...]) -> Facts:
        """Sets the order in which people lead."""
        fits = sorted(order) == sorted(self.course.order) and order != self.course.order
        return (f.Reordered(now, order),) if fits and self.status != "finished" else ()

    def swap(self, now: Moment, one: str, other: str) -> Facts:
        """Lets two people change places."""
        known = {one, other} <= set(self.course.order) and one != other
        return (f.Swapped(now, one, other),) if known and self.status != "finished" else ()

    def rename(self, now: Moment, person: str, name: str) -> Facts:
        """Puts a name right. Raises Refused for one that is taken."""
        names = [name if other.id == person else other.name for other in self.course.people]
        shown = check_names(names)[[other.id for other in self.course.people].index(person)]
        return (f.Renamed(now, person, shown),) if shown != self.course.name(person) else ()

    def hide_digits(self, now: Moment, person: str, hidden: bool) -> Facts:
        """Whether the room sees digits while this person leads."""
        return (f.DigitsHidden(now, person, hidden),) if self.course.person(person).hide_digits != hidden else ()

    def keep_time(self, now: Moment, person: str, turn: str | None = None) -> Facts:
        """Sets who keeps the time of a turn (its key); of the current one, if none is given."""
        turn = turn or self.course.step.turn.key
        leaders = next((step.turn.leaders for step in self.course.steps if step.turn.key == turn), ())
        free = leaders and person in self.course.present and person not in leaders
        return (f.TimekeeperSet(now, turn, person),) if free else ()

    def take(self, now: Moment, route: str) -> Facts:
        """Takes a route of the plan; the time already used is kept."""
        open_to = route in self.course.step.phase.branch and self.course.route is None
        return (f.RouteTaken(now, route),) if open_to and self.status != "finished" else ()

    def fit(self, now: Moment, way: Way) -> Facts:
        """Makes the rest end on time. Raises Refused, in plain words, where that cannot be done."""
        if self.status == "finished" or not proposals(self.course, now):
            return ()
        proposal = fitting(self.course, now, way)
        end = proposal.ends_ns if way == "later" else None
        return (f.Fitted(now, proposal.timings, end),)

    def lender(self, seconds: int) -> tuple[Phase, int] | None:
        """The phase outside the rounds that could give so many seconds, and its seconds then."""
        found = lender(self.course, seconds) if self.going else None
        return found and found[1:]

    def lend(self, now: Moment, seconds: int) -> Facts:
        """Takes so many seconds from the phase that can give them: where an added minute comes from (domain 5.1)."""
        found = lender(self.course, seconds) if self.going else None
        return (f.Fitted(now, ((found[0], found[1].id, found[2]),)),) if found else ()

    # Writing

    def prepare(self, now: Moment, person: str, sheet: Sheet) -> Facts:
        """Keeps what a leader told about what they will practise."""
        return (f.Prepared(now, person, sheet),) if sheet != self.record.sheet(person) else ()

    def note(
        self,
        now: Moment,
        capture: str,
        text: str,
        *,
        about: str | None = None,
        giver: str | None = None,
        criterion: int | None = None,
        step: str | None = None,
    ) -> Facts:
        """Keeps a note; nothing for a blank one. Raises Refused for one that is too long.

        `step` is the key of the step in which its writing began, without it the current one. Where the plan shares
        without a name, whoever is named here, and whose round it was, is left out before anything is kept (P5).
        """
        text = _note_text(text)
        note = Note(f"N{self.written + 1}", capture, text, about, giver, criterion, step or self.course.step.key)
        if capture in self.plan.nameless():
            note = note.nameless()
        return (f.Noted(now, note),) if text else ()

    def reword(self, now: Moment, note_id: str, text: str) -> Facts:
        """Changes the words of a note; a blank text takes it away."""
        note, text = self.record.note(note_id), _note_text(text)
        if note is None or note.text == text:
            return ()
        return (f.Reworded(now, note_id, text),) if text else self.remove(now, note_id)

    def remove(self, now: Moment, note_id: str) -> Facts:
        """Takes a note away; `restore` brings it back."""
        note = self.record.note(note_id)
        return (f.Removed(now, note_id),) if note and not note.removed else ()

    def restore(self, now: Moment, note_id: str) -> Facts:
        """Brings a note back that was taken away."""
        note = self.record.note(note_id)
        return (f.Removed(now, note_id, back=True),) if note and note.removed else ()

    def choose(self, now: Moment, note_id: str) -> Facts:
        """The leader's one change; choosing it again takes the choice back."""
        note = self.record.note(note_id)
        if note is None or note.about is None or note.removed:
            return ()
        chosen = self.record.change_of(note.about)
        return (f.Chosen(now, note.about, None if chosen == note else note_id),)

    def agree(self, now: Moment, person: str, shown: bool) -> Facts:
        """Whether this leader lets the room see their one change."""
        return (f.Agreed(now, person, shown),) if (person in self.record.agreed) != shown else ()

    def tick(self, now: Moment, line: int, done: bool = True, step: str | None = None) -> Facts:
        """Ticks a line (from 0) of a step's checklist (its key; of a gate, `Step.gate_key`); of the current step's,
        if none is given."""
        key = (step or self.course.step.key, line)
        return (f.Ticked(now, *key, done),) if (key in self.record.ticked) != done else ()

    def park(self, now: Moment, text: str) -> Facts:
        """Puts a thought on the for-later list."""
        return () if is_blank(text) else (f.Parked(now, _note_text(text)),)


def _note_text(text: str) -> str:
    text = "" if is_blank(text) else tidy_note(text)
    if len(text) > NOTE_LIMIT:
        raise refuse(
            ntr(
                "This note has {count:,} character; one note holds {note_limit:,}.",
                "This note has {count:,} characters; one note holds {note_limit:,}.",
                len(text),
            ).format(count=len(text), note_limit=NOTE_LIMIT),
            tr("Split it into several notes."),
        )
    return text
