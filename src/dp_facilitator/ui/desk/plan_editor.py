"""A plan edited in place: its head, its parts as cards, and under an open phase everything else about it."""

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr

from .drop_places import drop_place
from .phase_row import PhaseRow
from .plan_fields import Length, Line
from .plan_head import PlanHead
from .plan_parts import PlanParts
from .plan_verbs import done
from .route_head import RouteHead
from .scrolled import Scrolled
from .segment_card import SegmentCard

NARROW = 560
SETTLED_MS = 30
"""After so long what was opened has its place, and can be brought into view."""


class PlanEditor(QWidget):
    """Shows an Editing and answers every gesture with the next one.

    Signals: changed() – the plan is another one; chosen() – another phase is to be looked at.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._editing: Editing | None = None
        self._locked = False
        self._open: Path = ()
        self._at: Path = ()
        self._arrived: Path = ()
        self._make()
        self._lay_out()
        self._connect()

    def editing(self) -> Editing | None:
        """The plan as it stands."""
        return self._editing

    def at(self) -> Path:
        """The phase that is looked at; empty where there is none, or none any more."""
        return self._at if self._editing is not None and self._at in self._editing.phases() else ()

    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards that are shown, in order."""
        return self.parts.cards()

    def rows(self) -> tuple[PhaseRow, ...]:
        """The rows of all phases, in order."""
        return self.parts.rows()

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Begins with a plan, all of it closed."""
        self._editing, self._locked = editing, locked
        self._open, self._at = (), ()
        self.head.fold()
        for field in self.findChildren(Length):
            field.forget()
        self.area.verticalScrollBar().setValue(0)
        self._refresh()

    def show_editing(self, editing: Editing) -> None:
        """Shows the plan as it stands now."""
        before, self._editing = self._editing, editing
        if before is None or before.tree != editing.tree:
            # What is taken back or removed may be the phase that is open or looked at.
            self._at = self.at()
            self._open = self._open if self._open in editing.phases() else ()
            self._refresh()
            self.changed.emit()

    def do(self, verb: str, path: Path) -> None:
        """Does one thing with the part at a path and goes on from there."""
        if self._editing is None or self._locked:
            return
        editing, to = done(self._editing, verb, path)
        moved = verb in ("up", "down", "duplicate", "remove", "phase below") and path[-2] in ("phases", "segments")
        if moved:
            self._open = to if self._open == path and verb in ("up", "down") else ()
        self.show_editing(editing)
        if verb == "add route":
            head = self.parts.routes()[-1]
            head.focus_title()
            self._arrived = head.path()
            self._at = to
            self._soon.start()
            self.chosen.emit()
        elif moved or verb in ("add phase", "add part", "add break"):
            self._focus(to, "title" if verb in ("add phase", "phase below", "add part") else "")
        else:
            self._focus_new(verb)

    def open_phase(self, path: Path) -> None:
        """Opens the details of a phase, or closes them."""
        self._open = () if path == self._open else path
        self._at = path
        self._refresh()
        if self._open:
            self._soon.start()
        self.chosen.emit()

    def go_to_problem(self) -> None:
        """Goes to the first thing that has to be mended."""
        every: tuple[PlanHead | RouteHead | SegmentCard | PhaseRow, ...]
        every = (self.head, *self.cards(), *self.rows(), *self.parts.routes())
        marked = [part for part in every if part.problem.text()]
        if marked:
            self.area.ensureWidgetVisible(marked[0].problem, 0, 60)
            marked[0].title.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make(self) -> None:
        self.parts = PlanParts(self._look)
        self.head, self.details, self.add = self.parts.head, self.parts.details, self.parts.add
        self.area = Scrolled(self.parts)
        self._line = QFrame(self)
        self._line.setProperty("role", "drop")
        self._line.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        parts = self.parts
        parts.written.connect(self._write)
        parts.timed.connect(self._time_cue)
        parts.asked.connect(self.do)
        parts.repeated.connect(self._repeat)
        parts.kept_by.connect(self._give_time)
        parts.card_written.connect(self._write_card)
        parts.branched.connect(self._branch)
        parts.opened.connect(self.open_phase)
        parts.pointed.connect(self._point)
        parts.pulled.connect(self._pull)
        parts.dropped.connect(self._drop)
        self.add.clicked.connect(self._add)
        parts.add_break.clicked.connect(self._add_break)
        parts.add_route.clicked.connect(self._add_route)
        self._soon.timeout.connect(self._bring_into_view)
        self._look.changed.connect(self._fit)

    def _refresh(self) -> None:
        if self._editing is not None:
            self.parts.show_plan(self._editing, self._locked, self._open)

    def _row(self, path: Path) -> PhaseRow | None:
        return next((row for row in self.rows() if row.path() == path), None)

    def _focus(self, path: Path, part: str) -> None:
        """Puts the focus on the row of a phase, or on the title of a part."""
        row = self._row(path)
        card = next((card for card in self.cards() if card.path() == path), None)
        if row is not None:
            (row.title if part else row.details).setFocus()
            if part:
                row.title.selectAll()
            self._at = path
            self.chosen.emit()
        elif card is not None:
            card.title.setFocus()
            if part:
                card.title.selectAll()
            self._arrived = path
            self._at = (*path, "phases", 0)
            self.chosen.emit()
        self._soon.start()

    def _focus_new(self, verb: str) -> None:
        """Puts the focus into what was just added beside the phases."""
        roles, cards, captures = self.head.details.roles, self.head.details.cards, self.details.captures
        if verb == "add role":
            self._begin_in(roles.rows()[-1].title)
        elif verb == "add card":
            self._begin_in(cards.rows()[-1].title)
        elif verb == "add note" and captures.rows():
            self._begin_in(captures.rows()[-1].title)
        elif verb == "add cue" and self.details.cues.rows():
            self.details.cues.rows()[-1].when.setFocus()

    def _begin_in(self, field: Line) -> None:
        field.setFocus()
        field.selectAll()

    def _parts_at(self, path: Path) -> tuple[QWidget, ...]:
        """What is to be seen of a part or another way on that has just come: its phases, and above all its title."""
        rows = tuple(row for row in self.rows() if row.path()[: len(path)] == path)
        cards = tuple(card.title for card in self.cards() if card.path() == path)
        heads = tuple(head.title for head in self.parts.routes() if head.path() == path)
        return (*rows, *cards, *heads)

    @Slot()
    def _bring_into_view(self) -> None:
        row = self._row(self._at)
        if self._arrived:
            for part in self._parts_at(self._arrived):
                self.area.ensureWidgetVisible(part, 0, 12)
            self._arrived = ()
        elif row is not None:
            if self.details.isVisible() and row.path() == self._open:
                self.area.ensureWidgetVisible(self.details, 0, 12)
            self.area.ensureWidgetVisible(row, 0, 12)

    @Slot()
    def _fit(self) -> None:
        self.parts.show_narrow(self.width() < self._look.px(NARROW))

    @Slot(object, object)
    def _write(self, path: Path, new: object) -> None:
        if self._editing is not None:
            self.show_editing(self._editing.write(path, new))

    @Slot(object, str, int)
    def _time_cue(self, path: Path, kind: str, number: int) -> None:
        if self._editing is not None:
            self.show_editing(self._editing.time_cue(path, kind, number))

    @Slot(object, str)
    def _repeat(self, path: Path, how: str) -> None:
        if self._editing is not None:
            self.show_editing(self._editing.repeat(path, how))

    @Slot(str)
    def _give_time(self, keeper: str) -> None:
        if self._editing is not None:
            self.show_editing(self._editing.give_time_to(keeper))

    @Slot(str, object)
    def _write_card(self, key: str, new: object) -> None:
        if self._editing is not None:
            self.show_editing(self._editing.write_card(key, new, tr("Safety card")))

    @Slot(str, object)
    def _branch(self, route: str, phase: Path) -> None:
        if self._editing is not None:
            self.show_editing(self._editing.branch_from(route, phase))

    @Slot()
    def _add(self) -> None:
        self.do("add part", ("segments",))

    @Slot()
    def _add_break(self) -> None:
        self.do("add break", ("segments",))

    @Slot()
    def _add_route(self) -> None:
        self.do("add route", ("routes",))

    @Slot(object)
    def _point(self, path: Path) -> None:
        if path != self._at:
            self._at = path
            self.chosen.emit()

    @Slot(QPoint)
    def _pull(self, spot: QPoint) -> None:
        place = drop_place(self.cards(), spot)
        self._line.setVisible(place is not None)
        if place is not None:
            corner = self.mapFromGlobal(place.line.topLeft())
            self._line.setGeometry(corner.x(), corner.y() - 1, place.line.width(), 3)
            self._line.raise_()

    @Slot(object, QPoint)
    def _drop(self, path: Path, spot: QPoint) -> None:
        self._line.hide()
        place = drop_place(self.cards(), spot)
        if self._editing is None or place is None:
            return
        to = place.path
        if to[:-1] == path[:-1] and int(to[-1]) > int(path[-1]):
            to = (*to[:-1], int(to[-1]) - 1)
        if to != path:
            self._open = ()
            self.show_editing(self._editing.move(path, to))
            self._focus(to, "")
