"""Plays 10,000 random schedules of verbs, sleeps, stalls and clock jumps, and prints how far they differ.

Run as `python tests/torture/schedules.py [HOW MANY] [FIRST SEED]`. Exit 1 when anything differs.
"""

import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "src"), str(TOP / "tests" / "model")]

from against_oracle import difference, rings  # noqa: E402


def main(count: int = 10_000, first: int = 0) -> int:
    began = time.monotonic()
    worst, cues, wrong = 0, 0, 0
    for seed in range(first, first + count):
        worst = max(worst, difference(seed))
        told, due = rings(seed)
        cues += len(due)
        wrong += told != due
    print(f"schedules          {count:>10,}")
    print(f"largest difference {worst:>10,} ns")
    print(f"cues due           {cues:>10,}")
    print(f"cues lost/doubled  {wrong:>10,} schedules")
    print(f"took               {time.monotonic() - began:>10.1f} s")
    return 1 if worst or wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
