"""What a screen reader is told during a session, through the real program."""

from collections.abc import Callable

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.ui.desk.setup_values import Wanted

NAMES = ("Ana", "Ben", "Cai", "Dee", "Eli")


def test_it_speaks_at_the_moments_that_matter_and_never_of_seconds(
    start: Callable[[], App], clock: ManualClock
) -> None:
    app = start()
    text = (shipped_plans_dir() / "deliberate-practice-90.json").read_bytes()
    app.open_session(Wanted("deliberate-practice-90", text, NAMES))
    bridge = app.show.stage.bridge
    spoken: list[str] = []
    app.show.announcer.told.connect(spoken.append)

    def go(seconds: int) -> None:
        for _ in range(seconds):
            clock.go(1)
            bridge.tick()

    bridge.ask(Session.start)
    go(420)
    bridge.ask(Session.next)
    go(60)
    bridge.ask(Session.next)
    go(10)
    bridge.ask(Session.pause)
    go(30)
    bridge.ask(Session.resume)
    go(230 + 65)
    bridge.ask(Session.next)
    bridge.ask(Session.undo)
    assert spoken == [
        "welcome, 7:00",
        "One minute left",
        "Time is up",
        "Ana sets up, 1:00",
        "20 seconds left",
        "Time is up",
        "Ana practises, 4:00",
        "Paused",
        "Going on",
        "One minute left",
        "Time is up",
        "Over by 1:00",
        "feedback for Ana, 6:00",
        "Undone. Ana practises",
    ]
