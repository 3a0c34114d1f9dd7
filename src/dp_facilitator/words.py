"""The program's own words in the reader's language: every sentence that people read goes through `tr` or `ntr`.

The language is the system's, found as gettext finds it (LANGUAGE, LC_ALL, LC_MESSAGES, LANG). A translation is a
gettext catalogue in `locale/<language>/LC_MESSAGES/`; without one the words are English, as written. What a plan says
is its author's and is never translated; nor are the keys of a file or the words of the journal.

Call `tr` where the words are shown, not in a constant: a constant is read before anybody can choose a language.
"""

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "dp_facilitator"


@cache
def catalogue() -> gettext.NullTranslations:
    """The catalogue of this process; empty, so that the words stay English, where there is none for its language."""
    return gettext.translation(DOMAIN, Path(__file__).with_name("locale"), fallback=True)


def tr(words: str) -> str:
    """The same words in the reader's language. What changes stands in braces: `tr("{name} leads").format(name=…)`."""
    # For an empty text gettext answers the head of the catalogue.
    return catalogue().gettext(words) if words else ""


def ntr(one: str, many: str, count: int) -> str:
    """The form of the words that suits a count: `ntr("{n} minute", "{n} minutes", n).format(n=n)`."""
    return catalogue().ngettext(one, many, count)


def marked(words: str) -> str:
    """The words as they are, marked for the catalogue: for a constant, whose reader says `tr(CONSTANT)`."""
    return words


def language() -> str:
    """The language of the words, as HTML names it: "en-GB" where there is no translation."""
    return catalogue().info().get("language", "en-GB").replace("_", "-")
