"""The way of the Tab key through widgets that come, go and change places."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_through(layout: QLayout, first: QWidget | None = None) -> None:
    """Lets Tab go through a layout as one reads it, after `first` where one is given."""
    found = [first] if first is not None else []
    _collect(layout, found)
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)


def _collect(layout: QLayout, found: list[QWidget]) -> None:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            _collect(inner, found)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(widget)
            elif (own := widget.layout()) is not None:
                _collect(own, found)
