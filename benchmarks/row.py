"""One line of the result, and how all of them are printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass(frozen=True)
class Row:
    """One budget. `measured` and `bare` are in `unit`; `budget` is a limit in words and `ok` whether it is kept.

    `more` are figures that belong to it and have no budget of their own.
    """

    name: str
    measured: float
    unit: str
    budget: str
    ok: bool
    bare: float | None = None
    more: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """How many times the bare program's."""
        return self.measured / self.bare if self.bare else None

    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        bare = "" if self.bare is None else figure(self.bare)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        more = ", ".join(f"{name} {figure(value)}" for name, value in self.more.items())
        verdict = "yes" if self.ok else "NO"
        return (self.name, f"{figure(self.measured)} {self.unit}", bare, ratio, self.budget, verdict, more)


HEAD = ("what", "measured", "bare", "ratio", "budget", "kept", "also")


def figure(value: float) -> str:
    """A number with three digits that count."""
    if value == 0:
        return "0"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(rows: Sequence[Row]) -> str:
    """All rows as a table in Markdown."""
    lines = [HEAD, *(row.cells() for row in rows)]
    wide = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    text = ["| " + " | ".join(cell.ljust(w) for cell, w in zip(line, wide, strict=True)) + " |" for line in lines]
    text.insert(1, "|" + "|".join("-" * (w + 2) for w in wide) + "|")
    return "\n".join(text)


def p99(values: Sequence[float]) -> float:
    """The value that 99 of 100 do not exceed; the largest of fewer than a hundred."""
    return quantiles(values, n=100, method="inclusive")[98] if len(values) >= 100 else max(values)


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)
