"""People and timings: who stands where, what a verb costs before it is given, and which signal it sends."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sample_session import Play, begun

from dp_facilitator.model.reading import Reading, reading
from dp_facilitator.ui.desk.name_row import NameRow
from dp_facilitator.ui.desk.people_panel import PeoplePanel
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import Words


def told(play: Play) -> Reading:
    return reading(play.session.course, play.now)


@pytest.fixture
def play() -> Play:
    """Ana's set-up is under way, on time."""
    play = begun("Ana", "Ben", "Cai", "Dee", "Eli")
    play.verb("start")
    play.seconds += 420
    play.verb("next")
    return play


@pytest.fixture
def panel(look: Look, qtbot: QtBot, play: Play) -> PeoplePanel:
    panel = PeoplePanel(look)
    qtbot.addWidget(panel)
    panel.resize(288, 700)
    panel.show()
    show(panel, play)
    return panel


def show(panel: PeoplePanel, play: Play) -> None:
    panel.show_session(play.session, told(play))
    QApplication.processEvents()


def open_person(panel: PeoplePanel, person: str) -> None:
    panel.open_person(person)
    QApplication.processEvents()


def buttons(panel: PeoplePanel) -> list[str]:
    """The words on the buttons that can be seen, without the rows of people."""
    return [b.text() for b in panel.findChildren(QPushButton) if b.isVisible() and b.text()]


def press(panel: PeoplePanel, words: str) -> None:
    found = [b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    assert len(found) == 1, (words, buttons(panel))
    found[0].click()
    QApplication.processEvents()


def swaps(panel: PeoplePanel) -> dict[str, NameRow]:
    """Those who are offered for changing places, by name."""
    rows = [row for row in panel.findChildren(NameRow) if row.isVisible()]
    return {row.name(): row for row in rows if row.accessibleName() == f"Swap with {row.name()}"}


def said(panel: PeoplePanel) -> str:
    return "\n".join(words.whole_text() for words in panel.findChildren(Words) if words.isVisible())


def states(panel: PeoplePanel) -> list[str]:
    column = panel._people
    return [column.itemAt(at).widget().head.accessibleName() for at in range(column.count())]


def test_everybody_is_listed_with_where_they_stand(panel: PeoplePanel, play: Play) -> None:
    assert states(panel) == [
        "A, Ana, leads now",
        "B, Ben, leads about 10:22",
        "C, Cai, leads about 10:37",
        "D, Dee, leads about 10:52",
        "E, Eli, leads about 11:07, keeps the time",
    ]
    play.verb("passes")
    play.verb("bench", "P3")
    show(panel, play)
    assert states(panel) == [
        "B, Ben, leads now",
        "C, Cai, is away",
        "D, Dee, leads about 10:22",
        "E, Eli, leads about 10:37",
        "A, Ana, leads about 10:52, keeps the time",
    ]


def test_costs_stand_beside_the_verbs_before_anything_is_done(panel: PeoplePanel, play: Play) -> None:
    before = play.session
    open_person(panel, "P2")
    assert "Ben goes last: the end stays at 11:30." in said(panel)
    assert "Ben’s round is left out: the end moves from 11:30 to 11:15." in said(panel)
    assert play.session is before


def test_one_person_is_open_at_a_time(panel: PeoplePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel._rows["P2"].head, Qt.MouseButton.LeftButton)
    qtbot.keyClick(panel._rows["P3"].head, Qt.Key.Key_Space)
    assert not panel._rows["P2"].is_open()
    assert panel._rows["P3"].is_open()
    open_person(panel, "P3")
    assert not panel._rows["P3"].is_open()


@pytest.mark.parametrize(
    ("person", "words", "signal", "sent"),
    [
        ("P2", "Goes last", "passed", ["P2"]),
        ("P2", "Away", "benched", ["P2"]),
        ("P3", "Earlier", "moved", ["P3", 2]),
        ("P3", "Later", "moved", ["P3", 4]),
        ("P3", "Keeps the time", "keeps_time", ["P3"]),
    ],
)
def test_each_verb_has_its_signal(
    panel: PeoplePanel, qtbot: QtBot, person: str, words: str, signal: str, sent: list[object]
) -> None:
    open_person(panel, person)
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        press(panel, words)
    assert heard.args == sent


def test_only_what_fits_is_offered(panel: PeoplePanel, play: Play) -> None:
    open_person(panel, "P1")
    assert {"Goes last", "Away", "Rename", "Swap with…"} <= set(buttons(panel))
    assert not {"Earlier", "Later", "Back again", "Keeps the time"} & set(buttons(panel))
    open_person(panel, "P4")
    assert "Goes last" in buttons(panel)
    open_person(panel, "P5")
    assert "Later" not in buttons(panel)
    assert "Goes last" not in buttons(panel)  # they do already
    assert "Keeps the time" not in buttons(panel)


def test_coming_back(panel: PeoplePanel, play: Play, qtbot: QtBot) -> None:
    play.verb("bench", "P3")
    show(panel, play)
    open_person(panel, "P3")
    assert "Cai is back and leads before Dee: the end moves from 11:15 to 11:30." in said(panel)
    with qtbot.waitSignal(panel.returned) as heard:
        press(panel, "Back again")
    assert heard.args == ["P3"]


def test_renaming_in_place(panel: PeoplePanel, play: Play, qtbot: QtBot) -> None:
    open_person(panel, "P2")
    press(panel, "Rename")
    field = panel._rows["P2"]._rename
    assert field.text() == "Ben"
    field.setText("Benno & Co")
    with qtbot.waitSignal(panel.renamed) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["P2", "Benno & Co"]
    play.verb("rename", "P2", "Benno & Co")
    show(panel, play)
    assert "B, Benno & Co, leads about 10:22" in states(panel)
    open_person(panel, "P3")
    press(panel, "Swap with…")
    assert "Benno & Co" in swaps(panel)


def test_a_blank_or_unchanged_name_changes_nothing(panel: PeoplePanel, qtbot: QtBot) -> None:
    open_person(panel, "P2")
    press(panel, "Rename")
    field = panel._rows["P2"]._rename
    with qtbot.assertNotEmitted(panel.renamed):
        field.setText("  ")
        press(panel, "Keep this name")
        assert field.text() == "Ben"
        press(panel, "Keep this name")
    assert not field.isVisible()


def test_escape_leaves_the_name_first_and_then_the_panel(panel: PeoplePanel, qtbot: QtBot) -> None:
    open_person(panel, "P2")
    press(panel, "Rename")
    field = panel._rows["P2"]._rename
    field.setText("Bob")
    with qtbot.assertNotEmitted(panel.closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Ben"
    assert not field.isVisible()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel._rows["P2"].head, Qt.Key.Key_Escape)


def test_swapping(panel: PeoplePanel, qtbot: QtBot) -> None:
    open_person(panel, "P2")
    press(panel, "Swap with…")
    assert list(swaps(panel)) == ["Ana", "Cai", "Dee", "Eli"]
    with qtbot.waitSignal(panel.swapped) as heard:
        swaps(panel)["Dee"].click()
    assert heard.args == ["P2", "P4"]
    assert not swaps(panel)


def test_by_keyboard_the_focus_stays_with_the_person(panel: PeoplePanel, play: Play, qtbot: QtBot) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    open_person(panel, "P3")
    later = next(b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == "Later")
    later.setFocus()
    play.verb("move", "P3", 4)
    show(panel, play)
    assert QApplication.focusWidget().text() == "Later"  # another button of that name, since others may be swapped now
    play.verb("move", "P3", 5)
    show(panel, play)
    assert QApplication.focusWidget() is panel._rows["P3"].head  # nobody is later than the last
    press(panel, "Swap with…")
    swaps(panel)["Ben"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel._rows["P3"].head


def test_what_is_opened_is_scrolled_to(panel: PeoplePanel, qtbot: QtBot) -> None:
    panel.resize(288, 420)
    open_person(panel, "P5")
    press(panel, "Swap with…")
    first = swaps(panel)["Ana"]
    qtbot.waitUntil(lambda: first.visibleRegion().boundingRect().size() == first.size())


def test_someone_joins_and_the_cost_comes_first(panel: PeoplePanel, play: Play, qtbot: QtBot) -> None:
    field = panel._join._name
    assert "Add them" not in buttons(panel)
    qtbot.keyClicks(field, "Fay")
    assert "Fay leads last: the end moves from 11:30 to 11:45." in said(panel)
    with qtbot.waitSignal(panel.joined) as heard:
        press(panel, "Add them")
    assert heard.args == ["Fay"]
    assert field.text() == "Fay"
    play.verb("join", "Fay")
    show(panel, play)
    assert field.text() == ""
    assert "F, Fay, leads about 11:22" in states(panel)


def test_a_name_that_is_taken_cannot_join(panel: PeoplePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel._join._name, "ben")
    assert "“ben” is there already" in said(panel)
    assert "Add them" not in buttons(panel)
    with qtbot.assertNotEmitted(panel.joined):
        qtbot.keyClick(panel._join._name, Qt.Key.Key_Return)


def test_on_time_there_is_nothing_to_fit(panel: PeoplePanel) -> None:
    assert "Ends about 11:30, on time." in said(panel)
    assert "Ways to end on time" not in buttons(panel)


def test_three_proposals_with_their_whole_result(panel: PeoplePanel, play: Play, qtbot: QtBot) -> None:
    play.seconds += 60 + 300
    show(panel, play)
    assert "Ends about 11:35, 5:00 behind." in said(panel)
    assert "Use this" not in buttons(panel)
    press(panel, "Ways to end on time")
    shown = said(panel)
    for words in (
        "Every round still to come gives the same",
        "Practise 4:00 → 3:40, feedback 6:00 → 5:20, practise again 4:00 → 3:40, debrief 8:00 → 8:20. Ends 11:30.",
        "The debrief gives first",
        "Finish later",
        "All timings stay as they are. Ends 11:35.",
    ):
        assert words in shown, shown
    ways = []
    panel.fit_wanted.connect(ways.append)
    for offer in panel._fit._offers:
        offer.button.click()
    assert ways == ["equal", "others", "later"]
    press(panel, "Put these away")
    assert "Finish later" not in said(panel)


def test_what_cannot_be_found_is_said_and_has_no_button(panel: PeoplePanel, play: Play) -> None:
    play.seconds += 60 + 40 * 60
    show(panel, play)
    panel.open_ways()
    QApplication.processEvents()
    assert "cannot be found: finish at" in said(panel)
    assert buttons(panel).count("Use this") == 1


def test_the_end_and_the_costs_follow_the_clock(panel: PeoplePanel, play: Play) -> None:
    open_person(panel, "P2")
    row = panel._rows["P2"]
    kept = row.findChildren(QPushButton)
    play.seconds += 60 + 180
    panel.show_reading(told(play))
    QApplication.processEvents()
    assert "Ends about 11:33, 3:00 behind." in said(panel)
    assert "Ben goes last: the end stays at 11:33." in said(panel)
    assert row.findChildren(QPushButton) == kept


def test_the_branch_is_offered_where_the_plan_has_one(look: Look, qtbot: QtBot) -> None:
    play = begun("Ana", "Ben", "Cai", "Dee", "Eli")
    play.verb("start")
    panel = PeoplePanel(look)
    qtbot.addWidget(panel)
    panel.show()
    show(panel, play)
    assert "Start from shared topics" in said(panel)
    assert "topics 8:00, round 13:00 each and debrief 10:00: the end stays at 11:30." in said(panel)
    with qtbot.waitSignal(panel.route_wanted) as heard:
        press(panel, "Go on with this")
    assert heard.args == ["topic-led"]
    play.seconds += 300
    panel.show_reading(told(play))
    play.seconds += 300
    panel.show_reading(told(play))
    assert "the end stays at 11:33." in said(panel)
    play.verb("take", "topic-led")
    show(panel, play)
    assert "Go on with this" not in buttons(panel)


def test_after_the_end_only_names_can_be_put_right(panel: PeoplePanel, play: Play) -> None:
    play.verb("finish")
    show(panel, play)
    open_person(panel, "P1")
    assert buttons(panel) == ["Rename"]
    assert "Ended at 10:07." in said(panel)
    assert not panel.findChildren(QLineEdit)[-1].isVisible()


def test_a_refusal_is_said_in_the_panel(panel: PeoplePanel, play: Play) -> None:
    panel.show_message("“Ana” is there already.")
    QApplication.processEvents()
    assert "“Ana” is there already." in said(panel)
    show(panel, play)
    assert "“Ana” is there already." not in said(panel)


def test_the_cross_closes(panel: PeoplePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        panel._close.click()


def test_someone_whose_joining_is_undone_is_gone(panel: PeoplePanel, play: Play) -> None:
    play.verb("join", "Fay")
    show(panel, play)
    assert len(states(panel)) == 6
    play.verb("undo")
    show(panel, play)
    assert len(states(panel)) == 5


@pytest.mark.parametrize(("width", "scale"), [(253, 1.0), (340, 1.0), (604, 2.0)])
@pytest.mark.parametrize("verb", ["Rename", "Swap with…"])
def test_nothing_is_cut_off_sideways(look: Look, qtbot: QtBot, width: int, scale: float, verb: str) -> None:
    look.wear(look.tokens, scale)
    look.dress(QApplication.instance())
    names = [f"Wilhelmina-Charlotte Featherstonehaugh {n:02}"[-40:] for n in range(20)]
    play = begun(*names)
    play.verb("start")
    panel = PeoplePanel(look)
    qtbot.addWidget(panel)
    panel.resize(width, 640)
    panel.show()
    show(panel, play)
    open_person(panel, "P4")
    press(panel, verb)
    panel.open_ways()
    QApplication.processEvents()
    inside = panel._scroll.widget()
    assert inside.minimumSizeHint().width() <= panel._scroll.viewport().width()
    beyond = [
        part.accessibleName() or part.objectName()
        for part in inside.findChildren(QWidget)
        if part.isVisible() and not inside.rect().adjusted(0, 0, 0, 99_999).contains(_within(part, inside))
    ]
    assert not beyond
    assert len(swaps(panel)) == (19 if verb == "Swap with…" else 0)


def _within(part: QWidget, whole: QWidget) -> QRect:
    return QRect(part.mapTo(whole, QPoint(0, 0)), part.size())


def test_a_long_name_has_the_row_to_itself_and_the_status_below(look: Look, qtbot: QtBot) -> None:
    row = NameRow(look, "P1")
    qtbot.addWidget(row)
    row.resize(208, row.sizeHint().height())
    row.show()
    ends = []
    for status in ("", "10:24"):
        row.show_words("W" * 40, "A", status)
        ends.append(ink_ends(row, look))
    assert ends[0] == ends[1]  # the name loses nothing to the clock time
    row.show_words("Wim", "A", "10:24")
    assert ink_ends(row, look) < ends[0] / 2


def ink_ends(row: NameRow, look: Look) -> int:
    """How far to the right the name goes."""
    picture, ink = row.grab().toImage(), look.colour("ink")
    return max(x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) == ink)
