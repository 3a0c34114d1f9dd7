"""The timetable as rows: when, who, how the time is spent, and how long."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.bar import PhaseBar
from dp_facilitator.ui.widgets.flow import Flow
from dp_facilitator.ui.widgets.text import Words, plain_tip
from dp_facilitator.words import tr

from .phase_kinds import bar
from .setup_outlook import TurnRow


class Turn(QWidget):
    """One row of the timetable with a line under it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make()
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def show_turn(self, row: TurnRow, longest: int) -> None:
        """Shows a turn; `longest` seconds take the full width of the bar."""
        length = minutes_and_seconds(row.seconds)
        self._clock.show_text(row.clock)
        self._title.show_text(row.title)
        mark(self._title, role="strong" if row.led else "body")
        self._length.show_text(length)
        self._bar.show_segments(bar(row.bar), float(longest))
        kept = tr("timed by {keeper}").format(keeper=row.keeper) if row.keeper else ""
        self.setToolTip(plain_tip(f"{row.title}, {kept}") if kept else "")
        self.setAccessibleName(", ".join(part for part in (row.clock, row.title, length, kept) if part))

    def _make(self) -> None:
        self._clock = Words("", "muted", wrap=False)
        self._title = Words("", "strong", elide=True)
        self._length = Words("", "strong", wrap=False)
        self._length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = PhaseBar(self._look, 12)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._clock, 1, 0, 2, 1)
        grid.addWidget(self._title, 1, 1)
        grid.addWidget(self._bar, 2, 1)
        grid.addWidget(self._length, 1, 2, 2, 1)
        grid.addWidget(self._rule, 4, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(3, 1)

    @Slot()
    def _dress(self) -> None:
        self._clock.setMinimumWidth(self._look.px(58))
        self._length.setMinimumWidth(self._look.px(56))
        self.setMinimumHeight(self._look.px(43))
        self.setMaximumHeight(self._look.px(50))


class TurnRows(QScrollArea):
    """All turns of a timetable; scrolls when there are more than fit."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._turns: list[Turn] = []
        self._shown = 0
        self._roomy = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Timetable"))
        page = QWidget()
        page.setProperty("role", "scrolled")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(page)

    def show_turns(self, rows: tuple[TurnRow, ...]) -> None:
        """Shows these turns, all bars on one scale."""
        longest = max((row.seconds for row in rows), default=0)
        while len(self._turns) < len(rows):
            turn = Turn(self._look)
            self._column.insertWidget(len(self._turns), turn, 4)
            self._turns.append(turn)
        for turn, row in zip(self._turns, rows, strict=False):
            turn.show_turn(row, longest)
            turn.show()
        for turn in self._turns[len(rows) :]:
            turn.hide()
        self._shown = len(rows)
        self.show_roomy(self._roomy)

    def show_roomy(self, roomy: bool) -> None:
        """Takes the height of all rows, where the page around it scrolls."""
        self._roomy = roomy
        rows = self._shown if roomy else 3
        self.setMinimumHeight(rows * self._look.px(46))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setStyleSheet(f"TurnRows {{ border: 2px solid {self._look.tokens.focus}; border-radius: 8px; }}")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setStyleSheet("")

    def said(self) -> tuple[str, ...]:
        """What a screen reader hears of each row."""
        return tuple(turn.accessibleName() for turn in self._turns[: self._shown])


class Swatch(QWidget):
    """A patch of colour with the word for it."""

    def __init__(self, look: Look, colour: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        patch = PhaseBar(look, 12)
        patch.show_segments(((1.0, colour),))
        patch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        patch.setFixedWidth(15)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(patch)
        row.addWidget(Words(words, "small", wrap=False))


class Legend(Flow):
    """What the colours of the bars stand for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(6, parent)
        self._look = look
        self._kinds: tuple[tuple[str, str], ...] = ()

    def show_kinds(self, kinds: tuple[tuple[str, str], ...]) -> None:
        """Shows colours with their words."""
        if kinds == self._kinds:
            return
        self._kinds = kinds
        self.clear()
        for colour, words in kinds:
            self.add(Swatch(self._look, colour, words.lower()))
        self.setVisible(bool(kinds))
