"""At the desk nothing moves away from under the pointer, and nothing is lost on the way to another page and back."""

from collections.abc import Callable

import pytest
from pages import Tour, settle
from PySide6.QtCore import QPoint

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.ui.widgets.buttons import MainButton

Start = Callable[[], App]

BANNERS = (
    ("unstarted", "Should you have started? It was planned for 10:00.", ("It began on time",)),
    ("forgotten", "Should you have moved on? It has been 1:20 since “Practise” ended.", ("Yes, the next began then",)),
    ("behind", "2:20 behind. The rest can be made to fit, the same for everyone.", ("See how",)),
    ("agree", "Ask Ana: may the room see this one change while Ana practises again?", ("Yes, show it", "Keep it here")),
)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_a_banner_leaves_next_where_it_is(start: Start, clock: ManualClock, size: tuple[int, int]) -> None:
    app = start()
    app.desk.showNormal()
    app.desk.resize(*size)
    moved = []
    for state, page in Tour(app, clock).run():
        if state == "run, ready":
            app.show._awake.told.disconnect()  # whether this computer stays awake is another story
            page.room.show_awake("", True)
        page.banners.clear()
        page.later.hide()
        settle()
        button = next(b for b in page.verbs.findChildren(MainButton) if b.isVisible())
        before = button.mapTo(page, QPoint(0, 0))
        for name, words, choices in BANNERS:
            page.banners.ask(name, words, "warning", choices)
            settle()
            if button.mapTo(page, QPoint(0, 0)) != before:
                moved.append(f"{state}, {name}: {button.mapTo(page, QPoint(0, 0)).y() - before.y()}")
            page.banners.clear()
            settle()
    assert not moved, "\n".join(moved)
