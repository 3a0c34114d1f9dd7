"""Displays that come and go on Qt's offscreen platform. For tests only: it uses Qt's private interface.

The platform plugin offers a function "setConfiguration" through the virtual table of its native interface; it
takes the very JSON that its configuration file would hold.
"""

import ctypes
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QJsonDocument
from PySide6.QtGui import QGuiApplication

_SLOT = 12
"""nativeResourceForIntegration stands after the twelve virtual functions of QObject."""


@dataclass(frozen=True, slots=True)
class Display:
    """One display, in logical pixels."""

    name: str
    x: int
    y: int
    width: int
    height: int
    dpi: int = 96

    def tree(self) -> dict[str, object]:
        place = {"name": self.name, "x": self.x, "y": self.y, "width": self.width, "height": self.height}
        return {**place, "logicalDpi": self.dpi, "logicalBaseDpi": 96, "dpr": 1.0}


class _Bytes(ctypes.Structure):
    """A QByteArray over memory that it does not own."""

    _fields_ = (("d", ctypes.c_void_p), ("ptr", ctypes.c_char_p), ("size", ctypes.c_ssize_t))


def available() -> bool:
    """Whether displays can be plugged here: only offscreen, and where Qt's libraries are found."""
    return QGuiApplication.platformName() == "offscreen" and _library("Gui").exists()


def plug(displays: Sequence[Display]) -> None:
    """Make these the displays that are there, from now on."""
    address = _function("setConfiguration", _interface())
    tree = json.dumps({"screens": [display.tree() for display in displays]})
    document = QJsonDocument.fromJson(tree.encode())
    # A QJsonObject is one shared pointer; it is never released, which costs some hundred bytes a call.
    held = (ctypes.c_void_p * 4)()
    as_object = ctypes.CDLL(str(_library("Core")))._ZNK13QJsonDocument6objectEv
    as_object.restype, as_object.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p]
    as_object(ctypes.addressof(held), shiboken6.getCppPointer(document)[0])
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(address)(ctypes.addressof(held), _interface())


def _library(name: str) -> Path:
    return Path(PySide6.__file__).parent / "Qt" / "lib" / f"libQt6{name}.so.6"


def _interface() -> int:
    native = ctypes.CDLL(str(_library("Gui")))._ZN15QGuiApplication23platformNativeInterfaceEv
    native.restype, native.argtypes = ctypes.c_void_p, []
    return int(native())


def _function(name: str, interface: int) -> int:
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0]
    virtual = ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))[_SLOT]
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(_Bytes))(virtual)
    key = name.encode()
    found = ask(interface, ctypes.byref(_Bytes(None, key, len(key))))
    if not found:
        raise RuntimeError(f"the platform has no {name}")
    return int(found)
