"""Making plans: from nothing, from a past session, after a crash, with roles, cards and other ways on, and on paper."""

from pathlib import Path

import pytest
from plans_hands import ALT, CTRL, NAME, TEXT, choose, drop, press, row, titles, type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sample_session import ID, NAMES, played, stored

from dp_facilitator import plan_papers
from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.paths import places
from dp_facilitator.plans_desk import PlansDesk
from dp_facilitator.store.plans import find_plan
from dp_facilitator.store.unsaved import Unsaved, UnsavedPlan
from dp_facilitator.ui.desk.home_values import plan_length
from dp_facilitator.ui.desk.plans_bench import PlansBench
from dp_facilitator.ui.desk.setup_values import Wanted

SHIPPED = Path(__file__).resolve().parents[2] / "sessions"


@pytest.fixture
def new(bench: PlansBench) -> PlansBench:
    """The page with an empty plan."""
    bench.list.new.verb("empty").trigger()
    return bench


# From nothing


def test_an_empty_plan_begins_with_its_title(new):
    assert new.header.state() == "Not saved yet"
    assert new.editor.head.title.hasFocus()
    assert new.editor.head.title.selectedText() == "New plan"
    assert new.columns.total.text() == "▲ With 5 people 5:00: 55:00 short of the 1:00:00 stated"


def test_a_session_of_three_phases_each_is_made_by_keyboard_and_kept(new, qtbot, own):
    type_in(qtbot, new.editor.head.title, "Three tries", end=False)
    new.editor.head.usual.setValue(4)
    new.editor.add.click()
    part = new.editor.cards()[1]
    assert part.title.hasFocus()
    assert part.title.selectedText() == "New part"
    type_in(qtbot, part.title, "Rounds", end=False)
    choose(part.repeat, "For each person")
    for title, time in (("Try", "4:30"), ("Hear", "3"), ("Try again", "90s")):
        type_in(qtbot, row(new, "New phase").title, title, end=False)
        type_in(qtbot, row(new, title).time, time, end=False)
        if title != "Try again":
            press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(row(new, "Try again").time, Qt.Key.Key_Return)
    new.editor.parts.add_break.click()
    new.editor.cards()[2].title.setFocus()
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert titles(new) == ["Welcome", "Break", "Try", "Hear", "Try again"]
    assert new.columns.total.take.words() == "Set the total to 51:00"
    new.columns.total.take.click()
    new.save()
    plan = find_plan("three-tries", SHIPPED, own).plan
    assert (plan.total, plan.segments[1].phases[0].kind, plan.segments[2].repeat) == (51 * 60, "break", "each")


def test_what_is_new_has_the_focus(new, qtbot):
    row(new, "Welcome").details.click()
    details = new.editor.details
    details.turn_to(3)
    details.captures.add.click()
    assert details.captures.rows()[0].title.hasFocus()
    details.turn_to(2)
    details.cues.add.click()
    assert details.cues.rows()[-1].when.hasFocus()


# What is wrong with a time stands beside it


def test_a_wrong_time_says_so_under_its_row(new, qtbot):
    welcome = row(new, "Welcome")
    type_in(qtbot, welcome.time, "soon")
    assert welcome.doubt.isVisible()
    assert welcome.doubt.text() == "“soon”: Type a time such as 4, 4:30, 90s or 1h."
    type_in(qtbot, welcome.time, "1h")
    assert not welcome.doubt.isVisible()
    assert welcome.time.text() == "60:00"


def test_and_under_other_fields_of_time(new, qtbot):
    row(new, "Welcome").details.click()
    details = new.editor.details
    details.turn_to(1)
    type_in(qtbot, details.time.floor, "a bit")
    said = [part.text() for part in details.time.findChildren(type(row(new, "Welcome").doubt)) if part.isVisible()]
    assert said == ["“a bit”: Type a time such as 4, 4:30, 90s or 1h."]
    details.turn_to(2)
    details.cues.choose.click()
    cue = details.cues.rows()[0]
    type_in(qtbot, cue.moment, "later")
    assert "later" in cue.doubt.text()


def test_a_click_into_a_time_takes_all_of_it(new, qtbot):
    time = row(new, "Welcome").time
    new.editor.head.title.setFocus()
    qtbot.mouseClick(time, Qt.MouseButton.LeftButton)
    assert time.selectedText() == "5:00"


@pytest.mark.parametrize(("seconds", "words"), [(13 * 60 + 30, "13:30"), (5400, "90 min"), (3661, "1:01:01")])
def test_how_long_a_plan_takes_is_said_exactly(seconds, words):
    assert plan_length(seconds) == words


# Roles, outcomes, cards


def test_roles_are_named_moved_and_taken_away(new, qtbot):
    new.columns.total.take.click()
    new.editor.head.more.click()
    details = new.editor.head.details
    for title in ("Witness", "Scribe"):
        details.roles.add.click()
        assert details.roles.rows()[-1].title.hasFocus()
        type_in(qtbot, details.roles.rows()[-1].title, title, end=False)
    details.roles.rows()[2].optional.click()
    details.roles.rows()[2].outside.click()
    details.roles.rows()[2].more.verb("up").trigger()
    roles = new.editing().plan().roles
    assert [(role.title, role.optional, role.outside) for role in roles] == [
        ("Leader", False, False),
        ("Scribe", True, True),
        ("Witness", False, False),
    ]
    assert details.tabs[0].words() == "Roles 3"
    details.roles.rows()[1].more.verb("remove").trigger()
    assert [role.title for role in new.editing().plan().roles] == ["Leader", "Witness"]
    assert not details.roles.rows()[0].more.isVisible()
    row(new, "Welcome").details.click()
    new.editor.details.turn_to(1)
    choose(new.editor.details.time.speaks, "Witness speaks")
    assert new.editing().plan() is not None


def test_the_timekeepers_role_comes_with_the_choice(new):
    new.columns.total.take.click()
    new.editor.head.more.click()
    choose(new.editor.head.details.called.keeper, "The timekeeper’s role")
    assert [role.id for role in new.editing().plan().roles] == ["leader", "timekeeper"]


def test_outcomes_and_the_safety_card_are_written(new, qtbot):
    new.columns.total.take.click()
    new.editor.head.more.click()
    details = new.editor.head.details
    details.turn_to(2)
    details.outcomes.outcomes.setPlainText("Everyone has tried it aloud\nEveryone leaves surer")
    details.turn_to(3)
    details.safety.lines.setPlainText("You may stop.\nNobody asks why.")
    plan = new.editing().plan()
    assert plan.outcomes == ("Everyone has tried it aloud", "Everyone leaves surer")
    assert (plan.card.title, plan.card.lines) == ("Safety card", ("You may stop.", "Nobody asks why."))
    type_in(qtbot, details.safety.title, "Before we begin", end=False)
    assert new.editing().plan().card.title == "Before we begin"
    details.safety.lines.setPlainText("")
    assert "Safety card" in new.editor.head.problem.text()


def test_cards_for_the_coach_come_and_go(new, qtbot):
    new.columns.total.take.click()
    new.editor.head.more.click()
    details = new.editor.head.details
    details.turn_to(4)
    details.cards.add.click()
    card = details.cards.rows()[0]
    assert card.title.hasFocus()
    type_in(qtbot, card.title, "If time slips", end=False)
    card.lines.setPlainText("Take a proposal")
    assert new.editing().plan().coach_notes[0].lines == ("Take a proposal",)
    card.away.click()
    assert new.editing().plan().coach_notes == ()


def test_a_shipped_plan_shows_all_of_it_and_lets_nothing_be_changed(bench):
    bench.editor.head.more.click()
    details = bench.editor.head.details
    assert details.safety.lines.lines()
    for field in (details.safety.title, details.safety.lines, details.outcomes.outcomes):
        assert field.isReadOnly()
    for button in (details.roles.add, details.cards.add, bench.editor.parts.add_route, bench.editor.parts.add_break):
        assert button.isHidden()


# Other ways on


def test_another_way_on_is_made_named_and_taken_away(new, qtbot):
    new.columns.total.take.click()
    new.editor.parts.add_route.click()
    head = new.editor.parts.routes()[0]
    assert head.title.hasFocus()
    type_in(qtbot, head.title, "Another topic", end=False)
    new.editor.cards()[0].add.click()
    new.columns.total.take.click()
    choose(head.start, "New phase")
    head.add.click()
    plan = new.editing().plan()
    (route,) = plan.routes
    assert plan.routes[route].title == "Another topic"
    assert len(plan.routes[route].segments) == 2
    assert plan.segments[0].phases[1].branch == (route,)
    type_in(qtbot, head.title, "", end=False)
    assert head.problem.text().startswith("Title is empty")
    new.footer.where.click()
    assert head.title.hasFocus()
    head.more.verb("remove route").trigger()
    assert new.editor.parts.routes() == ()
    assert new.editing().plan().routes == {}


def test_what_was_looked_at_may_be_taken_back(new, qtbot):
    new.editor.parts.add_route.click()
    assert new.editor.at()[:1] == ("routes",)
    new.actions_here.undo.trigger()
    new._draw()
    assert new.editor.at() == ()
    assert new.columns.pictures.phase.text() == "In the room: Welcome"
    new.actions_here.redo.trigger()
    new._draw()


def test_what_is_open_may_be_taken_back_and_another_phase_is_not_opened_for_it(new, qtbot):
    new.editor.add.click()
    added = new.editor.rows()[-1].path()
    new.editor.open_phase(added)
    assert new.editor.at() == added
    new.actions_here.undo.trigger()
    new._draw()
    assert new.editor.at() == ()
    new.actions_here.redo.trigger()
    assert not new.editor.details.isVisible()


def test_what_a_role_is_called_is_what_the_leader_is_called_everywhere(new, qtbot):
    new.editor.head.more.click()
    type_in(qtbot, new.editor.head.details.roles.rows()[0].title, "Storyteller", end=False)
    assert new.editing().value(("labels", "leader")) == "Storyteller"
    new.editor.open_phase(new.editor.rows()[0].path())
    speaks = new.editor.details.time.speaks
    assert "Storyteller" in speaks.itemText(0)
    new.actions_here.undo.trigger()
    assert new.editing().value(("labels", "leader")) == "Leader"


def test_another_plan_begins_with_its_details_closed(new, bench, desk):
    new.editor.head.more.click()
    assert new.editor.head.details.isVisible()
    desk.open(NAME)
    assert not bench.editor.head.details.isVisible()
    assert bench.editor.head.more.text().endswith("›")


def test_another_heading_of_a_phase_keeps_the_focus_and_the_place(copy, qtbot):
    copy.editor.open_phase(copy.editor.rows()[0].path())
    details = copy.editor.details
    details.room.prompt.setFocus()
    details.turn_to(2)
    assert details.tabs[2].hasFocus()
    assert details.cues.isVisible()


def test_an_instruction_that_the_room_does_not_read_says_so(new, qtbot):
    new.editor.open_phase(new.editor.rows()[0].path())
    room = new.editor.details.room
    type_in(qtbot, room.prompt, "Say one thing.", end=False)
    assert not room.instead.isVisible()
    type_in(qtbot, room.stems[0], "It helped when", end=False)
    assert room.instead.isVisible()
    choose(new.editor.details.time.kind, "Break")
    assert not room.instead.isVisible()


# From a past session


@pytest.fixture
def past(desk: PlansDesk, own: Path) -> None:
    """A session that has ended."""
    stored(played(), own.parent / "sessions")


def test_a_plan_like_a_past_session_brings_its_people_and_nothing_that_was_said(past, bench, page, desk, own, qtbot):
    bench.list.new.verb("past").trigger()
    line = bench.columns.past.lines()[0]
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert bench.header.state() == "Not saved yet"
    assert all(name in bench.columns.message.text() for name in NAMES)
    type_in(qtbot, bench.editor.head.title, "Next time", end=False)
    with qtbot.waitSignal(desk.set_up_with) as wanted:
        bench.footer.on.click()
    made = wanted.args[0]
    assert (made.plan_name, made.names, made.sheets) == ("next-time", NAMES, ())
    kept = (own / "next-time.json").read_text()
    assert not any(text in kept for texts in played().texts.values() for text in texts)
    assert not any(name in kept for name in NAMES)


def test_a_plan_like_a_past_session_is_not_left_without_a_question(past, bench, page, desk, qtbot):
    bench.list.new.verb("past").trigger()
    bench.columns.past.lines()[0].click()
    with qtbot.assertNotEmitted(page.home_wanted):
        bench.header.back.emit()
    assert page._question.isVisible()
    assert desk.keeping._plan.latest() is not None


def test_without_a_past_session_it_says_so_and_goes_back(bench, page, qtbot):
    bench.list.new.verb("past").trigger()
    assert bench.columns.past.isVisible()
    assert bench.columns.past.back.hasFocus()
    qtbot.keyClick(bench.columns.past.back, Qt.Key.Key_Escape)
    assert not bench.columns.past.isVisible()
    assert bench.name == NAME


def test_other_plans_are_set_up_without_people(bench, desk, page, qtbot):
    with qtbot.waitSignal(desk.set_up) as wanted:
        bench.footer.on.click()
    assert wanted.args == [NAME]


# After a crash


def unsaved(own: Path) -> Unsaved | None:
    return UnsavedPlan(own.parent / "unsaved").latest()


def test_changes_are_kept_a_moment_after_they_are_made_and_until_they_are_saved(copy, qtbot, own):
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    qtbot.waitUntil(lambda: unsaved(own) is not None)
    assert '"Ours"' in unsaved(own).tree
    copy.save()
    assert unsaved(own) is None


def test_what_was_left_is_there_in_the_next_run(bench, desk, page, qtbot, own):
    bench.list.new.verb("empty").trigger()
    type_in(qtbot, bench.editor.head.title, "Ours", end=False)
    desk.keeping.keep()
    desk.close()
    page.show_nothing()
    later = PlansDesk(page, places(own.parent), page)
    later.begin()
    assert bench.editor.head.title.text() == "Ours"
    assert bench.columns.message.text() == "These changes were not saved when the program stopped."
    assert page.has_changes()
    type_in(qtbot, bench.editor.head.title, "Ours now", end=False)
    assert not bench.columns.message.isVisible()
    later.close()


def test_what_was_left_can_be_forgotten(bench, desk, page, own):
    UnsavedPlan(own.parent / "unsaved").keep(Unsaved("", bench.editing().draft(), ("Ana",)))
    page.show_nothing()
    desk.begin()
    assert bench.header.state() == "Not saved yet"
    bench.columns._action.click()
    assert unsaved(own) is None
    assert not page.has_changes()


def test_changes_of_an_own_plan_go_on_from_it(copy, desk, page, qtbot, own):
    copy.save()
    name = copy.name
    type_in(qtbot, row(copy, "Debrief").time, "9")
    desk.keeping.keep()
    page.show_nothing()
    desk.begin()
    assert (copy.name, copy.header.state()) == (name, "Changed")
    press(qtbot, Qt.Key.Key_Z)
    assert copy.header.state() == "✓ Saved"


def test_changes_of_a_plan_whose_file_is_gone_are_a_new_plan(copy, desk, page, qtbot, own):
    copy.save()
    path = next(own.iterdir())
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    desk.keeping.keep()
    page.show_nothing()
    path.write_text("{")
    desk.begin()
    assert (copy.name, copy.header.state()) == ("", "Not saved yet")


def test_a_draft_that_cannot_be_gone_on_with_stands_in_nobodys_way(bench, desk, page, own):
    UnsavedPlan(own.parent / "unsaved").keep(Unsaved("", "[]"))
    page.show_nothing()
    desk.begin()
    assert bench.columns.is_open()
    assert unsaved(own) is None


def test_a_disk_that_takes_nothing_is_said(copy, qtbot, own, desk):
    own.parent.mkdir(parents=True, exist_ok=True)
    (own.parent / "unsaved").write_text("in the way")
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    desk.keeping.keep()
    assert "unsaved" in copy.columns.message.text()
    (own.parent / "unsaved").unlink()


def test_what_cannot_be_saved_yet_is_kept_for_later(copy, qtbot, page, own, desk):
    type_in(qtbot, row(copy, "Debrief").time, "9")
    copy.header.home.click()
    with qtbot.waitSignal(page.home_wanted):
        copy.columns.question._save.click()
    assert unsaved(own) is not None
    desk.begin()
    assert row(copy, "Debrief").time.text() == "9:00"


def test_what_is_let_go_is_gone(copy, qtbot, page, own, desk):
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    desk.keeping.keep()
    copy.header.home.click()
    copy.columns.question._leave.click()
    assert unsaved(own) is None


def test_changes_that_were_left_are_not_lost_to_a_file_or_a_session(bench, desk, page, own, tmp_path):
    UnsavedPlan(own.parent / "unsaved").keep(Unsaved("", bench.editing().draft()))
    page.show_nothing()
    file = tmp_path / "sent.json"
    file.write_bytes(TEXT)
    desk.take_in(str(file))
    assert not own.exists()
    assert bench.columns.message.text() == "Save these changes first, or forget them."
    desk.from_session(Wanted("", TEXT, ("Ana",)))
    assert unsaved(own) is not None


# Files


def test_the_same_file_twice_is_one_plan(bench, page, tmp_path, own):
    file = tmp_path / "sent.json"
    file.write_bytes(TEXT.replace(b"led by leaders", b"from Jo"))
    drop(page, file)
    assert bench.columns.message.text() == "It is now among your own plans."
    drop(page, file)
    assert bench.columns.message.text() == "It was among your own plans already."
    file.write_bytes(file.read_bytes() + b"\n")
    drop(page, file)
    assert bench.columns.message.text() == "It is now among your own plans, where another has the same title."
    assert len(list(own.iterdir())) == 2


def test_a_file_with_many_mistakes_names_the_first_few(bench, page, tmp_path):
    file = tmp_path / "sent.json"
    file.write_text('{"a": 1, "b": 2, "c": 3}')
    drop(page, file)
    said = bench.columns.message.text().split("\n")
    assert len(said) == 5
    assert said[-1] == "…and 4 more."


def test_no_field_takes_a_dropped_file_for_its_path(new, page):
    row(new, "Welcome").details.click()
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    assert len(fields) > 10
    assert not any(field.acceptDrops() for field in fields)


# On paper


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where pieces of paper are saved."""
    monkeypatch.setattr(plan_papers, "choose_paper", lambda _page, name: tmp_path / name)
    return tmp_path


def test_a_piece_is_saved_and_its_folder_can_be_opened(bench, desk, paper, qtbot, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    bench.footer.paper.verb("sheet.docx").trigger()
    qtbot.waitUntil(lambda: "Saved as" in bench.columns.message.text(), timeout=20_000)
    assert (paper / "preparation-sheet.docx").exists()
    bench.columns._action.click()
    assert opened == [str(paper)]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    bench.columns._action.click()
    assert str(paper) in bench.columns.message.text()


def test_the_plan_is_printed_as_it_stands(copy, desk, paper, qtbot):
    type_in(qtbot, copy.editor.head.title, "Not saved at all", end=False)
    copy.footer.paper.verb("plan").trigger()
    qtbot.waitUntil(lambda: (paper / "not-saved-at-all.pdf").exists(), timeout=20_000)
    desk.close()
    QApplication.processEvents()


def test_what_is_no_plan_is_not_printed(copy, qtbot, paper):
    type_in(qtbot, copy.editor.head.title, "", end=False)
    copy.footer.paper.verb("plan").trigger()
    assert copy.columns.message.text() == "It can be printed once what is marked is mended."


def test_a_piece_that_cannot_be_saved_says_why(bench, desk, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(plan_papers, "choose_paper", lambda _page, name: tmp_path / "nowhere" / name)
    bench.footer.paper.verb("example.docx").trigger()
    qtbot.waitUntil(lambda: "cannot be written" in bench.columns.message.text(), timeout=20_000)


def test_nothing_is_made_where_nowhere_was_chosen(bench, desk, qtbot, monkeypatch):
    monkeypatch.setattr(plan_papers, "choose_paper", lambda _page, _name: None)
    bench.header.setFocus()
    bench.footer.paper.verb("plan").trigger()
    assert not bench.columns.message.isVisible()
    assert bench.footer.paper.hasFocus()


# The whole program


def test_a_past_session_becomes_a_plan_from_its_review(qapp, qtbot: QtBot, tmp_path: Path):
    where = places(tmp_path / "data")
    stored(played(), where.sessions)
    UnsavedPlan(where.unsaved).clear()
    app = App(qapp, where, ManualClock(always_ns=3600 * 10**9, wall_ns=20_500 * 86_400 * 10**9))
    app.begin()
    app.look_back(ID)
    app.desk.review._plan.click()
    bench = app.desk.plans.bench
    assert app.desk.page() is app.desk.plans
    assert bench.header.state() == "Not saved yet"
    bench.footer.on.click()
    assert [person.name for person in app.desk.set_up.people.people()] == list(NAMES)
    app.go_home()
    table = tmp_path / "day.csv"
    table.write_text("What,Minutes\nHello,5\n")
    app.plans.keeping.forget()
    bench.let_go()
    app.desk.home.file_dropped.emit(str(table))
    assert app.desk.page() is app.desk.plans
    assert app.desk.plans.agenda.title.text() == "day"
    app.go_home()
    UnsavedPlan(where.unsaved).keep(Unsaved("", "{}"))
    app.go_home()
    assert "not saved" in app.desk.home.notice.text()
    bench._soon.stop()
    bench.editor._soon.stop()
    app.let_go()
    app.desk.deleteLater()
    app.deleteLater()
    qtbot.wait(1)
