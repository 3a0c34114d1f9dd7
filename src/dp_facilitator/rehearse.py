"""A rehearsal: a whole session through the real windows, at speed, with pictures, record and hand-outs kept."""

import json
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from dp_facilitator.app import App
from dp_facilitator.live.bridge import Bridge
from dp_facilitator.live.clock import FastClock
from dp_facilitator.model.automatic import due
from dp_facilitator.model.mistakes import Refused, refuse
from dp_facilitator.model.notes import COACH
from dp_facilitator.model.plan import Capture
from dp_facilitator.model.review import own_words
from dp_facilitator.model.roster import MOST_PEOPLE
from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.paths import places, shipped_plans_dir
from dp_facilitator.safety import Safety
from dp_facilitator.show import Show
from dp_facilitator.store.errors import StoreError, words
from dp_facilitator.store.plans import PlanFile, find_plan
from dp_facilitator.ui.desk.setup_values import Wanted
from dp_facilitator.words import ntr, tr

NAMES: Final = ("Ana", "Ben", "Cai", "Dee", "Eli", "Fay", "Gil", "Hal", "Ida", "Jan", "Kim", "Lea", "Max", "Nia", "Oli")
SHEET: Final = Sheet(
    area="Saying that a piece of work is not good enough yet",
    aim="They know what has to change, and still want to change it",
    audience="A social worker in my team",
    criteria=("Name it in the first minute", "Ask before telling", "Agree the next step"),
)
SAID: Final = {
    "effective": ("you said it in the first sentence", "you waited for the answer", "your voice stayed calm"),
    "next-time": ("pause after the question", "say what the team gains", "name one example"),
}
BEAT_MS: Final = 15
USUAL_SPEED: Final = 300.0


class Rehearsal(QObject):
    """Plays everyone's part: starts, writes what is to be written, presses Next when time is up, finishes."""

    def __init__(self, app: App, out: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.out = out
        self._step = ""
        self._written = 0
        self._shots = 0
        self.done = False
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._play)

    def begin(self) -> None:
        """Pictures of the first page and of set-up are taken before; from here on the session plays itself."""
        self._beat.start()

    def picture(self, widget: QWidget, name: str) -> None:
        """Keeps a picture of a window."""
        self._shots += 1
        widget.grab().save(str(self.out / "pictures" / f"{self._shots:02}-{name}.png"))

    @Slot()
    def _play(self) -> None:
        show = self._app.show
        if show is None:
            return
        bridge = show.stage.bridge
        bridge.tick()
        session = bridge.session
        self._open_gate(bridge, session)
        if session.status == "ready":
            self.picture(self._app.desk, "ready")
            bridge.ask(Session.start)
        elif session.status == "paused":
            bridge.ask(Session.resume)
        elif session.status == "running":
            self._running(show, session)
        elif not self.done and show.stage.writer.on_disk >= show.stage.writer.count:
            self.picture(self._app.desk, "ended")
            self.done = True
            self._beat.stop()
            show.ended.emit()
            QTimer.singleShot(0, self._hand_out)

    def _open_gate(self, bridge: Bridge, session: Session) -> None:
        course = session.course
        step = course.step if session.status == "ready" else course.upcoming
        if step is not None:
            for line in session.open_lines(step):
                bridge.ask(Session.tick, line, True, step.gate_key)

    def _running(self, show: Show, session: Session) -> None:
        bridge = show.stage.bridge
        told = bridge.reading()
        step = session.course.step
        if step.key != self._step:
            self._step = step.key
            self._written = 0
            for line in range(0 if step.phase.gate else len(step.phase.checklist)):
                bridge.ask(Session.tick, line)
        elif told.gone > 0.15 and self._written == 0:
            self._written = 1
            for capture in step.phase.captures:
                self._write(bridge, capture)
        elif told.gone > 0.5 and self._written == 1:
            self._written = 2
            if step.number in (None, 1):
                self.picture(self._app.desk, f"desk-{step.phase.id}")
                self.picture(show.screen, f"room-{step.phase.id}")
        elif told.left <= 0 and due(session, bridge.now()) is None:
            last = session.course.upcoming is None
            bridge.ask(Session.finish if last else Session.next)

    def _write(self, bridge: Bridge, capture: Capture) -> None:
        course = bridge.session.course
        leader = course.step.leader
        if capture.form == "areas" and leader:
            bridge.ask(Session.prepare, leader, SHEET)
            return
        if capture.form == "scale":
            bridge.ask(Session.note, capture.id, "7", about=None if capture.about == "group" else course.present[0])
            return
        if capture.about == "leader" and leader:
            others = [*[person for person in course.present if person != leader][:2], COACH]
            givers = [leader] if capture.id in own_words(course.plan) else others
            for giver, text in zip(givers, SAID.get(capture.id, ("noted in the rehearsal",) * 3), strict=False):
                bridge.ask(Session.note, capture.id, text, about=leader, giver=giver, criterion=1)
            if capture.choose:
                kept = bridge.session.record.kept(about=leader, capture=capture.id)
                bridge.ask(Session.choose, kept[0].id)
            return
        for person in course.present if capture.about == "everyone" else (None,):
            text = f"{capture.title}: a line from the rehearsal"
            bridge.ask(Session.note, capture.id, text, about=person, giver=person)

    @Slot()
    def _hand_out(self) -> None:
        folder = self.out / "hand-outs"
        folder.mkdir(exist_ok=True)
        self.picture(self._app.desk, "review")
        for person in self._app.reviewing.people():
            self._app.reviewing.save_for(person, folder)
        self._app.stop()


def run(
    plan_word: str,
    people: int | None = None,
    speed: float | None = None,
    out: Path | None = None,
    data_dir: Path | None = None,
    *,
    show: bool = False,
) -> int:
    """Rehearses a plan and answers the exit code. What it leaves is in `out`, which is printed; where an earlier
    rehearsal left something there, in a new folder beside it. Nothing is seen on a screen unless `show`.
    """
    out = _unused((out or Path("rehearsal")).absolute())
    try:
        plan = find_plan(plan_word, shipped_plans_dir(), places(data_dir).plans)
        _check_people(plan, people)
        (out / "pictures").mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        why, mend = words(fault)
        print(StoreError(f"--out {out}", tr("cannot be made: {why}").format(why=why), mend), file=sys.stderr)
        return 1
    except (Refused, StoreError) as error:
        print(error, file=sys.stderr)
        return 1
    if not show:
        _off_screen(out)
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    app = App(qt, places(out / "record"), FastClock(speed or USUAL_SPEED))
    safety = Safety(out / "record" / "logs")
    safety.watch()
    safety.asked_to_stop.connect(app.stop)
    rehearsal = Rehearsal(app, out)
    try:
        code = _play(qt, app, rehearsal, plan, people)
    finally:
        safety.rest()
    return code


def _unused(out: Path) -> Path:
    """The folder, or one beside it with a number, in which no rehearsal has left anything: they would be mixed up."""
    place, number = out, 1
    while any(os.path.lexists(place / name) for name in ("pictures", "record", "hand-outs")):
        number += 1
        place = out.with_name(f"{out.name}-{number}")
    return place


def _check_people(plan: PlanFile, people: int | None) -> None:
    """Refuses a group of a size that no session can have."""
    limits = plan.plan.people
    if people is not None and not limits.least <= people <= MOST_PEOPLE:
        raise refuse(
            tr("“{title}” is made for {least} to {most} people.").format(
                title=plan.plan.title, least=limits.least, most=limits.most
            ),
            tr("Give a number between."),
            f"--people {people}",
        )


def _off_screen(out: Path) -> None:
    """A laptop and a projector that nobody sees, also where there is a screen: somebody may be working on it."""
    plain = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": name, "x": x, "width": width, "height": height, **plain}
        for name, x, width, height in (("laptop", 0, 1366, 768), ("Projector", 1366, 1920, 1080))
    ]
    described = out / "screens.json"
    if ":" in str(described):  # Qt cannot read such a path: it then makes one small screen of its own
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return
    described.write_text(json.dumps({"screens": screens}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    # What this platform cannot do is said in warnings that help nobody here.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def _play(qt: QApplication, app: App, rehearsal: Rehearsal, plan: PlanFile, people: int | None) -> int:
    count = plan.plan.people.usual if people is None else people
    app.begin()
    app.desk.resize(1366, 768)
    qt.processEvents()
    rehearsal.picture(app.desk, "home")
    names = tuple(NAMES[i] if i < len(NAMES) else f"Leader {i + 1}" for i in range(count))
    wanted = Wanted(plan.name, plan.text, names, starts=None, until=None, way=None)
    app.set_up(str(plan.path))
    app.desk.set_up.restore(wanted)
    qt.processEvents()
    rehearsal.picture(app.desk, "set-up")
    app.open_session(wanted)
    if app.show is None:
        print(
            ntr("{count} person does not fit this plan.", "{count} people do not fit this plan.", count).format(
                count=count
            ),
            file=sys.stderr,
        )
        return 1
    print(
        ntr("Rehearsing “{title}” with {count} person…", "Rehearsing “{title}” with {count} people…", count).format(
            title=plan.plan.title, count=count
        ),
        flush=True,
    )
    rehearsal.begin()
    qt.exec()
    if not rehearsal.done:
        print(tr("The rehearsal was stopped before its end."), file=sys.stderr)
        return 1
    _tell(rehearsal)
    return 0


def _tell(rehearsal: Rehearsal) -> None:
    out = rehearsal.out
    print(tr("Done. Here is what it left:"))
    for name, what in (
        ("pictures", tr("what the desk and the room saw")),
        ("record/sessions", tr("the record")),
        ("hand-outs", tr("each leader’s hand-out")),
    ):
        print(f"  {out / name}: {what} ({len(list((out / name).iterdir()))})")
