"""The child of kill_app: the real program, from its command line on, with somebody at its desk who never rests.

It says on standard output what has happened, one line each: a word and a JSON object. The parent kills it at any
moment, so that a line is written only when what it says is true, and in one piece.
"""

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

import dp_facilitator.app
from dp_facilitator.__main__ import main
from dp_facilitator.live.clock import SystemClock
from dp_facilitator.model.notes import Note
from dp_facilitator.ui.desk.setup_values import Wanted
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from short_plan import NAMES, short_plan

from dp_facilitator.ui.widgets.paper import Paper

WORDS = ("you waited", "your voice", "größer", "naïve", "the second half", "“slowly”", "one example", "ask first")
MORE = " and more"
BUSY_MS = (0, 35)


def tell(word: str, **what: object) -> None:
    """Says something to the parent: with one write, so that a kill leaves the line whole or none of it."""
    os.write(1, f"{word} {json.dumps(what | {'boot': SystemClock().always()})}\n".encode())


class Hand(QObject):
    """Somebody at the desk: opens or carries on with a session, writes, presses buttons, leaves, comes back."""

    def __init__(self, app: dp_facilitator.app.App, seed: int, close_after: float) -> None:
        super().__init__(app)
        self._app = app
        self._chance = random.Random(seed)
        self._seed = seed
        self._notes = 0
        self._waiting: dict[int, str] = {}
        self._followed: object = None
        self._stood: dict[int, dict[str, object]] = {}
        self._confirm_at = 0.0
        self._close_at = time.monotonic() + close_after
        self._closing = False
        self._more = False
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.timeout.connect(self._act)
        self._beat.start(0)

    @Slot()
    def _act(self) -> None:
        if time.monotonic() > self._close_at:
            self._close()
        elif self._app.show is not None:
            self._follow()
            self._run()
        elif self._app.desk.page() is self._app.desk.home:
            self._begin()
        elif self._app.desk.page() is self._app.desk.review:
            self._look_back()
        self._beat.start(self._chance.randint(*BUSY_MS))

    # The first page

    def _begin(self) -> None:
        tell("opening")
        home = self._app.desk.home
        if home.carry_banner.isVisible():
            self._click(self._chance.choices(("Carry on", "Carry on from", "Not now"), (8, 3, 1))[0])
            return
        ends = self._chance.choice((None, None, 23 * 3600))
        wanted = Wanted("short", short_plan(), NAMES, starts=None, until=ends, way=None)
        self._app.desk.set_up.wanted.emit(wanted)
        if self._app.show is None:
            tell("fault", what="the session could not be opened")

    def _follow(self) -> None:
        """Listens to a session that has just come up."""
        if self._followed is self._app.show:
            return
        self._followed = self._app.show
        self._waiting.clear()
        stage = self._app.show.stage
        count, before = stage.writer.count, SystemClock().always()
        zero = (before + SystemClock().always()) // 2 - stage.bridge.now().ns
        tell("session", id=stage.bridge.session.id, zero=zero, count=count, draft=self._text())
        stage.bridge.changed.connect(self._remember)
        stage.bridge.saved.connect(self._saved)

    @Slot(object)
    def _remember(self, _session: object) -> None:
        """Where the countdown stands, for when the facts that led there are on the disk."""
        bridge, clock = self._app.show.stage.bridge, SystemClock()
        while True:
            before, told, after = clock.always(), bridge.reading(), clock.always()
            if after - before < 2_000_000:
                break
        self._stood[self._app.show.stage.writer.count] = {
            "at": (before + after) // 2, "status": told.status, "step": told.step.key, "left": told.left
        }

    @Slot(int)
    def _saved(self, count: int) -> None:
        if count in self._stood:
            tell("stands", n=count, **self._stood.pop(count))
        for n, text in list(self._waiting.items()):
            if n <= count:
                del self._waiting[n]
                self._check_box(n, text)

    def _check_box(self, n: int, text: str) -> None:
        left = self._text()
        if text and left.startswith(text):
            tell("fault", what="a note was saved and its text stayed in the box", text=text)
        if self._more and not left.endswith(MORE):
            tell("fault", what="what was written while a note was being saved has gone", text=left)
        self._more = False
        tell("saved", n=n, text=text, draft=left)

    # The run page

    def _run(self) -> None:
        status = self._app.show.stage.bridge.session.status
        if status == "ready":
            self._press("pause")
        elif status == "finished":
            self._leave_finished()
        elif self._confirm_at and time.monotonic() > self._confirm_at:
            self._confirm_at = 0.0
            self._press("next")
        else:
            deeds = (self._type, self._keep, self._next, self._pause, self._undo, self._change, self._home)
            self._chance.choices(deeds, (120, 22, 8, 8, 4, 4, 0.4))[0]()

    def _paper(self) -> Paper | None:
        run = self._app.desk.run
        return next((paper for paper in run.capture.findChildren(Paper) if paper.isVisible()), None) if run else None

    def _text(self) -> str:
        """What stands in the box, or would if it were shown."""
        run = self._app.desk.run
        return run.capture.findChild(Paper).toPlainText() if run else ""

    def _type(self) -> None:
        paper = self._paper()
        if paper is None:
            return
        text = paper.toPlainText()
        words = f"k{self._seed}-{self._notes} " if not text else f" {self._chance.choice(WORDS)}"
        self._notes += not text
        if text and self._chance.random() < 0.1:
            tell("typing", text=text[:-1])
            QTest.keyClick(paper, Qt.Key.Key_Backspace)
            tell("typed", text=paper.toPlainText())
            return
        for letter in words.rstrip() if not text else words:
            tell("typing", text=paper.toPlainText() + letter)
            if letter.isascii():
                QTest.keyClick(paper, letter)
            else:
                press = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(paper, press)
            tell("typed", text=paper.toPlainText())

    def _keep(self) -> None:
        paper = self._paper()
        if paper is None or not paper.toPlainText().strip() or self._waiting:
            return
        if self._chance.random() < 0.3:
            QTest.keyClick(paper, Qt.Key.Key_Tab)
        text = paper.toPlainText()
        tell("sending", text=text)
        before = self._app.show.stage.writer.count
        QTest.keyClick(paper, Qt.Key.Key_Return)
        count = self._app.show.stage.writer.count
        if count > before and self._newest().text == text.strip():
            self._waiting[count] = text
            tell("sent", n=count, text=text)
            if self._chance.random() < 0.2:
                self._type_on(paper, text)
        else:
            tell("fault", what="a note was not taken", text=text)

    def _type_on(self, paper: Paper, text: str) -> None:
        """Goes on writing while the note is still on its way to the disk."""
        for letter in MORE:
            QTest.keyClick(paper, letter)
        tell("typed", text=paper.toPlainText())
        self._more = paper.toPlainText().endswith(MORE)

    def _newest(self) -> Note:
        return self._app.show.stage.bridge.session.record.kept()[-1]

    def _next(self) -> None:
        tell("moving")
        self._press("next")
        self._confirm_at = time.monotonic() + 0.6

    def _pause(self) -> None:
        self._press("pause")

    def _undo(self) -> None:
        tell("moving")
        self._press(self._chance.choice(("undo", "undo", "redo", "back")))

    def _change(self) -> None:
        self._press(self._chance.choice(("plus_ten", "minus_ten", "plus", "people", "blank", "nudge")))

    def _home(self) -> None:
        tell("leaving")
        self._app.desk.run.home_wanted.emit()

    def _leave_finished(self) -> None:
        if self._waiting:
            return
        tell("leaving")
        self._click(self._chance.choice(("Look back", "Look back", "")) or "nothing")
        if self._app.show is not None:
            self._app.desk.run.home_wanted.emit()

    def _look_back(self) -> None:
        folder = Path(os.environ["HOME"])
        for person in self._app.reviewing.people():
            self._app.reviewing.save_for(person, folder)
        tell("leaving")
        self._app.desk.review.home_wanted.emit()

    # Pressing

    def _press(self, name: str) -> None:
        self._app.desk.run.findChild(QAction, name).trigger()

    def _click(self, words: str) -> None:
        for button in self._app.desk.findChildren(QAbstractButton):
            if button.isVisible() and button.text().replace("&", "").startswith(words):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return

    def _close(self) -> None:
        if not self._closing:
            tell("closing")
            self._app.desk.close()
        self._closing = True
        self._click("Close")


def sit_down(seed: int, close_after: float) -> None:
    """Lets the program, when it begins, have a hand at its desk."""

    class Driven(dp_facilitator.app.App):
        def begin(self, plan_word: str | None = None) -> None:
            super().begin(plan_word)
            tell("begun")
            self.hand = Hand(self, seed, close_after)

    dp_facilitator.app.App = Driven


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--close-after", type=float, default=1e9)
    args = parser.parse_args()
    sit_down(args.seed, args.close_after)
    tell("imported")
    code = main(["--data-dir", str(args.data)])
    tell("closed")
    sys.exit(code)
