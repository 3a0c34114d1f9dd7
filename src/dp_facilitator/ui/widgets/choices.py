"""Boxes to tick and options to choose from, whose words are elided where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from dp_facilitator.ui.widgets.text import plain, plain_tip, without_mnemonic

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class _Elided(_Base):
    """Stands before the Qt class: what it cannot hold is elided, and its tooltip has it all."""

    _part: QStyle.SubElement

    def show_words(self, words: str) -> None:
        """Says this, letter for letter."""
        self.setText(plain(words))
        self._tell_rest()

    def words(self) -> str:
        return without_mnemonic(self.text())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)  # type: ignore[misc]
        if self._cut(option):
            room = self._room(option)
            option.text = plain(option.fontMetrics.elidedText(self.words(), Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def _tell_rest(self) -> None:
        option = QStyleOptionButton()
        option.initFrom(self)
        self.setToolTip(plain_tip(self.words()) if self._cut(option) else "")

    def _cut(self, option: QStyleOptionButton) -> bool:
        return option.fontMetrics.horizontalAdvance(self.words()) > self._room(option) > 0

    def _room(self, option: QStyleOptionButton) -> int:
        return self.style().subElementRect(self._part, option, self).width()


class CheckBox(_Elided, QCheckBox):
    """A box to tick."""

    _part = QStyle.SubElement.SE_CheckBoxContents

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_words(words)


class RadioButton(_Elided, QRadioButton):
    """One of several options."""

    _part = QStyle.SubElement.SE_RadioButtonContents

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_words(words)
