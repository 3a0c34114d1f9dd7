"""What the plans page is told and what it hands over, and the words that its fields go by."""

import re
from dataclasses import dataclass
from typing import Final

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.model.mistakes import Mistake
from dp_facilitator.model.plan_checks import SPEAKERS
from dp_facilitator.words import marked, ntr, tr

MOST_LINES: Final = 4
"""Mistakes that are said at once; whoever mends them sees the rest next time."""
Choices = tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """One plan in the list. `problem` says why it cannot be opened; `name` is what the rest calls it."""

    name: str
    title: str
    length: str
    shipped: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A plan to be kept: the text of its file, and the name it has; "" for one that was never kept."""

    name: str
    text: bytes


KINDS: Final[Choices] = (
    ("set-up", marked("Set-up")),
    ("practise", marked("Practise")),
    ("feedback", marked("Feedback")),
    ("again", marked("Practise again")),
    ("talk", marked("Talk")),
    ("write", marked("Write")),
    ("break", marked("Break")),
)
CLOCKS: Final[Choices] = (("digits", marked("Digits")), ("bar", marked("A bar only")), ("nothing", marked("Nothing")))
TRIMS: Final[Choices] = (
    ("slack", marked("Gives first")),
    ("share", marked("Gives its share")),
    ("last", marked("Gives last")),
    ("protected", marked("Never gives")),
)
REPEATS: Final[Choices] = (
    ("once", marked("Once")),
    ("each", marked("For each person")),
    ("groups", marked("In groups")),
)
KEEPERS: Final[Choices] = (
    ("previous", marked("The previous leader")),
    ("role", marked("The timekeeper’s role")),
    ("coach", marked("The coach")),
    ("nobody", marked("Nobody")),
)
FORMS: Final[Choices] = (("note", marked("Words")), ("areas", marked("The three areas")), ("scale", marked("0 to 10")))
ABOUT: Final[Choices] = (
    ("leader", marked("The leader")),
    ("everyone", marked("Each person")),
    ("group", marked("The group")),
)
SHARING: Final[Choices] = (
    ("private", marked("Private")),
    ("shared", marked("Shared")),
    ("unattributed", marked("No names")),
)
WHEN: Final[Choices] = (
    ("before", marked("Time left")),
    ("after", marked("Time gone")),
    ("percent", marked("Per cent gone")),
    ("end", marked("At the end")),
)
TONES: Final[Choices] = (
    (None, marked("Look stays")),
    ("calm", marked("Look: calm")),
    ("warning", marked("Look: warning")),
)
_SPEAK: Final = {
    "leader": marked("{leader} speaks"),
    "others": marked("The others speak"),
    "others-then-coach": marked("The others, {coach} last"),
    "everyone": marked("Everyone may speak"),
    "coach": marked("{coach} speaks"),
    "nobody": marked("Nobody speaks"),
}
LABELS: Final = {
    "title": marked("Title"),
    "summary": marked("In a sentence"),
    "usual": marked("Usually"),
    "least": marked("At least"),
    "most": marked("At most"),
    "total": marked("Stated total"),
    "headline": marked("Headline"),
    "prompt": marked("Instruction"),
    "stems": marked("Beginning of a sentence"),
    "coach": marked("For the coach"),
    "checklist": marked("Checklist"),
    "gate": marked("Wait for the checklist"),
    "gate_each": marked("Wait for it in every round"),
    "time": marked("Time"),
    "floor": marked("Never shorter than"),
    "hard_end": marked("Ends by itself after"),
    "trim": marked("When time is short"),
    "kind": marked("Kind"),
    "clock": marked("Time in the room"),
    "advance": marked("Goes on by itself"),
    "speaks": marked("Who speaks"),
    "cues": marked("Cue"),
    "captures": marked("Note"),
    "label": marked("Words"),
    "rings": marked("Rings"),
    "percent": marked("Per cent"),
    "phases": marked("Phase"),
    "segments": marked("Part"),
    "group_size": marked("People in a group"),
    "rounds": marked("Rounds at most"),
    "labels": marked("What people are called"),
    "people": marked("People"),
    "roles": marked("Role"),
    "outcomes": marked("Outcome"),
    "card": marked("Safety card"),
    "coach_notes": marked("Coach’s card"),
    "lines": marked("Line"),
    "routes": marked("Other way on"),
}
"""What the fields of a plan are called on this page."""


def speakers(editing: Editing) -> Choices:
    """Who may speak in a phase of this plan, in its own words."""
    titles = {"leader": editing.value(("labels", "leader")), "coach": editing.value(("labels", "coach"))}
    roles = [(("roles", n, "id"), ("roles", n, "title")) for n in range(editing.count(("roles",)))]
    own = [(editing.value(name), tr("{role} speaks").format(role=editing.value(title))) for name, title in roles]
    usual = [(name, tr(_SPEAK[name]).format(**titles)) for name in SPEAKERS]
    return (*usual, *((name, words) for name, words in own if name not in SPEAKERS))


def phase_of(path: Path) -> Path:
    """The phase that a place stands in; empty where it stands in none."""
    return path[: path.index("phases") + 2] if "phases" in path and path[-1] != "phases" else ()


def segment_of(path: Path) -> Path:
    """The segment that a place stands in; empty where it stands in none."""
    return path[: path.index("segments") + 2] if "segments" in path and path[-1] != "segments" else ()


def route_of(path: Path) -> Path:
    """The other way on that a place stands in; empty where it stands in none."""
    return path[:2] if path[:1] == ("routes",) else ()


def mistake_words(mistake: Mistake, path: Path, title: str) -> str:
    """A mistake as one sentence, and how to mend it, in the words of this page; `title` names what it stands in."""
    within = path[len(phase_of(path) or segment_of(path) or route_of(path)) :]
    names = [_step(step, following) for step, following in zip(within, (*within[1:], None), strict=False)]
    where = ", ".join(name for name in names if name) or title or tr("The plan")
    return f"{where} {_plain(mistake.reason)} {_plain(mistake.mend)}".strip()


def refusal_words(error: Exception) -> str:
    """Why something was refused, a line a mistake: the first few of them, and how many more there are."""
    lines = str(error).split("\n")
    more = len(lines) - MOST_LINES
    if more > 0:
        lines = [*lines[:MOST_LINES], ntr("…and {n} more.", "…and {n} more.", more).format(n=more)]
    return "\n".join(lines)


def _step(step: int | str, following: int | str | None) -> str:
    if isinstance(step, int):
        return ""
    name = tr(LABELS[step]) if step in LABELS else step
    return f"{name} {following + 1}" if isinstance(following, int) else name


def _plain(words: str) -> str:
    """Field names in quotes as the page calls them."""
    return re.sub(r'"(\w+)"', _label, words)


def _label(found: re.Match[str]) -> str:
    return f"“{tr(LABELS[found[1]])}”" if found[1] in LABELS else found[0]
