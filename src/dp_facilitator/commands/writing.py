"""Whether a command can write the file it was given, looked at before it does any work."""

from pathlib import Path

from dp_facilitator.model.mistakes import refuse


def check_place(out: Path) -> None:
    """Refuses a place where no file can be: none named, a folder, or in a folder that is not there."""
    place = f"--out {out}"
    if not out.name or out.is_dir():
        raise refuse("cannot be written: it is a folder.", "Name a file in it.", place)
    if not out.parent.is_dir():
        raise refuse(f"cannot be written: there is no folder “{out.parent}”.", "Make it, or choose another.", place)
