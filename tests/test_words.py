"""The program's words: English as written, and in another language where there is a catalogue for it."""

import gettext

import pytest

from dp_facilitator import words
from dp_facilitator.model.text import listed
from dp_facilitator.model.wording import spoken_time
from dp_facilitator.words import language, marked, ntr, tr

GERMAN = {
    "Sound": "Ton",
    "{words} and {last}": "{words} und {last}",
    "{n} minute": ("{n} Minute", "{n} Minuten"),
}


class Catalogue(gettext.NullTranslations):
    """A catalogue of a few words."""

    def info(self) -> dict[str, str]:
        return {"language": "de_AT"}

    def gettext(self, message: str) -> str:
        found = GERMAN.get(message, message)
        return found if isinstance(found, str) else found[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return GERMAN.get(msgid1, (msgid1, msgid2))[n != 1]


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "catalogue", Catalogue)


def test_without_a_catalogue_the_words_are_english() -> None:
    assert (tr("Sound"), ntr("{n} minute", "{n} minutes", 2), language()) == ("Sound", "{n} minutes", "en-GB")


@pytest.mark.usefixtures("german")
def test_with_one_they_are_its_words() -> None:
    assert (tr("Sound"), tr("Screen"), language()) == ("Ton", "Screen", "de-AT")
    assert spoken_time(60) == "1 Minute"
    assert spoken_time(120) == "2 Minuten"


@pytest.mark.usefixtures("german")
def test_a_constant_is_said_in_the_language_of_its_reader() -> None:
    assert marked("Sound") == "Sound"
    assert tr(marked("Sound")) == "Ton"


@pytest.mark.usefixtures("german")
def test_braces_in_a_name_are_only_letters() -> None:
    assert listed(["{0}", "Ben {name}", "{"]) == "{0}, Ben {name} und {"


def test_a_place_with_nothing_to_say_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """For an empty text gettext answers the head of a catalogue."""
    monkeypatch.setattr(words, "catalogue", Headed)
    assert tr("") == ""


class Headed(gettext.NullTranslations):
    """A catalogue with nothing in it but its head."""

    def gettext(self, message: str) -> str:
        return message or "Language: de"
