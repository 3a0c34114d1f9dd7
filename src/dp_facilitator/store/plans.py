"""Session plans as files: those that ship, this person's own, and any file named by its path."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from pathlib import Path

from dp_facilitator.model.mistakes import Mistake, Refused, refuse
from dp_facilitator.model.plan import Plan, plan_schema
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.text import tidy_line
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import read_capped, write_atomic
from dp_facilitator.store.looking import is_there
from dp_facilitator.store.plan_names import ENDING, LIMIT, BadPlan, named_plans, names
from dp_facilitator.words import tr


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan that could be read. `name` is what a command calls it; `text` the bytes of its file."""

    name: str
    path: Path
    text: bytes
    plan: Plan


class PlanRefused(Refused):
    """The mistakes of one plan file. As text one line each: file, place, reason, mend."""

    def __init__(self, file: str, *mistakes: Mistake) -> None:
        placed = (f"{file}, {mistake.place}" if mistake.place else file for mistake in mistakes)
        super().__init__(*(Mistake(place, m.reason, m.mend) for place, m in zip(placed, mistakes, strict=True)))
        self.file = file


def find_plan(word: str, shipped_dir: Path, user_dir: Path) -> PlanFile:
    """The plan that `word` names: one that ships, else one of the person's own, else a file by its path.

    Raises PlanRefused for a plan with mistakes, StoreError for a file that cannot be read, and Refused, with
    names that come close, for a word that names nothing.
    """
    for folder in (shipped_dir, user_dir):
        if word in names(folder):
            return _read(word, folder / f"{word}{ENDING}")
    path = Path(word)
    if not word.strip() or "\0" in word or not is_there(path):
        raise _unknown(word, {*names(shipped_dir), *names(user_dir)})
    return _read(word, path)


def list_plans(shipped_dir: Path, user_dir: Path) -> tuple[PlanFile | BadPlan, ...]:
    """Every plan in both folders, the shipped ones first, each set by name. One bad file spoils nothing.

    A person's plan with the name of a shipped one is called by its path, since the name means the other.
    """
    return tuple(listed(name, path) for name, path in named_plans(shipped_dir, user_dir))


def listed(name: str, path: Path) -> PlanFile | BadPlan:
    """The plan in a file, or what is wrong with it."""
    try:
        return _read(name, path)
    except (Refused, StoreError) as error:
        return BadPlan(name, str(error))


def write_schema(path: Path) -> None:
    """Writes the JSON Schema of plans; it is no secret: mode 0644. StoreError when it cannot be written."""
    write_atomic(path, schema_text())
    path.chmod(0o644)


def schema_text() -> bytes:
    """The JSON Schema of plans as the text of a file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2).encode() + b"\n"


def _read(name: str, path: Path) -> PlanFile:
    text = read_capped(path, LIMIT, follow=True)
    try:
        return PlanFile(name, path, text, read_plan(text))
    except Refused as refused:
        raise PlanRefused(tidy_line(path.name), *refused.mistakes) from None


def _either(names: list[str]) -> str:
    return tr(" or ").join(names)


def _unknown(word: str, known: set[str]) -> Refused:
    close = difflib.get_close_matches(word, sorted(known), 3, 0.5)
    mend = (
        tr("Did you mean {close}?").format(close=_either(close))
        if close
        else tr("There are: {names}.").format(names=", ".join(sorted(known)) or tr("none"))
    )
    return refuse(tr("there is no plan or file of that name."), mend, tidy_line(word)[:200] or "plan")
