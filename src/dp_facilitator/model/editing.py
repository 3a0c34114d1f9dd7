"""A plan that is being edited: every verb answers with the next one, and every one can be undone."""

import json
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from dp_facilitator.words import tr

from .draft import (
    CUE_TIMES,
    Path,
    Tree,
    at,
    capture_paths,
    free_id,
    frozen,
    inserted,
    neighbour,
    phase_paths,
    pointed,
    put,
    same_captures,
    sum_s,
    text_of,
    usual_cues,
    value,
    written,
)
from .draft_parts import (
    branch_places,
    branched,
    card_added,
    card_written,
    has_role,
    leader_called,
    new_part,
    new_phase,
    new_plan,
    role_added,
    roles_of,
    route_added,
    route_removed,
    with_roles,
)
from .durations import minutes_and_seconds
from .loose_ends import without_loose_ends
from .mistakes import Mistake, Refused
from .plan import Plan
from .plan_text import read_plan, write_plan

TITLE_LIMIT = 80
TYPED: Final = frozenset(
    {
        *("title", "summary", "outcomes", "leader", "team_member", "lines"),
        *("headline", "prompt", "stems", "coach", "checklist", "label"),
    }
)
"""Fields that are written letter by letter: a run of it is undone at once."""


@dataclass(frozen=True, slots=True)
class Editing:
    """A plan as it stands now, as it was last kept, and the ways back and forth between.

    `tree` may be wrong for a moment: `problems` says what `plan_text.read_plan` finds in it. Times are whole
    seconds. Words written to the same place several times in a row are undone as one change, until `settle`.
    """

    tree: Tree
    kept: Tree
    past: tuple[Tree, ...] = ()
    future: tuple[Tree, ...] = ()
    writing: Path | None = None

    @classmethod
    def of(cls, text: bytes) -> Self:
        """Begins with a plan file. Raises Refused with its mistakes."""
        tree = frozen(json.loads(write_plan(read_plan(text))))
        return cls(tree, tree)

    @classmethod
    def new(cls, title: str) -> Self:
        """Begins with nothing but an hour, five people and a welcome."""
        tree = new_plan(title)
        return cls(tree, tree)

    @classmethod
    def resumed(cls, draft: str, kept: bytes | None) -> Self | None:
        """Goes on with a tree that was never kept, as `draft` wrote it; None for what cannot be gone on with.

        `kept` is the file that it was a change of, to which Undo leads back; None for a new plan. Raises Refused
        with the mistakes of that file.
        """
        try:
            tree = frozen(json.loads(draft))
            sketch = cls(tree, tree)
            read = all(isinstance(sketch.value((*path, "title")), str) for path in sketch.phases())
            sound = read and sketch.sum_s >= 0 and isinstance(sketch.value(("total",)), int)
        except (ValueError, TypeError, KeyError, AttributeError):
            sound = False
        if not sound:
            return None
        if kept is None:
            return cls(tree, {})
        saved = cls.of(kept).tree
        return cls(tree, saved, past=() if tree == saved else (saved,))

    def draft(self) -> str:
        """The tree as text, right or wrong, for `resumed`."""
        return text_of(self.tree).decode()

    # What it is

    def value(self, path: Path) -> Any:
        """What a field holds, or what it stands at when it is left out; times in seconds."""
        return value(self.tree, path)

    def count(self, path: Path) -> int:
        """How many stand in a list."""
        return len(at(self.tree, path) or ())

    @property
    def changed(self) -> bool:
        """Whether anything is otherwise than it was last kept."""
        return bool(self.tree != self.kept)

    @property
    def sum_s(self) -> int:
        """Seconds that the parts add up to with the usual number of people."""
        return sum_s(self.tree)

    @property
    def off_s(self) -> int:
        """Seconds by which the parts come to more than what is stated; negative for less."""
        stated: int = self.value(("total",))
        return self.sum_s - stated

    def problems(self) -> tuple[Mistake, ...]:
        """Everything that keeps it from being a plan."""
        try:
            read_plan(text_of(self.tree))
        except Refused as refused:
            return refused.mistakes
        return ()

    def where(self, mistake: Mistake) -> Path:
        """The place of a mistake; empty for the plan as a whole."""
        return pointed(mistake.place, self.tree)

    def plan(self) -> Plan | None:
        """The plan, when there is nothing wrong with it."""
        try:
            return read_plan(text_of(self.tree))
        except Refused:
            return None

    def sketch(self, route: str = "") -> bytes | None:
        """The text of the plan as its parts are now, whatever total is stated; None while other things are wrong.

        With a route, only what that way consists of.
        """
        tree = self.tree
        if route:
            tree = put(put(tree, ("segments",), at(tree, ("routes", route, "segments"))), ("routes",), None)
            for path in phase_paths(tree):
                tree = put(tree, (*path, "branch"), None)
        text = text_of(put(tree, ("total",), minutes_and_seconds(sum_s(tree))))
        try:
            read_plan(text)
        except Refused:
            return None
        return text

    def roles(self) -> tuple[Tree, ...]:
        """The roles, also of a plan that names none."""
        return roles_of(self.tree)

    def branch(self, route: str) -> Path | None:
        """The first phase from which a way on can be taken."""
        return next(branch_places(self.tree, route), None)

    def phases(self) -> tuple[Path, ...]:
        """Where every phase stands."""
        return tuple(phase_paths(self.tree))

    # Back and forth

    def undo(self) -> Self:
        """As it was before the last change."""
        if not self.past:
            return self
        *past, tree = self.past
        return replace(self, tree=tree, past=tuple(past), future=(self.tree, *self.future), writing=None)

    def redo(self) -> Self:
        """As it was before the last undo."""
        if not self.future:
            return self
        tree, *future = self.future
        return replace(self, tree=tree, past=(*self.past, self.tree), future=tuple(future), writing=None)

    def settle(self) -> Self:
        """Ends a run of writing: the next change is undone by itself."""
        return replace(self, writing=None)

    def keep(self) -> Self:
        """Counts as kept from here on."""
        return replace(self, kept=self.tree, writing=None)

    def copied(self) -> Self:
        """A new plan like this one, with a title of its own and no past."""
        title = tr("Copy of {at}").format(at=at(self.tree, ("title",)))[:TITLE_LIMIT]
        tree = put(self.tree, ("title",), title)
        return type(self)(tree, tree)

    # What can be done with every part

    def write(self, path: Path, new: Any) -> Self:
        """Fills in one field; None, and what it stands at anyway, leave it out."""
        tree = with_roles(self.tree) if path[0] == "roles" else self.tree
        same = same_captures(tree, path[:-1]) if path[-3:-2] == ("captures",) else (path[:-1],)
        for part in tuple(same):
            tree = written(tree, (*part, path[-1]), new)
        tree = leader_called(tree, path, new)
        return self._now(tree, path if path[-1] in TYPED else None)

    def remove(self, path: Path) -> Self:
        """Takes a segment, phase, cue or capture out."""
        return self._now(without_loose_ends(put(self.tree, path, None)))

    def neighbour(self, path: Path, by: int) -> Path | None:
        """Where a segment or phase would stand one place up (-1) or down (1), if it can."""
        return neighbour(self.tree, path, by)

    def move(self, path: Path, to: Path) -> Self:
        """Puts a segment or phase where `to` is once it has been taken out; it gets another id if need be."""
        part = at(self.tree, path)
        tree = put(self.tree, path, None)
        return self._now(without_loose_ends(inserted(tree, to, self._with_free_id(tree, to, part))))

    def duplicate(self, path: Path) -> Self:
        """The same segment or phase once more, right after it."""
        after = (*path[:-1], int(path[-1]) + 1)
        part = self._with_free_id(self.tree, after, at(self.tree, path))
        return self._now(inserted(self.tree, after, part))

    # Segments and phases

    def add_segment(self, path: Path) -> Self:
        """A new segment with one phase at this place."""
        return self._now(inserted(self.tree, path, self._with_free_id(self.tree, path, new_part())))

    def add_break(self, path: Path, title: str) -> Self:
        """A new segment at this place: a break of ten minutes."""
        phase = {"id": "break", "title": title, "time": "10:00", "kind": "break"}
        part = {"id": "break", "title": title, "phases": (phase,)}
        return self._now(inserted(self.tree, path, self._with_free_id(self.tree, path, part)))

    def repeat(self, path: Path, how: str) -> Self:
        """Runs a segment once, once for each person, or in parallel groups."""
        tree = written(self.tree, (*path, "repeat"), how)
        size = value(tree, (*path, "group_size")) or 3
        tree = put(tree, (*path, "group_size"), size if how == "groups" else None)
        for field in ("rounds", "round_titles") if how == "once" else ():
            tree = put(tree, (*path, field), None)
        return self._now(tree)

    def add_phase(self, path: Path) -> Self:
        """A new phase of five minutes at this place."""
        return self._now(inserted(self.tree, path, self._with_free_id(self.tree, path, new_phase())))

    def take_sum(self) -> Self:
        """States what the parts add up to."""
        return self.write(("total",), self.sum_s)

    # Roles, cards and other ways on

    def add_role(self) -> Self:
        """One more role, the last."""
        return self._now(role_added(self.tree, "role", tr("New role")))

    def give_time_to(self, keeper: str) -> Self:
        """Says who keeps the time of a round; for the role of the timekeeper there is one from then on."""
        tree = written(self.tree, ("timekeeper",), keeper)
        lacks = keeper == "role" and not has_role(tree, "timekeeper")
        return self._now(role_added(tree, "timekeeper", tr("Timekeeper")) if lacks else tree)

    def add_card(self) -> Self:
        """One more card for the coach."""
        return self._now(card_added(self.tree))

    def write_card(self, key: str, new: Any, title: str) -> Self:
        """Fills in the "title" or the "lines" of the safety card; one that begins with lines is called `title`."""
        return self._now(card_written(self.tree, key, new, title), ("card", key))

    def add_route(self, title: str) -> tuple[Self, str]:
        """Another way on, with one part, and its id."""
        tree, route = route_added(self.tree, title)
        return self._now(tree), route

    def remove_route(self, route: str) -> Self:
        """Takes a way on out, wherever it could be taken from."""
        return self._now(route_removed(self.tree, route))

    def branch_from(self, route: str, phase: Path) -> Self:
        """Lets a way on be taken from this phase only."""
        return self._now(branched(self.tree, route, phase))

    # Cues and captures of a phase

    def choose_cues(self, phase: Path) -> Self:
        """Writes the usual cues down, so that they can be changed."""
        return self._now(put(self.tree, (*phase, "cues"), self._cues(phase)))

    def usual_cues(self, phase: Path) -> Self:
        """Back to one warning and the end."""
        return self._now(put(self.tree, (*phase, "cues"), None))

    def add_cue(self, phase: Path) -> Self:
        """One more cue, half-way through; the usual ones stay."""
        return self._now(put(self.tree, (*phase, "cues"), (*self._cues(phase), {"percent": 50})))

    def time_cue(self, path: Path, kind: str, number: int = 0) -> Self:
        """Says when a cue comes: seconds "after" the start or "before" the end, "percent" of the phase, or "end"."""
        rest = {name: each for name, each in at(self.tree, path).items() if name not in CUE_TIMES}
        when = True if kind == "end" else number if kind == "percent" else minutes_and_seconds(number)
        return self._now(put(self.tree, path, {kind: when, **rest}))

    def add_capture(self, phase: Path) -> Self:
        """One more thing to write down."""
        taken = [at(self.tree, (*each, "id")) for each in capture_paths(self.tree)]
        new = {"id": free_id("note", taken), "title": tr("New question")}
        return self._now(inserted(self.tree, (*phase, "captures", self.count((*phase, "captures"))), new))

    def _cues(self, phase: Path) -> tuple[Tree, ...]:
        cues: tuple[Tree, ...] | None = at(self.tree, (*phase, "cues"))
        return usual_cues(self.value((*phase, "time"))) if cues is None else cues

    def _with_free_id(self, tree: Tree, path: Path, part: Tree) -> Tree:
        taken = [each["id"] for each in at(tree, path[:-1]) or ()]
        return {**part, "id": free_id(part["id"], taken)}

    def _now(self, tree: Tree, writing: Path | None = None) -> Self:
        if tree == self.tree:
            return self
        going_on = writing is not None and writing == self.writing
        if going_on and tree == self.past[-1]:
            return replace(self, tree=tree, past=self.past[:-1], future=(), writing=None)
        past = self.past if going_on else (*self.past, self.tree)
        return replace(self, tree=tree, past=past, future=(), writing=writing)
