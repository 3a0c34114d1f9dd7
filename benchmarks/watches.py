"""What is measured from inside the program: when a change is on both windows, and how long the program was busy."""

import json
import time
from abc import abstractmethod

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dp_facilitator.app import App
from dp_facilitator.live.clock import SystemClock
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.session import Session
from dp_facilitator.ui.widgets.digits import Digits
from dp_facilitator.ui.widgets.note_field import NoteField

BEAT_MS = 2
WARM = 3
"""So many deeds are not counted: fonts and pictures are made at their first use."""


class Watch(QObject):
    """Hears when windows are repainted, and when the program has nothing left to do: then it is on the screen.

    A beat every few milliseconds finds the spells in which no event could be taken: `stalls` are what came on top of
    it, each in ms with the ms of processor that the program itself took in it.
    """

    def __init__(self, app: App, amount: float) -> None:
        super().__init__(app)
        self.app = app
        self.amount = amount
        self.bridge = app.show.stage.bridge
        self.stalls: list[tuple[float, float]] = []
        self._painted: set[QWidget] = set()
        for window in (app.desk, app.show.screen):
            window.installEventFilter(self)
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._block)
        self._last = (time.perf_counter(), time.thread_time())
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._feel)

    @abstractmethod
    def settled(self, painted: set[QWidget]) -> None:
        """All is done; these windows were repainted since the last time."""

    def feel(self) -> None:
        """From here on stalls are felt."""
        if self._beat.isActive():
            return
        self._last = (time.perf_counter(), time.thread_time())
        self._beat.start(BEAT_MS)

    def rest(self) -> None:
        """Stalls are not felt for a while."""
        self._beat.stop()

    def answer(self, **figures: object) -> None:
        """Prints what was found, and takes the program to its end."""
        self._beat.stop()
        print("figures " + json.dumps(figures | {"stalls": self.stalls}), flush=True)
        QTimer.singleShot(0, self.app.stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint):
            self._painted.add(watched)
        return False

    @Slot()
    def _feel(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        gap = (now - self._last[0]) * 1e3 - BEAT_MS
        if gap > BEAT_MS:
            self.stalls.append((gap, (own - self._last[1]) * 1e3))
        self._last = (now, own)

    @Slot()
    def _block(self) -> None:
        painted, self._painted = self._painted, set()
        self.settled(painted)


class Flips(Watch):
    """How late each second is on the screen, for so many seconds, and whether one was left out."""

    def __init__(self, app: App, amount: float) -> None:
        super().__init__(app, amount)
        self._until = time.monotonic() + amount
        self._digits = app.desk.run.clock.findChild(Digits)
        self._late: list[float] = []
        self._skipped = 0
        self._second: int | None = None
        self._first: tuple[int, int] | None = None

    def settled(self, painted: set[QWidget]) -> None:
        told, now = self.bridge.reading(), SystemClock().always()
        second = -(-told.left // SECOND)
        if second == self._second:
            return
        shown = (self._digits.text(), self.app.show.screen.faced().clock.text)
        if shown != (told.text, told.text) or len(painted) < 2:
            return
        late = -told.left % SECOND
        if self._second is not None:
            self._late.append(late / 1e6)
            self._skipped += self._second - second - 1
        self._first = self._first or (second, now - late)
        self._second = second
        if time.monotonic() > self._until:
            drift = (now - late - self._first[1]) - (self._first[0] - second) * SECOND
            self.answer(late=self._late, skipped=self._skipped, drift=drift / 1e6)


class Keys(Watch):
    """How long after a key press both windows have been repainted, so many times."""

    KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Minus)

    def __init__(self, app: App, amount: float) -> None:
        super().__init__(app, amount)
        self._took: list[float] = []
        self._pressed = 0.0
        self._open: set[QWidget] = set()
        self._press()

    @Slot()
    def _press(self) -> None:
        key = self.KEYS[len(self._took) % len(self.KEYS)]
        self._open = {self.app.desk, self.app.show.screen}
        self._pressed = time.perf_counter()
        QTest.keyClick(self.app.desk, key, Qt.KeyboardModifier.ControlModifier)

    def settled(self, painted: set[QWidget]) -> None:
        if not self._open:
            return
        self._open -= painted
        if not self._open:
            self._took.append((time.perf_counter() - self._pressed) * 1e3)
            if len(self._took) >= self.amount + WARM:
                self.answer(took=self._took[WARM:])
            else:
                QTimer.singleShot(40, self, self._press)


class Notes(Watch):
    """How long after Return a note is on the disk, and until the desk says so, so many times.

    A new round begins after every ten notes. Stalls are felt from Return until a while after the desk says “Saved”.
    """

    TEXT = "you waited for the answer before you went on"
    A_ROUND = 10

    def __init__(self, app: App, amount: float) -> None:
        super().__init__(app, amount)
        self._took: list[float] = []
        self._told: list[float] = []
        self._sent = 0.0
        self._count = 0
        # In the writing thread itself, so that what the windows do meanwhile is not counted.
        app.show.stage.writer._hand.written.connect(self._stamp, Qt.ConnectionType.DirectConnection)
        self.bridge.saved.connect(self._saved)
        QTimer.singleShot(300, self, self._write)

    def settled(self, painted: set[QWidget]) -> None:
        """Only the stalls matter here."""

    @Slot()
    def _write(self) -> None:
        self.rest()
        if len(self._told) >= self.amount + WARM:
            self.answer(took=self._took[WARM:], told=self._told[WARM:])
            return
        if self._told and len(self._told) % self.A_ROUND == 0:
            for _ in range(4 if self.bridge.session.course.upcoming else 0):
                self.bridge.ask(Session.next)
        QTest.keyClicks(self._paper(), self.TEXT)
        QTimer.singleShot(150, self, self._send)

    @Slot()
    def _send(self) -> None:
        if len(self._told) >= WARM:
            self.feel()
        self._count = self.app.show.stage.writer.count + 1
        self._sent = time.perf_counter()
        QTest.keyClick(self._paper(), Qt.Key.Key_Return)

    @Slot(int)
    def _stamp(self, count: int) -> None:
        if count == self._count:
            self._took.append((time.perf_counter() - self._sent) * 1e3)

    @Slot(int)
    def _saved(self, count: int) -> None:
        if count == self._count:
            self._told.append((time.perf_counter() - self._sent) * 1e3)
            QTimer.singleShot(60, self, self._write)

    def _paper(self) -> NoteField:
        return next(paper for paper in self.app.desk.run.capture.findChildren(NoteField) if paper.isVisible())


def watch_for(scene: str, app: App, amount: float) -> Watch:
    """The watch of a scene."""
    return {"flips": Flips, "keys": Keys, "notes": Notes}[scene](app, amount)
