"""Plans and sessions on paper: one piece or all in one file, made beside the page so that it never stands still."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.plan import Plan
from dp_facilitator.model.plan_text import read_plan
from dp_facilitator.model.roster import letter, roster
from dp_facilitator.model.session import Session
from dp_facilitator.model.timetable import open_session, timetable
from dp_facilitator.opening import session_from
from dp_facilitator.store.exports.paper.cards import cards_each, cards_part, stems_of
from dp_facilitator.store.exports.paper.plan_page import plan_part, purpose_words
from dp_facilitator.store.exports.paper.preparation_docx import preparation_docx
from dp_facilitator.store.exports.paper.preparation_words import EXAMPLE
from dp_facilitator.store.exports.paper.press import Part, press
from dp_facilitator.store.exports.paper.sheets import example_part, sheet_parts
from dp_facilitator.store.files import write_atomic
from dp_facilitator.ui.desk.setup_values import Check, Wanted
from dp_facilitator.words import marked, tr

PRINT: Final = marked("Save as PDF")
FILE_NAME: Final = "session-on-paper.pdf"
SLOW_MS: Final = 500
"""What takes longer than this says that it is under way."""
PIECES: Final = ("plan", "sheet", "example", "cards", "all", "sheet.docx", "example.docx")
"""What a plan has on paper, each by its name."""


def paper_check() -> Check:
    """The line in set-up that offers it."""
    return Check(tr("Plan, sheets and feedback cards on paper"), "good", tr(PRINT))


def put_on_paper(wanted: Wanted, now: Moment, keep_days: int, folder: Path) -> Path:
    """Writes the file into a folder and answers its path.

    Raises Refused where the session cannot be as it is set up, StoreError where the file cannot be written.
    """
    session, _ = session_from(wanted, "paper", now)
    course = session.course
    names = [course.name(person) for person in course.present]
    parts = [
        plan_part(course, timetable(course, now), purpose=purpose_words(keep_days)),
        *sheet_parts(names),
        _cards(course.plan, names, len(names)),
    ]
    path = folder / FILE_NAME
    write_atomic(path, press(course.plan.title, parts))
    return path


def paper_name(name: str, piece: str) -> str:
    """What the file of a piece is called: "deliberate-practice-90-cards.pdf"; a sheet is the same for all plans."""
    words = {"plan": name, "cards": f"{name}-feedback-cards", "all": f"{name}-on-paper"}
    what, _, ending = piece.partition(".")
    sheets = {"sheet": "preparation-sheet", "example": "preparation-example"}
    return f"{words.get(what) or sheets[what]}.{ending or 'pdf'}"


def paper(plan_text: bytes, piece: str) -> bytes:
    """A piece of paper for nobody in particular: letters for the usual number of people, times from the start.

    Raises Refused for a text that is no plan.
    """
    if piece.endswith(".docx"):
        return preparation_docx(EXAMPLE if piece == "example.docx" else None)
    plan = read_plan(plan_text)
    people = plan.people.usual
    parts: list[Part] = []
    if piece in ("plan", "all"):
        now = Moment(0, 0)
        session: Session
        session, _ = open_session("paper", now, plan_text, roster([letter(n) for n in range(people)]))
        parts.append(plan_part(session.course, timetable(session.course, now), named=False, timed=False))
    if piece in ("sheet", "all"):
        parts += sheet_parts([])
    if piece in ("example", "all"):
        parts.append(example_part())
    if piece in ("cards", "all"):
        parts.append(_cards(plan, [], people))
    return press(plan.title, parts)


def _cards(plan: Plan, names: list[str], people: int) -> Part:
    sizes = [segment.group_size for segment in plan.segments if segment.group_size]
    return cards_part(names, cards_each(people, min(sizes, default=None)), stems_of(plan))


@dataclass(frozen=True, slots=True)
class Order:
    """A piece to be made of a plan, and the file it goes into."""

    plan_text: bytes
    piece: str
    path: Path


class _Told(QObject):
    """Carries the end of the work over from its thread."""

    done = Signal(str)
    failed = Signal(str)


class _Work(QRunnable):
    """Makes one piece and writes it."""

    def __init__(self, order: Order, told: _Told) -> None:
        super().__init__()
        self._order, self._told = order, told

    def run(self) -> None:
        order = self._order
        try:
            write_atomic(order.path, paper(order.plan_text, order.piece))
        except Exception as fault:  # whatever it is must be said at the desk: here it would be lost
            self._told.failed.emit(str(fault) or tr("The pages could not be made."))
        else:
            self._told.done.emit(str(order.path))


class Paper(QObject):
    """Makes pieces one after the other, without keeping the page waiting.

    Signals: slow() – it takes a while; done(str) – the path of the file; failed(str) – why there is none.
    """

    slow = Signal()
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = _Told(self)
        self._press = QThreadPool(self)
        self._press.setMaxThreadCount(1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SLOW_MS)
        self._wait.timeout.connect(self.slow)
        self._told.done.connect(self._end)
        self._told.failed.connect(self._give_up)

    def make(self, order: Order) -> None:
        """Begins with a piece; `done` or `failed` follows."""
        self._wait.start()
        self._press.start(_Work(order, self._told))

    def close(self) -> None:
        """Waits for what is being made."""
        self._wait.stop()
        self._press.waitForDone()

    @Slot(str)
    def _end(self, path: str) -> None:
        self._wait.stop()
        self.done.emit(path)

    @Slot(str)
    def _give_up(self, why: str) -> None:
        self._wait.stop()
        self.failed.emit(why)
