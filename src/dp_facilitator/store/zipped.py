"""What is inside a zipped document (.docx, .xlsx), taken out within bounds: a zip bomb is refused, not unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from dp_facilitator.store.errors import StoreError
from dp_facilitator.words import marked, tr

MOST_MEMBERS: Final = 1_000
MOST_BYTES: Final = 25 << 20
"""Bytes of all members together, as read and not as the file claims."""
MOST_RATIO: Final = 100
"""How many times larger than in the file; what is under a megabyte may be packed tighter."""
_AGAIN: Final = marked("Save it again in the program it is from.")
_SMALL: Final = 1 << 20
_ENCRYPTED: Final = 0x1
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def unzipped(raw: bytes, file: str) -> dict[str, bytes]:
    """Each member by its name. StoreError for a damaged, locked or overgrown one, and for XML that defines entities.

    `file` is its name, for the words of the error.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS:
                raise _overgrown(file)
            found: dict[str, bytes] = {}
            left = MOST_BYTES
            for entry in entries:
                content = _read(archive, entry, left, file)
                left -= len(content)
                found[entry.filename] = content
    except _FAULTS:
        raise StoreError(file, tr("is damaged and cannot be unpacked"), tr(_AGAIN)) from None
    for name, content in found.items():
        if name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content):
            raise StoreError(file, tr("has XML in it that such a file never has"), tr(_AGAIN))
    return found


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file of these members, always the same bytes for the same members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, file: str) -> bytes:
    if entry.flag_bits & _ENCRYPTED:
        raise StoreError(file, tr("is locked with a password"), tr("Save a copy without the password."))
    with archive.open(entry) as member:
        # Bounded, since the sizes that the file itself states may be lies.
        content = member.read(left + 1)
    if len(content) > left or (len(content) > _SMALL and len(content) > MOST_RATIO * max(1, entry.compress_size)):
        raise _overgrown(file)
    return content


def _overgrown(file: str) -> StoreError:
    return StoreError(file, tr("unpacks to far more than such a file holds"), tr(_AGAIN))
