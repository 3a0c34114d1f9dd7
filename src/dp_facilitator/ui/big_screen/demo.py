"""The demonstration: twenty seconds of what the room will see and hear, to try projector and loudspeaker.

Pure: it is shown for a second that somebody else counts.
"""

from typing import Final

from dp_facilitator.model.cues import Tone
from dp_facilitator.model.durations import countdown
from dp_facilitator.ui.big_screen.asked import Line
from dp_facilitator.ui.big_screen.words import Clock, Faced
from dp_facilitator.words import marked, tr

LASTS_S: Final = 20
"""Seconds that it takes."""
END_S: Final = 15
"""When its time is up; the rest shows how "over" looks."""
WARNING_S: Final = 10
_LABELS: Final[dict[Tone, str]] = {"calm": marked("Time left"), "warning": marked("5 seconds"), "over": marked("Over")}


def demo_cues(before_s: float, after_s: float) -> tuple[str, ...]:
    """What is to be heard between two looks: "warning", "end", or nothing."""
    cues = ((WARNING_S, "warning"), (END_S, "end"))
    return tuple(kind for at, kind in cues if before_s < at <= after_s)


def demo_face(elapsed_s: float) -> Faced:
    """What the room sees so many seconds into it."""
    second = int(elapsed_s)
    left = END_S - second
    tone: Tone = "over" if left < 0 else "warning" if second >= WARNING_S else "calm"
    clock = Clock(
        sight="digits",
        text=countdown(abs(left)),
        shape="0:00",
        tone=tone,
        label=tr(_LABELS[tone]),
        labels=tuple(tr(words) for words in _LABELS.values()),
        left=max(0, left) / END_S if left >= 0 else 1.0,
        notch=1 - WARNING_S / END_S if left >= 0 else None,
    )
    return Faced("running", tr("A short try"), clock=clock, lines=(Line(tr("This is what you will see and hear.")),))
