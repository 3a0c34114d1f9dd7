"""The yardstick: the smallest PySide6 program that shows a 1920×1080 window with one label set once a second."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


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


def main() -> int:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1920, 1080)
    label = QLabel("0", window)
    label.resize(400, 100)
    label.paint = FirstPaint(window)
    timer = QTimer(window)
    timer.timeout.connect(lambda: label.setText(str(int(label.text()) + 1)))
    timer.start(1000)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
