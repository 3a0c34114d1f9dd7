"""What is known about this computer before a session."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LINK_INSET, LinkButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .setup_values import Check

_LOOKS = {
    "good": ("check", "good", marked("In order")),
    "warning": ("warning", "warning", marked("Look at this")),
    "unknown": ("help", "muted", marked("Not known")),
}


class CheckLine(QWidget):
    """One check: a sign, what was found, and a button where something can be done.

    Signals: acted(str) – the words of its button.
    """

    acted = Signal(str)

    def __init__(self, look: Look, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._check = check
        self._sign = QLabel()
        words = Words(check.text)
        self.button = LinkButton(check.action)
        self.button.let_shrink()
        self.setAccessibleName(f"{tr(_LOOKS[check.state][2])}: {check.text}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words)
        below = QHBoxLayout()
        below.setContentsMargins(-LINK_INSET, 0, 0, 0)
        below.addWidget(self.button)
        below.addStretch(1)
        said.addLayout(below)
        row.addLayout(said, 1)
        self.button.setVisible(bool(check.action))
        self.button.clicked.connect(self._act)
        look.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self._check.action)

    @Slot()
    def _dress(self) -> None:
        icon, colour, _ = _LOOKS[self._check.state]
        self._sign.setPixmap(self._look.pixmap(icon, colour, 20, self.devicePixelRatioF()))


class ComputerPane(QWidget):
    """All checks, in their order.

    Signals: acted(str) – the words of the button that was pressed.
    """

    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._checks: tuple[Check, ...] = ()
        self.lines: list[CheckLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._nothing = Words(tr("Nothing has been looked at yet."), "muted")
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Shows what was found."""
        if checks == self._checks:
            return
        self._checks = checks
        focused = next((number for number, line in enumerate(self.lines) if line.button.hasFocus()), None)
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [CheckLine(self._look, check) for check in checks]
        for number, line in enumerate(self.lines):
            line.acted.connect(self.acted)
            self._column.insertWidget(number, line)
        if focused is not None and focused < len(checks) and checks[focused].action:
            self.lines[focused].button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._nothing.setVisible(not checks)

    def to_look_at(self) -> int:
        """How many things there are to look at."""
        return sum(check.state == "warning" for check in self._checks)
