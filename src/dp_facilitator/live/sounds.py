"""The cues as they are heard: which sound each has, and that they never hold up the screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from dp_facilitator.model.cues import Cue

from .loudspeaker import Device, Playing, open_device


class Sounds(QObject):
    """Plays one sound at a time from the files in `folder`; a new one takes the place of the one before.

    `volume` goes from 0 to 1. `device` opens what plays; it is called on another thread. Whoever makes this calls
    `close()` in the end.
    Signals: `problem(str)` when sounds stop being heard, in words for the desk, and not again until one has been
    heard since; `tried(bool)` after each sound, whether the device took it.
    """

    problem = Signal(str)
    tried = Signal(bool)
    _told = Signal(str)

    def __init__(
        self,
        folder: Path,
        volume: float,
        on: bool,
        parent: QObject | None = None,
        device: Callable[[], Device] = open_device,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._volume = volume
        self._on = on
        self._device = device
        self._working: bool | None = None
        self._wanted = "", 0
        self._playing: Playing | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._begin)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool | None:
        """Whether the last sound found a device; None before the first."""
        return self._working

    @property
    def on(self) -> bool:
        """Whether cues are heard."""
        return self._on

    @Slot(object, bool)
    def play(self, cue: Cue, quiet: bool) -> None:
        """Plays a cue, unless sound is off or this is a `quiet` phase. Of several in one turn of the event loop,
        as after a stall, only the last is heard."""
        if self._on and not quiet and cue.rings > 0:
            self._want(*sound_of(cue))

    @Slot()
    def test(self) -> None:
        """Plays the sound of the end, for setting the volume: also while sound is off, since it was asked for."""
        self._want("end", 1)

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """From 0 to 1; heard at once."""
        self._volume = min(1.0, max(0.0, volume))
        if self._playing is not None:
            self._playing.volume = self._volume

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Turns sound on or off; off is heard at once."""
        self._on = on
        if not on:
            self.hush()

    @Slot()
    def hush(self) -> None:
        """Ends what is being played, such as a long row of rings."""
        self._turn.stop()
        if self._playing is not None:
            self._playing.hush()

    def close(self) -> None:
        """Ends everything: no thread is left, unless a device holds on to it for seconds."""
        self.hush()
        if self._playing is not None:
            self._playing.join(timeout=3)
            self._playing = None

    def _want(self, name: str, rings: int) -> None:
        self._wanted = name, rings
        self._turn.start()

    @Slot()
    def _begin(self) -> None:
        name, rings = self._wanted
        before = self._playing
        if before is not None:
            before.hush()
            before = before if before.is_alive() else None
        path = self._folder / f"{name}.wav"
        self._playing = Playing(path, rings, self._volume, self._device, self._told.emit, before)
        self._playing.start()

    @Slot(str)
    def _take(self, fault: str) -> None:
        worked, self._working = self._working, not fault
        if fault and worked is not False:
            self.problem.emit(fault)
        self.tried.emit(self._working)


def sound_of(cue: Cue) -> tuple[str, int]:
    """The sound of a cue and how often it is played: the bell where a plan says so, else the sound of its kind."""
    if cue.kind == "plan" or cue.rings > 1:
        return "ring", cue.rings
    return cue.kind, 1
