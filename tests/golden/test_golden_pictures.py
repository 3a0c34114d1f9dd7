"""The windows look as they did when somebody last looked at them, drawn with the bundled fonts.

The pictures are taken in a process of their own (scripts/shots.py), which has two displays and a clock that stands.
After a change that is meant: `bash scripts/shots.sh --golden`, look at each picture that changed, and commit them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "pictures"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.png"))

BLOCK = 12
"""Pixels: the pictures are compared in squares of this size, each by its mean."""

TOLERANCE = 14
"""Of 255. Another edge of a letter changes a square by 2 to 5; a word that moved or changed, by 30 and more."""


@pytest.fixture(scope="session")
def taken(tmp_path_factory):
    """A folder with the same pictures, taken now."""
    folder = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, str(ROOT / "scripts" / "shots.py"), "--golden", str(folder)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, env=plain, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def difference(one: QImage, other: QImage) -> tuple[int, QRect]:
    """How far apart the two are in the square where they differ most, 0 to 255, and that square."""
    painter = QPainter(one := one.convertToFormat(QImage.Format.Format_RGB32))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    squares = QSize(one.width() // BLOCK, one.height() // BLOCK)
    small = one.scaled(squares, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    worst, at = max(
        (max(QColor(small.pixel(x, y)).getRgb()[:3]), (x, y))
        for x in range(small.width())
        for y in range(small.height())
    )
    return worst, QRect(at[0] * BLOCK, at[1] * BLOCK, BLOCK, BLOCK)


def test_every_golden_picture_is_taken_and_none_is_left_over(taken):
    assert {path.stem for path in taken.glob("*.png")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_it_did(taken, name):
    now, then = QImage(str(taken / f"{name}.png")), QImage(str(GOLDEN / f"{name}.png"))
    assert now.size() == then.size()
    worst, place = difference(now, then)
    assert worst <= TOLERANCE, (
        f"{name}: differs by {worst} at {place.x()}, {place.y()}. Now: {taken / name}.png. "
        "If it is meant: bash scripts/shots.sh --golden, look, commit."
    )


def test_a_word_that_moved_by_three_pixels_is_seen(taken):
    then = QImage(str(GOLDEN / "room-practise-1366x768.png")).convertToFormat(QImage.Format.Format_RGB32)
    moved = then.copy()
    painter = QPainter(moved)
    painter.drawImage(QRect(3, 0, then.width(), 110), then, QRect(0, 0, then.width(), 110))
    painter.end()
    assert difference(moved, then)[0] > TOLERANCE
