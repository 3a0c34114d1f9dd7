"""Every size on the big screen, as a share of its height.

The shares come from reading at ten metres: digits 30 % (27 % on 4:3), title and stems 8 %, nothing under 6 %;
those three are capital heights. The few hundredths above each floor make up for whole pixels.
"""

from dataclasses import dataclass
from typing import Final

FLOOR_WIDE: Final = 0.303
FLOOR_NARROW: Final = 0.273
"""The least height of a digit, on screens as wide as 16:10 and on narrower ones."""
WIDE_FROM: Final = 1.55
DIGITS_MOST: Final = 0.36
DIGITS_WANTED: Final = 0.345
"""From this height on, a quieter arrangement of the label is worth more than larger digits."""

TITLE: Final = 0.082
STEM: Final = 0.082
LINE: Final = 0.068
SMALL: Final = 0.0615
CALM_TITLE: Final = 0.1
CALM_LINE: Final = 0.068
DESCENT: Final = 0.32
"""How far letters reach below the baseline, as a share of the capital height."""

TOP: Final = 0.066
BOTTOM: Final = 0.052
TITLE_PITCH: Final = 0.118
STEM_PITCH: Final = 0.12
LINE_PITCH: Final = 0.098
SMALL_PITCH: Final = 0.083
UNDER_TITLE: Final = 0.014
UNDER_DIGITS: Final = 0.03
BAR: Final = 0.028
BAR_ALONE: Final = 0.1
UNDER_BAR: Final = 0.052
UNDER_LINES: Final = 0.036
LABEL_GAP: Final = 0.036
LABEL_PITCH: Final = 0.092
LABEL_MARK: Final = 0.085
LABEL_ROW: Final = 0.1
LABEL_ALONE: Final = 0.13
"""The height of the row for a label between digits and bar, and above a bar without digits."""

CHIP: Final = 0.112
CHIP_OF_TWO: Final = 0.1
"""The height of a chip, alone on its row or with a second row below it."""
CHIP_GAP: Final = 0.016
CHIP_PAD: Final = 0.024
CHIP_ROUND: Final = 0.022

SQUEEZE: Final = 0.88
"""How narrow letters may be set before words are wrapped or shortened."""
HARDLY_NARROWER: Final = 0.97


@dataclass(frozen=True, slots=True)
class Space:
    """The window in pixels, and the shares above turned into pixels of it."""

    width: float
    height: float

    @property
    def aspect(self) -> float:
        return self.width / self.height

    @property
    def margin(self) -> float:
        """Room at either side; a narrow screen has less to spare."""
        share = 0.055 + 0.02 * min(1.0, max(0.0, (self.aspect - 4 / 3) / (16 / 9 - 4 / 3)))
        return round(share * self.height)

    @property
    def content(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def right(self) -> float:
        return self.width - self.margin

    @property
    def digits_floor(self) -> float:
        return self.px(FLOOR_WIDE if self.aspect >= WIDE_FROM else FLOOR_NARROW)

    def px(self, share: float) -> float:
        """A share of the height in pixels."""
        return share * self.height
