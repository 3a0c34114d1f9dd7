"""The third card of the set-up page: this computer, or the sheet of the chosen person."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.pressing import Pressing
from dp_facilitator.ui.widgets.text import plain_tip
from dp_facilitator.words import ntr, tr

from .column_card import ColumnCard
from .computer_card import ComputerPane
from .scrolled import Scrolled
from .setup_values import Check, Someone
from .sheet_card import SheetPane


class Tab(Pressing, QAbstractButton):
    """A heading that can be chosen: underlined when it is, quiet when it is not."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._large = True
        self.setCheckable(True)
        self.take_focus_by_tab()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Another heading."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self._dress()

    def words(self) -> str:
        return self._words

    def show_large(self, large: bool) -> None:
        """In the size of a heading, or of the text where two headings would not fit."""
        if large != self._large:
            self._large = large
            self._dress()

    def large_width(self) -> int:
        """Pixels that the words take in the size of a heading."""
        return QFontMetrics(self._look.font(self._look.sizes.lead, 700)).horizontalAdvance(self._words) + 10

    def sizeHint(self) -> QSize:
        high = QFontMetrics(self._look.font(self._look.sizes.lead, 700)).height()
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self._words) + 10, high + self._look.px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked() or self.underMouse()
        painter.setFont(self._font())
        painter.setPen(self._look.colour("ink" if on else "muted"))
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 8)
        box = QRect(4, 0, self.width() - 8, self.height() - self._look.px(6))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.isChecked():
            painter.fillRect(4, self.height() - 4, self.width() - 8, 3, self._look.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _font(self):
        sizes = self._look.sizes
        return self._look.font(sizes.lead if self._large else sizes.body, 700)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class SideCard(ColumnCard):
    """Two headings to switch between, and what belongs to the chosen one.

    Signals: acted(str) – the button of a check; changed(object) – a Someone with another sheet.
    """

    acted = Signal(str)
    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._look = look
        self._make()
        self._lay_out()
        self._connect()

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Shows what was found about this computer; the heading says if something should be looked at."""
        self.computer.show_checks(checks)
        for before, after in pairwise((self.sheet_tab, *(line.button for line in self.computer.lines))):
            QWidget.setTabOrder(before, after)
        found = self.computer.to_look_at()
        words = ntr("This computer: {n} to look at", "This computer: {n} to look at", found).format(n=found)
        self.computer_tab.show_words(words if found else tr("This computer"))
        self._fit_tabs()

    def show_someone(self, someone: Someone | None) -> None:
        """Puts a person's sheet on the second heading, without turning to it."""
        self.sheet.show_someone(someone)
        self.sheet_tab.show_words(tr("{name}’s sheet").format(name=someone.name) if someone else tr("Sheets"))
        self._fit_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def turn_to_sheet(self) -> None:
        """Turns to the sheet."""
        self.sheet_tab.click()

    def turn_to_computer(self) -> None:
        """Turns to the checks."""
        self.computer_tab.click()

    def shows_sheet(self) -> bool:
        return self.sheet_tab.isChecked()

    def show_roomy(self, roomy: bool) -> None:
        """Takes the height of what it shows, where the page around it scrolls."""
        self._stack.setMinimumHeight(self._look.px(430) if roomy else 0)

    def _make(self) -> None:
        self.computer_tab = Tab(self._look, tr("This computer"))
        self.sheet_tab = Tab(self._look, tr("Sheets"))
        self._group = QButtonGroup(self)
        self.computer = ComputerPane(self._look)
        self.sheet = SheetPane(self._look)
        self._stack = QStackedWidget()
        for number, (tab, pane) in enumerate(((self.computer_tab, self.computer), (self.sheet_tab, self.sheet))):
            self._group.addButton(tab, number)
            self._stack.addWidget(Scrolled(pane))
        self.computer_tab.setChecked(True)

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("This computer and the sheets"))
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        tabs.addWidget(self.computer_tab)
        tabs.addWidget(self.sheet_tab)
        tabs.addStretch(1)
        self.body.addLayout(tabs)
        # The words of a tab stand four pixels inside it, in line with what is below.
        self.body.setContentsMargins(14, 12, 14, 16)
        below = QHBoxLayout()
        below.setContentsMargins(4, 0, 0, 0)
        below.addWidget(self._stack)
        self.body.addLayout(below, 1)

    def _fit_tabs(self) -> None:
        tabs = (self.computer_tab, self.sheet_tab)
        large = sum(tab.large_width() for tab in tabs) + 8 <= self.width() - 28
        for tab in tabs:
            tab.show_large(large)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._stack.setCurrentIndex)
        self.computer.acted.connect(self.acted)
        self.sheet.changed.connect(self.changed)
