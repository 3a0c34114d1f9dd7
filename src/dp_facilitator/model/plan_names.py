"""The roles and routes that phases name, looked up in a plan that has other mistakes: all are told in one go."""

from collections.abc import Collection, Iterator
from typing import Any

from dp_facilitator.words import tr

from .mistakes import Mistake
from .plan_checks import wrong_names

Place = tuple[int | str, ...]


def names_nowhere(tree: dict[str, Any], told: Collection[Place]) -> Iterator[Mistake]:
    """Each name of a phase that stands for nothing, as far as it can be said.

    `tree` is the JSON as it was written; `told` are the places at which something is wrong already: they are left
    alone, and so is every name of a role where a role is wrong.
    """
    listed = _parts(tree.get("roles")) if "roles" in tree else [{"id": "leader"}]
    roles = {one["id"] for one in listed if isinstance(one.get("id"), str)}
    seats = {one["id"] for one in listed if isinstance(one.get("id"), str) and one.get("outside") is not True}
    sure = not any(place[:1] == ("roles",) for place in told)
    routes = tree.get("routes") if isinstance(tree.get("routes"), dict) else {}
    segments: list[tuple[Place, Any]] = [(("segments",), tree.get("segments"))]
    for name, route in (routes or {}).items():
        segments.append((("routes", name, "segments"), route.get("segments") if isinstance(route, dict) else None))
    for at, phase in _phases(segments):

        def named(field: str, at: Place = at, phase: dict[str, Any] = phase) -> Any:
            return None if any(place[: len(at) + 1] == (*at, field) for place in told) else phase.get(field)

        speaks, leads, branch = named("speaks"), named("leads"), named("branch")
        for reason, mend in wrong_names(
            str(phase.get("id", "?")),
            speaks if sure else None,
            leads if sure else None,
            branch or (),
            roles,
            seats,
            routes or {},
        ):
            yield Mistake(tr("the plan"), f"{reason}.", mend)


def _phases(segments: list[tuple[Place, Any]]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every phase with its place."""
    for place, found in segments:
        for i, segment in enumerate(_parts(found)):
            for j, phase in enumerate(_parts(segment.get("phases"))):
                yield (*place, i, "phases", j), phase


def _parts(found: Any) -> list[dict[str, Any]]:
    """The objects of a list; an empty one in the place of anything else, so that the others keep their numbers."""
    return [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []
