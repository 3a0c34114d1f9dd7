"""At the desk nothing moves away from under the pointer, and nothing is lost on the way to another page and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pages import Tour, settle
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.ui.desk.review import ReviewPage
from dp_facilitator.ui.desk.review_note import ReviewNote
from dp_facilitator.ui.widgets.buttons import LinkButton, MainButton
from dp_facilitator.ui.widgets.entry import NoteBox

Start = Callable[[], App]

BANNERS = (
    ("unstarted", "Should you have started? It was planned for 10:00.", ("It began on time",)),
    (
        "forgotten",
        "Should you have moved on? “Practise” has been over for more than 1:20.",
        ("Yes, the next began then",),
    ),
    ("behind", "2:20 behind. The rest can be made to fit, the same for everyone.", ("See how",)),
    ("agree", "Ask Ana: may the room see this one change while Ana practises again?", ("Yes, show it", "Keep it here")),
)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_a_banner_leaves_next_where_it_is(start: Start, clock: ManualClock, size: tuple[int, int]) -> None:
    app = start()
    app.desk.showNormal()
    app.desk.resize(*size)
    moved = []
    for state, page in Tour(app, clock).run():
        if state == "run, ready":
            app.show._awake.told.disconnect()  # whether this computer stays awake is another story
            page.room.show_awake("", True)
        page.banners.clear()
        page.later.hide()
        settle()
        button = next(b for b in page.verbs.findChildren(MainButton) if b.isVisible())
        before = button.mapTo(page, QPoint(0, 0))
        for name, words, choices in BANNERS:
            page.banners.ask(name, words, "warning", choices)
            settle()
            if button.mapTo(page, QPoint(0, 0)) != before:
                moved.append(f"{state}, {name}: {button.mapTo(page, QPoint(0, 0)).y() - before.y()}")
            page.banners.clear()
            settle()
    assert not moved, "\n".join(moved)


def test_home_begins_at_its_top_whatever_was_scrolled_before(start: Start, clock: ManualClock) -> None:
    app = start()
    app.desk.showNormal()
    app.desk.resize(1280, 500)
    tour = Tour(app, clock)
    app.go_home()
    home = app.desk.home
    settle()
    home.area.verticalScrollBar().setValue(home.area.verticalScrollBar().maximum())
    home.past.table.setFocus()
    assert home.area.verticalScrollBar().value() > 0
    app.open_session(tour.wanted())
    tour.to("practise", 60)
    app.go_home()
    settle()
    assert home.area.verticalScrollBar().value() == 0
    assert app.desk.focusWidget() is home._on
    assert "Carry on" in home._on.accessibleName()


def reviewed(start: Start, clock: ManualClock, qtbot: QtBot, person: str) -> tuple[App, ReviewPage]:
    """The review of a session, on one leader's page. P1 has notes; P3 has none, and no answers either."""
    app = start()
    tour = Tour(app, clock)
    for _ in tour.run():
        pass
    app.show.ended.emit()
    page = app.desk.review
    page.choose_page(person)
    app.desk.activateWindow()
    qtbot.waitUntil(app.desk.isActiveWindow)
    settle()
    return app, page


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)
    settle()


def test_review_keeps_the_focus_on_the_note_that_is_changed(start: Start, clock: ManualClock, qtbot: QtBot) -> None:
    _, page = reviewed(start, clock, qtbot, "P1")
    note = page.findChildren(ReviewNote)[0]
    note.setFocus()
    for keys in ((Qt.Key.Key_S,), (Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_Return), (Qt.Key.Key_Delete,)):
        for key in keys:
            press(qtbot, key)
        assert QApplication.focusWidget() is note
    next(b for b in note.findChildren(LinkButton) if b.isVisible()).setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is note  # what has come back


def test_review_goes_from_an_answer_to_what_is_next(start: Start, clock: ManualClock, qtbot: QtBot) -> None:
    _, page = reviewed(start, clock, qtbot, "P3")
    links = [b for b in page.findChildren(LinkButton) if b.isVisible() and "Write it now" in b.accessibleName()]
    links[0].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "It went better than I feared")
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is links[1]
    box = next(b for b in page._page._next.findChildren(NoteBox) if b.isVisible())
    box.focus_text()
    qtbot.keyClicks(QApplication.focusWidget(), "Ring Kit on Monday")
    press(qtbot, Qt.Key.Key_Tab)  # there is no other stem here to turn to
    assert not page._page._next.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Backtab)
    press(qtbot, Qt.Key.Key_Return)
    now = QApplication.focusWidget()
    assert isinstance(now, ReviewNote)
    assert "Ring Kit" in now.accessibleName()


@pytest.mark.parametrize("name", ["set-up", "settings", "review"])
def test_a_page_that_is_opened_again_does_not_begin_on_the_way_out(
    start: Start, clock: ManualClock, qtbot: QtBot, name: str
) -> None:
    app = start()
    tour = Tour(app, clock)
    for _ in tour.run():
        pass
    session = app.show.stage.bridge.session.id
    app.go_home()
    opens = {
        "set-up": lambda: app.set_up("deliberate-practice-90"),
        "settings": app.show_settings,
        "review": lambda: app.look_back(session),
    }
    begins = []
    for _ in range(2):
        opens[name]()
        settle()
        begins.append(app.desk.focusWidget())
        way_out = next(b for b in app.desk.page().findChildren(LinkButton) if b.isVisible() and "Home" in b.words())
        assert app.desk.focusWidget() is not way_out
        way_out.setFocus()
        way_out.click()
        settle()
        assert app.desk.page() is app.desk.home
    assert begins[0] is begins[1]


def test_a_question_is_answered_by_keyboard_from_wherever_one_is(
    start: Start, clock: ManualClock, qtbot: QtBot
) -> None:
    app = start()
    tour = Tour(app, clock)
    app.open_session(tour.wanted())
    tour.to("feedback", 60)
    page = app.desk.run
    app.desk.activateWindow()
    qtbot.waitUntil(app.desk.isActiveWindow)
    press(qtbot, Qt.Key.Key_F6)  # nothing is asked
    assert QApplication.focusWidget() is page
    page.capture.focus_box()
    app.show.verbs.press_finish()
    settle()
    press(qtbot, Qt.Key.Key_F6)
    assert QApplication.focusWidget().words() == "Finish"
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert page.banners.standing() == ()
    assert app.show.stage.bridge.session.status == "running"
    assert QApplication.focusWidget() is page


def test_the_folder_is_asked_for_in_plain_words(
    start: Start, clock: ManualClock, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    _, page = reviewed(start, clock, qtbot, "P1")
    seen = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append((dialog.windowTitle(), dialog.labelText(QFileDialog.DialogLabel.Accept)))
        dialog.accept() if len(seen) > 1 else dialog.reject()

    for saved in (0, 1):
        QTimer.singleShot(0, answer)
        page.save_wanted.emit("P1", "html")
        assert len(list(tmp_path.glob("*.html"))) == saved
    assert seen == [("Where shall Ana’s notes be saved?", "Save here")] * 2
