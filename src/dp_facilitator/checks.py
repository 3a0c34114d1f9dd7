"""What the set-up page says about this computer."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dp_facilitator.live.awake import NOT_AWAKE
from dp_facilitator.live.computer import battery, has_room, newest_file, zone_is_known
from dp_facilitator.live.screen_names import identity, screen_of
from dp_facilitator.model.durations import SECOND
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.exports.words import day
from dp_facilitator.store.summary import iso
from dp_facilitator.ui.desk.setup_values import Check
from dp_facilitator.words import tr

ENOUGH_PERCENT = 80
YEARS = range(2024, 2100)
"""A clock outside these years has lost its battery, or was set by a slip."""
APART_NS = 120 * SECOND
"""A clock may be put back by so much without anything being wrong."""


def checks(desk: QWidget, data: Path, demo: Check, awake: bool | None, now: Moment) -> tuple[Check, ...]:
    """Second screen, how the demonstration went, power, sleep, clock, room on the disk, and where the notes stay.

    `awake` is whether the computer can be kept awake, None where that is not known.
    """
    stays = Check(tr("Notes stay on this computer, nothing is sent"))
    return (_second_screen(desk), demo, *_power(), *_sleep(awake), clock_check(data, now), *_disk(data), stays)


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


def clock_check(data: Path, now: Moment, known: bool | None = None) -> Check:
    """What the clock says, and whether it can be right: its year, its zone (`known`, else the system is asked), and
    that nothing in the folder of the sessions is newer than now."""
    told = tr("Clock: {time}, {day}").format(time=now.clock(), day=day(now))
    newest = newest_file(data)
    if _year(now) not in YEARS:
        return Check(tr("{clock}. That cannot be right: set date and time").format(clock=told), "warning")
    if newest is not None and newest > now.wall + APART_NS:
        last = now.at(now.ns + newest - now.wall)
        words = tr("{clock}, yet something was kept here at {time}, {day}: set date and time")
        return Check(words.format(clock=told, time=last.clock(), day=day(last)), "warning")
    if not (zone_is_known() if known is None else known):
        words = tr("{clock}. The time zone is not set: times of day may be hours out")
        return Check(words.format(clock=told), "warning")
    return Check(told)


def _year(moment: Moment) -> int:
    return int((iso(moment) or "0000")[:4])


def _disk(data: Path) -> tuple[Check, ...]:
    room = has_room(data)
    if room is None:
        return ()
    if room:
        return (Check(tr("Enough room on this computer")),)
    return (Check(tr("The disk is nearly full: free some space"), "warning"),)
