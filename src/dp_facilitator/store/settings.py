"""What a person has set: how the app looks and sounds, and what it remembers between sessions."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NoReturn

from dp_facilitator.store.errors import StoreError, words
from dp_facilitator.store.files import make_private_dir, read_capped, write_atomic
from dp_facilitator.store.looking import is_there
from dp_facilitator.words import tr

LIMIT = 1 << 20  # bytes
THEMES: Final = ("paper", "night", "contrast", "system")


@dataclass(frozen=True)
class Settings:
    """The settings; a bad one costs no other, and what a newer version added is kept on saving.

    ValueError, whose arguments are the names of those at fault, for values that cannot be. Checked here in plain
    Python: the first page needs them, and pydantic alone takes longer to read than all else it waits for.
    """

    theme: str = "system"
    """How the desk looks; "system" follows the computer's own colour scheme and contrast (A19)."""
    scale: float = 1.0
    """The size of the text, as a factor."""
    sound: bool = True
    volume: float = 0.5
    """Loudness of the cues, from 0 to 1."""
    last_plan: str = ""
    """The name or path of the plan used last; empty for none."""
    screen: str = ""
    """The identity of the screen chosen for the room; empty to choose by itself."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys that were changed, by the name of the action; an empty key switches it off."""
    single_keys: bool = True
    """Whether keys pressed alone, without Ctrl or Alt, do anything."""
    window: tuple[int, int] = (1366, 768)
    """Width and height of the desk's window in pixels."""
    keep_days: int = 90
    """How many days a session is kept before the app offers to delete it."""
    newer: Mapping[str, Any] = field(default_factory=dict)
    """What a newer version of the program has put into the file, by its name there."""

    def __post_init__(self) -> None:
        bad = [name for name, fits in _FITS.items() if not fits(getattr(self, name))]
        if bad:
            raise ValueError(*bad)

    def but(self, **changed: object) -> Settings:
        """The same with these changes. ValueError as when it is made."""
        return replace(self, **changed)  # type: ignore[arg-type]  # checked when it is made


def _is_text(found: object, longest: int = 200) -> bool:
    """Whether it is text that can be written to a file and is not too long."""
    return isinstance(found, str) and len(found) <= longest and not any("\ud800" <= sign <= "\udfff" for sign in found)


def _is_number(found: object, least: float, most: float) -> bool:
    return type(found) in (int, float) and least <= found <= most  # type: ignore[operator]  # it is one of them


def _is_whole(found: object, least: int, most: int) -> bool:
    return type(found) is int and least <= found <= most


def _is_switch(found: object) -> bool:
    return type(found) is bool


def _is_theme(found: object) -> bool:
    return isinstance(found, str) and found in THEMES


def _is_scale(found: object) -> bool:
    return _is_number(found, 1.0, 2.0)


def _is_volume(found: object) -> bool:
    return _is_number(found, 0.0, 1.0)


def _is_plan(found: object) -> bool:
    return _is_text(found, 4096)


def _is_keys(found: object) -> bool:
    return (
        isinstance(found, dict) and len(found) <= 200 and all(_is_text(key) for pair in found.items() for key in pair)
    )


def _is_size(found: object) -> bool:
    return isinstance(found, tuple) and len(found) == 2 and all(_is_whole(side, 200, 20_000) for side in found)


def _is_days(found: object) -> bool:
    return _is_whole(found, 1, 3650)


_FITS: Final[Mapping[str, Callable[[object], bool]]] = {
    "theme": _is_theme,
    "scale": _is_scale,
    "sound": _is_switch,
    "volume": _is_volume,
    "last_plan": _is_plan,
    "screen": _is_text,
    "keys": _is_keys,
    "single_keys": _is_switch,
    "window": _is_size,
    "keep_days": _is_days,
}


def read_settings(path: Path, now: datetime | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings, or the defaults, and sentences for the person at the desk. Never raises.

    A file that cannot be understood is set aside as `settings.bad-<time>.json`; `now` gives that time.
    """
    try:
        if not is_there(path):
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
    known = {name: getattr(settings, name) for name in _FITS}
    write_atomic(path, _text({**settings.newer, **known}), keep_backup=True)


def _text(tree: dict[str, Any]) -> bytes:
    """The text of the file: pure ASCII, so that whatever is in a path can be written."""
    return json.dumps(tree, allow_nan=False, indent=2).encode() + b"\n"


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _settings(tree: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    known = {name: value for name, value in tree.items() if name in _FITS}
    newer = {name: value for name, value in tree.items() if name not in _FITS}
    if isinstance(known.get("window"), list):  # JSON has no tuples
        known["window"] = tuple(known["window"])
    try:
        return Settings(**known, newer=newer), ()
    except ValueError as error:
        bad = sorted(error.args)
    settings = Settings(**{name: value for name, value in known.items() if name not in bad}, newer=newer)
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
