"""A theme as data: the colours and the sizes every widget draws with."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from pathlib import Path

from dp_facilitator.words import tr

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
LEAST_SCALE, MOST_SCALE = 1.0, 2.0


class ThemeError(ValueError):
    """A theme file that cannot be used; the message names the file and what is wrong in it."""


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, each as #RRGGBB.

    Text colours (ink, muted, calm, warning, over, good) are meant for `card` and `ground`;
    a `*_ground` is the pale surface under the word of the same name; `track` is the empty part of
    a bar and the face of what is switched off. The last six colour the
    segments of time bars; they are told apart by their place and their words as well.
    """

    name: str
    ground: str
    card: str
    field: str
    line: str
    track: str
    control_border: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    calm: str
    warning: str
    warning_ground: str
    over: str
    over_ground: str
    good: str
    good_ground: str
    focus: str
    selection: str
    setup: str
    practise: str
    feedback: str
    again: str
    other: str
    break_: str

    def colour(self, name: str) -> str:
        """The #RRGGBB of a token by its name in the file; KeyError for a name no theme has."""
        attribute = _attribute(name)
        if attribute not in _COLOURS:
            raise KeyError(f"there is no colour called {name!r}")
        return str(getattr(self, attribute))


def _attribute(name: str) -> str:
    """ "break", as a theme file says, is a word that Python keeps for itself."""
    return "break_" if name == "break" else name


_COLOURS = frozenset(field.name for field in fields(Tokens)) - {"name"}


def load_tokens(path: Path) -> Tokens:
    """Read one theme file; ThemeError says in a sentence why it cannot be used."""
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ThemeError(
            tr("The theme {name} cannot be read: {strerror}.").format(name=path.name, strerror=problem.strerror)
        ) from problem
    except UnicodeDecodeError as problem:
        raise ThemeError(tr("The theme {name} is not a text file.").format(name=path.name)) from problem
    except (ValueError, RecursionError) as problem:
        raise _fault(path, tr("the file"), str(problem)) from problem
    if not isinstance(tree, dict):
        raise _fault(path, tr("the file"), tr("it is not an object"))
    found = {_attribute(name): value for name, value in tree.items()}
    for name in sorted({"name", *_COLOURS} ^ found.keys()):
        raise _fault(path, name.rstrip("_"), tr("no theme has this") if name in found else tr("it is missing"))
    for name, value in found.items():
        if not isinstance(value, str) or (name in _COLOURS and not _COLOUR.fullmatch(value)):
            raise _fault(path, name.rstrip("_"), tr("it is no colour as #RRGGBB"))
    return Tokens(**found)


def _fault(path: Path, where: str, first: str) -> ThemeError:
    return ThemeError(
        tr("The theme {name} has a fault at {where}: {first}.").format(name=path.name, where=where, first=first)
    )


@dataclass(frozen=True)
class Sizes:
    """Type and target sizes in logical pixels, for a text scale from 1.0 to 2.0."""

    scale: float = 1.0

    def __post_init__(self) -> None:
        if not LEAST_SCALE <= self.scale <= MOST_SCALE:
            raise ValueError(f"a text scale is from 1.0 to 2.0, not {self.scale}")

    def px(self, length: float) -> int:
        """A length drawn for 100 % at this scale."""
        return round(length * self.scale)

    @property
    def small(self) -> int:
        return self.px(14)

    @property
    def body(self) -> int:
        return self.px(16)

    @property
    def lead(self) -> int:
        return self.px(19)

    @property
    def title(self) -> int:
        return self.px(24)

    @property
    def display(self) -> int:
        return self.px(34)
