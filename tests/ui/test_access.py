"""Everyone can use every page: names and roles, Tab in reading order, a visible focus, targets, and no cut text.

The real program is led through its pages (tests/pages.py); what is asked of one page is asked of all.
"""

from collections import Counter
from itertools import pairwise

import pytest
from pages import FIVE, LONG, settle
from pseudo import from_the_right, language, longer
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from seen_text import unread

from dp_facilitator import words
from dp_facilitator.store.settings import Settings
from dp_facilitator.ui.desk.reading_order import bring_into_view
from dp_facilitator.ui.widgets.big_button import BigButton
from dp_facilitator.ui.widgets.note_field import NoteField

SIZES = ((1280, 720), (1366, 768))
LEAST, LEAST_VERB = 24, 64
AMONG = QAccessible.Role
NO_ROLE = (AMONG.NoRole, AMONG.Client, AMONG.Window, AMONG.Pane, AMONG.Grouping)


def name_of(widget: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen else ""


def said(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{name_of(widget)}”"


def interactive(page: QWidget) -> list[QWidget]:
    """What can be pressed, typed in or come to by Tab."""
    tab = Qt.FocusPolicy.TabFocus.value
    return [
        w
        for w in page.findChildren(QWidget)
        if w.isVisible()
        and not w.visibleRegion().isEmpty()
        and (w.focusPolicy().value & tab or isinstance(w, QAbstractButton))
        and w.focusProxy() is None
    ]


def test_everything_has_a_name_and_a_role(make) -> None:
    wrong = []
    for state, page in make().states():
        for widget in interactive(page):
            seen = QAccessible.queryAccessibleInterface(widget)
            scrolls = isinstance(widget, QScrollArea)  # Qt has no role for a part that scrolls
            if seen is None or (seen.role() in NO_ROLE and not scrolls) or not name_of(widget).strip():
                wrong.append(f"{state}: {said(widget)}, {seen.role() if seen else None}")
    assert not wrong, "\n".join(wrong)


def test_no_label_reads_markup(make) -> None:
    wrong = [
        f"{state}: {label.text()!r}"
        for state, page in make(names=LONG).states()
        for label in page.findChildren(QLabel)
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert not wrong, "\n".join(wrong)


def test_targets_are_large_enough(make) -> None:
    wrong = []
    for state, page in make().states():
        for widget in interactive(page):
            size = widget.size()
            least = LEAST_VERB if isinstance(widget, BigButton) else LEAST
            if size.height() < least or size.width() < LEAST:
                wrong.append(f"{state}: {said(widget)} is {size.width()} × {size.height()}")
    assert not wrong, "\n".join(wrong)


# Tab


def go_round(qtbot: QtBot, page: QWidget, back: bool = False) -> list[QWidget]:
    """Every stop of Tab, from the first one until it comes round."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    came: list[QWidget] = []
    for _ in range(300):
        focus = QApplication.focusWidget() or page
        # In the note box Tab alone changes the stem.
        held = Qt.KeyboardModifier.ControlModifier if isinstance(focus, NoteField) else Qt.KeyboardModifier.NoModifier
        if back:
            qtbot.keyClick(focus, Qt.Key.Key_Backtab, held | Qt.KeyboardModifier.ShiftModifier)
        else:
            qtbot.keyClick(focus, Qt.Key.Key_Tab, held)
        now = QApplication.focusWidget()
        assert now is not None
        assert now is not focus, f"{said(now)} keeps the focus"
        if came and now is came[0]:
            return came
        came.append(now)
    raise AssertionError(f"Tab does not come round: {[said(w) for w in came[:12]]}")


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def read_at(widget: QWidget, beside: QWidget) -> QRect:
    """Where it stands when nothing is scrolled; seen from outside, what scrolls stands where its frame is."""
    rect, around = place(widget), widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and not around.isAncestorOf(beside):
            rect = place(around)
        elif isinstance(around, QScrollArea):
            rect.translate(around.horizontalScrollBar().value(), around.verticalScrollBar().value())
        around = around.parentWidget()
    return rect


def against_reading(one: QWidget, after: QWidget) -> bool:
    """Whether a step goes up without going right, or left without going down."""
    a, b = read_at(one, after), read_at(after, one)
    up = b.bottom() <= a.top() and b.left() < a.right()
    left = b.right() <= a.left() and b.top() < a.bottom() and b.bottom() <= a.bottom()
    return up or left


def test_tab_goes_round_each_page_as_it_is_read(make, qtbot: QtBot) -> None:
    wrong = []
    for state, page in make().states():
        came = go_round(qtbot, page)
        tabbed = [w for w in interactive(page) if w.isEnabled() and w.focusPolicy().value & 1]
        missed = {said(w) for w in tabbed if not isinstance(w, QScrollArea)} - set(map(said, came))
        wrong += [f"{state}: Tab misses {one}" for one in missed]
        wrong += [f"{state}: {said(w)} twice" for w, n in Counter(came).items() if n > 1]
        for one, after in pairwise(came):
            if against_reading(one, after):
                wrong.append(f"{state}: {said(after)} after {said(one)}")
        if state == "run, feedback, crowded":
            assert go_round(qtbot, page, back=True)[::-1] == came
    assert not wrong, "\n".join(wrong)


# A visible focus


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: int, other: int) -> float:
    a, b = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (a + 0.05) / (b + 0.05)


def picture(page: QWidget, rect: QRect) -> QImage:
    return page.window().grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)


def ring(before: QImage, after: QImage) -> tuple[int, int]:
    """How many pixels have changed to something that stands out from what is around by 3:1 or more, and how many
    there would be in a ring of two pixels around all that has changed."""
    around = Counter(before.pixel(x, y) for x in range(0, before.width(), 3) for y in range(0, before.height(), 3))
    grounds = [colour for colour, _ in around.most_common(2)]
    changed = [
        (x, y) for y in range(after.height()) for x in range(after.width()) if before.pixel(x, y) != after.pixel(x, y)
    ]
    known: dict[int, bool] = {}
    strong = 0
    for x, y in changed:
        colour = after.pixel(x, y)
        if colour not in known:
            known[colour] = any(contrast(colour, ground) >= 3 for ground in grounds)
        strong += known[colour]
    if not changed:
        return 0, 0
    wide = max(x for x, _ in changed) - min(x for x, _ in changed)
    high = max(y for _, y in changed) - min(y for _, y in changed)
    return strong, 4 * (wide + high)


MANY = ("Chip", "KeyField", "NameRow", "PlanTile", "NoteCard")
LOOKED_AT = (
    "home, interrupted", "settings", "set-up", "set-up, a sheet and trouble", "run, set-up of the first", "run, people",
    "run, a person", "run, feedback, crowded", "review, session", "review, a leader", "review, times",
)  # fmt: skip


def test_the_focus_is_seen(make) -> None:
    wrong = []
    for state, page in make().states():
        if state not in LOOKED_AT:
            continue
        page.window().activateWindow()
        settle()
        seen: set[type] = set()
        for widget in interactive(page):
            kind = type(widget)
            # One of each kind is enough, but what paints itself by its role is looked at in each.
            if not widget.isEnabled() or not widget.focusPolicy().value & 1 or (kind in seen and kind.__name__ in MANY):
                continue
            seen.add(kind)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(widget)
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.setCursorWidth(0) if isinstance(widget, QPlainTextEdit) else None
                clear = getattr(widget, "deselect", None)
                clear() if clear else None
            settle()
            shown = widget.parentWidget() if isinstance(widget, NoteField) else widget  # the box around it has the ring
            rect = place(shown).adjusted(-4, -4, 4, 4) & page.window().rect()
            focused = picture(page, rect)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            settle()
            strong, wanted = ring(picture(page, rect), focused)
            if not wanted or strong < 0.6 * wanted:
                wrong.append(f"{state}: {said(widget)}: {strong} of {wanted}")
    assert not wrong, "\n".join(wrong)


# Text


@pytest.mark.parametrize(
    ("scale", "names"),
    [
        pytest.param(1.0, LONG, id="1.0-long names"),
        pytest.param(2.0, FIVE, id="2.0-short names"),
        pytest.param(1.0, FIVE, id="1.0-short names", marks=pytest.mark.slow),
        pytest.param(1.5, FIVE, id="1.5-short names", marks=pytest.mark.slow),
        pytest.param(1.5, LONG, id="1.5-long names", marks=pytest.mark.slow),
        pytest.param(2.0, LONG, id="2.0-long names", marks=pytest.mark.slow),
    ],
)
def test_no_text_is_cut(make, scale: float, names: tuple[str, ...]) -> None:
    tour = make(scale, names)
    wrong = []
    for state, page in tour.states():
        for size in SIZES:
            tour.app.desk.resize(*size)
            settle()
            now = tour.app.desk.size().toTuple()
            wrong += [f"{state}: {now} instead of {size}"] if now != size else []
            wrong += [f"{state}, {size}: {one}" for one in unread(page)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("scale", "change"),
    [
        pytest.param(2.0, longer, id="2.0-longer"),
        pytest.param(1.0, longer, id="1.0-longer", marks=pytest.mark.slow),
        pytest.param(1.0, from_the_right, id="1.0-from the right", marks=pytest.mark.slow),
    ],
)
def test_words_of_other_languages_are_not_cut_either(make, monkeypatch, scale: float, change) -> None:
    pseudo = language(change)
    monkeypatch.setattr(words, "catalogue", lambda: pseudo)
    tour = make(scale)
    wrong = []
    for state, page in tour.states():
        tour.app.desk.resize(*SIZES[0])
        settle()
        settle()
        assert tour.app.desk.isRightToLeft() == (change is from_the_right)
        now = tour.app.desk.size().toTuple()
        wrong += [f"{state}: {now} instead of {SIZES[0]}"] if now != SIZES[0] else []
        wrong += [f"{state}: {one}" for one in unread(page)]
    assert not wrong, "\n".join(wrong)


def test_a_page_that_is_worn_larger_is_like_one_that_was_made_so(make) -> None:
    """Every length follows the size of the text, also where it was set while the page was made."""
    made, worn = make(1.5), make(1.0)
    worn.app.preparing.changed.emit(Settings(theme="paper", scale=1.5))
    wrong = []
    for (state, one), (_, other) in zip(made.states(), worn.states(), strict=True):
        pictures = []
        for page in (one, other):
            page.window().resize(*SIZES[1])
            page.setFocus()
            settle()
            pictures.append(page.grab().toImage())
        if pictures[0] != pictures[1]:
            wrong.append(state)
    assert not wrong, "\n".join(wrong)
