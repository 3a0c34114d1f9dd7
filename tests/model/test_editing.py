"""Editing a plan: each verb, what is wrong with it then, and the ways back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dp_facilitator.model.draft import at, free_id, phase_paths, usual_cues
from dp_facilitator.model.editing import Editing
from dp_facilitator.model.mistakes import Mistake, Refused
from dp_facilitator.model.plan_text import read_plan, write_plan

SHIPPED = sorted(
    file for file in (Path(__file__).resolve().parents[2] / "sessions").glob("*.json") if "schema" not in file.name
)
TEXT = next(file for file in SHIPPED if file.stem == "deliberate-practice-90").read_bytes()
WARM_UP = ("segments", 0, "phases", 0)
ROUND = ("segments", 1)
FEEDBACK = ("segments", 1, "phases", 2)


@pytest.fixture
def edited() -> Editing:
    return Editing.of(TEXT)


def titles(edited: Editing, segment: int) -> list[str]:
    return [phase["title"] for phase in edited.tree["segments"][segment]["phases"]]


def only(edited: Editing) -> Mistake:
    (mistake,) = edited.problems()
    return mistake


OTHERS = sorted((Path(__file__).parents[1] / "plans" / "others").glob("*.json"))


@pytest.mark.parametrize("file", [*SHIPPED, *OTHERS], ids=lambda file: file.stem)
def test_a_plan_is_edited_as_it_is(file):
    edited = Editing.of(file.read_bytes())
    assert edited.plan() == read_plan(file.read_bytes())
    assert edited.problems() == ()
    assert edited.off_s == 0
    assert not edited.changed
    # What the page has no field for stays as it is when another thing is changed.
    renamed = edited.write(("title",), "Another").plan()
    assert renamed == edited.plan().model_copy(update={"title": "Another"})


def test_what_is_no_plan_is_refused():
    with pytest.raises(Refused):
        Editing.of(b"{}")


# Words and times


def test_a_field_is_read_as_the_plan_reads_it(edited):
    assert edited.value((*FEEDBACK, "time")) == 360
    assert edited.value((*FEEDBACK, "trim")) == "share"
    assert edited.value((*FEEDBACK, "checklist")) == ()
    assert edited.value((*FEEDBACK, "hard_end")) is None
    assert edited.value(("labels", "coach")) == "Coach"
    assert edited.value(("people", "usual")) == 5
    assert edited.value(("routes", "topic-led", "title")) == "Start from shared topics"
    assert edited.value(("segments", 9, "phases", 0, "id")) is None
    assert edited.count((*FEEDBACK, "captures")) == 2
    assert edited.count((*FEEDBACK, "cues")) == 0


def test_words_are_written_and_left_out(edited):
    renamed = edited.write((*FEEDBACK, "title"), "Hearing back").write((*FEEDBACK, "prompt"), "One thing each")
    assert renamed.plan().segments[1].phases[2].title == "Hearing back"
    without = renamed.write((*FEEDBACK, "prompt"), "").write((*FEEDBACK, "stems"), ())
    assert "prompt" not in at(without.tree, FEEDBACK)
    assert "stems" not in at(without.tree, FEEDBACK)
    assert without.plan().segments[1].phases[2].stems == ()


def test_what_stands_at_its_default_is_left_out(edited):
    bar = edited.write((*FEEDBACK, "clock"), "bar").write(("labels", "coach"), "Facilitator")
    assert bar.plan().labels.coach == "Facilitator"
    back = bar.write((*FEEDBACK, "clock"), "digits").write(("labels", "coach"), "Coach")
    assert "clock" not in at(back.tree, FEEDBACK)
    assert back.plan() == edited.plan()


def test_another_time_changes_the_sum_and_not_what_is_stated(edited):
    longer = edited.write((*FEEDBACK, "time"), 330)
    assert (longer.sum_s, longer.off_s) == (5400 - 150, -150)
    assert longer.plan() is None
    assert "1:30:00" in only(longer).reason
    assert longer.where(only(longer)) == ()
    taken = longer.take_sum()
    assert taken.plan().total == 5250
    assert at(taken.tree, ("total",)) == "1:27:30"


def test_a_wrong_total_does_not_keep_the_pictures_from_being_drawn(edited):
    longer = edited.write((*FEEDBACK, "time"), 330)
    assert read_plan(longer.sketch()).total == 5250
    assert edited.write((*FEEDBACK, "title"), "").sketch() is None


def test_a_route_is_drawn_by_itself(edited):
    routed = read_plan(edited.sketch("topic-led"))
    assert routed.segments == edited.plan().routes["topic-led"].segments
    assert not routed.routes


# What is wrong, and where


@pytest.mark.parametrize(
    ("path", "new", "where"),
    [
        ((*FEEDBACK, "title"), "", (*FEEDBACK, "title")),
        ((*FEEDBACK, "floor"), 700, FEEDBACK),
        ((*FEEDBACK, "stems"), ("Good {name}",), (*FEEDBACK, "stems", 0)),
        (("people", "least"), 9, ()),
        (("title",), "", ("title",)),
        ((*ROUND, "title"), "", (*ROUND, "title")),
        ((*FEEDBACK, "gate"), True, FEEDBACK),
        (("routes", "topic-led", "title"), "", ("routes", "topic-led", "title")),
        (("routes", "topic-led", "segments", 0, "title"), "", ("routes", "topic-led", "segments", 0, "title")),
    ],
)
def test_a_mistake_is_found_in_its_place(edited, path, new, where):
    wrong = edited.write(path, new)
    mistake = only(wrong)
    assert mistake.mend
    assert wrong.where(mistake) == where
    assert wrong.undo().problems() == ()


def test_a_capture_that_is_wrong_is_wrong_wherever_it_stands(edited):
    wrong = edited.write((*FEEDBACK, "captures", 0, "title"), "")
    places = [wrong.where(mistake) for mistake in wrong.problems()]
    assert places == [
        (*FEEDBACK, "captures", 0, "title"),
        ("routes", "topic-led", "segments", 1, "phases", 2, "captures", 0, "title"),
    ]


def test_a_title_that_looks_like_a_place_leads_nowhere_else(edited):
    named = edited.write((*ROUND, "title"), "Round) › phases 3 (x").write((*FEEDBACK, "floor"), 700)
    assert named.where(only(named)) == FEEDBACK


def test_cues_without_names_have_places_too(edited):
    rung = edited.add_cue(FEEDBACK).write((*FEEDBACK, "cues", 2, "rings"), 99)
    assert rung.where(only(rung)) == (*FEEDBACK, "cues", 2, "rings")


# Segments and phases


def test_phases_are_added_doubled_and_removed(edited):
    more = edited.add_phase((*ROUND, "phases", 1)).duplicate(FEEDBACK).duplicate((*ROUND, "phases", 1))
    assert titles(more, 1) == ["Set-up", "New phase", "New phase", "Practise", "Practise", "Feedback", "Practise again"]
    ids = [phase["id"] for phase in more.tree["segments"][1]["phases"]]
    assert len(set(ids)) == len(ids)
    assert more.take_sum().plan() is not None
    fewer = more.remove((*ROUND, "phases", 1))
    assert titles(fewer, 1)[1:3] == ["New phase", "Practise"]


def test_segments_are_added_doubled_and_removed(edited):
    more = edited.add_segment(("segments", 1)).duplicate(ROUND).add_segment(("segments", 0))
    assert [segment["id"] for segment in more.tree["segments"]] == [
        "part-3",
        "warm-up",
        "part",
        "part-2",
        "rounds",
        "debrief",
    ]
    assert more.take_sum().plan() is not None
    assert len(more.remove(("segments", 0)).tree["segments"]) == 5


def test_a_phase_goes_up_and_down_also_over_the_edge_of_its_segment(edited):
    assert edited.neighbour(FEEDBACK, -1) == (*ROUND, "phases", 1)
    assert edited.neighbour(FEEDBACK, 1) == (*ROUND, "phases", 3)
    assert edited.neighbour((*ROUND, "phases", 3), 1) == ("segments", 2, "phases", 0)
    assert edited.neighbour((*ROUND, "phases", 0), -1) == ("segments", 0, "phases", 1)
    assert edited.neighbour(WARM_UP, -1) is None
    assert edited.neighbour(("segments", 2, "phases", 0), 1) is None
    assert edited.neighbour(ROUND, 1) == ("segments", 2)
    assert edited.neighbour(("segments", 0), -1) is None
    moved = edited.move((*ROUND, "phases", 3), ("segments", 2, "phases", 0))
    assert titles(moved, 2) == ["Practise again", "Debrief"]
    assert titles(moved, 1) == ["Set-up", "Practise", "Feedback"]


def test_a_phase_that_moves_keeps_no_id_that_is_taken(edited):
    twice = edited.duplicate(("segments", 0)).move(WARM_UP, ("segments", 1, "phases", 1))
    assert [phase["id"] for phase in twice.tree["segments"][1]["phases"]] == ["warm-up", "warm-up-2"]
    assert "empty" in only(twice).reason


def test_a_segment_moves(edited):
    moved = edited.move(("segments", 2), ("segments", 0))
    assert [segment["id"] for segment in moved.tree["segments"]] == ["debrief", "warm-up", "rounds"]
    assert moved.plan() is not None


def test_a_segment_is_repeated_in_three_ways(edited):
    groups = edited.repeat(ROUND, "groups")
    assert at(groups.tree, (*ROUND, "group_size")) == 3
    assert groups.sum_s == 60 * (15 + 15 * 3)
    limited = edited.write((*ROUND, "rounds"), 2)
    assert limited.sum_s == 60 * (15 + 30)
    once = limited.repeat(ROUND, "once")
    assert once.take_sum().plan().segments[1].rounds is None
    assert once.sum_s == 60 * 30


# Cues and captures


def test_cues_begin_with_the_usual_ones(edited):
    chosen = edited.choose_cues(FEEDBACK)
    assert at(chosen.tree, (*FEEDBACK, "cues")) == (
        {"before": "1:00", "label": "One minute", "tone": "warning"},
        {"end": True},
    )
    more = chosen.add_cue(FEEDBACK)
    assert at(more.tree, (*FEEDBACK, "cues", 2)) == {"percent": 50}
    assert more.plan() is not None
    assert more.usual_cues(FEEDBACK).plan() == edited.plan()
    assert edited.add_cue(FEEDBACK).count((*FEEDBACK, "cues")) == 3


def test_a_phase_too_short_for_a_warning_has_only_its_end():
    assert usual_cues(20) == ({"end": True},)


def test_a_cue_comes_at_another_time_and_keeps_the_rest(edited):
    path = (*FEEDBACK, "cues", 0)
    chosen = edited.choose_cues(FEEDBACK)
    for kind, number, stands in (("after", 90, "1:30"), ("percent", 40, 40), ("end", 0, True), ("before", 30, "0:30")):
        timed = chosen.time_cue(path, kind, number)
        assert at(timed.tree, path) == {kind: stands, "label": "One minute", "tone": "warning"}
        assert timed.plan() is not None
    assert chosen.remove(path).plan().segments[1].phases[2].cues[0].end is True


def test_a_capture_in_several_phases_stays_one(edited):
    once = edited.duplicate(FEEDBACK).take_sum()
    changed = once.write((*FEEDBACK, "captures", 0, "sharing"), "shared")
    assert changed.plan().captures()["effective"].sharing == "shared"
    more = changed.add_capture(FEEDBACK).add_capture(FEEDBACK).add_capture(WARM_UP)
    assert [capture.id for capture in more.plan().segments[1].phases[2].captures][2:] == ["note", "note-2"]
    assert more.plan().segments[0].phases[0].captures[0].id == "note-3"


def test_ids_stay_short_enough():
    assert free_id("a" * 40, ["a" * 40]) == "a" * 36 + "-2"


# Back and forth


def test_undo_and_redo(edited):
    two = edited.write(("title",), "One").write((*FEEDBACK, "time"), 330)
    assert two.changed
    one = two.undo()
    assert (one.value(("title",)), one.value((*FEEDBACK, "time"))) == ("One", 360)
    assert one.redo().tree == two.tree
    assert one.undo().undo().tree == edited.tree
    assert two.redo() is two
    assert one.write(("title",), "Two").future == ()


def test_typing_in_one_place_is_undone_at_once(edited):
    typed = edited.write(("title",), "O").write(("title",), "On").write(("title",), "One")
    assert typed.undo().tree == edited.tree
    apart = edited.write(("title",), "O").settle().write(("title",), "On")
    assert apart.undo().value(("title",)) == "O"


def test_typing_back_to_what_it_was_is_no_change(edited):
    title = edited.value(("title",))
    back = edited.write(("title",), "O").write(("title",), title)
    assert not back.changed
    assert back.past == ()
    assert edited.write(("title",), title) is edited


def test_what_was_kept_is_no_change_any_more(edited):
    kept = edited.write(("title",), "Mine").keep()
    assert not kept.changed
    assert kept.undo().changed


def test_a_copy_is_a_plan_of_its_own(edited):
    copy = edited.write(("summary",), "S").copied()
    assert copy.value(("title",)) == "Copy of Deliberate practice, led by leaders"
    assert not copy.changed
    assert copy.past == ()
    assert len(edited.write(("title",), "x" * 80).copied().value(("title",))) == 80


def test_half_a_character_does_no_harm(edited):
    assert edited.write(("title",), "a\ud800b").plan().title == "a?b"


@st.composite
def changes(draw, start: Editing):
    """A few verbs one after the other, each at a place that is there then."""
    edited = start
    for _ in range(draw(st.integers(1, 8))):
        phase = draw(st.sampled_from(list(phase_paths(edited.tree)) or [None]))
        if phase is None:
            break
        verb = draw(st.sampled_from(VERBS))
        edited = verb(edited, phase, draw(st.integers(0, 900)), draw(st.text(max_size=6)))
        if draw(st.booleans()):
            edited = edited.settle()
    return edited


def _shifted(edited: Editing, phase, number, _text) -> Editing:
    to = edited.neighbour(phase, -1 if number % 2 else 1)
    return edited.move(phase, to) if to else edited


# From nothing, and after a crash


def test_an_empty_plan_says_what_is_still_to_be_filled():
    new = Editing.new("Ours")
    assert (new.value(("title",)), new.off_s) == ("Ours", -55 * 60)
    assert not new.changed
    assert new.take_sum().problems() == ()


def test_changes_that_were_left_behind_are_gone_on_with(edited):
    changed = edited.write((*FEEDBACK, "title"), "")
    again = Editing.resumed(changed.draft(), TEXT)
    assert again.tree == changed.tree
    assert again.changed
    assert again.undo().tree == edited.tree
    assert not again.undo().changed
    assert Editing.resumed(edited.draft(), TEXT).past == ()


def test_a_new_plan_that_was_left_behind_still_has_to_be_saved():
    again = Editing.resumed(Editing.new("Ours").draft(), None)
    assert (again.value(("title",)), again.changed, again.past) == ("Ours", True, ())


@pytest.mark.parametrize("draft", ["", "[]", "7", '{"title": 1}', '{"segments": [{"phases": [{"title": 3}]}]}'])
def test_what_is_no_draft_is_not_gone_on_with(draft):
    assert Editing.resumed(draft, None) is None


def test_a_file_that_is_no_plan_any_more_is_refused(edited):
    with pytest.raises(Refused):
        Editing.resumed(edited.draft(), b"{}")


# Roles, cards and other ways on


def test_roles_begin_with_the_leader_who_need_not_be_written_down():
    new = Editing.new("Ours").take_sum()
    assert new.roles() == ({"id": "leader", "title": "Leader"},)
    named = new.write(("roles", 0, "title"), "Teller")
    assert named.plan().roles[0].title == "Teller"
    more = named.add_role().add_role().write(("roles", 1, "title"), "Witness").write(("roles", 2, "optional"), True)
    assert [role.id for role in more.plan().roles] == ["leader", "role", "role-2"]
    moved = more.move(("roles", 2), ("roles", 1))
    assert [role.title for role in moved.plan().roles] == ["Teller", "New role", "Witness"]
    assert len(moved.remove(("roles", 1)).roles()) == 2


def test_the_role_of_the_timekeeper_comes_with_the_choice():
    new = Editing.new("Ours").take_sum().give_time_to("role")
    assert [role.id for role in new.plan().roles] == ["leader", "timekeeper"]
    assert new.give_time_to("coach").give_time_to("role").roles() == new.roles()


def test_the_safety_card_comes_with_its_first_line_and_goes_with_its_last():
    new = Editing.new("Ours").take_sum()
    card = new.write_card("lines", ("You may stop.",), "Safety card")
    assert (card.plan().card.title, card.plan().card.lines) == ("Safety card", ("You may stop.",))
    assert card.write_card("lines", (), "Safety card").plan().card is None
    titled = new.write_card("title", "Before we begin", "Safety card")
    assert titled.problems() != ()
    assert titled.write_card("lines", ("Real words",), "Safety card").plan().card.title == "Before we begin"


def test_cards_for_the_coach_are_added_and_changed():
    card = Editing.new("Ours").take_sum().add_card().write(("coach_notes", 0, "title"), "If time slips")
    card = card.write(("coach_notes", 0, "lines"), ("Take a proposal",))
    assert card.plan().coach_notes[0].lines == ("Take a proposal",)
    assert card.remove(("coach_notes", 0)).plan().coach_notes == ()


def test_another_way_on_can_be_taken_from_one_phase():
    new, route = Editing.new("Ours").add_phase(("segments", 0, "phases", 1)).take_sum().add_route("Another topic")
    assert new.branch(route) == WARM_UP
    assert new.plan().routes[route].title == "Another topic"
    later = new.branch_from(route, ("segments", 0, "phases", 1))
    assert later.branch(route) == ("segments", 0, "phases", 1)
    second, other = later.add_route("A third")
    both = second.branch_from(other, ("segments", 0, "phases", 1))
    assert both.plan().segments[0].phases[1].branch == (route, other)
    without = both.remove_route(route)
    assert without.plan().segments[0].phases[1].branch == (other,)
    assert without.remove_route(other).plan().routes == {}
    assert without.remove_route(other).branch(other) is None
    assert len(new.phases()) == 3


def test_a_break_is_a_part_of_its_own():
    new = Editing.new("Ours").add_break(("segments", 1), "Break").take_sum()
    assert (new.plan().segments[1].phases[0].kind, new.sum_s) == ("break", 15 * 60)


VERBS = [
    lambda e, p, n, t: e.write((*p, "title"), t),
    lambda e, p, n, t: e.write((*p, "time"), n),
    lambda e, p, n, t: e.write((*p, "floor"), n),
    lambda e, p, n, t: e.write((*p, "stems"), (t,)),
    lambda e, p, n, t: e.write((*p, "speaks"), "leader"),
    lambda e, p, n, t: e.write(("people", "usual"), n % 60 + 1),
    lambda e, p, n, t: e.add_phase(p),
    lambda e, p, n, t: e.duplicate(p),
    lambda e, p, n, t: e.remove(p),
    lambda e, p, n, t: e.add_segment(p[:-2]),
    lambda e, p, n, t: e.duplicate(p[:-2]),
    lambda e, p, n, t: e.repeat(p[:-2], ("once", "each", "groups")[n % 3]),
    lambda e, p, n, t: e.add_cue(p),
    lambda e, p, n, t: e.choose_cues(p).time_cue((*p, "cues", 0), "after", n),
    lambda e, p, n, t: e.add_capture(p).write((*p, "captures", 0, "title"), t),
    lambda e, p, n, t: e.take_sum(),
    lambda e, p, n, t: e.undo(),
    lambda e, p, n, t: e.redo(),
    _shifted,
]


@given(edited=st.deferred(lambda: changes(Editing.of(TEXT))))
def test_undoing_everything_gives_the_start(edited):
    undone = edited
    while undone.past:
        undone = undone.undo()
    assert undone.tree == Editing.of(TEXT).tree
    again = undone
    while again.future:
        again = again.redo()
    if not edited.future:
        assert again.tree == edited.tree


@given(edited=st.deferred(lambda: changes(Editing.of(TEXT))))
def test_whatever_is_done_is_a_plan_or_has_mistakes_with_places(edited):
    plan = edited.plan()
    mistakes = edited.problems()
    assert (plan is None) == bool(mistakes)
    for mistake in mistakes:
        edited.where(mistake)
    if plan is not None:
        assert plan.seconds() == edited.sum_s
        assert read_plan(write_plan(plan)) == plan
        json.loads(write_plan(plan))
