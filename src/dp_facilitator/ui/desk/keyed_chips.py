"""Chips that are picked by a number while a key is held: before them the cap of that key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.pills import Chip, Flow
from dp_facilitator.ui.widgets.text import Words, plain_tip
from dp_facilitator.words import tr

from .number_keys import NumberKey


class KeyedChips(QWidget):
    """A cap such as "Alt", then numbered chips in as many rows as they need; `most` of them have a key.

    `square` chips stand for things, round ones for people. Signal: picked(int) – a number from 1, by press or key.
    """

    picked = Signal(int)

    def __init__(self, look: Look, held: str, most: int, tip: str, *, square: bool = False) -> None:
        super().__init__()
        self._look = look
        self._held = held
        self._most = most
        self._square = square
        self.chips: list[Chip] = []
        self._cap = Words(tr(held), "cap", wrap=False)
        self._cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cap.setAccessibleName(tip)
        self._cap.setToolTip(plain_tip(tip))
        self._flow = Flow(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._flow, 1)
        look.changed.connect(self._dress)
        self._dress()
        for number in range(1, most + 1):
            NumberKey(held, number, self).pressed.connect(self._press)

    def show_words(self, words: Sequence[str]) -> None:
        """A chip for each of these; hidden where there are none."""
        self._flow.clear()
        self.chips.clear()
        for number, each in enumerate(words, 1):
            keyed = number <= self._most
            chip = Chip(self._look, number, f"{number}  {each}" if keyed else each, square=self._square)
            chip.setAccessibleDescription(f"{tr(self._held)} {number}" if keyed else "")
            chip.picked.connect(self.picked)
            self._flow.add(chip)
            self.chips.append(chip)
        self.setVisible(bool(words))

    def show_marks(self, marks: Sequence[int]) -> None:
        """How many notes there are for each."""
        for chip, count in zip(self.chips, marks, strict=True):
            chip.show_marks(count)

    def show_chosen(self, number: int | None) -> None:
        """Which one is chosen, from 1; None for none."""
        for at, chip in enumerate(self.chips, 1):
            chip.setChecked(at == number)

    @Slot()
    def _dress(self) -> None:
        self._cap.setFixedHeight(self._look.px(34))
        self._cap.setMinimumWidth(self._look.px(48))

    @Slot(int)
    def _press(self, number: int) -> None:
        if number <= len(self.chips):
            self.picked.emit(number)
