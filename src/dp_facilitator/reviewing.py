"""Looking back on a session: read from its record, put right by its leaders, handed out to each."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from dp_facilitator.live.clock import Clock, time_of_day
from dp_facilitator.model.facts import Fact, Opened
from dp_facilitator.model.review import leader_review
from dp_facilitator.model.session import Session
from dp_facilitator.opening import wanted_again
from dp_facilitator.paths import Places, fallbacks
from dp_facilitator.stage import Stage, Taken
from dp_facilitator.store.deletion import delete_session
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.exports.hand_out import hand_out
from dp_facilitator.store.exports.names import file_name
from dp_facilitator.store.files import write_atomic
from dp_facilitator.store.records import load
from dp_facilitator.ui.desk.choosing import choose_folder
from dp_facilitator.ui.desk.review import ReviewPage
from dp_facilitator.ui.desk.review_verbs import ReviewVerbs
from dp_facilitator.words import tr


class Reviewing(QObject):
    """The review page and the record behind it.

    Signals: `left()` when the person goes back to the first page; `again(Wanted)` to set up the next session with
    the same plan and people; `planned(Wanted)` to make a plan like it.
    """

    left = Signal()
    again = Signal(object)
    planned = Signal(object)

    def __init__(self, page: ReviewPage, where: Places, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._where = where
        self._clock = clock
        self._stage: Stage | None = None
        self._verbs: ReviewVerbs | None = None
        self._session: Session | None = None
        self._opening: Fact | None = None
        self._folder: Path | None = None
        page.home_wanted.connect(self._leave)
        page.again_wanted.connect(self._set_up_again)
        page.plan_wanted.connect(self._make_a_plan)
        page.save_wanted.connect(self._save)
        page.delete_wanted.connect(self._delete)
        page.folder_wanted.connect(self._open_folder)

    def open(self, folder: Path) -> None:
        """Opens a session's record: a finished one for putting right, another only for reading.

        Raises StoreError where it cannot be read.
        """
        self.close()
        loaded = load(folder, fallbacks())
        self._session = loaded.session
        self._opening = loaded.facts[0]
        if loaded.session.status == "finished" and not loaded.readonly:
            try:
                self._stage = Stage.resumed(folder, self._clock, fallbacks(), True, self)
            except (StoreError, Taken) as error:
                self._page.show_trouble(str(error))
        if self._stage is not None:
            self._verbs = ReviewVerbs(self._stage.bridge, self._page)
            self._stage.bridge.changed.connect(self._remember)
        self._page.show_session(loaded.session, loaded.last_seen, self._stage is None)
        if loaded.notices:
            self._page.show_trouble(" ".join(loaded.notices))

    def close(self) -> None:
        """Lets the record go."""
        if self._verbs is not None:
            self._verbs.let_go()
        if self._stage is not None:
            self._stage.close()
            self._stage.deleteLater()
        self._stage = self._verbs = None

    def people(self) -> tuple[str, ...]:
        """The ids of everyone in the session that is open; none when none is."""
        return tuple(person.id for person in self._session.course.people) if self._session else ()

    def save_for(self, person: str, folder: Path) -> Path:
        """Writes a leader's hand-out into a folder and answers its path. Raises StoreError where it cannot be."""
        session = self._session
        if session is None:
            raise StoreError("hand-out", tr("no session is open"), tr("Open one first."))
        path = folder / file_name(session, person)
        review = leader_review(session, person, session.course.finished or session.opened)
        write_atomic(path, hand_out(review).encode())
        return path

    @Slot(object)
    def _remember(self, session: Session) -> None:
        self._session = session

    @Slot(str, str)
    def _save(self, person: str, _form: str) -> None:
        if self._session is None:
            return
        question = tr("Where shall {name}’s notes be saved?").format(name=self._session.course.name(person))
        self._folder = self._folder or choose_folder(self._page, question)
        if self._folder is None:
            return
        try:
            self._page.show_saved(str(self.save_for(person, self._folder)))
        except StoreError as error:
            self._folder = None
            self._page.show_trouble(str(error))

    @Slot(str)
    def _open_folder(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))

    @Slot()
    def _delete(self) -> None:
        if self._session is None:
            return
        folder = self._where.sessions / self._session.id
        self.close()
        try:
            delete_session(folder, self._where.deletions, time_of_day(self._clock), fallbacks())
        except StoreError as error:
            self._page.show_trouble(str(error))
        else:
            self.left.emit()

    @Slot()
    def _set_up_again(self) -> None:
        """Structure and people's order come along; sheets, notes and times do not."""
        if self._session is not None and isinstance(self._opening, Opened):
            wanted = wanted_again(self._session, self._opening)
            self.close()
            self.again.emit(wanted)

    @Slot()
    def _make_a_plan(self) -> None:
        """The same comes along to a new plan."""
        if self._session is not None and isinstance(self._opening, Opened):
            wanted = wanted_again(self._session, self._opening)
            self.close()
            self.planned.emit(wanted)

    @Slot()
    def _leave(self) -> None:
        self.close()
        self.left.emit()
