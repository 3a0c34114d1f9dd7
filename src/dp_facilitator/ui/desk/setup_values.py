"""What the set-up page is told, and what it hands over."""

from dataclasses import dataclass, field, replace
from typing import Literal

from dp_facilitator.model.fit import Way
from dp_facilitator.model.sheet import MOST_CRITERIA, Sheet
from dp_facilitator.model.text import is_blank, tidy_line, tidy_note
from dp_facilitator.words import tr


@dataclass(frozen=True, slots=True)
class Check:
    """One thing about this computer; `action` are the words of a button that mends or tries it."""

    text: str
    state: Literal["good", "warning", "unknown"] = "good"
    action: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A session as it was set up.

    Times are seconds of the day. `sheets` has those that hold anything, by place in `names`. `way` is how the rounds
    are fitted to `until`; None leaves the planned timings as they are.
    """

    plan_name: str
    plan_text: bytes
    names: tuple[str, ...]
    sheets: tuple[tuple[int, Sheet], ...] = ()
    hide_digits: frozenset[int] = frozenset()
    starts: int | None = None
    until: int | None = None
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A preparation sheet as it is being typed: `boxes` are the three fields for criteria, one criterion a line."""

    area: str = ""
    aim: str = ""
    audience: str = ""
    boxes: tuple[str, str, str] = ("", "", "")

    @property
    def criteria(self) -> tuple[str, ...]:
        """Every criterion that is typed; more than three cannot be taken."""
        lines = (tidy_line(line) for box in self.boxes for line in box.splitlines())
        return tuple(line for line in lines if not is_blank(line))

    @property
    def too_many(self) -> bool:
        """Whether there are more criteria than a sheet holds."""
        return len(self.criteria) > MOST_CRITERIA

    def sheet(self) -> Sheet:
        """The sheet. Raises Refused while there are more than three criteria."""
        return Sheet(tidy_note(self.area), tidy_note(self.aim), tidy_note(self.audience), self.criteria)

    def in_boxes(self) -> "Draft":
        """The same with one criterion a box, as far as there are no more than three."""
        if self.too_many:
            return self
        one, two, three = (*self.criteria, "", "", "")[:3]
        return replace(self, boxes=(one, two, three))


def draft_of(sheet: Sheet) -> Draft:
    """A sheet, to go on typing."""
    one, two, three = (*sheet.criteria, "", "", "")[:3]
    return Draft(sheet.area, sheet.aim, sheet.audience, (one, two, three))


@dataclass(frozen=True, slots=True)
class Someone:
    """A person on the set-up page. `key` stays when the name or the place changes."""

    key: int
    name: str
    draft: Draft = field(default_factory=Draft)
    hide_digits: bool = False

    @property
    def status(self) -> tuple[str, bool]:
        """How far the sheet is, in words, and whether it is ready."""
        if self.draft.too_many:
            return tr("choose three criteria"), False
        sheet = self.draft.sheet()
        if sheet.readiness == "partial":
            only_area = sheet.area and not (sheet.audience or sheet.criteria)
            return (tr("area only") if only_area else tr("sheet begun")), False
        return (tr("sheet ready"), True) if sheet.readiness == "ready" else (tr("no sheet yet"), False)
