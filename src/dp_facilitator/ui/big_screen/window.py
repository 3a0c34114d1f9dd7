"""The window that the room sees."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.ui.big_screen.demo import demo_face
from dp_facilitator.ui.big_screen.face import Face
from dp_facilitator.ui.big_screen.words import Faced, faced
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import marked, tr

NAME = marked("Big screen")


class BigScreen(QWidget):
    """One state at a time, large, and nothing to click. It takes values in and asks for nothing.

    Signals: face_changed(object), the Faced that is shown from now on, for the preview; resized(QSize);
    closed(), when somebody closed the window.
    """

    face_changed = Signal(object)
    resized = Signal(QSize)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look = look
        self._face = Face(look)
        self._session: Session | None = None
        self._reading: Reading | None = None
        self._blank = False
        self._nudge = False
        self._demo: float | None = None
        self.setWindowTitle(tr(NAME))
        self.setAccessibleName(tr(NAME))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # Keys belong to the desk, also when a window manager would hand them to whatever was opened last.
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setMinimumSize(320, 180)
        look.changed.connect(self._dress)

    def faced(self) -> Faced:
        """What is shown now."""
        return self._face.faced

    def face(self) -> Face:
        """The picture, for measuring it."""
        return self._face

    def show_session(self, session: Session) -> None:
        """Show another state of a session; with the last reading until the next one comes."""
        self._session = session
        self._refresh()

    def show_reading(self, reading: Reading) -> None:
        """Show what the clock says now."""
        self._reading = reading
        self._refresh()

    def show_demo(self, elapsed_s: float | None) -> None:
        """The demonstration, so many seconds into it; None ends it."""
        self._demo = elapsed_s
        self._refresh()

    def blank(self, on: bool) -> None:
        """Nothing but the dark, or what was there before."""
        self._blank = on
        self._refresh()

    def is_blank(self) -> bool:
        return self._blank

    def nudge(self, on: bool) -> None:
        """ "This is practical space" in place of the instruction; the countdown goes on."""
        self._nudge = on
        self._refresh()

    def is_nudging(self) -> bool:
        return self._nudge

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._face.resize(self.width(), self.height())
        self.resized.emit(event.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._face.paint(painter, event.region())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        # Told afterwards: whoever shows the window again would do so while it is being closed.
        QTimer.singleShot(0, self, self._tell_closed)

    def _refresh(self) -> None:
        shown = self._now()
        if shown == self._face.faced:
            return
        for part in self._face.show(shown):
            self.update(part.toAlignedRect())
        # Never a second: a screen reader would read each one out.
        name = f"{tr(NAME)}. {shown.said}" if shown.said else tr(NAME)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.face_changed.emit(shown)

    def _now(self) -> Faced:
        if self._blank:
            return Faced("blank")
        if self._demo is not None:
            return demo_face(self._demo)
        if self._session is None or self._reading is None:
            return Faced("blank")
        if not _agree(self._session, self._reading):
            # One came before the other: what is there stays until both say the same.
            return self._face.faced
        return faced(self._session, self._reading, nudged=self._nudge)

    @Slot()
    def _tell_closed(self) -> None:
        self.closed.emit()

    @Slot()
    def _dress(self) -> None:
        self._face.dress()
        self.update()


def _agree(session: Session, reading: Reading) -> bool:
    """Whether the reading is of this state of the session."""
    return reading.step == session.course.step and reading.status == session.status
