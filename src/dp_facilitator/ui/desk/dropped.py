"""A file that is dragged over a page."""

from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent) -> str:
    """The path of the one file that is being dragged, or nothing."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
