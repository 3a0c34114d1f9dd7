"""Facts as journal entries, and back: the one place that knows how the record is written."""

from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from dp_facilitator.words import tr

from . import facts as f
from .mistakes import refuse

Entry = tuple[str, dict[str, Any], dict[str, Any]]
"""Kind, stamp and rest of a fact, as plain JSON values."""

KINDS: Final[dict[str, type[f.Fact]]] = {
    kind.__name__.lower(): kind for family in (f.TimingFact, f.RecordFact, f.Sign) for kind in family.__subclasses__()
} | {"opened": f.Opened, "undone": f.Undone, "redone": f.Redone}


def entry(fact: f.Fact) -> Entry:
    """A fact as plain values."""
    kind = type(fact).__name__.lower()
    body = _adapter(kind).dump_python(fact, mode="json")
    return kind, body.pop("at"), body


def fact(kind: str, stamp: dict[str, Any], body: dict[str, Any]) -> f.Fact:
    """The fact in an entry. Raises Refused for a kind or a shape that this version does not know."""
    if kind not in KINDS:
        raise refuse(
            tr("holds “{kind}”, which this version does not know.").format(kind=kind[:40]),
            tr("Open it with a newer version."),
        )
    try:
        return _adapter(kind).validate_python({**body, "at": stamp})
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise refuse(
            tr("holds a “{kind}” that cannot be read.").format(kind=kind), tr("Use a copy of it."), place
        ) from None


@cache
def _adapter(kind: str) -> TypeAdapter[f.Fact]:
    return TypeAdapter(KINDS[kind])
