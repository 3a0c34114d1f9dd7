"""Every action of the program in one table: buttons, keys, clicker and tests all call these."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dp_facilitator.ui.keymap import keys_of
from dp_facilitator.ui.theme import Look


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
    Entry("next", "Next", ("PgDown", "Right", "N"), "next", "Ends this step and begins the next", "press_next"),
    Entry("back", "Back", ("PgUp", "Left"), "back", "Goes back to the step before", "press_back"),
    Entry("pause", "Pause", ("Space",), "pause", "Starts, pauses or goes on", "press_pause"),
    Entry("plus", "+ 1 min", ("+", "="), "plus", "Gives this step one minute more", "press_plus"),
    Entry("minus", "− 1 min", ("-",), "minus", "Takes one minute from this step", "press_minus"),
    Entry(
        "plus_ten",
        "+ 10 s",
        ("Ctrl++", "Ctrl+="),
        "plus",
        "Gives this step ten seconds more",
        "press_plus_ten",
    ),
    Entry("minus_ten", "− 10 s", ("Ctrl+-",), "minus", "Takes ten seconds from this step", "press_minus_ten"),
    Entry("undo", "Undo", ("Ctrl+Z",), "undo", "Takes the last step back, as if it had not been", "press_undo"),
    Entry("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "Puts back what was undone", "press_redo"),
    Entry(
        "restart",
        "Begin this step again",
        ("Ctrl+R",),
        "undo",
        "Gives this step its full time",
        "press_restart",
    ),
    Entry("finish", "Finish the session", ("Ctrl+Shift+F",), "check", "Ends the session here", "press_finish"),
    Entry("blank", "Blank", ("B", "."), "blank", "Makes the big screen dark, and lights it again", "press_blank"),
    Entry("swap", "Swap screens", ("S",), "swap", "Moves the big screen to the other display", "press_swap"),
    Entry("full", "Full screen", ("F",), "screen", "Lets the big screen fill its display", "press_full"),
    Entry("nudge", "Back to practice", ("K",), "people", "Reminds the room, kindly", "press_nudge"),
    Entry("later", "For later…", ("L",), "note", "Puts a thought on the for-later list", "press_later"),
    Entry("sound", "Sound", ("M",), "sound", "Sound on or off", "press_sound"),
    Entry("people", "People and timings…", ("P",), "people", "Who is here, who is next, and the end", "press_people"),
    Entry("note", "Write a note", ("W",), "edit", "Puts the cursor into the note box", "press_note"),
    Entry("help", "Keys", ("?", "F1"), "help", "Shows all keys", "press_help"),
)


class Actions:
    """The table as QActions of one page; their keys work wherever the focus is in its window, while it is shown."""

    def __init__(self, owner: QWidget, look: Look) -> None:
        self._made: dict[str, QAction] = {}
        for entry in TABLE:
            action = QAction(look.icon(entry.icon), entry.words, owner)
            action.setObjectName(entry.name)
            action.setToolTip(entry.tip)
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
