"""The preparation sheet of a leader, as far as it is told to the others (R15, R24, R25)."""

from dataclasses import dataclass
from typing import Final

from dp_facilitator.words import tr

from .mistakes import refuse

MOST_CRITERIA: Final = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """Area and aim, who the leader speaks to, and at most three success criteria. All may be empty.

    Raises Refused for a fourth criterion.
    """

    area: str = ""
    aim: str = ""
    audience: str = ""
    criteria: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.criteria) > MOST_CRITERIA:
            raise refuse(
                tr("There are {count} success criteria.").format(count=len(self.criteria)),
                tr("Choose the three that matter most."),
                tr("success criteria"),
            )

    @property
    def readiness(self) -> str:
        """ "ready", "partial" or "none", for the list in set-up (R23)."""
        parts = (self.area, self.audience, self.criteria)
        return "ready" if all(parts) else "partial" if any(parts) or self.aim else "none"
