"""Tab goes through a page as it is read: column by column, from above, also through what came later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QStackedWidget, QWidget


def stops(page: QWidget) -> list[QWidget]:
    """What Tab comes to on a page, in reading order, as its layouts set it."""
    return [widget for widget in _read(page) if _stops(widget)]


def step(page: QWidget, focus: QWidget | None, forwards: bool) -> QWidget | None:
    """The next stop from what has the focus, round the page; None where there is nothing to stop at.

    What has just gone or been switched off leaves the focus where it stood: to what it was in, what comes next there,
    or what came before.
    """
    order = stops(page)
    if not order:
        return None
    by = 1 if forwards else -1
    if focus in order:
        return order[(order.index(focus) + by) % len(order)]
    around = [n for n, one in enumerate(order) if focus is not None and one.isAncestorOf(focus)]
    if focus is not None and not (focus.isVisible() and focus.isEnabled()):
        return _where_it_stood(page, focus, order, forwards)
    return order[((around[-1] if around else -1 if forwards else 0) + by) % len(order)]


def _where_it_stood(page: QWidget, gone: QWidget, order: list[QWidget], forwards: bool) -> QWidget:
    around = [one for one in order if one.isAncestorOf(gone) and not isinstance(one, QScrollArea)]
    if around:
        return around[-1]
    every = list(_read(page, hidden=True))
    at = every.index(gone) if gone in every else 0
    after = [one for one in every[at:] if one in order]
    before = [one for one in every[:at] if one in order]
    near = (*after[:1], *before[-1:]) if forwards else (*before[-1:], *after[:1])
    return near[0]


def bring_into_view(widget: QWidget) -> None:
    """Scrolls whatever scrolls around a widget, so that all of it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 8, 12)
        around = around.parentWidget()


def _stops(widget: QWidget) -> bool:
    if isinstance(widget, QScrollArea) and not _scrolls(widget):
        return False
    by_tab = (widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) == Qt.FocusPolicy.TabFocus.value
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _scrolls(area: QScrollArea) -> bool:
    return area.verticalScrollBar().maximum() > 0 or area.horizontalScrollBar().maximum() > 0


def _read(widget: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    """A widget, then what is in it; also what is `hidden`, if asked."""
    if not hidden and not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QStackedWidget):
        inside: list[QWidget | None] = [widget.currentWidget()]
    elif isinstance(widget, QScrollArea):
        inside = [widget.widget()]
    elif isinstance(widget, QAbstractScrollArea):
        inside = []
    else:
        layout = widget.layout()
        inside = list(_laid_out(layout)) if layout is not None else []
        children = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
        loose = [one for one in children if one not in inside]
        loose.sort(key=lambda one: (one.y(), one.x()))
        inside += loose
    for one in inside:
        if one is not None:
            yield from _read(one, hidden=hidden)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout in its order: of a box as it stands, of a grid row by row."""
    items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    # A grid keeps its items in the order in which they were added.
    placed = sorted(items, key=lambda item: (item.geometry().y(), item.geometry().x())) if _is_grid(layout) else items
    for item in placed:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _is_grid(layout: QLayout) -> bool:
    return layout.inherits("QGridLayout")
