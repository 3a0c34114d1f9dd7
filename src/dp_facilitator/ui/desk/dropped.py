"""A file that is dragged over a page."""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

_AGENDAS: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx"})


def dropped_file(event: QDropEvent) -> str:
    """The path of the one file that is being dragged, or nothing."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""


def is_agenda_file(path: str) -> bool:
    """Whether a file is a table by its name, to be looked at before a plan is made of it."""
    return Path(path).suffix.lower() in _AGENDAS
