"""A plan edited in place: its head, its parts as cards, and under an open phase everything else about it."""

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path, segment_lists
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.ui.widgets.text import Words

from .drop_places import drop_place
from .phase_details import PhaseDetails
from .phase_row import PhaseRow
from .plan_head import PlanHead
from .plan_problems import Problems, sorted_problems
from .plan_verbs import done
from .scrolled import Scrolled
from .segment_card import SegmentCard
from .tab_order import tab_through

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
        self._cards: list[SegmentCard] = []
        self._routes: list[Words] = []
        self._open: Path = ()
        self._at: Path = ()
        self._make()
        self._lay_out()
        self._connect()

    def editing(self) -> Editing | None:
        """The plan as it stands."""
        return self._editing

    def at(self) -> Path:
        """The phase that is looked at; empty where there is none."""
        return self._at

    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards that are shown, in order."""
        return tuple(card for card in self._cards if not card.isHidden())

    def rows(self) -> tuple[PhaseRow, ...]:
        """The rows of all phases, in order."""
        return tuple(row for card in self.cards() for row in card.rows())

    def show_plan(self, editing: Editing, locked: bool) -> None:
        """Begins with a plan, all of it closed."""
        self._editing, self._locked = editing, locked
        self._open, self._at = (), ()
        self.area.verticalScrollBar().setValue(0)
        self._refresh()

    def show_editing(self, editing: Editing) -> None:
        """Shows the plan as it stands now."""
        before, self._editing = self._editing, editing
        if before is None or before.tree != editing.tree:
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
        if moved or verb in ("add phase", "add part"):
            self._focus(to, "title" if verb in ("add phase", "phase below", "add part") else "")

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
        marked = [part for part in (self.head, *self.cards(), *self.rows()) if part.problem.text()]
        if marked:
            self.area.ensureWidgetVisible(marked[0].problem, 0, 60)
            marked[0].title.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make(self) -> None:
        self.head = PlanHead(self._look)
        self.details = PhaseDetails(self._look)
        self.details.hide()
        self.add = LinkButton("Add a part")
        self.add.setAutoDefault(True)
        self._line = QFrame(self)
        self._line.setProperty("role", "drop")
        self._line.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)

    def _lay_out(self) -> None:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.head)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addWidget(self.details)
        self._column.addStretch(1)
        self.area = Scrolled(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.head.written.connect(self._write)
        self.details.written.connect(self._write)
        self.details.timed.connect(self._time_cue)
        self.details.asked.connect(self.do)
        self.add.clicked.connect(self._add)
        self._soon.timeout.connect(self._bring_into_view)
        self._look.changed.connect(self._fit)

    def _refresh(self) -> None:
        editing = self._editing
        if editing is None:
            return
        lists = tuple(segment_lists(editing.tree))
        paths = [(*place, n) for place in lists for n in range(editing.count(place))]
        while len(self._cards) < len(paths):
            self._cards.append(self._new_card())
        self.head.show_plan(editing, self._locked)
        for card, path in zip(self._cards, paths, strict=False):
            card.show_segment(editing, path, self._locked)
        for n, card in enumerate(self._cards):
            card.setVisible(n < len(paths))
        self._show_routes(editing, paths)
        self._show_problems(editing)
        self._show_open(editing)
        self.add.setVisible(not self._locked)
        tab_through(self._column)

    def _new_card(self) -> SegmentCard:
        card = SegmentCard(self._look)
        card.show_narrow(self._is_narrow())
        self._column.insertWidget(1 + len(self._cards) + len(self._routes), card)
        card.written.connect(self._write)
        card.asked.connect(self.do)
        card.repeated.connect(self._repeat)
        card.opened.connect(self.open_phase)
        card.pointed.connect(self._point)
        card.pulled.connect(self._pull)
        card.dropped.connect(self._drop)
        return card

    def _show_routes(self, editing: Editing, paths: list[Path]) -> None:
        """A heading above the first part of each other way on."""
        for words in self._routes:
            self._column.removeWidget(words)
            words.hide()
            words.deleteLater()
        self._routes.clear()
        for card, path in zip(self._cards, paths, strict=False):
            if path[0] == "routes" and path[-1] == 0:
                words = Words(f"Another way on: {editing.value((*path[:2], 'title'))}", "heading")
                self._column.insertWidget(self._column.indexOf(card), words)
                self._routes.append(words)

    def _show_problems(self, editing: Editing) -> None:
        problems: Problems = {} if self._locked else sorted_problems(editing)
        self.head.show_problem(problems.get((), ""))
        for card in self.cards():
            card.show_problem(problems.get(card.path(), ""))
            for row in card.rows():
                row.show_problem(problems.get(row.path(), ""))

    def _show_open(self, editing: Editing) -> None:
        hosts = [(card, n) for card in self.cards() for n, row in enumerate(card.rows()) if row.path() == self._open]
        for row in self.rows():
            row.show_open(row.path() == self._open)
        for card, n in hosts:
            self.details.show_phase(editing, self._open, self._locked)
            card.host(self.details, n)
        # Last, since a widget that gets another parent is hidden.
        self.details.setVisible(bool(hosts))

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
        self._soon.start()

    @Slot()
    def _bring_into_view(self) -> None:
        row = self._row(self._at)
        if row is not None:
            if self.details.isVisible() and row.path() == self._open:
                self.area.ensureWidgetVisible(self.details, 0, 12)
            self.area.ensureWidgetVisible(row, 0, 12)

    def _is_narrow(self) -> bool:
        return self.width() < self._look.px(NARROW)

    @Slot()
    def _fit(self) -> None:
        for card in self._cards:
            card.show_narrow(self._is_narrow())

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

    @Slot()
    def _add(self) -> None:
        self.do("add part", ("segments",))

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
