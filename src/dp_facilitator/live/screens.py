"""Where the big screen goes: on the other display, back there once it is plugged in, never over the desk."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from dp_facilitator.live.screen_names import ScreenName, find, identity, recognised, screen_names, screen_of
from dp_facilitator.live.window_places import free_place, move_to
from dp_facilitator.words import tr

__all__ = ["Placement", "ScreenName", "screen_names"]

SETTLES_MS: Final = 60
"""Plugging in comes as a flurry of changes; it is looked at once they have settled."""


class Placement(QObject):
    """Owns where one window, the big screen, is shown.

    `desk` is the window that is never covered; `remembered` the display that was used last time.

    Signals: placed(str), where it is now, in plain words for the desk; unplugged(str), that its display or the desk's
    is gone, in such words; chosen(object), a ScreenName that a person has chosen and that is worth remembering.
    """

    placed = Signal(str)
    unplugged = Signal(str)
    chosen = Signal(object)

    def __init__(self, desk: QWidget, remembered: ScreenName | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._remembered = remembered
        self._window: QWidget | None = None
        self._on: ScreenName | None = None
        self._unplugged = False
        self._windowed = False
        self._enlarged = False
        self._desk_on: ScreenName | None = None
        self._where = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES_MS)
        self._connect()

    def _connect(self) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self._changed)
        for screen in QGuiApplication.screens():
            self._watch(screen)
        self._settling.timeout.connect(self._settle)
        self._desk.installEventFilter(self)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        screen.logicalDotsPerInchChanged.connect(self._changed)

    # What the app asks

    @property
    def remembered(self) -> ScreenName | None:
        """The display that the big screen belongs on, for the settings."""
        return self._remembered

    @property
    def on(self) -> ScreenName | None:
        """The display that it fills; None while it is in a window or hidden."""
        return self._on

    @property
    def where(self) -> str:
        """Where it is, in plain words."""
        return self._where

    def place(self, window: QWidget) -> None:
        """Take a window over and show it where it belongs."""
        self._window = window
        self._unplugged = False
        self._show()

    def release(self) -> None:
        """Hide the window and let it go."""
        self._settling.stop()
        if self._window is not None:
            self._hide(self._window)
        self._window = None

    def put_in_window(self) -> None:
        """Show it in a plain window, as for sharing it in a video call."""
        self._windowed, self._enlarged, self._unplugged = True, False, False
        self._show()

    def fill_screen(self) -> None:
        """Fill the other display; where there is none, fill this one, because somebody asked for it."""
        self._windowed, self._unplugged = False, False
        self._enlarged = self._target() is None
        self._show()

    def swap(self) -> None:
        """The next display; with two in all, desk and big screen change places."""
        others = self._others()
        if self._window is None:
            return
        if not others:
            self._say(tr("There is only one screen."))
            return
        self._windowed, self._enlarged, self._unplugged = False, False, False
        if len(others) > 1 or self._on not in others:
            at = others.index(self._on) if self._on in others else -1
            self._choose(others[(at + 1) % len(others)])
        elif self._on is not None:
            self._exchange(self._on)
        self._show()

    # What the displays say

    @Slot(QScreen)
    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._settling.start()

    @Slot(QScreen)
    def _removed(self, screen: QScreen) -> None:
        gone = identity(screen)
        if self._window is not None and gone in (self._on, self._desk_on):
            # Left alone, it would come to stand over the desk.
            self._unplugged = self._unplugged or gone == self._on
            self._hide(self._window)
            self._say(tr("The big screen is not shown now."))
            words = tr("“{said}” was unplugged. The big screen comes back when it is plugged in.")
            self.unplugged.emit(words.format(said=gone.said))
        self._settling.start()

    @Slot()
    def _changed(self) -> None:
        self._settling.start()

    @Slot()
    def _settle(self) -> None:
        if self._window is None or not QGuiApplication.screens():
            return
        if self._unplugged and self._target() is None:
            return
        self._unplugged = False
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._desk and event.type() in (QEvent.Type.Move, QEvent.Type.Show):
            there = screen_of(self._desk)
            if self._window is not None and there is not None and identity(there) != self._desk_on:
                self._settling.start()
        return False

    # Showing

    def _others(self) -> list[ScreenName]:
        """The displays that the desk is not on, and that do not mirror the one it is on."""
        desk = screen_of(self._desk)
        if desk is None:
            return []
        area = desk.geometry()
        return [identity(s) for s in QGuiApplication.screens() if not s.geometry().intersects(area)]

    def _target(self) -> ScreenName | None:
        others = tuple(self._others())
        known = recognised(self._remembered, others) if self._remembered else None
        if known is None and self._on in others:
            known = self._on
        return known or (others[0] if others else None)

    def _show(self) -> None:
        window = self._window
        desk = screen_of(self._desk)
        if window is None or desk is None:
            return
        self._desk_on = identity(desk)
        target = None if self._windowed else self._target()
        screen = find(target) if target else desk if self._enlarged else None
        if screen is None:
            self._show_in_window(window, desk)
            return
        if target is not None:
            self._enlarged = False
            self._remembered = self._remembered or target
        self._on = identity(screen)
        self._fill(window, screen)
        size = screen.geometry().size()
        self._say(
            tr("The big screen is on “{said}”, {width} × {height}.").format(
                said=identity(screen).said, width=size.width(), height=size.height()
            )
        )

    def _fill(self, window: QWidget, screen: QScreen) -> None:
        """The one order of calls that is right everywhere."""
        if window.isVisible() and window.isFullScreen() and window.geometry() == screen.geometry():
            return
        if window.isVisible() and window.isFullScreen():
            window.showNormal()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        # Not showFullScreen, which takes the keyboard: keys belong to the desk.
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        window.setVisible(True)

    def _show_in_window(self, window: QWidget, desk: QScreen) -> None:
        was_window = window.isVisible() and not window.isFullScreen()
        self._on = None
        if not was_window or not desk.geometry().intersects(window.frameGeometry()):
            self._hide(window)
            window.setScreen(desk)
            window.setGeometry(free_place(desk.availableGeometry(), self._desk.frameGeometry()))
            window.show()
            # Where there is no room beside the desk it stands behind it, where it can still be shared.
            window.lower()
            self._desk.raise_()
        self._say(
            tr("The big screen is in a window.")
            if self._others()
            else tr("One screen only: the big screen is in a window.")
        )

    def _hide(self, window: QWidget) -> None:
        window.hide()
        window.setWindowState(Qt.WindowState.WindowNoState)
        self._on = None

    def _choose(self, name: ScreenName) -> None:
        self._remembered = name
        self.chosen.emit(name)

    def _exchange(self, here: ScreenName) -> None:
        """Desk and big screen change places."""
        there, desk = find(here), screen_of(self._desk)
        if there is None or desk is None or self._window is None:
            return
        self._choose(identity(desk))
        self._hide(self._window)
        move_to(self._desk, there)

    def _say(self, words: str) -> None:
        if words != self._where:
            self._where = words
            self.placed.emit(words)
