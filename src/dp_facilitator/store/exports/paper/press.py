"""The printing press: parts of a paper in, one tagged PDF out.

The templates under assets/paper are Typst. They get everything as one JSON string, so that whatever people typed
is text and never markup. Nothing is fetched, no clock is read: the same parts give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dp_facilitator.paths import asset
from dp_facilitator.words import language

if TYPE_CHECKING:
    import typst

Part = Mapping[str, Any]
"""One part of a paper, as a template takes it: `part` says which one, the rest are words and numbers."""

STANDARD: Final = "ua-1"
_MADE: Final = 0  # seconds since 1970 in the file's own date: a real one would make each copy different


def press(title: str, parts: Sequence[Part]) -> bytes:
    """The PDF of these parts, one after the other, as PDF/UA-1, in the language of the words.

    Set in the bundled fonts; where those lack a sign, such as an Arabic letter in a name, the fonts of this computer
    are asked as well. A sign that no font here has leaves a box, and the file then makes no promise of PDF/UA.
    """
    from typst import TypstError

    lang, _, region = language().partition("-")
    paper = {"title": title, "lang": lang, "region": region or None, "parts": parts}
    inputs = {"data": json.dumps(paper, ensure_ascii=False)}
    try:
        return _compiled(inputs, STANDARD, elsewhere=False)
    except TypstError:
        try:
            return _compiled(inputs, STANDARD, elsewhere=True)
        except TypstError:
            return _compiled(inputs, None, elsewhere=True)


def _compiled(inputs: dict[str, str], standard: typst.PDFStandard | None, *, elsewhere: bool) -> bytes:
    import typst

    folder = asset("paper")
    fonts = typst.Fonts(include_system_fonts=elsewhere, include_embedded_fonts=elsewhere, font_paths=[asset("fonts")])
    press = typst.Compiler(
        folder / "paper.typ", root=folder, font_paths=fonts, ignore_system_fonts=not elsewhere, sys_inputs=inputs
    )
    made = press.compile(format="pdf", pdf_standards=standard, timestamp=_MADE)
    assert isinstance(made, bytes)
    return made
