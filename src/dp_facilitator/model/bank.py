"""A bank of time: phases of one segment that share their time, such as the preparation of one side in a debate.

What an earlier piece leaves is there for the later ones. While a piece runs, all that is left of the bank is open to
it; the pieces ahead are expected to take what the plan gives them, as long as it lasts, and the last one the rest.
"""

from typing import TYPE_CHECKING

from .runsheet import Step

if TYPE_CHECKING:
    from .course import Course


def banked(course: "Course", step: Step) -> int:
    """Nanoseconds that this piece of a bank may take, with what it has used already."""
    pieces = [
        (at, piece)
        for at, piece in enumerate(course.steps)
        if piece.phase.bank == step.phase.bank and piece.turn == step.turn
    ]
    whole = sum(course.granted(piece) for _, piece in pieces)
    here = next(at for at, piece in pieces if piece.key == step.key)
    used = course.use(step).used
    if here < course.cursor:
        before = sum(course.use(piece).used for at, piece in pieces if at < here)
        return min(used, max(0, whole - before))
    left = max(0, whole - sum(course.use(piece).used for _, piece in pieces))
    if here == course.cursor:
        return max(0, whole - sum(course.use(piece).used for at, piece in pieces if at != here))
    if any(at == course.cursor for at, _ in pieces):
        return used
    ahead = [(at, piece) for at, piece in pieces if at > course.cursor]
    for at, piece in ahead[:-1]:
        share = min(left, max(0, course.granted(piece) - course.use(piece).used))
        if at == here:
            return used + share
        left -= share
    return used + left
