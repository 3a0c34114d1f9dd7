"""The look: stylesheet, palette, icons, and that a change of it reaches every painted widget."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look, load_fonts, mark, mix, palette, style_sheet
from dp_facilitator.ui.tokens import load_tokens
from dp_facilitator.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from dp_facilitator.ui.widgets.text import Words

ASSETS = Path(__file__).resolve().parents[2] / "assets"
NEEDED = (
    *("play", "pause", "next", "back", "undo", "redo", "plus", "minus", "screen", "swap", "blank"),
    *("sound", "sound-off", "help", "check", "warning", "people", "grip", "star", "close", "folder"),
    *("print", "download", "clock", "note", "trash", "edit", "arrow-right", "arrow-left", "home"),
)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", ["paper", "night", "contrast"])
def test_qt_understands_every_rule(qtbot: QtBot, theme: str, scale: float) -> None:
    # A rule Qt cannot read is a warning, and a warning fails a test here.
    widget = QWidget()
    qtbot.addWidget(widget)
    sheet = style_sheet(load_tokens(ASSETS / "themes" / f"{theme}.json"), scale, ASSETS / "icons")
    widget.setStyleSheet(sheet)
    QPushButton("a", widget)
    widget.ensurePolished()
    assert sheet.count("{") == sheet.count("}")
    assert "None" not in sheet


def test_every_icon_draws_something_in_its_colour(qapp: QApplication) -> None:
    icons = Icons(ASSETS / "icons")
    assert set(NEEDED) <= set(icons.names())
    for name in icons.names():
        image = icons.pixmap(name, "#FF0000", 24).toImage()
        inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
        assert inked, name
        assert all(colour.red() > 240 and colour.green() < 20 for colour in inked), name
    assert icons.pixmap("play", "#FF0000", 24) is icons.pixmap("play", "#FF0000", 24)
    assert icons.pixmap("play", "#FF0000", 24, 2.0).width() == 48
    with pytest.raises(KeyError, match="no icon called"):
        icons.icon("plya", "#FF0000", 24)


def test_the_palette_is_the_theme(qapp: QApplication) -> None:
    tokens = load_tokens(ASSETS / "themes" / "night.json")
    made = palette(tokens)
    assert made.color(QPalette.ColorRole.Window) == QColor(tokens.ground)
    assert made.color(QPalette.ColorRole.Text) == QColor(tokens.ink)


def test_bundled_fonts_are_found(fonts: tuple[str, ...], tmp_path: Path) -> None:
    assert "Atkinson Hyperlegible Next" in fonts
    assert "Inter" in fonts
    assert load_fonts(tmp_path) == ()


def test_a_change_of_look_reaches_painted_widgets(look: Look, qtbot: QtBot) -> None:
    button = IconButton(look, "help", "Help")
    qtbot.addWidget(button)
    before = button.iconSize()
    look.wear(load_tokens(ASSETS / "themes" / "night.json"), 2.0)
    assert button.iconSize() == before * 2
    assert look.colour("ground") == QColor("#101820")


def test_mark_reads_the_rules_again(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    before = field.palette().color(QPalette.ColorRole.Base)
    mark(field, wrong=True)
    assert field.palette().color(QPalette.ColorRole.Base) != before
    mark(field, wrong=False)
    assert field.palette().color(QPalette.ColorRole.Base) == before


def test_the_focus_ring_moves_nothing(look: Look, qtbot: QtBot) -> None:
    for make in (QPushButton, QLineEdit):
        window = QWidget()
        qtbot.addWidget(window)
        inside, other = make("Ana", window), QLineEdit(window)
        other.move(0, 200)
        window.show()
        window.activateWindow()
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)
        before = inside.sizeHint()
        inside.setFocus()
        assert inside.hasFocus()
        assert inside.sizeHint() == before


def test_a_mix_is_between() -> None:
    assert mix(QColor("#000000"), QColor("#FFFFFF"), 0.5).name() == "#808080"


@pytest.mark.parametrize("theme", ["paper", "night", "contrast"])
@pytest.mark.parametrize("role", ["tile", "icon", "on", "cap"])
def test_what_stands_out_has_an_edge_in_each_theme(qtbot: QtBot, look: Look, theme: str, role: str) -> None:
    """In high contrast ground and card are the same black: without an edge nothing would be seen."""
    look.wear(load_tokens(ASSETS / "themes" / f"{theme}.json"), 1.0)
    look.dress(QApplication.instance())
    page = QFrame()
    page.setProperty("role", "card")
    qtbot.addWidget(page)
    page.resize(200, 120)
    made: dict[str, QWidget] = {
        "tile": QFrame(page),
        "icon": IconButton(look, "plus", "More", parent=page),
        "on": QuietButton("Blank: on", page),
        "cap": Words("Ctrl", "cap", wrap=False, parent=page),
    }
    widget = made[role]
    widget.setProperty("role", {"on": "quiet"}.get(role, role))
    if isinstance(widget, QuietButton):
        widget.setCheckable(True)
        widget.setChecked(True)
    for each in made.values():
        each.setVisible(each is widget)
    widget.setGeometry(40, 40, 100, 44)
    page.show()
    picture = page.grab().toImage()
    column = [picture.pixelColor(widget.x() + 20, y).name() for y in range(widget.y() - 2, widget.y() + 12)]
    wanted = {"tile": "line", "icon": "line", "on": "accent", "cap": "control_border"}[role]
    assert look.colour(wanted).name() in column


@pytest.mark.parametrize(
    "kind", [PrimaryButton, QuietButton, LinkButton, QPushButton, QCheckBox, QRadioButton, QComboBox]
)
def test_the_focus_of_the_keyboard_adds_nothing_of_qt_s_own(qtbot: QtBot, look: Look, kind: type[QWidget]) -> None:
    """Qt draws a frame of its own around the words once Tab was pressed; the look has its ring."""
    page = QWidget()
    qtbot.addWidget(page)
    widget = QComboBox(page) if kind is QComboBox else kind("Open the session", page)
    widget.resize(widget.sizeHint())
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    widget.setFocus()
    pictures = []
    for by_keyboard in (False, True):
        page.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keyboard)
        pictures.append(widget.grab().toImage())
    assert widget.hasFocus()
    assert pictures[0] == pictures[1]
