"""All keys on one page, over the run sheet; any key that is listed goes on working while it is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from dp_facilitator.ui.actions import TABLE, Actions
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.keys import key_words
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

WRITING = (
    (marked("Return"), marked("Keeps a note")),
    (marked("Tab"), marked("Changes the stem")),
    (marked("Alt 1–9"), marked("Who says it")),
    (marked("Ctrl 1–3"), marked("Which criterion")),
    (marked("Shift Return"), marked("A new line")),
)


class KeysPanel(Card):
    """Keys and what they do. Signal: `closed()`."""

    closed = Signal()

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        head.addWidget(Words(tr("Keys"), "heading"), 1)
        close = IconButton(look, "close", tr("Close"), small=True, quiet=True)
        close.clicked.connect(self.closed)
        head.addWidget(close)
        self.body.addLayout(head)
        page = QWidget()
        page.setProperty("role", "scrolled")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(1, 1)
        rows = [(key_words(actions[entry.name].shortcut()), tr(entry.words)) for entry in TABLE]
        rows += [(tr(keys), tr(words)) for keys, words in WRITING]
        for at, (keys, words) in enumerate(rows):
            grid.addWidget(Words(keys, "label", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words, "small"), at, 1)
        grid.setRowStretch(len(rows), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setAccessibleName(tr("All keys"))
        self.body.addWidget(scroll, 1)
        self.body.addWidget(Words(tr("Clickers work too: forward is Next, back is Back, blank is Blank."), "small"))
