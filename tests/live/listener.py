"""A sound device that plays to nobody and remembers what it was given."""

import threading
import time
from array import array
from collections.abc import Iterator


class Listener:
    """A device that takes everything at once, or in real time, or never."""

    def __init__(self, pace: float = 0.0) -> None:
        self.pace = pace
        self.opened = 0
        self.open_now = 0
        self.most_open = 0
        self.heard: list[array] = []
        self.broken = False
        self._puller: threading.Thread | None = None

    def __call__(self) -> "Listener":
        if self.broken:
            raise OSError("failed to init device")
        self.opened += 1
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        return self

    def start(self, frames: Iterator, /) -> None:
        self.heard.append(array("h"))
        if self.pace:
            self._puller = threading.Thread(target=self._pull, args=(frames,))
            self._puller.start()
        else:
            self._pull(frames)

    def close(self) -> None:
        if self._puller is not None:
            self._puller.join()
        self.open_now -= 1

    def _pull(self, frames: Iterator) -> None:
        mine = self.heard[-1]
        try:
            while True:
                mine.extend(frames.send(4410))
                time.sleep(self.pace)
        except StopIteration:
            pass
