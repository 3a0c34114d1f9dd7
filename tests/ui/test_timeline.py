"""The session as a picture: what its blocks are, and that it can be read without seeing it."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from sample_session import Play, begun, played

from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.reading import reading
from dp_facilitator.ui.desk.spans import Span, picture
from dp_facilitator.ui.desk.timeline import Timeline
from dp_facilitator.ui.desk.timeline_blocks import TimelineLegend
from dp_facilitator.ui.desk.timeline_words import captions, span_words, ticks
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words


def kinds(play: Play) -> list[tuple[str, str, int]]:
    """Phase, kind and whole seconds of every block of the actual row."""
    spans = picture(play.session, play.now).actual
    return [(s.step.phase.id, s.kind, (s.ends - s.starts) // SECOND) for s in spans]


def after(play: Play, seconds: int, verb: str, *args: object) -> None:
    play.seconds += seconds
    play.verb(verb, *args)


@pytest.fixture
def play() -> Play:
    """Two people, nothing has begun."""
    return begun("Ana", "Ben")


def test_before_the_start_everything_is_to_come(play: Play) -> None:
    found = picture(play.session, play.now)
    assert {span.kind for span in found.planned} == {"planned"}
    assert {span.kind for span in found.actual} == {"coming"}
    assert (found.starts.clock(), found.ends.clock(), found.now) == ("10:00", "10:45", None)


def test_overtime_is_set_apart(play: Play) -> None:
    after(play, 0, "start")
    after(play, 8 * 60, "next")
    assert kinds(play)[:2] == [("warm-up", "ran", 420), ("warm-up", "over", 60)]


def test_a_few_seconds_over_are_nothing_to_speak_of(play: Play) -> None:
    after(play, 0, "start")
    after(play, 7 * 60 + 9, "next")
    assert kinds(play)[0] == ("warm-up", "ran", 429)


def test_a_pause_stands_still_between_two_stretches(play: Play) -> None:
    after(play, 0, "start")
    after(play, 60, "pause")
    after(play, 30, "resume")
    play.seconds += 90
    ran = kinds(play)[:4]
    assert [kind for _, kind, _ in ran] == ["ran", "stood", "ran", "coming"]
    assert [seconds for *_, seconds in ran] == [60, 30, 90, 270]


def test_a_restart_is_no_overtime(play: Play) -> None:
    after(play, 0, "start")
    after(play, 400, "restart")
    after(play, 300, "next")
    assert {kind for _, kind, _ in kinds(play)} == {"ran", "coming"}


def test_a_start_that_was_put_back_begins_earlier(play: Play) -> None:
    play.seconds = 100
    play.verb("start")
    after(play, 0, "backdate", 40)
    play.seconds += 20
    assert kinds(play)[0] == ("warm-up", "ran", 60)


def test_time_given_back_stands_still(play: Play) -> None:
    after(play, 0, "start")
    after(play, 100, "give_back", 40 * SECOND)
    play.seconds += 10
    assert kinds(play)[:3] == [("warm-up", "ran", 60), ("warm-up", "stood", 40), ("warm-up", "ran", 10)]


def test_a_wrong_name_put_right_takes_its_blocks_along(play: Play) -> None:
    after(play, 0, "start")
    after(play, 420, "next")
    after(play, 30, "swap", "P1", "P2")
    play.seconds += 10
    mine = [s for s in picture(play.session, play.now).actual if s.kind == "ran" and s.step.turn.leaders]
    assert {span.step.turn.leaders for span in mine} == {("P2",)}


def test_what_was_undone_is_not_drawn(play: Play) -> None:
    after(play, 0, "start")
    after(play, 60, "next")
    after(play, 5, "undo")
    play.seconds += 5
    assert kinds(play)[:2] == [("warm-up", "ran", 70), ("warm-up", "coming", 350)]


def test_steps_that_were_not_run_are_not_in_the_actual_row(play: Play) -> None:
    after(play, 0, "start")
    after(play, 60, "finish")
    assert kinds(play) == [("warm-up", "ran", 60)]
    assert len(picture(play.session, play.now).planned) == 10


def test_the_description_says_it_in_words(look: Look, qtbot: QtBot, play: Play) -> None:
    picture = Timeline(look)
    qtbot.addWidget(picture)
    after(play, 120, "start")
    after(play, 450, "next")
    picture.show_session(play.session, reading(play.session.course, play.now), play.now)
    said = picture.accessibleDescription()
    assert "Planned from 10:02 to 10:47." in said
    assert "Warm-up: 7:30 used of 7:00." in said
    assert "Ben: 15:00 planned, not run." in said
    assert said.endswith("Now: Ana, Set-up.")


def test_a_paused_and_finished_session_in_words(look: Look, qtbot: QtBot) -> None:
    play = begun("Ana", "Ben")
    after(play, 0, "start")
    after(play, 60, "pause")
    after(play, 90, "resume")
    after(play, 60, "finish")
    picture = Timeline(look)
    qtbot.addWidget(picture)
    picture.show_session(play.session, None, play.now)
    said = picture.accessibleDescription()
    assert "Started at 10:00 to 10:03." in said
    assert "Warm-up: 2:00 used of 7:00, paused 1:30." in said


@pytest.mark.parametrize("width", [200, 400, 900])
def test_it_draws_at_any_width(look: Look, qtbot: QtBot, width: int) -> None:
    play = played()
    picture = Timeline(look)
    qtbot.addWidget(picture)
    picture.show_session(play.session, None, play.now)
    picture.resize(width, 200)
    picture.show()
    image = picture.grab().toImage()
    rows = range(0, image.height(), 4)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in rows}
    assert look.colour("practise").name() in colours
    assert look.colour("feedback").name() in colours


def test_it_is_taller_where_it_is_narrow_and_at_twice_the_size(look: Look, qtbot: QtBot) -> None:
    picture = Timeline(look)
    qtbot.addWidget(picture)
    picture.show()
    picture.resize(900, 10)
    wide = picture.height()
    picture.resize(300, 10)
    assert picture.height() > wide
    narrow = picture.height()
    look.wear(look.tokens, 2.0)
    assert picture.height() > narrow * 1.8


def test_names_become_letters_where_there_is_no_room() -> None:
    turns = [(90, ("Warm-up", "")), (60, ("Ana", "A")), (60, ("Benvolio", "B"))]

    def measure(words: str) -> int:
        return 8 * len(words)

    assert captions([(90, turns[0][1]), (90, turns[1][1]), (90, turns[2][1])], measure) == [
        "Warm-up",
        "A Ana",
        "B Benvolio",
    ]
    assert captions(turns, measure) == ["Warm-up", "A", "B"]
    assert captions([(40, turns[0][1]), (4, turns[1][1]), (4, turns[2][1])], measure) == ["", "", "B"]


def test_ticks_are_round_clock_times(play: Play) -> None:
    starts = play.now.at(130 * SECOND)
    found = [moment.clock(with_seconds=True) for moment in ticks(starts, starts.at(90 * 60 * SECOND), 8)]
    assert found == ["10:15:00", "10:30:00", "10:45:00", "11:00:00", "11:15:00"]


def test_a_block_in_words(play: Play) -> None:
    step = play.session.course.steps[1]
    assert span_words(play.session, Span(step, 0, 60 * SECOND, "stood")) == "Ana, Set-up, 1:00, paused"
    first = play.session.course.steps[0]
    assert span_words(play.session, Span(first, 0, 60 * SECOND, "ran")) == "Warm-up, 1:00, ran"


def test_the_legend_names_every_kind_once(look: Look, qtbot: QtBot, play: Play) -> None:
    legend = TimelineLegend(look)
    qtbot.addWidget(legend)
    legend.show_session(play.session)
    said = [words.whole_text() for words in legend.findChildren(Words)]
    assert said == ["Together", "Set-up", "Practise", "Feedback", "Practise again", "Paused", "Over its time"]


def test_the_step_under_way_has_a_frame_and_a_mark(look: Look, qtbot: QtBot, play: Play) -> None:
    picture = Timeline(look)
    qtbot.addWidget(picture)
    picture.resize(900, 200)
    picture.show()
    picture.show_session(play.session, None, play.now)
    before = inked(look, picture)
    after(play, 0, "start")
    play.seconds += 300
    picture.show_session(play.session, None, play.now)
    assert inked(look, picture) > before + 40


def inked(look: Look, picture: Timeline) -> int:
    """How many points of the picture below its captions are in the colour of ink."""
    image, ink = picture.grab().toImage(), look.colour("ink").name()
    rows = range(look.px(44), image.height() - look.px(22))
    return sum(image.pixelColor(x, y).name() == ink for x in range(image.width()) for y in rows)


def joined(play: Play) -> Play:
    """Cai has come while Ana sets up."""
    after(play, 0, "start")
    after(play, 7 * 60, "next")
    after(play, 30, "join", "Cai")
    return play


def test_the_planned_row_stays_as_it_was_at_the_start(play: Play) -> None:
    before = picture(play.session, play.now).planned
    found = picture(joined(play).session, play.now)
    assert [(s.step.key, s.starts, s.ends) for s in found.planned] == [(s.step.key, s.starts, s.ends) for s in before]
    assert {span.step.turn.leaders for span in found.joined} == {("P3",)}
    assert sum(span.ends - span.starts for span in found.joined) == 15 * 60 * SECOND


def test_who_joined_is_said_in_words(look: Look, qtbot: QtBot, play: Play) -> None:
    shown = Timeline(look)
    qtbot.addWidget(shown)
    shown.show_session(play.session, None, play.now)
    assert "Joined later" not in shown.accessibleDescription()
    joined(play)
    shown.show_session(play.session, None, play.now)
    assert "Joined later, so not in what was planned: Cai." in shown.accessibleDescription()


@pytest.mark.parametrize("width", [240, 900])
def test_who_joined_has_a_letter_above_the_actual_row(look: Look, qtbot: QtBot, play: Play, width: int) -> None:
    shown = Timeline(look)
    qtbot.addWidget(shown)
    shown.resize(width, 200)
    shown.show()
    shown.show_session(play.session, None, play.now)
    after(play, 0, "start")
    after(play, 7 * 60, "next")
    shown.show_session(play.session, None, play.now)
    without = letters_above_actual(shown, look)
    after(play, 30, "join", "Cai")
    shown.show_session(play.session, None, play.now)
    assert letters_above_actual(shown, look) > without + 4


def letters_above_actual(shown: Timeline, look: Look) -> int:
    """How many dark points there are between the two rows, right of their names."""
    image = shown.grab().toImage()
    planned, actual = shown._rows()
    rows = range(int(planned.bottom()) + 1, int(actual.top()) - 3)
    columns = range(shown.width() // 2, shown.width())
    return sum(image.pixelColor(x, y).lightness() < 128 for x in columns for y in rows)


def test_a_tip_names_the_block_under_the_pointer(look: Look, qtbot: QtBot, play: Play) -> None:
    picture = Timeline(look)
    qtbot.addWidget(picture)
    picture.resize(900, 200)
    picture.show()
    picture.show_session(play.session, None, play.now)
    for spot, words in ((QPoint(200, 30), "Warm-up, 7:00, planned"), (QPoint(2, 2), "")):
        QApplication.sendEvent(picture, QHelpEvent(QEvent.Type.ToolTip, spot, picture.mapToGlobal(spot)))
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_it_is_empty_before_it_is_told_a_session(look: Look, qtbot: QtBot) -> None:
    picture = Timeline(look)
    qtbot.addWidget(picture)
    picture.show()
    assert picture.accessibleName() == "The session as a picture"
    assert not picture.grab().isNull()
