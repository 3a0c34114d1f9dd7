"""Whether a command can write the file it was given, looked at before it does any work."""

from pathlib import Path

from dp_facilitator.model.mistakes import refuse
from dp_facilitator.store.looking import is_folder
from dp_facilitator.words import tr


def check_place(out: Path) -> None:
    """Refuses a place where no file can be: none named, a folder, or in a folder that is not there.

    StoreError where one cannot look.
    """
    place = f"--out {out}"
    if not out.name or is_folder(out):
        raise refuse(tr("cannot be written: it is a folder."), tr("Name a file in it."), place)
    if not is_folder(out.parent):
        reason = tr("cannot be written: there is no folder “{folder}”.").format(folder=out.parent)
        raise refuse(reason, tr("Make it, or choose another."), place)
