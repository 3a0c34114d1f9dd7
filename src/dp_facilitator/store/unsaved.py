"""The plan that is being changed and not saved yet, so that a crash costs half a second's typing and no more."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dp_facilitator.store.drafts import Drafts
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import make_private_dir

_BOX: Final = "plan"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A plan as it stood: the name of its file, "" for one that was never saved; its tree as `Editing.draft` wrote it;
    and the people who come along from a past session.
    """

    name: str
    tree: str
    people: tuple[str, ...] = ()


class UnsavedPlan:
    """The one plan that is unsaved, in a folder of its own; the folder is made when there is something to keep.

    Every method raises StoreError where the disk does not let it, except `latest`, which then knows of nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drafts: Drafts | None = None

    def latest(self) -> Unsaved | None:
        """What was left; None for nothing, and for what cannot be read."""
        with suppress(StoreError, ValueError, KeyError, TypeError):
            if self._drafts is not None or os.path.isdir(self._folder):
                told = json.loads(self._opened().latest().get(_BOX, "null"))
                if told is not None:
                    return Unsaved(str(told["name"]), str(told["tree"]), tuple(map(str, told["people"])))
        return None

    def keep(self, unsaved: Unsaved) -> None:
        """Remembers a plan, safe from a crash of the program at once; it does not wait for the disk."""
        told = {"name": unsaved.name, "tree": unsaved.tree, "people": unsaved.people}
        self._opened().keep(_BOX, json.dumps(told, ensure_ascii=False))

    def clear(self) -> None:
        """Forgets it: it has been saved, or let go."""
        if self._drafts is not None or os.path.isdir(self._folder):
            self._opened().clear(_BOX)

    def sync(self) -> None:
        """Returns when what was kept is on the disk; may be called from another thread."""
        if self._drafts is not None:
            self._drafts.sync()

    def close(self) -> None:
        """Lets the files go."""
        if self._drafts is not None:
            self._drafts.close()
        self._drafts = None

    def _opened(self) -> Drafts:
        if self._drafts is None:
            make_private_dir(self._folder)
            self._drafts = Drafts(self._folder)
        return self._drafts
