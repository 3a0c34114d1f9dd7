"""A plan as plain values while it is edited: it may be wrong for a moment, and every change makes a new one.

A tree is what stands in a plan file, with tuples for lists. A path leads to one place in it, such as
`("segments", 1, "phases", 0, "time")`. Nothing here changes a tree in place.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from dp_facilitator.words import marked, tr

from .cues import warning_s
from .durations import minutes_and_seconds, read_clocked
from .plan import Segment, part_at

Path = tuple[int | str, ...]
Tree = Any

TIMES: Final = frozenset({"time", "floor", "hard_end", "total", "after", "before"})
"""Fields that hold "4:00" in a file and whole seconds everywhere else."""
CUE_TIMES: Final = ("after", "before", "percent", "end")
_LEFT: Final = {60: marked("One minute"), 30: marked("30 seconds"), 20: marked("20 seconds")}


def frozen(value: Tree) -> Tree:
    """JSON with tuples in place of its lists."""
    if isinstance(value, dict):
        return {key: frozen(each) for key, each in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def text_of(tree: Tree) -> bytes:
    """A tree as JSON. Without line breaks, which take ten times as long: it is read again after every key."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")


def at(tree: Tree, path: Path) -> Tree:
    """What stands in a place; None where there is nothing."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        else:
            tree = tree[step] if isinstance(tree, tuple) and isinstance(step, int) and step < len(tree) else None
    return tree


def value(tree: Tree, path: Path) -> Any:
    """What a field holds, or what it stands at when it is left out; times in seconds."""
    found = at(tree, path)
    if found is None:
        return default(path)
    return read_clocked(found) if path[-1] in TIMES and isinstance(found, str) else found


def default(path: Path) -> Any:
    """What a field stands at when it is left out; None for one that may not be."""
    field = part_at(path).model_fields[str(path[-1])]
    return None if field.is_required() else field.get_default(call_default_factory=True)


def put(tree: Tree, path: Path, new: Any) -> Tree:
    """The tree with something else in one place; None takes the place away."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        inside = () if new is None and not rest else (put(tree[step], rest, new),)
        return (*tree[:step], *inside, *tree[step + 1 :])
    changed = put(tree.get(step, {}), rest, new)
    kept = {key: each for key, each in tree.items() if key != step or changed is not None}
    return kept if changed is None else kept | {step: changed}


def inserted(tree: Tree, path: Path, new: Tree) -> Tree:
    """The tree with one thing more in a list; what stood there, and all after it, moves on."""
    *before, n = path
    there: Tree = at(tree, tuple(before)) or ()
    return put(tree, tuple(before), (*there[:n], new, *there[n:]))


def written(tree: Tree, path: Path, new: Any) -> Tree:
    """The tree with a field filled in, in the plan's own form: what stands at its default is left out."""
    field = part_at(path).model_fields[str(path[-1])]
    if not field.is_required() and (new in (None, "") or new == default(path)):
        return put(tree, path, None)
    if path[-1] in TIMES:
        new = minutes_and_seconds(new)
    return put(tree, path, new)


def segment_lists(tree: Tree) -> Iterator[Path]:
    """Where segments stand: in the plan, and in each of its routes."""
    yield ("segments",)
    yield from (("routes", route, "segments") for route in tree.get("routes", {}))


def phase_paths(tree: Tree) -> Iterator[Path]:
    """Where every phase stands."""
    for segments in segment_lists(tree):
        for i, segment in enumerate(at(tree, segments)):
            yield from ((*segments, i, "phases", j) for j in range(len(segment["phases"])))


def capture_paths(tree: Tree) -> Iterator[Path]:
    """Where every capture of every phase stands."""
    for phase in phase_paths(tree):
        captures = (*phase, "captures")
        yield from ((*captures, n) for n in range(len(at(tree, captures) or ())))


def same_captures(tree: Tree, path: Path) -> Iterator[Path]:
    """Where a capture stands, in this phase and in others: what has the same id is the same capture."""
    name = at(tree, (*path, "id"))
    yield from (each for each in capture_paths(tree) if at(tree, (*each, "id")) == name)


def sum_s(tree: Tree) -> int:
    """Seconds that the parts add up to with the usual number of people."""
    people = value(tree, ("people", "usual"))
    total = 0
    for i, segment in enumerate(tree["segments"]):
        fields = {name: value(tree, ("segments", i, name)) for name in ("repeat", "group_size", "rounds")}
        turns = Segment.model_construct(phases=(), **fields).turns(people)
        parts = zip(segment["phases"], phase_times(segment), strict=True)
        total += turns * sum((read_clocked(phase["time"]) or 0) * times for phase, times in parts)
    return total


def phase_times(segment: Tree) -> list[int]:
    """How often each phase of a segment is run in one turn."""
    ids = [phase["id"] for phase in segment["phases"]]
    found = [1] * len(ids)
    for cycle in segment.get("cycles", ()):
        ends = cycle["first"], cycle.get("last", cycle["first"])
        if set(ends) <= set(ids):
            first, last = map(ids.index, ends)
            found[first : last + 1] = [cycle["times"]] * (last + 1 - first)
    return found


def neighbour(tree: Tree, path: Path, by: int) -> Path | None:
    """Where something would stand one place up (-1) or down (1); a phase may go on into the next segment."""
    *place, n = path
    siblings = at(tree, tuple(place))
    if isinstance(n, int) and 0 <= n + by < len(siblings):
        return (*place, n + by)
    if len(place) < 3 or place[-1] != "phases":
        return None
    *segments, i, _ = place
    beside = i + by if isinstance(i, int) else -1
    around = at(tree, tuple(segments))
    if not 0 <= beside < len(around):
        return None
    return (*segments, beside, "phases", 0 if by > 0 else len(around[beside]["phases"]))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that nothing else has: "phase", "phase-2", "phase-3"."""
    ids, n, found = set(taken), 1, wanted
    while found in ids:
        n += 1
        found = f"{wanted[:36].rstrip('-')}-{n}"
    return found


def usual_cues(seconds: int) -> tuple[Tree, ...]:
    """What a phase of this length rings without cues of its own, in the plan's terms."""
    warning = warning_s(seconds)
    end: Tree = {"end": True}
    if warning is None:
        return (end,)
    return ({"before": minutes_and_seconds(warning), "label": tr(_LEFT[warning]), "tone": "warning"}, end)


def pointed(place: str, tree: Tree) -> Path:
    """The path of the place that a mistake names, as far as it stands in the tree."""
    path: Path = ()
    rest = "" if place == tr("the plan") else place
    while rest:
        word, _, rest = rest.partition(" ")
        path = (*path, word)
        found = at(tree, path)
        number, _, after = rest.partition(" ")
        if isinstance(found, tuple) and number.isdecimal():
            path = (*path, int(number) - 1)
            part = at(tree, path)
            name = (part.get("title") or part.get("id")) if isinstance(part, dict) else None
            rest = f" {after}".removeprefix(f" ({name[:40]})" if name else "").removeprefix(" ")
        rest = rest.removeprefix("› ")
    return path
