"""Measures the budgets and prints them as a table.

.venv/bin/python benchmarks/run.py [--quick] [--only NAME] [--json FILE] [--drift-minutes 90]
"""

import argparse
import json
import os
import platform
import sys
import time
from dataclasses import asdict
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import files
from benchmarks.row import Row, table
from benchmarks.running import Running
from benchmarks.screen import screen


def main() -> int:
    """0 when every budget is kept, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="measure for a shorter time")
    parser.add_argument("--only", metavar="NAME", help="only the part of that name")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    parser.add_argument("--drift-minutes", type=float, default=0, help="watch the seconds for so long (a release: 90)")
    args = parser.parse_args()
    rows: list[Row] = []
    with screen() as (environ, where):
        running = Running(environ, args.quick, args.drift_minutes)
        parts = {
            "launch": running.launch,
            "commands": running.commands,
            "standing": running.standing,
            "flips": running.flips,
            "keys": running.keys,
            "notes": running.notes,
            "journal": files.journal,
            "hand-outs": files.hand_outs,
        }
        if args.only and args.only not in parts:
            parser.error(f"--only takes one of {', '.join(parts)}")
        for name, part in parts.items():
            if args.only in (None, name):
                print(f"{name}…", file=sys.stderr, flush=True)
                rows += part()
    print(table(rows))
    if args.json:
        args.json.write_text(json.dumps(_told(rows, where), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0 if all(row.ok for row in rows) else 1


def _told(rows: list[Row], where: str) -> dict[str, object]:
    """The figures, with what they were measured on in general words."""
    from PySide6 import __version__ as qt

    return {
        "date": time.strftime("%Y-%m-%d"),
        "machine": f"{platform.system()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "pyside": qt,
        "screen": where,
        "load": round(os.getloadavg()[0], 1),
        "rows": [asdict(row) | {"ratio": row.ratio} for row in rows],
    }


if __name__ == "__main__":
    sys.exit(main())
