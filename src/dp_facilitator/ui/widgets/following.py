"""Buttons that show and trigger one QAction, so that every verb stays in one table."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from dp_facilitator.ui.widgets.keys import key_words
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain, plain_tip, without_mnemonic


class FollowingButton(Pressing, QPushButton):
    """A push button with plain words that may follow an action: its text, key, tip and state.

    Words set with `show_words` win over the action's own text from then on.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._own_words = bool(words)
        self._keys = ""
        self._keyless = False
        self._rest_told = False
        self._action: QAction | None = None
        self.take_focus_by_tab()
        self.clicked.connect(self._trigger)
        self._say()

    def words(self) -> str:
        """The words on the button, as a person reads them."""
        return self._words

    def keys(self) -> str:
        """The key in plain words ("Page Down"), or ""."""
        return self._keys

    def show_words(self, words: str) -> None:
        """Say something else than the action's text."""
        self._own_words = True
        if words != self._words:
            self._words = words
            self._say()

    def hide_keys(self, hidden: bool) -> None:
        """Name no key, where the action's own does something else now."""
        if hidden != self._keyless:
            self._keyless = hidden
            self._take()

    def follow(self, action: QAction) -> None:
        """Take text, tip, key, enabled and checked from an action; a click triggers it."""
        if self._action is not None:
            self._action.changed.disconnect(self._take)
        self._action = action
        action.changed.connect(self._take)
        self._take()

    @Slot()
    def _take(self) -> None:
        action = self._action
        if action is None:
            return
        if not self._own_words:
            self._words = without_mnemonic(action.text())
        self._keys = "" if self._keyless else key_words(action.shortcut())
        self.setEnabled(action.isEnabled())
        if action.isCheckable():
            self.setCheckable(True)
            self.setChecked(action.isChecked())
        self._say()

    @Slot()
    def _trigger(self) -> None:
        if self._action is not None:
            self._action.trigger()

    def _tip(self) -> str:
        tip = without_mnemonic(self._action.toolTip()) if self._action is not None else ""
        tip = tip or self._words
        return f"{tip} ({self._keys})" if self._keys else tip

    def _say(self) -> None:
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self._keys)
        if self._action is not None:
            self.setToolTip(plain_tip(self._tip()))
        self._show()
        self._tell_rest()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Elide what a squeezed button cannot hold; its name and tooltip have it all."""
        super().initStyleOption(option)
        room = self._room(option)
        if option.text and option.fontMetrics.horizontalAdvance(self._words) > room > 0:
            shown = option.fontMetrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
            option.text = plain(shown)

    def let_shrink(self) -> None:
        """Allow it to be narrower than its words, such as those with a long name in them."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, self.sizePolicy().verticalPolicy())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        metrics = self.fontMetrics()
        spare = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance("Mmmmmmmmmm…")
        return QSize(hint.width() - max(0, spare), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def _room(self, option: QStyleOptionButton) -> int:
        return self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()

    def _tell_rest(self) -> None:
        """A button that says nothing else in its tooltip has the words there that it cannot hold."""
        if self._action is None and self.text():
            option = QStyleOptionButton()
            option.initFrom(self)
            cut = self.fontMetrics().horizontalAdvance(self._words) > self._room(option)
            if cut or self._rest_told:
                self.setToolTip(plain_tip(self._words) if cut else "")
            self._rest_told = cut

    def _show(self) -> None:
        """Put the words on the button; a button that paints its own words overrides this."""
        self.setText(plain(self._words))
