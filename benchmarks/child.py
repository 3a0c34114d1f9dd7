"""A program that is measured from outside: when it has painted, what it takes of the processor and of memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class Child:
    """A Python program in a process of its own that says on standard output, line by line, how far it is."""

    def __init__(self, arguments: Sequence[str], environ: Mapping[str, str]) -> None:
        path = os.pathsep.join(filter(None, (str(ROOT), environ.get("PYTHONPATH"))))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environ, "PYTHONPATH": path},
            text=True,
        )

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    def wait_for(self, word: str) -> float:
        """Seconds from its launch to the line that begins with `word`. RuntimeError when it ends before."""
        for line in self._process.stdout:
            if line.startswith(word):
                self.line = line
                return time.perf_counter() - self.began
        raise RuntimeError(f"the program ended before it said “{word}”")

    def answer(self, word: str) -> Any:
        """The JSON that follows on the line that begins with `word`."""
        self.wait_for(word)
        return json.loads(self.line.removeprefix(word))

    def memory(self) -> tuple[float, float]:
        """Its share of memory (PSS), and all that it uses, shared with others or not (RSS); both in MiB."""
        found = {}
        for line in Path(f"/proc/{self._process.pid}/smaps_rollup").read_text().splitlines()[1:]:
            name, kilobytes, *_ = line.split()
            found[name] = int(kilobytes) / 1024
        return found["Pss:"], found["Rss:"]

    def processor_s(self) -> float:
        """Seconds of processor that all its threads have taken."""
        total = 0
        for task in Path(f"/proc/{self._process.pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
        return total / 1e9

    def processor_a_minute(self, seconds: float) -> float:
        """Seconds of processor a minute, measured over so many seconds from now."""
        begun, before = time.perf_counter(), self.processor_s()
        time.sleep(seconds)
        return (self.processor_s() - before) * 60 / (time.perf_counter() - begun)


def wall_s(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Seconds that a command takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *command], env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun
