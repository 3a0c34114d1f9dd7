import io
import zipfile
from xml.etree import ElementTree

import pytest

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.exports.paper import word_lines
from dp_facilitator.store.exports.paper.preparation_docx import preparation_docx, read_preparation
from dp_facilitator.store.exports.paper.preparation_labels import LONGEST
from dp_facilitator.store.exports.paper.preparation_words import EXAMPLE, FIELDS, TITLE, Preparation
from dp_facilitator.store.zipped import MOST_BYTES, MOST_MEMBERS, unzipped, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FALLBACK = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
PROGRAMME = (
    ("", "Details"),
    (
        "The area I would like to practice is:\n\nWhat I want to achieve is:",
        "Feedback to a colleague\n\nThat she feels heard.\nAnd stays.",
    ),
    ("The person(s) I am speaking to is/are:", "My senior"),
    (
        "The success criteria that I would feedback on is/are (no more than 3 areas):",
        "• I ask first\n2) I stay calm\nI stop",
    ),
    (
        "Please use the space below to plan for your practice (please note that there is no need for others to play a "
        "role)",
        "",
    ),
    ("Say hello.\nAim: stay calm.", ""),
)


def parts(docx):
    return {name: ElementTree.fromstring(raw) for name, raw in unzipped(docx, "x").items() if name.endswith(".xml")}


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def saved(tmp_path):
    """Saves bytes, or the XML of a body, as a Word file."""

    def save(content):
        path = tmp_path / "sheet.docx"
        if isinstance(content, str):
            body = f"<w:document {SPACE} {FALLBACK}><w:body>{content}</w:body></w:document>"
            content = zipped({"word/document.xml": body.encode()})
        path.write_bytes(content)
        return path

    return save


@pytest.fixture
def table(saved):
    """Saves a table of two columns, cells with a paragraph a line, and what follows it."""

    def save(rows, after=""):
        def cell(text):
            return f"<w:tc>{''.join(map(paragraph, text.split(chr(10))))}</w:tc>"

        body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
        return saved(f"{paragraph('Preparing')}<w:tbl>{body}</w:tbl>{after}")

    return save


# What is written


def test_headings_are_real_and_in_order():
    styles = [style.get(f"{W}val") for style in parts(preparation_docx())["word/document.xml"].iter(f"{W}pStyle")]
    assert styles == ["Heading1", "Heading2", *["ListBullet"] * 3, "Heading2", "Heading2", "Heading2"]


def test_the_first_row_of_the_table_is_marked_as_its_head():
    rows = list(parts(preparation_docx())["word/document.xml"].iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False, False]


def test_language_and_properties():
    found = parts(preparation_docx())
    languages = {lang.get(f"{W}val") for lang in found["word/styles.xml"].iter(f"{W}lang")}
    assert languages == {"en-GB"}
    core = {element.tag.rpartition("}")[2]: element.text for element in found["docProps/core.xml"]}
    assert core["title"] == TITLE
    assert core["language"] == "en-GB"
    assert not core.get("creator")
    assert core["created"] == "2000-01-01T00:00:00Z"


def test_type_is_large_plain_and_to_the_left():
    found = parts(preparation_docx(EXAMPLE))
    used = {"Normal", "Heading1", "Heading2", "ListBullet", "Footer"}
    styles = [s for s in found["word/styles.xml"].iter(f"{W}style") if s.get(f"{W}styleId") in used]
    assert len(styles) == 5
    for style in styles:
        assert int(style.find(f"{W}rPr/{W}sz").get(f"{W}val")) >= 24  # half points
        fonts = style.find(f"{W}rPr/{W}rFonts")
        assert set(fonts.attrib.values()) == {"Arial"}
        assert style.find(f"{W}rPr/{W}color").get(f"{W}val") == "000000"
    body = found["word/document.xml"]
    for tag in ("i", "u", "caps", "smallCaps", "jc", "sz"):
        assert body.find(f".//{W}{tag}") is None


def test_each_answer_is_a_control_with_a_name():
    controls = list(parts(preparation_docx())["word/document.xml"].iter(f"{W}sdtPr"))
    assert [control.find(f"{W}tag").get(f"{W}val") for control in controls] == [
        *("area", "aim", "audience", "criterion-1", "criterion-2", "criterion-3", "plan"),
    ]
    assert controls[0].find(f"{W}alias").get(f"{W}val") == FIELDS[0].title
    assert all(control.find(f"{W}showingPlcHdr") is not None for control in controls)


def test_the_same_bytes_each_time():
    assert preparation_docx() == preparation_docx()
    assert len(preparation_docx()) < 60_000


def test_another_program_opens_it():
    import docx

    document = docx.Document(io.BytesIO(preparation_docx(EXAMPLE)))
    assert document.paragraphs[0].text == "Preparing to practise: an example"
    assert document.sections[0].footer.paragraphs[0].text == "Personal: keep or shred"
    assert document.tables[0].cell(0, 1).text == "Your words"


# What comes back


def test_what_was_written_is_read(saved):
    assert read_preparation(saved(preparation_docx(EXAMPLE))) == EXAMPLE
    odd = Preparation(Sheet("a & b <c>", criteria=("one; two", "2. three")), "Plan: a\nAim: b\n=1+1")
    assert read_preparation(saved(preparation_docx(odd))) == odd


def test_an_empty_sheet_is_an_empty_sheet(saved):
    assert read_preparation(saved(preparation_docx())) == Preparation(Sheet())


def test_the_programmes_own_sheet(table):
    example = "".join(
        map(paragraph, ("An example from our previous session:", "Context setting", "What I want to achieve is: X"))
    )
    found = read_preparation(table(PROGRAMME, example))
    assert found.sheet == Sheet(
        "Feedback to a colleague",
        "That she feels heard. And stays.",
        "My senior",
        ("I ask first", "I stay calm", "I stop"),
    )
    assert found.plan == "Say hello.\nAim: stay calm."


def test_a_second_sheet_in_the_same_file_is_left_out(table):
    again = "".join(map(paragraph, ("The area I would like to practise is: another", "not mine")))
    assert read_preparation(table(PROGRAMME, again)).plan == "Say hello.\nAim: stay calm."


def test_answers_beside_and_under_their_labels(saved):
    lines = (
        "Area: Saying no",
        "What I'd say later",
        "What I want to achieve",
        "That it holds",
        "Self and the person(s) I am speaking to are:",
        "Me and my team",
        "Success criteria: clear; kind ; short",
        "My plan:",
        "First this.",
        "What I want to achieve is that they nod.",
    )
    found = read_preparation(saved("".join(map(paragraph, lines))))
    assert found.sheet == Sheet(
        "Saying no What I'd say later", "That it holds", "Me and my team", ("clear", "kind", "short")
    )
    assert found.plan == "First this.\nWhat I want to achieve is that they nod."


def test_controls_boxes_and_breaks(saved):
    body = (
        f"<w:sdt><w:sdtPr><w:tag w:val='area'/></w:sdtPr><w:sdtContent>{paragraph('Say')}{paragraph('no')}"
        "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Aim:</w:t><w:tab/><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>"
        "<w:sdt><w:sdtPr><w:tag w:val='other'/></w:sdtPr><w:sdtContent>"
        f"{paragraph('People: team')}</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>"
        f"{paragraph('Criteria: short')}</w:sdtContent></w:sdt>"
        f"<mc:Choice/><mc:Fallback>{paragraph('Plan: doubled')}</mc:Fallback>"
        "<w:tag w:val='x'/><w:showingPlcHdr/><w:r><w:t>stray</w:t></w:r>"
        f"<w:p><w:r>{paragraph('Plan: in a box')}</w:r></w:p>"
    )
    found = read_preparation(saved(body))
    assert found.sheet == Sheet("Say no", "one two", "team", ("short",))
    assert found.plan == "in a box"


def test_the_strict_form_of_word_files(saved):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = (
        f"<d xmlns='{strict}'><sdt><sdtPr><showingPlcHdr val='1'/></sdtPr><p><r><t>Write</t></r></p></sdt>"
        "<p><r><t>Aim: hold</t></r></p></d>"
    )
    assert read_preparation(saved(zipped({"word/document.xml": body.encode()}))).sheet == Sheet(aim="hold")


def test_a_fourth_criterion_is_refused(table):
    rows = [*PROGRAMME]
    rows[3] = (rows[3][0], "one\ntwo\nthree\nfour")
    with pytest.raises(Refused) as refused:
        read_preparation(table(rows))
    assert str(refused.value) == (
        "sheet.docx, success criteria: There are 4 success criteria. Choose the three that matter most."
    )


def test_control_characters_and_direction_marks_are_taken_out(saved):
    found = read_preparation(saved(paragraph("Area: Ana\u202e\u200f b")))
    assert found.sheet.area == "Ana b"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a Word file"),
        (b"%PDF-1.7", "is not a Word file"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "is not a Word file"),
        (b"PK\x03\x04 and nothing else", "is damaged and cannot be unpacked"),
        ("<w:p>", "is damaged inside"),
        ("<w:p>&nope;</w:p>", "is damaged inside"),
        ("<w:p>" * 300 + "</w:p>" * 300, "is nested too deeply"),
        (paragraph("A letter to my aunt"), "has none of the fields of a preparation sheet"),
        (paragraph("Area: " + "a" * (LONGEST + 1)), "has more than 5,000 characters in one field"),
        (paragraph("Criteria: " + "a" * (LONGEST + 1)), "has more than 5,000 characters in one field"),
        (zipped({"word/document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "has XML in it"),
        (zipped({"word/document.xml": "<x/>".encode("utf-16")}), "has XML in it"),
        (zipped({f"{n}": b"" for n in range(MOST_MEMBERS + 1)}), "unpacks to far more"),
        (zipped({"word/document.xml": b" " * (2 << 20)}), "unpacks to far more"),
        (zipped({"word/document.xml": b" " * (MOST_BYTES + 1)}), "unpacks to far more"),
    ],
)
def test_what_cannot_be_read(saved, content, said):
    with pytest.raises(StoreError) as error:
        read_preparation(saved(content))
    assert str(error.value).startswith(f"sheet.docx: {said}") or f": {said}" in str(error.value)
    assert error.value.mend


def test_a_locked_file_and_one_whose_sizes_are_lies(saved):
    raw = bytearray(zipped({"word/document.xml": b"<x/>"}))
    locked = bytearray(raw)
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.find(start) + (6 if start[2] == 3 else 8)] |= 1
    with pytest.raises(StoreError, match="is locked with a password"):
        read_preparation(saved(bytes(locked)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MOST_BYTES * 2))
    lying = bytearray(packed.getvalue())
    at = lying.find(b"PK\x01\x02") + 24
    lying[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(StoreError, match="is damaged"):
        read_preparation(saved(bytes(lying)))


def test_every_truncation_is_an_error_or_a_sheet(saved):
    whole = preparation_docx(EXAMPLE)
    for size in range(0, len(whole), 997):
        with pytest.raises(StoreError):
            read_preparation(saved(whole[:size]))


def test_the_deepest_that_is_read_is_deeper_than_word_goes():
    assert word_lines.DEEPEST >= 200
