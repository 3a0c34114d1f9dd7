"""The preparation sheet as a Word file: empty or filled in; and a sheet that came back, read.

Real headings and a table whose first row is marked as its head, 12 point sans, left-aligned, in British English.
Each answer stands in a content control with a tag, which is how it is found again; a sheet without them is read by
its labels (`preparation_labels`).
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dp_facilitator.model.sheet import MOST_CRITERIA
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.exports.paper.preparation_labels import TAGS, preparation_from
from dp_facilitator.store.exports.paper.preparation_words import (
    EXAMPLE_TITLE,
    FIELDS,
    INTRO,
    READERS,
    READERS_TITLE,
    STUCK,
    STUCK_TITLE,
    TITLE,
    Field,
    Preparation,
)
from dp_facilitator.store.exports.paper.word_lines import read_lines
from dp_facilitator.store.exports.words import PERSONAL
from dp_facilitator.store.files import read_capped
from dp_facilitator.store.zipped import unzipped, zipped
from dp_facilitator.words import language, marked, tr

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

LIMIT: Final = 5 << 20  # bytes of a sheet that came back; pictures in it are not looked at
FONT: Final = "Arial"  # a plain sans that every computer has: a Word file brings no fonts
_MADE: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # the same bytes whenever it is made
_ANSWER: Final = marked("Write here")


def preparation_docx(filled: Preparation | None = None) -> bytes:
    """The Word file of a sheet: empty without `filled`; the same bytes for the same words."""
    import docx

    document = docx.Document()
    title = tr(TITLE) if filled is None else tr(EXAMPLE_TITLE)
    _dress(document, title)
    document.add_heading(title, 1)
    document.add_paragraph(tr(INTRO))
    if filled is None:
        document.add_heading(tr(STUCK_TITLE), 2)
        for line in STUCK:
            document.add_paragraph(tr(line), style="List Bullet")
        document.add_heading(tr(READERS_TITLE), 2)
        document.add_paragraph(tr(READERS))
    document.add_heading(tr("Your sheet"), 2)
    _table(document, filled)
    plan = FIELDS[-1]
    document.add_heading(tr(plan.title), 2)
    document.add_paragraph(tr(plan.hint))
    _answers([document.add_paragraph()], plan, filled)
    document.sections[0].footer.paragraphs[0].text = tr(PERSONAL)
    packed = io.BytesIO()
    document.save(packed)
    return zipped(unzipped(packed.getvalue(), f"{title}.docx"))


def read_preparation(path: Path) -> Preparation:
    """The sheet in a Word file: ours, the programme's own, or any with those labels.

    StoreError for a file that is no Word file, is damaged or has none of the five fields; Refused for more than
    three success criteria.
    """
    raw = read_capped(path, LIMIT, follow=True)
    if not raw.startswith(b"PK"):
        raise StoreError(path.name, tr("is not a Word file (.docx)"), tr("Open it in Word and save it as .docx."))
    body = unzipped(raw, path.name).get("word/document.xml")
    if body is None:
        raise StoreError(path.name, tr("is not a Word file (.docx)"), tr("Choose the preparation sheet."))
    return preparation_from(read_lines(body, path.name, TAGS), path.name)


def _dress(document: Document, title: str) -> None:
    """Language, properties and the few styles that are used."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    core = document.core_properties
    core.title, core.language, core.author, core.comments = title, language(), "", ""
    core.created = core.modified = core.last_printed = _MADE
    styles = document.styles
    for lang in styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            lang.set(qn(name), language())
    for name, size in (("Normal", 12), ("Heading 1", 20), ("Heading 2", 15), ("List Bullet", 12), ("Footer", 12)):
        style: Any = styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.rPr.rFonts
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), FONT)
        for themed in [name for name in fonts.attrib if name.lower().endswith("theme")]:
            del fonts.attrib[themed]
        style.paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.15


def _table(document: Document, filled: Preparation | None) -> None:
    """The four fields that the group is told, under a head that is marked as one."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.autofit = False
    head = table.rows[0]
    for cell, words in zip(head.cells, (tr("Field"), tr("Your words")), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for field in FIELDS[:-1]:
        label, answer = table.add_row().cells
        label.paragraphs[0].add_run(tr(field.title)).bold = True
        if field.hint:
            label.add_paragraph(tr(field.hint))
        if field.key == "criteria":
            for _ in range(MOST_CRITERIA - 1):
                answer.add_paragraph()
        _answers(answer.paragraphs, field, filled)
    for row in table.rows:
        whole = row._tr.get_or_add_trPr()
        whole.append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, (Cm(6), Cm(9.5)), strict=True):
            cell.width = width
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(mark)


def _answers(paragraphs: Sequence[Paragraph], field: Field, filled: Preparation | None) -> None:
    """The content controls of a field, one in each paragraph: of these the criteria have three, the others one."""
    words = filled.words(field.key) if filled else ()
    if field.key != "criteria":
        paragraphs[0]._p.append(_control(tr(field.title), field.key, "\n".join(words)))
        return
    for number, paragraph in enumerate(paragraphs, 1):
        paragraph.add_run(f"{number}. ")
        text = words[number - 1] if number <= len(words) else ""
        paragraph._p.append(_control(tr("Success criterion {n}").format(n=number), f"criterion-{number}", text))


def _control(title: str, tag: str, text: str) -> Any:
    """A content control for plain words; without any it shows its place-holder."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/>{'' if text else '<w:showingPlcHdr/>'}"
        '<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt>'
    )
    control.find(f".//{qn('w:alias')}").set(qn("w:val"), title)
    control.find(f".//{qn('w:tag')}").set(qn("w:val"), tag)
    control.find(f".//{qn('w:r')}").text = text or tr(_ANSWER)  # python-docx makes line breaks of new lines
    return control
