"""The parts of a plan as cards, with the details of the phase that is open, and headings for other ways on."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.model.draft import Path, segment_lists
from dp_facilitator.model.editing import Editing
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton
from dp_facilitator.words import tr

from .phase_details import PhaseDetails
from .phase_row import PhaseRow
from .plan_head import PlanHead
from .plan_problems import Problems, sorted_problems
from .route_head import RouteHead
from .segment_card import SegmentCard
from .tab_order import tab_through


class PlanParts(QWidget):
    """Everything of a plan below each other, in the order of reading and of the Tab key.

    Signals: as those of SegmentCard, PhaseDetails, PlanHead and RouteHead.
    """

    written = Signal(object, object)
    timed = Signal(object, str, int)
    asked = Signal(str, object)
    repeated = Signal(object, str)
    kept_by = Signal(str)
    card_written = Signal(str, object)
    branched = Signal(str, object)
    opened = Signal(object)
    pointed = Signal(object)
    pulled = Signal(QPoint)
    dropped = Signal(object, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[SegmentCard] = []
        self._routes: dict[str, RouteHead] = {}
        self._narrow = False
        self._order: tuple[tuple[Path, ...], Path] = ((), ())
        self._make()
        self._lay_out()
        self._connect()

    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards that are shown, in order."""
        return tuple(card for card in self._cards if not card.isHidden())

    def rows(self) -> tuple[PhaseRow, ...]:
        """The rows of all phases, in order."""
        return tuple(row for card in self.cards() for row in card.rows())

    def show_narrow(self, narrow: bool) -> None:
        """Where there is little room."""
        self._narrow = narrow
        for card in self._cards:
            card.show_narrow(narrow)

    def show_plan(self, editing: Editing, locked: bool, opened: Path) -> None:
        """Shows a plan, with the details of the phase at `opened`."""
        paths = [(*place, n) for place in segment_lists(editing.tree) for n in range(editing.count(place))]
        while len(self._cards) < len(paths):
            self._cards.append(self._new_card())
        self.head.show_plan(editing, locked)
        for card, path in zip(self._cards, paths, strict=False):
            card.show_segment(editing, path, locked)
        for n, card in enumerate(self._cards):
            card.setVisible(n < len(paths))
        self._show_routes(editing, locked)
        self._show_problems({} if locked else sorted_problems(editing))
        self._show_open(editing, locked, opened)
        self.add.setVisible(not locked)
        self.add_break.setVisible(not locked)
        self.add_route.setVisible(not locked)
        order = (tuple(row.path() for row in self.rows()), opened)
        if order != self._order:
            self._order = order
            tab_through(self._column)

    def _make(self) -> None:
        self.head = PlanHead(self._look)
        self.details = PhaseDetails(self._look)
        self.details.hide()
        self.add = LinkButton(tr("Add a part"))
        self.add_break = LinkButton(tr("Add a break"))
        self.add_route = LinkButton(tr("Add another way on"))
        self.add_route.setToolTip(tr("Something else that can be done from one phase on, such as another topic."))
        for button in (self.add, self.add_break, self.add_route):
            button.setAutoDefault(True)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.head)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 0, 0)
        foot.addWidget(self.add)
        foot.addWidget(self.add_break)
        foot.addWidget(self.add_route)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addWidget(self.details)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.head.written.connect(self.written)
        self.head.asked.connect(self.asked)
        self.head.kept_by.connect(self.kept_by)
        self.head.card_written.connect(self.card_written)
        self.details.written.connect(self.written)
        self.details.timed.connect(self.timed)
        self.details.asked.connect(self.asked)

    def _new_card(self) -> SegmentCard:
        card = SegmentCard(self._look)
        card.show_narrow(self._narrow)
        self._column.insertWidget(1 + len(self._cards) + len(self._routes), card)
        card.written.connect(self.written)
        card.asked.connect(self.asked)
        card.repeated.connect(self.repeated)
        card.opened.connect(self.opened)
        card.pointed.connect(self.pointed)
        card.pulled.connect(self.pulled)
        card.dropped.connect(self.dropped)
        return card

    def routes(self) -> tuple[RouteHead, ...]:
        """The headings of the other ways on, in order."""
        return tuple(self._routes.values())

    def _show_routes(self, editing: Editing, locked: bool) -> None:
        """A heading above the first part of each other way on."""
        found = tuple(dict.fromkeys(str(card.path()[1]) for card in self.cards() if card.path()[0] == "routes"))
        for route in tuple(self._routes):
            if route not in found:
                gone = self._routes.pop(route)
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        for route in found:
            head = self._routes.get(route) or self._new_route(route)
            first = next(each for each in self.cards() if each.path()[:2] == ("routes", route))
            if self._column.indexOf(head) != self._column.indexOf(first) - 1:
                self._column.removeWidget(head)
                self._column.insertWidget(self._column.indexOf(first), head)
            head.show_route(editing, route, locked)

    def _new_route(self, route: str) -> RouteHead:
        head = self._routes[route] = RouteHead(self._look)
        head.written.connect(self.written)
        head.asked.connect(self.asked)
        head.branched.connect(self.branched)
        return head

    def _show_problems(self, problems: Problems) -> None:
        self.head.show_problem(problems.get((), ""))
        for head in self.routes():
            head.show_problem(problems.get(head.path(), ""))
        for card in self.cards():
            card.show_problem(problems.get(card.path(), ""))
            for row in card.rows():
                row.show_problem(problems.get(row.path(), ""))

    def _show_open(self, editing: Editing, locked: bool, opened: Path) -> None:
        hosts = [(card, n) for card in self.cards() for n, row in enumerate(card.rows()) if row.path() == opened]
        for row in self.rows():
            row.show_open(row.path() == opened)
        for card, n in hosts:
            self.details.show_phase(editing, opened, locked)
            card.host(self.details, n)
        # Last, since a widget that gets another parent is hidden.
        self.details.setVisible(bool(hosts))
