"""The yardstick: the smallest PySide6 program that shows a 1920×1080 window: one label, set once a second."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel


class FirstPaint(QObject):
    """Says "painted" on standard output once a window has been painted for the first time."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The filter is asked before the painting: the next turn of the loop comes after it.
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print("painted", flush=True)


class Label(QLabel):
    """The window: it counts."""

    def count(self) -> None:
        self.setText(str(int(self.text()) + 1))


def main() -> int:
    app = QApplication(sys.argv[:1])
    label = Label("0")
    label.resize(1920, 1080)
    FirstPaint(label)
    timer = QTimer(label)
    timer.timeout.connect(label.count)
    timer.start(1000)
    label.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
