"""Buttons that follow actions, and the big ones with long words."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import (
    ActionButton,
    IconButton,
    LinkButton,
    MainButton,
    PrimaryButton,
    QuietButton,
)
from dp_facilitator.ui.widgets.keys import key_words

LONG_NAME = "Maximiliane-Christabel Featherstonehaugh"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("PgDown", "Page Down"),
        ("Space", "Space"),
        ("Ctrl+Z", "Ctrl Z"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("Alt+1", "Alt 1"),
        ("Ctrl++", "Ctrl +"),
        ("F1", "F1"),
        ("Esc", "Esc"),
        ("", ""),
    ],
)
def test_keys_in_plain_words(key: str, words: str) -> None:
    assert key_words(QKeySequence(key)) == words


def test_a_button_follows_its_action(look: Look, window: QWidget, qtbot: QtBot) -> None:
    action = QAction("&Undo", window)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    button = ActionButton(look, parent=window)
    button.follow(action)
    assert (button.words(), button.keys()) == ("Undo", "Ctrl Z")
    assert "Ctrl Z" in button.toolTip()
    action.setText("Undo the move")
    assert button.accessibleName() == "Undo the move"
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()


def test_own_words_win_over_the_actions(look: Look, window: QWidget) -> None:
    action = QAction("Next", window)
    button = MainButton(look, parent=window)
    button.follow(action)
    button.show_words("Next: Ana practises again, 4:00")
    action.setText("Next step")
    assert button.words() == "Next: Ana practises again, 4:00"


def test_a_checkable_action_is_shown_and_switched_once(look: Look, window: QWidget) -> None:
    action = QAction("Blank", window)
    action.setCheckable(True)
    button = QuietButton(parent=window)
    button.follow(action)
    button.click()
    assert action.isChecked()
    assert button.isChecked()
    action.setChecked(False)
    assert not button.isChecked()


def test_following_another_action_leaves_the_first(look: Look, window: QWidget) -> None:
    first, second = QAction("One", window), QAction("Two", window)
    button = QuietButton(parent=window)
    button.follow(first)
    button.follow(second)
    first.setText("Other")
    assert button.words() == "Two"


@pytest.mark.parametrize("kind", [PrimaryButton, QuietButton, LinkButton])
def test_an_ampersand_is_no_mnemonic(kind: type[QuietButton], look: Look, qtbot: QtBot) -> None:
    button = kind("Save Ana & Ben")
    qtbot.addWidget(button)
    assert button.text() == "Save Ana && Ben"
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Save Ana & Ben"


def test_an_icon_needs_words(look: Look, qtbot: QtBot) -> None:
    button = IconButton(look, "help", "Help")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Help"
    assert "Help" in button.toolTip()
    button.show_icon("sound", "good")
    with pytest.raises(ValueError, match="needs words"):
        IconButton(look, "help", "")


def test_usual_sizes_are_the_drawn_ones(look: Look, qtbot: QtBot) -> None:
    for button, height in (
        (MainButton(look, "Next: Ana"), 76),
        (ActionButton(look, "Pause"), 64),
        (PrimaryButton("Open the session"), 52),
        (QuietButton("Blank"), 40),
        (IconButton(look, "help", "Help"), 40),
    ):
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() == height, button


@pytest.mark.parametrize("width", [420, 606, 900])
def test_long_words_at_200_per_cent_wrap_and_fit(large_look: Look, window: QWidget, width: int) -> None:
    action = QAction("Next", window)
    action.setShortcut(QKeySequence("PgDown"))
    button = MainButton(large_look, f"Next: {LONG_NAME} practises again, 4:00", window)
    button.follow(action)
    height = button.heightForWidth(width)
    setting = button._set(width)
    assert 1 < len(setting.lines) <= 3
    assert len(setting.lines) * setting.step <= height
    if width >= 606:
        assert "".join(setting.lines).replace(" ", "") == button.words().replace(" ", "")
    button.resize(width, height)
    image = button.grab().toImage()
    fill = large_look.colour("accent")
    # Nothing is painted to the very edge: the words stay inside.
    assert all(image.pixelColor(2, y) == fill for y in range(20, height - 20))
    assert all(image.pixelColor(width - 3, y) == fill for y in range(20, height - 20))


def test_a_narrow_action_button_drops_its_key_first(look: Look, window: QWidget) -> None:
    action = QAction("Pause", window)
    action.setShortcut(QKeySequence("Space"))
    button = ActionButton(look, parent=window)
    button.follow(action)
    assert button._set(200).cap > 0
    narrow = button._set(90)
    assert narrow.cap == 0
    assert narrow.lines == ("Pause",)
    assert "Space" in button.toolTip()
