"""Time that several phases share: what one leaves the next may use, and the end of the session knows."""

from stage import Stage, at, phase, plan, segment

from dp_facilitator.model.guard import Guard
from dp_facilitator.model.wording import length_words, next_words

TEXT = plan(
    segment(
        "debate",
        phase("prepare", "2:00", bank="ours"),
        phase("speak", "5:00"),
        phase("again", "3:00", bank="ours"),
        phase("answer", "5:00"),
        phase("last", "1:00", bank="ours"),
    )
)


def begun() -> Stage:
    stage = Stage(TEXT)
    stage.do("start")
    return stage


def ends(stage: Stage) -> str:
    return stage.reading.session_ends.clock(with_seconds=True)


def test_the_first_piece_may_use_the_whole_bank() -> None:
    stage = begun()
    assert stage.reading.text == "6:00"
    assert ends(stage) == "10:16:00"
    stage.go("5:00")
    assert stage.reading.text == "1:00"
    assert ends(stage) == "10:16:00"


def test_what_is_left_goes_to_the_next_piece_and_nothing_is_counted_twice() -> None:
    stage = begun().go("1:00")
    stage.do("next")
    assert ends(stage) == "10:16:00"
    stage.go("5:00").do("next")
    assert stage.reading.text == "5:00"
    stage.go("4:30").do("next")
    # Half a minute is left: the last piece has it, the one before keeps none of it.
    assert ends(stage) == "10:16:00"
    stage.go("5:00").do("next")
    assert stage.reading.text == "0:30"


def test_pieces_ahead_are_expected_to_take_what_the_plan_gives_them() -> None:
    course = Stage(TEXT).session.course
    assert [course.length(step) // 10**9 for step in course.steps] == [360, 300, 0, 300, 0]
    stage = begun().go("1:00")
    stage.do("next")
    course = stage.session.course
    assert [course.length(step) // 10**9 for step in course.steps] == [60, 300, 180, 300, 120]


def test_a_bank_that_is_used_up_is_over_at_once() -> None:
    stage = begun().go("7:00")
    assert stage.reading.over
    stage.do("next")
    stage.go("5:00").rang()
    stage.do("next")
    assert stage.reading.text == "0:00"
    stage.look()
    assert stage.rang() == ["end"]
    course = stage.session.course
    assert course.left(course.steps[0], stage.now) == -60 * 10**9


def test_an_empty_piece_that_goes_on_by_itself_is_passed_over() -> None:
    ours = {"bank": "ours", "advance": "automatic"}
    text = plan(segment("a", phase("one", "1:00", **ours), phase("talk"), phase("two", "1:00", **ours), phase("end")))
    stage = Stage(text)
    stage.do("start")
    stage.go("2:00")
    assert stage.where == "a/talk"
    stage.go("4:00").do("next")
    assert stage.where == "a/end"


def test_back_in_an_earlier_piece_the_later_one_has_used_its_part() -> None:
    stage = begun().go("1:00")
    stage.do("next")
    stage.do("next")
    stage.go("2:00")
    stage.do("back")
    stage.do("back")
    assert stage.where == "debate/prepare"
    assert stage.reading.text == "3:00"
    course = stage.session.course
    again = course.steps[2]
    assert course.left(again, stage.now) == 0


def test_a_minute_more_is_a_minute_for_the_bank() -> None:
    stage = begun()
    stage.do("extend", 60)
    stage.go("1:00").do("next")
    stage.go("5:00").do("next")
    assert stage.reading.text == "6:00"


def test_ending_a_piece_early_needs_no_second_press() -> None:
    stage = begun().go("0:10")
    assert Guard().press_next(stage.session.course, stage.now)[1] == "go"
    stage.do("next")
    assert Guard().press_next(stage.session.course, stage.now)[1] == "armed"


def test_the_usual_warning_is_of_what_is_left() -> None:
    text = plan(segment("a", phase("one", "1:00", bank="ours"), phase("two", "4:00", bank="ours")))
    stage = Stage(text)
    stage.do("start")
    stage.go("4:00")
    assert stage.rang() == ["warning"]
    assert stage.reading.label == "One minute"
    assert stage.now == at("4:00")


def test_the_words_say_what_is_left_of_a_bank() -> None:
    def said(stage: Stage) -> tuple[str, str]:
        return next_words(stage.session.course), length_words(stage.session.course)

    stage = begun()
    assert said(stage) == ("Next: speak, 5:00", "6:00 of the shared time left")
    stage.go("1:00").do("next")
    assert said(stage) == ("Next: again, 3:00", "5:00 planned")
    stage.do("back")
    stage.go("4:00").do("next")
    assert said(stage)[0] == "Next: again, 1:00 left"
    stage.do("next")
    assert said(stage) == ("Next: answer, 5:00", "1:00 of the shared time left")
    stage.go("1:30").do("next")
    assert said(stage)[0] == "Next: last, 0:00 left"
    stage.do("next")
    assert said(stage)[1] == "0:00 of the shared time left"


def test_pieces_that_follow_each_other_have_what_is_left_then() -> None:
    ours = {"bank": "ours"}
    stage = Stage(plan(segment("a", phase("one", "1:00", **ours), phase("two", "4:00", **ours))))
    assert next_words(stage.session.course) == "Start: one, 1:00"
    stage.do("start")
    assert next_words(stage.session.course) == "Next: two, what is left then"


def test_what_was_added_stands_beside_what_was_planned() -> None:
    stage = Stage(plan(segment("a", phase("one", "4:00"))))
    stage.do("start")
    assert length_words(stage.session.course) == "4:00 planned"
    stage.do("extend", 60)
    assert length_words(stage.session.course) == "4:00 planned, 1:00 added"
    stage.do("extend", -120)
    assert length_words(stage.session.course) == "4:00 planned, 1:00 taken off"
