"""Looks, before Qt is imported, whether Qt can start here at all.

Without a system library Qt ends the whole process with a text that does not name it. Loading Qt's own files
by hand first gives an ordinary error that does.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from dp_facilitator.words import marked, tr

PACKAGES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The Debian package that holds each library Qt asks for, by the library's file name."""

NO_SCREEN = marked(
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): start the app from a desktop, "
    "or use `dp-facilitator rehearse`, which needs no screen."
)
NO_QT = marked("PySide6 is not installed: install the app with `pip install .` in its folder.")

Load = Callable[[str], object]


def missing_library(environ: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> str | None:
    """One sentence that says what Qt lacks and which package to install, or None when it can start.

    Asks for a screen unless QT_QPA_PLATFORM names a platform that needs none. Only Linux is looked at:
    elsewhere Qt brings all it needs. Never raises.
    """
    if not sys.platform.startswith("linux"):
        return None
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return tr(NO_QT)
    qt = Path(next(iter(spec.submodule_search_locations)), "Qt")
    plugins = _screen_plugins(environ)
    if plugins == []:
        return tr(NO_SCREEN)
    trouble = _trouble(qt / "lib" / "libQt6Widgets.so.6", load)
    if trouble or plugins is None:
        return trouble
    troubles = [_trouble(qt / "plugins" / "platforms" / plugin, load) for plugin in plugins]
    # Qt goes on to the next plugin when one does not load, so one that loads is enough.
    return troubles[0] if all(troubles) else None


def _screen_plugins(environ: Mapping[str, str]) -> list[str] | None:
    """The platform plugins Qt may use on this screen; empty without a screen; None where none is needed."""
    wanted = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if wanted and not wanted.startswith(("xcb", "wayland")):
        return None
    plugins = []
    if environ.get("DISPLAY") and not wanted.startswith("wayland"):
        plugins.append("libqxcb.so")
    if environ.get("WAYLAND_DISPLAY") and wanted != "xcb":
        plugins.append("libqwayland.so")
    return plugins


def _trouble(library: Path, load: Load) -> str | None:
    """What stops `library` from loading, as a sentence, or None."""
    try:
        load(str(library))
    except OSError as error:
        return sentence(str(error))
    return None


def sentence(error: str) -> str:
    """The loader's error text in plain words, with the package to install where it is known."""
    found = re.match(r"(?P<soname>[^\s:/]+): cannot open shared object file", error)
    if found is None:
        return tr("Qt cannot be loaded on this machine: {error}.").format(error=error)
    soname = found["soname"]
    package = PACKAGES.get(soname)
    if package is None:
        return tr("The library {soname} is missing: install the package of your system that holds it.").format(
            soname=soname
        )
    return tr("The library {soname} is missing: install it with `sudo apt install {package}`.").format(
        soname=soname, package=package
    )
