"""Clicker keys: heard whoever has the focus, once a press, and never at the cost of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dp_facilitator.live.clicker import Clicker, ClickerKeys

Key = Qt.Key


class Desk(QWidget):
    """A window with everything in it that likes to eat keys, a clicker and a clock set by hand."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.ms = 1000.0
        self.heard: list[str] = []
        self.line, self.box, self.spin, self.list = QLineEdit(), QPlainTextEdit(), QSpinBox(), QListWidget()
        self.list.addItems(["one", "two", "three"])
        column = QVBoxLayout(self)
        for part in (self.line, self.box, self.spin, self.list):
            column.addWidget(part)
        self.clicker = Clicker(app, self, clock=self.clock)
        self.clicker.next_pressed.connect(self.hear_next)
        self.clicker.back_pressed.connect(self.hear_back)
        self.clicker.blank_pressed.connect(self.hear_blank)
        self.clicker.listen()

    def clock(self) -> float:
        return self.ms

    def hear_next(self) -> None:
        self.heard.append("next")

    def hear_back(self) -> None:
        self.heard.append("back")

    def hear_blank(self) -> None:
        self.heard.append("blank")

    def press(self, key: Key, after: float = 1000) -> None:
        self.ms += after
        QTest.keyClick(QApplication.focusWidget() or self, key)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    desk = Desk(qapp)
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitActive(desk)
    desk.setFocus()
    yield desk
    desk.clicker.stop()


@pytest.mark.parametrize("part", ["line", "box", "spin", "list", None])
def test_page_keys_work_whatever_has_the_focus(desk: Desk, part: str | None) -> None:
    (getattr(desk, part) if part else desk).setFocus()
    desk.press(Key.Key_PageDown)
    desk.press(Key.Key_PageUp)
    assert desk.heard == ["next", "back"]


@pytest.mark.parametrize("part", ["line", "box"])
def test_letters_point_and_arrows_go_into_text(desk: Desk, part: str) -> None:
    box = getattr(desk, part)
    box.setFocus()
    for key in (Key.Key_N, Key.Key_Space, Key.Key_B, Key.Key_Period, Key.Key_Left, Key.Key_B):
        desk.press(key)
    text = box.text() if part == "line" else box.toPlainText()
    assert text == "n bb."
    assert desk.heard == []


def test_without_text_point_and_b_blank_and_arrows_move(desk: Desk) -> None:
    for key in (Key.Key_Period, Key.Key_B, Key.Key_Right, Key.Key_Left):
        desk.press(key)
    assert desk.heard == ["blank", "blank", "next", "back"]


def test_arrows_stay_arrows_in_a_list(desk: Desk) -> None:
    desk.list.setFocus()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Down)
    assert desk.heard == []


def test_presses_close_together_count_once(desk: Desk) -> None:
    for after in (1000, 150, 149, 1, 299, 0, 2):
        desk.press(Key.Key_PageDown, after)
    assert desk.heard == ["next", "next", "next"]


def test_another_key_need_not_wait(desk: Desk) -> None:
    desk.press(Key.Key_PageDown)
    desk.press(Key.Key_PageUp, 50)
    assert desk.heard == ["next", "back"]


def test_a_held_key_counts_once(desk: Desk) -> None:
    desk.press(Key.Key_PageDown)
    for _ in range(20):
        desk.ms += 500
        held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, autorep=True)
        QApplication.sendEvent(desk, held)
    assert desk.heard == ["next"]


def test_f5_and_escape_do_nothing(desk: Desk) -> None:
    for key in (Key.Key_F5, Key.Key_Escape, Key.Key_F5, Key.Key_Escape):
        desk.press(key)
    assert desk.heard == []
    assert desk.isVisible()


def test_with_a_modifier_the_key_is_somebody_elses(desk: Desk) -> None:
    QTest.keyClick(desk, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert desk.heard == []


def test_a_shortcut_on_the_same_key_does_not_fire_as_well(desk: Desk) -> None:
    action = QAction("Next", desk)
    action.setShortcut(Key.Key_PageDown)
    action.triggered.connect(desk.hear_blank)
    desk.addAction(action)
    desk.press(Key.Key_PageDown)
    assert desk.heard == ["next"]


def test_other_keys_can_be_set(desk: Desk) -> None:
    desk.clicker.use(ClickerKeys(next=(Key.Key_F7,), blank=()))
    for key in (Key.Key_F7, Key.Key_PageDown, Key.Key_B):
        desk.press(key)
    assert desk.heard == ["next"]


def test_it_works_in_another_window(desk: Desk, qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.show()
    desk.ms += 1000
    QTest.keyClick(room, Key.Key_PageDown)
    assert desk.heard == ["next"]


def test_stopped_it_hears_nothing(desk: Desk) -> None:
    desk.clicker.stop()
    desk.press(Key.Key_PageDown)
    assert desk.heard == []


def test_the_systems_own_time_of_a_press_is_used_without_a_clock(desk: Desk, qapp: QApplication) -> None:
    desk.clicker.stop()
    plain = Clicker(qapp, desk)
    plain.next_pressed.connect(desk.hear_next)
    plain.listen()
    for moment in (5000, 5100, 5400):
        press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        press.setTimestamp(moment)
        QApplication.sendEvent(desk, press)
    plain.stop()
    assert desk.heard == ["next", "next"]
