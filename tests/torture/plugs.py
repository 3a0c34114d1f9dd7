"""Unplugs and plugs a display a thousand times, or as often as the first argument says.

Run it with: python tests/torture/plugs.py. A countdown goes on meanwhile. It prints one line, and fails where
the desk was covered or the big screen was not back within three seconds.
"""

import os
import random
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from offscreen_screens import Display, plug
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from room_states import room

from dp_facilitator.live.screens import Placement
from dp_facilitator.paths import asset
from dp_facilitator.ui.big_screen.window import BigScreen
from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look, load_fonts
from dp_facilitator.ui.tokens import Sizes, load_tokens

LAPTOP = Display("laptop", 0, 0, 1366, 768)
PROJECTORS = (
    Display("projector", 1366, 0, 1920, 1080),
    Display("projector", 1366, 0, 1024, 768),
    Display("projector", -1280, 0, 1280, 800),
)
WITHIN_S = 3.0


def main(times: int) -> int:
    app = QApplication([])
    load_fonts(asset("fonts"))
    screen = BigScreen(Look(load_tokens(asset("themes", "night.json")), Sizes(), Icons(asset("icons"))))
    desk = QWidget()
    desk.setGeometry(20, 20, 1280, 700)
    desk.show()
    placement = Placement(desk)
    chance, slowest = random.Random(5), 0.0
    at = room().to("practise")
    for turn in range(times):
        display = chance.choice(PROJECTORS)
        for displays in ([LAPTOP], [LAPTOP, display] if chance.random() < 0.8 else [display, LAPTOP]):
            plug(displays)
            app.processEvents()
            if turn == 0 and len(displays) == 2:
                placement.place(screen)
            at.second += 0.1
            screen.show_session(at.session)
            screen.show_reading(at.reading)
            if screen.isFullScreen() and screen.isVisible() and screen.geometry().intersects(desk.geometry()):
                print(f"turn {turn}: the desk is covered")
                return 1
        begun = time.monotonic()
        wanted = QRect(display.x, display.y, display.width, display.height)
        while not (screen.isVisible() and screen.isFullScreen() and screen.geometry() == wanted):
            app.processEvents()
            if time.monotonic() - begun > WITHIN_S:
                print(f"turn {turn}: not back within three seconds ({placement.where})")
                return 1
        slowest = max(slowest, time.monotonic() - begun)
    print(f"{times} times unplugged and plugged; back after {slowest * 1000:.0f} ms at the slowest")
    placement.release()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
