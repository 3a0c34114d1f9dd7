"""This person's own plans: kept, renamed, taken in from elsewhere, removed. A plan that ships is never written."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.text import tidy_line
from dp_facilitator.store.disk import Disk
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import make_private_dir, read_capped, sync_folder, write_atomic
from dp_facilitator.store.plan_names import LIMIT
from dp_facilitator.store.plans import PlanRefused
from dp_facilitator.words import tr

LONGEST = 40  # characters of a name, without a number at its end
_ENDING = ".json"
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def plan_name(title: str) -> str:
    """A title as the name of a file: small letters, digits and hyphens; "plan" where none of it can be said so."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))
    name = words.strip("-")[:LONGEST].rstrip("-")
    # A name of digits alone, or that of a device, is trouble on a command line or on Windows.
    return name if name[:1].isalpha() and name not in _DEVICES else f"plan-{name}".rstrip("-")


def save_plan(user_dir: Path, shipped_dir: Path, text: bytes, name: str = "") -> Path:
    """Keeps a plan, mode 0600, and answers its file.

    `name` is that of the own plan it replaces, as `list_plans` gives it; without one, a new name is made from its
    title. Raises Refused for what is no plan, and StoreError where it cannot be written.
    """
    plan = read_plan(text)
    make_private_dir(user_dir)
    path = _own(user_dir, name) if name else _free(user_dir, shipped_dir, plan_name(plan.title))
    write_atomic(path, text)
    return path


def rename_plan(user_dir: Path, shipped_dir: Path, name: str, title: str) -> Path:
    """Lets the file of an own plan be called by a title; answers where it is. StoreError when it cannot be."""
    path, wanted = _own(user_dir, name), plan_name(title)
    if re.fullmatch(rf"{re.escape(wanted)}(-\d+)?", path.stem):
        return path
    target = _free(user_dir, shipped_dir, wanted)
    try:
        path.rename(target)
        sync_folder(user_dir, Disk())
    except OSError as fault:
        raise StoreError.of(path, tr("cannot be renamed"), fault) from fault
    return target


def remove_plan(user_dir: Path, name: str) -> None:
    """Deletes an own plan; one that is gone already is no trouble. StoreError when it cannot be."""
    path = _own(user_dir, name)
    try:
        path.unlink(missing_ok=True)
        sync_folder(user_dir, Disk())
    except OSError as fault:
        raise StoreError.of(path, tr("cannot be removed"), fault) from fault


def import_plan(user_dir: Path, shipped_dir: Path, path: Path) -> Path:
    """Takes a copy of a plan file among the own ones; one that is there already, letter for letter, is not copied.

    Raises PlanRefused with its mistakes, StoreError for a file that cannot be read or kept.
    """
    text = read_capped(path, LIMIT, follow=True)
    try:
        read_plan(text)
    except Refused as refused:
        raise PlanRefused(tidy_line(path.name), *refused.mistakes) from None
    if path.absolute().parent == user_dir.absolute():
        return path
    return _same(user_dir, text) or save_plan(user_dir, shipped_dir, text)


def _same(user_dir: Path, text: bytes) -> Path | None:
    """The own plan with just this text."""
    for file in sorted(user_dir.glob(f"*{_ENDING}")):
        with suppress(StoreError):
            if read_capped(file, LIMIT, follow=True) == text:
                return file
    return None


def _own(user_dir: Path, name: str) -> Path:
    """The file of an own plan; a name that leads elsewhere is refused."""
    file = Path(name).name.removesuffix(_ENDING)
    if not file or file.startswith(".") or name not in (file, str(user_dir / f"{file}{_ENDING}")):
        raise StoreError(
            tidy_line(name)[:80] or "plan", tr("is none of your own plans"), tr("Save it under a new name.")
        )
    return user_dir / f"{file}{_ENDING}"


def _free(user_dir: Path, shipped_dir: Path, wanted: str) -> Path:
    """A file that nothing else is called by: "name", "name-2", "name-3"."""
    taken = {file.casefold() for folder in (user_dir, shipped_dir) for file in os.listdir(folder)}
    name, n = wanted, 1
    while f"{name}{_ENDING}" in taken:
        n += 1
        name = f"{wanted}-{n}"
    return user_dir / f"{name}{_ENDING}"
