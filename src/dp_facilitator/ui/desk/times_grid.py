"""Rows of times, planned beside used, all on one scale."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.bar import TwinBar
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

_TOP = Qt.AlignmentFlag.AlignTop


def times_words(planned_s: int, used_s: int | None) -> str:
    """ "5:48 of 6:00", or that it was not run."""
    planned = minutes_and_seconds(planned_s)
    return (
        tr("not run, {planned}").format(planned=planned)
        if used_s is None
        else tr("{used} of {planned}").format(used=minutes_and_seconds(used_s), planned=planned)
    )


Row = tuple[str, int, int | None, str]
"""A name, planned seconds, used seconds or None, and a smaller line below."""


class TimesGrid(QWidget):
    """Rows of a name, a twin bar and the times in words, all on one scale; a total has no bar.

    `names` pixels are kept for the names; longer ones are elided and stand in full in their tip.
    """

    def __init__(self, look: Look, names: int = 116, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = names
        self._shown: tuple[tuple[Row, ...], Row | None] = ((), None)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        look.changed.connect(self._dress)

    def show_rows(self, rows: tuple[Row, ...], total: Row | None = None) -> None:
        """Show these rows, and a last one for all of them together."""
        if (rows, total) != self._shown:
            self._shown = (rows, total)
            self._dress()

    @Slot()
    def _dress(self) -> None:
        rows, total = self._shown
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setColumnMinimumWidth(0, self._look.px(self._names))
        whole = max((max(planned, used or 0) for _, planned, used, _ in rows), default=0)
        for at, row in enumerate(rows):
            self._add(at, row, whole)
        if total is not None:
            self._add(len(rows), total, 0)

    def _add(self, at: int, row: Row, whole: int) -> None:
        name, planned, used, small = row
        label = Words(name, "body" if whole else "strong", elide=True)
        words = Words(times_words(planned, used), "label", wrap=False)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, at, 0, _TOP)
        self._grid.addWidget(words, at, 2, _TOP)
        if not whole:
            return
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, self._look.px(2), 0, 0)
        column.setSpacing(2)
        bar = TwinBar(self._look, 7)
        bar.show_times(planned, used or 0, whole)
        bar.setAccessibleName(f"{name}: {words.whole_text()}. {small}".rstrip(". "))
        column.addWidget(bar)
        if small:
            column.addWidget(Words(small, "small"))
        self._grid.addWidget(middle, at, 1, _TOP)
