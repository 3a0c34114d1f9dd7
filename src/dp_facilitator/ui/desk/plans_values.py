"""What the plans page is told and what it hands over, and the words that its fields go by."""

import re
from dataclasses import dataclass
from typing import Final

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.model.mistakes import Mistake
from dp_facilitator.model.plan_checks import SPEAKERS

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
    ("set-up", "Set-up"),
    ("practise", "Practise"),
    ("feedback", "Feedback"),
    ("again", "Practise again"),
    ("talk", "Talk"),
    ("write", "Write"),
    ("break", "Break"),
)
CLOCKS: Final[Choices] = (("digits", "Digits"), ("bar", "A bar only"), ("nothing", "Nothing"))
TRIMS: Final[Choices] = (
    ("slack", "Gives first"),
    ("share", "Gives its share"),
    ("last", "Gives last"),
    ("protected", "Never gives"),
)
REPEATS: Final[Choices] = (("once", "Once"), ("each", "For each person"), ("groups", "In groups"))
KEEPERS: Final[Choices] = (
    ("previous", "The previous leader"),
    ("role", "The timekeeper’s role"),
    ("coach", "The coach"),
    ("nobody", "Nobody"),
)
FORMS: Final[Choices] = (("note", "Words"), ("areas", "The three areas"), ("scale", "0 to 10"))
ABOUT: Final[Choices] = (("leader", "The leader"), ("everyone", "Each person"), ("group", "The group"))
SHARING: Final[Choices] = (("private", "Private"), ("shared", "Shared"), ("unattributed", "No names"))
WHEN: Final[Choices] = (
    ("before", "Time left"),
    ("after", "Time gone"),
    ("percent", "Per cent gone"),
    ("end", "At the end"),
)
TONES: Final[Choices] = ((None, "Look stays"), ("calm", "Look: calm"), ("warning", "Look: warning"))
_SPEAK: Final = {
    "leader": "{leader} speaks",
    "others": "The others speak",
    "others-then-coach": "The others, {coach} last",
    "everyone": "Everyone may speak",
    "coach": "{coach} speaks",
    "nobody": "Nobody speaks",
}
LABELS: Final = {
    "title": "Title",
    "summary": "In a sentence",
    "usual": "Usually",
    "least": "At least",
    "most": "At most",
    "total": "Stated total",
    "headline": "Headline",
    "prompt": "Instruction",
    "stems": "Beginning of a sentence",
    "coach": "For the coach",
    "checklist": "Checklist",
    "gate": "Wait for the checklist",
    "time": "Time",
    "floor": "Never shorter than",
    "hard_end": "Ends by itself after",
    "trim": "When time is short",
    "kind": "Kind",
    "clock": "Time in the room",
    "advance": "Goes on by itself",
    "speaks": "Who speaks",
    "cues": "Cue",
    "captures": "Note",
    "label": "Words",
    "rings": "Rings",
    "percent": "Per cent",
    "phases": "Phase",
    "segments": "Part",
    "group_size": "People in a group",
    "rounds": "Rounds at most",
    "labels": "What people are called",
    "people": "People",
}
"""What the fields of a plan are called on this page."""


def speakers(editing: Editing) -> Choices:
    """Who may speak in a phase of this plan, in its own words."""
    titles = {"leader": editing.value(("labels", "leader")), "coach": editing.value(("labels", "coach"))}
    roles = [(("roles", n, "id"), ("roles", n, "title")) for n in range(editing.count(("roles",)))]
    own = [(editing.value(name), f"{editing.value(title)} speaks") for name, title in roles]
    usual = [(name, _SPEAK[name].format(**titles)) for name in SPEAKERS]
    return (*usual, *((name, words) for name, words in own if name not in SPEAKERS))


def phase_of(path: Path) -> Path:
    """The phase that a place stands in; empty where it stands in none."""
    return path[: path.index("phases") + 2] if "phases" in path and path[-1] != "phases" else ()


def segment_of(path: Path) -> Path:
    """The segment that a place stands in; empty where it stands in none."""
    return path[: path.index("segments") + 2] if "segments" in path and path[-1] != "segments" else ()


def mistake_words(mistake: Mistake, path: Path, title: str) -> str:
    """A mistake as one sentence, and how to mend it, in the words of this page; `title` names the phase or part."""
    within = path[len(phase_of(path) or segment_of(path)) :]
    names = [_step(step, following) for step, following in zip(within, (*within[1:], None), strict=False)]
    where = ", ".join(name for name in names if name) or title or "The plan"
    return f"{where} {_plain(mistake.reason)} {_plain(mistake.mend)}".strip()


def _step(step: int | str, following: int | str | None) -> str:
    if isinstance(step, int):
        return ""
    name = LABELS.get(step, step)
    return f"{name} {following + 1}" if isinstance(following, int) else name


def _plain(words: str) -> str:
    """Field names in quotes as the page calls them."""
    return re.sub(r'"(\w+)"', _label, words)


def _label(found: re.Match[str]) -> str:
    return f"“{LABELS[found[1]]}”" if found[1] in LABELS else found[0]
