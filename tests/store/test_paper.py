import json
import re

import pytest

from dp_facilitator.model.durations import read_time_of_day
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.roster import letter, roster
from dp_facilitator.model.timetable import open_session, timetable
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.store.exports.paper import preparation_words as words
from dp_facilitator.store.exports.paper.cards import STEMS, cards_each, cards_part, feedback_cards, stems_of
from dp_facilitator.store.exports.paper.plan_page import plan_page, plan_part, purpose_words
from dp_facilitator.store.exports.paper.press import press
from dp_facilitator.store.exports.paper.sheets import blank_sheets, example_sheet, sheet_parts

NAMES = ["Ana", "Ben", "Cai", "Dee", "Eli"]
SHIPPED = sorted(path.stem for path in shipped_plans_dir().glob("*.json") if ".schema" not in path.name)
TYPST = '#panic("x") *bold* $x$ ]} `raw` @ref //'


def seen(name, names=None, *, start="10:00", end=None, change=None):
    """The course and timetable of a shipped plan, changed as JSON by `change`."""
    tree = json.loads((shipped_plans_dir() / f"{name}.json").read_bytes())
    if change:
        change(tree)
    text = json.dumps(tree).encode()
    people = roster(names or [letter(i) for i in range(read_plan(text).people.usual)])
    starts, ends = (time and read_time_of_day(time) * 10**9 for time in (start, end))
    now = Moment(0, starts)
    session, _ = open_session("paper", now, text, people, starts=starts, ends=ends)
    return session.course, timetable(session.course, now)


def pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def accessible(pdf, title):
    """Whether this is a tagged PDF/UA-1 in British English with that title."""
    assert pdf.startswith(b"%PDF-")
    tagged = b"/MarkInfo" in pdf and b"/StructTreeRoot" in pdf and b"pdfuaid:part>1<" in pdf
    return tagged and b"/Lang(en-GB)" in pdf and f"/Title({title})".encode() in pdf


def test_a_plan_is_one_accessible_page():
    pdf = plan_page(*seen("deliberate-practice-90", NAMES))
    assert accessible(pdf, "Deliberate practice, led by leaders")
    assert pages(pdf) == 1
    assert len(pdf) < 100_000


def test_the_same_plan_gives_the_same_bytes():
    first, second = (plan_page(*seen("deliberate-practice-90", NAMES)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_plan_fits_on_a_page(name):
    assert pages(plan_page(*seen(name), named=False, timed=False)) == 1


@pytest.mark.parametrize("people", [20, 60])
def test_large_groups(people):
    names = [f"Person {letter(i)}" for i in range(people)]
    assert pages(plan_page(*seen("trios-30", names))) <= 2
    assert pages(plan_page(*seen("deliberate-practice-90", names[:20]))) == 1


def test_long_names_break_instead_of_leaving_their_column():
    long = [f"Maximiliana Wolfeschlegelsteinhausenbergerdorff-Hohenlohe {letter(i)}" for i in range(8)]
    assert pages(plan_page(*seen("small-group-120", long))) == 1
    assert pages(feedback_cards(long, 2)) == 4


def test_what_people_typed_stays_text():
    def change(tree):
        tree["title"] = TYPST
        tree["segments"][0]["phases"][0]["title"] = TYPST
        tree["card"]["lines"] = [TYPST]

    pdf = plan_page(*seen("deliberate-practice-90", [f"{TYPST} {n}" for n in NAMES], change=change), purpose=TYPST)
    assert accessible(pdf.replace(rb"\(", b"(").replace(rb"\)", b")"), TYPST)
    assert accessible(blank_sheets([TYPST]), words.TITLE)
    assert accessible(feedback_cards([TYPST], stems=[TYPST]), "Feedback cards")


@pytest.mark.parametrize("name", ["Дмитрий", "Ωmega"])
def test_names_that_the_bundled_fonts_lack(name):
    assert accessible(blank_sheets([name]), words.TITLE)


def test_a_sign_that_no_font_has_is_printed_as_a_box():
    pdf = blank_sheets(["Ana \U000f0000"])
    assert b"/StructTreeRoot" in pdf
    assert b"pdfuaid" not in pdf
    assert pages(pdf) == 1


def test_no_template_or_program_file_is_read_from_elsewhere():
    pdf = press("X", sheet_parts(['#read("/etc/passwd")']))
    assert b"root:" not in pdf


def rows(part):
    return [(row["form"], row["starts"], row["lasts"], row["title"]) for row in part["rows"]]


def test_the_running_order_writes_rounds_once():
    part = plan_part(*seen("deliberate-practice-90", NAMES))
    assert rows(part) == [
        ("step", "10:00", "7:00", "Warm-up"),
        ("heading", "10:07", "1:15:00", "Round, 5 times 15:00"),
        ("step", "", "1:00", "Set-up"),
        ("step", "", "4:00", "Practise"),
        ("step", "", "6:00", "Feedback"),
        ("step", "", "4:00", "Practise again"),
        ("step", "11:22", "8:00", "Debrief"),
    ]
    assert part["rows"][4]["speaks"] == "The others, then the coach"
    assert part["rows"][4]["asked"] == ["“It was effective when…”", "“Next time you could…”"]
    assert part["when"] == "10:00 to 11:30"
    assert part["notes"] == ["After “Warm-up” the group may go another way: Start from shared topics."]
    assert [piece["kind"] for piece in part["strip"][1]["pieces"]] == ["set-up", "practise", "feedback", "again"]


def test_roles_stand_by_round():
    (grid,) = plan_part(*seen("deliberate-practice-90", NAMES))["grids"]
    assert [column["title"] for column in grid["columns"]][:4] == ["Round", "Leader", "Timekeeper", "Set-up"]
    assert grid["rows"][1] == ["2", "Ben", "Ana", "10:22", "10:23", "10:27", "10:33"]
    assert grid["below"] == "Everyone else: team member."


def test_times_from_the_start_and_letters_to_fill_in():
    part = plan_part(*seen("topic-led-90"), named=False, timed=False)
    assert part["when"] == "90 minutes"
    assert part["at-word"] == "From start"
    assert part["rows"][0]["starts"] == "0:00:00"  # a round of 13 minutes has a step of 3:30
    assert part["blanks"] == ["A", "B", "C", "D", "E"]
    whole = plan_part(*seen("deliberate-practice-90"), named=False, timed=False)
    assert whole["rows"][1]["starts"] == "0:07"


def test_fitted_times_are_said():
    part = plan_part(*seen("deliberate-practice-90", [*NAMES, "Flo"], end="11:30"))
    assert part["notes"][0] == (
        "Fitted so that it ends on time: Practise 3:20 instead of 4:00, Feedback 4:50 instead of 6:00 and Practise "
        "again 3:20 instead of 4:00."
    )
    assert part["when"] == "10:00 to 11:30"
    assert part["rows"][1]["starts"] == "10:07:00"
    odd = plan_part(*seen("deliberate-practice-90", NAMES, start="10:00:30"))
    assert odd["when"] == "10:00:30 to 11:30:30"


def test_a_single_round_is_told_with_names_and_roles():
    names = ["Ana", "Ben", "Cai", "Dee", "Eli", "Flo", "Gil"]
    part = plan_part(*seen("group-supervision-60", names))
    (who,) = part["grids"]
    assert who["title"] == "Who does what: Case"
    assert who["rows"] == [names[:6]]
    assert who["below"] == "Everyone else: participant."
    assert {row["speaks"] for row in part["rows"] if row["form"] == "step"} == {
        *("Everyone", "Worker", "The others", "Nobody"),
    }
    pair = plan_part(*seen("one-to-one-first-60"))
    assert pair["grids"][0]["below"] == ""
    assert pair["facts"] == ["2 people", "60 minutes in all", "Facilitator:"]


def test_many_roles_and_long_titles_get_a_table_of_times_of_their_own():
    who, when = plan_part(*seen("small-group-120"))["grids"]
    assert [column["title"] for column in who["columns"]] == [
        *("Dilemma", "Presenter", "Timekeeper", "Scribe", "Observer"),
    ]
    assert when["rows"][0][:3] == ["1", "10:10", "10:15"]
    assert not when["tight"]

    def longer(tree):
        for phase in tree["segments"][1]["phases"]:
            phase["title"] = f"{phase['title']}, which everyone knows"

    _, when = plan_part(*seen("small-group-120", change=longer))["grids"]
    assert when["tight"]


def test_roles_that_stay_empty_and_those_from_outside():
    part = plan_part(*seen("seminar-afternoon-120", ["Ana", "Ben", "Cai", "Dee"]))
    assert part["outside"] == ["Mentor", "Speaker"]
    assert "Mentor" in [row.get("speaks") for row in part["rows"]]
    few = plan_part(*seen("group-supervision-60", ["Ana", "Ben", "Cai", "Dee"]))
    assert [column["title"] for column in few["grids"][0]["columns"]] == [
        *("Worker", "Facilitator", "Timekeeper", "Advisor"),
    ]


def test_other_roles_and_a_coach_who_keeps_the_time():
    def two_roles(tree):
        tree["roles"] = [{"id": "leader", "title": "Leader"}, {"id": "reader", "title": "Reader"}]
        tree["timekeeper"] = "coach"

    course, table = seen("deliberate-practice-90", ["Ana", "Ben"], change=two_roles)
    (grid,) = plan_part(course, table)["grids"]
    assert grid["rows"][0][:3] == ["1", "Ana", "Ben"]
    assert plan_part(course, table)["facts"][-1] == "the coach keeps the time"


def test_groups_on_one_clock():
    groups, turns = plan_part(*seen("trios-30"))["grids"]
    assert groups["rows"][0] == ["1", "A, F, K"]
    assert turns["rows"][0][:2] == ["1", "A, B, C, D and E"]
    assert turns["columns"][1]["title"] == "Clients"


def test_rounds_of_many_phases_show_begin_and_end():
    def longer(tree):
        case = tree["segments"][1]
        case["rounds"] = 2
        tree["total"] = "1:54:00"

    who, when = plan_part(*seen("group-supervision-60", change=longer))["grids"]
    assert when["columns"][1:] == [{"title": "Begins", "wide": False}, {"title": "Ends", "wide": False}]
    assert when["rows"] == [["1", "10:03", "10:57"], ["2", "10:57", "11:51"]]
    assert who["rows"][1][:2] == ["2", "B"]


def test_a_prompt_of_several_rounds_names_nobody():
    def names(tree):
        tree["segments"][1]["phases"][0]["prompt"] = "{leader} speaks. {timekeeper} and {next} wait for {leader}."

    part = plan_part(*seen("deliberate-practice-90", NAMES, change=names))
    assert part["rows"][2]["asked"] == ["The leader speaks. The timekeeper and who comes next wait for the leader."]


def test_the_card_and_what_is_written_down():
    course, table = seen("deliberate-practice-90", NAMES)
    safety, written = plan_part(course, table)["cards"]
    assert safety["title"] == "Before we begin"
    assert len(safety["lines"]) == 4
    assert written["lines"] == [purpose_words()]
    assert len(purpose_words().split()) <= 80
    assert [card["title"] for card in plan_part(course, table, purpose="")["cards"]] == ["Before we begin"]

    def bare(tree):
        del tree["card"]
        del tree["routes"]
        for segment in tree["segments"]:
            for phase in segment["phases"]:
                for key in ("captures", "branch"):
                    phase.pop(key, None)

    assert plan_part(*seen("deliberate-practice-90", NAMES, change=bare))["cards"] == []
    assert pages(plan_page(*seen("deliberate-practice-90", NAMES, change=bare))) == 1


def test_a_plan_in_which_nobody_leads():
    def only_talk(tree):
        tree["segments"] = tree["segments"][:1]
        tree["routes"] = {}
        tree["segments"][0]["phases"][0].pop("branch")
        tree["total"] = "7:00"

    part = plan_part(*seen("deliberate-practice-90", NAMES, change=only_talk))
    assert part["grids"] == []
    assert pages(press("X", [part])) == 1


def test_sheets():
    assert pages(blank_sheets()) == 1
    assert pages(blank_sheets(NAMES)) == 5
    assert accessible(example_sheet(), words.EXAMPLE_TITLE)
    assert pages(example_sheet()) == 1


def test_the_sheet_has_the_five_fields_and_no_more_than_three_criteria():
    (part,) = sheet_parts()
    assert [field["title"] for field in part["fields"]] == [
        "The area I would like to practise",
        "What I want to achieve",
        "The person or people I am speaking to",
        "The success criteria I would like feedback on",
        "Space to plan your practice",
    ]
    assert [field["lines"] for field in part["fields"] if field["numbered"]] == [3]
    assert len(words.EXAMPLE.sheet.criteria) == 3
    assert words.EXAMPLE.words("area") == (words.EXAMPLE.sheet.area,)
    assert len(words.EXAMPLE.words("plan")) == 5


def test_the_example_is_our_own():
    told = " ".join((words.EXAMPLE.sheet.area, words.EXAMPLE.sheet.aim, words.EXAMPLE.plan)).lower()
    assert "vicarious" not in told


def test_cards():
    assert pages(feedback_cards()) == 1
    assert pages(feedback_cards(NAMES, 5)) == 7
    part = cards_part(["Ana", "Ben"], 2)
    assert [card["leader"] for card in part["cards"]] == ["Ana", "Ana", "Ben", "Ben"]
    assert (cards_each(5), cards_each(20), cards_each(15, 3)) == (5, 8, 3)


def test_cards_carry_the_stems_of_the_plan():
    def stems(name):
        return stems_of(read_plan((shipped_plans_dir() / f"{name}.json").read_bytes()))

    assert stems("deliberate-practice-90") == STEMS
    assert stems("small-group-120") == ("It was effective when…", "I noticed how you…")
    assert stems("briefing-180") == STEMS
