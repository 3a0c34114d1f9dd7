"""A theme as data: the colours and the sizes every widget draws with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dp_facilitator.words import tr

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
LEAST_SCALE, MOST_SCALE = 1.0, 2.0


class ThemeError(ValueError):
    """A theme file that cannot be used; the message names the file and what is wrong in it."""


class Tokens(BaseModel):
    """The colours of one theme, each as #RRGGBB.

    Text colours (ink, muted, calm, warning, over, good) are meant for `card` and `ground`;
    a `*_ground` is the pale surface under the word of the same name; `track` is the empty part of
    a bar and the face of what is switched off. The last six colour the
    segments of time bars; they are told apart by their place and their words as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: str
    ground: Colour
    card: Colour
    field: Colour
    line: Colour
    track: Colour
    control_border: Colour
    ink: Colour
    muted: Colour
    accent: Colour
    accent_soft: Colour
    on_accent: Colour
    calm: Colour
    warning: Colour
    warning_ground: Colour
    over: Colour
    over_ground: Colour
    good: Colour
    good_ground: Colour
    focus: Colour
    selection: Colour
    setup: Colour
    practise: Colour
    feedback: Colour
    again: Colour
    other: Colour
    break_: Colour = Field(alias="break")

    def colour(self, name: str) -> str:
        """The #RRGGBB of a token by its name in the file; KeyError for a name no theme has."""
        attribute = "break_" if name == "break" else name
        if attribute == "name" or attribute not in type(self).model_fields:
            raise KeyError(f"there is no colour called {name!r}")
        return str(getattr(self, attribute))


def load_tokens(path: Path) -> Tokens:
    """Read one theme file; ThemeError says in a sentence why it cannot be used."""
    try:
        return Tokens.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ThemeError(
            tr("The theme {name} cannot be read: {strerror}.").format(name=path.name, strerror=problem.strerror)
        ) from problem
    except UnicodeDecodeError as problem:
        raise ThemeError(tr("The theme {name} is not a text file.").format(name=path.name)) from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or tr("the file")
        raise ThemeError(
            tr("The theme {name} has a fault at {where}: {first}.").format(
                name=path.name, where=where, first=first["msg"]
            )
        ) from problem


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
