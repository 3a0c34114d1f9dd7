"""Inline banners at the desk: questions and trouble, one below the other, never a box in the way."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Banner

from .reading_order import bring_into_view, stops

ORDER: Final = (
    *("failed", "close", "leave", "swap", "finish", "refused"),
    *("slept", "unstarted", "forgotten", "long", "hurt"),
)
"""Banners by their weight, the heaviest first; all others are lighter."""


class _Asked(Banner):
    """A banner that knows its name.

    Signals: `answered(str, str)` its name and the words that were chosen; `dismissed(str)` its name.
    """

    answered = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, look: Look, name: str, text: str, kind: str, choices: tuple[str, ...]) -> None:
        super().__init__(look, text, kind)
        self.name = name
        for number, words in enumerate(choices):
            button = self.add_choice(words, main=number == 0)
            button.setObjectName(words)
            button.clicked.connect(self._answer)
        self.closed.connect(self._dismiss)

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(self.name, self.sender().objectName())

    @Slot()
    def _dismiss(self) -> None:
        self.dismissed.emit(self.name)


class Banners(QWidget):
    """The banners that stand now, of which only the weightiest is shown.

    A second one of the same name takes the place of the first.

    Signal: `answered(str, str)` the banner's name and the chosen words; closing it answers with empty words.
    """

    answered = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._standing: dict[str, _Asked] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def ask(self, name: str, text: str, kind: str = "note", choices: tuple[str, ...] = ()) -> None:
        """Shows a banner with its choices."""
        standing = self._standing.get(name)
        if standing and standing.text() == text:
            return
        self.drop(name)
        banner = _Asked(self._look, name, text, kind, choices)
        banner.answered.connect(self._answer)
        banner.dismissed.connect(self._close)
        self._standing[name] = banner
        self._column.addWidget(banner)
        self._show_weightiest()

    def drop(self, name: str) -> None:
        """Takes a banner away, if it stands."""
        if banner := self._standing.pop(name, None):
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._show_weightiest()

    def clear(self, *kept: str) -> None:
        """Takes all banners away but these."""
        for name in [name for name in self._standing if name not in kept]:
            self.drop(name)

    def _show_weightiest(self) -> None:
        """One at a time: two would push the clock off the desk. Of equal weight the newest is shown."""
        newest_first = list(reversed(self._standing))
        shown = min(newest_first, key=_weight, default="")
        for name, banner in self._standing.items():
            banner.setVisible(name == shown)
        self.setVisible(bool(shown))

    def take_focus(self) -> None:
        """The focus goes to the first answer of the banner that is shown, or to what closes it."""
        shown = next((banner for banner in self._standing.values() if not banner.isHidden()), None)
        to = next(iter(stops(shown)), None) if shown is not None else None
        if to is not None:
            to.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_view(to)

    def standing(self) -> tuple[str, ...]:
        """The names of the banners that stand now."""
        return tuple(self._standing)

    @Slot(str, str)
    def _answer(self, name: str, words: str) -> None:
        self.drop(name)
        self.answered.emit(name, words)

    @Slot(str)
    def _close(self, name: str) -> None:
        self.drop(name)
        self.answered.emit(name, "")


def _weight(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
