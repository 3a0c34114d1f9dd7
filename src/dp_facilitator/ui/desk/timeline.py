"""The whole session as a picture: planned above, actual below, on one axis of time."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.text import plain_tip
from dp_facilitator.words import tr

from .spans import Picture, Span, picture
from .timeline_blocks import paint_block, paint_frame
from .timeline_words import captions, picture_words, span_words, ticks, turn_captions

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Timeline(QWidget):
    """Two rows of blocks to scale: what was planned at the start, and what ran, stood still or is to come.

    Those who joined later are named above the second row, since the first cannot have them. Pauses are hatched,
    overtime is outlined, the step under way has a frame and a mark; clock times stand below. A tip names the block
    under the pointer; the accessible description says it all in words.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._session: Session | None = None
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)
        self.setAccessibleName(tr("The session as a picture"))
        look.changed.connect(self._dress)

    def show_session(self, session: Session, reading: Reading | None, now: Moment) -> None:
        """Draws a session as it stands; with a reading, at the reading's moment."""
        now = reading.now if reading else now
        self._session = session
        self._picture = picture(session, now)
        words = picture_words(session, self._picture, now)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
        self.setFixedHeight(self._high())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._high())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time goes, also where words go the other way
        painter.setFont(self._look.font(self._look.sizes.small))
        planned, actual = self._rows()
        self._paint_titles(painter, planned, actual)
        self._paint_captions(painter, planned, self._picture.planned)
        self._paint_captions(painter, actual, self._picture.joined)
        for row, spans in ((planned, self._picture.planned), (actual, self._picture.actual)):
            for span in spans:
                paint_block(painter, self._look, span, self._box(span, row))
        self._paint_mark(painter, actual)
        self._paint_axis(painter, actual)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            span = self._span_at(QPointF(event.pos()))
            words = span_words(self._session, span) if span and self._session else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._high())
        self.update()

    def _high(self) -> int:
        """Pixels it needs at its present width."""
        extra = (0 if self.width() >= self._wide() else 1) + self._has_line_between()
        extra *= self._line()
        return 2 * self._thick() + 2 * self._line() + self._look.px(22) + extra

    def _wide(self) -> int:
        """From so many pixels on, the names of the rows stand at their left."""
        return self._look.px(560)

    def _has_line_between(self) -> bool:
        """Whether there are words between the rows: the name of the second one, or of those who joined."""
        return self.width() < self._wide() or bool(self._picture and self._picture.joined)

    def _titles_wide(self) -> int:
        metrics = QFontMetrics(self._look.font(self._look.sizes.small))
        return max(map(metrics.horizontalAdvance, (_planned_words(), _actual_words()))) + self._look.px(14)

    def _thick(self) -> int:
        return self._look.px(22)

    def _line(self) -> int:
        return self._look.px(20)

    def _rows(self) -> tuple[QRectF, QRectF]:
        """Where the planned and the actual row stand."""
        wide = self.width() >= self._wide()
        left = self._titles_wide() if wide else 2
        top = self._line() * (1 if wide else 2)
        gap = self._look.px(12) + (self._line() if self._has_line_between() else 0)
        planned = QRectF(left, top, self.width() - left - 2, self._thick())
        return planned, planned.translated(0, self._thick() + gap)

    def _x(self, ns: int, row: QRectF) -> float:
        if self._picture is None:
            return row.left()
        starts, ends = self._picture.starts.ns, self._picture.ends.ns
        return row.left() + row.width() * (ns - starts) / max(1, ends - starts)

    def _box(self, span: Span, row: QRectF) -> QRectF:
        left, right = self._x(span.starts, row), self._x(span.ends, row)
        return QRectF(left, row.top(), max(1.5, right - left - 1), row.height())

    def _span_at(self, spot: QPointF) -> Span | None:
        if self._picture is None:
            return None
        rows = zip(self._rows(), (self._picture.planned, self._picture.actual), strict=True)
        return next((s for row, spans in rows for s in spans if self._box(s, row).contains(spot)), None)

    def _paint_titles(self, painter: QPainter, planned: QRectF, actual: QRectF) -> None:
        painter.setPen(self._look.colour("muted"))
        wide = self.width() >= self._wide()
        for words, row, lines in ((_planned_words(), planned, 2), (_actual_words(), actual, 1)):
            above = QRectF(0, row.top() - lines * self._line(), row.width(), self._line())
            painter.drawText(QRectF(0, row.top(), row.left(), row.height()) if wide else above, _LEFT, words)

    def _paint_captions(self, painter: QPainter, row: QRectF, spans: tuple[Span, ...]) -> None:
        """Whose turn it is, above a row: name, letter, or nothing where there is no room."""
        if not spans or self._session is None:
            return
        painter.setPen(self._look.colour("ink"))
        measure = QFontMetrics(painter.font()).horizontalAdvance
        turns = [
            (self._x(starts, row), self._x(ends, row), names)
            for starts, ends, names in turn_captions(self._session, spans)
        ]
        rooms = tuple((int(right - left - 4), names) for left, right, names in turns)
        taken = measure(_actual_words()) + 8 if row.left() < self._titles_wide() and spans[0].kind != "planned" else 0
        for (left, right, _), words in zip(turns, captions(rooms, measure), strict=True):
            if left < taken:  # there stands the name of the row
                continue
            box = QRectF(left, row.top() - self._line(), right - left, self._line())
            painter.drawText(box, _LEFT, words)

    def _paint_mark(self, painter: QPainter, row: QRectF) -> None:
        """A frame around the step under way, and a mark at the present moment."""
        if self._picture is None or self._picture.step is None or self._picture.now is None:
            return
        key = self._picture.step.key
        around = QRectF()
        for span in self._picture.actual:
            if span.step.key == key:
                around = around.united(self._box(span, row))
        paint_frame(painter, self._look, around, self._x(self._picture.now.ns, row))

    def _paint_axis(self, painter: QPainter, row: QRectF) -> None:
        """Clock times at both ends, and between them as many round ones as there is room for."""
        if self._picture is None:
            return
        look, first, last = self._look, self._picture.starts, self._picture.ends
        top = row.bottom() + look.px(8)
        whole = QRectF(row.left(), top, row.width(), self._line())
        painter.setFont(look.font(look.sizes.small, 600))
        painter.setPen(look.colour("ink"))
        painter.drawText(whole, _LEFT, first.clock())
        painter.drawText(whole, _RIGHT, last.clock())
        wide = painter.fontMetrics().horizontalAdvance("00:00") + look.px(16)
        painter.setFont(look.font(look.sizes.small))
        painter.setPen(look.colour("muted"))
        for at in ticks(first, last, row.width() / (wide * 1.2)):
            x = self._x(at.ns, row)
            if row.left() + wide * 1.3 < x < row.right() - wide * 1.3:
                painter.drawLine(QPointF(x, row.bottom() + 4), QPointF(x, top + 2))
                painter.drawText(QRectF(x - wide / 2, top, wide, self._line()), _MIDDLE, at.clock())


def _planned_words() -> str:
    return tr("Planned at the start")


def _actual_words() -> str:
    return tr("Actual")
