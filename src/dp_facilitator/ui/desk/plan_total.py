"""What the parts of a plan come to, beside what it states."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import mark
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import ntr, tr


class PlanTotal(QFrame):
    """Green when the two agree; else by how much they do not, and one press to state the sum.

    Signals: taken() – the sum is to be stated.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._words = Words("", "strong")
        self.take = QuietButton()
        self.take.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.take)
        self.take.clicked.connect(self._take)

    def show_total(self, editing: Editing, locked: bool) -> None:
        """Compares the sum with what is stated."""
        people, off = editing.value(("people", "usual")), editing.off_s
        total = minutes_and_seconds(editing.sum_s)
        stated = minutes_and_seconds(editing.value(("total",)))
        if off:
            how = tr("{gap} more than the {stated} stated") if off > 0 else tr("{gap} short of the {stated} stated")
            gap = how.format(gap=minutes_and_seconds(off), stated=stated)
            words = ntr("▲ With {people} person {total}: {gap}", "▲ With {people} people {total}: {gap}", people)
            text = words.format(people=people, total=total, gap=gap)
        else:
            text = ntr(
                "✓ With {people} person {total}, as stated", "✓ With {people} people {total}, as stated", people
            ).format(people=people, total=total)
        tone = "warning" if off else "good"
        self._words.show_text(text)
        self._words.show_tone(tone)
        self.take.show_words(tr("Set the total to {total}").format(total=total))
        self.take.setVisible(bool(off) and not locked)
        self.setAccessibleName(text[2:])
        mark(self, tone=tone)

    def text(self) -> str:
        return self._words.whole_text()

    @Slot()
    def _take(self) -> None:
        self.taken.emit()
