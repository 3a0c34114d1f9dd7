"""All plans at a glance, without reading those in full whose contents are known.

Reading and checking a plan takes the first page of the program as long as all else that it waits for. What the plans
that ship look like is therefore written down beside them, by their contents: a plan of which one byte differs is not
known, and is read in full.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from pathlib import Path
from zlib import crc32

from dp_facilitator.model.glance import Glance, glance
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped
from dp_facilitator.store.plan_names import LIMIT, BadPlan, named_plans

NAME = "glances.txt"
"""Beside the plans that ship; not called .json, since those are plans."""


def glances(shipped_dir: Path, user_dir: Path) -> tuple[tuple[str, Glance] | BadPlan, ...]:
    """The name and look of every plan in both folders, in the order of `list_plans`; one with mistakes says so."""
    known = _known(shipped_dir / NAME)
    return tuple(_one(name, path, known) for name, path in named_plans(shipped_dir, user_dir))


def glances_text(plans: Iterable[tuple[bytes, Glance]]) -> str:
    """The file of what is known: one line a plan, its contents' length and CRC-32, then its look."""
    return "".join(f"{_mark(text)} {json.dumps(astuple(look), ensure_ascii=False)}\n" for text, look in plans)


def _one(name: str, path: Path, known: Mapping[str, str]) -> tuple[str, Glance] | BadPlan:
    try:
        text = read_capped(path, LIMIT, follow=True)
    except StoreError as error:
        return BadPlan(name, str(error))
    if line := known.get(_mark(text)):
        title, summary, minutes, least, usual, most, bar = json.loads(line)
        phases = tuple((seconds, kind) for seconds, kind in bar)
        return name, Glance(title, summary, minutes, least, usual, most, phases)
    from dp_facilitator.store.plans import listed

    found = listed(name, path)
    return found if isinstance(found, BadPlan) else (name, glance(found.plan))


def _known(path: Path) -> dict[str, str]:
    """What is known, by contents. It ships with the program and is as trusted as its code; without it, nothing is."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split(" ", 1) for line in lines)


def _mark(text: bytes) -> str:
    return f"{len(text)}-{crc32(text):08x}"
