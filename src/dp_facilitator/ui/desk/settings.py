"""The settings page: how the program looks, sounds and is driven, what it keeps, and what there is to know of it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.store.settings import Settings
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Tokens
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .about_cards import AccessCard, WorksCard
from .page_edges import HEAD
from .scrolled import Scrolled
from .settings_cards import KeptCard, LooksCard, SoundCard
from .settings_keys import KeysCard
from .setup_frame import Strip

WIDEST = 1240
TWO_FROM = 980
"""Pixels, at 100 %, from which on there are two columns."""


class SettingsPage(QWidget):
    """Everything that can be set; each change holds at once.

    Values in: `show_settings`, `show_notice`, `show_sound_result`. Signals: changed(object) – the Settings as they
    are to be from now on; sound_tried(); folder_wanted(); home_wanted().
    """

    changed = Signal(object)
    sound_tried = Signal()
    folder_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, look: Look, themes: Mapping[str, Tokens], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = Settings()
        self._folder = ""
        self._two = True
        self._make(themes)
        self._lay_out()
        self._connect()
        self.show_settings(self._settings, "")

    def show_settings(self, settings: Settings, folder: str) -> None:
        """Shows these settings, and the folder of the sessions."""
        self._settings = settings
        self.looks.show_looks(settings.theme, settings.scale)
        self.sound.show_sound(settings.sound, settings.volume)
        self.keys.show_keys(settings.keys, settings.single_keys)
        self._folder = folder or self._folder
        self.kept.show_kept(settings.keep_days, self._folder)

    def show_notice(self, text: str, kind: str = "warning") -> None:
        """Says something above the settings; an empty text takes it away."""
        if text:
            self.notice.show_message(text, kind)
        self.notice.setVisible(bool(text))

    def show_sound_result(self, text: str, tone: str = "") -> None:
        """What came of playing the sound."""
        self.sound.show_result(text, tone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sound.show_result("")
        if not event.spontaneous():
            chosen = next((tile for tile in self.looks.tiles if tile.isChecked()), self.looks.tiles[0])
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self, themes: Mapping[str, Tokens]) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.home = LinkButton(tr("‹ Home"))
        self.notice = Banner(self._look)
        self.notice.hide()
        self.looks = LooksCard(self._look, themes)
        self.sound = SoundCard(self._look)
        self.kept = KeptCard(self._look)
        self.keys = KeysCard(self._look)
        self.access = AccessCard(self._look)
        self.works = WorksCard()

    def _lay_out(self) -> None:
        header = Strip("bottom")
        top = QHBoxLayout(header)
        top.setContentsMargins(*HEAD)
        top.setSpacing(10)
        top.addWidget(self.home)
        top.addWidget(Words(tr("Settings"), "strong"), 1)
        self._page = QWidget()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._columns = QHBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(16)
            self._columns.addLayout(column, 1)
        self._columns.setSpacing(16)
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(20, 16, 20, 20)
        inside.setSpacing(12)
        inside.addWidget(self.notice)
        inside.addLayout(self._columns, 1)
        for card in (self.looks, self.sound, self.kept, self.access, self.works):
            self._left.addWidget(card)
        self._right.addWidget(self.keys)
        for column in (self._left, self._right):
            column.addStretch(1)
        self.area = Scrolled(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(self.area, 1)
        self._dress()

    def _connect(self) -> None:
        self.home.clicked.connect(self._go_home)
        self.looks.theme_chosen.connect(self._set_theme)
        self.looks.scale_chosen.connect(self._set_scale)
        self.sound.turned.connect(self._set_sound)
        self.sound.volume_chosen.connect(self._set_volume)
        self.sound.tried.connect(self.sound_tried)
        self.kept.days_chosen.connect(self._set_days)
        self.kept.folder_wanted.connect(self.folder_wanted)
        self.keys.single_turned.connect(self._set_single)
        self.keys.keys_changed.connect(self._set_keys)
        self._look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self._page.setMaximumWidth(self._look.px(WIDEST))
        self._arrange()

    def _arrange(self) -> None:
        """Two columns side by side, or one below the other where the width or the text size ask for it."""
        two = self.width() / self._look.sizes.scale >= TWO_FROM
        if two != self._two:
            self._two = two
            way = QHBoxLayout.Direction.LeftToRight if two else QHBoxLayout.Direction.TopToBottom
            self._columns.setDirection(way)

    def _set(self, **update: object) -> None:
        self._settings = self._settings.but(**update)
        self.changed.emit(self._settings)

    @Slot(str)
    def _set_theme(self, theme: str) -> None:
        self._set(theme=theme)

    @Slot(float)
    def _set_scale(self, scale: float) -> None:
        self._set(scale=scale)

    @Slot(bool)
    def _set_sound(self, on: bool) -> None:
        self._set(sound=on)

    @Slot(float)
    def _set_volume(self, volume: float) -> None:
        self._set(volume=volume)

    @Slot(int)
    def _set_days(self, days: int) -> None:
        self._set(keep_days=days)

    @Slot(bool)
    def _set_single(self, on: bool) -> None:
        self._set(single_keys=on)
        self.keys.show_keys(self._settings.keys, on)

    @Slot(object)
    def _set_keys(self, keys: dict[str, str]) -> None:
        self._set(keys=keys)
        self.keys.show_keys(keys, self._settings.single_keys)

    @Slot()
    def _go_home(self) -> None:
        self.home_wanted.emit()
