"""Words on the screen: labels that never read what people typed as markup."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dp_facilitator.ui.theme import mark

BREAK = "\u200b"
"""A place where a line may end, and nothing to be seen."""


def plain(text: str) -> str:
    """Text for a button, menu or tab, where Qt would take a single & for a mnemonic."""
    return text.replace("&", "&&")


def without_mnemonic(text: str) -> str:
    """The words a person reads of an action's text: "&Undo" is Undo, "A && B" is A & B."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def plain_tip(text: str) -> str:
    """Text for a tooltip: shown letter for letter, whatever < or & it holds; wraps if long."""
    if not text:
        return ""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def wrap_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Text broken into at most `most` lines of `width` pixels; the last one is elided."""
    starts = _line_starts(text, font, width)
    lines = [text[start:end].strip() for start, end in pairwise((*starts, len(text)))]
    if len(lines) > most:
        rest = text[starts[most - 1] :].strip()
        elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines = [*lines[: most - 1], elided]
    return tuple(lines)


def count_lines(text: str, font: QFont, width: int) -> int:
    """How many lines of `width` pixels a text takes."""
    return len(_line_starts(text, font, width))


def breakable(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with places to break at in every word that is wider than `width` pixels."""
    words = {word for word in text.split() if len(word) > 4 and metrics.horizontalAdvance(word) > width}
    for word in words:
        text = text.replace(word, BREAK.join(word))
    return text


def _line_starts(text: str, font: QFont, width: int) -> tuple[int, ...]:
    if not text:
        return ()
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    return tuple(starts)


class Words(QLabel):
    """A plain-text label in one of the page's voices.

    Roles: display 34, title 24, heading 19 bold, lead 19, body 16, strong 16 semibold,
    muted 16 grey, label 14 semibold, small 14 grey. Tones: "", calm, good, warning, over.
    It wraps unless `wrap` is off; with `elide` it keeps to one line and its tooltip has the rest.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "",
        wrap: bool = True,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._elide = elide
        self._broken = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap and not elide)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show other words; nothing is repainted if they are the same."""
        if text == self._whole and self.text():
            return
        self._whole = text
        self._fit()

    def whole_text(self) -> str:
        """All the words, also when they are elided on the screen."""
        return self._whole

    def show_tone(self, tone: str) -> None:
        """Colour the words as calm, good, warning or over; "" for none."""
        mark(self, tone=tone)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._elide:
            hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide:
            hint.setWidth(self.fontMetrics().horizontalAdvance("Mm…"))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide or self.wordWrap():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and (self._elide or self.wordWrap()):
            self._fit()

    def _break(self) -> None:
        """A word that is wider than the label may be broken anywhere; Qt would cut it."""
        width = self.contentsRect().width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
        shown = breakable(self._whole, self.fontMetrics(), width) if self.wordWrap() and width > 0 else self._whole
        if shown != self.text():
            self.setText(shown)
            if self._broken or shown != self._whole:
                self._broken = shown != self._whole
                self.setAccessibleName(self._whole if self._broken else "")

    def _fit(self) -> None:
        if not self._elide:
            self._break()
            return
        # Before the first layout a label's width means nothing yet.
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 10_000
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")
        self.setAccessibleName(self._whole)
