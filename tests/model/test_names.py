"""Names and other words from outside: what is taken, put right or refused (bad inputs B72 to B80, B88)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import SHIPPED, TOP

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.roster import LONGEST_NAME, check_names, letter, roster, split_names
from dp_facilitator.model.text import has_controls, is_blank, listed, same_key, tidy_line, tidy_note
from dp_facilitator.model.timetable import check_size, suggests_groups, why_not


def refused(*names: str) -> str:
    with pytest.raises(Refused) as caught:
        check_names(names)
    return str(caught.value)


@pytest.mark.parametrize("blank", ["", "  ", "\u200b", "\ufeff", "\t\n", "\x00", "\u2028"])  # B72
def test_an_empty_name_is_refused(blank: str) -> None:
    assert refused("Ana", blank) == "name 2: is empty. Type a name, or remove the line."


def test_one_letter_is_a_name_and_two_hundred_are_too_many() -> None:
    assert check_names(["A", "x" * LONGEST_NAME]) == ("A", "x" * LONGEST_NAME)
    assert "name 1: is longer than 60 letters" in refused("x" * 200)


@pytest.mark.parametrize("twin", ["José", "JOSÉ", "Jose\u0301", " José ", "Jo\u202esé", "josé\u00a0"])  # B73
def test_the_same_name_twice_is_refused_however_it_is_written(twin: str) -> None:
    assert "name 2: “" in refused("José", twin)
    assert "is there already (name 1)" in refused("José", twin)


AS_THEY_ARE = [
    "Tom & Jerry",  # B74
    "<b>Bob</b>",  # B75
    "if a<b then c>d",
    "=HYPERLINK(1)",  # B76
    "@SUM",
    "＝1",
    "عائشة 12",  # B77
    "👩‍👩‍👧‍👦",  # B78
    "🇬🇧 Ann 👍🏽",
    "../x",  # B79
    "CON",
    "a/b",
]


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_a_name_is_plain_text_and_stays_as_it_is(name: str) -> None:
    assert check_names([name]) == (name,)


def test_controls_direction_signs_and_spaces_are_tidied() -> None:
    assert check_names(["  Ana\t Maria ", "B\x00e\x1bn", "\u202eCai\u2069"]) == ("Ana Maria", "B e n", "Cai")
    assert tidy_line("half \ud800") == "half ?"


def test_every_mistake_is_told_at_once() -> None:
    assert len(refused("Ana", "", "ana", "x" * 99).splitlines()) == 3


def test_how_many_people_there_may_be() -> None:  # B80
    many = [f"Person {n}" for n in range(500)]
    assert "there are 500" in refused(*many)
    assert len(roster(many[:60])) == 60
    with pytest.raises(Refused, match="nobody in the session yet"):
        check_size(0)
    with pytest.raises(Refused, match="at least 2 people") as caught:
        check_size(1)
    assert why_not(caught.value).startswith("people: This plan needs at least 2 people")
    check_size(2)
    check_size(1, least=1)
    rounds, threes = read_plan(SHIPPED.read_bytes()), read_plan((TOP / "sessions" / "trios-30.json").read_bytes())
    assert [suggests_groups(rounds, people) for people in (12, 13)] == [False, True]
    assert not suggests_groups(threes, 15)


def test_ids_are_given_in_order_and_have_nothing_of_the_name() -> None:
    assert [(person.id, person.name) for person in roster(["../x", "CON"])] == [("P1", "../x"), ("P2", "CON")]


PASTED = [
    ("Ana, Ben;Cai\tDee\nEli", ["Ana", "Ben", "Cai", "Dee", "Eli"]),
    ("1. Ana\r\n2) Ben\r\n\r\n• Cai\n- Dee\n* Eli", ["Ana", "Ben", "Cai", "Dee", "Eli"]),
    (" , ;\n", []),
    ("Anne-Marie O'Neil, 3 Musketeers", ["Anne-Marie O'Neil", "3 Musketeers"]),
]


@pytest.mark.parametrize(("text", "names"), PASTED)
def test_names_are_pasted_in_many_forms(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 4, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "E", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"
    ]  # fmt: skip


NOTES = [
    ("  Calm.  ", "Calm."),
    ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
    ("a\tb\nc", "a\tb\nc"),
    ("nul\x00 esc\x1b bel\x07 del\x7f", "nul esc bel del"),
    ("\ufeffmark", "mark"),
    ("half \udfff", "half ?"),
    ("\u202eturned\u2069", "turned"),
    ('{"n":0,"c":"00000000"}', '{"n":0,"c":"00000000"}'),
]


@pytest.mark.parametrize(("text", "kept"), NOTES)
def test_the_text_of_a_note_is_kept_as_it_is_but_for_controls(text: str, kept: str) -> None:
    assert tidy_note(text) == kept


@given(st.text())
def test_tidied_text_is_safe_and_tidying_twice_changes_nothing(text: str) -> None:
    line, note = tidy_line(text), tidy_note(text)
    assert not has_controls(line)
    assert not has_controls(note, lines=True)
    assert tidy_line(line) == line
    assert tidy_note(note) == note
    line.encode()
    note.encode()
    assert same_key(line) == same_key(text)


def test_controls_are_found() -> None:
    assert has_controls("a\tb")
    assert not has_controls("a\tb\n", lines=True)
    assert has_controls("a\x07b", lines=True)
    assert is_blank("\u200b \u2003")
    assert not is_blank("\u200bx")
    assert is_blank("\ud7fc")  # a sign that no script uses


def test_words_are_listed_as_one_says_them() -> None:
    assert [listed(names) for names in ([], ["Ana"], ["Ana", "Ben"], ("Ana", "Ben", "Cai"))] == [
        "", "Ana", "Ana and Ben", "Ana, Ben and Cai"
    ]  # fmt: skip
