"""All keys on one page, over the run sheet; any key that is listed goes on working while it is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from dp_facilitator.ui.actions import TABLE, Actions
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.card import Card
from dp_facilitator.ui.widgets.keys import key_words
from dp_facilitator.ui.widgets.text import Words

WRITING = (
    ("Return", "Keeps a note"),
    ("Tab", "Changes the stem"),
    ("Alt 1–9", "Who says it"),
    ("Ctrl 1–3", "Which criterion"),
    ("Shift Return", "A new line"),
)


class KeysPanel(Card):
    """Keys and what they do. Signal: `closed()`."""

    closed = Signal()

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        head.addWidget(Words("Keys", "heading"), 1)
        close = IconButton(look, "close", "Close", small=True, quiet=True)
        close.clicked.connect(self.closed)
        head.addWidget(close)
        self.body.addLayout(head)
        page = QWidget()
        page.setProperty("role", "scrolled")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(1, 1)
        rows = [(key_words(actions[entry.name].shortcut()), entry.words) for entry in TABLE]
        for at, (keys, words) in enumerate((*rows, *WRITING)):
            grid.addWidget(Words(keys, "label", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words, "small"), at, 1)
        grid.setRowStretch(len(rows) + len(WRITING), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setAccessibleName("All keys")
        self.body.addWidget(scroll, 1)
        self.body.addWidget(Words("Clickers work too: forward is Next, back is Back, blank is Blank.", "small"))
