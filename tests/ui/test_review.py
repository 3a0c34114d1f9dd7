"""Looking back: nobody's feedback until their row is chosen, one leader's at a time, and theirs to change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sample_session import NAMES, Play, begun, played

from dp_facilitator.model.review import leader_review
from dp_facilitator.ui.desk.review import ReviewPage
from dp_facilitator.ui.desk.review_list import SESSION, TIMES
from dp_facilitator.ui.desk.review_note import ReviewNote
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import PrimaryButton
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.text import Words


@pytest.fixture
def play() -> Play:
    return played()


@pytest.fixture
def page(look: Look, qtbot: QtBot, play: Play) -> ReviewPage:
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_session(play.session, play.now, False)
    page.show()
    return page


def turn_to(page: ReviewPage, key: str) -> None:
    """Open someone's page and let the layouts settle."""
    page.choose_page(key)
    QApplication.processEvents()


def show_again(page: ReviewPage, play: Play) -> None:
    page.show_session(play.session, play.now, False)
    QApplication.processEvents()


def said(widget: QWidget, *, hidden: bool = False) -> str:
    """Every word in a widget: on the screen, in tips and for a screen reader."""
    words = []
    for part in (widget, *widget.findChildren(QWidget)):
        if not (hidden or part.isVisible()):
            continue
        words += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if isinstance(part, Words):
            words.append(part.whole_text())
        elif isinstance(part, QLabel | QPushButton):
            words.append(part.text())
        elif isinstance(part, QPlainTextEdit):
            words.append(part.toPlainText())
    return "\n".join(words)


def note(page: ReviewPage, text: str) -> ReviewNote:
    """The note on the page with this text."""
    return next(found for found in page.findChildren(ReviewNote) if text in found.accessibleName())


def button(page: QWidget, words: str) -> QPushButton:
    found = [b for b in page.findChildren(QPushButton) if b.isVisible() and words in b.accessibleName()]
    assert len(found) == 1, words
    return found[0]


def test_it_opens_on_the_session_without_any_feedback(page: ReviewPage, play: Play) -> None:
    assert page.shown() == SESSION
    everything = said(page, hidden=True)
    for texts in play.texts.values():
        for text in texts:
            assert text not in everything
    for name in NAMES:
        assert name in everything
    assert "Nothing here is on the big screen." in everything
    assert "led at 10:07" in everything


def test_the_times_hold_no_feedback_either(page: ReviewPage, play: Play) -> None:
    turn_to(page, TIMES)
    everything = said(page, hidden=True)
    assert not any(text in everything for texts in play.texts.values() for text in texts)
    assert "15:28 of 15:00" in everything


@pytest.mark.parametrize("at", range(5))
def test_a_leaders_page_holds_only_what_is_theirs(page: ReviewPage, play: Play, at: int) -> None:
    people = [person.id for person in play.session.course.people]
    turn_to(page, people[at - 1])
    turn_to(page, people[at])
    everything = said(page, hidden=True)
    for person, texts in play.texts.items():
        for text in texts:
            assert (text in everything) == (person == people[at])
    # Who gave it is never said; a name stands in the list and nowhere else.
    shown = said(page._page)
    assert not any(name in shown for n, name in enumerate(NAMES) if n != at)
    assert "a peer" in shown
    assert "the coach" in shown


def test_leaving_the_page_puts_the_feedback_away(page: ReviewPage, play: Play) -> None:
    turn_to(page, "P1")
    page.hide()
    page.show()
    assert page.shown() == SESSION
    assert not any(text in said(page, hidden=True) for text in play.texts["P1"])


def test_another_session_begins_on_its_first_page(page: ReviewPage, play: Play) -> None:
    turn_to(page, "P1")
    page.show_session(begun("Ana", "Ben", session_id="other").session, play.now, False)
    assert page.shown() == SESSION
    assert "This session has not been started." in said(page)


def test_rows_are_chosen_by_mouse_and_keyboard(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page._list.row("P2"), Qt.MouseButton.LeftButton)
    assert page.shown() == "P2"
    qtbot.keyClick(page._list.row(TIMES), Qt.Key.Key_Space)
    assert page.shown() == TIMES
    assert page._list.row(TIMES).is_chosen()
    assert not page._list.row("P2").is_chosen()


def test_the_list_counts_what_the_hand_out_holds(page: ReviewPage, play: Play) -> None:
    mine = leader_review(play.session, "P1", play.now)
    assert sum(len(answer.lines) for answer in (*mine.feedback, *mine.own)) == 5
    assert page._list.row("P1").accessibleName() == "A, Anaximandra, 5 notes"


def test_saving_names_the_leader(page: ReviewPage, qtbot: QtBot) -> None:
    save = page.findChild(PrimaryButton)
    assert not save.isVisible()
    turn_to(page, "P3")
    assert save.accessibleName() == "Save Caitlyn’s notes for Caitlyn"
    with qtbot.waitSignal(page.save_wanted) as sent:
        save.click()
    assert sent.args == ["P3", "html"]


def test_a_saved_file_is_named_with_its_place(page: ReviewPage, qtbot: QtBot) -> None:
    turn_to(page, "P3")
    page.show_saved("/somewhere/Caitlyn & Co.html")
    assert "Caitlyn’s notes are saved." in said(page)
    assert "/somewhere/Caitlyn & Co.html" in said(page)
    with qtbot.waitSignal(page.folder_wanted) as sent:
        button(page, "Show in folder").click()
    assert sent.args == ["/somewhere/Caitlyn & Co.html"]
    turn_to(page, "P1")
    assert "are saved" not in said(page)


def test_trouble_is_said_in_the_page(page: ReviewPage) -> None:
    page.show_trouble("The folder cannot be written to.", "Choose another one.")
    assert "The folder cannot be written to." in said(page)
    assert "Choose another one." in said(page)


def test_handing_over_is_ticked_for_each_leader(page: ReviewPage) -> None:
    turn_to(page, "P1")
    page._given.click()
    assert page._list.row("P1").accessibleName() == "A, Anaximandra, 5 notes, handed over"
    turn_to(page, "P2")
    assert not page._given.isChecked()
    turn_to(page, "P1")
    assert page._given.isChecked()
    turn_to(page, SESSION)
    assert "✓ handed over" in said(page)


def test_there_is_no_way_to_save_everyone(page: ReviewPage) -> None:
    for chosen in (SESSION, TIMES, "P1"):
        turn_to(page, chosen)
        verbs = [b.accessibleName() for b in page.findChildren(QPushButton) if b.isVisible()]
        assert [verb for verb in verbs if "Save" in verb or "export" in verb.lower()] == (
            ["Save Anaximandra’s notes for Anaximandra"] if chosen == "P1" else []
        )


def test_a_note_is_reworded_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    turn_to(page, "P1")
    mine = note(page, "peer praise for P1")
    qtbot.keyClick(mine, Qt.Key.Key_F2)
    paper = mine.findChild(QPlainTextEdit)
    assert paper.toPlainText() == "peer praise for P1"
    paper.selectAll()
    qtbot.keyClicks(paper, "put another way")
    with qtbot.waitSignal(page.reworded) as sent:
        qtbot.keyClick(paper, Qt.Key.Key_Return)
    assert sent.args == [mine._note.key, "put another way"]
    assert not mine.is_writing()


def test_rewording_can_be_left_as_it_was(page: ReviewPage, qtbot: QtBot) -> None:
    turn_to(page, "P1")
    mine = note(page, "peer praise for P1")
    qtbot.keyClick(mine, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.reworded):
        qtbot.keyClick(mine.findChild(QPlainTextEdit), Qt.Key.Key_Escape)
    assert not mine.is_writing()
    qtbot.keyClick(mine, Qt.Key.Key_F2)
    with qtbot.assertNotEmitted(page.reworded):
        qtbot.keyClick(mine.findChild(NoteBox).field, Qt.Key.Key_Return)


def test_a_note_is_taken_away_and_brought_back(page: ReviewPage, play: Play, qtbot: QtBot) -> None:
    turn_to(page, "P1")
    mine = note(page, "peer praise for P1")
    with qtbot.waitSignal(page.removed) as sent:
        qtbot.keyClick(mine, Qt.Key.Key_Delete)
    play.verb("remove", sent.args[0])
    show_again(page, play)
    assert "Taken away." in said(mine)
    assert "peer praise for P1" not in said(page)
    with qtbot.waitSignal(page.restored) as back:
        button(page, "Bring it back").click()
    play.verb("restore", back.args[0])
    show_again(page, play)
    assert "peer praise for P1" in said(page)


def test_what_was_taken_away_in_the_session_leaves_no_trace(page: ReviewPage, play: Play) -> None:
    gone = play.session.record.kept(about="P2")[0]
    play.verb("remove", gone.id)
    show_again(page, play)
    turn_to(page, "P2")
    assert gone.text not in said(page)
    assert "Taken away." not in said(page)


def test_the_one_change_is_starred_and_another_may_be_chosen(page: ReviewPage, qtbot: QtBot) -> None:
    turn_to(page, "P1")
    starred = note(page, "hint for P1")
    assert "★ the one change you chose" in said(starred)
    assert "Your one change for practising again: “hint for P1" in said(page)
    with qtbot.waitSignal(page.chosen) as sent:
        qtbot.keyClick(starred, Qt.Key.Key_S)
    assert sent.args == [starred._note.key]
    with qtbot.assertNotEmitted(page.chosen):
        qtbot.keyClick(note(page, "peer praise for P1"), Qt.Key.Key_S)


def test_the_focus_goes_to_the_row_that_is_chosen(page: ReviewPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page._list.row(SESSION).hasFocus)
    for key in ("P2", TIMES, "P1"):
        qtbot.mouseClick(page._list.row(key), Qt.MouseButton.LeftButton)
        assert page.shown() == key
        assert page._list.row(key).hasFocus()
    note(page, "hint for P1").setFocus()
    turn_to(page, "P3")
    assert page.focusWidget() is page._list.row("P3")


def test_gestures_show_where_the_focus_is(page: ReviewPage, qtbot: QtBot) -> None:
    turn_to(page, "P1")
    mine = note(page, "hint for P1")
    assert not mine._tools.isVisible()
    mine.activateWindow()
    mine.setFocus()
    qtbot.waitUntil(mine._tools.isVisible)
    other = note(page, "coach praise for P1")
    other.setFocus()
    assert not mine._tools.isVisible()
    assert other._tools.isVisible()
    assert not other._star.isVisible()


@pytest.mark.parametrize("words", ["hint for P1", "I will wait"])
def test_gestures_never_cover_the_words(page: ReviewPage, qtbot: QtBot, play: Play, words: str) -> None:
    step = play.session.record.kept(about="P1", capture="next-step")[0]
    play.verb("reword", step.id, "I will wait until the end of the question, " * 4)
    show_again(page, play)
    turn_to(page, "P1")
    page.activateWindow()
    shown = note(page, words)
    before = shown._text.geometry()
    shown.setFocus()
    qtbot.waitUntil(shown._tools.isVisible)
    tools = shown._tools.geometry()
    assert not tools.intersects(shown._text.geometry())
    assert shown._footer.isHidden() or not tools.intersects(shown._footer.geometry())
    assert shown.rect().adjusted(8, 2, -2, -2).contains(tools)  # within the frame of the focus
    assert shown._text.geometry() == before  # nothing moves under the eye


def test_a_missing_next_step_is_written_afterwards(look: Look, qtbot: QtBot, play: Play) -> None:
    page = ReviewPage(look)
    qtbot.addWidget(page)
    step = play.session.record.kept(about="P1", capture="next-step")[0]
    play.verb("remove", step.id)
    page.show_session(play.session, play.now, False)
    page.show()
    turn_to(page, "P1")
    box = next(box for box in page.findChildren(NoteBox) if box.isVisible())
    qtbot.keyClicks(box.field, "I will wait")
    with qtbot.waitSignal(page.written) as sent:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert sent.args == ["next-step", "P1", "I will wait"]
    assert box.text() == "I will wait"
    play.note("next-step", "P1", "I will wait", "P1")
    show_again(page, play)
    assert box.text() == ""
    assert not box.isVisible()
    assert "I will wait" in said(page)


def test_what_is_being_written_waits_for_its_leader(look: Look, qtbot: QtBot) -> None:
    play = begun("Ana", "Ben")
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_session(play.session, play.now, False)
    page.show()
    turn_to(page, "P1")
    box = next(box for box in page.findChildren(NoteBox) if box.isVisible())
    box.put("half a sent")
    turn_to(page, "P2")
    assert "half a sent" not in said(page, hidden=True)
    turn_to(page, "P1")
    assert "half a sent" in said(page)


def test_other_answers_open_from_a_link(look: Look, qtbot: QtBot) -> None:
    play = begun("Ana", "Ben")
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_session(play.session, play.now, False)
    page.show()
    turn_to(page, "P1")
    link = next(b for b in page.findChildren(QPushButton) if b.text() == "Write it now" and b.isVisible())
    link.click()
    QApplication.processEvents()
    assert not link.isVisible()
    box = next(box for box in page._page._own[0].findChildren(NoteBox) if box.isVisible())
    with qtbot.waitSignal(page.written) as sent:
        qtbot.keyClicks(box.field, "Well")
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert sent.args == ["process", "P1", "Well"]


def test_a_page_that_is_only_read_changes_nothing(page: ReviewPage, play: Play, qtbot: QtBot) -> None:
    page.show_session(play.session, play.now, True)
    assert "Delete this session" not in said(page)
    turn_to(page, "P1")
    mine = note(page, "hint for P1")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_S):
        with qtbot.assertNotEmitted(page.removed), qtbot.assertNotEmitted(page.chosen):
            qtbot.keyClick(mine, key)
    assert not mine.is_writing()


def test_deleting_asks_again_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.delete_wanted):
        button(page, "Delete this session…").click()
        button(page, "Keep it").click()
    button(page, "Delete this session…").click()
    with qtbot.waitSignal(page.delete_wanted):
        button(page, "Delete it").click()


def test_home(page: ReviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.home_wanted):
        button(page, "Home").click()


def test_an_interrupted_session_says_where_it_stands(look: Look, qtbot: QtBot) -> None:
    play = begun("Ana", "Ben")
    play.verb("start")
    play.seconds += 420
    play.verb("next")
    play.seconds += 30
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_session(play.session, play.now, False)
    page.show()
    assert "It stands at “Ana sets up”." in said(page)
    turn_to(page, "P2")
    assert "not run" in said(page)


def test_times_tell_apart_what_was_added_paused_and_begun_again(look: Look, qtbot: QtBot) -> None:
    play = begun("Ana", "Ben")
    for verb, *args in (
        ("start",),
        ("next",),
        ("extend", 60),
        ("pause",),
        ("resume",),
        ("restart",),
        ("next",),
    ):
        play.verb(verb, *args)
        play.seconds += 30
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_session(play.session, play.now, False)
    page.show()
    turn_to(page, "P1")
    assert "paused 0:30 · begun 2 times" in said(page)


def test_someone_who_left(look: Look, qtbot: QtBot, play: Play) -> None:
    away = begun("Ana", "Ben", "Cai")
    away.verb("start")
    away.verb("bench", "P3")
    away.seconds += 10
    away.verb("finish")
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_session(away.session, away.now, False)
    page.show()
    assert "away" in said(page)
    assert "did not lead" in said(page)
    turn_to(page, "P3")
    assert "You did not lead a round this time." in said(page)


def test_names_are_never_markup(look: Look, qtbot: QtBot) -> None:
    play = begun("<b>Ana</b> & Co", "Ben")
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_session(play.session, play.now, False)
    page.show()
    turn_to(page, "P1")
    assert page.findChild(PrimaryButton).text().count("&&") == 2
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(Words))


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off_sideways_at_twice_the_size(
    large_look: Look, qtbot: QtBot, play: Play, size: tuple[int, int]
) -> None:
    page = ReviewPage(large_look)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_session(play.session, play.now, False)
    page.show()
    for chosen in (SESSION, TIMES, "P1"):
        turn_to(page, chosen)
        assert page.width() == size[0]
        inside = page._scroll.widget()
        assert inside.minimumSizeHint().width() <= page._scroll.viewport().width()


def test_the_chosen_leader_stays_when_a_note_changes(page: ReviewPage, play: Play) -> None:
    turn_to(page, "P2")
    show_again(page, play)
    assert page.shown() == "P2"
