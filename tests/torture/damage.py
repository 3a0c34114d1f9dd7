"""Damages every plan that ships, one byte at a time, and cuts it off at every length; each must be read or refused.

Run as `python tests/torture/damage.py [--every odd|all] [PLAN…]`. `odd` (the default) puts 24 values in the place of
each byte: what JSON is made of, halves of characters, zeros, and the byte with one bit turned; `all` puts every other
value. Anything but a plan or a refusal with a reason is printed. Exit 1 when there is any.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "src")]

from dp_facilitator.model.mistakes import Refused  # noqa: E402
from dp_facilitator.model.plan_text import read_plan  # noqa: E402

ODD = b'"\\{}[],:-.09eAt \n\x00\x7f\x80\xc3\xff'
"""With the byte that has its lowest bit turned, and the letter in the other case, what stands in the place of each."""


def values(byte: int, every: str) -> Iterable[int]:
    """What is put in the place of a byte."""
    found = range(256) if every == "all" else {*ODD, byte ^ 1, byte ^ 0x20}
    return (value for value in found if value != byte)


def damaged(text: bytes, every: str) -> Iterator[bytes]:
    """The text cut off at every length, then with every byte damaged in turn."""
    yield from (text[:length] for length in range(len(text)))
    for at, byte in enumerate(text):
        yield from (text[:at] + bytes([value]) + text[at + 1 :] for value in values(byte, every))


def outcome(text: bytes) -> str:
    """ "plan" or "refused"; else what happened, in words."""
    try:
        read_plan(text)
    except Refused as refused:
        return "refused" if all(one.reason for one in refused.mistakes) else "refused without a reason"
    except Exception as error:  # whatever it is: that is what is looked for
        return f"{type(error).__name__}: {error}"
    return "plan"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("plans", nargs="*", type=Path)
    parser.add_argument("--every", choices=("odd", "all"), default="odd")
    args = parser.parse_args(argv)
    shipped = [path for path in sorted((TOP / "sessions").glob("*.json")) if not path.name.endswith(".schema.json")]
    wrong = 0
    for path in args.plans or shipped:
        began, counts = time.monotonic(), {"plan": 0, "refused": 0}
        for text in damaged(path.read_bytes(), args.every):
            found = outcome(text)
            if found in counts:
                counts[found] += 1
            else:
                wrong += 1
                print(f"{path.name}: {found}: {text[:60]!r}…", file=sys.stderr)
        took = time.monotonic() - began
        print(f"{path.stem:28} {counts['refused']:>10,} refused {counts['plan']:>10,} plans {took:>8.1f} s", flush=True)
    print(f"neither: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
