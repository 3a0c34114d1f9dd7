import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from sample_session import ID, NAMES, PLAN, TEN, begun, played

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.review import Answer, StepTimes, TurnTimes, leader_review
from dp_facilitator.model.roster import roster
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.model.timetable import open_session
from dp_facilitator.store.exports.hand_out import hand_out
from dp_facilitator.store.exports.leader_json import leader_json
from dp_facilitator.store.exports.names import file_name
from dp_facilitator.store.exports.words import day, remarks, used

PEOPLE = [f"P{n}" for n in range(1, 6)]
VOID = {"meta", "rect"}


class Page(HTMLParser):
    """The text of a page, the elements in it, and whether all that is opened is closed."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.attributes, self.words = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, words):
        if self.open and self.open[-1] != "style":
            self.words.append(words)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def play():
    return played()


def review_of(play, person):
    return leader_review(play.session, person, play.now)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("write", [hand_out, leader_json])
def test_nothing_by_or_about_others(play, person, write):
    text = write(review_of(play, person))
    mine = PEOPLE.index(person)
    others = [name for name in NAMES if name != NAMES[mine]]
    others += [words.split("\n")[0] for one in PEOPLE if one != person for words in play.texts[one]]
    assert len(others) > 40
    assert [words for words in others if words in text] == []
    assert NAMES[mine] in text
    plain = json.dumps(text)
    assert [
        t for t in play.texts[person] if t not in text and json.dumps(t)[1:-1] not in plain.replace("\\\\", "\\")
    ] == []


def test_a_page_that_opens_anywhere(play):
    text = hand_out(review_of(play, "P1"))
    page = Page(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert not {"script", "img", "link", "iframe", "a", "em", "i", "object", "form"} & set(page.tags)
    assert not [value for name, value in page.attributes if name in ("src", "href", "style") or name.startswith("on")]
    assert not re.search(r"https?:|//|@import|url\(|italic|uppercase|justify", text)
    assert ("scope", "col") in page.attributes
    assert ("scope", "row") in page.attributes
    assert page.tags.count("h1") == 1
    assert {"h2", "h3", "title", "table", "caption"} <= set(page.tags)
    style = text[text.index("<style>") : text.index("</style>")]
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)rem", style)]
    assert min(sizes) >= 1
    assert set(re.findall(r"(?<![\d.])(\d+)pt", style)) == {"12"}
    assert "@page" in style
    assert 'content: "Personal: keep or shred"' in style


def test_what_the_page_says(play):
    text = Page(hand_out(review_of(play, "P2"))).text
    for words in (
        "Benvolio Deliberate practice, led by leaders · 22 November 2026, 10:00",
        "Area area of number 1",
        "You spoke to audience 1",
        "Criterion 2 second 1",
        "It was effective when… From a peer peer praise for P2 From the coach coach praise for P2",
        "Next time you could… From a peer hint for P2 with a second line",
        "The one change you chose hint for P2",
        "What I will do next step next of number 1",
        "What I learned from others Nothing was written down here.",
        "Practise 4:00 4:07 0:07 over",
        "Personal: keep or shred.",
    ):
        assert words in text


def test_what_is_missing_is_said():
    play = begun()
    text = Page(hand_out(review_of(play, "P1"))).text
    for words in (
        "Area, aim and audience were not written down. No success criteria were written down.",
        "It was effective when… Nothing was written down here.",
        "The one change You did not choose one.",
        "Practise 4:00 not run",
    ):
        assert words in text
    bare = replace(review_of(play, "P1"), feedback=(), own=(), times=())
    text = Page(hand_out(bare)).text
    assert "writes down no feedback" in text
    assert "You did not lead a round in this session." in text
    assert "Looking back" not in text


def test_several_peers_are_named_so():
    play = begun()
    for giver in ("P2", "coach", "P3", None):
        play.note("effective", "P1", f"said by {giver}", giver)
    text = Page(hand_out(review_of(play, "P1"))).text
    assert "when… said by None From your peers said by P2 said by P3 From the coach said by coach" in text


def test_text_stays_text():
    nasty = '</style></li><script>go()</script><img src="file://host/x" onerror=go()> & \x00\x1b \u202e\ud800 =1'
    play = begun("<b>Bob & Co</b>", "Ben")
    sheet = Sheet(nasty, nasty, nasty, (nasty,))
    answer = Answer("a", "{leader} and {next} and {timekeeper}", ((nasty, "<i>a peer</i>"),))
    review = replace(
        review_of(play, "P1"),
        sheet=sheet,
        feedback=(answer,),
        own=(answer,),
        one_change=nasty,
        plan_title=nasty,
    )
    plain = hand_out(review_of(play, "P1"))
    text = hand_out(review)
    assert set(Page(text).tags) == set(Page(plain).tags) | {"dl", "dt", "dd", "ul", "li", "span", "b", "div"}
    assert "<b>Bob & Co</b> and the next leader and the timekeeper" in Page(text).text
    assert "\x00" not in text
    assert text.encode()
    assert json.loads(leader_json(review))["area"] == nasty


def test_json_says_the_same(play):
    tree = json.loads(leader_json(review_of(play, "P1")))
    assert tree["notice"] == "Personal: keep or shred"
    assert (tree["session"], tree["name"], tree["criteria"]) == (ID, NAMES[0], ["first 0", "second 0"])
    assert tree["feedback"][0]["notes"] == [
        {"text": "peer praise for P1", "from": "a peer"},
        {"text": "coach praise for P1", "from": "the coach"},
    ]
    assert tree["own"][0]["notes"] == [{"text": "process told by number 0", "from": None}]
    assert tree["times"][0]["steps"][1] == {
        "title": "Practise",
        "planned_s": 240,
        "fitted_s": 240,
        "used_s": 247,
        "added_s": 0,
        "paused_s": 0,
        "over_s": 7,
    }


def test_a_second_turn_is_told_apart(play):
    review = review_of(play, "P1")
    twice = replace(review, times=review.times * 2)
    assert "Round, time 2" in Page(hand_out(twice)).text
    assert [turn["title"] for turn in json.loads(leader_json(twice))["times"]] == ["Round", "Round, time 2"]


def test_all_that_can_be_said_of_a_time():
    step = StepTimes("Practise", 240, 200, 300, -60, 30, 12, 2, None)
    assert remarks(step) == "fitted to 3:20, 1:00 taken off, paused for 0:30, 0:12 over, begun 2 times"
    assert used(step) == "5:00"
    assert TurnTimes("Round", (), (step,)).used_s == 300


def test_a_wild_clock_leaves_the_day_out():
    assert day(Moment(0, 10**30)) == ""
    assert day(Moment(0, 0)) == "1 January 1970"


def test_no_name_is_in_a_file_name():
    session = begun("../x", "CON", *(str(n) for n in range(26))).session
    assert file_name(session, "P1") == f"{ID}-leader-A.html"
    assert file_name(session, "P28", "json") == f"{ID}-leader-AB.json"
    with pytest.raises(KeyError):
        file_name(session, "P99")


def test_where_nothing_is_chosen_nothing_is_said_of_a_choice():
    """In a one-to-one there is no second practice to take one change into."""
    text = (PLAN.parent / "one-to-one-first-60.json").read_bytes()
    session, _ = open_session("s", Moment(0, TEN), text, roster(["Ana", "Ben"]))
    page = hand_out(leader_review(session, "P1", Moment(0, TEN)))
    assert "one change" not in page
    assert "Looking back, in your own words" in page
    assert "This kind of session writes down no feedback." in page
