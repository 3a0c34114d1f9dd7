"""Which session plans there are, by name, without reading one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

LIMIT: Final = 1 << 20
"""Bytes; a plan that could be read is smaller still."""
ENDING: Final = ".json"
_SCHEMA_ENDING = ".schema.json"


class BadPlan(NamedTuple):
    """A plan in a list that cannot be used, and why, in one line a mistake."""

    name: str
    problem: str


def named_plans(shipped_dir: Path, user_dir: Path) -> tuple[tuple[str, Path], ...]:
    """The name and the file of every plan in both folders, the shipped ones first, each set by name.

    A person's plan with the name of a shipped one is called by its path, since the name means the other.
    """
    shipped = names(shipped_dir)
    found = [(name, shipped_dir / f"{name}{ENDING}") for name in shipped]
    for name in names(user_dir):
        path = user_dir / f"{name}{ENDING}"
        found.append((str(path) if name in shipped else name, path))
    return tuple(found)


def names(folder: Path) -> list[str]:
    """The names of the plans in a folder, sorted; none where there is no such folder."""
    try:
        files = os.listdir(folder)
    except OSError:
        return []
    plans = (f for f in files if f.endswith(ENDING) and not f.endswith(_SCHEMA_ENDING) and not f.startswith("."))
    return sorted(file.removesuffix(ENDING) for file in plans)
