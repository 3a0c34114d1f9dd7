"""The settings page: what is shown is what is set, and each change is told at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dp_facilitator.store.settings import Settings
from dp_facilitator.ui.actions import TABLE
from dp_facilitator.ui.desk.settings import SettingsPage
from dp_facilitator.ui.keymap import CLICKER, is_single, keys_of, why_not
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Tokens, load_tokens
from dp_facilitator.ui.widgets.text import Words

from .conftest import ASSETS

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def themes() -> dict[str, Tokens]:
    return {name: load_tokens(ASSETS / "themes" / f"{name}.json") for name in ("paper", "night", "contrast")}


@pytest.fixture
def page(qtbot: QtBot, look: Look, themes: dict[str, Tokens]) -> SettingsPage:
    page = SettingsPage(look, themes)
    qtbot.addWidget(page)
    page.show_settings(Settings(theme="paper"), "/home/coach/sessions")
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def told(page: SettingsPage) -> list[Settings]:
    told: list[Settings] = []
    page.changed.connect(told.append)
    return told


def test_a_theme_is_chosen_by_mouse_or_key(qtbot: QtBot, page: SettingsPage, told: list[Settings]) -> None:
    _paper, night, contrast, system = page.looks.tiles
    qtbot.mouseClick(night, Qt.MouseButton.LeftButton)
    contrast.setFocus()
    qtbot.keyClick(contrast, Key.Key_Space)
    system.setFocus()
    qtbot.keyClick(system, Key.Key_Return)
    assert [one.theme for one in told] == ["night", "contrast", "system"]
    assert [tile.isChecked() for tile in page.looks.tiles] == [False, False, False, True]
    seen = QAccessible.queryAccessibleInterface(system)
    assert (seen.role(), seen.state().checked) == (QAccessible.Role.RadioButton, True)


def test_the_size_goes_from_one_to_two(page: SettingsPage, told: list[Settings]) -> None:
    for _ in range(12):
        page.looks.text_size.more.click()
    assert [one.scale for one in told] == [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0]
    page.looks.text_size.less.click()
    assert told[-1].scale == 1.9


def test_at_the_end_of_the_scale_the_focus_stays_here(qtbot: QtBot, page: SettingsPage) -> None:
    size = page.looks.text_size
    size.show_value(190)
    size.more.setFocus()
    qtbot.keyClick(size.more, Key.Key_Space)
    assert size.value() == 200
    assert size.less.hasFocus()


@pytest.mark.parametrize("end", ["less", "more"])
def test_the_arrows_change_the_size_from_either_button(
    qtbot: QtBot, page: SettingsPage, told: list[Settings], end: str
) -> None:
    size = page.looks.text_size
    size.show_value(150)
    getattr(size, end).setFocus()
    keys = (Key.Key_Right, Key.Key_Up, Key.Key_Left, Key.Key_Down, Key.Key_Home, Key.Key_Home, Key.Key_End)
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert [one.scale for one in told] == [1.6, 1.7, 1.6, 1.5, 1.0, 2.0]
    assert size.isAncestorOf(QApplication.focusWidget())


def test_the_value_stands_between_its_buttons(page: SettingsPage) -> None:
    size = page.looks.text_size
    (value,) = [words for words in size.findChildren(Words) if words.isVisible()]
    assert size.less.geometry().right() < value.geometry().left()
    assert value.geometry().right() < size.more.geometry().left()
    assert size.more.geometry().right() < size.less.width() + value.width() + size.more.width() + 20


def test_sound_is_set_and_tried(qtbot: QtBot, page: SettingsPage, told: list[Settings]) -> None:
    page.sound.on.click()
    page.sound.volume.more.click()
    assert (told[-1].sound, told[-1].volume) == (False, 0.6)
    with qtbot.waitSignal(page.sound_tried):
        page.sound.play.click()


def test_the_days_are_a_number_in_bounds(qtbot: QtBot, page: SettingsPage, told: list[Settings]) -> None:
    field = page.kept.days
    for typed in ("0", "731", "soon", "", "٣"):
        field.setText(typed)
        field.editingFinished.emit()
        assert field.is_wrong()
        assert not told
    field.setText("30")
    qtbot.keyClick(field, Key.Key_Return)
    assert told[-1].keep_days == 30


def test_a_new_key_is_taken_in_place(qtbot: QtBot, page: SettingsPage, told: list[Settings]) -> None:
    field = page.keys.rows["nudge"].field
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Return)
    assert field.waits()
    qtbot.keyClick(field, Key.Key_Shift)
    qtbot.keyClick(field, Key.Key_G, CTRL | SHIFT)
    assert told[-1].keys == {"nudge": "Ctrl+Shift+G"}
    assert field.keys_shown() == "Ctrl Shift G"
    assert field.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Tab])
def test_the_old_key_is_kept(qtbot: QtBot, page: SettingsPage, told: list[Settings], key: Qt.Key) -> None:
    field = page.keys.rows["nudge"].field
    field.setFocus()
    field.click()
    qtbot.keyClick(field, key)
    assert not field.waits()
    assert field.keys_shown() == "K"
    assert not told


def test_a_key_is_taken_away(qtbot: QtBot, page: SettingsPage, told: list[Settings]) -> None:
    field = page.keys.rows["nudge"].field
    field.click()
    qtbot.keyClick(field, Key.Key_Backspace)
    assert told[-1].keys == {"nudge": ""}
    assert field.keys_shown() == "No key"


@pytest.mark.parametrize(
    ("key", "said"), [(Key.Key_N, "already the key for “Next”"), (Key.Key_Return, "needed for writing"),
                      (Key.Key_PageDown, "clicker")],
)  # fmt: skip
def test_a_key_that_is_taken_is_refused_where_it_stands(
    qtbot: QtBot, page: SettingsPage, told: list[Settings], key: Qt.Key, said: str
) -> None:
    row = page.keys.rows["nudge"]
    row.field.click()
    qtbot.keyClick(row.field, key)
    assert said in row.message.text()
    assert row.message.isVisible()
    assert not told
    assert row.field.keys_shown() == "K"
    row.field.click()
    assert not row.message.isVisible()


def test_back_to_the_usual_keys(page: SettingsPage, told: list[Settings]) -> None:
    assert not page.keys.usual.isEnabled()
    page.show_settings(Settings(keys={"next": "F8", "pause": ""}), "")
    assert page.keys.rows["next"].field.keys_shown() == "F8"
    page.keys.usual.click()
    assert told[-1].keys == {}
    assert page.keys.rows["next"].field.keys_shown() == "Page Down, Right, N"


def test_single_keys_can_be_switched_off(page: SettingsPage, told: list[Settings]) -> None:
    page.keys.single.click()
    assert told[-1].single_keys is False
    assert page.keys.rows["next"].field.keys_shown() == "Page Down, Right"
    assert page.keys.rows["nudge"].field.keys_shown() == "No key"


def test_what_counts_as_a_single_key() -> None:
    assert all(is_single(key) for key in ("N", "+", "-", ".", "?", "Shift+N"))
    assert not any(is_single(key) for key in ("Space", "PgDown", "F1", "Ctrl+Z", "Left", "", "Alt+1"))


def test_no_two_actions_share_a_key() -> None:
    for changed in ({}, {"nudge": "N"}, {"nudge": "N", "gone": "K"}):
        keys = [key for some in keys_of(TABLE, changed).values() for key in some]
        assert len(keys) == len(set(keys))
    assert keys_of(TABLE, {"nudge": "N"})["next"] == ("PgDown", "Right")


def test_an_action_may_have_its_own_keys_again() -> None:
    for entry in TABLE:
        assert [why_not(TABLE, {}, entry.name, key) for key in entry.keys] == [""] * len(entry.keys)
    assert all(why_not(TABLE, {}, "nudge", key) for key in CLICKER)
