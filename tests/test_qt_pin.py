"""Why PySide6 is held below 6.12: there, each call that returns None takes one reference to None away."""

import sys

import PySide6
import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from Python 3.12 on")
def test_calls_that_return_none_give_their_reference_back() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    # With the fault this falls by 1000 and, after some minutes of countdown, Python aborts.
    assert sys.getrefcount(None) > before - 500


def test_the_installed_qt_is_one_that_was_tried() -> None:
    assert (6, 8, 3) <= PySide6.__version_info__[:3] < (6, 12)
