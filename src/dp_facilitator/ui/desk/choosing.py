"""Choosing a file or a folder. Only on pages where no session runs: a box may not stand in the way of one."""

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dp_facilitator.words import tr

# The system's own dialog can stop the whole program while it is open.
OWN = QFileDialog.Option.DontUseNativeDialog


def choose_source(parent: QWidget, folder: Path) -> str:
    """The path of a plan file or an agenda; empty when none was chosen."""
    start = str(folder) if os.path.isdir(folder) else str(Path.home())
    both = tr("Plans and agendas (*.json *.csv *.tsv *.txt *.xlsx)")
    some = (both, tr("Session plans (*.json)"), tr("Agendas (*.csv *.tsv *.txt *.xlsx)"), tr("All files (*)"))
    words = tr("Open a plan or an agenda")
    path, _ = QFileDialog.getOpenFileName(parent, words, start, ";;".join(some), options=OWN)
    return path


def choose_paper(parent: QWidget, name: str) -> Path | None:
    """Where to save a file to print, with the ending that its name has; None when nowhere was chosen."""
    ending = Path(name).suffix
    kinds = tr("Word files (*.docx)") if ending == ".docx" else tr("PDF files (*.pdf)")
    words = tr("Save on paper")
    path, _ = QFileDialog.getSaveFileName(parent, words, str(Path.home() / name), kinds, options=OWN)
    return (Path(path) if path.lower().endswith(ending) else Path(f"{path}{ending}")) if path else None


def choose_folder(parent: QWidget, question: str) -> Path | None:
    """A folder to save in, asked for in these words; None when none was chosen."""
    dialog = QFileDialog(parent, question, str(Path.home()))
    dialog.setOptions(OWN | QFileDialog.Option.ShowDirsOnly)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Shown:"))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Save here"))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def choose_save(parent: QWidget, name: str) -> Path | None:
    """Where to write a plan as a file; None when nowhere was chosen. The dialog asks before it writes over one."""
    start = str(Path.home() / f"{name}.json")
    path, _ = QFileDialog.getSaveFileName(
        parent, tr("Export the plan"), start, tr("Session plans (*.json)"), options=OWN
    )
    return (Path(path) if path.lower().endswith(".json") else Path(f"{path}.json")) if path else None
