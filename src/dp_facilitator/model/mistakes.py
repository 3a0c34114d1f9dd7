"""What is wrong with something that came from outside, said so that a person can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: where it is, what is wrong there and how to mend it."""

    place: str
    reason: str
    mend: str = ""

    def __str__(self) -> str:
        words = f"{self.place}: {self.reason}" if self.place else self.reason
        return f"{words} {self.mend}" if self.mend else words


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something from outside that cannot be taken as it is; lists every mistake at once."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def refuse(reason: str, mend: str = "", place: str = "") -> Refused:
    """A refusal with a single mistake."""
    return Refused(Mistake(place, reason, mend))
