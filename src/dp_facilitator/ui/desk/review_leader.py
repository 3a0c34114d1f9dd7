"""One leader's page of the review: their sheet, what was said, what they answered, their times."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from dp_facilitator.model.sheet import Sheet
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .review_answer import OwnAnswer
from .review_column import ReviewColumn
from .review_shown import NEXT_STEP, ShownLeader
from .review_times import LeaderTimes

QWIDGETSIZE_MAX = 16_777_215
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class LeaderPage(QWidget):
    """What one leader reads and takes away.

    Signals: reworded(str, str), removed(str), restored(str), chosen(str) – a note's id, then its words;
    written(str, str) – a capture and the leader's own words for it.
    """

    reworded = Signal(str, str)
    removed = Signal(str)
    restored = Signal(str)
    chosen = Signal(str)
    written = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._person = ""
        self._feedback: list[ReviewColumn] = []
        self._own: list[OwnAnswer] = []
        self._make()
        self._lay_out()

    def show_leader(self, shown: ShownLeader, drafts: dict[str, str], *, readonly: bool) -> None:
        """Show one leader's page; `drafts` are what they were writing, by capture."""
        if shown.person != self._person:
            self.clear()
            self._person = shown.person
            self._make_columns(shown)
        self._name.show_text(shown.name)
        self._main.setAccessibleName(shown.name)
        self._show_sheet(shown.sheet)
        for column, capture in zip(self._feedback, shown.feedback, strict=True):
            column.show_capture(capture, readonly=readonly)
        own = (*shown.own, shown.next_step) if shown.next_step else shown.own
        for answer, capture in zip(self._own, own, strict=True):
            answer.show_capture(capture, readonly=readonly)
            if text := drafts.get(capture.capture):
                answer.put_draft(text)
        self._change.setVisible(bool(shown.one_change))
        self._change_words.show_text(
            tr("Your one change for practising again: “{one_change}”").format(one_change=shown.one_change or "")
        )
        self._looking.setVisible(bool(shown.own))
        self._next.setVisible(shown.next_step is not None)
        self._times.show_times(shown.times)

    def clear(self) -> None:
        """Let go of every word of the leader who was shown."""
        self._person = ""
        for widget in (*self._feedback, *self._own):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._feedback, self._own = [], []
        self._name.show_text("")
        self._main.setAccessibleName("")
        self._change_words.show_text("")
        self._show_sheet(Sheet())
        self._times.show_times(())

    def drafts(self) -> dict[str, str]:
        """What is being written and is not kept yet, by capture."""
        return {answer.capture(): text for answer in self._own if (text := answer.draft().strip())}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        self._main = Card()
        self._name = Words("", "title")
        self._sheet = Words("", "muted")
        self._tiles = [_Tile(number) for number in (1, 2, 3)]
        self._change = QFrame()
        self._change.setProperty("role", "banner")
        self._change.setProperty("tone", "good")
        self._change_words = Words("")
        self._looking = Words(tr("Looking back"), "heading")
        self._times = LeaderTimes(self._look)
        self._next = Card()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._change)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self._change_words)
        self._criteria = QBoxLayout(_ACROSS)
        self._criteria.setSpacing(10)
        for tile in self._tiles:
            self._criteria.addWidget(tile, 1)
        self._columns = QBoxLayout(_ACROSS)
        self._columns.setSpacing(20)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(14)
        body = self._main.body
        body.setSpacing(14)
        title = QVBoxLayout()
        title.setSpacing(4)
        title.addWidget(self._name)
        title.addWidget(self._sheet)
        body.addLayout(title)
        body.addLayout(self._criteria)
        body.addLayout(self._columns)
        body.addWidget(self._change)
        body.addWidget(self._looking)
        body.addLayout(self._answers)
        body.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self._times)
        side.addWidget(self._next)
        side.addStretch(1)
        self._all = QBoxLayout(_ACROSS, self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(16)
        self._all.addWidget(self._main, 1)
        self._all.addWidget(self._side)

    def _arrange(self) -> None:
        """The times stand beside the notes, and the notes in two columns, while there is room for both."""
        px, width = self._look.px, self.width()
        beside = width >= px(860)
        main = width - px(352) - 16 if beside else width
        self._all.setDirection(_ACROSS if beside else _DOWN)
        self._side.setMinimumWidth(px(352) if beside else 0)
        self._side.setMaximumWidth(px(352) if beside else QWIDGETSIZE_MAX)
        two = main >= px(520)
        self._columns.setDirection(_ACROSS if two else _DOWN)
        self._criteria.setDirection(_ACROSS if two else _DOWN)

    def _make_columns(self, shown: ShownLeader) -> None:
        for _ in shown.feedback:
            column = ReviewColumn(self._look)
            column.reworded.connect(self.reworded)
            column.removed.connect(self.removed)
            column.restored.connect(self.restored)
            column.chosen.connect(self.chosen)
            self._columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
            self._feedback.append(column)
        for _ in shown.own:
            self._answers.addWidget(self._make_answer(open_box=False))
        if shown.next_step is not None:
            known = shown.next_step.capture == NEXT_STEP
            self._next.show_heading(tr("What you will do next") if known else shown.next_step.title)
            self._next.body.addWidget(self._make_answer(open_box=True))

    def _make_answer(self, *, open_box: bool) -> OwnAnswer:
        answer = OwnAnswer(self._look, open_box=open_box)
        answer.written.connect(self.written)
        answer.reworded.connect(self.reworded)
        answer.removed.connect(self.removed)
        answer.restored.connect(self.restored)
        self._own.append(answer)
        return answer

    def _show_sheet(self, sheet: Sheet) -> None:
        audience = tr("Speaking to: {audience}").format(audience=sheet.audience) if sheet.audience else ""
        words = " · ".join(part for part in (sheet.area, sheet.aim, audience) if part)
        self._sheet.show_text(words or tr("No topic was written down for this round."))
        for number, tile in enumerate(self._tiles):
            tile.show_text(sheet.criteria[number] if number < len(sheet.criteria) else "")


class _Tile(QFrame):
    """One success criterion."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self._words = Words("")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(2)
        column.addWidget(Words(tr("Criterion {number}").format(number=number), "label", tone="accent"))
        column.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: str) -> None:
        self._words.show_text(text)
        self.setVisible(bool(text))
