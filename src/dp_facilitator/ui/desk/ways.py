"""The ways to end on time, each with what comes of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from dp_facilitator.ui.widgets.choices import RadioButton
from dp_facilitator.ui.widgets.text import Words

from .setup_outlook import Option


class Ways(QWidget):
    """At most three options, one of them taken; hidden where there is nothing to choose.

    Signals: chosen(int) – the number of the option that was taken by hand.
    """

    chosen = Signal(int)
    MOST = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._group = QButtonGroup(self)
        self.buttons = [RadioButton() for _ in range(self.MOST)]
        self._results = [Words("", "small", wrap=False) for _ in range(self.MOST)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for number, (button, result) in enumerate(zip(self.buttons, self._results, strict=True)):
            self._group.addButton(button, number)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(button, number, 0)
            grid.addWidget(result, number, 1)
        self._group.idClicked.connect(self._choose)
        self.hide()

    def show_options(self, options: tuple[Option, ...], taken: Option | None) -> None:
        """Shows these options, with the one that is taken now."""
        self._options = options
        for number, (button, result) in enumerate(zip(self.buttons, self._results, strict=True)):
            there = number < len(options)
            button.setVisible(there)
            result.setVisible(there)
            if there:
                option = options[number]
                button.show_words(option.words)
                button.setChecked(option == taken)
                button.setAccessibleName(f"{option.words}: {option.result}")
                result.show_text(option.result if option.possible else f"▲ {option.result}")
                result.show_tone("" if option.possible else "warning")
        self.setVisible(bool(options))

    def focus_taken(self) -> None:
        """Puts the focus on the option that is taken."""
        for button in self.buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def options(self) -> tuple[Option, ...]:
        return self._options

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.chosen.emit(number)
