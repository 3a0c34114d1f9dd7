"""Words, banners, pills and the flow: what people type is never markup, and nothing is lost."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Banner, Card
from dp_facilitator.ui.widgets.empty import EmptyState
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.flow import FlowLayout
from dp_facilitator.ui.widgets.note_card import NoteCard
from dp_facilitator.ui.widgets.pills import Chip, Flow, Pill
from dp_facilitator.ui.widgets.prose import Prose
from dp_facilitator.ui.widgets.text import Words, plain, plain_tip, without_mnemonic, wrap_lines

MARKUP = "<b>R&D</b> <img src=x>"
LONG_NAME = "Maximiliane-Christabel Featherstonehaugh"


def test_every_label_is_plain_text(look: Look, qtbot: QtBot) -> None:
    widgets: list[QWidget] = [
        Words(MARKUP),
        Card(MARKUP),
        Banner(look, MARKUP, detail=MARKUP),
        Pill(MARKUP),
        NoteCard(look, "1", MARKUP, MARKUP),
        NoteBox(look, MARKUP, MARKUP),
        EmptyState(look, "people", MARKUP, MARKUP),
    ]
    for widget in widgets:
        qtbot.addWidget(widget)
        labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
        assert labels
        for label in labels:
            if label.pixmap().isNull():
                assert label.textFormat() == Qt.TextFormat.PlainText, (widget, label.text())


def test_mnemonics_go_both_ways() -> None:
    assert plain("A & B") == "A && B"
    assert without_mnemonic("&Undo") == "Undo"
    assert without_mnemonic(plain("A & B")) == "A & B"


def test_a_tooltip_shows_markup_letter_for_letter() -> None:
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in plain_tip(MARKUP)
    assert plain_tip("") == ""


def test_elided_words_keep_the_rest_in_the_tooltip(look: Look, qtbot: QtBot) -> None:
    words = Words(LONG_NAME, elide=True)
    qtbot.addWidget(words)
    words.resize(120, 24)
    words.show()
    assert words.text().endswith("…")
    assert LONG_NAME in words.toolTip()
    assert words.accessibleName() == LONG_NAME
    words.resize(900, 24)
    assert words.text() == LONG_NAME
    assert words.toolTip() == ""


def test_prose_has_room_between_its_lines(look: Look, qtbot: QtBot) -> None:
    prose = Prose(look, f"When we start supervision, {LONG_NAME} will ask.\n{MARKUP}")
    qtbot.addWidget(prose)
    assert prose.step() >= 1.5 * 16
    assert prose.heightForWidth(4000) == round(2 * prose.step())
    assert prose.heightForWidth(200) > prose.heightForWidth(4000)
    assert MARKUP in prose.accessibleName()
    prose.resize(200, prose.heightForWidth(200))
    image = prose.grab().toImage()
    last = image.height() - round(prose.step())
    assert any(image.pixelColor(x, y) != image.pixelColor(199, 0) for x in range(60) for y in range(last, last + 20))
    prose.show_text("")
    assert prose.heightForWidth(200) == 0


def test_lines_are_wrapped_and_the_last_one_elided(look: Look) -> None:
    font = look.font(16)
    assert wrap_lines("", font, 100, 2) == ()
    assert wrap_lines("one line", font, 1000, 2) == ("one line",)
    lines = wrap_lines(f"Next: {LONG_NAME} practises again, 4:00", font, 160, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_flow_wraps_and_knows_its_height(look: Look, qtbot: QtBot) -> None:
    flow = Flow(gap=8)
    qtbot.addWidget(flow)
    chips = [Chip(look, number, f"{number} {LONG_NAME}") for number in range(6)]
    for chip in chips:
        flow.add(chip)
    row = chips[0].sizeHint()
    flow.resize(row.width() * 2 + 8, 400)
    flow.show()
    qtbot.waitUntil(lambda: chips[2].y() > 0)
    assert [chip.y() for chip in chips] == [0, 0, 42, 42, 84, 84]
    assert chips[1].x() == row.width() + 8
    assert flow.heightForWidth(row.width() * 2 + 8) == 3 * 34 + 2 * 8
    assert flow.heightForWidth(10_000) == 34
    flow.clear()
    assert flow.row.count() == 0
    assert flow.heightForWidth(500) == 0


def test_a_flow_never_gives_more_width_than_there_is(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder)
    pill = Pill("a very long pill that will not fit into a hundred pixels")
    layout.addWidget(pill)
    layout.setGeometry(QRect(0, 0, 100, 40))
    assert pill.width() <= 100
    assert layout.itemAt(5) is None
    assert layout.takeAt(5) is None


def test_a_pill_with_room_shows_all_its_words_whatever_it_said_before(look: Look, qtbot: QtBot) -> None:
    bar, pill = QWidget(), Pill(elide=True)
    qtbot.addWidget(bar)
    row = QHBoxLayout(bar)
    row.addWidget(Words("A plan", elide=True), 3)
    row.addWidget(pill)
    row.addStretch(1)
    bar.resize(1000, 60)
    bar.show()
    for minute in range(60):
        for words in ("On time", f"26:{minute:02} ahead", f"▲ 1:{minute:02} behind"):
            for short in ("", words):
                pill.show_text(f"{words} · ends about 13:{minute:02}", "good" if minute % 2 else "warning", short)
                QApplication.processEvents()
                assert pill.text() == pill.whole_text()


def test_a_chip_says_who_and_how_many(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, 7, "2 Cai")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "2 Cai, no note yet"
    chip.show_marks(1)
    assert chip.accessibleName() == "2 Cai, 1 note"
    narrow = chip.sizeHint().width()
    chip.show_marks(3)
    assert chip.accessibleName() == "2 Cai, 3 notes"
    assert chip.sizeHint().width() > narrow
    with qtbot.waitSignal(chip.picked) as picked:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert picked.args == [7]
    assert chip.isChecked()


def test_the_three_looks_of_a_chip_differ(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, 1, "Ben")
    qtbot.addWidget(chip)
    chip.resize(80, 34)
    pictures = []
    for marks, chosen in ((0, False), (1, False), (1, True)):
        chip.show_marks(marks)
        chip.setChecked(chosen)
        pictures.append(chip.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_banner_offers_at_most_three_choices(look: Look, qtbot: QtBot) -> None:
    banner = Banner(look, "The disk is full.", "over")
    qtbot.addWidget(banner)
    banner.show()
    buttons = [banner.add_choice(words) for words in ("Try again", "A & B", "Later")]
    assert buttons[1].text() == "A && B"
    with pytest.raises(ValueError, match="at most three"):
        banner.add_choice("A fourth")
    with qtbot.waitSignal(banner.closed):
        banner._close.click()
    assert banner.isHidden()
    banner.clear_choices()
    banner.add_choice("Again")
    with pytest.raises(ValueError, match="no banner"):
        banner.show_message("?", "panic")


def test_a_narrow_banner_sets_its_choices_below(large_look: Look, qtbot: QtBot) -> None:
    banner = Banner(large_look, "Two notes are not on the disk yet.", "over")
    qtbot.addWidget(banner)
    button = banner.add_choice("Try again")
    banner.resize(1600, 120)
    banner.show()
    qtbot.waitUntil(lambda: button.x() > banner._text.geometry().right())
    banner.resize(560, 300)
    qtbot.waitUntil(lambda: button.mapTo(banner, button.rect().topLeft()).y() > banner._text.geometry().bottom())


def test_a_note_card_gives_its_key_with_every_gesture(look: Look, qtbot: QtBot) -> None:
    card = NoteCard(look, "n-12", "you slowed down", "Cai · criterion 1")
    qtbot.addWidget(card)
    card.show()
    for key, signal in (
        (Qt.Key.Key_F2, card.edit_asked),
        (Qt.Key.Key_Delete, card.remove_asked),
        (Qt.Key.Key_S, card.star_asked),
    ):
        with qtbot.waitSignal(signal) as asked:
            qtbot.keyClick(card, key)
        assert asked.args == ["n-12"]
    card.allow(remove=False)
    with qtbot.assertNotEmitted(card.remove_asked):
        qtbot.keyClick(card, Qt.Key.Key_Delete)


def test_a_note_card_says_its_star_and_its_saving(look: Look, qtbot: QtBot) -> None:
    card = NoteCard(look, "1", "pause after the question", "Ben")
    qtbot.addWidget(card)
    card.show_star("Ana’s one change")
    assert card.property("starred") is True
    assert card.accessibleName() == "pause after the question. ★ Ana’s one change. Ben"
    card.show_star("")
    assert card.property("starred") is False
    card.show_saving("failed")
    assert card._saving.whole_text() == "▲ Not saved yet"
