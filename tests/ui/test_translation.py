"""Every word of the pages comes from the catalogue; what a plan or a person says stands as it is."""

import json
import re
from collections.abc import Iterator

import pytest
from pages import FIVE, PLAN, SHEET, Tour, settle
from pseudo import HOLE, accented, language, untranslated
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from dp_facilitator import words
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.big_screen.face import Face
from dp_facilitator.ui.widgets.following import FollowingButton
from dp_facilitator.ui.widgets.text import Words

SAID_BY_THE_TEST = (
    "settings.json cannot be written: the disk is full. Free some space.",
    "The folder of this session cannot be made: there is no room on the disk. Free some space.",
    "journal.jsonl cannot be written: the disk is full. Free some space, then press Retry.",
    "you asked for their view before giving yours",
    "Try it with Kit on Monday",
    *("day.csv", "Time", "Activity", "Who", "Nothing", "End", "soon", "Untitled"),
)
NAMES_OF_THINGS = (
    "Atkinson Hyperlegible Next, Inter",
    "Qt 6 and PySide6",
    "miniaudio",
    "wakepy, jeepney",
    "pydantic, annotated-types, typing-inspection",
    "platformdirs, cffi, pycparser",
    "Python, typing-extensions",
    "Alt+Up",  # as Qt writes it in a menu, in its own translation
    "Alt+Down",
    "Ctrl+Return",
)


def in_files(value: object) -> Iterator[str]:
    """Every text in a tree of JSON."""
    if isinstance(value, dict):
        for each in value.values():
            yield from in_files(each)
    elif isinstance(value, list):
        for each in value:
            yield from in_files(each)
    elif isinstance(value, str):
        yield value


def of_people_and_plans(*more: str) -> re.Pattern[str]:
    """What nobody translates: the texts of plans, of sheets and notes, the names of people and things."""
    plans = [json.loads(path.read_text("utf-8")) for path in sorted(shipped_plans_dir().glob("*.json"))]
    sheet = (SHEET.area, SHEET.aim, SHEET.audience, *SHEET.criteria)
    labels = ("Leader", "Team member", "Coach", "Timekeeper")  # of a plan that does not rename them
    texts = (*in_files(plans), *sheet, *labels, *FIVE, *SAID_BY_THE_TEST, *NAMES_OF_THINGS, *more)
    # A plan says {leader} where the page has a name; a stem stands in quotes, without its dots.
    pieces = {piece.strip(" .,:…") for text in texts for piece in HOLE.split(text) if not HOLE.fullmatch(piece)}
    longest = sorted((piece for piece in pieces if piece), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(piece)}(?!\w)" for piece in longest), re.IGNORECASE)


def told(widget: QWidget) -> Iterator[str]:
    """All that a widget says: to the eye, under the pointer, and to a screen reader."""
    yield from (widget.accessibleName(), widget.accessibleDescription())
    yield from re.findall(r">([^<]*)<", widget.toolTip()) if widget.toolTip().startswith("<") else [widget.toolTip()]
    yield from (action.text() for action in widget.actions() if isinstance(action, QAction))
    if isinstance(widget, Words):
        yield widget.whole_text()
    elif isinstance(widget, FollowingButton):
        yield widget.words()
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    if isinstance(widget, Face):
        yield widget.faced.said


def everything(tour: Tour) -> Iterator[tuple[str, QWidget]]:
    """The pages of the tour, and that of plans."""
    yield from tour.states()
    tour.app.make_plans()
    tour.app.plans.open(PLAN)
    page = tour.app.desk.plans
    settle()
    yield "plans, a shipped one", page
    page.show_copy((shipped_plans_dir() / f"{PLAN}.json").read_bytes())
    settle()
    yield "plans, an own one", page
    page.bench.editor.open_phase(("segments", 1, "phases", 1))
    settle()
    yield "plans, a phase", page


def test_every_word_of_the_pages_is_translated(make, monkeypatch: pytest.MonkeyPatch) -> None:
    pseudo = language(accented)
    monkeypatch.setattr(words, "catalogue", lambda: pseudo)
    tour: Tour = make()
    allowed = of_people_and_plans(PLAN, str(tour.app._where.sessions))
    wrong: dict[str, str] = {}
    for state, page in everything(tour):
        for widget in (page, *page.findChildren(QWidget)):
            for text in told(widget):
                if left := untranslated(allowed.sub("", text)):
                    wrong.setdefault(f"{type(widget).__name__}: {text!r}: {left}", state)
    assert not wrong, "\n".join(f"{state}: {what}" for what, state in wrong.items())
