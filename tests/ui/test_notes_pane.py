"""Writing notes at the desk: which key is which, and a box that stays in sight where there is little height."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sample_session import Play, begun

from dp_facilitator.model.sheet import Sheet
from dp_facilitator.ui.desk.notes_pane import NotesPane
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import load_tokens
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.note_card import NoteCard
from dp_facilitator.ui.widgets.pills import Chip
from dp_facilitator.ui.widgets.text import Words

CRITERIA = ("Open the topic gently", "Leave room for views", "Name the benefit")
NIGHT = Path(__file__).resolve().parents[2] / "assets" / "themes" / "night.json"


def feedback(*names: str, criteria: tuple[str, ...] = CRITERIA) -> Play:
    """A session in the feedback for its first leader."""
    play = begun(*names)
    play.verb("prepare", "P1", Sheet("An area", "An aim", "An audience", criteria))
    play.verb("start")
    while play.session.course.step.phase.id != "feedback":
        play.seconds += play.session.course.step.seconds
        play.verb("next")
    return play


def shown(look: Look, qtbot: QtBot, play: Play, wide: int, high: int) -> NotesPane:
    pane = NotesPane(look)
    qtbot.addWidget(pane)
    pane.show_session(play.session)
    pane.resize(wide, high)
    pane.show()
    pane.activateWindow()
    settle()
    return pane


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_saved_is_not_said_beside_the_next_leaders_box(look: Look, qtbot: QtBot) -> None:
    play = feedback("Ana", "Ben")
    pane = shown(look, qtbot, play, 420, 660)
    pane.wait_for(3)
    pane.show_saved(3)
    assert "✓ Saved" in words(pane)
    go_to_the_next_feedback(play)
    pane.show_session(play.session)
    assert "✓ Saved" not in words(pane)


def test_a_note_that_is_saved_in_the_next_turn_is_not_said_there(look: Look, qtbot: QtBot) -> None:
    play = feedback("Ana", "Ben")
    pane = shown(look, qtbot, play, 420, 660)
    pane.wait_for(3)
    go_to_the_next_feedback(play)
    pane.show_session(play.session)
    assert "Saving…" in words(pane)
    pane.show_saved(3)
    assert not {"✓ Saved", "Saving…"} & set(words(pane))


def go_to_the_next_feedback(play: Play) -> None:
    play.verb("next")
    while play.session.course.step.phase.id != "feedback":
        play.seconds += play.session.course.step.seconds
        play.verb("next")


def chip(pane: NotesPane, words: str) -> Chip:
    return next(c for c in pane.findChildren(Chip) if words in c.accessibleName() and c.isVisible())


def words(pane: NotesPane) -> list[str]:
    return [w.whole_text() for w in pane.findChildren(Words) if w.isVisible()]


def seen(widget: QWidget, pane: QWidget) -> bool:
    """Whether all of a widget is inside what its page and every scroll area around it show."""
    box = QRect(widget.mapTo(pane, widget.rect().topLeft()), widget.size())
    region = widget.visibleRegion().boundingRect()
    return pane.rect().contains(box) and region.size() == widget.size()


def test_each_row_names_the_key_that_is_held(look: Look, qtbot: QtBot) -> None:
    pane = shown(look, qtbot, feedback(), 400, 640)
    assert {"Ctrl", "Alt"} <= set(words(pane))
    hint = next(text for text in words(pane) if "Return" in text).replace("\N{NO-BREAK SPACE}", " ")
    assert hint == "Return keeps it · Tab changes the stem · Alt 1–5 who · Ctrl 1–3 criterion"
    assert chip(pane, CRITERIA[1]).accessibleDescription() == "Ctrl 2"
    assert chip(pane, "Caitlyn").accessibleDescription() == "Alt 2"


def test_without_criteria_there_is_no_word_of_them(look: Look, qtbot: QtBot) -> None:
    pane = shown(look, qtbot, feedback(criteria=()), 400, 640)
    assert "Ctrl" not in words(pane)
    assert not any("criterion" in text for text in words(pane))


def test_keys_pick_from_their_own_row(look: Look, qtbot: QtBot) -> None:
    pane = shown(look, qtbot, feedback(), 400, 640)
    pane.focus_box()
    box = pane.findChild(QPlainTextEdit)
    qtbot.keyClick(box, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    chosen = [c.accessibleName().split(",")[0] for c in pane.findChildren(Chip) if c.isChecked()]
    assert chosen == [f"2  {CRITERIA[1]}", "3  Desdemona"]
    qtbot.keyClick(box, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert chip(pane, "Desdemona").isChecked()


def test_the_criterion_goes_with_its_note_and_the_person_stays(look: Look, qtbot: QtBot) -> None:
    pane = shown(look, qtbot, feedback(), 400, 640)
    pane.focus_box()
    box = pane.findChild(QPlainTextEdit)
    heard = []
    pane.said.connect(heard.append)
    for words, handed in (("not taken", 0), ("taken", 5), ("the next", 6)):
        if not handed:
            qtbot.keyClick(box, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
            qtbot.keyClick(box, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClicks(box, words)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        pane.wait_for(handed)
        pane.show_saved(handed)
    assert [(one.giver, one.criterion) for one in heard] == [("P4", 2), ("P4", 2), ("P4", None)]


def test_the_tenth_has_no_key(look: Look, qtbot: QtBot) -> None:
    names = tuple(f"Person {n}" for n in range(20))
    pane = shown(look, qtbot, feedback(*names), 400, 640)
    assert chip(pane, "Person 9").accessibleDescription() == "Alt 9"
    assert chip(pane, "Person 10").accessibleDescription() == ""
    assert chip(pane, "Person 10").accessibleName().startswith("Person 10")


def test_a_criterion_has_another_shape_than_a_person(look: Look, qtbot: QtBot) -> None:
    pane = shown(look, qtbot, feedback(), 400, 640)
    edges = []
    for each in (chip(pane, CRITERIA[0]), chip(pane, "Benvolio")):
        each.setChecked(True)
        picture = each.grab().toImage()
        edges.append(picture.pixelColor(4, 4) == look.colour("ink"))
    assert edges == [True, False]  # the corner of a pill is empty


@pytest.mark.parametrize(("scale", "high"), [(1.0, 640), (1.0, 300), (2.0, 600), (2.0, 420)])
def test_the_box_is_in_sight_whatever_the_height(look: Look, qtbot: QtBot, scale: float, high: int) -> None:
    look.wear(look.tokens, scale)
    look.dress(QApplication.instance())
    play = feedback()
    pane = shown(look, qtbot, play, 560, high)
    for n in range(6):
        play.note("effective", "P1", f"a note that says number {n}", "P2")
    pane.show_session(play.session)
    settle()
    assert seen(pane.findChild(NoteBox), pane)
    (hint,) = (words for words in pane.findChildren(Words) if "Return" in words.whole_text())
    assert seen(hint, pane)


@pytest.mark.parametrize(("scale", "high"), [(1.0, 640), (2.0, 600)])
def test_the_newest_note_is_scrolled_to(look: Look, qtbot: QtBot, scale: float, high: int) -> None:
    look.wear(look.tokens, scale)
    look.dress(QApplication.instance())
    play = feedback()
    pane = shown(look, qtbot, play, 560, high)
    for n in range(9):
        play.note("effective", "P1", f"number {n}", "P2")
        pane.show_session(play.session)
    settle()
    last = next(card for card in pane.findChildren(NoteCard) if "number 8" in card.accessibleName())
    assert not last.visibleRegion().isEmpty()


def test_a_new_note_in_the_shorter_column_is_scrolled_to(look: Look, qtbot: QtBot) -> None:
    play = feedback()
    pane = shown(look, qtbot, play, 560, 640)
    for n in range(20):
        play.note("effective", "P1", f"number {n}", "P2")
        pane.show_session(play.session)
    last = next(card for card in pane.findChildren(NoteCard) if "number 19" in card.accessibleName())
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    play.note("next-time", "P1", "the first on this side", "P2")
    pane.show_session(play.session)
    first = next(card for card in pane.findChildren(NoteCard) if "first on this side" in card.accessibleName())
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())


def test_with_height_enough_only_the_notes_scroll(look: Look, qtbot: QtBot) -> None:
    play = feedback()
    pane = shown(look, qtbot, play, 400, 640)
    for n in range(30):
        play.note("effective", "P1", f"number {n}", "P2")
    pane.show_session(play.session)
    settle()
    assert seen(chip(pane, CRITERIA[0]), pane)
    assert seen(chip(pane, "Coach"), pane)


def test_another_theme_and_size_are_worn_at_once(look: Look, qtbot: QtBot) -> None:
    pane = shown(look, qtbot, feedback(), 900, 900)
    cap = next(w for w in pane.findChildren(Words) if w.whole_text() == "Ctrl")
    before = cap.height()
    look.wear(load_tokens(NIGHT), 2.0)
    settle()
    assert cap.height() > before * 1.8


def test_with_one_stem_alone_tab_goes_on(look: Look, qtbot: QtBot) -> None:
    play = feedback()
    pane = shown(look, qtbot, play, 400, 640)
    box = pane.findChild(NoteBox)
    paper = pane.findChild(QPlainTextEdit)
    pane.focus_box()
    qtbot.keyClick(paper, Qt.Key.Key_Tab)
    assert paper.hasFocus()  # there are two stems here
    box.show_turns(False)
    qtbot.keyClick(paper, Qt.Key.Key_Tab)
    assert not paper.hasFocus()
