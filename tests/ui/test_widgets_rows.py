"""The list of people: order by key and by hand, names in place, twenty rows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.rows import ReorderList, Row, letter_of

PEOPLE = (Row("Ana", "sheet ready", True), Row("Ben"), Row("Cai", "area only"), Row("Dee"))


@pytest.fixture
def people(look: Look, qtbot: QtBot) -> ReorderList:
    people = ReorderList(look)
    qtbot.addWidget(people)
    people.resize(400, 300)
    people.show_rows(PEOPLE)
    people.show()
    people.setFocus()
    return people


def names(people: ReorderList) -> list[str]:
    return [row.name for row in people.rows()]


def choose(people: ReorderList, row: int) -> None:
    people.setCurrentIndex(people.model().index(row, 0))


def centre(people: ReorderList, row: int) -> QPoint:
    return people.visualRect(people.model().index(row, 0)).center()


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (4, "E"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_letters(index: int, letter: str) -> None:
    assert letter_of(index) == letter


def test_alt_and_arrows_move_a_row(people: ReorderList, qtbot: QtBot) -> None:
    choose(people, 0)
    with qtbot.waitSignal(people.reordered) as moved:
        qtbot.keyClick(people, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moved.args == [(1, 0, 2, 3)]
    assert names(people) == ["Ben", "Ana", "Cai", "Dee"]
    assert people.currentIndex().row() == 1
    with qtbot.waitSignal(people.reordered) as moved:
        qtbot.keyClick(people, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(people) == ["Ana", "Ben", "Cai", "Dee"]


def test_nothing_moves_beyond_the_ends(people: ReorderList, qtbot: QtBot) -> None:
    for row, key in ((0, Qt.Key.Key_Up), (3, Qt.Key.Key_Down)):
        choose(people, row)
        with qtbot.assertNotEmitted(people.reordered):
            qtbot.keyClick(people, key, Qt.KeyboardModifier.AltModifier)
    assert names(people) == ["Ana", "Ben", "Cai", "Dee"]


def test_dragging_a_row_puts_it_between_others(people: ReorderList, qtbot: QtBot) -> None:
    port = people.viewport()
    with qtbot.waitSignal(people.reordered) as moved:
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=centre(people, 0))
        QTest.mouseMove(port, centre(people, 1))
        QTest.mouseMove(port, centre(people, 2) + QPoint(0, 10))
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=centre(people, 2) + QPoint(0, 10))
    assert moved.args == [(1, 2, 0, 3)]
    assert names(people) == ["Ben", "Cai", "Ana", "Dee"]


def test_escape_leaves_a_drag(people: ReorderList, qtbot: QtBot) -> None:
    port = people.viewport()
    with qtbot.assertNotEmitted(people.reordered):
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=centre(people, 0))
        QTest.mouseMove(port, centre(people, 2) + QPoint(0, 10))
        qtbot.keyClick(people, Qt.Key.Key_Escape)
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=centre(people, 2))


def test_delete_and_the_cross_only_ask(people: ReorderList, qtbot: QtBot) -> None:
    choose(people, 2)
    with qtbot.waitSignal(people.removed) as gone:
        qtbot.keyClick(people, Qt.Key.Key_Delete)
    assert gone.args == [2]
    cross = people._drawn.close_box(people.visualRect(people.model().index(1, 0))).center()
    with qtbot.waitSignal(people.removed) as gone:
        qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert gone.args == [1]
    assert len(people.rows()) == 4


def test_f2_renames_in_place(people: ReorderList, qtbot: QtBot) -> None:
    choose(people, 1)
    qtbot.keyClick(people, Qt.Key.Key_F2)
    editor = people.findChild(QLineEdit)
    assert editor is not None
    editor.setText("  Benedict   & Co ")
    with qtbot.waitSignal(people.renamed) as named:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert named.args == [1, "Benedict & Co"]
    assert people.rows()[1].name == "Benedict & Co"


def test_an_empty_name_changes_nothing(people: ReorderList, qtbot: QtBot) -> None:
    model = people.model()
    with qtbot.assertNotEmitted(people.renamed):
        assert not model.setData(model.index(0, 0), "   ")
        assert not model.setData(model.index(0, 0), "Ana")


def test_the_current_row_is_told(people: ReorderList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.chosen) as chosen:
        choose(people, 3)
    assert chosen.args == [3]


def test_a_reader_hears_letter_name_and_status(people: ReorderList) -> None:
    said = people.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "A, Ana, sheet ready"


def test_twenty_rows_scroll_and_shrink_again(people: ReorderList, qtbot: QtBot) -> None:
    people.show_rows(tuple(Row(f"Person {number}") for number in range(20)))
    qtbot.waitUntil(lambda: people.verticalScrollBar().maximum() > 0)
    choose(people, 19)
    people.grab()
    people.show_rows(PEOPLE)
    assert people.currentIndex().row() <= 3
    people.show_rows(())
    people.grab()


def test_rows_grow_with_the_text(large_look: Look, qtbot: QtBot) -> None:
    people = ReorderList(large_look)
    qtbot.addWidget(people)
    people.show_rows(PEOPLE)
    people.resize(380, 400)
    people.show()
    assert people.sizeHintForRow(0) >= 116
    people.grab()
