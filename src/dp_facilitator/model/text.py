"""Plain text from outside, made safe to show: no control characters, nothing that turns a line around."""

import unicodedata
from typing import Final

from dp_facilitator.words import tr

NOTE_LIMIT: Final = 20_000
"""Characters in one note; a longer paste slows the text box (measured: 50 ms a key at 50,000)."""

_BIDI_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_JOINERS = {"\u200c", "\u200d"}


def has_controls(text: str, *, lines: bool = False) -> bool:
    """Whether there are control characters in it; new lines and tabs may be allowed."""
    return not text.isprintable() and any(unicodedata.category(c) == "Cc" and not (lines and c in "\n\t") for c in text)


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen: spaces, zero-width signs, a byte order mark."""
    return all(c.isspace() or unicodedata.category(c) in ("Cf", "Cc", "Zs", "Zl", "Zp") or _goes(c) for c in text)


def _goes(c: str) -> bool:
    """Whether a sign has no place in a line: controls, and what no script uses. Signs newer than Python stay."""
    return unicodedata.category(c).startswith("C") and c not in _JOINERS and ord(c) <= 0x1F000


def tidy_line(text: str) -> str:
    """One line of visible text: composed, without controls or direction overrides, single spaces."""
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    text = text.translate(_BIDI_CONTROLS)
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(" " if _goes(c) else c for c in text).split())


def tidy_note(text: str) -> str:
    """The text of a note as it is kept: new lines and tabs stay, other controls go, ends are trimmed."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    for odd, plain in (("\r\n", "\n"), ("\r", "\n"), ("\u2028", "\n"), ("\u2029", "\n"), ("\ufeff", "")):
        text = text.replace(odd, plain)
    text = text.translate(_BIDI_CONTROLS)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def same_key(text: str) -> str:
    """What two spellings of one name have in common: letter case, accents' form and spaces do not count."""
    return unicodedata.normalize("NFC", tidy_line(text).casefold())


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Words in a row as one says them: "Ben, Cai and Dee"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])
