"""Plain tables and JSON on the terminal."""

import json
import unicodedata
from collections.abc import Sequence


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints rows under a head, columns aligned to the left; a column with nothing in it is left out."""
    kept = [i for i in range(len(head)) if any(row[i] for row in rows)]
    lines = [[line[i] for i in kept] for line in (head, *rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(text + " " * (w - _width(text)) for text, w in zip(line, widths, strict=True)).rstrip())


def print_json(tree: object) -> None:
    """Prints JSON that people can read too."""
    print(json.dumps(tree, ensure_ascii=False, indent=2))


def _width(text: str) -> int:
    """How many places the text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )
