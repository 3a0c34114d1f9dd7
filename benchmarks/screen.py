"""A screen to measure on: Xvfb where there is one, else Qt's off-screen platform."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "3840x1080x24"
"""Room for both windows at 1920×1080, side by side."""


@contextmanager
def screen() -> Iterator[tuple[dict[str, str], str]]:
    """The environment in which programs are to be started, and what the screen is called; ends it afterwards."""
    base = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    if shutil.which("Xvfb") is None:
        yield base | {"QT_QPA_PLATFORM": "offscreen"}, "off-screen"
        return
    near, far = os.pipe()
    command = ["Xvfb", "-displayfd", str(far), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(far,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(far)
    try:
        with os.fdopen(near) as told:
            number = told.readline().strip()
        yield base | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}, "Xvfb 1920×1080, twice"
    finally:
        server.terminate()
        server.wait(10)
