"""The question that stands in a row before a session is deleted."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dp_facilitator.ui.theme import mark
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .home_values import PastSession


class DeleteQuestion(QFrame):
    """Asks whether a session may go, with both answers beside it; Esc keeps it.

    Signals: answered(bool) – True to delete.
    """

    answered = Signal(bool)

    def __init__(self, session: PastSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make(session)
        self._lay_out()
        self._connect()

    def focus_keep(self, before: QWidget) -> None:
        """Puts the focus on the answer that changes nothing; the two follow on what stands before them."""
        QWidget.setTabOrder(before, self._keep)
        QWidget.setTabOrder(self._keep, self._delete)
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit(False)
        else:
            super().keyPressEvent(event)

    def _make(self, session: PastSession) -> None:
        mark(self, role="banner", tone="warning")
        question = tr("Delete “{title}” of {date} with its {noted}?").format(
            title=session.title, date=session.date, noted=session.noted
        )
        if not session.notes:
            question = tr("Delete “{title}” of {date}?").format(title=session.title, date=session.date)
        self._words = Words(tr("{question} It cannot be brought back.").format(question=question), "strong")
        self._keep = QuietButton(tr("Keep it"))
        self._delete = QuietButton(tr("Delete"))
        self.setAccessibleName(self._words.whole_text())
        for button in (self._keep, self._delete):
            button.setAccessibleDescription(question)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self._keep)
        row.addWidget(self._delete)

    def _connect(self) -> None:
        self._keep.clicked.connect(self._answer_keep)
        self._delete.clicked.connect(self._answer_delete)

    @Slot()
    def _answer_keep(self) -> None:
        self.answered.emit(False)

    @Slot()
    def _answer_delete(self) -> None:
        self.answered.emit(True)
