"""The run sheet: how long each step may take, and what it has used."""

from sample_session import Play, begun

from dp_facilitator.model.reading import reading
from dp_facilitator.ui.desk.sheet_rows import SheetRow, sheet_rows


def rows(play: Play) -> dict[str, SheetRow]:
    """The rows by their titles."""
    return {row.title: row for row in sheet_rows(play.session.course, reading(play.session.course, play.now))}


def in_the_first_set_up() -> Play:
    play = begun("Ana", "Ben")
    play.verb("start")
    play.seconds += 300
    play.verb("next")
    return play


def test_the_step_under_way_has_the_time_that_was_added() -> None:
    play = in_the_first_set_up()
    assert rows(play)["Set-up"].right == "1:00"
    play.verb("extend", 60)
    assert rows(play)["Set-up"].right == "2:00"
    assert rows(play)["Set-up"].spoken == "Set-up, now, 2:00"


def test_what_has_ended_says_what_it_used_of_what_it_had() -> None:
    play = in_the_first_set_up()
    play.verb("extend", 60)
    play.seconds += 90
    play.verb("next")
    assert rows(play)["Set-up"].right == "1:30 / 2:00"
    assert rows(play)["Warm-up"].right == "5:00 / 7:00"
    while play.session.course.step.turn.leaders == ("P1",):
        play.seconds += play.session.course.step.seconds
        play.verb("next")
    assert rows(play)["A  Ana"].right == "15:30 / 16:00"


def test_a_step_that_took_just_its_time_says_so_as_well() -> None:
    play = in_the_first_set_up()
    play.seconds += 60
    play.verb("next")
    assert rows(play)["Set-up"].right == "1:00 / 1:00"
    assert rows(play)["Set-up"].spoken == "Set-up, done, 1:00 of 1:00"
    assert rows(play)["Feedback"].right == "6:00"
