"""What can be known of the computer before a session: battery and room on the disk."""

import shutil
from pathlib import Path

POWER = Path("/sys/class/power_supply")
ROOM_BYTES = 50_000_000


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
