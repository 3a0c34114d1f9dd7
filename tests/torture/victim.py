"""The driven program as seen from outside: what it says, and the moment at which it is killed."""

import json
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from queue import Empty, Queue

CHILD = Path(__file__).resolve().with_name("driven.py")
PATIENCE_S = 30.0
LONGEST_S = 4.0
EXPECTED = ("This plugin does not support", "QStandardPaths: ")
"""What Qt says of an off-screen platform."""


@dataclass(frozen=True)
class Moment:
    """When to kill: so many seconds after the child has said `word` for the `count`-th time."""

    word: str
    count: int
    seconds: float
    close_after: float = 1e9


def moment(chance: random.Random) -> Moment:
    """A random moment: in the start, the opening, the work, a write, a step, a close."""
    kinds = {"start": 2, "open": 3, "work": 5, "type": 3, "save": 4, "step": 3, "leave": 1, "close": 2}
    kind = chance.choices(list(kinds), list(kinds.values()))[0]
    soon = chance.random() ** 2
    match kind:
        case "start":
            return Moment("imported", 1, chance.uniform(0, 0.5))
        case "open":
            return Moment("opening", 1, 0.15 * soon)
        case "work":
            return Moment("session", 1, chance.uniform(0.1, 2.2))
        case "type":
            return Moment("typed", chance.randint(1, 250), 0.002 * soon)
        case "save":
            return Moment(chance.choice(("sending", "sent", "saved")), chance.randint(1, 6), 0.012 * soon)
        case "step":
            return Moment("moving", chance.randint(1, 4), 0.015 * soon)
        case "leave":
            # Nothing closes it by itself here: a program that is quick would be gone before it is left.
            return Moment("leaving", 1, 0.08 * soon)
        case _:
            return Moment("closing", 1, 0.1 * soon, chance.uniform(0.1, 1.5))


class Child:
    """The program in its own process, with a pipe that it speaks into. `said` is all it said, `code` how it ended."""

    def __init__(self, data: Path, seed: int, close_after: float, environ: dict[str, str], errors: Path) -> None:
        self.said: list[tuple[str, dict[str, object]]] = []
        self.was_killed = False
        self.code: int | None = None
        self._errors = errors
        self._words: Queue[str | None] = Queue()
        command = [sys.executable, str(CHILD), str(data), "--seed", str(seed), "--close-after", str(close_after)]
        with errors.open("wb") as stderr:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, env=environ)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def kill(self, when: Moment) -> int:
        """Kills it at that moment, or where that does not come within seconds, then; answers when that was."""
        self._await(when)
        time.sleep(when.seconds)
        killed = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
        self._process.send_signal(signal.SIGKILL)
        self.code = self._process.wait(PATIENCE_S)
        self.was_killed = self.code == -signal.SIGKILL
        self._reader.join(PATIENCE_S)
        self._process.stdout.close()
        return killed

    def last_words(self) -> str:
        """What it said last, in short."""
        groups = [(word, len(list(same))) for word, same in groupby(word for word, _ in self.said if word != "typing")]
        return " ".join(f"{word}×{count}" if count > 1 else word for word, count in groups[-16:])

    def complaints(self) -> list[str]:
        """What it said on standard error that is not known to be harmless."""
        lines = self._errors.read_text("utf-8", "replace").splitlines()
        return [line for line in lines if line.strip() and not line.startswith(EXPECTED)][:12]

    def _await(self, when: Moment) -> None:
        """Returns at that word; or, where it does not come, some seconds after a session has been opened."""
        left, until = when.count, time.monotonic() + PATIENCE_S
        while left:
            try:
                word = self._words.get(timeout=max(0.01, until - time.monotonic()))
            except Empty:
                return
            if word is None:
                return
            if word == "session":
                until = min(until, time.monotonic() + LONGEST_S)
            left -= word == when.word

    def _read(self) -> None:
        try:
            for line in self._process.stdout:
                word, _, what = line.decode().partition(" ")
                self.said.append((word, json.loads(what)))
                self._words.put(word)
        except ValueError as error:
            self.said.append(("fault", {"what": f"the program said something odd: {error}", "boot": 0}))
        finally:
            self._words.put(None)
