"""What the program says about itself: how it can be used by everyone, what is missing, and whose work is in it."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.prose import Prose
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

ACCESS: Final = (
    marked(
        "Everything can be done by keyboard. Tab goes through each page in reading order, and ? shows the keys of a "
        "running session."
    ),
    marked(
        "Text can be twice as large. Text and controls keep their contrast in every theme, and a state always has a "
        "word and a shape as well as a colour. Nothing flashes, and nothing moves that need not."
    ),
    marked(
        "Screen readers find a name and a role on every control. They are told when a phase begins, one minute before "
        "its end, at its end and at each minute after it, at a pause and at an undo; never of seconds."
    ),
)
GAPS: Final = (
    marked("It speaks English only."),
    marked(
        "It has been tried with the accessibility tree of Linux, and not yet by people who use NVDA, JAWS or VoiceOver "
        "every day."
    ),
    marked("The pictures of planned and used time are described in words, not block by block."),
    marked("Where text is very large, a page scrolls, and the big screen keeps its own sizes."),
)
WORKS: Final = (
    ("Atkinson Hyperlegible Next, Inter", marked("typefaces, SIL Open Font License 1.1")),
    ("Qt 6 and PySide6", marked("windows, GNU LGPL 3")),
    ("miniaudio", marked("sound, MIT")),
    ("wakepy, jeepney", marked("keeping awake, MIT")),
    ("pydantic, annotated-types, typing-inspection", marked("checking of files, MIT")),
    ("platformdirs, cffi, pycparser", marked("MIT, MIT-0, BSD")),
    ("Python, typing-extensions", marked("Python Software Foundation License 2")),
)


class AccessCard(Card):
    """The accessibility statement, with the gaps that are known (A20)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("For everyone"), parent)
        self.body.addWidget(Prose(look, "\n".join(tr(words) for words in ACCESS)))
        self.body.addWidget(Words(tr("What is missing, as far as we know"), "strong"))
        self.body.addWidget(Prose(look, "\n".join(f"• {tr(gap)}" for gap in GAPS)))


class WorksCard(Card):
    """Typefaces and libraries, each with its licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What it is made of"), parent)
        for names, what in WORKS:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(Words(names, "strong"))
            pair.addWidget(Words(tr(what), "small"))
            self.body.addLayout(pair)
        self.body.addWidget(
            Words(
                tr("The texts of the licences come with each of them; those of the typefaces are beside their files."),
                "small",
            )
        )
