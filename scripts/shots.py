"""Photographs every page and state of the app, off-screen and on a clock of its own.

`bash scripts/shots.sh [FOLDER [ALL]]`: FOLDER (docs/pictures when it is not named) gets the few pictures that README
and the guides show; every picture, and one sheet with all of them, goes into ALL (shots/, which is not committed).

`bash scripts/shots.sh --golden [FOLDER]`: only the pictures that the test suite compares with, at one size and in one
look; into tests/golden/pictures when no folder is named. Look at each before it is committed.
"""

import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

DESK: Final = ((1366, 768), (1280, 720))
CHOSEN: Final = {
    "home-usual-paper-1366x768": "home",
    "set-up-fitted-paper-1366x768": "set-up",
    "desk-feedback-paper-1366x768": "desk",
    "desk-practise-night-1366x768": "desk-night",
    "room-practise-warning-1366x768": "big-screen-practise",
    "room-feedback-1366x768": "big-screen-feedback",
    "room-paused-1366x768": "big-screen-pause",
    "review-leader-paper-1366x768": "review",
}
ONE_SIZE: Final = DESK[:1]
GOLDEN: Final = tuple(
    f"{name}-1366x768"
    for name in (
        *(f"home-{state}-paper" for state in ("empty", "usual", "interrupted")),
        *(f"desk-{state}-paper" for state in ("ready", "practise", "feedback", "behind", "people-open", "debrief")),
        *(f"review-{state}-paper" for state in ("session", "leader", "times")),
        *(f"{page}-paper" for page in ("set-up-sheet", "plans-own", "plans-phase")),
        *(f"room-{state}" for state in ("ready", "set-up", "practise", "feedback")),
        *(f"room-{state}" for state in ("again", "paused", "blank", "nudge", "break", "debrief", "digits-hidden")),
        *(f"room-{state}" for state in ("practise-warning", "practise-over", "practise-crowded", "finished")),
    )
)
"""Desk and big screen in the states that matter; none that shows what this computer has, such as its battery."""

AGENDA: Final = """\
Team day
Time,Activity,Who,Notes
10:00,Welcome and introductions,Ana,Tea first
10:10,Why we are here,Ben,
10:25,First practice round,All,Say what you noticed
soon,Something nobody timed,Cai,
10:55,Break,,
11:10,Second practice round,All,
11:40,What we take away,Ana,
12:00,End,,
"""

# Two displays, before Qt is loaded: the desk's, and the one that the room sees.
_HOME = tempfile.TemporaryDirectory(prefix="dp-shots-")
_SCREENS = Path(_HOME.name) / "screens.json"
_PLAIN = {"y": 0, "width": 1920, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_TWO = [
    {"name": "laptop", "x": 0, "height": 1200, **_PLAIN},
    {"name": "Projector", "x": 1920, "height": 1080, **_PLAIN},
]
_SCREENS.write_text(json.dumps({"screens": _TWO}))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREENS}"
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFont, QImage, QPainter, qBlue, qGreen, qRed, qRgb  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from shots_stay import DAY, DEBRIEF, FIVE, LONG, NOTES, ROOM, STARTS, Album, Sizes, Stay  # noqa: E402

from dp_facilitator.model.editing import Editing  # noqa: E402
from dp_facilitator.model.session import Session  # noqa: E402
from dp_facilitator.paths import shipped_plans_dir  # noqa: E402
from dp_facilitator.store.plans import find_plan  # noqa: E402
from dp_facilitator.ui.desk.review_list import TIMES  # noqa: E402
from dp_facilitator.ui.desk.setup_values import Wanted  # noqa: E402


def home(stay: Stay) -> None:
    stay.desk("home-empty")
    for days, names in ((0, FIVE), (14, FIVE[:4]), (14, (*FIVE, "Fay"))):
        stay.clock.go(days * DAY)
        stay.whole_session(names)
    stay.clock.wall_ns = STARTS - 8 * 60 * 10**9
    stay.app.go_home()
    stay.desk("home-usual")


def set_up(stay: Stay) -> None:
    page = stay.app.desk.set_up
    stay.date_files()
    stay.app.set_up(str(stay.plan.path))
    stay.desk("set-up-empty")
    states: tuple[tuple[str, Wanted], ...] = (
        ("usual", stay.wanted(until=11 * 3600 + 30 * 60)),
        ("fitted", stay.wanted((*FIVE, "Fay"), until=11 * 3600 + 30 * 60, way="equal")),
        ("warning", stay.wanted((*FIVE, "Fay", "Gil"), until=11 * 3600 + 15 * 60)),
        ("crowded", stay.wanted(LONG, until=12 * 3600, way="equal")),
    )
    for name, wanted in states:
        page.restore(wanted)
        stay.desk(f"set-up-{name}")
    page.restore(stay.wanted())
    page.people.chosen.emit(page.people.people()[0].key)
    stay.desk("set-up-sheet")
    page.show_problem("The folder of this session cannot be made: there is no room on the disk. Free some space.")
    stay.desk("set-up-problem")


def desk(stay: Stay) -> None:
    page = stay.page
    stay.both("ready")
    stay.to("warm-up", 130)
    stay.bridge.ask(Session.tick, 0)
    stay.both("warm-up")
    stay.to("set-up", 18)
    stay.both("set-up")
    stay.to("practise", 40)
    stay.both("practise")
    stay.bridge.press_next()
    stay.desk("desk-armed")
    stay.go(4)
    page.show_people()
    stay.desk("desk-people")
    page.people.open_person("P3")
    stay.desk("desk-people-open")
    page.show_people()
    page.show_keys()
    stay.desk("desk-keys")
    page.show_keys()
    stay.show.verbs.press_nudge()
    stay.both("nudge")
    stay.show.verbs.press_nudge()
    stay.bridge.ask(Session.pause)
    stay.both("paused")
    stay.go(20)
    stay.bridge.ask(Session.resume)
    stay.show.verbs.press_blank()
    stay.both("blank")
    stay.show.verbs.press_blank()
    stay.go(145)
    stay.both("practise-warning")
    stay.go(84)
    stay.both("practise-over")


def desk_feedback(stay: Stay) -> None:
    page = stay.page
    stay.bridge.ask(Session.next)
    stay.go(5)
    stay.both("feedback-empty")
    stay.write(NOTES[:3])
    stay.bridge.ask(Session.choose, "N3")
    stay.go(103)
    stay.type("say what the team gains from it")
    stay.both("feedback")
    stay.write(NOTES[3:])
    stay.show.verbs.press_later()
    stay.bridge.failed.emit("journal.jsonl cannot be written: the disk is full. Free some space, then press Retry.")
    stay.desk("desk-banners")
    page.later.hide()
    page.banners.drop("failed")
    page.capture.show_saved(0)
    stay.go(330)
    stay.both("feedback-over")
    stay.bridge.ask(Session.next)
    stay.bridge.ask(Session.agree, "P1", True)
    stay.go(30)
    stay.both("again")


def desk_end(stay: Stay) -> None:
    stay.to("set-up", 130, "P2")
    stay.desk("desk-behind")
    stay.page.show_ways()
    stay.desk("desk-ways")
    stay.page.show_sheet()
    stay.bridge.ask(Session.hide_digits, "P2", True)
    stay.to("practise", 90, "P2")
    stay.room("digits-hidden")
    for leader in ("P2", "P3", "P4", "P5"):
        stay.to("feedback", 60, leader)
        stay.write(NOTES[: int(leader[1])], leader)
    stay.write(NOTES * 4, "P5")
    stay.desk("desk-feedback-full")
    stay.to("debrief", 60)
    for capture, text, person in DEBRIEF:
        stay.bridge.ask(Session.note, capture, text, about=person, giver=person)
    stay.keep()
    stay.both("debrief")
    stay.go(410)
    stay.bridge.ask(Session.finish)
    stay.keep()
    stay.both("finished")


def review(stay: Stay) -> None:
    stay.show.ended.emit()
    page = stay.app.desk.review
    stay.desk("review-session")
    page.choose_page("P1")
    stay.desk("review-leader")
    page.show_saved("USB stick/2026-11-22-1000-leader-A.html")
    stay.desk("review-saved")
    page.choose_page("P5")
    stay.desk("review-leader-little")
    page.choose_page(TIMES)
    stay.desk("review-times")
    stay.app.go_home()


def interrupted(stay: Stay) -> None:
    stay.open(stay.wanted(starts=None))
    stay.to("feedback", 160, "P3")
    stay.app.go_home()
    stay.clock.go(120)
    stay.app.go_home()
    stay.desk("home-interrupted")


def crowded(stay: Stay) -> None:
    stay.open(stay.wanted(LONG, starts=None))
    stay.room("ready-crowded")
    stay.to("practise", 40, "P2")
    stay.both("practise-crowded")
    stay.to("feedback", 20, "P3")
    stay.write(NOTES, "P3")
    stay.both("feedback-crowded")
    stay.app.go_home()


def with_a_break(stay: Stay) -> None:
    """The break and the long countdown, which the shipped plan has not."""
    tree = json.loads(stay.plan.text)
    tree["segments"].insert(1, {"id": "pause", "title": "Break", "phases": [
        {"id": "break", "title": "Break", "time": "15:00", "kind": "break", "prompt": "Tea is next door."},
    ]})  # fmt: skip
    tree["total"] = "1:45:00"
    path = stay.data / "with-a-break.json"
    path.write_text(json.dumps(tree))
    stay.plan = find_plan(str(path), shipped_plans_dir(), stay.data / "plans")
    stay.open(stay.wanted(starts=None))
    stay.to("break", 200)
    stay.both("break")
    stay.show.screen.show_demo(4.0)
    stay.room("demonstration")
    stay.app.go_home()


def settings_and_plans(stay: Stay) -> None:
    stay.app.show_settings()
    stay.desk("settings")
    stay.app.make_plans()
    stay.app.plans.open(stay.plan.name)
    stay.desk("plans-shipped")
    page = stay.app.desk.plans
    page.show_copy(stay.plan.text)
    stay.desk("plans-own")
    page.bench.editor.open_phase(("segments", 1, "phases", 1))
    time.sleep(0.1)  # what was opened is brought into view a moment later
    stay.desk("plans-phase")
    page.bench.editor.head.more.click()
    page.bench.editor.do("add role", ("roles",))
    page.bench.editor.area.verticalScrollBar().setValue(0)
    stay.desk("plans-roles")
    page.bench.editor.head.details.turn_to(4)
    stay.desk("plans-cards")
    page.bench.editor.head.more.click()
    page.bench.let_go()
    plans_begun(stay)
    agenda(stay)
    stay.app.go_home()


def plans_begun(stay: Stay) -> None:
    """New plans: an empty one, one from a past session, one that the program lost sight of, one that is too full."""
    page = stay.app.desk.plans
    page.show_new()
    stay.desk("plans-empty")
    bench = page.bench
    bench.editor.do("add part", ("segments",))
    row = bench.editor.rows()[1]
    row.time.setText("soon")
    row.time.editingFinished.emit()
    bench.editor.do("add route", ("routes",))
    time.sleep(0.1)
    stay.desk("plans-other-way")
    bench.let_go()
    page.past_wanted.emit()
    stay.desk("plans-past")
    page.bench.columns.past.lines()[0].click()
    stay.desk("plans-from-past")
    crowded = Editing.new("A title that is as long as a title may be, which is eighty letters and not one more")
    for n in range(40):
        crowded = crowded.add_phase(("segments", 0, "phases", n))
    crowded = crowded.write(("segments", 0, "phases", 0, "title"), "Something that takes very many words to say, " * 2)
    page.show_unsaved("", crowded)
    page.bench.editor.area.verticalScrollBar().setValue(0)
    stay.desk("plans-crowded")
    page.ask_close()
    stay.desk("plans-leaving")
    page.bench.let_go()


def agenda(stay: Stay) -> None:
    """An agenda from another program, as it was read, and one in which a column is missing."""
    page = stay.app.desk.plans
    path = stay.data / "team-day.csv"
    path.write_text(AGENDA)
    stay.app.plans.take_in(str(path))
    stay.desk("agenda")
    page.agenda.read_as.emit(0, "nothing")
    stay.desk("agenda-without-times")
    page.agenda.left.emit()
    stay.app.plans.take_in(str(stay.data / "settings.json"))
    stay.desk("plans-broken-file")


def gate(stay: Stay) -> None:
    """A checklist that stands before a phase, in a plan that has one."""
    stay.plan = find_plan("mapping-15", shipped_plans_dir(), stay.data / "plans")
    stay.open(stay.wanted(starts=None))
    stay.both("gate")
    stay.app.go_home()


def walk(album: Album, theme: str, scale: float, sizes: Sizes, room: Sizes = ROOM) -> None:
    """Everything that one look shows."""
    stay = Stay(album, Path(_HOME.name), theme, scale, sizes, room)
    parts: tuple[Callable[[Stay], None], ...] = (home, settings_and_plans, set_up)
    for part in parts:
        part(stay)
    stay.clock.wall_ns = STARTS
    stay.open(stay.wanted())
    for part in (desk, desk_feedback, desk_end, review, interrupted, crowded, with_a_break, gate):
        part(stay)
    stay.close()
    print(f"{stay.tag}: done, {len(album.names)} pictures so far", flush=True)


def contact_sheet(folder: Path, names: list[str], columns: int = 8, wide: int = 320) -> QImage:
    """All pictures in small, with their names."""
    high, gap, words = round(wide * 0.75), 12, 18
    rows = -(-len(names) // columns)
    sheet = QImage(columns * (wide + gap) + gap, rows * (high + words + gap) + gap, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    font = QFont("Atkinson Hyperlegible Next")
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    for number, name in enumerate(names):
        x, y = gap + number % columns * (wide + gap), gap + number // columns * (high + words + gap)
        small = QImage(str(folder / f"{name}.png")).scaled(
            wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(x, y, small)
        painter.drawText(QRect(x, y + small.height(), wide, words), Qt.AlignmentFlag.AlignLeft, name)
    painter.end()
    return sheet


def few_colours(picture: QImage) -> QImage:
    """The same picture with 256 colours, those it has most of: a third of the size, and the eye sees no difference."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("I").tolist())
    table: dict[tuple[int, int, int], int] = {}
    for colour, _ in counted.most_common():
        near = tuple(part >> 3 for part in (qRed(colour), qGreen(colour), qBlue(colour)))
        table.setdefault(near, colour)  # type: ignore[arg-type]
        if len(table) == 256:
            break
    colours = [qRgb(qRed(c), qGreen(c), qBlue(c)) for c in table.values()]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither)


def application() -> QApplication:
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    return qt


def golden(folder: Path) -> int:
    """Only the pictures that the test suite compares with."""
    taken = Path(_HOME.name) / "taken"
    walk(Album(application(), taken), "paper", 1.0, ONE_SIZE, ONE_SIZE)
    folder.mkdir(parents=True, exist_ok=True)
    for name in GOLDEN:
        few_colours(QImage(str(taken / f"{name}.png"))).save(str(folder / f"{name}.png"))
    return 0


def main(chosen: Path, everything: Path) -> int:
    album = Album(application(), everything)
    walk(album, "paper", 1.0, DESK)
    walk(album, "night", 1.0, DESK)
    walk(album, "contrast", 1.0, DESK[:1])
    walk(album, "paper", 2.0, DESK[:1])
    contact_sheet(everything, album.names).save(str(everything / "contact-sheet.png"))
    chosen.mkdir(parents=True, exist_ok=True)
    for taken, called in CHOSEN.items():
        few_colours(QImage(str(everything / f"{taken}.png"))).save(str(chosen / f"{called}.png"))
    print(f"{len(album.names)} pictures in {everything}, {len(CHOSEN)} of them in {chosen}")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--golden"]:
        sys.exit(golden(Path(*sys.argv[2:3] or [str(ROOT / "tests" / "golden" / "pictures")]).resolve()))
    named = [Path(word).resolve() for word in sys.argv[1:3]]
    sys.exit(main(*named, *(ROOT / "docs" / "pictures", ROOT / "shots")[len(named) :]))
