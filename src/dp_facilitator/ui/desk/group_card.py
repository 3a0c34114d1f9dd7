"""What the group wrote as a group, and its for-later list: nobody's feedback."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.model.review import group_answers
from dp_facilitator.model.session import Session
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr


class GroupCard(Card):
    """Stems with what was written under each; hidden where there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the group wrote"), parent)
        self._shown: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._inside: QWidget | None = None

    def show_session(self, session: Session) -> None:
        """Shows the shared answers and the for-later list; built anew only when they differ."""
        answers = [(answer.title, tuple(text for text, _ in answer.lines)) for answer in group_answers(session)]
        if session.record.later:
            answers.append((tr("For later"), session.record.later))
        self.setVisible(bool(answers))
        if tuple(answers) != self._shown:
            self._shown = tuple(answers)
            self._build()

    def _build(self) -> None:
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for title, lines in self._shown:
            column.addWidget(Words(title, "label"))
            for line in lines:
                column.addWidget(Words(f"• {line}", "body"))
        self.body.addWidget(self._inside)
