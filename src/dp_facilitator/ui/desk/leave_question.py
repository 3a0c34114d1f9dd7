"""The question that stands above a plan before its changes would be left behind."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.words import tr


class LeaveQuestion(Banner):
    """Asks what is to become of changes that are not saved; Esc stays. It remembers where one wanted to go.

    What cannot be saved yet can be kept for later where one leaves the page as a whole.

    Signals: saved(), left() – go on, with the changes saved or without them; put_off() – go on, and find them there
    when one comes back; asking(bool) – it stands there, or does no more.
    """

    saved = Signal()
    left = Signal()
    put_off = Signal()
    asking = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, kind="warning", closable=False, parent=parent)
        self._way: tuple[str, str] = ("", "")
        self._can_save = True
        self._stay = self.add_choice(tr("Stay"))
        self._leave = self.add_choice(tr("Leave without saving"))
        self._save = self.add_choice(tr("Save and go on"), main=True)
        for button in (self._stay, self._leave, self._save):
            button.setAutoDefault(True)
        self._stay.clicked.connect(self.forget)
        self._leave.clicked.connect(self._say_leave)
        self._save.clicked.connect(self._say_save)
        self.hide()

    def ask(self, title: str, way: tuple[str, str], can_save: bool) -> None:
        """Asks about a plan, before going a way."""
        self._way, self._can_save = way, can_save
        later = way[0] in ("home", "close")
        self._save.setVisible(can_save or later)
        self._save.show_words(tr("Save and go on") if can_save else tr("Keep it for later"))
        detail = "" if can_save else tr("It cannot be saved until what is marked is mended.")
        self.show_message(tr("“{title}” has changes that are not saved.").format(title=title), "warning", detail)
        self.show()
        (self._stay if self._save.isHidden() else self._save).setFocus(Qt.FocusReason.OtherFocusReason)

    def remember(self, where: str, name: str) -> None:
        """Where to go once the plan is saved, without a question."""
        self._way = (where, name)

    def way(self) -> tuple[str, str]:
        """Where one wanted to go; ("", "") for nowhere."""
        return self._way

    @Slot()
    def forget(self) -> None:
        """Nobody wants to go anywhere."""
        self._way = ("", "")
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.asking.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.asking.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _say_leave(self) -> None:
        self.hide()
        self.left.emit()

    @Slot()
    def _say_save(self) -> None:
        self.hide()
        if self._can_save:
            self.saved.emit()
        else:
            self.put_off.emit()
