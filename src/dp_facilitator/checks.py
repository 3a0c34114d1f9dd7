"""What the set-up page says about this computer."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dp_facilitator.live.awake import NOT_AWAKE
from dp_facilitator.live.computer import battery, has_room
from dp_facilitator.live.screen_names import identity, screen_of
from dp_facilitator.ui.desk.setup_values import Check
from dp_facilitator.words import tr

ENOUGH_PERCENT = 80


def checks(desk: QWidget, data: Path, demo: Check, awake: bool | None) -> tuple[Check, ...]:
    """Second screen, how the demonstration went, power, sleep, room on the disk, and where the notes stay.

    `awake` is whether the computer can be kept awake, None where that is not known.
    """
    stays = Check(tr("Notes stay on this computer, nothing is sent"))
    return (_second_screen(desk), demo, *_power(), *_sleep(awake), *_disk(data), stays)


def _second_screen(desk: QWidget) -> Check:
    here = screen_of(desk)
    others = [s for s in QGuiApplication.screens() if here is None or not s.geometry().intersects(here.geometry())]
    if not others:
        return Check(tr("One screen only: the big screen opens in a window you can share"), "warning")
    size = others[0].geometry()
    return Check(
        tr("Second screen: {said}, {width} × {height}").format(
            said=identity(others[0]).said, width=size.width(), height=size.height()
        )
    )


def _power() -> tuple[Check, ...]:
    state = battery()
    if state is None:
        return ()
    percent, plugged = state
    if plugged:
        return (Check(tr("Plugged in")),)
    if percent >= ENOUGH_PERCENT:
        return (Check(tr("On battery, {percent} %").format(percent=percent)),)
    return (Check(tr("On battery, {percent} %: plug in for the session").format(percent=percent), "warning"),)


def _sleep(awake: bool | None) -> tuple[Check, ...]:
    if awake is None:
        return ()
    return (Check(tr("Stays awake while the session runs")) if awake else Check(tr(NOT_AWAKE), "warning"),)


def _disk(data: Path) -> tuple[Check, ...]:
    room = has_room(data)
    if room is None:
        return ()
    if room:
        return (Check(tr("Enough room on this computer")),)
    return (Check(tr("The disk is nearly full: free some space"), "warning"),)
