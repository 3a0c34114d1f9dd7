"""The words of the preparation sheet, the same on paper and in Word (R21, R24–R27)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dp_facilitator.model.sheet import MOST_CRITERIA, Sheet
from dp_facilitator.words import marked

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


TITLE: Final = marked("Preparing to practise")
EXAMPLE_TITLE: Final = marked("Preparing to practise: an example")
INTRO: Final = marked(
    "Choose something that you need to say aloud, to one person or to a group. Nobody has to play a part: the others "
    "listen. Bring this sheet along."
)
FIELDS: Final = (
    Field("area", marked("The area I would like to practise"), lines=2),
    Field("aim", marked("What I want to achieve"), lines=2),
    Field(
        "audience",
        marked("The person or people I am speaking to"),
        marked("Their part will do; leave names out."),
        lines=2,
    ),
    Field(
        "criteria",
        marked("The success criteria I would like feedback on"),
        marked("No more than three."),
        lines=MOST_CRITERIA,
    ),
    Field(
        "plan",
        marked("Space to plan your practice"),
        marked("Only for you: first sentences, what may come back, where to stop."),
    ),
)
STUCK_TITLE: Final = marked("If nothing comes to mind")
STUCK: Final = (
    marked("A theme from earlier sessions that stayed with you."),
    marked("An exercise you did before and would like to take further."),
    marked("A recent exchange that you wish had gone another way."),
)
READERS_TITLE: Final = marked("Who reads this")
READERS: Final = marked(
    "The sheet stays with you. In the session you tell the group the first four points, and they may be written down "
    "for that session; your plan is told to nobody. Write no names of children, families or colleagues."
)

EXAMPLE: Final = Preparation(
    Sheet(
        area=marked("Saying no to a piece of extra work, to someone more senior."),
        aim=marked("That we agree what can wait, and that she still comes to me first next time."),
        audience=(
            marked(
                "My head of service, who asks for a third audit this month. Me: I tend to say yes, and then do it in "
                "the evening."
            )
        ),
        criteria=(
            marked("I say no in the first minute, in one sentence."),
            marked("My reason is about children and the team’s time, not about me."),
            marked("I offer one thing that we can do, with a date."),
        ),
    ),
    plan=(
        marked(
            "First sentence: “I can’t take the audit on this month, and I’d like to show you why.”\n"
            "Then the picture: two new workers, eleven visits a week that only I can cover for.\n"
            "What may come back: “Everyone else manages.” I breathe, and say what would have to stop instead.\n"
            "Offer: ten files by the end of next month, chosen together.\n"
            "I stop talking once I have offered it, and wait."
        )
    ),
)
