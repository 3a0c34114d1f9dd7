"""The button with everything else that can be done with a row, and its menu."""

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.text import plain
from dp_facilitator.words import tr

Verbs = tuple[tuple[str, str, str], ...]
"""Name, words (marked) and key of each verb; the key is only shown."""


class RowMenu(IconButton):
    """Three dots that open a menu. Signals: asked(str) – the name of a verb."""

    asked = Signal(str)

    def __init__(self, look: Look, words: str, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(look, "more", words, small=True, parent=parent)
        self.menu_shown = QMenu(self)
        for name, said, key in verbs:
            self.menu_shown.addAction(_Verb(name, tr(said), key, self.menu_shown))
        self.menu_shown.triggered.connect(self._ask)
        self.clicked.connect(self._open)

    def verb(self, name: str) -> QAction:
        """The action of a verb."""
        return next(action for action in self.menu_shown.actions() if action.data() == name)

    @Slot()
    def _open(self) -> None:
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _ask(self, action: QAction) -> None:
        self.asked.emit(action.data())


class _Verb(QAction):
    """One line of the menu; its key belongs to the row, and is only shown here."""

    def __init__(self, name: str, words: str, key: str, parent: QObject) -> None:
        super().__init__(plain(words), parent)
        self.setData(name)
        if key:
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            self.setText(f"{plain(words)}\t{shown}")
