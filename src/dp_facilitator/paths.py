"""Where things live: what ships with the app, and where this person's sessions are kept.

Nothing else asks the system for a place, and nothing here makes a folder.
"""

import os
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "dp-facilitator"
DATA_VARIABLE = "DP_FACILITATOR_DATA"
"""The environment variable that names another data folder."""

_PACKAGE = Path(__file__).resolve().parent


def _shipped(*parts: str) -> Path:
    """The path of a file that ships with the app, in an installed copy or in a checkout."""
    packaged = _PACKAGE / "_data"
    # An editable install has no _data folder: its files stand at the top of the checkout.
    root = packaged if packaged.is_dir() else _PACKAGE.parents[1]
    return root.joinpath(*parts)


def asset(*parts: str) -> Path:
    """The path of a file under assets/, such as `asset("fonts", "Inter-Bold.ttf")`; it is not checked."""
    return _shipped("assets", *parts)


def shipped_plans_dir() -> Path:
    """The folder of the session plans that ship with the app."""
    return _shipped("sessions")


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one person's data; all absolute, none of them need exist yet."""

    data: Path

    @property
    def sessions(self) -> Path:
        """The folder with one folder a session."""
        return self.data / "sessions"

    @property
    def plans(self) -> Path:
        """The folder of this person's own session plans."""
        return self.data / "plans"

    @property
    def unsaved(self) -> Path:
        """The folder of the plan that is being changed and not saved yet."""
        return self.data / "unsaved"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.data / "settings.json"

    @property
    def deletions(self) -> Path:
        """The log that says which sessions were deleted, and when."""
        return self.data / "deleted.log"

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data / "logs"


def places(data_dir: Path | None = None) -> Places:
    """The places under `data_dir`, else under $DP_FACILITATOR_DATA, else under the system's usual folder."""
    named = data_dir or os.environ.get(DATA_VARIABLE)
    if named:
        return Places(Path(named).expanduser().absolute())
    # Imported here since it is not needed when the folder is named, and start-up counts every import.
    from platformdirs import user_data_dir

    return Places(Path(user_data_dir(APP_NAME, appauthor=False)))


def fallbacks() -> tuple[Path, ...]:
    """Other folders to keep a session in when its own can no longer be written, best first.

    They may not exist and are not checked. The last one is in the shared temporary folder: make it with mode
    0700 and refuse it if it belongs to somebody else.
    """
    from platformdirs import user_state_dir

    # Without a user id (Windows) the temporary folder is already this person's own.
    mine = f"{APP_NAME}-{os.getuid()}" if hasattr(os, "getuid") else APP_NAME
    return (
        Path(user_state_dir(APP_NAME, appauthor=False)) / "sessions",
        _temporary() / mine,
    )


def _temporary() -> Path:
    """The system's folder for temporary files."""
    usual = os.environ.get("TMPDIR") or "/tmp"
    if os.name == "posix" and os.path.isabs(usual) and os.access(usual, os.W_OK | os.X_OK):
        return Path(usual)
    import tempfile  # only here: it knows every system, and takes as long to read as all of this room

    return Path(tempfile.gettempdir())
