"""Looks whether every word of a page can be read: nothing cut, nothing hidden, nothing over something else."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from dp_facilitator.ui.widgets.big_button import BigButton
from dp_facilitator.ui.widgets.digits import Digits
from dp_facilitator.ui.widgets.following import FollowingButton
from dp_facilitator.ui.widgets.pills import Pill
from dp_facilitator.ui.widgets.text import BREAK, Words

LEAVES = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, Digits)
SLACK = 2
"""Pixels by which a font's own measure may be off."""


def unread(page: QWidget) -> list[str]:
    """What cannot be read on a page, in words; nothing where all is well."""
    shown = [w for w in page.findChildren(QWidget) if w.isVisible() and isinstance(w, LEAVES)]
    found = [f"{_name(w)}: {why}" for w in shown for why in (*_cut(w), *_outside(w, page))]
    return found + [f"{_name(a)} over {_name(b)}" for a, b in _over(shown)]


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    return f"{type(widget).__name__} “{said[:60]}”"


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, BigButton):
        setting = widget._set(widget.width())
        if "".join(setting.lines).replace(" ", "") != widget.words().replace(" ", ""):
            yield f"shows only {setting.lines}"
        if len(setting.lines) * setting.step > widget.height():
            yield "lines are cut"
    elif isinstance(widget, QCheckBox | QRadioButton | FollowingButton):
        yield from _cut_button(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    room = label.contentsRect().size()
    if label.wordWrap():
        words = max(label.fontMetrics().horizontalAdvance(word) for word in text.replace(BREAK, " ").split() or [""])
        if words > room.width() + SLACK:
            yield f"a word of {words} in {room.width()}"
        high = label.heightForWidth(label.width())
        if high > label.height() + SLACK:
            yield f"{high} high in {label.height()}"
    elif isinstance(label, Pill):
        if label.width() < label.minimumSizeHint().width() or (label.text() != label.whole_text() and not _tip(label)):
            yield "is cut"
    else:
        wide = label.fontMetrics().horizontalAdvance(text)
        if wide > room.width() + SLACK:
            yield f"{wide} wide in {room.width()}"
    if label.fontMetrics().height() > label.height() + SLACK:
        yield f"a line of {label.fontMetrics().height()} in {label.height()}"
    if isinstance(label, Words) and label.text().replace(BREAK, "") != label.whole_text() and not _tip(label):
        yield "is elided and has no tooltip"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    words = button.words() if isinstance(button, FollowingButton) else button.text().replace("&&", "&")
    if not button.text():
        return
    option = QStyleOptionButton()
    option.initFrom(button)
    part = {QCheckBox: QStyle.SubElement.SE_CheckBoxContents, QRadioButton: QStyle.SubElement.SE_RadioButtonContents}
    element = next((p for kind, p in part.items() if isinstance(button, kind)), QStyle.SubElement.SE_PushButtonContents)
    room = button.style().subElementRect(element, option, button).width()
    wide = button.fontMetrics().horizontalAdvance(words)
    tip = _tip(button)
    if wide > room + SLACK and words not in tip and (not tip or button.accessibleName() not in tip):
        yield f"{wide} wide in {room}, without the rest in a tooltip"


def _tip(widget: QWidget) -> str:
    document = QTextDocument()
    document.setHtml(widget.toolTip())
    return document.toPlainText()


def _outside(widget: QWidget, page: QWidget) -> Iterator[str]:
    """What stands out of the page, or out of a part that does not scroll to it."""
    rect, inside = QRect(QPoint(0, 0), widget.size()), widget
    while inside is not page:
        holder = inside.parentWidget()
        assert holder is not None
        rect = rect.translated(inside.pos())
        area = holder.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
            if not isinstance(area, QScrollArea) or area.widget() is not inside:
                return
            hidden = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if inside.width() > holder.width() + SLACK and area.horizontalScrollBarPolicy() == hidden:
                yield f"{inside.width()} wide in a part of {holder.width()}"
            # From here on the whole part stands for it: it scrolls up and down.
            rect = QRect(QPoint(0, 0), area.size())
            inside = area
            continue
        if not holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            yield f"stands out of its {type(holder).__name__}: {rect.getRect()} in {holder.rect().getRect()}"
            return
        inside = holder


def _over(shown: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    places = [(w, QRect(w.mapTo(w.window(), QPoint(0, 0)), w.size()) & _seen(w)) for w in shown]
    for (one, a), (other, b) in combinations(places, 2):
        both = a & b
        apart = one.isAncestorOf(other) or other.isAncestorOf(one)
        if not apart and both.width() > SLACK and both.height() > SLACK:
            yield one, other


def _seen(widget: QWidget) -> QRect:
    region = widget.visibleRegion().boundingRect()
    return region.translated(widget.mapTo(widget.window(), QPoint(0, 0)))
