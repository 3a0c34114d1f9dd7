"""Surfaces that hold other things: the card and the inline banner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import IconButton, QuietButton
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

_ICONS = {
    "note": ("note-info", "accent"),
    "good": ("check", "good"),
    "warning": ("warning", "warning"),
    "over": ("warning", "over"),
    "accent": ("play", "on_accent"),
}


class Card(QFrame):
    """A rounded surface with an optional heading; what it holds goes into `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = Words(heading, "heading")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 16)
        self.body.setSpacing(12)
        self.body.addWidget(self.heading)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)

    def show_heading(self, heading: str) -> None:
        """Name the card; "" takes the heading away."""
        self.heading.show_text(heading)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)

    def show_chosen(self, chosen: bool) -> None:
        """Mark the card as the chosen one of its kind."""
        mark(self, chosen=chosen)


class Banner(QFrame):
    """An inline message: what happened, what can be done, and a way to put it aside.

    Kinds: note, good, warning, over (something failed) and accent (carry on where we stopped).
    It says itself once to a screen reader when it appears and when its words change.

    Signals: closed() – it was put aside; it has hidden itself.
    """

    closed = Signal()

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "note",
        *,
        detail: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._closable = closable
        self._make()
        self._lay_out()
        self._connect()
        self.show_message(text, kind, detail)

    def show_message(self, text: str, kind: str = "note", detail: str = "") -> None:
        """Say something, in one sentence, with a smaller second line if need be."""
        if kind not in _ICONS:
            raise ValueError(f"there is no banner of the kind {kind!r}")
        changed = text != self._text.whole_text()
        self._kind = kind
        self._text.show_text(text)
        self._detail.show_text(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{text} {detail}".strip())
        mark(self, tone=kind)
        mark(self._text, role="heading" if kind == "accent" else "strong")
        self._dress()
        if changed and self.isVisible():
            self._announce()

    def text(self) -> str:
        return self._text.whole_text()

    def add_choice(self, words: str, *, main: bool = False) -> QuietButton:
        """One more button, at most three; connect to its `clicked`."""
        if self._choices.count() >= 3:
            raise ValueError("a banner has at most three choices")
        button = QuietButton(words)
        button.setProperty("main", main)
        button.setProperty("inset", self._kind == "accent")
        self._choices.addWidget(button)
        self._arrange()
        return button

    def clear_choices(self) -> None:
        """Take all buttons away, before another message."""
        while (item := self._choices.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._announce()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        self.setProperty("role", "banner")
        self._icon = QLabel()
        self._text = Words("", "strong")
        self._detail = Words("", "body")
        self._close = IconButton(self._look, "close", tr("Close this message"), small=True)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(10)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(12)
        self._middle.addLayout(words, 1)
        self._middle.addLayout(self._choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(self._middle, 1)
        row.addWidget(self._close)
        # Not before it has a parent: it would be a window for a moment, and take the focus.
        self._close.setVisible(self._closable)

    def _connect(self) -> None:
        self._close.clicked.connect(self._put_aside)
        self._look.changed.connect(self._dress)

    def _arrange(self) -> None:
        """Buttons stand beside the words while the words keep a readable width."""
        beside = self.width() - self._choices.sizeHint().width() - 110 >= self._look.px(200)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        side = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
        if self._middle.direction() != way:
            self._middle.setDirection(way)
        self._middle.setAlignment(self._choices, side)

    @Slot()
    def _dress(self) -> None:
        name, colour = _ICONS[self._kind]
        self._icon.setPixmap(self._look.pixmap(name, colour, 22, self.devicePixelRatioF()))
        self._close.show_icon("close", "on_accent" if self._kind == "accent" else "ink")
        self._text.show_tone(self._kind if self._kind in ("good", "warning", "over") else "")

    @Slot()
    def _put_aside(self) -> None:
        self.hide()
        self.closed.emit()

    def _announce(self) -> None:
        if self.accessibleName():
            event = QAccessibleAnnouncementEvent(self, self.accessibleName())
            QAccessible.updateAccessibility(event)
