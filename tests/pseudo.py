"""A language that nobody speaks, for all words of the program: what is not in it was not translated."""

import gettext
import re
from collections.abc import Callable

HOLE = re.compile(r"(\{[^{}]*\}|\{\{|\}\})")
"""What a translator leaves as it is."""

MARKED = str.maketrans("acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áçďéğĥíĵķĺñóŕšťúŵýžÁÇĎÉĞĤÍĴĶĹÑÓŔŠŤÚŴÝŽ")
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
PLAIN = re.compile(r"[acdeghijklnorstuwyz]", re.IGNORECASE)
"""A letter that no translated word has."""


def accented(words: str) -> str:
    """The same words, longer, and with an accent on nearly every letter."""
    return f"‹{words.translate(MARKED)} ůůů›" if " " in words else words.translate(MARKED)


def longer(words: str) -> str:
    """The same in a language of long words."""
    return re.sub(r"[aeiouAEIOU]", lambda found: found[0] * 2, words)


def from_the_right(words: str) -> str:
    """As in a language that is written from right to left: Hebrew letters, as many as there were."""
    return re.sub(r"[A-Za-z]", lambda found: _HEBREW[ord(found[0]) % len(_HEBREW)], words)


def language(change: Callable[[str], str]) -> gettext.NullTranslations:
    """A catalogue whose every message is the English one, changed; what stands in braces stays."""
    name = "he" if change is from_the_right else "en_GB"

    class Pseudo(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            holes: list[str] = []

            def keep(found: re.Match[str]) -> str:
                holes.append(found[0])
                return "\uffff"

            changed = change(HOLE.sub(keep, message))
            return re.sub("\uffff", lambda _: holes.pop(0), changed)

        def info(self) -> dict[str, str]:
            return {"language": name}

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return self.gettext(msgid1 if n == 1 else msgid2)

    return Pseudo()


def untranslated(text: str) -> list[str]:
    """The words of a text that stand in it as they are in English."""
    return [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1 and PLAIN.search(word)]
