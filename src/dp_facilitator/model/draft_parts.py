"""Parts of a plan that stand beside its phases, while it is edited: roles, cards, and other ways on."""

from collections.abc import Iterator
from typing import Any, Final

from dp_facilitator.words import tr

from .draft import Path, Tree, at, free_id, inserted, phase_paths, put, written

LEADS: Final[Tree] = {"id": "leader", "title": "Leader"}
"""The role that a plan has where it names none."""


def new_plan(title: str) -> Tree:
    """An hour for five people with nothing in it yet but its beginning."""
    welcome = {"id": "welcome", "title": tr("Welcome"), "time": "5:00"}
    return {
        "format": 1,
        "title": title,
        "people": {"usual": 5},
        "total": "1:00:00",
        "segments": ({"id": "opening", "title": tr("Opening"), "phases": (welcome,)},),
    }


def new_phase() -> Tree:
    """Five minutes that nobody has named yet."""
    return {"id": "phase", "title": tr("New phase"), "time": "5:00"}


def new_part() -> Tree:
    """A segment with one such phase."""
    return {"id": "part", "title": tr("New part"), "phases": (new_phase(),)}


def roles_of(tree: Tree) -> tuple[Tree, ...]:
    """The roles of a plan, also of one that names none."""
    return at(tree, ("roles",)) or (LEADS,)


def with_roles(tree: Tree) -> Tree:
    """The tree with its roles written down."""
    return tree if at(tree, ("roles",)) else put(tree, ("roles",), roles_of(tree))


def role_added(tree: Tree, name: str, title: str) -> Tree:
    """The tree with one role more, the last."""
    roles = roles_of(tree)
    new = {"id": free_id(name, [role["id"] for role in roles]), "title": title}
    return put(tree, ("roles",), (*roles, new))


def has_role(tree: Tree, name: str) -> bool:
    """Whether there is a role with this id."""
    return any(role["id"] == name for role in roles_of(tree))


def route_added(tree: Tree, title: str) -> tuple[Tree, str]:
    """The tree with another way on, which leads from the first phase; and the id of that way."""
    route = free_id("way", at(tree, ("routes",)) or {})
    tree = put(tree, ("routes", route), {"title": title, "segments": (new_part(),)})
    return branched(tree, route, ("segments", 0, "phases", 0)), route


def route_removed(tree: Tree, route: str) -> Tree:
    """The tree without a way on, and without every mention of it."""
    tree = put(branched(tree, route, None), ("routes", route), None)
    return tree if at(tree, ("routes",)) else put(tree, ("routes",), None)


def branch_places(tree: Tree, route: str) -> Iterator[Path]:
    """The phases from which a way on can be taken."""
    yield from (path for path in phase_paths(tree) if route in (at(tree, (*path, "branch")) or ()))


def branched(tree: Tree, route: str, phase: Path | None) -> Tree:
    """The tree in which a way on can be taken from one phase only, or from none."""
    for path in tuple(branch_places(tree, route)):
        rest = tuple(each for each in at(tree, (*path, "branch")) if each != route)
        tree = put(tree, (*path, "branch"), rest or None)
    if phase is None:
        return tree
    there = at(tree, (*phase, "branch")) or ()
    return put(tree, (*phase, "branch"), (*there, route))


def card_added(tree: Tree) -> Tree:
    """The tree with one more card for the coach."""
    new = {"title": tr("New card"), "lines": (tr("What to remember"),)}
    return inserted(tree, ("coach_notes", len(at(tree, ("coach_notes",)) or ())), new)


def card_written(tree: Tree, key: str, new: object, title: str) -> Tree:
    """The tree with the title or the lines of the safety card filled in; without a card once both are empty.

    A card that begins with its lines is called `title`.
    """
    before = at(tree, ("card",))
    card = {"title": title if key == "lines" else "", "lines": (), **(before or {}), key: new}
    bare = not card["lines"] and card["title"] in ("", title)
    return put(tree, ("card",), None if bare else card)


def leader_called(tree: Tree, path: Path, new: Any) -> Tree:
    """The tree after a field was written: what a leader is called, and the title of the role, are one word."""
    roles = at(tree, ("roles",)) or ()
    leads = next((n for n, role in enumerate(roles) if role["id"] == LEADS["id"]), None)
    if leads is None:
        return tree
    if path == ("roles", leads, "title"):
        return written(tree, ("labels", "leader"), new)
    return written(tree, ("roles", leads, "title"), new or LEADS["title"]) if path == ("labels", "leader") else tree
