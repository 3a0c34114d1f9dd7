"""The words of the preparation sheet, the same on paper and in Word (R21, R24–R27)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dp_facilitator.model.sheet import MOST_CRITERIA, Sheet

Key = Literal["area", "aim", "audience", "criteria", "plan"]


@dataclass(frozen=True, slots=True)
class Field:
    """One of the five fields: its label, a hint under it, and how many lines it has on an empty sheet.

    The plan has as many as the page leaves room for.
    """

    key: Key
    title: str
    hint: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Preparation:
    """A preparation sheet with what only its leader sees: the plan, which may run over several paragraphs."""

    sheet: Sheet
    plan: str = ""

    def words(self, key: Key) -> tuple[str, ...]:
        """What stands in a field, a paragraph or criterion each."""
        if key == "criteria":
            return self.sheet.criteria
        text: str = self.plan if key == "plan" else getattr(self.sheet, key)
        return tuple(line for line in text.split("\n") if line.strip())


TITLE: Final = "Preparing to practise"
EXAMPLE_TITLE: Final = "Preparing to practise: an example"
INTRO: Final = (
    "Choose something that you need to say aloud, to one person or to a group. Nobody has to play a part: the others "
    "listen. Bring this sheet along."
)
FIELDS: Final = (
    Field("area", "The area I would like to practise", lines=2),
    Field("aim", "What I want to achieve", lines=2),
    Field("audience", "The person or people I am speaking to", "Their part will do; leave names out.", lines=2),
    Field("criteria", "The success criteria I would like feedback on", "No more than three.", lines=MOST_CRITERIA),
    Field("plan", "Space to plan your practice", "Only for you: first sentences, what may come back, where to stop."),
)
STUCK_TITLE: Final = "If nothing comes to mind"
STUCK: Final = (
    "A theme from earlier sessions that stayed with you.",
    "An exercise you did before and would like to take further.",
    "A recent exchange that you wish had gone another way.",
)
READERS_TITLE: Final = "Who reads this"
READERS: Final = (
    "The sheet stays with you. In the session you tell the group the first four points, and they may be written down "
    "for that session; your plan is told to nobody. Write no names of children, families or colleagues."
)

EXAMPLE: Final = Preparation(
    Sheet(
        area="Saying no to a piece of extra work, to someone more senior.",
        aim="That we agree what can wait, and that she still comes to me first next time.",
        audience=(
            "My head of service, who asks for a third audit this month. Me: I tend to say yes, and then do it in "
            "the evening."
        ),
        criteria=(
            "I say no in the first minute, in one sentence.",
            "My reason is about children and the team’s time, not about me.",
            "I offer one thing that we can do, with a date.",
        ),
    ),
    plan=(
        "First sentence: “I can’t take the audit on this month, and I’d like to show you why.”\n"
        "Then the picture: two new workers, eleven visits a week that only I can cover for.\n"
        "What may come back: “Everyone else manages.” I breathe, and say what would have to stop instead.\n"
        "Offer: ten files by the end of next month, chosen together.\n"
        "I stop talking once I have offered it, and wait."
    ),
)
