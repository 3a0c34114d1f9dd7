"""The plans page as a test works it: its rows by their titles, and what hands do with fields and files."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.desk.phase_row import PhaseRow
from dp_facilitator.ui.desk.plans import PlansPage
from dp_facilitator.ui.desk.plans_bench import PlansBench

SHIPPED = Path(__file__).resolve().parents[1] / "sessions"
NAME = "deliberate-practice-90"
TEXT = (SHIPPED / f"{NAME}.json").read_bytes()
TITLE = "Deliberate practice, led by leaders"
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def row(bench: PlansBench, title: str) -> PhaseRow:
    return next(row for row in bench.editor.rows() if row.title.text() == title)


def titles(bench: PlansBench) -> list[str]:
    return [row.title.text() for row in bench.editor.rows() if row.path()[0] == "segments"]


def type_in(qtbot: QtBot, field: QWidget, text: str, end: bool = True) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    if end:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(field: QComboBox, words: str) -> None:
    at = field.findText(words)
    assert at >= 0
    field.setCurrentIndex(at)
    field.activated.emit(at)


def press(qtbot: QtBot, key: Qt.Key, how: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, how)


def listed(bench: PlansBench) -> list[str]:
    return [plan.name for plan in bench.list.plans()]


def drop(page: PlansPage, file: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
