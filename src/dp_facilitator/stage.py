"""A session on stage: its folder, its record, the thread that writes it, and the bridge to its windows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.live.clock import Clock, Origin, SessionTime
from dp_facilitator.live.writer import Writer
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.facts import Fact, Reopened
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.replay import apply
from dp_facilitator.model.session import Session
from dp_facilitator.store.drafts import Drafts
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.files import write_atomic
from dp_facilitator.store.journal import Journal
from dp_facilitator.store.lock import SessionLock
from dp_facilitator.store.records import LoadedSession, encoded, told
from dp_facilitator.store.snapshot import write_session_json
from dp_facilitator.words import tr

PULSE = ":pulse"
PULSE_EVERY = 5 * SECOND
"""So often the record says that the program was still there: a crash is dated to within this."""
AWAY_FROM = 2 * SECOND
"""An absence shorter than this is not worth a word."""


class Taken(Exception):  # noqa: N818 - it is an answer to a question, not a fault
    """Another copy of the program has this session open."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a session that are open, and the lock that keeps other programs from them."""

    journal: Journal
    drafts: Drafts
    lock: SessionLock


class Stage(QObject):
    """One session, open for going on with. Raises StoreError where it cannot be kept, Taken where it is open
    elsewhere.

    `bridge` drives it, `writer` keeps it, `drafts` are the unsent texts found when it was opened, `notices`
    sentences for the desk. `folder` is where it is kept.
    """

    def __init__(
        self, session: Session, time: SessionTime, files: Files, count: int, seen: Moment | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._time = time
        self._pulsed = time.now().ns
        found = files.drafts.latest()
        self.drafts = {box: text for box, text in found.items() if not box.startswith(":")}
        self.writer = Writer(files.journal, files.drafts, self._encode, count, self)
        self.bridge = Bridge(session, time, self.writer, seen, self)
        self.writer.saved.connect(self.bridge.saved)
        self.writer.failed.connect(self.bridge.failed)
        self.bridge.ticked.connect(self._pulse)

    @classmethod
    def fresh(
        cls,
        folder: Path,
        session: Session,
        facts: Sequence[Fact],
        time: SessionTime,
        others: Sequence[Path],
        plan_text: bytes,
        parent: QObject,
    ) -> "Stage":
        """A new session, which these facts have made."""
        journal = Journal.create(folder, others)
        files = Files(journal, Drafts(folder), _locked(folder))
        stage = cls(session, time, files, 0, None, parent)
        write_atomic(folder / "plan.json", plan_text)
        stage.writer.keep(tuple(facts))
        return stage

    @classmethod
    def resumed(
        cls, folder: Path, clock: Clock, others: Sequence[Path], count_between: bool, parent: QObject
    ) -> "Stage":
        """A session that was interrupted, at the right second: the time in between counts, or it does not."""
        lock = _locked(folder)
        try:
            files = Files(Journal.open(folder, others), Drafts(folder), lock)
            loaded = told(files.journal.loaded)
            if loaded.readonly:
                raise StoreError(folder.name, tr("cannot be gone on with"), " ".join(loaded.notices))
        except StoreError:
            lock.release()
            raise
        time = SessionTime.resumed(clock, origin_of(loaded), loaded.last_seen)
        seen = last_seen(loaded, files.drafts.latest())
        away = max(0, time.now().ns - seen.ns)
        session = loaded.session
        facts: list[Fact] = []
        if away >= AWAY_FROM:
            facts.append(Reopened(time.now(), away))
            if not count_between:
                facts.extend(session.give_back(time.now(), away))
        for fact in facts:
            session = apply(session, fact)
        stage = cls(session, time, files, loaded.lines, time.now() if not count_between else seen, parent)
        if facts:
            stage.writer.keep(tuple(facts))
        return stage

    @property
    def folder(self) -> Path:
        """Where the session is kept now; another place when its own folder has failed."""
        return self._files.journal.folder

    def milliseconds(self) -> float:
        """The session's own time, for telling one press of a key from its bounce."""
        return self._time.now().ns / 1_000_000

    def close(self) -> None:
        """Stops the clock's ticking, writes what is on its way, and lets the files go."""
        self.bridge.stop()
        self.writer.close()
        session = self.bridge.session
        try:
            write_session_json(self.folder, session, self._time.now(), lines=self.writer.on_disk, closing=True)
        except StoreError as error:  # only a copy for people: the journal is whole, and makes it anew
            self.writer.noticed.emit(str(error))
        self._files.lock.release()

    def _encode(self, n: int, fact: Fact) -> bytes:
        origin = self._time.origin
        return encoded(n, fact, boot=origin.boot, up=origin.zero + fact.at.ns)

    @Slot(object)
    def _pulse(self, told: Reading) -> None:
        """Leaves a sign of life beside the drafts, so that a crash can be dated."""
        if told.status == "running" and told.now.ns - self._pulsed >= PULSE_EVERY:
            self._pulsed = told.now.ns
            try:
                self.writer.draft(PULSE, str(told.now.ns))
            except StoreError as error:
                self.writer.noticed.emit(str(error))


def origin_of(loaded: LoadedSession) -> Origin | None:
    """Where the session's time started on the computer's last start that is known."""
    return None if loaded.up is None else Origin(loaded.boot, loaded.up - loaded.last_seen.ns)


def last_seen(loaded: LoadedSession, drafts: dict[str, str]) -> Moment:
    """The last moment at which the program is known to have been there: the last fact, or a later pulse."""
    pulse = drafts.get(PULSE, "")
    ns = int(pulse) if pulse.isascii() and pulse.isdigit() and len(pulse) < 19 else 0
    return loaded.last_seen.at(max(loaded.last_seen.ns, ns))


def _locked(folder: Path) -> SessionLock:
    """The lock of a session's folder, taken before anything in it is touched."""
    lock = SessionLock(folder)
    holder = lock.take()
    if holder is not None:
        if holder.host:
            words = tr("This session is open in another copy of the program on {host}. Go on there, or close it first.")
        else:
            words = tr("This session is open in another copy of the program. Go on there, or close it first.")
        raise Taken(words.format(host=holder.host))
    return lock
