"""What a person has set: how the app looks and sounds, and what it remembers between sessions."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from dp_facilitator.store.errors import StoreError, words
from dp_facilitator.store.files import make_private_dir, read_capped, write_atomic
from dp_facilitator.words import tr

LIMIT = 1 << 20  # bytes
_Short = Annotated[str, Field(max_length=200)]
_Pixels = Annotated[int, Field(ge=200, le=20_000)]


def _pair(found: object) -> object:
    return tuple(found) if isinstance(found, list) else found


class Settings(BaseModel):
    """The settings; a bad one costs no other, and what a newer version added is kept on saving."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow")

    theme: Literal["paper", "night", "contrast", "system"] = "system"
    """How the desk looks; "system" follows the computer's own colour scheme and contrast (A19)."""
    scale: Annotated[float, Field(ge=1.0, le=2.0)] = 1.0
    """The size of the text, as a factor."""
    sound: bool = True
    volume: Annotated[float, Field(ge=0.0, le=1.0)] = 0.5
    """Loudness of the cues, from 0 to 1."""
    last_plan: Annotated[str, Field(max_length=4096)] = ""
    """The name or path of the plan used last; empty for none."""
    screen: _Short = ""
    """The identity of the screen chosen for the room; empty to choose by itself."""
    keys: dict[_Short, _Short] = Field(default_factory=dict, max_length=200)
    """Keys that were changed, by the name of the action; an empty key switches it off."""
    single_keys: bool = True
    """Whether keys pressed alone, without Ctrl or Alt, do anything."""
    window: Annotated[tuple[_Pixels, _Pixels], BeforeValidator(_pair)] = (1366, 768)
    """Width and height of the desk's window in pixels."""
    keep_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """How many days a session is kept before the app offers to delete it."""


def read_settings(path: Path, now: datetime | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings, or the defaults, and sentences for the person at the desk. Never raises.

    A file that cannot be understood is set aside as `settings.bad-<time>.json`; `now` gives that time.
    """
    try:
        if not path.parent.is_dir() or not os.path.lexists(path):
            return Settings(), ()
        text = read_capped(path, LIMIT, follow=True)
    except StoreError as error:
        return Settings(), (tr("{error} The usual settings are used.").format(error=error),)
    try:
        tree = json.loads(text.decode("utf-8-sig"), parse_constant=_no_number)
        if not isinstance(tree, dict):
            raise ValueError("not an object")
        _text(tree)  # what could not be written again is no good either
    except (ValueError, RecursionError):
        return Settings(), (_set_aside(path, now or datetime.now(UTC)),)
    return _settings(tree)


def write_settings(path: Path, settings: Settings) -> None:
    """Saves the settings; the last ones stay as `settings.json.bak`. StoreError when it cannot be done."""
    make_private_dir(path.parent)
    known = {name: getattr(settings, name) for name in Settings.model_fields}
    write_atomic(path, _text(known | (settings.model_extra or {})), keep_backup=True)


def _text(tree: dict[str, Any]) -> bytes:
    """The text of the file: pure ASCII, so that whatever is in a path can be written."""
    return json.dumps(tree, allow_nan=False, indent=2).encode() + b"\n"


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _settings(tree: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    try:
        return Settings.model_validate(tree), ()
    except ValidationError as error:
        bad = sorted({str(found["loc"][0]) for found in error.errors()})
    settings = Settings.model_validate({key: value for key, value in tree.items() if key not in bad})
    return settings, tuple(
        tr("settings.json, {key}: cannot be used; the usual value is {usual}.").format(
            key=key, usual=json.dumps(getattr(settings, key))
        )
        for key in bad
    )


def _set_aside(path: Path, now: datetime) -> str:
    bad = path.with_name(f"{path.stem}.bad-{now:%Y%m%d-%H%M%S}{path.suffix}")
    try:
        os.replace(path, bad)
    except OSError as fault:
        why, mend = words(fault)
        return tr("{name} cannot be understood and could not be set aside: {why}. {mend}").format(
            name=path.name, why=why, mend=mend
        )
    return tr("{name} could not be understood and is now {aside}. The usual settings are used.").format(
        name=path.name, aside=bad.name
    )
