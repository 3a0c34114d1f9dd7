"""The plans page with its files: plans are looked at, copied, changed, undone, kept and passed on."""

import json
from pathlib import Path

import pytest
from plans_hands import ALT, CTRL, NAME, SHIFT, SHIPPED, TEXT, TITLE, choose, drop, listed, press, row, titles, type_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from dp_facilitator import plans_desk
from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.paths import places
from dp_facilitator.plans_desk import PlansDesk
from dp_facilitator.store.plans import find_plan
from dp_facilitator.ui.desk.plans import PlansPage
from dp_facilitator.ui.desk.plans_bench import PlansBench
from dp_facilitator.ui.desk.setup_values import Wanted

COPY = "copy-of-deliberate-practice-led-by-leade"


# What comes with the app


def test_all_plans_are_listed_and_one_is_shown(bench, page):
    assert NAME in listed(bench)
    assert bench.header.findChild(QWidget) is not None
    assert titles(bench) == ["Warm-up", "Set-up", "Practise", "Feedback", "Practise again", "Debrief"]
    assert bench.columns.total.text() == "✓ With 5 people 1:30:00, as stated"
    assert not page.has_changes()


def test_a_shipped_plan_is_only_looked_at(bench, qtbot):
    feedback = row(bench, "Feedback")
    assert bench.columns.locked.isVisible()
    assert bench.columns.locked.text() == "This plan comes with the app. Duplicate it to change it."
    type_in(qtbot, feedback.title, "Other")
    type_in(qtbot, feedback.time, "1")
    feedback.title.setFocus()
    press(qtbot, Qt.Key.Key_Down, ALT)
    feedback.details.click()
    assert bench.editor.details.isVisible()
    assert not bench.editor.details.cues.add.isVisible()
    assert not bench.footer.save.isVisible()
    assert not bench.list.remove.isVisible()
    assert bench.editing().plan() == read_plan(TEXT)
    assert (SHIPPED / f"{NAME}.json").read_bytes() == TEXT


# From a shipped plan to one's own


def test_a_copy_is_changed_undone_saved_and_set_up(copy, qtbot, own, page):
    assert copy.editor.head.title.hasFocus()
    assert copy.header.state() == "Not saved yet"
    type_in(qtbot, row(copy, "Feedback").time, "5:30")
    assert copy.columns.total.text() == "▲ With 5 people 1:27:30: 2:30 short of the 1:30:00 stated"
    assert not copy.actions_here.save.isEnabled()
    type_in(qtbot, row(copy, "Feedback").time, "390s")
    assert "2:30 more than" in copy.columns.total.text()
    press(qtbot, Qt.Key.Key_Z)
    assert row(copy, "Feedback").time.text() == "5:30"
    press(qtbot, Qt.Key.Key_Z)
    assert row(copy, "Feedback").time.text() == "6:00"
    assert copy.columns.total.text().startswith("✓")
    row(copy, "Feedback").details.click()
    copy.editor.details.turn_to(2)
    copy.editor.details.cues.add.click()
    assert len(copy.editor.details.cues.rows()) == 3
    row(copy, "Feedback").title.setFocus()
    press(qtbot, Qt.Key.Key_S)
    assert copy.header.state() == "✓ Saved"
    assert COPY in listed(copy)
    kept = find_plan(COPY, SHIPPED, own)
    assert kept.plan.segments[1].phases[2].cues[2].percent == 50
    assert kept.path.stat().st_mode & 0o777 == 0o600
    with qtbot.waitSignal(page.set_up_wanted) as wanted:
        copy.footer.on.click()
    assert wanted.args == [COPY]


def test_undo_and_redo_go_through_all_fields_alike(copy, qtbot):
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    press(qtbot, Qt.Key.Key_Z)
    assert copy.editor.head.title.text() == f"Copy of {TITLE}"
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    assert copy.editor.head.title.text() == "Ours"
    copy.footer.undo.click()
    copy.footer.redo.click()
    assert copy.header._title.whole_text() == "Ours"


def test_the_sum_is_taken(copy, qtbot):
    type_in(qtbot, row(copy, "Debrief").time, "10")
    copy.columns.total.take.click()
    assert copy.columns.total.text() == "✓ With 5 people 1:32:00, as stated"
    assert copy.editor.head.total.text() == "92:00"


@pytest.mark.parametrize(("typed", "seconds"), [("4", 240), ("4:30", 270), ("90s", 90), ("1h", 3600)])
def test_times_are_typed_as_people_type_them(copy, qtbot, typed, seconds):
    type_in(qtbot, row(copy, "Practise").time, typed)
    assert copy.editing().value((*row(copy, "Practise").path(), "time")) == seconds


def test_what_is_no_time_keeps_it_from_being_saved(copy, qtbot, own):
    type_in(qtbot, row(copy, "Practise").time, "soon")
    copy.save()
    assert "“soon” is not a time" in copy.footer.said()
    assert row(copy, "Practise").time.hasFocus()
    assert not own.exists()


def test_a_time_that_is_still_typed_counts_when_it_is_saved(copy, qtbot, own):
    copy.editor.head.total.setFocus()
    type_in(qtbot, row(copy, "Debrief").time, "9", end=False)
    copy.save()
    assert copy.editing().off_s == 60
    assert not own.exists()


def test_what_was_no_time_goes_with_its_plan(copy, desk, qtbot):
    type_in(qtbot, row(copy, "Practise").time, "soon")
    desk.open(NAME)
    assert row(copy, "Practise").time.text() == "4:00"
    assert not row(copy, "Practise").time.is_wrong()


# Moving things


def test_phases_move_by_keys_also_into_the_next_part(copy, qtbot):
    row(copy, "Practise again").title.setFocus()
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert titles(copy)[3:5] == ["Practise again", "Feedback"]
    assert row(copy, "Practise again").details.hasFocus()
    press(qtbot, Qt.Key.Key_Down, ALT)
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert row(copy, "Practise again").path() == ("segments", 2, "phases", 0)


def test_a_phase_is_pulled_by_its_grip(copy, qtbot):
    grip, above = row(copy, "Practise again").grip, row(copy, "Set-up")
    target = above.mapTo(copy, QPoint(20, 2))
    start = grip.rect().center()
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    spot = grip.mapFrom(copy, target)
    qtbot.mouseMove(grip, start + QPoint(0, -30))
    grip.pulled.emit(copy.mapToGlobal(target))
    assert copy.editor._line.isVisible()
    qtbot.mouseMove(grip, spot)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=spot)
    grip.dropped.emit(copy.mapToGlobal(target)) if titles(copy)[1] != "Practise again" else None
    assert titles(copy)[1:3] == ["Practise again", "Set-up"]
    assert not copy.editor._line.isVisible()


def test_phases_and_parts_come_and_go(copy):
    for verb in ("duplicate", "phase below"):
        row(copy, "Practise").more.verb(verb).trigger()
    assert titles(copy)[2:5] == ["Practise", "New phase", "Practise"]
    assert row(copy, "New phase").title.hasFocus()
    row(copy, "New phase").more.verb("remove").trigger()
    assert "New phase" not in titles(copy)
    cards = len(copy.editor.cards())
    copy.editor.add.click()
    assert copy.editor.cards()[3].title.text() == "New part"
    copy.editor.cards()[3].more.verb("remove").trigger()
    copy.editor.cards()[0].add.click()
    assert titles(copy)[:2] == ["Warm-up", "New phase"]
    assert len(copy.editor.cards()) == cards


def test_a_part_is_run_for_each_in_groups_or_limited(copy, qtbot):
    card = copy.editor.cards()[1]
    card.more.verb("limit").trigger()
    assert card.most.isVisible()
    card.most.setValue(2)
    assert copy.editing().sum_s == 60 * 45
    choose(card.repeat, "In groups")
    card.members.setValue(4)
    assert copy.editing().value(("segments", 1, "group_size")) == 4
    choose(card.repeat, "Once")
    assert copy.editing().sum_s == 60 * 30


# Everything else about a phase


def test_details_are_written_into_the_phase(copy, qtbot):
    feedback = row(copy, "Feedback")
    feedback.details.click()
    details, path = copy.editor.details, feedback.path()
    type_in(qtbot, details.room.prompt, "One thing each", end=False)
    type_in(qtbot, details.room.stems[1], "What if you", end=False)
    details.turn_to(1)
    choose(details.time.speaks, "The others speak")
    choose(details.time.clock, "A bar only")
    choose(details.time.trim, "Gives last")
    choose(details.time.kind, "Talk")
    type_in(qtbot, details.time.floor, "4")
    details.time.quiet.click()
    details.turn_to(4)
    details.desk.coach.setPlainText("Peers first\nYou last\n")
    details.desk.checklist.setPlainText("Said thanks")
    details.desk.gate.click()
    phase = copy.editing().plan().segments[1].phases[2]
    assert (phase.prompt, phase.stems) == ("One thing each", ("It was effective when…", "What if you"))
    assert (phase.speaks, phase.clock, phase.trim, phase.kind) == ("others", "bar", "last", "talk")
    assert (phase.floor, phase.quiet, phase.gate) == (240, True, True)
    assert (phase.coach, phase.checklist) == (("Peers first", "You last"), ("Said thanks",))
    details.turn_to(1)
    type_in(qtbot, details.time.floor, "")
    assert copy.editing().value((*path, "floor")) is None


def test_cues_are_said_in_the_plans_terms(copy, qtbot):
    row(copy, "Feedback").details.click()
    cues = copy.editor.details.cues
    copy.editor.details.turn_to(2)
    cues.choose.click()
    first = cues.rows()[0]
    choose(first.when, "Time gone")
    type_in(qtbot, first.moment, "90s")
    type_in(qtbot, first.label, "Half-way", end=False)
    choose(first.tone, "Look: calm")
    first.rings.setValue(0)
    first.pause.click()
    cue = copy.editing().plan().segments[1].phases[2].cues[0]
    assert (cue.after, cue.label, cue.tone, cue.rings, cue.pause) == (90, "Half-way", "calm", 0, True)
    cues.add.click()
    cues.rows()[2].share.setValue(75)
    assert copy.editing().plan().segments[1].phases[2].cues[2].percent == 75
    cues.rows()[1].away.click()
    cues.rows()[0].away.click()
    cues.rows()[0].away.click()
    assert copy.editing().plan().segments[1].phases[2].cues == ()
    cues.usual.click()
    assert copy.editing().plan().segments[1].phases[2].cues is None


def test_what_is_written_down_is_changed(copy, qtbot):
    row(copy, "Feedback").details.click()
    captures = copy.editor.details.captures
    copy.editor.details.turn_to(3)
    captures.add.click()
    new = captures.rows()[2]
    type_in(qtbot, new.title, "How sure am I?", end=False)
    choose(new.form, "0 to 10")
    choose(new.about, "Each person")
    choose(new.sharing, "No names")
    new.choose.click()
    made = copy.editing().plan().segments[1].phases[2].captures[2]
    assert (made.title, made.form, made.about, made.sharing, made.choose) == (
        "How sure am I?",
        "scale",
        "everyone",
        "unattributed",
        True,
    )
    new.away.click()
    assert len(captures.rows()) == 2


def test_the_plan_as_a_whole(copy, qtbot):
    head = copy.editor.head
    head.most.setValue(9)
    head.more.click()
    head.details.turn_to(1)
    type_in(qtbot, head.details.called.called["coach"], "Facilitator", end=False)
    choose(head.details.called.keeper, "The coach")
    plan = copy.editing().plan()
    assert (plan.people.most, plan.labels.coach, plan.timekeeper) == (9, "Facilitator", "coach")
    assert row(copy, "Feedback")._speaks.whole_text() == "The others, Facilitator last"


# The pictures


def test_the_pictures_follow(copy, qtbot):
    row(copy, "Feedback").title.setFocus()
    type_in(qtbot, row(copy, "Feedback").time, "5:30")
    pictures = copy.columns.pictures
    qtbot.waitUntil(lambda: pictures.preview.faced().title == "Feedback for Ana")
    assert pictures.preview.faced().clock.text == "5:30"
    assert pictures._when.whole_text() == "If it starts at 10:00: ends at 11:27:30."
    assert any("10:07" in said for said in pictures.rows.said())


def test_a_route_is_pictured_too(copy, qtbot):
    other = next(row for row in copy.editor.rows() if row.path()[0] == "routes")
    other.title.setFocus()
    qtbot.waitUntil(lambda: copy.columns.pictures.phase.whole_text() == f"In the room: {other.title.text()}")


def test_the_pictures_wait_until_the_plan_is_whole(copy, qtbot):
    type_in(qtbot, row(copy, "Feedback").title, "")
    qtbot.waitUntil(copy.columns.pictures.old.isVisible)
    press(qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not copy.columns.pictures.old.isVisible())


# What is wrong


def test_a_problem_stands_in_its_place_with_how_to_mend_it(copy, qtbot):
    feedback = row(copy, "Feedback")
    feedback.details.click()
    copy.editor.details.turn_to(1)
    type_in(qtbot, copy.editor.details.time.floor, "9")
    assert feedback.problem.text() == (
        "Feedback has a floor of 9:00, above its time of 6:00. Lower “Never shorter than” or raise “Time”."
    )
    assert not copy.actions_here.save.isEnabled()
    assert copy.footer.said() == "▲ Mend what is marked first."
    copy.footer.where.click()
    assert feedback.title.hasFocus()
    type_in(qtbot, copy.editor.details.time.floor, "5")
    assert feedback.problem.text() == ""
    assert copy.actions_here.save.isEnabled()


def test_problems_of_parts_and_of_the_whole(copy, qtbot):
    copy.editor.head.least.setValue(7)
    assert "people out of order" in copy.editor.head.problem.text()
    copy.editor.head.least.setValue(2)
    type_in(qtbot, copy.editor.cards()[1].title, "", end=False)
    assert copy.editor.cards()[1].problem.text().startswith("Title is empty")
    row(copy, "Feedback").details.click()
    type_in(qtbot, copy.editor.details.room.stems[0], "Dear {name}", end=False)
    assert "Beginning of a sentence 1 has {name} in it" in row(copy, "Feedback").problem.text()


# Leaving


def test_nothing_is_asked_where_nothing_was_changed(copy, qtbot, page):
    with qtbot.waitSignal(page.home_wanted):
        copy.header.home.click()


def test_leaving_changes_behind_is_asked_about(copy, qtbot, page):
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    question = copy.columns.question
    with qtbot.assertNotEmitted(page.home_wanted):
        copy.header.home.click()
        assert question.isVisible()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not question.isVisible()
    copy.header.home.click()
    with qtbot.waitSignal(page.home_wanted):
        question._leave.click()


def test_changes_are_saved_on_the_way(copy, qtbot, page, own):
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    copy.list.lines()[0].click()
    copy.columns.question._save.click()
    assert (own / "ours.json").exists()
    assert copy.name == copy.list.plans()[0].name


def test_what_cannot_be_saved_can_only_be_left(copy, qtbot, page):
    type_in(qtbot, copy.editor.head.title, "", end=False)
    page.ask_close()
    assert copy.columns.question._save.words() == "Keep it for later"
    with qtbot.waitSignal(page.close_agreed):
        copy.columns.question._leave.click()
    assert not page.has_changes()


def test_what_cannot_be_saved_does_not_wait_while_another_plan_is_opened(copy, qtbot):
    type_in(qtbot, copy.editor.head.title, "", end=False)
    copy.list.lines()[0].click()
    assert not copy.columns.question._save.isVisible()


def test_a_new_plan_is_saved_before_it_is_set_up(copy, qtbot, page, own):
    with qtbot.waitSignal(page.set_up_wanted) as wanted:
        copy.footer.on.click()
    assert wanted.args == [COPY]
    assert (own / f"{COPY}.json").exists()


# Files


def test_an_own_plan_is_removed_after_a_question(copy, own):
    copy.save()
    copy.list.remove.click()
    copy.list._stay.click()
    assert (own / f"{COPY}.json").exists()
    copy.list.remove.click()
    copy.list._go.click()
    assert not (own / f"{COPY}.json").exists()
    assert COPY not in listed(copy)


def test_a_plan_that_is_renamed_keeps_one_file(copy, qtbot, own):
    copy.save()
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    copy.save()
    assert [file.name for file in own.iterdir()] == ["ours.json"]
    assert copy.header.state() == "✓ Saved"


def test_a_failed_save_says_so_and_keeps_the_changes(copy, qtbot, own, page):
    own.parent.mkdir(parents=True)
    own.write_text("in the way")
    type_in(qtbot, copy.editor.head.title, "Ours", end=False)
    copy.save()
    assert "cannot be made" in copy.columns.message.text()
    assert page.has_changes()
    assert copy.editor.head.title.text() == "Ours"


def test_a_plan_is_exported(bench, monkeypatch, tmp_path):
    monkeypatch.setattr(plans_desk, "choose_save", lambda _page, name: tmp_path / f"{name}.json")
    bench.list.export.click()
    assert (tmp_path / f"{NAME}.json").read_bytes() == (SHIPPED / f"{NAME}.json").read_bytes()
    assert "Saved as" in bench.columns.message.text()
    monkeypatch.setattr(plans_desk, "choose_save", lambda _page, name: tmp_path / "none" / "x.json")
    bench.list.export.click()
    assert "cannot be written" in bench.columns.message.text()


def test_a_file_is_opened(bench, monkeypatch, tmp_path, own):
    file = tmp_path / "sent.json"
    file.write_bytes(TEXT.replace(TITLE.encode(), b"From Jo"))
    monkeypatch.setattr(plans_desk, "choose_source", lambda _page, _folder: str(file))
    bench.list.open.click()
    assert bench.name == "from-jo"
    assert (own / "from-jo.json").exists()
    assert not bench.columns.locked.isVisible()
    line = next(line for line in bench.list.lines() if line.key() == "from-jo")
    assert line.isVisible()
    assert line.hasFocus()


def test_a_broken_file_says_where_and_how_to_mend_it(bench, page, tmp_path, own):
    file = tmp_path / "sent.json"
    file.write_bytes(TEXT.replace(b'"6:00"', b'"6"', 1))
    drop(page, file)
    said = bench.columns.message.text()
    assert "segments 2 (Round) › phases 3 (Feedback) › time: is not a time." in said
    assert 'such as "4:00"' in said
    assert not own.exists()


def test_a_broken_plan_of_ones_own_can_be_removed(bench, desk, own):
    own.mkdir(parents=True)
    (own / "bad.json").write_text("{")
    desk.begin()
    next(line for line in bench.list.lines() if line.key() == "bad").click()
    assert "bad.json" in bench.columns.message.text()
    assert bench.columns.nothing.isVisible()
    bench.list.remove.click()
    bench.list._go.click()
    assert not (own / "bad.json").exists()


def test_the_plan_of_a_past_session_becomes_a_new_one(bench, desk):
    desk.from_session(Wanted("", TEXT, ("Ana", "Ben")))
    assert bench.header.state() == "Not saved yet"
    assert "without anything that was said" in bench.columns.message.text()


# With every size, and without a mouse


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.json")), ids=lambda file: file.stem)
def test_every_shipped_plan_can_be_looked_at(bench, desk, file):
    if "schema" in file.name:
        return
    desk.open(file.stem)
    for each in bench.editor.rows():
        bench.editor.open_phase(each.path())
        bench._draw()
        assert not bench.columns.pictures.old.isVisible()


def test_a_small_window_shows_one_part_at_a_time(bench, page, qtbot):
    page.resize(760, 700)
    assert not bench.list.isVisible()
    bench.header.tabs[0].click()
    assert bench.list.isVisible()
    assert not bench.editor.isVisible()
    bench.header.tabs[2].click()
    assert bench.columns.pictures.isVisible()
    page.resize(1366, 768)
    assert bench.list.isVisible()
    assert not bench.header.tabs[0].isVisible()


def test_everything_has_a_name(copy):
    row(copy, "Feedback").details.click()
    copy.editor.details.turn_to(2)
    copy.editor.details.cues.add.click()
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QAbstractButton)
    for kind in kinds:
        for widget in copy.findChildren(kind):
            if widget.isVisible() and widget.objectName() not in ("qt_spinbox_lineedit",):
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named or isinstance(widget.parent(), QSpinBox), widget


def test_tab_goes_down_the_plan(copy, qtbot):
    first = row(copy, "Set-up")
    first.title.setFocus()
    qtbot.keyClick(first.title, Qt.Key.Key_Tab)
    assert first.time.hasFocus()
    qtbot.keyClick(first.time, Qt.Key.Key_Tab)
    qtbot.keyClick(first.more, Qt.Key.Key_Tab)
    assert row(copy, "Practise").details.hasFocus()


def test_the_list_is_gone_through_with_the_arrow_keys(bench, qtbot):
    bench.list.lines()[0].setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert bench.list.lines()[1].hasFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert bench.name == bench.list.lines()[1].key()


def test_the_whole_program(qapp, qtbot, tmp_path):
    app = App(qapp, places(tmp_path / "data"), ManualClock(always_ns=3600 * 10**9, wall_ns=20_000 * 86_400 * 10**9))
    app.begin()
    app.desk.home._plans_link.click()
    bench = app.desk.plans.bench
    app.plans.open(NAME)
    bench.list.duplicate.click()
    type_in(qtbot, bench.editor.head.title, "Ours", end=False)
    bench.save()
    bench.footer.on.click()
    assert app.desk.page() is app.desk.set_up
    app.go_home()
    assert any("Ours" in tile.accessibleName() for tile in app.desk.home.tiles.tiles())
    plan = json.loads((tmp_path / "data" / "plans" / "ours.json").read_bytes())
    assert plan["title"] == "Ours"
    bench._soon.stop()
    bench.editor._soon.stop()
    app.let_go()
    app.desk.deleteLater()
    app.deleteLater()
    qtbot.wait(1)


OTHERS = sorted((SHIPPED.parent / "tests" / "plans" / "others").glob("*.json"))


@pytest.mark.parametrize("path", OTHERS, ids=[path.stem for path in OTHERS])
def test_programmes_of_others_open_on_the_page_and_lose_nothing(
    desk: PlansDesk, bench: PlansBench, page: PlansPage, own: Path, path: Path
) -> None:
    """What the page has no field for, such as cycles, banks and roles that lead, stays as it is."""
    desk.take_in(str(path))
    (kept,) = own.glob("*.json")
    assert read_plan(kept.read_bytes()) == read_plan(path.read_bytes())
