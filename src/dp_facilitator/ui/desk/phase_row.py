"""One phase in the editor: its colour, title, who speaks and how long, all in one row."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path, at
from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look, mark
from dp_facilitator.ui.widgets.buttons import IconButton
from dp_facilitator.ui.widgets.pressing import finish_typing
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import marked, tr

from .colour_patch import ColourPatch
from .grip import Grip
from .message_line import DoubtLine, MessageLine
from .phase_kinds import token
from .plan_fields import Length, Line
from .plans_values import LABELS, Choices
from .row_menu import RowMenu

VERBS = (
    ("phase below", marked("Add a phase below"), "Ctrl+Return"),
    ("duplicate", marked("Duplicate"), ""),
    ("up", marked("Move up"), "Alt+Up"),
    ("down", marked("Move down"), "Alt+Down"),
    ("remove", marked("Remove"), ""),
)


class PhaseRow(QFrame):
    """Title and time are typed in place; a click beside them opens what else a phase has.

    Signals: written(object, object) – a path and what was written there; asked(str, object) – a verb for the phase
    at a path; opened(object) – open or close its details; pointed(object) – it has the focus;
    pulled(QPoint), dropped(object, QPoint) – it is dragged by its grip.
    """

    written = Signal(object, object)
    asked = Signal(str, object)
    opened = Signal(object)
    pointed = Signal(object)
    pulled = Signal(QPoint)
    dropped = Signal(object, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path: Path = ()
        self._locked = False
        self._now: tuple[object, Path, bool, Choices] = (None, (), False, ())
        self._make()
        self._lay_out()
        self._connect()
        self._dress()

    def path(self) -> Path:
        return self._path

    def show_phase(self, editing: Editing, path: Path, locked: bool, said: Choices) -> None:
        """Shows the phase at a path; `said` are the words for who speaks. One that is as it was is left alone."""
        now = (at(editing.tree, path), path, locked, said)
        if now[0] is self._now[0] and now[1:] == self._now[1:]:
            return
        self._now = now
        self._path, self._locked = path, locked
        title, seconds = editing.value((*path, "title")), editing.value((*path, "time"))
        self.title.show_value(title)
        self.time.show_value(seconds)
        speaks = dict(said).get(editing.value((*path, "speaks")), "")
        self._speaks.show_text(speaks)
        self._patch.show_colour(token(editing.value((*path, "kind"))))
        for field in (self.title, self.time):
            field.lock(locked)
        for tool in (self.grip, self.more):
            tool.setVisible(not locked)
        self.more.show_words(tr("More for {title}").format(title=title))
        self.details.show_words(tr("Details of {title}").format(title=title))
        self.setAccessibleName(f"{title}, {minutes_and_seconds(seconds or 0)}, {speaks}")

    def show_problem(self, text: str) -> None:
        """Says under the row what is wrong with the phase, and how to mend it."""
        if text != self.problem.text():
            self.problem.say(text, "warning")
            mark(self.title, wrong=text.startswith(f"{tr(LABELS['title'])} "))

    def show_open(self, is_open: bool) -> None:
        """Whether its details are open, below."""
        mark(self._line, chosen=is_open)
        self.details.show_icon("chevron-down" if is_open else "chevron-right", "accent" if is_open else "muted")
        self.details.setAccessibleDescription(tr("open") if is_open else "")

    def show_narrow(self, narrow: bool) -> None:
        """Without who speaks, where there is little room."""
        self._speaks.setVisible(not narrow)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._line.geometry().contains(event.position().toPoint()):
            self.opened.emit(self._path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(self._path)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._moves(event)
        return super().eventFilter(watched, event)

    def _moves(self, event: QKeyEvent) -> bool:
        """Alt Up, Alt Down and Ctrl Return, wherever in the row; buttons would take these keys for themselves."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            finish_typing()
            if not self._locked:
                self.asked.emit("phase below", self._path)
            return True
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not alt or event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        if not self._locked:
            self.asked.emit("up" if event.key() == Qt.Key.Key_Up else "down", self._path)
        return True

    def _make(self) -> None:
        self._line = QFrame()
        self._line.setProperty("role", "phase")
        self.grip = Grip(self._look, tr("Drag to another place, or press Alt Up or Alt Down"))
        self._patch = ColourPatch(self._look)
        self.title = Line("title", tr("Title of the phase"), 80)
        self.title.setProperty("role", "cell")
        self._speaks = Words("", "small", elide=True)
        self._speaks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.time = Length("time", tr("Time of the phase"))
        self.time.setProperty("role", "cell")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.details = IconButton(self._look, "chevron-right", tr("Details"), small=True, quiet=True)
        self.more = RowMenu(self._look, tr("More"), VERBS)
        self.doubt = DoubtLine()
        self.problem = MessageLine()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._line)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self.details)
        row.addWidget(self._patch)
        row.addWidget(self.title, 10)
        row.addWidget(self._speaks, 6)
        row.addWidget(self.time)
        row.addWidget(self.more)
        row.addWidget(self.grip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self.doubt)
        column.addWidget(self.problem)

    def _connect(self) -> None:
        self.title.written.connect(self._write)
        self.time.written.connect(self._write)
        self.time.doubted.connect(self.doubt.doubt)
        self.details.clicked.connect(self._open)
        self.more.asked.connect(self._ask)
        self.grip.pulled.connect(self.pulled)
        self.grip.dropped.connect(self._drop)
        for part in (self.title, self.time, self.details, self.more):
            part.installEventFilter(self)
        self._look.changed.connect(self._dress)

    @Slot(str, object)
    def _write(self, key: str, new: object) -> None:
        self.written.emit((*self._path, key), new)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._path)

    @Slot(str)
    def _ask(self, verb: str) -> None:
        self.asked.emit(verb, self._path)

    @Slot(QPoint)
    def _drop(self, spot: QPoint) -> None:
        self.dropped.emit(self._path, spot)

    @Slot()
    def _dress(self) -> None:
        self.time.setFixedWidth(self._look.px(78))
        for field in (self.title, self.time):
            field.setFixedHeight(self._look.px(36))
