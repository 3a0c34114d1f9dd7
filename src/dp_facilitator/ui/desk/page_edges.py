"""The space between the edges of a page and what stands there, in pixels: left, above, right, below."""

from typing import Final

HEAD: Final = (14, 7, 20, 7)
"""A header that begins with the button back, whose words stand inside it."""
BODY: Final = (20, 16, 20, 16)
FOOT: Final = (20, 11, 20, 11)
