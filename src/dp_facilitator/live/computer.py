"""What can be known of the computer before a session: battery, room on the disk, what its clock is set by."""

import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

POWER = Path("/sys/class/power_supply")
ROOM_BYTES = 50_000_000
NO_ZONE = ("", "-00", "Local time zone must be set--see zic manual page")
"""What a system calls its time zone when it has none."""


def battery(folder: Path = POWER) -> tuple[int, bool] | None:
    """Charge in percent and whether it is plugged in; None where there is no battery or it cannot be known.

    Of several batteries the charge is the mean. Only Linux tells this through files.
    """
    try:
        supplies = sorted(folder.iterdir())
    except OSError:
        return None
    found = [cell for supply in supplies if (cell := _cell(supply))]
    if not found:
        return None
    return sum(charge for charge, _ in found) // len(found), all(plugged for _, plugged in found)


def _cell(supply: Path) -> tuple[int, bool] | None:
    """Charge and whether it is plugged in, of one battery of the computer itself."""
    try:
        scope = supply / "scope"
        # A wireless mouse has a battery, too.
        of_a_device = scope.exists() and scope.read_text().strip() == "Device"
        if of_a_device or (supply / "type").read_text().strip() != "Battery":
            return None
        return int((supply / "capacity").read_text()), (supply / "status").read_text().strip() != "Discharging"
    except (OSError, ValueError):
        # A bay without its battery, or one that was taken out just now.
        return None


def has_room(folder: Path) -> bool | None:
    """Whether there is room enough on the disk for many sessions; None where that cannot be known."""
    try:
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        return shutil.disk_usage(folder).free >= ROOM_BYTES
    except OSError:
        return None


def newest_file(folder: Path) -> int | None:
    """When something was last written in this folder or one below it, by its files' times: wall time in ns; None
    where nothing was, or where it cannot be read."""
    times = []
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                times.append(Path(place, name).lstat().st_mtime_ns)
    return max(times, default=None)


def zone_is_known(local: Path = Path("/etc/localtime"), zone: str | None = None) -> bool:
    """Whether the computer has been told in which time zone it is. `zone` is its name; only Linux can be without."""
    name = time.localtime().tm_zone if zone is None else zone
    told = not sys.platform.startswith("linux") or "TZ" in os.environ or local.exists()
    return told and name not in NO_ZONE
