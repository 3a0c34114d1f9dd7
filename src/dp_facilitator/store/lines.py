"""One checksummed line of a journal: `{"n":12,"k":"noted","t":{…},"d":{…},"c":"da50ea6b"}` and a line feed.

c is the CRC-32 of every byte before `,"c"`, so any single damaged byte shows.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn
from zlib import crc32

FIRST = "journal.jsonl"
"""The first file of a session's lines."""
_END = b',"c":"%08x"}\n'
_END_SIZE = 17
_START = re.compile(r'\{"n":(0|[1-9][0-9]{0,15}),"k":("(?:[^"\\\x00-\x1f]|\\.)*"),"t":')
_BETWEEN = ',"d":'


class BadLine(ValueError):  # noqa: N818 - it names the line, not the mishap
    """A line that is not exactly what `encode` would have written; its text says why."""


class Line(NamedTuple):
    """One entry. n: its place from 0; kind: the fact's name; stamp: when it was; data: what it says."""

    n: int
    kind: str
    stamp: dict[str, Any]
    data: dict[str, Any]


def encode(n: int, kind: str, stamp: Mapping[str, object], data: Mapping[str, object]) -> bytes:
    """The line's bytes. A lone surrogate becomes U+FFFD; ValueError for NaN and infinities, TypeError for
    what JSON does not know.
    """
    if type(n) is not int or not 0 <= n < 10**16:
        raise ValueError(f"n must be a whole number from 0, not {n!r}")
    parts = {"n": n, "k": kind, "t": dict(stamp), "d": dict(data)}
    text = json.dumps(parts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))[:-1]
    try:
        body = text.encode()
    except UnicodeEncodeError:  # two halves of a character join here, half a one is replaced
        body = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    return body + _END % crc32(body)


def decode(line: bytes) -> Line:
    """The entry in `line`, which ends with its line feed; BadLine when a byte is not as `encode` wrote it."""
    body = line[:-_END_SIZE]
    if line[-_END_SIZE:] != _END % crc32(body):
        raise BadLine("the checksum does not match")
    try:
        text = body.decode()
        start = _START.match(text)
        if start is None:
            raise BadLine("it does not start with a number and a kind")
        number, kind = start.groups()
        stamp, end = _scan(text, start.end())
        if not text.startswith(_BETWEEN, end):
            raise BadLine("its data is missing")
        data, end = _scan(text, end + len(_BETWEEN))
        if end != len(text) or type(stamp) is not dict or type(data) is not dict:
            raise BadLine("its stamp or its data is not an object")
        return Line(int(number), json.loads(kind) if "\\" in kind else kind[1:-1], stamp, data)
    except StopIteration:  # how the scanner says that nothing of JSON stands there
        raise BadLine("it breaks off") from None
    except (ValueError, RecursionError) as fault:
        raise BadLine(str(fault)) from fault


def _no_constant(name: str) -> NoReturn:
    raise BadLine(f"{name} is not a number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise BadLine(f"{text} is too large")
    return number


# The scanner itself: `raw_decode` around it costs a tenth of the time a long journal takes to open.
_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder(
    parse_constant=_no_constant, parse_float=_finite
).scan_once  # type: ignore[attr-defined]
