"""What can be known of the computer before a session: battery and room on the disk."""

import shutil
from pathlib import Path

POWER = Path("/sys/class/power_supply")
ROOM_BYTES = 50_000_000


def battery(folder: Path = POWER) -> tuple[int, bool] | None:
    """Charge in percent and whether it is plugged in; None where there is no battery or it cannot be known."""
    try:
        for supply in sorted(folder.iterdir()):
            if (supply / "type").read_text().strip() == "Battery":
                status = (supply / "status").read_text().strip()
                return int((supply / "capacity").read_text()), status != "Discharging"
    except (OSError, ValueError):
        return None
    return None


def has_room(folder: Path) -> bool | None:
    """Whether there is room enough on the disk for many sessions; None where that cannot be known."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free >= ROOM_BYTES
    except OSError:
        return None
