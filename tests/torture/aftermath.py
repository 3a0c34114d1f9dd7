"""What a kill has left behind, looked at by a fresh process: nothing confirmed may be missing, nothing unreadable.

Reads one JSON object on standard input (`Told`), answers one on standard output: `faults`, a list of sentences, and
counts of what was seen.
"""

import json
import re
import shutil
import stat
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from dp_facilitator.live.clock import SystemClock
from dp_facilitator.model.facts import Noted
from dp_facilitator.model.reading import reading
from dp_facilitator.model.replay import apply_all, opened
from dp_facilitator.stage import AWAY_FROM, PULSE_EVERY, Stage, last_seen, origin_of
from dp_facilitator.store.drafts import Drafts
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.records import LoadedSession, load
from dp_facilitator.store.sessions import list_sessions
from dp_facilitator.ui.desk.capture import LEFT

NEAR_NS = 5_000_000
"""How far two looks at the clock may lie apart."""
OPENING_NS = 500_000_000
"""How long opening a record may take on a busy machine."""
SLACK_NS = 1_500_000_000
"""How late a sign of life may come on a busy machine."""
BUSY = re.compile(r"draft(\.[0-9]+)?\.jsonl|journal(\.[0-9]+)?\.jsonl")


@dataclass
class Told:
    """What a child had said about one session when it was killed; times are nanoseconds since the computer's start.

    `saved` are notes confirmed as on the disk, by how many facts there were then; `stands` where the countdown was
    at the last confirmed fact; `typed` is the unsent text of long enough before the kill and `after` are all texts
    that came after it; `alive` is when the session was last known to be open.
    """

    id: str
    zero: int = 0
    saved: list[tuple[int, str]] = field(default_factory=list)
    stands: dict[str, object] | None = None
    typed: str = ""
    after: list[str] = field(default_factory=list)
    alive: int = 0
    count_between: bool = True


class Aftermath:
    """One look at a data folder. `faults` are sentences; `seen` counts what else was noticed."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.faults: list[str] = []
        self.seen: Counter[str] = Counter()

    def look(self, told: list[Told], last: str | None) -> None:
        """Looks at every session that was told of, and at the one killed last more closely."""
        self._modes()
        self._files()
        for one in told:
            folder = self._data / "sessions" / one.id
            loaded = self._load(folder, bool(one.saved))
            if loaded is not None:
                self._notes(one, loaded)
                if one.id == last:
                    self._time(one, loaded)
                    self._draft(one, loaded, Drafts(folder).latest())
                    self._go_on(one, folder, loaded)
        for summary in list_sessions(self._data / "sessions"):
            if summary.problem and summary.status != "unknown":
                self.faults.append(f"{summary.id}: listed with a problem: {summary.problem}")

    def _modes(self) -> None:
        for path in (self._data, *self._data.rglob("*")) if self._data.exists() else ():
            mode = stat.S_IMODE(path.lstat().st_mode)
            if mode != (0o700 if path.is_dir() else 0o600):
                self.faults.append(f"{path.relative_to(self._data)}: mode {mode:o}")

    def _files(self) -> None:
        for path in self._data.rglob("*.json"):
            try:
                json.loads(path.read_bytes())
            except ValueError:
                self.faults.append(f"{path.name}: no JSON")
        self.seen["temporary files left"] = sum(1 for _ in self._data.rglob(".dp-*.tmp"))

    def _load(self, folder: Path, promised: bool) -> LoadedSession | None:
        try:
            loaded = load(folder)
        except StoreError as error:
            self.seen["never begun"] += 1
            if promised:
                self.faults.append(f"{folder.name}: cannot be read: {error}")
            return None
        if loaded.readonly or loaded.notices:
            self.faults.append(f"{folder.name}: {' '.join(loaded.notices)}")
        again = apply_all(opened(loaded.facts[0]), loaded.facts[1:])
        if again != loaded.session:
            self.faults.append(f"{folder.name}: replay gives another session")
        return loaded

    def _notes(self, told: Told, loaded: LoadedSession) -> None:
        for n, text in told.saved:
            kept = [fact.note.text for fact in loaded.facts[:n] if isinstance(fact, Noted)]
            self.seen["confirmed notes"] += 1
            if tidy(text) not in map(tidy, kept):
                self.faults.append(f"{told.id}: a confirmed note is missing: {text!r} ({n} of {loaded.lines})")

    def _time(self, told: Told, loaded: LoadedSession) -> None:
        stands, origin = told.stands, origin_of(loaded)
        if origin is None or abs(origin.zero - told.zero) > NEAR_NS:
            self.faults.append(f"{told.id}: its time starts elsewhere: {origin} instead of {told.zero}")
        if stands is None:
            return
        n = int(str(stands["n"]))
        if loaded.lines < n:
            self.faults.append(f"{told.id}: {loaded.lines} facts on the disk, {n} were confirmed")
            return
        then = apply_all(opened(loaded.facts[0]), loaded.facts[1:n])
        now = loaded.last_seen.at(int(str(stands["at"])) - told.zero)
        found = reading(then.course, now)
        if (found.status, found.step.key) != (stands["status"], stands["step"]):
            self.faults.append(f"{told.id}: stands at {found.status} {found.step.key} instead of {stands}")
        elif abs(found.left - int(str(stands["left"]))) > NEAR_NS:
            self.faults.append(f"{told.id}: {found.left} ns left instead of {stands['left']}")
        self.seen["positions compared"] += 1

    def _draft(self, told: Told, loaded: LoadedSession, drafts: dict[str, str]) -> None:
        draft, left = drafts.get("note", ""), drafts.get(LEFT, "")
        texts = [tidy(note.text) for note in loaded.session.record.kept()]
        if draft and tidy(draft) in texts:
            self.seen["note kept and draft still there"] += 1
        # What was typed meanwhile may have been sent, or left behind by a change of turn, before it was told of.
        kept = {*texts, tidy(left)}.intersection(map(tidy, (told.typed, *told.after)))
        if draft == told.typed or draft in told.after:
            self.seen["drafts found"] += bool(draft)
        elif told.typed and not kept - {""}:
            last = [type(fact).__name__ for fact in loaded.facts[-6:]]
            self.faults.append(f"{told.id}: the drafts are {drafts} instead of {told.typed!r} or later, after {last}")

    def _go_on(self, told: Told, folder: Path, loaded: LoadedSession) -> None:
        """Carries on with a copy, as the first page would, and closes it."""
        with tempfile.TemporaryDirectory() as place:
            copy = Path(place) / folder.name
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("reserve.bin"))
            tail = torn(copy)
            try:
                self._resume(told, copy, loaded)
            except Exception as fault:  # whatever it is, it stands in the way of somebody who wants to go on
                self.faults.append(f"{told.id}: cannot be gone on with: {fault!r}")
                return
            if tail:
                self.seen["torn tails"] += 1
                if not any(path.read_bytes() == tail for path in copy.glob("journal.torn*")):
                    self.faults.append(f"{told.id}: a torn tail was not set aside")
            after = load(copy)
            if after.facts[: loaded.lines] != loaded.facts or torn(copy):
                self.faults.append(f"{told.id}: carrying on has changed what was there")

    def _resume(self, told: Told, copy: Path, loaded: LoadedSession) -> None:
        root, clock = QObject(), SystemClock()
        drafts = Drafts(copy).latest()
        seen = last_seen(loaded, drafts)
        late = told.alive - told.zero - seen.ns
        if loaded.session.status == "running" and told.stands and late > PULSE_EVERY + SLACK_NS:
            self.faults.append(f"{told.id}: the crash is dated {late / 1e9:.1f} s too early")
        stage = Stage.resumed(copy, clock, (), told.count_between, root)
        try:
            before, told_left, after = clock.always(), stage.bridge.reading(), clock.always()
            away = told_left.now.ns - seen.ns
            given_back = not told.count_between and away >= AWAY_FROM
            expected = reading(loaded.session.course, seen if given_back else told_left.now)
            # With the absence given back the countdown has gone on since the record was opened, and not before.
            near = OPENING_NS if given_back else NEAR_NS
            wrong_time = not before - NEAR_NS <= told_left.now.ns + told.zero <= after + NEAR_NS
            if wrong_time or abs(told_left.left - expected.left) > near:
                self.faults.append(f"{told.id}: offers {told_left.left} ns left instead of {expected.left}")
            if {box: text for box, text in drafts.items() if not box.startswith(":")} != stage.drafts:
                self.faults.append(f"{told.id}: drafts are not offered again")
        finally:
            stage.close()
        self.seen["gone on with"] += 1


def torn(folder: Path) -> bytes:
    """The bytes after the last whole line of a session's journals."""
    files = (path for path in sorted(folder.iterdir()) if path.name.startswith("journal") and BUSY.fullmatch(path.name))
    return b"".join(path.read_bytes().rpartition(b"\n")[2] for path in files)


def tidy(text: str) -> str:
    """A text without the spaces that a note may lose."""
    return " ".join(text.split())


def main() -> None:
    asked = json.load(sys.stdin)
    app = QCoreApplication([])
    looked = Aftermath(Path(asked["data"]))
    looked.look([Told(**one) for one in asked["sessions"]], asked["last"])
    json.dump({"faults": looked.faults, "seen": looked.seen}, sys.stdout)
    app.shutdown()


if __name__ == "__main__":
    main()
