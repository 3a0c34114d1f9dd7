"""What a group wrote as a group goes to each of them, without a word of who said it."""

import json
from pathlib import Path

import pytest

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.replay import apply_all
from dp_facilitator.model.review import leader_review
from dp_facilitator.model.roster import roster
from dp_facilitator.model.timetable import open_session
from dp_facilitator.store.exports.hand_out import hand_out
from dp_facilitator.store.exports.leader_json import leader_json

PLAN = Path(__file__).parents[2] / "sessions" / "group-supervision-60.json"
NOW = Moment(0, 10**18)


@pytest.fixture
def review():
    session, _ = open_session("s", NOW, PLAN.read_bytes(), roster(["Ana", "Ben", "Cai", "Dee"]))
    session = apply_all(session, session.note(NOW, "worried", "missed health visits", about=None, giver="P2"))
    session = apply_all(session, session.note(NOW, "my-safety", "4", about="P2", giver="P2"))
    return leader_review(session, "P1", NOW)


def test_shared_words_are_in_the_page_and_nobody_is_named(review):
    page = hand_out(review)
    assert "What the group wrote" in page
    assert "missed health visits" in page
    assert "Ben" not in page


def test_a_private_number_stays_with_whoever_gave_it(review):
    tree = json.loads(leader_json(review))
    assert [note["text"] for answer in tree["group"] for note in answer["notes"]] == ["missed health visits"]
    assert "4" not in json.dumps(tree["own"])
