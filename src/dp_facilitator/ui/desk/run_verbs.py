"""From gestures on the run page to the verbs of the session: one short slot each."""

from PySide6.QtCore import QObject, Signal, Slot

from dp_facilitator.live.bridge import Bridge
from dp_facilitator.model.facts import Benched, Passed
from dp_facilitator.model.fit import Way
from dp_facilitator.model.session import Past, Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.ui.big_screen.window import BigScreen
from dp_facilitator.words import marked, ntr, tr

from .capture_view import Said
from .run import RunPage

AGREES = marked("Yes, show it")
REMOVED = "removed:"


class RunVerbs(QObject):
    """Lets the run page drive the bridge.

    Signals: `sound_turned()`, `swap_wanted()` and `full_wanted()` for the composition root, which knows sound
    and screens; `drafted(str, str)` a box's key and its unsent text.
    """

    sound_turned = Signal()
    swap_wanted = Signal()
    full_wanted = Signal()
    look_back_wanted = Signal()
    drafted = Signal(str, str)

    def __init__(self, bridge: Bridge, page: RunPage, screen: BigScreen) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._page = page
        self._screen = screen
        self._step = ""
        self._kept: tuple[str, Past | None] = ("", None)
        self._connect()

    def _connect(self) -> None:
        page, bridge = self._page, self._bridge
        bridge.changed.connect(page.show_session)
        bridge.changed.connect(self._drop_stale)
        bridge.ticked.connect(page.show_reading)
        bridge.armed.connect(page.show_armed)
        bridge.saved.connect(page.capture.show_saved)
        bridge.failed.connect(page.capture.show_failed)
        bridge.refused.connect(self._refused)
        page.banners.answered.connect(self._answered)
        page.later.parked.connect(self._park)
        capture = page.capture
        capture.said.connect(self._note)
        capture.unfinished.connect(self._keep_unfinished)
        capture.prepared.connect(self._prepare)
        capture.ticked.connect(self._tick)
        capture.gate_ticked.connect(self._tick_gate)
        capture.drafted.connect(self.drafted)
        capture.edit_wanted.connect(self._reword)
        capture.remove_wanted.connect(self._remove)
        capture.star_wanted.connect(self._choose)
        capture.too_long.connect(self._too_long)
        people = page.people
        people.passed.connect(self._pass)
        people.benched.connect(self._bench)
        people.returned.connect(self._return)
        people.joined.connect(self._join)
        people.moved.connect(self._move)
        people.swapped.connect(self._swap)
        people.renamed.connect(self._rename)
        people.keeps_time.connect(self._keep_time)
        people.fit_wanted.connect(self._fit)
        people.route_wanted.connect(self._take)

    # Keys and buttons

    @Slot()
    def press_next(self) -> None:
        """Next; after the end, looking back. A clicker, which may be pressed once too often, does not look back."""
        if self._bridge.session.status == "finished":
            self.look_back_wanted.emit()
        else:
            self._bridge.press_next()

    @Slot()
    def press_undo(self) -> None:
        """Takes back what was done last: a note that was taken away or kept just now, else the newest timing verb."""
        removed = [name for name in self._page.banners.standing() if name.startswith(REMOVED)]
        if removed:
            self._page.banners.drop(removed[-1])
            self._bridge.ask(Session.restore, removed[-1].removeprefix(REMOVED))
        elif not self._take_back():
            self._bridge.press_undo()

    def _take_back(self) -> bool:
        """The note that was kept last, back into the box, while nothing else was done since and the box is empty."""
        note_id, past = self._kept
        session = self._bridge.session
        note = session.record.note(note_id)
        if note is None or note.removed or past != session.past or note.step != session.course.step.key:
            return False
        if not self._page.capture.is_empty() or not self._bridge.ask(Session.remove, note_id):
            return False
        self._page.capture.take_back(note.text)
        return True

    @Slot()
    def press_plus(self) -> None:
        self._bridge.ask(Session.extend, 60)

    @Slot()
    def press_minus(self) -> None:
        self._bridge.ask(Session.extend, -60)

    @Slot()
    def press_plus_ten(self) -> None:
        self._bridge.ask(Session.extend, 10)

    @Slot()
    def press_minus_ten(self) -> None:
        self._bridge.ask(Session.extend, -10)

    @Slot()
    def press_restart(self) -> None:
        self._bridge.ask(Session.restart)

    @Slot()
    def press_finish(self) -> None:
        ahead = len(self._bridge.session.course.steps) - self._bridge.session.course.cursor - 1
        if not ahead:
            self._bridge.ask(Session.finish)
            return
        words = ntr(
            "Finish now? {n} step would be left out.", "Finish now? {n} steps would be left out.", ahead
        ).format(n=ahead)
        self._page.banners.ask("finish", words, "warning", (tr("Finish"), tr("Go on")))

    @Slot()
    def press_blank(self) -> None:
        self._screen.blank(not self._screen.is_blank())
        self._page.room.show_on(blank=self._screen.is_blank(), nudge=self._screen.is_nudging())

    @Slot()
    def press_nudge(self) -> None:
        self._screen.nudge(not self._screen.is_nudging())
        self._page.room.show_on(blank=self._screen.is_blank(), nudge=self._screen.is_nudging())

    @Slot()
    def press_swap(self) -> None:
        self.swap_wanted.emit()

    @Slot()
    def press_full(self) -> None:
        self.full_wanted.emit()

    @Slot()
    def press_sound(self) -> None:
        self.sound_turned.emit()

    @Slot()
    def press_later(self) -> None:
        self._page.later.open_now()

    @Slot()
    def press_people(self) -> None:
        self._page.show_people()

    @Slot()
    def press_note(self) -> None:
        self._page.window().activateWindow()
        self._page.capture.focus_box()

    @Slot()
    def press_message(self) -> None:
        self._page.banners.take_focus()

    @Slot()
    def press_help(self) -> None:
        self._page.show_keys()

    # Writing

    @Slot(object)
    def _note(self, said: Said) -> None:
        handed = self._hand_over(said)
        self._page.capture.wait_for(handed)
        if handed:
            self._kept = (self._bridge.session.record.kept()[-1].id, self._bridge.session.past)

    @Slot(object)
    def _keep_unfinished(self, said: Said) -> None:
        handed = self._hand_over(said)
        self._page.capture.wait_for_left(handed)
        if handed:
            self._page.banners.ask("unfinished", tr("The note that was still in the box has been kept with its round."))

    def _hand_over(self, said: Said) -> int:
        return self._bridge.ask(
            Session.note,
            said.capture,
            said.text,
            about=said.about,
            giver=said.giver,
            criterion=said.criterion,
            step=said.step,
        )

    @Slot(str, object)
    def _prepare(self, person: str, sheet: Sheet) -> None:
        self._bridge.ask(Session.prepare, person, sheet)
        self.drafted.emit(f"areas:{person}", "")

    @Slot(int, bool)
    def _tick(self, line: int, done: bool) -> None:
        # Of the step that is on the screen: by the time the verb is given the plan may have gone on.
        self._bridge.ask(Session.tick, line, done, self._bridge.session.course.step.key)

    @Slot(str, int, bool)
    def _tick_gate(self, gate: str, line: int, done: bool) -> None:
        if self._bridge.ask(Session.tick, line, done, gate):
            self._page.banners.drop("refused")

    @Slot(str, str)
    def _reword(self, note: str, text: str) -> None:
        self._bridge.ask(Session.reword, note, text)

    @Slot(str)
    def _remove(self, note: str) -> None:
        if self._bridge.ask(Session.remove, note):
            self._page.banners.ask(f"{REMOVED}{note}", tr("The note was taken away."), "note", (tr("Bring it back"),))

    @Slot(str)
    def _choose(self, note: str) -> None:
        if not self._bridge.ask(Session.choose, note):
            return
        kept = self._bridge.session.record.note(note)
        about = kept.about if kept else None
        if about and self._bridge.session.record.change_of(about) == kept:
            name = self._bridge.session.course.name(about)
            words = tr("Ask {name}: may the room see this one change while {name} practises again?").format(name=name)
            self._page.banners.ask(f"agree:{about}", words, "note", (tr(AGREES), tr("Keep it here")))

    @Slot(int)
    def _too_long(self, count: int) -> None:
        words = ntr(
            "This note has {count:,} character; one note holds 20,000. It stays in the box: keep it in parts.",
            "This note has {count:,} characters; one note holds 20,000. It stays in the box: keep it in parts.",
            count,
        ).format(count=count)
        self._page.banners.ask("long", words, "warning")

    @Slot(str)
    def _park(self, text: str) -> None:
        self._bridge.ask(Session.park, text)

    # People and timings

    @Slot(str)
    def _pass(self, person: str) -> None:
        if not self._bridge.ask(Session.passes, person):
            self._page.capture.show_gate_before(Passed(self._bridge.now(), person), self._bridge.session)

    @Slot(str)
    def _bench(self, person: str) -> None:
        if not self._bridge.ask(Session.bench, person):
            self._page.capture.show_gate_before(Benched(self._bridge.now(), person), self._bridge.session)

    @Slot(str)
    def _return(self, person: str) -> None:
        self._bridge.ask(Session.returns, person)

    @Slot(str)
    def _join(self, name: str) -> None:
        self._bridge.ask(Session.join, name)

    @Slot(str, int)
    def _move(self, person: str, position: int) -> None:
        self._bridge.ask(Session.move, person, position)

    @Slot(str, str)
    def _swap(self, one: str, other: str) -> None:
        self._bridge.ask(Session.swap, one, other)

    @Slot(str, str)
    def _rename(self, person: str, name: str) -> None:
        self._bridge.ask(Session.rename, person, name)

    @Slot(str)
    def _keep_time(self, person: str) -> None:
        self._bridge.ask(Session.keep_time, person)

    @Slot(str)
    def _fit(self, way: Way) -> None:
        self._bridge.ask(Session.fit, way)

    @Slot(str)
    def _take(self, route: str) -> None:
        self._bridge.ask(Session.take, route)

    # Banners

    @Slot(object)
    def _drop_stale(self, session: Session) -> None:
        """What was said about one step is gone with it, and nearly everything with the end."""
        if session.status == "finished":
            self._page.banners.clear("failed", "hurt", "unfinished", "undone")
        elif session.course.step.key != self._step:
            self._step = session.course.step.key
            for name in ("unfinished", "refused", "finish", "notice"):
                self._page.banners.drop(name)
            if self._screen.is_nudging():
                self.press_nudge()

    @Slot(str)
    def _refused(self, words: str) -> None:
        self._page.banners.ask("refused", words, "warning")
        self._page.people.show_message(words)

    @Slot(str, str)
    def _answered(self, name: str, words: str) -> None:
        if name == "finish" and words == tr("Finish"):
            self._bridge.ask(Session.finish)
        elif name.startswith("agree:"):
            self._bridge.ask(Session.agree, name.removeprefix("agree:"), words == tr(AGREES))
        elif name.startswith(REMOVED) and words:
            self._bridge.ask(Session.restore, name.removeprefix(REMOVED))
