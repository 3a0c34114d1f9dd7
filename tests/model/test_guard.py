"""Guards against double, early and repeated presses of Next."""

import pytest
from stage import PLAN_A, Stage

from dp_facilitator.model.guard import Guard, armed_words


class Hand:
    """Presses Next as the desk passes it on."""

    def __init__(self, start: bool = True) -> None:
        self.stage = Stage(PLAN_A.read_bytes())
        self.guard = Guard()
        if start:
            self.stage.do("start")

    def press(self, after: str = "0:00") -> str:
        self.stage.go(after)
        self.guard, answer = self.guard.press_next(self.stage.session.course, self.stage.now)
        if answer == "go":
            self.stage.do("next")
            self.guard = self.guard.stepped(self.stage.now)
        return answer


def test_a_session_that_is_ready_starts_at_once() -> None:
    assert Hand(start=False).press() == "go"


def test_with_more_than_twenty_seconds_left_the_first_press_only_arms() -> None:
    hand = Hand()
    assert hand.press("6:39.999") == "armed"
    assert hand.guard.is_armed(hand.stage.now)
    assert armed_words(hand.stage.session.course, hand.stage.now) == ("Press again to end “Warm-up” early (0:21 left)")
    assert Hand().press("6:40") == "go"
    assert Hand().press("9:00") == "go"


@pytest.mark.parametrize(
    ("after", "answer"),
    [("0:00.299", "ignored"), ("0:00.499", "ignored"), ("0:00.5", "go"), ("0:03", "go"), ("0:03.001", "armed")],
)
def test_a_second_press_confirms_within_its_time(after: str, answer: str) -> None:
    hand = Hand()
    assert hand.press("1:00") == "armed"
    assert hand.press(after) == answer


def test_an_armed_press_lapses_when_the_step_changes() -> None:
    hand = Hand()
    assert hand.press("1:00") == "armed"
    hand.stage.do("next")
    hand.guard = hand.guard.stepped(hand.stage.now)
    assert not hand.guard.is_armed(hand.stage.now)
    assert hand.press("0:02") == "armed"


@pytest.mark.parametrize(("after", "answer"), [("0:00.2", "ignored"), ("0:01.499", "ignored"), ("0:01.5", "armed")])
def test_after_a_change_of_step_next_is_ignored_for_a_while(after: str, answer: str) -> None:
    hand = Hand()
    assert hand.press("7:00") == "go"
    assert hand.press(after) == answer


def test_twenty_presses_in_a_second_count_once() -> None:
    hand = Hand()
    hand.stage.go("7:00")
    assert [hand.press("0:00.05") for _ in range(20)] == ["go", *["ignored"] * 19]
    # A key that is held down never confirms.
    hand = Hand()
    assert [hand.press("0:00.05") for _ in range(60)] == ["armed", *["ignored"] * 59]


def test_on_the_last_step_next_offers_the_end() -> None:
    hand = Hand()
    for _ in range(9):
        hand.stage.do("next")
    hand.stage.go("11:00")
    assert hand.press() == "armed"
    assert armed_words(hand.stage.session.course, hand.stage.now) == "Press again to finish the session"
    assert hand.press("0:01") == "go"
    hand.stage.do("finish")
    assert hand.press("0:05") == "ignored"
