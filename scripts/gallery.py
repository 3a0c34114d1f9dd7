"""Draw every widget in every state, in each theme, and save the pictures to look at.

QT_QPA_PLATFORM=offscreen python scripts/gallery.py FOLDER [--scale 2.0] [--theme paper]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look, load_fonts, mark
from dp_facilitator.ui.tokens import Sizes, load_tokens
from dp_facilitator.ui.widgets.bar import PhaseBar, TimeBar, TwinBar
from dp_facilitator.ui.widgets.buttons import (
    ActionButton,
    IconButton,
    LinkButton,
    MainButton,
    PrimaryButton,
    QuietButton,
)
from dp_facilitator.ui.widgets.card import Banner, Card
from dp_facilitator.ui.widgets.digits import Digits
from dp_facilitator.ui.widgets.empty import EmptyState
from dp_facilitator.ui.widgets.entry import NoteBox
from dp_facilitator.ui.widgets.fields import DurationField, TimeField
from dp_facilitator.ui.widgets.note_card import NoteCard
from dp_facilitator.ui.widgets.pills import Chip, Flow, Pill
from dp_facilitator.ui.widgets.prose import Prose
from dp_facilitator.ui.widgets.rows import ReorderList, Row
from dp_facilitator.ui.widgets.text import Words

ASSETS = Path(__file__).resolve().parents[1] / "assets"
LONG = "Maximiliane-Christabel Featherstonehaugh"
ROUND = ((60.0, "setup"), (240.0, "practise"), (360.0, "feedback"), (240.0, "again"))


def page(width: int) -> tuple[QWidget, QVBoxLayout]:
    """An empty page of a width, and the column on it."""
    surface = QWidget()
    surface.setProperty("role", "page")
    surface.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    surface.setFixedWidth(width)
    column = QVBoxLayout(surface)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(16)
    return surface, column


def row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side, the last followed by nothing."""
    line = QHBoxLayout()
    line.setSpacing(12)
    for widget in widgets:
        line.addWidget(widget)
    return line


def action(owner: QWidget, text: str, key: str) -> QAction:
    made = QAction(text, owner)
    made.setShortcut(QKeySequence(key))
    return made


def words_page(look: Look) -> QWidget:
    surface, column = page(900)
    card = Card("Words")
    for role in ("display", "title", "heading", "lead", "body", "strong", "muted", "label", "small"):
        card.body.addWidget(Words(f"{role}: Ana practises again, 4:00 & <b>plain</b>", role))
    for tone in ("calm", "good", "warning", "over"):
        card.body.addWidget(Words(f"{tone}: 2:10 behind", tone=tone))
    card.body.addWidget(Words(f"elided: {LONG} " * 5, elide=True))
    card.body.addWidget(
        Prose(
            look,
            "Prose: when we start supervision, I will ask for one thing that went well first. " * 3,
        )
    )
    column.addWidget(card)
    pills = Flow()
    for tone, text in (
        ("", "10:16"),
        ("warning", "▲ 2:10 behind · ends about 11:32"),
        ("good", "✓ on time"),
        ("over", "☐ 0:40 over"),
        ("calm", "● Time left"),
        ("", "Timekeeper: Eli, then Ana"),
    ):
        pills.add(Pill(text, tone))
    column.addWidget(pills)
    chips = Flow()
    for number, (name, marks, chosen) in enumerate(
        (("Ben", 2, False), ("Cai", 1, True), ("Dee", 0, False), (LONG, 5, False), ("Coach", 0, True)),
        start=1,
    ):
        chip = Chip(look, number, f"{number} {name}")
        chip.show_marks(marks)
        chip.setChecked(chosen)
        chips.add(chip)
    column.addWidget(chips)
    icons = Flow(12)
    for name in Icons(ASSETS / "icons").names():
        icons.add(IconButton(look, name, name))
    column.addWidget(icons)
    return surface


def buttons_page(look: Look) -> QWidget:
    surface, column = page(646)
    main = MainButton(look, "Next: Ana practises again, 4:00")
    main.follow(action(surface, "Next", "PgDown"))
    long = MainButton(look, f"Next: {LONG} practises again after a pause for the room, 4:00")
    long.follow(action(surface, "Next", "PgDown"))
    off = MainButton(look, "Next: nothing more")
    off.setEnabled(False)
    focused = MainButton(look, "Next: this one has the focus")
    focused.setObjectName("focus-first")
    for button in (main, long, off, focused):
        column.addWidget(button)
    actions = QHBoxLayout()
    actions.setSpacing(10)
    for text, key in (("Pause", "Space"), ("− 1 min", ""), ("+ 1 min", ""), ("Undo", "Ctrl+Z")):
        button = ActionButton(look)
        button.follow(action(surface, text, key))
        actions.addWidget(button)
    column.addLayout(actions)
    disabled = ActionButton(look, "Not now")
    disabled.setEnabled(False)
    ringed = ActionButton(look, "Focused")
    ringed.setObjectName("focus-second")
    column.addLayout(row(disabled, ringed, ActionButton(look, f"Pass {LONG}")))
    grey = PrimaryButton("Open the session")
    grey.setEnabled(False)
    held = PrimaryButton("Focused")
    held.setObjectName("focus-third")
    column.addLayout(row(PrimaryButton("Save Ana’s notes & go"), grey, held))
    quiet_off = QuietButton("Not possible")
    quiet_off.setEnabled(False)
    quiet_focus = QuietButton("Focused")
    quiet_focus.setObjectName("focus-fourth")
    column.addLayout(row(QuietButton("Swap screens"), quiet_focus, quiet_off))
    link_focus = LinkButton("All plans and your own ›")
    link_focus.setObjectName("focus-fifth")
    icon_focus = IconButton(look, "help", "Help")
    icon_focus.setObjectName("focus-sixth")
    column.addLayout(row(LinkButton("‹ Home"), link_focus, IconButton(look, "sound", "Sound"), icon_focus))
    return surface


def banners_page(look: Look) -> QWidget:
    surface, column = page(1000)
    carry = Banner(
        look,
        "Carry on: Ben’s feedback, 3:20 left",
        "accent",
        closable=False,
        detail="Interrupted at 10:41, two minutes ago. All notes are here.",
    )
    carry.add_choice("Not now")
    carry.add_choice("Carry on", main=True)
    column.addWidget(carry)
    column.addWidget(Banner(look, "Ends at 11:30 with nothing to spare.", "good"))
    column.addWidget(Banner(look, "The projector is gone. The countdown goes on here.", "warning"))
    failed = Banner(
        look,
        "The last two notes are not on the disk yet. They stay in this window; make room on the disk, then try again.",
        "over",
    )
    for choice in ("Try again", "Save elsewhere", "Show the notes"):
        failed.add_choice(choice)
    column.addWidget(failed)
    column.addWidget(Banner(look, "Everything stays on this computer.", "note"))
    chosen = Card("Deliberate practice, led by leaders")
    chosen.show_chosen(True)
    chosen.body.addWidget(Words("Each leader practises, hears feedback and practises again.", "muted"))
    small = PhaseBar(look, 10)
    small.show_segments(tuple((60.0, "practise") for _ in range(5)))
    chosen.body.addWidget(small)
    chosen.body.addStretch(1)
    empty = Card()
    empty.body.addWidget(EmptyState(look, "people", "Nobody is here yet.", "Add a name"))
    column.addLayout(row(chosen, empty))
    return surface


def time_page(look: Look) -> QWidget:
    surface, column = page(700)
    for text, tone, fraction, notch in (
        ("4:12", "calm", 0.7, 0.17),
        ("0:52", "warning", 0.14, 0.17),
        ("0:18", "over", 1.0, None),
    ):
        card = Card()
        digits = Digits(look, "0:00")
        digits.setFixedHeight(130)
        digits.show_text(text, tone)
        bar = TimeBar(look)
        bar.show_time(fraction, notch, tone)
        card.body.addWidget(digits)
        card.body.addWidget(bar)
        column.addWidget(card)
    card = Card("The plan")
    grid = QGridLayout()
    for number, (name, parts) in enumerate(
        (("Warm the context", ((420.0, "other"),)), ("Ana", ROUND), ("Break", ((300.0, "break"),)))
    ):
        bar = PhaseBar(look)
        bar.show_segments(parts, 900)
        grid.addWidget(Words(name, "strong"), number, 0)
        grid.addWidget(bar, number, 1)
    for number, (planned, used) in enumerate(((60, 110), (360, 348), (240, 0)), start=3):
        twin = TwinBar(look)
        twin.show_times(planned, used, 400)
        grid.addWidget(Words("Planned and used", "small"), number, 0)
        grid.addWidget(twin, number, 1)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    column.addWidget(card)
    return surface


def people_page(look: Look) -> QWidget:
    surface, column = page(420)
    card = Card("Who is here")
    people = ReorderList(look)
    people.setObjectName("focus-first")
    people.show_rows(
        (
            Row("Ana", "sheet ready", True),
            Row("Ben", "sheet ready", True),
            Row("Cai", "area only"),
            Row(LONG, "no sheet yet"),
            Row("Eli & <i>Jo</i>"),
        )
    )
    people.setCurrentIndex(people.model().index(2, 0))
    people.setFixedHeight(look.px(58) * 5 + 4)
    card.body.addWidget(people)
    entry = QLineEdit()
    entry.setPlaceholderText("Type a name, or paste a list")
    entry.setProperty("role", "dashed")
    card.body.addWidget(entry)
    column.addWidget(card)
    return surface


def notes_page(look: Look) -> QWidget:
    surface, column = page(424)
    card = Card("Feedback for Ana")
    usual = NoteCard(look, "1", "you asked Sam’s view before giving yours", "Ben · criterion 2")
    usual.show_saving("saved")
    starred = NoteCard(look, "2", "pause after the question", "Ben")
    starred.show_star("Ana’s one change")
    held = NoteCard(look, "3", "you slowed down at the start", "Cai · criterion 1")
    held.setObjectName("focus-first")
    failed = NoteCard(look, "4", "say what the team gains " * 5, f"{LONG} · criterion 3")
    failed.show_saving("failed")
    for note in (usual, starred, held, failed):
        card.body.addWidget(note)
    box = NoteBox(look, "Cai: next time you could…")
    box.put("say what the team gains from it")
    mark(box, active=True)
    blank = NoteBox(look, "", "Type what was said")
    full = NoteBox(look, "Ben: it was effective when…")
    full.put("a line that goes on and on " * 12)
    for entry in (box, blank, full):
        card.body.addWidget(entry)
    column.addWidget(card)
    return surface


def fields_page(look: Look) -> QWidget:
    surface, column = page(700)
    card = Card("The plan")
    start, length, wrong = TimeField("Starts"), DurationField("Each leader"), DurationField("Wrong")
    start.show_value("10:00")
    length.show_value(900)
    wrong.setText("a while")
    mark(wrong, wrong=True)
    start.setObjectName("focus-first")
    card.body.addLayout(row(start, length, wrong))
    choice, number, off = QComboBox(), QSpinBox(), QLineEdit("Not now")
    choice.addItems(["Paper", "Night", "High contrast"])
    off.setEnabled(False)
    card.body.addLayout(row(choice, number, off))
    ticked, chosen = QCheckBox("Sound at the end"), QRadioButton("Two screens")
    ticked.setChecked(True)
    chosen.setChecked(True)
    card.body.addLayout(row(ticked, QCheckBox("Not ticked"), chosen, QRadioButton("One")))
    busy = QProgressBar()
    busy.setValue(40)
    card.body.addWidget(busy)
    table = QTableWidget(4, 3)
    table.setHorizontalHeaderLabels(["Who", "Planned", "Used"])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for line, texts in enumerate(
        (
            ("Ana", "15:00", "16:10"),
            ("Ben", "15:00", "14:50"),
            ("Cai", "15:00", "15:00"),
            ("Dee", "15:00", "12:40"),
        )
    ):
        for at, text in enumerate(texts):
            table.setItem(line, at, QTableWidgetItem(text))
    table.selectRow(1)
    card.body.addWidget(table)
    column.addWidget(card)
    return surface


PAGES = (words_page, buttons_page, banners_page, time_page, people_page, notes_page, fields_page)


def draw(app: QApplication, look: Look, theme: str, scale: float, folder: Path) -> None:
    """Save every page once as it is and once for each place the focus is shown in."""
    look.wear(load_tokens(ASSETS / "themes" / f"{theme}.json"), scale)
    look.dress(app)
    for build in PAGES:
        surface = build(look)
        name = f"{theme}-{scale:g}-{build.__name__.removesuffix('_page')}"
        surface.show()
        # Wrapped words know their height only once they know their width.
        for _ in range(3):
            app.processEvents()
            surface.layout().invalidate()
            surface.resize(surface.width(), surface.heightForWidth(surface.width()))
        surface.grab().save(str(folder / f"{name}.png"))
        for held in ("first", "second", "third", "fourth", "fifth", "sixth"):
            target = surface.findChild(QWidget, f"focus-{held}")
            if target is not None:
                surface.activateWindow()
                target.setFocus(Qt.FocusReason.TabFocusReason)
                app.processEvents()
                surface.grab().save(str(folder / f"{name}-focus-{held}.png"))
        surface.close()


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--scale", type=float, default=1.0)
    asked.add_argument("--theme", action="append", choices=("paper", "night", "contrast"))
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    load_fonts(ASSETS / "fonts")
    first = load_tokens(ASSETS / "themes" / "paper.json")
    look = Look(first, Sizes(given.scale), Icons(ASSETS / "icons"))
    for theme in given.theme or ("paper", "night"):
        draw(app, look, theme, given.scale, given.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
