"""Choices, ticks and numbers in a plan, and a field with its name above it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from dp_facilitator.ui.widgets.text import Words, plain, plain_tip
from dp_facilitator.words import tr

from .message_line import DoubtLine
from .plan_fields import Length, Line, Lines, is_undo
from .plans_values import Choices


class Choice(QComboBox):
    """One of a few; those of a table are marked. Signals: written(str, object) – its key, and what was chosen."""

    written = Signal(str, object)

    def __init__(self, key: str, name: str, choices: Choices = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._choices: Choices = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._write)
        self.offer(tuple((value, tr(words)) for value, words in choices))

    def offer(self, choices: Choices) -> None:
        """Offers other things."""
        if choices != self._choices:
            self._choices = choices
            self.clear()
            self.addItems([words for _, words in choices])

    def show_value(self, value: object) -> None:
        """Shows what is chosen; something that is not offered shows as nothing."""
        at = next((n for n, (each, _) in enumerate(self._choices) if each == value), -1)
        self.setCurrentIndex(at)
        self.setToolTip(plain_tip(self.currentText()))

    def lock(self, locked: bool) -> None:
        """Only for reading."""
        self.setEnabled(not locked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a choice does not change by accident

    @Slot(int)
    def _write(self, at: int) -> None:
        self.written.emit(self._key, self._choices[at][0])


class Tick(QCheckBox):
    """Yes or no. Signals: written(str, object) – its key, and True or False; `values` are written instead."""

    written = Signal(str, object)

    def __init__(
        self, key: str, words: str, values: tuple[object, object] = (False, True), parent: QWidget | None = None
    ) -> None:
        super().__init__(plain(words), parent)
        self._key, self._values = key, values
        self.clicked.connect(self._write)

    def show_value(self, value: object) -> None:
        self.setChecked(value == self._values[1])

    def lock(self, locked: bool) -> None:
        """Only for reading."""
        self.setEnabled(not locked)

    @Slot(bool)
    def _write(self, on: bool) -> None:
        self.written.emit(self._key, self._values[on])


class _Inner(QLineEdit):
    """The text of a number, without an Undo of its own."""

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


class Number(QSpinBox):
    """A whole number; `least` reads as `nothing` and is written as None where that is given.

    Signals: written(str, object) – its key, and the number.
    """

    written = Signal(str, object)

    def __init__(
        self, key: str, name: str, least: int, most: int, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._nothing = key, nothing
        self.setLineEdit(_Inner())
        self.lineEdit().setAcceptDrops(False)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSpecialValueText(nothing)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.valueChanged.connect(self._write)

    def show_value(self, value: int | None) -> None:
        """Shows a number; emits nothing."""
        self.blockSignals(True)
        self.setValue(self.minimum() if value is None else value)
        self.blockSignals(False)

    def lock(self, locked: bool) -> None:
        """Only for reading."""
        self.setEnabled(not locked)

    def sizeHint(self) -> QSize:
        words = max(self.prefix() + str(self.maximum()), self._nothing, key=len)
        wide = self.fontMetrics().horizontalAdvance(f"{words}0") + 2 * self.fontMetrics().height()
        return QSize(wide + 14, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(int)
    def _write(self, number: int) -> None:
        self.written.emit(self._key, None if self._nothing and number == self.minimum() else number)


Field = Line | Lines | Length | Choice | Tick | Number


class Labelled(QWidget):
    """A field with its name above it; below a time that cannot be read stands what to type instead."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Words(name, "label")
        self.name.setBuddy(field)
        self.doubt = DoubtLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(field)
        column.addWidget(self.doubt)
        column.addStretch(1)
        if isinstance(field, Length):
            field.doubted.connect(self.doubt.doubt)


def beside(name: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Words(name, "label", wrap=False))
    row.addWidget(field)
    return both
