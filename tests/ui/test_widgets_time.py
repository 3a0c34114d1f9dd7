"""Digits that do not move (A7), and bars."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.bar import PhaseBar, TimeBar, TwinBar
from dp_facilitator.ui.widgets.digits import Digits, shape_of


def ink_columns(image: QImage, top: int, bottom: int, ground: QColor) -> list[int]:
    """The columns with anything drawn in a band of rows."""
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(top, bottom, 2))]


@pytest.fixture
def digits(look: Look, qtbot: QtBot) -> Digits:
    digits = Digits(look, "00:00")
    qtbot.addWidget(digits)
    digits.resize(420, 120)
    digits.setStyleSheet("background: white")
    return digits


def colon_columns(digits: Digits, look: Look) -> tuple[int, int]:
    """Where the colon's dots begin and end: found as what two texts have in common."""
    image = digits.grab().toImage()
    ground = image.pixelColor(digits.width() - 1, 0)
    digits._fit()
    left = digits._left() + 2 * digits._cells["0"]
    right = left + digits._cells[":"]
    columns = [x for x in ink_columns(image, 0, image.height(), ground) if left <= x < right]
    return columns[0], columns[-1]


def test_the_colon_stands_still_for_a_minute_and_from_state_to_state(digits: Digits, look: Look) -> None:
    places = set()
    for second in range(60):
        digits.show_text(f"11:{second:02}", "calm")
        places.add(colon_columns(digits, look))
    for text, colour in (("0:59", "warning"), ("0:18", "over"), ("10:00", "ink")):
        digits.show_text(text, colour)
        places.add(colon_columns(digits, look))
    assert len(places) == 1


def test_digits_fill_their_place(look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "0:00")
    qtbot.addWidget(digits)
    digits.resize(1400, 400)
    assert 380 <= digits.digit_height() <= 401
    digits.resize(300, 400)
    assert digits.digit_height() < 200
    digits.show_shape("0:00:00")
    assert digits.digit_height() < 100


def test_nothing_is_cut_off(look: Look, qtbot: QtBot) -> None:
    digits = Digits(look, "0:00")
    qtbot.addWidget(digits)
    digits.resize(700, 140)
    digits.show_text("8:08")
    image = digits.grab().toImage()
    ground = image.pixelColor(699, 0)
    rows = [y for y in range(140) if any(image.pixelColor(x, y) != ground for x in range(0, 700, 2))]
    assert rows[0] >= 0
    assert rows[-1] - rows[0] >= digits.digit_height() - 2
    assert rows[-1] <= 139


def test_a_longer_text_makes_the_shape_longer(digits: Digits) -> None:
    digits.show_shape("0:00")
    digits.show_text("9:59")
    before = digits.digit_height()
    digits.show_text("1:40:00")
    assert digits.text() == "1:40:00"
    assert digits.digit_height() < before


def test_the_same_text_is_not_painted_again(digits: Digits, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    digits.show_text("4:12", "calm")
    monkeypatch.setattr(digits, "update", lambda: asked.append("update"))
    digits.show_text("4:12", "calm")
    assert asked == []
    digits.show_text("4:12", "warning")
    digits.show_text("4:11", "warning")
    assert len(asked) == 2


def test_a_shape_keeps_what_is_no_digit() -> None:
    assert shape_of("+9:41") == "+0:00"


def test_a_bar_is_filled_to_its_share(look: Look, qtbot: QtBot) -> None:
    bar = TimeBar(look)
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    middle = bar.height() // 2
    bar.show_time(0.5, 0.25, "warning")
    image = bar.grab().toImage()
    assert image.pixelColor(150, middle) == look.colour("warning")
    assert image.pixelColor(300, middle) == look.colour("track")
    assert image.pixelColor(100, middle) == look.colour("ink")
    bar.show_time(7.0, None, "over")
    assert bar.grab().toImage().pixelColor(390, middle) == look.colour("over")
    bar.show_time(-1.0)
    assert bar.grab().toImage().pixelColor(20, middle) == look.colour("track")


def test_phases_are_to_scale(look: Look, qtbot: QtBot) -> None:
    bar = PhaseBar(look)
    qtbot.addWidget(bar)
    bar.resize(400, 12)
    bar.show_segments(((1.0, "setup"), (0.0, "other"), (3.0, "practise")), 8.0)
    image = bar.grab().toImage()
    assert image.pixelColor(25, 6) == look.colour("setup")
    assert image.pixelColor(100, 6) == look.colour("practise")
    assert image.pixelColor(300, 6) not in (look.colour("setup"), look.colour("practise"))
    bar.show_segments(())
    bar.grab()


def test_planned_stands_above_used(look: Look, qtbot: QtBot) -> None:
    bar = TwinBar(look)
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    bar.show_times(300, 150)
    image = bar.grab().toImage()
    assert image.pixelColor(300, 4) == look.colour("accent_soft")
    assert image.pixelColor(100, 16) == look.colour("calm")
    assert image.pixelColor(300, 16) != look.colour("calm")
    bar.show_times(0, 0)
    bar.grab()
