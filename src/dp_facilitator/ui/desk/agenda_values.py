"""What the import page says: the words for what a column is read as, and an agenda as the lines of a table."""

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.store.imports.preview import Preview
from dp_facilitator.words import ntr, tr

from .plans_values import Choices

TEN_S = 10 * 3600
"""Seconds since midnight at which an agenda is shown to begin that does not say it."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the timetable: a heading, a step, or a row of the file that is left out, with why in `what`."""

    kind: Literal["heading", "step", "left out"]
    row: str
    when: str
    what: str
    length: str
    tip: str = ""


def uses() -> Choices:
    """What a column can be read as."""
    return (
        ("title", tr("What happens")),
        ("lasts", tr("How long it takes")),
        ("span", tr("Start and end")),
        ("starts", tr("When it starts")),
        ("ends", tr("When it ends")),
        ("section", tr("Heading")),
        ("prompt", tr("What the room is asked")),
        ("coach", tr("Notes for the coach")),
        ("names", tr("Who: left out")),
        ("nothing", tr("Left out")),
    )


def agenda_lines(preview: Preview) -> tuple[AgendaLine, ...]:
    """Headings and steps in the order of the file, and what is left out at its place."""
    agenda = preview.agenda
    steps: list[tuple[int, AgendaLine]] = []
    begins = _begins(preview)
    for section, rows in groupby(agenda.rows, key=lambda row: row.section):
        found = list(rows)
        if section:
            together = minutes_and_seconds(sum(row.seconds for row in found))
            steps.append((found[0].row, AgendaLine("heading", "", "", section, together)))
        for row in found:
            notes = "\n".join(part for part in (row.prompt, *row.coach) if part)
            when = _clock(begins)
            length = minutes_and_seconds(row.seconds)
            steps.append((row.row, AgendaLine("step", str(row.row), when, row.title, length, notes)))
            begins += row.seconds
    for gone in preview.left_out:
        why = tr("▲ Left out: {reason} {mend}").format(reason=gone.reason, mend=gone.mend)
        words = f"{gone.words}\n{why}" if gone.words not in gone.reason else why
        steps.append((gone.row, AgendaLine("left out", str(gone.row), "", words, "")))
    return tuple(line for _, line in sorted(steps, key=lambda step: step[0]))


def total_words(preview: Preview) -> str:
    """How many steps there are, what they come to, and how many rows are left out."""
    agenda, gone = preview.agenda, len(preview.left_out)
    total = agenda.total_s
    begins = _begins(preview)
    steps = ntr("{n} step", "{n} steps", len(agenda.rows)).format(n=len(agenda.rows))
    said = tr("{steps}, {total} in all: {start} to {end}.").format(
        steps=steps, total=minutes_and_seconds(total), start=_clock(begins), end=_clock(begins + total)
    )
    if not gone:
        return said
    return f"{said} {ntr('{n} row is left out.', '{n} rows are left out.', gone).format(n=gone)}"


def _begins(preview: Preview) -> int:
    begins = preview.agenda.begins
    return TEN_S if begins is None else begins


def _clock(seconds: int) -> str:
    return f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}"
