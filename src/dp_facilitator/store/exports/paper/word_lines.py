"""The words of a Word file, paragraph by paragraph, as a reader sees them; no styles, pictures or macros.

Read as a stream: text in content controls and text boxes counts, place-holders and doubled fallbacks do not.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element, ParseError, iterparse

from dp_facilitator.store.errors import StoreError
from dp_facilitator.words import tr

DEEPEST: Final = 250
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS: Final = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}

CELL_END: Final = None
"""Stands among the lines where a cell of a table ends."""


@dataclass(slots=True)
class Words:
    """`lines` are paragraphs in order, with CELL_END between cells; `tagged` is what stands in known controls."""

    lines: list[str | None] = field(default_factory=list)
    tagged: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Control:
    tag: str | None = None
    placeholder: bool = False


def read_lines(body: bytes, file: str, tags: Collection[str]) -> Words:
    """The words in the XML of a document, those in controls with one of these tags apart. StoreError if broken."""
    found = Words()
    open_paragraphs: list[list[str]] = []
    controls: list[_Control] = []
    hidden = depth = 0
    try:
        for step, element in iterparse(io.BytesIO(body), events=("start", "end")):
            starts = step == "start"
            depth += 1 if starts else -1
            if depth > DEEPEST:
                raise StoreError(file, tr("is nested too deeply for a Word file"), tr("Save it again in Word."))
            if element.tag == _FALLBACK:
                hidden += 1 if starts else -1
                continue
            name = _name(element)
            if name == "p" and starts:
                open_paragraphs.append([])
            elif name == "sdt" and starts:
                controls.append(_Control())
            elif name == "sdt":
                controls.pop()
            elif starts:
                continue
            elif name == "tag" and controls:
                controls[-1].tag = _value(element)
            elif name == "showingPlcHdr" and controls:
                controls[-1].placeholder = _value(element) not in ("0", "false")
            elif name == "tc":
                found.lines.append(CELL_END)
            else:
                text = element.text or "" if name == "t" else _BREAKS.get(name, "\n" if name == "p" else "")
                tag = next((one.tag for one in reversed(controls) if one.tag in tags), None)
                visible = not hidden and not any(one.placeholder for one in controls)
                if visible and tag is not None:
                    found.tagged[tag] = found.tagged.get(tag, "") + text
                elif visible and open_paragraphs and name != "p":
                    open_paragraphs[-1].append(text)
                if name == "p":
                    found.lines += "".join(open_paragraphs.pop()).split("\n")
                element.clear()
    except ParseError:
        raise StoreError(file, tr("is damaged inside"), tr("Save it again in Word.")) from None
    return found


def _name(element: Element) -> str:
    """The name of an element of Word's own; empty for any other."""
    for space in (_W, _STRICT):
        if element.tag.startswith(space):
            return element.tag.removeprefix(space)
    return ""


def _value(element: Element) -> str | None:
    return element.get(f"{_W}val", element.get(f"{_STRICT}val"))
