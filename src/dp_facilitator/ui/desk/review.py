"""Looking back on a session: whose page, what is on it, and taking it away."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.session import Session
from dp_facilitator.store.exports.words import day
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.buttons import LinkButton, PrimaryButton
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.text import Words, plain_tip
from dp_facilitator.words import tr

from .page_edges import BODY
from .review_leader import LeaderPage
from .review_list import SESSION, TIMES, ReviewList
from .review_session import SessionPage
from .review_shown import shown_leader
from .review_times import EveryonesTimes

_SHORT = 16
"""A longer name is not said twice on a button."""


class ReviewPage(QWidget):
    """The review of one session. It opens on the session itself: nobody's feedback is on the screen until
    their row is chosen, and one leader's at a time.

    Signals: save_wanted(str, str) – whose notes, and as what ("html"); home_wanted(); again_wanted();
    plan_wanted() – a plan is to be made that is like this session; delete_wanted();
    folder_wanted(str) – where the saved file is; reworded(str, str), removed(str), restored(str),
    chosen(str) – a note's id, then its words; written(str, str, str) – capture, person and text.
    """

    save_wanted = Signal(str, str)
    home_wanted = Signal()
    again_wanted = Signal()
    plan_wanted = Signal()
    delete_wanted = Signal()
    folder_wanted = Signal(str)
    reworded = Signal(str, str)
    removed = Signal(str)
    restored = Signal(str)
    chosen = Signal(str)
    written = Signal(str, str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._session: Session | None = None
        self._now: Moment | None = None
        self._readonly = False
        self._on = SESSION
        self._gone: frozenset[str] = frozenset()
        self._handed: frozenset[str] = frozenset()
        self._drafts: dict[str, dict[str, str]] = {}
        self._saved = ""
        self._make()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: Moment, readonly: bool) -> None:
        """Show a session; another one begins on its first page, the same one keeps whose page is open."""
        if self._session is None or session.id != self._session.id:
            self._gone, self._handed, self._drafts = frozenset(), frozenset(), {}
            self._page.clear()
            self._on = SESSION
            self._banner.hide()
        self._session, self._now, self._readonly = session, now, readonly
        self._show({})

    def show_saved(self, path: str) -> None:
        """Say that the notes of the leader who is shown are saved, and where."""
        self._saved = path
        name = self._leader_name()
        self._banner.clear_choices()
        self._banner.add_choice(tr("Show in folder")).clicked.connect(self._open_folder)
        self._banner.show_message(
            tr("{name}’s notes are saved.").format(name=name) if name else tr("Saved."), "good", path
        )
        self._banner.show()

    def show_trouble(self, words: str, detail: str = "") -> None:
        """Say in a banner what did not work and what can be done."""
        self._banner.clear_choices()
        self._banner.show_message(words, "over", detail)
        self._banner.show()

    def shown(self) -> str:
        """Whose page is open: a participant's id, `SESSION` or `TIMES`."""
        return self._on

    @Slot(str)
    def choose_page(self, key: str) -> None:
        """Open someone's page; what another leader was writing is kept until they are back."""
        if key == self._on:
            return
        if self.isVisible():
            # First: what has the focus may go. And two rows that stand out could not be told apart.
            self._list.row(key).setFocus(Qt.FocusReason.OtherFocusReason)
        self._leave()
        self._on = key
        self._banner.hide()
        self._show(self._drafts.get(key, {}))
        self._scroll.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._list.row(self._on).setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.choose_page(SESSION)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.setFixedHeight(self._look.px(52) + 15)
        self._list.setFixedWidth(min(self._look.px(256), max(200, self.width() // 4)))

    def _make(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._header = QFrame()
        self._home = LinkButton(tr("‹ Home"))
        self._again = LinkButton(tr("Set up the next one"))
        self._again.setToolTip(tr("The same plan and people, in the same order. Nothing that was written."))
        self._plan = LinkButton(tr("Make a plan of it"))
        self._plan.setToolTip(tr("A new plan with the same parts and people to change. Nothing that was written."))
        self._title = Words("", "heading", elide=True)
        self._given = QCheckBox()
        self._save = PrimaryButton()
        for button in (self._again, self._plan, self._save):
            button.let_shrink()
        self._banner = Banner(self._look)
        self._banner.hide()
        self._list = ReviewList(self._look)
        self._page = LeaderPage(self._look)
        self._about = SessionPage(self._look)
        self._times = EveryonesTimes(self._look)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        header = self._header
        header.setProperty("role", "strip")
        header.setProperty("edge", "bottom")
        strip = QHBoxLayout(header)
        strip.setContentsMargins(16, 7, 20, 7)
        strip.setSpacing(14)
        strip.addWidget(self._home)
        strip.addWidget(self._title, 1)
        strip.addWidget(self._plan)
        strip.addWidget(self._again)
        strip.addWidget(self._given)
        strip.addWidget(self._save)
        pages = QWidget()
        pages.setProperty("role", "scrolled")
        inside = QVBoxLayout(pages)
        inside.setContentsMargins(0, 0, 0, 0)
        for page in (self._page, self._about, self._times):
            inside.addWidget(page, 1)
        self._scroll.setWidget(pages)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._banner)
        right.addWidget(self._scroll, 1)
        body = QHBoxLayout()
        body.setContentsMargins(*BODY)
        body.setSpacing(16)
        body.addWidget(self._list)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._home.clicked.connect(self.home_wanted)
        self._again.clicked.connect(self.again_wanted)
        self._plan.clicked.connect(self.plan_wanted)
        self._save.clicked.connect(self._ask_to_save)
        self._given.toggled.connect(self._hand_over)
        self._list.picked.connect(self.choose_page)
        self._about.delete_wanted.connect(self.delete_wanted)
        self._page.reworded.connect(self.reworded)
        self._page.chosen.connect(self.chosen)
        self._page.removed.connect(self._take_away)
        self._page.restored.connect(self._bring_back)
        self._page.written.connect(self._write)

    def _leader_name(self) -> str:
        if self._session is None or self._on in (SESSION, TIMES):
            return ""
        return self._session.course.name(self._on)

    def _leave(self) -> None:
        """Let go of the leader who is shown; what they were writing is kept."""
        if self._leader_name():
            self._drafts[self._on] = self._page.drafts()
        self._page.clear()

    def _show(self, drafts: dict[str, str]) -> None:
        if self._session is None or self._now is None:
            return
        session, now = self._session, self._now
        when = day(session.course.started or session.opened)
        self._title.show_text(f"{session.plan.title} · {when}")
        self._list.show_handed(self._handed)
        self._list.show_session(session, now)
        self._list.show_page(self._on)
        name = self._leader_name()
        self._page.setVisible(bool(name))
        self._about.setVisible(self._on == SESSION)
        self._times.setVisible(self._on == TIMES)
        self._show_verbs(name)
        if name:
            shown = shown_leader(session, self._on, now, self._gone)
            self._page.show_leader(shown, drafts, readonly=self._readonly)
        elif self._on == SESSION:
            self._about.show_session(session, now, self._handed, readonly=self._readonly)
        else:
            self._times.show_session(session, now)

    def _show_verbs(self, name: str) -> None:
        """The button that saves, named for its leader, and the tick that they have been given their notes."""
        self._save.setVisible(bool(name))
        self._plan.setVisible(not name)
        self._given.setVisible(bool(name))
        whole = tr("Save {name}’s notes for {name}").format(name=name)
        self._save.show_words(
            whole if len(name) <= _SHORT else tr("Save notes for {name}…").format(name=name[: _SHORT + 4].rstrip())
        )
        self._save.setAccessibleName(whole)
        self._save.setToolTip(plain_tip(whole if len(name) > _SHORT else ""))
        self._given.setText(tr("Handed over"))
        self._given.setAccessibleName(tr("Handed over to {name}").format(name=name))
        self._given.blockSignals(True)
        self._given.setChecked(self._on in self._handed)
        self._given.blockSignals(False)

    @Slot()
    def _ask_to_save(self) -> None:
        self.save_wanted.emit(self._on, "html")

    @Slot()
    def _open_folder(self) -> None:
        self.folder_wanted.emit(self._saved)

    @Slot(bool)
    def _hand_over(self, given: bool) -> None:
        self._handed = self._handed | {self._on} if given else self._handed - {self._on}
        if self._session is not None and self._now is not None:
            self._list.show_handed(self._handed)
            self._list.show_session(self._session, self._now)

    @Slot(str)
    def _take_away(self, note: str) -> None:
        self._gone |= {note}
        self.removed.emit(note)

    @Slot(str)
    def _bring_back(self, note: str) -> None:
        self.restored.emit(note)

    @Slot(str, str)
    def _write(self, capture: str, text: str) -> None:
        self.written.emit(capture, self._on, text)
