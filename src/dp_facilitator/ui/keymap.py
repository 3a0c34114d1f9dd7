"""Which keys each action has, after someone has changed some or switched the single ones off."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from dp_facilitator.words import tr

CLICKER: Final = ("PgDown", "PgUp")
"""What presentation clickers send: these two stay what they are."""
WRITING: Final = ("Return", "Enter", "Tab", "Shift+Tab", "Esc", "Backspace", "Del", "Up", "Down", "Home", "End")
"""What moves and writes everywhere, and is no key of an action."""
_NOTE_BOX: Final = (*(f"Alt+{n}" for n in range(1, 10)), *(f"Ctrl+{n}" for n in range(1, 4)))
_WITH: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Keyed(Protocol):
    """A line of the table of actions, as far as keys go."""

    @property
    def name(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def keys(self) -> tuple[str, ...]: ...


def is_single(key: str) -> bool:
    """Whether a key is one letter, digit or sign, pressed alone (A10). Space is none."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return False
    stroke = sequence[0]  # type: ignore[index]
    return Qt.Key.Key_Space < stroke.key() < Qt.Key.Key_Escape and not stroke.keyboardModifiers() & _WITH


def keys_of(table: Sequence[Keyed], changed: Mapping[str, str], single: bool = True) -> dict[str, tuple[str, ...]]:
    """The keys of each action by its name, the one that is shown first. `changed` has one key an action, empty for
    none; a key that was given to another action is taken from its own."""
    given = {same(key) for name, key in changed.items() if key and any(entry.name == name for entry in table)}
    found: dict[str, tuple[str, ...]] = {}
    for entry in table:
        if entry.name in changed:
            keys: tuple[str, ...] = tuple(key for key in (changed[entry.name],) if key)
        else:
            keys = tuple(key for key in entry.keys if same(key) not in given)
        found[entry.name] = tuple(key for key in keys if single or not is_single(key))
    return found


def why_not(table: Sequence[Keyed], changed: Mapping[str, str], name: str, key: str) -> str:
    """Why an action cannot have a key, in plain words; nothing where it can."""
    wanted = same(key)
    said = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    own = next(entry for entry in table if entry.name == name).keys
    if wanted in map(same, CLICKER) and wanted not in map(same, own):
        return tr("{said} is what a clicker sends: it stays with Next and Back.").format(said=said)
    if wanted in map(same, WRITING) or wanted in map(same, _NOTE_BOX):
        return tr("{said} is needed for writing and for moving about. Choose another key.").format(said=said)
    for entry in table:
        if entry.name != name and wanted in map(same, keys_of(table, changed)[entry.name]):
            return tr("{said} is already the key for “{words}”. Choose another, or change that one first.").format(
                said=said, words=tr(entry.words).rstrip("…")
            )
    return ""


def strokes(keys: Sequence[str]) -> set[Qt.Key]:
    """The keys that are pressed alone, as Qt counts them."""
    pressed = [QKeySequence(key)[0] for key in keys]  # type: ignore[index]
    return {stroke.key() for stroke in pressed if stroke.keyboardModifiers() == Qt.KeyboardModifier.NoModifier}


def same(key: str) -> str:
    """One way to write a key, for comparing."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
