"""The part of the driven program's visitor that writes notes, and says which of them were confirmed."""

import json
import os
import random

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dp_facilitator.app import App
from dp_facilitator.live.clock import SystemClock
from dp_facilitator.ui.widgets.note_field import NoteField

WORDS = ("you waited", "your voice", "größer", "naïve", "the second half", "“slowly”", "one example", "ask first")
MORE = " and more"
BEGUN = "and"
"""What must be left of that, even when a letter of it was taken back."""


def tell(word: str, **what: object) -> None:
    """Says something to the parent: with one write, so that a kill leaves the line whole or none of it."""
    os.write(1, f"{word} {json.dumps(what | {'boot': SystemClock().always()})}\n".encode())


class Typist(QObject):
    """Writes into the note box with keys, keeps notes with Return, and watches what becomes of them."""

    def __init__(self, app: App, chance: random.Random, mark: int) -> None:
        super().__init__(app)
        self._app = app
        self._chance = chance
        self._mark = mark
        self._notes = 0
        self._waiting: dict[int, str] = {}
        self._more = False

    @property
    def waits(self) -> bool:
        """Whether a note is on its way to the disk."""
        return bool(self._waiting)

    def begin(self) -> None:
        """Another session has come up."""
        self._waiting.clear()
        self._more = False

    def text(self) -> str:
        """What stands in the box, or would if it were shown."""
        run = self._app.desk.run
        return run.capture.findChild(NoteField).toPlainText() if run else ""

    def type(self) -> None:
        """Writes a word or two, or takes a letter back."""
        paper = self._paper()
        if paper is None:
            return
        text = paper.toPlainText()
        if text and self._chance.random() < 0.1:
            tell("typing", text=text[:-1])
            QTest.keyClick(paper, Qt.Key.Key_Backspace)
            tell("typed", text=paper.toPlainText())
            return
        self._write(paper, f" {self._chance.choice(WORDS)}" if text else f"k{self._mark}-{self._notes}")
        self._notes += not text

    def keep(self) -> None:
        """Keeps what is in the box, now and then writing on at once."""
        paper = self._paper()
        if paper is None or not paper.toPlainText().strip() or self._waiting:
            return
        if self._chance.random() < 0.3:
            QTest.keyClick(paper, Qt.Key.Key_Tab)
        text, before = paper.toPlainText(), self._count()
        tell("sending", text=text)
        QTest.keyClick(paper, Qt.Key.Key_Return)
        if self._count() == before or self._newest() != text.strip():
            tell("fault", what="a note was not taken", text=text)
            return
        self._waiting[self._count()] = text
        tell("sent", n=self._count(), text=text)
        if self._chance.random() < 0.2:
            self._write(paper, MORE)
            self._more = True

    def saved(self, count: int) -> None:
        """So many facts are on the disk; the box has been told before."""
        for n, text in list(self._waiting.items()):
            if n <= count:
                del self._waiting[n]
                self._check_box(n, text)

    def _check_box(self, n: int, text: str) -> None:
        left = self.text()
        if left.startswith(text) and not self._more:
            tell("fault", what="a note was saved and its text stayed in the box", text=text)
        if self._more and not left.startswith(BEGUN):
            tell("fault", what="what was written while a note was being saved is not there", text=left)
        self._more = False
        tell("saved", n=n, text=text, draft=left)

    def _write(self, paper: NoteField, letters: str) -> None:
        for letter in letters:
            tell("typing", text=paper.toPlainText() + letter)
            if letter.isascii():
                QTest.keyClick(paper, letter)
            else:
                press = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(paper, press)
            tell("typed", text=paper.toPlainText())

    def _paper(self) -> NoteField | None:
        run = self._app.desk.run
        return next((each for each in run.capture.findChildren(NoteField) if each.isVisible()), None) if run else None

    def _count(self) -> int:
        return self._app.show.stage.writer.count

    def _newest(self) -> str:
        return self._app.show.stage.bridge.session.record.kept()[-1].text
