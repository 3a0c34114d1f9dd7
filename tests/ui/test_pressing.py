"""Which keys press what: a focused button has its own, the session the rest, and a mouse leaves the focus alone."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.actions import Actions
from dp_facilitator.ui.desk.home import HomePage
from dp_facilitator.ui.desk.review import ReviewPage
from dp_facilitator.ui.desk.run import RunPage
from dp_facilitator.ui.desk.setup import SetUpPage
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.empty import EmptyState
from dp_facilitator.ui.widgets.fields import DurationField
from dp_facilitator.ui.widgets.pills import Chip

Key = Qt.Key


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, look: Look, pressed: list[str]) -> RunPage:
    """A run page whose actions only write down that they were called."""
    keys = QWidget()
    actions = Actions(keys, look)
    page = RunPage(look, look, actions)
    keys.setParent(page)
    actions.share(page)
    qtbot.addWidget(page)
    for action in keys.actions():
        action.setEnabled(True)
        action.triggered.connect(partial(_write_down, pressed, action.objectName()))
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def _write_down(pressed: list[str], name: str, *_: object) -> None:
    pressed.append(name)


def button(page: QWidget, words: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == words and b.isVisible())


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_keys_press_every_kind_of_button(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    chip = Chip(look, 1, "Ana")
    for made in (QuietButton("A"), LinkButton("B"), PrimaryButton("C"), IconButton(look, "close", "D"), chip):
        qtbot.addWidget(made)
        made.show()
        with qtbot.waitSignal(made.clicked, timeout=1000):
            qtbot.keyClick(made, key)


def test_the_page_has_the_focus_at_first(page: RunPage, qtbot: QtBot, pressed: list[str]) -> None:
    assert QApplication.focusWidget() is page
    qtbot.keyClick(page, Key.Key_Space)
    assert pressed == ["pause"]


def test_space_presses_the_button_that_tab_went_to(page: RunPage, qtbot: QtBot, pressed: list[str]) -> None:
    undo = button(page, "Undo")
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(undo, Key.Key_Space)
    qtbot.keyClick(undo, Key.Key_Return)
    assert pressed == ["undo", "undo"]
    qtbot.keyClick(undo, Key.Key_B)
    assert pressed[2:] == ["blank"]


def test_space_ticks_a_box_that_has_the_focus(page: RunPage, qtbot: QtBot, pressed: list[str]) -> None:
    box = QCheckBox(page)
    box.show()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Key.Key_Space)
    assert box.isChecked()
    assert pressed == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_arrows_move_in_a_text(
    page: RunPage, qtbot: QtBot, pressed: list[str], kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    box = kind(page)
    box.show()
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(box, "ac")
    for key in (Key.Key_Left, Key.Key_Home, Key.Key_Right, Key.Key_End, Key.Key_Left):
        qtbot.keyClick(box, key)
    qtbot.keyClicks(box, "b+-.")
    assert (box.text() if isinstance(box, QLineEdit) else box.toPlainText()) == "ab+-.c"
    assert pressed == []


def test_a_click_leaves_the_focus_where_someone_writes(page: RunPage, qtbot: QtBot, pressed: list[str]) -> None:
    box = QPlainTextEdit(page)
    box.show()
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.mouseClick(button(page, "Undo"), Qt.MouseButton.LeftButton)
    assert pressed == ["undo"]
    assert box.hasFocus()


def test_after_a_click_space_still_pauses(page: RunPage, qtbot: QtBot, pressed: list[str]) -> None:
    qtbot.mouseClick(button(page, "Blank"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert pressed == ["blank", "pause"]


def test_a_field_takes_what_was_typed_before_a_click(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field, press = DurationField("Time"), QuietButton("Go")
    column.addWidget(field)
    column.addWidget(press)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "4:30")
    seen: list[int] = []
    press.clicked.connect(lambda: seen.append(field.value()))
    qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
    assert seen == [270]


def test_the_focus_does_not_fall_on_a_neighbour(page: RunPage, qtbot: QtBot, pressed: list[str]) -> None:
    page.banners.ask("one", "Something", "note", ("Do it", "Leave it"))
    choice = button(page.banners, "Do it")
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(choice, Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert pressed == ["pause"]
    undo = button(page, "Undo")
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    undo.setEnabled(False)
    assert QApplication.focusWidget() is page


class _Windows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_nothing_flashes_while_pages_are_made(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    keys = QWidget()
    actions = Actions(keys, look)
    made = [
        HomePage(look),
        SetUpPage(look),
        ReviewPage(look),
        RunPage(look, look, actions),
        Banner(look, "Words", detail="More"),
        EmptyState(look, "folder", "Nothing here", "Do"),
        keys,
    ]
    qapp.removeEventFilter(windows)
    for widget in made:
        qtbot.addWidget(widget)
    assert windows.seen == []
