"""What is left hanging when a phase of a plan that is edited goes or changes places."""

from .draft import Tree, at, phase_times, put, segment_lists


def without_loose_ends(tree: Tree) -> Tree:
    """The tree without cycles whose ends have gone or changed places, and without banks of one phase alone."""
    for segments in segment_lists(tree):
        for i, segment in enumerate(at(tree, segments)):
            tree = put(tree, (*segments, i, "cycles"), _whole_cycles(segment) or None)
            segment = at(tree, (*segments, i))
            phases = segment["phases"]
            banks = [p.get("bank") for p, n in zip(phases, phase_times(segment), strict=True) for _ in range(n)]
            for j, phase in enumerate(phases):
                if banks.count(phase.get("bank")) == 1:
                    tree = put(tree, (*segments, i, "phases", j, "bank"), None)
    return tree


def _whole_cycles(segment: Tree) -> tuple[Tree, ...]:
    ids = [phase["id"] for phase in segment["phases"]]
    kept: list[Tree] = []
    after = -1
    for cycle in segment.get("cycles", ()):
        ends = cycle["first"], cycle.get("last", cycle["first"])
        if set(ends) <= set(ids) and after < ids.index(ends[0]) <= ids.index(ends[1]):
            kept.append(cycle)
            after = ids.index(ends[1])
    return tuple(kept)
