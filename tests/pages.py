"""Every page of the real program in the states that people meet, one after the other."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.desk.review_list import TIMES
from dp_facilitator.ui.desk.setup_values import Wanted

PLAN = "deliberate-practice-90"
FIVE = ("Ana", "Ben", "Cai", "Dee", "Eli")
LONG = (
    "Alexandrina-Maximiliana Hohenzollern-Ost",
    "Bartholomew Featherstonehaugh-Cholmonde",
    "نور الهدى عبد الرحمن",
    "Oluwaseun Adéyẹmí-Babátúndé",
    "Wilhelmina Featheringham-Hetherington",
    "Jo & <b>Jerry</b>",
)
SHEET = Sheet(
    "Bringing a hard topic into supervision", "We look at it together", "A social worker in my team",
    ("Open the topic gently", "Leave room for views", "Name the benefit"),
)  # fmt: skip


def settle() -> None:
    """Lets layouts and what was put off come to rest."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


class Tour:
    """Leads through the pages; `names` are those of the leaders."""

    def __init__(self, app: App, clock: ManualClock, names: tuple[str, ...] = FIVE) -> None:
        self.app, self.clock, self.names = app, clock, names

    def states(self) -> Iterator[tuple[str, QWidget]]:
        """The name of each state, and its page; the page stands until the next one is asked for."""
        for part in (self.home, self.settings, self.plans, self.set_up, self.run, self.review, self.home_again):
            for name, page in part():
                settle()
                yield name, page

    def home(self) -> Iterator[tuple[str, QWidget]]:
        self.app.go_home()
        yield "home, at first", self.app.desk.home

    def settings(self) -> Iterator[tuple[str, QWidget]]:
        self.app.show_settings()
        page = self.app.desk.settings
        yield "settings", page
        field = page.keys.rows["nudge"].field
        field.click()
        field.taken.emit("N")
        page.show_notice("settings.json cannot be written: the disk is full. Free some space.")
        yield "settings, refused", page
        self.app.go_home()

    def plans(self) -> Iterator[tuple[str, QWidget]]:
        self.app.make_plans()
        desk, page = self.app.plans, self.app.desk.plans
        desk.open(PLAN)
        yield "plans, one that ships", page
        page.show_copy(page.plan_text() or b"")
        editor = page.bench.editor
        editor.open_phase(("segments", 1, "phases", 2))
        editor._soon.stop()
        page.bench._draw()
        editor.head.title.deselect()
        for n in range(5):
            editor.details.turn_to(n)
            yield f"plans, a phase, {n}", page
        editor.open_phase(("segments", 1, "phases", 2))
        editor.head.more.click()
        for n in range(5):
            editor.head.details.turn_to(n)
            yield f"plans, all of it, {n}", page
        page.bench.let_go()
        page.show_new()
        editor.do("add route", ("routes",))
        editor._soon.stop()  # it would scroll a moment later, or a moment too late; and so it is with the pictures
        page.bench._draw()
        for title in (editor.head.title, editor.parts.routes()[0].title):
            title.deselect()  # only one of several windows shows what is selected
        yield "plans, a new one", page
        page.ask_close()
        yield "plans, leaving", page
        page.bench.let_go()
        page.dropped.emit()
        page.past_wanted.emit()
        yield "plans, past sessions", page
        agenda = self.app._where.data.parent / "day.csv"  # a file of the coach's own
        agenda.write_text("Time,Activity,Who\n10:00,Welcome,Ana\nsoon,Nothing,\n10:30,End,\n")
        desk.take_in(str(agenda))
        yield "agenda", page
        self.app.go_home()

    def set_up(self) -> Iterator[tuple[str, QWidget]]:
        self.app.set_up(PLAN)
        page = self.app.desk.set_up
        yield "set-up, empty", page
        page.restore(self.wanted(until=11 * 3600 + 30 * 60, way="equal"))
        yield "set-up", page
        page.restore(self.wanted(until=10 * 3600 + 45 * 60))
        page.show_problem("The folder of this session cannot be made: there is no room on the disk. Free some space.")
        page.people.chosen.emit(page.people.people()[0].key)
        yield "set-up, a sheet and trouble", page

    def run(self) -> Iterator[tuple[str, QWidget]]:
        self.app.open_session(self.wanted())
        page, bridge = self.app.desk.run, self.app.show.stage.bridge
        assert page is not None
        bridge.cued.disconnect(self.app.show._sound_cue)
        yield "run, ready", page
        self.to("warm-up", 100)
        yield "run, warm-up", page
        self.to("set-up", 20)
        yield "run, set-up of the first", page
        self.to("practise", 200)
        yield "run, one minute", page
        page.show_people()
        yield "run, people", page
        page.people.open_person("P3")
        yield "run, a person", page
        page.show_ways()
        yield "run, ways", page
        page.show_keys()
        yield "run, keys", page
        page.show_sheet()
        self.go(60)
        yield "run, over", page
        bridge.ask(Session.next)
        self.go(30)
        yield "run, feedback, empty", page
        for at in range(8):
            stem = ("effective", "next-time")[at % 2]
            bridge.ask(Session.note, stem, "you asked for their view before giving yours", about="P1", giver="P2")
        bridge.ask(Session.choose, "N3")
        self.app.show.verbs.press_later()
        self.app.show.stage.writer.flush()  # what is on the disk later would take the failure away again
        settle()
        bridge.failed.emit("journal.jsonl cannot be written: the disk is full. Free some space, then press Retry.")
        yield "run, feedback, crowded", page
        page.later.hide()
        page.banners.drop("failed")
        bridge.ask(Session.pause)
        yield "run, paused", page
        bridge.ask(Session.resume)
        self.to("debrief", 60)
        for person in ("P1", "P2"):
            bridge.ask(Session.note, "next-step", "Try it with Kit on Monday", about=person, giver=person)
        yield "run, debrief", page
        bridge.ask(Session.finish)
        yield "run, finished", page

    def review(self) -> Iterator[tuple[str, QWidget]]:
        self.app.show.ended.emit()
        page = self.app.desk.review
        yield "review, session", page
        page.choose_page("P1")
        yield "review, a leader", page
        page.choose_page("P5")
        yield "review, a leader with little", page
        page.choose_page(TIMES)
        yield "review, times", page

    def home_again(self) -> Iterator[tuple[str, QWidget]]:
        self.app.open_session(self.wanted())
        self.to("practise", 100)
        self.app.go_home()
        self.clock.go(120)
        self.app.go_home()
        yield "home, interrupted", self.app.desk.home

    def wanted(self, **more: object) -> Wanted:
        text = (shipped_plans_dir() / f"{PLAN}.json").read_bytes()
        return Wanted(PLAN, text, self.names, ((0, SHEET),), **more)  # type: ignore[arg-type]

    def go(self, seconds: float) -> None:
        self.clock.go(seconds)
        self.app.show.stage.bridge.tick()

    def to(self, phase: str, after: float) -> None:
        bridge = self.app.show.stage.bridge
        if bridge.session.status == "ready":
            bridge.ask(Session.start)
        while bridge.session.course.step.phase.id != phase:
            self.go(bridge.session.course.step.seconds)
            bridge.ask(Session.next)
        self.go(after)
