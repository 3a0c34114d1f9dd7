"""A button with words that opens a menu of things to do."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.text import plain

Verbs = tuple[tuple[str, str], ...]
"""Name and words of each thing; an empty name is a line between them."""


class MenuButton(QuietButton):
    """Opens above or below itself, wherever there is room. Signals: asked(str) – the name of what was chosen."""

    asked = Signal(str)

    def __init__(self, words: str, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(f"{words} ▾", parent)
        self.setAccessibleName(words)
        self.setAutoDefault(True)
        self.menu_shown = QMenu(self)
        for name, said in verbs:
            if name:
                self.menu_shown.addAction(plain(said)).setData(name)
            else:
                self.menu_shown.addSeparator()
        self.menu_shown.triggered.connect(self._ask)
        self.clicked.connect(self._open)

    def verb(self, name: str) -> QAction:
        """The action of a thing."""
        return next(action for action in self.menu_shown.actions() if action.data() == name)

    @Slot()
    def _open(self) -> None:
        below = self.mapToGlobal(QPoint(0, self.height()))
        high = self.menu_shown.sizeHint().height()
        if below.y() + high > self.screen().availableGeometry().bottom():
            below = self.mapToGlobal(QPoint(0, -high))
        self.menu_shown.setActiveAction(self.menu_shown.actions()[0])
        self.menu_shown.popup(below)

    @Slot(QAction)
    def _ask(self, action: QAction) -> None:
        self.asked.emit(str(action.data()))
