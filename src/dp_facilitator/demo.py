"""Trying projector and loudspeaker before anybody is there: the demonstration of twenty seconds, and one sound."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from dp_facilitator.live.clock import Clock
from dp_facilitator.live.screens import Placement, ScreenName
from dp_facilitator.live.sounds import Sounds
from dp_facilitator.model.cues import Cue
from dp_facilitator.store.settings import Settings
from dp_facilitator.ui.big_screen.demo import LASTS_S, demo_cues
from dp_facilitator.ui.big_screen.window import BigScreen
from dp_facilitator.ui.desk.setup_values import Check
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import marked, tr

BEGIN: Final = marked("See and hear the demo")
AGAIN: Final = marked("See and hear it again")
STOP: Final = marked("Stop the demo")
BEAT_MS: Final = 100
HEARD: Final = marked("It plays now. If you hear nothing, look at the volume of this computer.")


class Demo(QObject):
    """Opens the big screen where it will be, plays the demonstration, and closes it again.

    Signals: changed() – it began or ended, and `check()` says something else; sound_told(str, bool) – what came of
    `try_sound()`, in words, and whether a device took it.
    """

    changed = Signal()
    sound_told = Signal(str, bool)

    def __init__(
        self, desk: QWidget, room: Look, sounds: Path, clock: Clock, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._look, self._clock = desk, room, clock
        self._settings = settings
        self._sounds = Sounds(sounds, settings.volume, settings.sound, self)
        self._screen: BigScreen | None = None
        self._placement: Placement | None = None
        self._began = 0
        self._second = 0.0
        self._shown = ""
        self._fault = ""
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.tick)
        self._sounds.problem.connect(self._keep_fault)
        self._sounds.tried.connect(self._tell_sound)

    @property
    def screen(self) -> BigScreen | None:
        """The big screen, while the demonstration runs."""
        return self._screen

    def use(self, settings: Settings) -> None:
        """Other settings hold from now on."""
        self._settings = settings
        self._sounds.set_volume(settings.volume)
        self._sounds.set_on(settings.sound)

    def check(self) -> Check:
        """The line about it on the set-up page."""
        if self._screen is not None:
            return Check(tr("The demo runs. {shown}").format(shown=self._shown), "good", tr(STOP))
        if not self._shown:
            return Check(tr("Screen and sound have not been tried yet"), "unknown", tr(BEGIN))
        if self._fault:
            return Check(self._fault, "warning", tr(AGAIN))
        sound = tr("with sound") if self._settings.sound else tr("without sound: it is off in the settings")
        return Check(tr("The demo was shown, {sound}").format(sound=sound), "good", tr(AGAIN))

    def begin(self) -> None:
        """Shows it from its beginning."""
        self.stop()
        self._screen = BigScreen(self._look)
        remembered = ScreenName.read(self._settings.screen) if self._settings.screen else None
        self._placement = Placement(self._desk, remembered, self)
        self._screen.closed.connect(self.stop)
        self._placement.placed.connect(self._say_where)
        self._placement.unplugged.connect(self._say_where)
        self._began, self._second = self._clock.always(), 0.0
        self._screen.show_demo(0.0)
        self._placement.place(self._screen)
        self._desk.activateWindow()
        self._beat.start()
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Closes the big screen; nothing where it is not open."""
        if self._screen is None or self._placement is None:
            return
        self._beat.stop()
        self._sounds.hush()
        self._placement.release()
        self._placement.deleteLater()
        self._screen.deleteLater()
        self._screen = self._placement = None
        self.changed.emit()

    def close(self) -> None:
        """Ends everything."""
        self.stop()
        self._sounds.close()

    @Slot()
    def try_sound(self) -> None:
        """Plays the sound of the end of a phase, also while sound is off."""
        self._sounds.test()

    @Slot()
    def tick(self) -> None:
        """Looks at the clock, and shows and plays what is due."""
        if self._screen is None:
            return
        before, self._second = self._second, (self._clock.always() - self._began) / 10**9
        for kind in demo_cues(before, self._second):
            self._sounds.play(Cue(0, "end" if kind == "end" else "warning"), False)
        if self._second >= LASTS_S:
            self.stop()
        else:
            self._screen.show_demo(self._second)

    @Slot(str)
    def _say_where(self, words: str) -> None:
        self._shown = words
        self.changed.emit()

    @Slot(str)
    def _keep_fault(self, words: str) -> None:
        self._fault = words

    @Slot(bool)
    def _tell_sound(self, worked: bool) -> None:
        if worked:
            self._fault = ""
        self.sound_told.emit(tr(HEARD) if worked else self._fault, worked)
