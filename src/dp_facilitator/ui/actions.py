"""Every action of the program in one table: buttons, keys, clicker and tests all call these."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dp_facilitator.ui.keymap import keys_of
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import marked, tr


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table. `verb` is the slot that it calls; `keys` are in the order of preference."""

    name: str
    words: str
    keys: tuple[str, ...]
    icon: str
    tip: str
    verb: str


TABLE: Final = (
    Entry(
        "next",
        marked("Next"),
        ("PgDown", "Right", "N"),
        "next",
        marked("Ends this step and begins the next"),
        "press_next",
    ),
    Entry("back", marked("Back"), ("PgUp", "Left"), "back", marked("Goes back to the step before"), "press_back"),
    Entry("pause", marked("Pause"), ("Space",), "pause", marked("Starts, pauses or goes on"), "press_pause"),
    Entry("plus", marked("+ 1 min"), ("+", "="), "plus", marked("Gives this step one minute more"), "press_plus"),
    Entry("minus", marked("− 1 min"), ("-",), "minus", marked("Takes one minute from this step"), "press_minus"),
    Entry(
        "plus_ten",
        "+ 10 s",
        ("Ctrl++", "Ctrl+="),
        "plus",
        marked("Gives this step ten seconds more"),
        "press_plus_ten",
    ),
    Entry("minus_ten", "− 10 s", ("Ctrl+-",), "minus", marked("Takes ten seconds from this step"), "press_minus_ten"),
    Entry(
        "undo",
        marked("Undo"),
        ("Ctrl+Z",),
        "undo",
        marked("Takes the last step back, as if it had not been"),
        "press_undo",
    ),
    Entry(
        "redo", marked("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", marked("Puts back what was undone"), "press_redo"
    ),
    Entry(
        "restart",
        marked("Begin this step again"),
        ("Ctrl+R",),
        "undo",
        marked("Gives this step its full time"),
        "press_restart",
    ),
    Entry(
        "finish",
        marked("Finish the session"),
        ("Ctrl+Shift+F",),
        "check",
        marked("Ends the session here"),
        "press_finish",
    ),
    Entry(
        "blank",
        marked("Blank"),
        ("B", "."),
        "blank",
        marked("Makes the big screen dark, and lights it again"),
        "press_blank",
    ),
    Entry(
        "swap",
        marked("Swap screens"),
        ("S",),
        "swap",
        marked("Moves the big screen to the other display"),
        "press_swap",
    ),
    Entry(
        "full", marked("Full screen"), ("F",), "screen", marked("Lets the big screen fill its display"), "press_full"
    ),
    Entry("nudge", marked("Back to practice"), ("K",), "people", marked("Reminds the room, kindly"), "press_nudge"),
    Entry("later", marked("For later…"), ("L",), "note", marked("Puts a thought on the for-later list"), "press_later"),
    Entry("sound", marked("Sound"), ("M",), "sound", marked("Sound on or off"), "press_sound"),
    Entry(
        "people",
        marked("People and timings…"),
        ("P",),
        "people",
        marked("Who is here, who is next, and the end"),
        "press_people",
    ),
    Entry("note", marked("Write a note"), ("W",), "edit", marked("Puts the cursor into the note box"), "press_note"),
    Entry(
        "message",
        marked("To the message"),
        ("F6",),
        "warning",
        marked("Goes to the question that is asked above the clock"),
        "press_message",
    ),
    Entry("help", marked("Keys"), ("?", "F1"), "help", marked("Shows all keys"), "press_help"),
)


class Actions:
    """The table as QActions of one page; their keys work wherever the focus is in its window, while it is shown."""

    def __init__(self, owner: QWidget, look: Look) -> None:
        self._made: dict[str, QAction] = {}
        for entry in TABLE:
            action = QAction(look.icon(entry.icon), tr(entry.words), owner)
            action.setObjectName(entry.name)
            action.setToolTip(tr(entry.tip))
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setAutoRepeat(False)
            action.setEnabled(False)
            owner.addAction(action)
            self._made[entry.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def bind(self, *targets: QObject) -> None:
        """Lets each action call its verb on the first target that has it."""
        for entry in TABLE:
            owner = next(target for target in targets if hasattr(target, entry.verb))
            self._made[entry.name].triggered.connect(getattr(owner, entry.verb))
            self._made[entry.name].setEnabled(True)

    def share(self, window: QWidget) -> None:
        """Lets the keys work in another window too."""
        window.addActions(list(self._made.values()))

    def use_keys(self, changed: Mapping[str, str], single: bool = True) -> None:
        """Takes the keys that someone has changed, by the name of the action; empty for none. Those of one letter can
        be switched off (A10); the others stay."""
        for name, keys in keys_of(TABLE, changed, single).items():
            self._made[name].setShortcuts([QKeySequence(key) for key in keys])
