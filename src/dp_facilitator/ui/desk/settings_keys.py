"""The card of the settings page for keys: each action with the keys that do it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.actions import TABLE
from dp_facilitator.ui.keymap import keys_of, why_not
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LINK_INSET, LinkButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.choices import CheckBox
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .key_field import KeyField
from .message_line import MessageLine

HELP = marked("Press a field, then the new key. Esc keeps the old one, Backspace takes the key away.")


class KeyRow(QWidget):
    """One action: what it does, its keys, and below them why another one could not be taken.

    Signals: taken(str, str) – the action's name and the new key.
    """

    taken = Signal(str, str)

    def __init__(self, name: str, words: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.field = KeyField(words)
        self.message = MessageLine()
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(Words(words, "strong"))
        about.addWidget(Words(tip, "small"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addLayout(about, 0, 0)
        grid.addWidget(self.field, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.message, 1, 0, 1, 2)
        self.field.taken.connect(self._take)
        self.field.waiting.connect(self._wait)

    @Slot(str)
    def _take(self, key: str) -> None:
        self.taken.emit(self._name, key)

    @Slot(bool)
    def _wait(self, waits: bool) -> None:
        if waits:
            self.message.say("")


class KeysCard(Card):
    """All actions with their keys.

    Signals: single_turned(bool) – keys of one letter; keys_changed(object) – a mapping of the keys that are not the
    usual ones, by the action's name.
    """

    single_turned = Signal(bool)
    keys_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Keys"), parent)
        self._look = look
        self._changed: dict[str, str] = {}
        self._single = True
        self.single = CheckBox(tr("Keys of one letter or sign"))
        self.usual = LinkButton(tr("Back to the usual keys"))
        self.rows = {e.name: KeyRow(e.name, tr(e.words).rstrip("…"), tr(e.tip)) for e in TABLE}
        self._lay_out()
        self._connect()

    def show_keys(self, changed: Mapping[str, str], single: bool) -> None:
        """Shows the keys as they are; `changed` are those that are not the usual ones."""
        self._changed, self._single = dict(changed), single
        self.single.setChecked(single)
        for name, keys in keys_of(TABLE, changed, single).items():
            self.rows[name].field.show_keys(keys)
        self.usual.setEnabled(bool(changed))

    def _lay_out(self) -> None:
        self.body.addWidget(self.single)
        self.body.addWidget(
            Words(
                tr("Off, no letter does anything by itself; Page Down, Space and keys with Ctrl go on working."),
                "small",
            )
        )
        self.body.addSpacing(4)
        self.body.addWidget(Words(tr(HELP), "small"))
        for name, row in self.rows.items():
            if name != TABLE[0].name:
                rule = QFrame()
                rule.setProperty("role", "rule")
                rule.setFixedHeight(1)
                self.body.addWidget(rule)
            self.body.addWidget(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(-LINK_INSET, 0, 0, 0)
        foot.addWidget(self.usual)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.setSpacing(6)

    def _connect(self) -> None:
        self.single.clicked.connect(self.single_turned)
        self.usual.clicked.connect(self._forget)
        for row in self.rows.values():
            row.taken.connect(self._take)

    @Slot(str, str)
    def _take(self, name: str, key: str) -> None:
        row = self.rows[name]
        problem = why_not(TABLE, self._changed, name, key) if key else ""
        row.message.say(problem, "warning" if problem else "")
        if not problem:
            self.keys_changed.emit({**self._changed, name: key})

    @Slot()
    def _forget(self) -> None:
        for row in self.rows.values():
            row.message.say("")
        self.single.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit({})
