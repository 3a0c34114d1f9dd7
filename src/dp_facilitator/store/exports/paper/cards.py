"""Feedback cards to write on by hand and cut out, four to an A4 page: for a room where nobody types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dp_facilitator.model.plan import Plan
from dp_facilitator.store.exports.paper.press import Part, press
from dp_facilitator.store.exports.words import PERSONAL
from dp_facilitator.words import marked, tr

TITLE: Final = marked("Feedback cards")
STEMS: Final = (marked("It was effective when…"), marked("Next time you could…"))
MOST_EACH: Final = 8
"""Cards for one leader, however many people there are: more cannot be spoken to in one round."""
PAGE: Final = 4


def feedback_cards(leaders: Sequence[str] = (), each: int = PAGE, stems: Sequence[str] = ()) -> bytes:
    """`each` cards for every leader, in the leaders' order; without names one page of cards for anybody."""
    return press(tr(TITLE), [cards_part(leaders, each, stems)])


def cards_part(leaders: Sequence[str] = (), each: int = PAGE, stems: Sequence[str] = ()) -> Part:
    """The pages of `feedback_cards`, to be printed with others."""
    names = [name for name in leaders for _ in range(each)] or [""] * PAGE
    return {
        "part": "cards",
        "stems": list(stems or _usual()),
        "words": {"for-whom": tr("Feedback for"), "criterion": tr("Criterion"), "from": tr("From, if you like")},
        "personal": tr(PERSONAL),
        "cards": [{"leader": name, "criterion": ""} for name in names],
    }


def cards_each(people: int, group: int | None = None) -> int:
    """How many cards a leader needs: one for every other person in the group and one for the coach."""
    return min(group or people, MOST_EACH)


def stems_of(plan: Plan) -> tuple[str, ...]:
    """The stems of a plan: of its first phase of feedback that has some, else of any phase, else the usual two."""
    phases = [phase for segment in plan.segments for phase in segment.phases if phase.stems]
    phases.sort(key=lambda phase: phase.kind != "feedback")
    return phases[0].stems if phases else _usual()


def _usual() -> tuple[str, ...]:
    return tuple(tr(stem) for stem in STEMS)
