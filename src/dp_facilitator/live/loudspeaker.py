"""The loudspeaker: one sound on a thread of its own, from opening the device to dropping it."""

import ctypes
import logging
import sys
import threading
import time
import wave
from array import array
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Protocol

from dp_facilitator.words import marked, tr

RATE: Final = 44_100
LEAD_IN: Final = round(0.35 * RATE)
"""The silence at the beginning of every sound file, in samples (scripts/sounds.py)."""
RING_EVERY: Final = round(1.5 * RATE)
"""From one ring of the bell to the next, in samples."""
BUFFER_MS: Final = 100
TAIL_S: Final = 0.5
"""What the device has taken is not heard yet: its three buffers and a little more."""
FADE: Final = 2_000
"""Samples in which a sound that is stopped dies away, so that it does not click."""
STUCK_S: Final = 5.0
"""A device that is so much later than it should be takes no sound at all."""

NO_DEVICE: Final = marked("No sound device was found: cues are seen, not heard.")
NO_FILE: Final = marked("The sounds of the cues could not be read: cues are seen, not heard.")

Frames = Generator[bytes | array, int, None]
"""Is sent how many samples the device wants, and answers at most so many (16-bit, mono, RATE)."""

_log = logging.getLogger(__name__)


class Device(Protocol):
    """What plays: it pulls samples from a generator that was begun, on a thread of its own."""

    def start(self, frames: Frames, /) -> None: ...
    def close(self) -> None: ...


def open_device() -> Device:
    """The usual sound device. Any exception means that there is none."""
    # Imported here since it takes 0.1 s, and many sessions are held in silence.
    import miniaudio  # type: ignore[import-untyped]

    class Speaker(miniaudio.PlaybackDevice):
        """A device that also gives back its context, which miniaudio keeps: PulseAudio has room for only 64."""

        context: Any = None

        def _make_context(self, *given: Any) -> Any:
            self.context = super()._make_context(*given)
            return self.context

        def close(self) -> None:
            super().close()
            context, self.context = self.context, None
            if context is not None:
                miniaudio.lib.ma_context_uninit(context)

    # Without a list it would go as far as a device that plays to nobody.
    unwanted = (miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM, miniaudio.Backend.JACK)
    backends = [backend for backend in miniaudio.Backend if backend not in unwanted]
    with _alsa_hushed():
        return Speaker(
            miniaudio.SampleFormat.SIGNED16, 1, RATE, BUFFER_MS, backends=backends, app_name="dp-facilitator"
        )


@contextmanager
def _alsa_hushed() -> Iterator[None]:
    """Keeps ALSA from writing to stderr about every device that it looks for and does not find."""
    set_handler = None
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            set_handler = ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler
    if set_handler is None:
        yield
        return
    text, number = ctypes.c_char_p, ctypes.c_int
    # It lives as long as ALSA may call it. What follows the five arguments need not be read.
    handler = ctypes.CFUNCTYPE(None, text, number, text, number, text)(lambda *_: None)
    set_handler(handler)
    try:
        yield
    finally:
        set_handler(None)


class Playing(threading.Thread):
    """One sound, played once: the file at `path`, or for several `rings` its tone again and again.

    `told` is called on this thread: with "" when the device took the sound, else with words for the desk.
    `after` is the sound before, whose device must be given back first.
    """

    def __init__(
        self,
        path: Path,
        rings: int,
        volume: float,
        open_device: Callable[[], Device],
        told: Callable[[str], None],
        after: "Playing | None" = None,
    ) -> None:
        super().__init__(name="sound", daemon=True)
        self.volume = volume
        """From 0 to 1; may be set while it plays."""
        self._path = path
        self._rings = rings
        self._open = open_device
        self._told = told
        self._after = after
        self._hushed = threading.Event()
        self._drained = threading.Event()

    def hush(self) -> None:
        """Lets the sound die away now; does not wait for it."""
        self._hushed.set()

    def run(self) -> None:
        if self._after is not None:
            self._after.join(timeout=2)
            self._after = None
        if self._hushed.is_set():
            return
        fault = self._play()
        # The app may have gone meanwhile: then there is nobody left to tell.
        with suppress(RuntimeError):
            if fault:
                self._told(fault)

    def _play(self) -> str:
        try:
            samples = rung(read_sound(self._path), self._rings)
        except (OSError, EOFError, wave.Error, ValueError) as fault:
            _log.info("%s: %r", self._path.name, fault)
            return tr(NO_FILE)
        try:
            device = self._open()
        except Exception as fault:  # a missing library, an odd driver: the cue is seen all the same
            _log.info("no sound device: %r", fault)
            return tr(NO_DEVICE)
        try:
            frames = self._frames(samples)
            next(frames)
            device.start(frames)
            with suppress(RuntimeError):
                self._told("")
            return self._wait(len(samples) / RATE)
        except Exception as fault:
            _log.info("the sound device failed: %r", fault)
            return tr(NO_DEVICE)
        finally:
            device.close()

    def _frames(self, samples: array) -> Frames:
        wanted = yield b""
        place = 0
        while place < len(samples) and not self._hushed.is_set():
            volume, chunk = self.volume, samples[place : place + wanted]
            place += wanted
            wanted = yield array("h", [int(volume * sample) for sample in chunk])
        rest = samples[place : place + min(wanted, FADE)]
        yield array("h", [int(self.volume * s * (1 - n / len(rest))) for n, s in enumerate(rest)])
        self._drained.set()

    def _wait(self, seconds: float) -> str:
        """Waits until all has been heard. Words when the device did not take it in time."""
        end = time.monotonic() + seconds + STUCK_S
        while not self._drained.wait(0.05):
            if self._hushed.is_set():
                end = min(end, time.monotonic() + TAIL_S)
            if time.monotonic() > end:
                return "" if self._hushed.is_set() else tr(NO_DEVICE)
        time.sleep(TAIL_S)
        return ""


def read_sound(path: Path) -> array:
    """The samples of a sound file. ValueError when it is not 16-bit mono at RATE."""
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
            raise ValueError("not 16-bit mono at 44.1 kHz")
        return array("h", file.readframes(file.getnframes()))


def rung(sound: array, rings: int) -> array:
    """A sound repeated at an even pace, with one lead-in before the first."""
    if rings <= 1:
        return sound
    once = sound[LEAD_IN:]
    paced = once + array("h", bytes(2 * max(0, RING_EVERY - len(once))))
    return sound[:LEAD_IN] + paced * rings
