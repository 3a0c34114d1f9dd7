"""How each column of a file was read, and what it can be read as instead."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.store.imports.agenda import ColumnRead
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.spare_rows import SpareRows
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .agenda_values import uses
from .column_card import ColumnCard
from .plan_choices import Choice
from .scrolled import Scrolled


class ColumnLine(QWidget):
    """One column: its heading, a few of its cells, and what it is read as.

    Signals: chosen(int, str) – the place of the column, and what it is to be read as.
    """

    chosen = Signal(int, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self._heading = Words("", "strong", elide=True)
        self._cells = Words("", "small", elide=True)
        self.use = Choice("use", "")
        self.use.offer(uses())
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._cells)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 10)
        row.addWidget(self.use, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._rule)
        self.use.written.connect(self._choose)

    def show_column(self, read: ColumnRead) -> None:
        """Shows a column of a file."""
        self._at = read.at
        self._heading.show_text(read.heading)
        self._cells.show_text(
            ", ".join(f"{cell} → {made}" if made and made != cell else cell for cell, made in read.examples)
            or tr("empty")
        )
        self.use.show_value(read.use)
        self.use.setAccessibleName(tr("{heading} is read as").format(heading=read.heading))

    @Slot(str, object)
    def _choose(self, _key: str, use: object) -> None:
        self.chosen.emit(self._at, str(use))


class AgendaColumns(ColumnCard):
    """All columns of a file, and what was guessed or does not agree.

    Signals: chosen(int, str) – as that of a line.
    """

    chosen = Signal(int, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("How its columns were read"), parent)
        self._look = look
        self._lines = SpareRows(self._new_line, 8)
        self._roomy = False
        self._notes = Words("", "small")
        self._inside = QWidget()
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._lines.column)
        whole.addWidget(self._notes)
        whole.addStretch(1)
        self.body.addWidget(Words(tr("Choose another meaning where one is wrong."), "muted"))
        self._area = Scrolled(self._inside)
        self.body.addWidget(self._area, 1)

    def lines(self) -> tuple[ColumnLine, ...]:
        """The lines that are shown."""
        return self._lines.shown()

    def show_roomy(self, roomy: bool) -> None:
        """Takes the height of all lines, where the page around it scrolls."""
        self._roomy = roomy
        self._area.setMinimumHeight(self._inside.sizeHint().height() if roomy else self._look.px(120))

    def notes(self) -> str:
        return self._notes.whole_text()

    def show_columns(self, columns: tuple[ColumnRead, ...], notes: tuple[str, ...]) -> None:
        """Shows the columns of a file, and notes on how it was read, a line each."""
        for line, column in zip(self._lines.show(len(columns)), columns, strict=True):
            line.show_column(column)
        self._notes.show_text("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self.show_roomy(self._roomy)

    def _new_line(self) -> ColumnLine:
        line = ColumnLine(self._look)
        line.chosen.connect(self.chosen)
        return line
