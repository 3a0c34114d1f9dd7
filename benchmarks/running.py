"""What is measured of the running program: launch, memory, processor, lateness, keys and notes."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.child import Child, wall_s
from benchmarks.row import Row, middle, p99

BARE = ("-m", "benchmarks.bare")
COMMANDS = {
    "--version": ("--version",),
    "check": ("check", "deliberate-practice-90"),
    "timetable": ("timetable", "deliberate-practice-90", "--people", "6", "--start", "10:00"),
}


class Running:
    """Starts the program and the bare one on the same screen; `quick` measures a shorter time."""

    def __init__(self, environ: dict[str, str], quick: bool, drift_minutes: float) -> None:
        self._environ = environ
        self._quick = quick
        self._drift_minutes = drift_minutes

    def launch(self) -> Iterator[Row]:
        """From the start of the process to the first painted desk; the first try of each is not counted."""
        bare, desk, bare_own, own = [], [], [], []
        for _ in range(4 if self._quick else 8):
            with Child(BARE, self._environ) as child:
                bare.append(child.wait_for("painted"))
                bare_own.append(child.processor_s())
            with self._desk("--scene", "home", until="painted") as child:
                desk.append(child.took)
                own.append(child.processor_s())
        measured, yard = middle(desk[1:]), middle(bare[1:])
        more = {"processor": middle(own[1:]), "bare processor": middle(bare_own[1:]), "slowest": max(desk[1:])}
        yield Row("launch to first painted desk", measured, "s", "≤ 2.0 × bare", measured <= 2 * yard, yard, more)

    def commands(self) -> Iterator[Row]:
        """Commands that need no Qt, beside a Python that does nothing."""
        times = 4 if self._quick else 8
        nothing = middle([wall_s(["-c", ""], self._environ) for _ in range(times)][1:])
        for name, words in COMMANDS.items():
            took = middle([wall_s(["-m", "dp_facilitator", *words], self._environ) for _ in range(times)][1:])
            yield Row(f"command {name}", took, "s", "≤ 0.25 s", took <= 0.25, nothing)

    def standing(self) -> Iterator[Row]:
        """Memory and processor while a session counts in both windows, and of an idle desk."""
        seconds = 15 if self._quick else 60
        with Child(BARE, self._environ) as child:
            child.wait_for("painted")
            bare_busy, (bare_memory, bare_all) = child.processor_a_minute(seconds), child.memory()
        with self._desk("--scene", "counting") as child:
            busy, (memory, everything) = child.processor_a_minute(seconds), child.memory()
        with self._desk("--scene", "home", until="painted") as child:
            child.processor_a_minute(2)  # until it has come to rest
            idle = child.processor_a_minute(seconds)
        more = {"RSS": everything, "bare RSS": bare_all}
        kept = memory <= 1.7 * bare_memory
        yield Row("memory (PSS), session running", memory, "MiB", "≤ 1.7 × bare", kept, bare_memory, more)
        budget = "≤ 3 × bare"
        yield Row("processor while counting, a minute", busy, "s", budget, busy <= 3 * bare_busy, bare_busy)
        yield Row("processor of an idle desk, a minute", idle, "s", "≈ 0 (≤ 0.06)", idle <= 0.06, bare_busy)

    def flips(self) -> Iterator[Row]:
        """How late each second is shown in both windows, and whether the countdown drifts."""
        seconds = round(self._drift_minutes * 60) or (15 if self._quick else 60)
        # Above an hour no seconds are shown: a long countdown is half of it time left and half of it time over.
        longer = min(seconds // 60 + 5, 40)
        with self._desk("--scene", "flips", "--amount", str(seconds), "--extend", str(longer)) as child:
            found = child.answer("figures ")
        late = p99(found["late"])
        more = {"p50": middle(found["late"]), "largest": max(found["late"]), "seconds": len(found["late"])}
        yield Row("second shown late, p99", late, "ms", "≤ 50 ms", late <= 50, more=more)
        yield Row("seconds left out", found["skipped"], "", "0", found["skipped"] == 0)
        name = f"drift in {seconds / 60:.3g} min"
        yield Row(name, abs(found["drift"]), "ms", "≤ 50 ms", abs(found["drift"]) <= 50)

    def keys(self) -> Iterator[Row]:
        """From a key press to both windows repainted."""
        with self._desk("--scene", "keys", "--amount", "40" if self._quick else "200") as child:
            took = child.answer("figures ")["took"]
        more = {"p50": middle(took), "largest": max(took)}
        yield Row("key press to both windows, p99", p99(took), "ms", "≤ 50 ms", p99(took) <= 50, more=more)

    def notes(self) -> Iterator[Row]:
        """From Return to confirmed on the disk, and how long the windows stood still meanwhile."""
        with self._desk("--scene", "notes", "--amount", "40" if self._quick else "150") as child:
            found = child.answer("figures ")
        took = found["took"]
        more = {"p99": p99(took), "largest": max(took), "until the desk says so": middle(found["told"])}
        yield Row("note to disk, median", middle(took), "ms", "≤ 5 ms", middle(took) <= 5, more=more)
        yield _stall("longest stall while writing notes", found["stalls"])
        with self._desk("--scene", "notes", "--amount", "1", "--fsync", "3") as child:
            found = child.answer("figures ")
        yield _stall("… when fsync takes 3 s", found["stalls"])

    @contextmanager
    def _desk(self, *arguments: str, until: str = "ready") -> Iterator[Child]:
        """The program, in that scene, with a data folder of its own."""
        with tempfile.TemporaryDirectory(prefix="dp-bench-") as place:
            homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR"), place)
            command = ("-m", "benchmarks.desk", str(Path(place, "data")), *arguments)
            with Child(command, self._environ | homes) as child:
                child.took = child.wait_for(until)
                yield child


def _stall(name: str, stalls: list[list[float]]) -> Row:
    """The longest spell without events; what the program itself worked in its longest one stands beside it."""
    longest = max((stall for stall, _ in stalls), default=0.0)
    more = {"most own work": max((own for _, own in stalls), default=0.0), "stalls": len(stalls)}
    return Row(name, longest, "ms", "≤ 16 ms", longest <= 16, more=more)
