"""The cards of the settings page for looks, sound and kept sessions."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Tokens
from dp_facilitator.ui.widgets.buttons import QuietButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.choices import CheckBox
from dp_facilitator.ui.widgets.fields import NumberField
from dp_facilitator.ui.widgets.stepper import Stepper
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .theme_tile import ThemeTile

STEP = 10
MOST_DAYS = 730


class LooksCard(Card):
    """The theme and the size of the text; both are seen at once.

    Signals: theme_chosen(str) – "paper", "night", "contrast" or "system"; scale_chosen(float) – from 1.0 to 2.0.
    """

    theme_chosen = Signal(str)
    scale_chosen = Signal(float)

    def __init__(self, look: Look, themes: Mapping[str, Tokens], parent: QWidget | None = None) -> None:
        super().__init__(tr("Looks"), parent)
        self._look = look
        paper, night, contrast = (themes[name] for name in ("paper", "night", "contrast"))
        self.tiles = tuple(
            ThemeTile(look, name, words, shown)
            for name, words, shown in (
                ("paper", tr("Paper"), (paper,)),
                ("night", tr("Night"), (night,)),
                ("contrast", tr("High contrast"), (contrast,)),
                ("system", tr("As this computer"), (paper, night)),
            )
        )
        self.text_size = Stepper(look, tr("Smaller text"), tr("Larger text"), 100, 200, STEP)
        self._lay_out()
        self._connect()

    def show_looks(self, theme: str, scale: float) -> None:
        """Shows which theme and size are worn."""
        for tile in self.tiles:
            tile.setChecked(tile.objectName() == theme)
        self.text_size.show_value(round(scale * 100))

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        for number, tile in enumerate(self.tiles):
            self._group.addButton(tile, number)
        self._arrange()
        self.body.addLayout(self._grid)
        self.body.addWidget(Words(tr("The big screen stays dark, so that it can be read from the back."), "small"))
        self.body.addSpacing(4)
        self.body.addWidget(Words(tr("Text size"), "strong"))
        self.body.addWidget(self.text_size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All themes in a row where they fit, else two and two."""
        need = sum(tile.minimumSizeHint().width() for tile in self.tiles) + self._look.px(80)
        across = 4 if self.width() >= need else 2
        if self._grid.columnCount() != across or not self._grid.count():
            for number, tile in enumerate(self.tiles):
                self._grid.addWidget(tile, number // across, number % across)
            for column in range(4):
                self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._choose)
        self.text_size.changed.connect(self._resize)

    @Slot(QWidget)
    def _choose(self, tile: ThemeTile) -> None:
        self.theme_chosen.emit(tile.objectName())

    @Slot(int)
    def _resize(self, percent: int) -> None:
        self.scale_chosen.emit(percent / 100)


class SoundCard(Card):
    """Whether cues are heard, and how loud; and a try.

    Signals: turned(bool); volume_chosen(float) – from 0 to 1; tried().
    """

    turned = Signal(bool)
    volume_chosen = Signal(float)
    tried = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sound"), parent)
        self.on = CheckBox(tr("Cues are heard"))
        self.volume = Stepper(look, tr("Quieter"), tr("Louder"), 0, 100, STEP)
        self.play = QuietButton(tr("Play it"))
        self._told = Words("", "small")
        self._lay_out()
        self._connect()

    def show_sound(self, on: bool, volume: float) -> None:
        """Shows what is set."""
        self.on.setChecked(on)
        self.volume.show_value(round(volume * 100))

    def show_result(self, text: str, tone: str = "") -> None:
        """What came of the try, in words; nothing takes them away."""
        self._told.show_text(text)
        self._told.show_tone(tone)

    def _lay_out(self) -> None:
        self.body.addWidget(self.on)
        self.body.addWidget(Words(tr("Each cue is seen as well. While someone practises it is quiet."), "small"))
        self.body.addSpacing(4)
        self.body.addWidget(Words(tr("Volume"), "strong"))
        self.body.addWidget(self.volume)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.play)
        row.addWidget(self._told, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.on.clicked.connect(self.turned)
        self.volume.changed.connect(self._set_volume)
        self.play.clicked.connect(self._try)

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        self.volume_chosen.emit(percent / 100)

    @Slot()
    def _try(self) -> None:
        self.tried.emit()


class KeptCard(Card):
    """How long sessions are kept, and where they are.

    Signals: days_chosen(int); folder_wanted().
    """

    days_chosen = Signal(int)
    folder_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your sessions"), parent)
        self._look = look
        self.days = NumberField(tr("Days that a session is kept"), 1, MOST_DAYS)
        self.folder = QuietButton(tr("Show folder"))
        self._path = Words("")
        self._lay_out()
        self.days.changed.connect(self.days_chosen)
        self.folder.clicked.connect(self._want_folder)
        look.changed.connect(self._dress)

    def show_kept(self, days: int, path: str) -> None:
        """Shows for how long, and the folder."""
        self.days.show_value(days)
        self._path.show_text(path)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Words(tr("Kept for"), wrap=False))
        row.addWidget(self.days)
        row.addWidget(Words(tr("days"), wrap=False))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(Words(tr("Nothing is deleted by itself: you are asked first."), "small"))
        self.body.addSpacing(4)
        self.body.addWidget(Words(tr("They are in this folder, and nowhere else"), "strong"))
        self.body.addWidget(self._path)
        self.body.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.days.setFixedWidth(self._look.px(84))

    @Slot()
    def _want_folder(self) -> None:
        self.folder_wanted.emit()
