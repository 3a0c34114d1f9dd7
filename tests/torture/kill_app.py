"""Kills the real program at random moments, again and again on the same data, and looks at what is left.

    .venv/bin/python tests/torture/kill_app.py --kills 500 --workers 2

Prints one line and a JSON object; the exit code is 1 when anything confirmed was lost.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from victim import PATIENCE_S, Child, Moment, moment

HERE = Path(__file__).resolve().parent
LOOK = HERE / "aftermath.py"
SAFE_NS = 60_000_000
"""What was typed so long before a kill must be there."""
KILLS_A_FOLDER = 15


@dataclass
class Ledger:
    """What children have said of one session. `texts` are its unsent texts, each with its time and whether it stood.

    `alive` is when the session was last known to be open.
    """

    id: str
    zero: int
    saved: list[tuple[int, str]] = field(default_factory=list)
    stands: dict[str, object] | None = None
    texts: list[tuple[int, bool, str]] = field(default_factory=list)
    alive: int = 0

    def told(self, killed: int, count_between: bool) -> dict[str, object]:
        """The same for aftermath."""
        sure = [at for at, (boot, stood, _) in enumerate(self.texts) if stood and boot <= killed - SAFE_NS]
        typed = self.texts[sure[-1]][2] if sure else ""
        after = [text for _, _, text in self.texts[sure[-1] :]] if sure else [text for _, _, text in self.texts] + [""]
        return {
            "id": self.id,
            "zero": self.zero,
            "saved": self.saved,
            "stands": self.stands,
            "typed": typed,
            "after": after,
            "alive": self.alive,
            "count_between": count_between,
        }


@dataclass
class Tally:
    """What has come of it so far."""

    kills: int = 0
    ended_by_themselves: int = 0
    faults: list[str] = field(default_factory=list)
    killed_after: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)


class Worker:
    """Kills children one after the other; a new data folder every fifteen kills."""

    def __init__(self, place: Path, seed: int) -> None:
        self._place = place
        self._chance = random.Random(seed)
        self._seed = seed * 1_000_000
        self._folders = 0
        self._ledgers: dict[str, Ledger] = {}
        self._last: str | None = None
        self.tally = Tally()

    def work(self, kills: int) -> Tally:
        """Kills so many children and looks after each."""
        for number in range(kills):
            if number % KILLS_A_FOLDER == 0:
                self._folders += 1
                self._ledgers, self._last = {}, None
            self._seed += 1
            self._kill_one(self._home() / "data", moment(self._chance))
        return self.tally

    def _home(self) -> Path:
        home = self._place / str(self._folders)
        home.mkdir(exist_ok=True, parents=True)
        return home

    def _kill_one(self, data: Path, when: Moment) -> None:
        before = len(self.tally.faults)
        child = Child(data, self._seed, when.close_after, self._environ(), self._home() / "stderr")
        killed = child.kill(when)
        self.tally.kills += child.was_killed
        self.tally.ended_by_themselves += not child.was_killed
        self.tally.killed_after[when.word] += child.was_killed
        for word, what in child.said:
            self._note(word, what)
        self._complaints(child)
        self._look(data, killed)
        for at in range(before, len(self.tally.faults)):
            self.tally.faults[at] += f" [seed {self._seed}, {when}, it said: {child.last_words()}]"

    def _environ(self) -> dict[str, str]:
        """Nothing of this person's home is touched."""
        home = str(self._home())
        named = dict.fromkeys(("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), home)
        path = os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH"))))
        return os.environ | named | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}

    def _note(self, word: str, what: dict[str, object]) -> None:
        if word == "session":
            self._last = str(what["id"])
            ledger = self._ledgers.setdefault(self._last, Ledger(self._last, int(str(what["zero"]))))
            ledger.stands = ledger.stands if what["count"] else None
        elif word == "fault":
            what.pop("boot")
            self.tally.faults.append(f"the desk: {what}")
        ledger = self._ledgers.get(self._last or "")
        if ledger is None:
            return
        if word in ("session", "saved", "stands", "typed", "typing", "moving"):
            ledger.alive = int(str(what["boot"]))
        if word == "saved":
            ledger.saved.append((int(str(what["n"])), str(what["text"])))
            ledger.texts.append((int(str(what["boot"])), True, str(what["draft"])))
        elif word == "stands":
            ledger.stands = {key: what[key] for key in ("n", "at", "status", "step", "left")}
        elif word in ("typed", "typing"):
            ledger.texts.append((int(str(what["boot"])), word == "typed", str(what["text"])))

    def _complaints(self, child: Child) -> None:
        for line in child.complaints():
            self.tally.faults.append(f"on standard error: {line}")
        if not child.was_killed and child.code != 0:
            self.tally.faults.append(f"the program ended by itself with {child.code}")

    def _look(self, data: Path, killed: int) -> None:
        told = [ledger.told(killed, self._chance.random() < 0.5) for ledger in self._ledgers.values()]
        asked = json.dumps({"data": str(data), "sessions": told, "last": self._last})
        done = subprocess.run(
            [sys.executable, str(LOOK)],
            input=asked,
            capture_output=True,
            text=True,
            env=self._environ(),
            timeout=PATIENCE_S,
            check=False,
        )
        if done.returncode:
            self.tally.faults.append(f"the look ended with {done.returncode}: {done.stderr[-600:]}")
            return
        found = json.loads(done.stdout)
        self.tally.faults += found["faults"]
        self.tally.seen.update(found["seen"])


def kill_all(kills: int, seed: int, workers: int, place: Path) -> dict[str, object]:
    """Kills so many children in all and answers what has come of it, as plain values."""
    share = [kills // workers + (at < kills % workers) for at in range(workers)]
    begun = time.monotonic()
    with ThreadPoolExecutor(workers) as pool:
        made = [Worker(place / f"worker-{at}", seed + at) for at in range(workers)]
        tallies = list(pool.map(Worker.work, made, share))
    whole = Tally()
    for tally in tallies:
        whole.kills += tally.kills
        whole.ended_by_themselves += tally.ended_by_themselves
        whole.faults += tally.faults
        whole.killed_after += tally.killed_after
        whole.seen += tally.seen
    return vars(whole) | {"seconds": round(time.monotonic() - begun, 1), "seed": seed}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dp-kill-") as place:
        found = kill_all(args.kills, args.seed, args.workers, Path(place))
    notes, faults = found["seen"].get("confirmed notes", 0), found["faults"]
    print(f"{found['kills']} kills in {found['seconds']} s: {notes} confirmed notes looked for, {len(faults)} faults")
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
