"""The home page: start, carry on, look back; all of it also without a mouse."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.desk.home import HomePage, Interrupted, PastSession, PlanCard
from dp_facilitator.ui.models import SORT_ROLE, PastModel
from dp_facilitator.ui.theme import Look

BAR = ((7, "talk"), (15, "practise"), (15, "practise"), (8, "talk"))
PLAN = PlanCard(
    "deliberate-practice-90", "Deliberate practice", "Each leader practises.", "90 min", "2 to 8, usually 5", BAR
)
OTHER = PlanCard("mine", "R&D <b>plan</b>", "", "60 min", "two", BAR)
STOPPED = Interrupted(
    "s1", "Deliberate practice", "Round 3, Feedback for Cai", "3:20 left", "3:20", "at 10:41, 2 minutes ago"
)
PAST = (
    PastSession("p1", "25 October", "2026-10-25", "Deliberate practice", 5, 5400, 5290, 23, "3 next steps are due"),
    PastSession("p2", "11 October", "2026-10-11", "Group supervision", 6, 3600, 3600, 0),
    PastSession("p3", "27 September", "2026-09-27", "Another kind", 1, 3600, 0, 40, "", "cannot be read to its end"),
)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HomePage:
    """The page with two plans and three past sessions, on the screen."""
    page = HomePage(look)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_greeting("Good morning")
    page.show_plans((PLAN, OTHER))
    page.show_past(PAST)
    page.show()
    return page


def button(page: QWidget, words: str) -> QPushButton:
    """The visible button with these words."""
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == words and b.isVisible())


def tab_stops(qtbot: QtBot, page: QWidget) -> list[str]:
    """The names of everything that Tab reaches, in its order, once round."""
    first = QApplication.focusWidget()
    found: list[str] = []
    here = first
    while here is not None and (not found or here is not first):
        found.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert len(found) < 200
    return found


def hold(qtbot: QtBot, page: QWidget) -> None:
    """Makes the page the active window, as it is where there is a window manager."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def drag(path: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    return data


def test_return_on_a_plan_chooses_it(qtbot: QtBot, page: HomePage) -> None:
    for number, name in enumerate(("deliberate-practice-90", "mine")):
        with qtbot.waitSignal(page.plan_chosen) as caught:
            qtbot.keyClick(page.tiles.tiles()[number], Qt.Key.Key_Return)
        assert caught.args == [name]


def test_a_click_on_a_plan_chooses_it(qtbot: QtBot, page: HomePage) -> None:
    with qtbot.waitSignal(page.plan_chosen) as caught:
        qtbot.mouseClick(page.tiles.tiles()[1], Qt.MouseButton.LeftButton)
    assert caught.args == ["mine"]


def test_a_plan_says_everything_that_is_on_its_card(page: HomePage) -> None:
    tile = page.tiles.tiles()[0]
    assert tile.accessibleName() == "Deliberate practice"
    assert tile.accessibleDescription() == "Each leader practises. 90 min. For 2 to 8, usually 5."


def test_a_plan_that_cannot_be_used_says_why(look: Look, page: HomePage) -> None:
    page.show_plans((PlanCard("x", "Broken", "Fine words", "", "", (), "format: was made by a newer version."),))
    assert "newer version" in page.tiles.tiles()[0].accessibleDescription()


@pytest.mark.parametrize(("words", "counts"), [("Carry on", True), ("Carry on from 3:20", False)])
def test_carrying_on_counts_the_time_between_or_not(qtbot: QtBot, page: HomePage, words: str, counts: bool) -> None:
    page.show_interrupted(STOPPED)
    assert page.carry_banner.text() == "Carry on: Round 3, Feedback for Cai, 3:20 left"
    with qtbot.waitSignal(page.carry_on) as caught:
        qtbot.keyClick(button(page, words), Qt.Key.Key_Return)
    assert caught.args == ["s1", counts]


def test_not_now_puts_it_off_and_the_offer_goes_when_it_is_told_so(qtbot: QtBot, page: HomePage) -> None:
    page.show_interrupted(STOPPED)
    with qtbot.waitSignal(page.not_now) as caught:
        button(page, "Not now").click()
    assert caught.args == ["s1"]
    page.show_interrupted(None)
    assert not page.carry_banner.isVisible()


def test_return_carries_on_when_the_page_opens_on_an_interrupted_session(qtbot: QtBot, look: Look) -> None:
    page = HomePage(look)
    qtbot.addWidget(page)
    page.show_interrupted(STOPPED)
    page.show()
    focus = page.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Carry on"


def test_return_opens_a_past_session(qtbot: QtBot, page: HomePage) -> None:
    table = page.past.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.review_wanted) as caught:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == ["p2"]


def test_a_click_anywhere_in_a_row_opens_it(qtbot: QtBot, page: HomePage) -> None:
    table = page.past.table
    spot = table.visualRect(table.model().index(2, PastModel.SESSION)).center()
    with qtbot.waitSignal(page.review_wanted) as caught:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == ["p3"]


def test_deleting_asks_in_the_row_first(qtbot: QtBot, page: HomePage) -> None:
    hold(qtbot, page)
    table = page.past.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    question = table.indexWidget(table.model().index(0, 0))
    assert "23 notes" in question.accessibleName()
    with qtbot.assertNotEmitted(page.delete_wanted):
        qtbot.keyClick(button(page, "Keep it"), Qt.Key.Key_Return)
    assert table.indexWidget(table.model().index(0, 0)) is None
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.delete_wanted) as caught:
        button(page, "Delete").click()
    assert caught.args == ["p1"]


def test_escape_keeps_the_session(qtbot: QtBot, page: HomePage) -> None:
    spot = page.past.table.visualRect(page.past.table.model().index(1, PastModel.DELETE)).center()
    with qtbot.assertNotEmitted(page.review_wanted), qtbot.assertNotEmitted(page.delete_wanted):
        qtbot.mouseClick(page.past.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.keyClick(button(page, "Keep it"), Qt.Key.Key_Escape)
    assert page.past.table.indexWidget(page.past.table.model().index(1, 0)) is None


def test_the_question_goes_with_its_row_when_the_list_is_another_one(page: HomePage) -> None:
    page.past.table.ask_delete(0)
    page.show_past(PAST[1:])
    assert page.past.table.indexWidget(page.past.table.model().index(0, 0)) is None
    assert page.past.table.session_at(0).id == "p2"


@pytest.mark.parametrize(
    ("order", "ids"),
    [(0, ["p1", "p2", "p3"]), (1, ["p3", "p2", "p1"]), (2, ["p3", "p1", "p2"]), (3, ["p3", "p1", "p2"])],
)
def test_past_sessions_can_be_put_in_order(page: HomePage, order: int, ids: list[str]) -> None:
    page.past.table.put_in_order(order)
    assert [page.past.table.session_at(row).id for row in range(3)] == ids


def test_the_model_says_what_it_is_sorted_by_and_what_a_reader_hears() -> None:
    model = PastModel()
    model.show_sessions(PAST)
    said = model.index(0, PastModel.SESSION).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == ("Deliberate practice, 25 October · 5 people, 1:28:10 of 1:30:00, 23 notes, 3 next steps are due")
    assert model.index(2, PastModel.WHEN).data() == "27 September · 1 person"
    assert model.index(2, PastModel.STATUS).data() == "cannot be read to its end"
    assert model.index(1, PastModel.NOTES).data(SORT_ROLE) == 0
    assert model.index(1, PastModel.TIME).data(SORT_ROLE) == 3600
    spoken = model.index(1, PastModel.OPEN).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Open Group supervision, 11 October"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Session"


def test_a_dropped_file_is_handed_on(qtbot: QtBot, page: HomePage) -> None:
    data = drag("/plans/mine.json")
    actions, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), actions, data, left, none)
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    with qtbot.waitSignal(page.file_dropped) as caught:
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), actions, data, left, none))
    assert caught.args == ["/plans/mine.json"]


def test_words_that_are_dropped_are_no_file(qtbot: QtBot, page: HomePage) -> None:
    data = QMimeData()
    data.setText("words")
    entered = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.assertNotEmitted(page.file_dropped):
        QApplication.sendEvent(page, entered)
    assert not entered.isAccepted()


def test_an_empty_page_says_what_to_do(qtbot: QtBot, look: Look) -> None:
    page = HomePage(look)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.open_wanted):
        qtbot.keyClick(button(page, "Open a plan file…"), Qt.Key.Key_Return)
    assert not page.past.table.isVisible()


def test_a_notice_comes_and_goes(page: HomePage) -> None:
    page.show_notice("This is no plan.", "warning")
    assert page.notice.isVisible()
    assert page.notice.text() == "This is no plan."
    page.show_notice("")
    assert not page.notice.isVisible()


def test_thirty_plans_and_three_hundred_sessions_scroll(qtbot: QtBot, page: HomePage) -> None:
    page.show_plans(tuple(PlanCard(f"p{i}", f"Plan {i}", "Words " * 40, "60 min", "two", BAR) for i in range(30)))
    sessions = (PastSession(f"s{i}", "1 May", f"{i:04}", "A session", 5, 60, 60, i) for i in range(300))
    page.show_past(tuple(sessions))
    shown = [tile for tile in page.tiles.tiles() if tile.isVisible()]
    assert len(shown) == 8
    button(page, "All 30 plans ›").click()
    assert all(tile.isVisible() for tile in page.tiles.tiles())
    hold(qtbot, page)
    table = page.past.table
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > table.height())
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == 299
    row = table.visualRect(table.currentIndex())
    top = table.viewport().mapTo(page.area.viewport(), row.topLeft()).y()
    assert 0 <= top <= page.area.viewport().height() - row.height()


def test_tab_goes_through_the_page_as_it_is_read(qtbot: QtBot, page: HomePage) -> None:
    page.show_interrupted(STOPPED)
    page.show_plans((PLAN, OTHER, PlanCard("third", "A third", "", "60 min", "two", BAR)))
    hold(qtbot, page)
    button(page, "Settings").setFocus()
    assert tab_stops(qtbot, page) == [
        *("Settings", "Not now", "Carry on from 3:20", "Carry on", "Make plans ›", "Open a plan file…"),
        *("Deliberate practice", "R&D <b>plan</b>", "A third", "Past sessions"),
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1280, 1366])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, look: Look, page: HomePage, scale: float, width: int) -> None:
    look.wear(look.tokens, scale)
    look.dress(page)
    page.show_interrupted(STOPPED)
    page.resize(width, 720)
    qtbot.waitUntil(lambda: page.area.widget().width() <= page.area.viewport().width())
    assert page.past.table.width() <= page.area.viewport().width()
