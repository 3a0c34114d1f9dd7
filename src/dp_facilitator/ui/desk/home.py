"""The home page: start a session, carry on with one, look back on others."""

from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LINK_INSET, LinkButton
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.empty import EmptyState
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .dropped import dropped_file
from .home_cards import PlanTiles
from .home_values import Interrupted, PastSession, PlanCard
from .look_back import LookBack
from .scrolled import Scrolled

__all__ = ["HomePage", "Interrupted", "PastSession", "PlanCard"]

WIDEST = 1400


class HomePage(QWidget):
    """Plans to start from, the session that was interrupted, and past sessions; a plan file may be dropped anywhere.

    Signals: plan_chosen(str) – the name of a plan; plans_wanted() – plans are to be looked at or changed;
    open_wanted() – a plan file is to be chosen; file_dropped(str) – its path; carry_on(str, bool) – a session's id,
    and whether the time since it stopped counts; not_now(str), review_wanted(str), delete_wanted(str) – a session's id;
    settings_wanted() – to the settings.
    """

    plan_chosen = Signal(str)
    plans_wanted = Signal()
    open_wanted = Signal()
    file_dropped = Signal(str)
    carry_on = Signal(str, bool)
    not_now = Signal(str)
    review_wanted = Signal(str)
    delete_wanted = Signal(str)
    settings_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._interrupted: Interrupted | None = None
        self._plans = 0
        self._everything = False
        self._make()
        self._make_banners()
        self._lay_out()
        self._connect()
        self.show_plans(())

    def show_greeting(self, text: str) -> None:
        """ "Good morning"."""
        self._greeting.show_text(text)

    def show_plans(self, plans: tuple[PlanCard, ...]) -> None:
        """Offers these plans, the likeliest first."""
        self._plans = len(plans)
        self.tiles.show_plans(plans)
        for before, tile in pairwise((self._open, *self.tiles.tiles())):
            QWidget.setTabOrder(before, tile)
        self.tiles.setVisible(bool(plans))
        self._no_plans.setVisible(not plans)
        self._open.setVisible(bool(plans))
        self._show_few()

    def show_interrupted(self, interrupted: Interrupted | None) -> None:
        """Offers to carry on with a session; None takes the offer away."""
        self._interrupted = interrupted
        self.carry_banner.setVisible(interrupted is not None)
        if interrupted is None:
            return
        self._from_there.show_words(tr("Carry on from {time}").format(time=interrupted.time))
        self.carry_banner.show_message(
            tr("Carry on: {where}, {left}").format(where=interrupted.where, left=interrupted.left),
            "accent",
            tr("{title}. Interrupted {when}; all notes are here. “Carry on” counts the time since then.").format(
                title=interrupted.title, when=interrupted.when
            ),
        )

    def show_past(self, sessions: tuple[PastSession, ...]) -> None:
        """Lists past sessions, the newest first."""
        self.past.show_sessions(sessions)

    def show_notice(self, text: str, kind: str = "note") -> None:
        """Says something above the plans: note, good, warning or over; an empty text takes it away."""
        if text:
            self.notice.show_message(text, kind)
        self.notice.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # Whoever comes back begins at the top again, where what is likeliest now stands first.
            self._likeliest().setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.verticalScrollBar().setValue(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            event.acceptProposedAction()
            self._drop_here.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_here.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_here.hide()
        path = dropped_file(event)
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _make(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._greeting = Words(tr("Good day"), "display")
        self._stays = Words(tr("Everything stays on this computer."), "muted")
        self._settings = LinkButton(tr("Settings"))
        self._heading = Words(tr("Start a session"), "heading")
        self._all = LinkButton()
        self._plans_link = LinkButton(tr("Make plans ›"))
        self._open = LinkButton(tr("Open a plan file…"))
        for link in (self._all, self._plans_link, self._open):
            link.let_shrink()
        self.tiles = PlanTiles(self._look)
        self._no_plans = EmptyState(
            self._look,
            "folder",
            tr("There is no plan here yet. Open a plan file, or drop one anywhere on this page."),
            tr("Open a plan file…"),
        )
        self.past = LookBack(self._look)

    def _make_banners(self) -> None:
        self.carry_banner = Banner(self._look, kind="accent", closable=False)
        self._later = self.carry_banner.add_choice(tr("Not now"))
        self._from_there = self.carry_banner.add_choice(tr("Carry on from there"))
        self._on = self.carry_banner.add_choice(tr("Carry on"), main=True)
        self.notice = Banner(self._look)
        self._drop_here = Banner(self._look, tr("Drop the plan file to open it."), closable=False)
        for banner in (self.carry_banner, self.notice, self._drop_here):
            banner.hide()

    def _lay_out(self) -> None:
        start = QHBoxLayout()
        start.setSpacing(12)
        start.addWidget(self._heading, 1)
        start.addWidget(self._all)
        start.addWidget(self._plans_link)
        start.addWidget(self._open)
        start.setContentsMargins(0, 0, -LINK_INSET, 0)
        page = QWidget()
        page.setMaximumWidth(self._look.px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(64, 32, 64, 20)
        column.setSpacing(10)
        greeting = QVBoxLayout()
        greeting.setSpacing(4)
        greeting.addWidget(self._greeting)
        greeting.addWidget(self._stays)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, -LINK_INSET, 0)
        top.addLayout(greeting, 1)
        top.addWidget(self._settings, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addSpacing(8)
        for banner in (self._drop_here, self.notice, self.carry_banner):
            column.addWidget(banner)
        column.addSpacing(12)
        column.addLayout(start)
        column.addWidget(self.tiles)
        column.addWidget(self._no_plans)
        column.addSpacing(16)
        column.addWidget(self.past)
        column.addStretch(1)
        self.area = Scrolled(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.plan_chosen)
        self._all.clicked.connect(self._turn_everything)
        self._plans_link.clicked.connect(self._ask_plans)
        self._open.clicked.connect(self._ask_file)
        self._settings.clicked.connect(self._want_settings)
        self._no_plans.asked.connect(self._ask_file)
        self._on.clicked.connect(self._carry_on)
        self._from_there.clicked.connect(self._carry_on_from_there)
        self._later.clicked.connect(self._put_off)
        self.past.opened.connect(self.review_wanted)
        self.past.deleted.connect(self.delete_wanted)
        self.past.row_shown.connect(self._bring_into_view)

    @Slot()
    def _want_settings(self) -> None:
        self.settings_wanted.emit()

    @Slot()
    def _ask_plans(self) -> None:
        self.plans_wanted.emit()

    @Slot()
    def _ask_file(self) -> None:
        self.open_wanted.emit()

    @Slot()
    def _turn_everything(self) -> None:
        self._everything = not self._everything
        self._show_few()

    def _show_few(self) -> None:
        self.tiles.show_all(self._everything)
        self._all.setVisible(self._plans > PlanTiles.FEW)
        self._all.show_words(
            tr("Fewer plans ‹") if self._everything else tr("All {plans} plans ›").format(plans=self._plans)
        )

    @Slot()
    def _carry_on(self) -> None:
        if self._interrupted is not None:
            self.carry_on.emit(self._interrupted.id, True)

    @Slot()
    def _carry_on_from_there(self) -> None:
        if self._interrupted is not None:
            self.carry_on.emit(self._interrupted.id, False)

    @Slot()
    def _put_off(self) -> None:
        if self._interrupted is not None:
            self.not_now.emit(self._interrupted.id)

    def _likeliest(self) -> QWidget:
        """What Return does when the page opens."""
        if self._interrupted is not None:
            return self._on
        return self.tiles.tiles()[0] if self.tiles.tiles() else self._no_plans.button

    @Slot(QRect)
    def _bring_into_view(self, row: QRect) -> None:
        page = self.area.widget()
        if page is None:
            return
        middle = self.past.table.viewport().mapTo(page, row.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, row.height())
