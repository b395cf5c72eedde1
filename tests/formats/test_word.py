"""Papers as Word files, read back: words, tables, typefaces, language, and the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm

from generator.formats.word.package import to_docx
from generator.model.paper import Paper, PaperBlock, PaperCell, PaperLook, PaperTable, PaperText, TextLook, cells, facts

ODD = 'R&D <甲> "乙" ]]>'


def read(*blocks: PaperBlock, look: PaperLook = PaperLook.LETTER) -> WordDocument:
    return Document(BytesIO(to_docx(Paper("题", blocks, look))))


def part(name: str, *blocks: PaperBlock, look: PaperLook = PaperLook.LETTER) -> str:
    with ZipFile(BytesIO(to_docx(Paper("题", blocks, look)))) as package:
        return package.read(name).decode()


def test_every_look_is_a_style_of_its_own_and_text_stays_as_it_is() -> None:
    read_back = read(*(PaperText(f"{ODD}{look.name}", look) for look in TextLook)).paragraphs
    assert [row.text for row in read_back] == [f"{ODD}{look.name}" for look in TextLook]
    names = [row.style.name for row in read_back if row.style is not None]
    assert len(set(names)) == len(TextLook)
    assert {"Title", "Heading 1"} <= set(names)


def test_line_feeds_are_lines_of_one_paragraph() -> None:
    (paragraph,) = read(PaperText("甲\n\n乙")).paragraphs
    assert paragraph.text == "甲\n\n乙"


def test_a_table_has_its_cells_hints_and_heads() -> None:
    head, row = cells("项目", "内容"), (PaperCell(ODD), PaperCell("", "写职务"))
    (table,) = read(PaperTable((head, row), (1, 2), heads=1)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["项目", "内容"], [ODD, "\n写职务"]]
    widths = [column.width for column in table.columns]
    assert abs(Mm(156) - sum(width for width in widths if width is not None)) < Mm(0.1)
    assert abs(2 - (widths[1] or 0) / (widths[0] or 1)) < 0.01
    assert "<w:tblHeader/>" in part("word/document.xml", PaperTable((head, row), (1, 2), heads=1))
    assert "<w:tblHeader/>" not in part("word/document.xml", PaperTable((head, row), (1, 2)))


def test_tables_that_follow_each_other_stay_two() -> None:
    made = read(facts([("甲", "1")]), facts([("乙", "2")]))
    assert len(made.tables) == 2
    kinds = [child.tag.rpartition("}")[2] for child in made.element.body]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize("look", PaperLook)
def test_chinese_typefaces_and_language_are_named_for_chinese_text(look: PaperLook) -> None:
    styles = part("word/styles.xml", look=look)
    for face in ("仿宋", "宋体", "黑体", "楷体"):
        assert f'w:eastAsia="{face}"' in styles
    assert 'w:lang w:val="en-US" w:eastAsia="zh-CN"' in styles
    assert '<w:rFonts w:hint="eastAsia"/>' in part("word/document.xml", PaperText("“甲”"), look=look)
    assert "ja-JP" not in styles + part("word/settings.xml", look=look)
    assert read(look=look).core_properties.language == "zh-CN"


def test_the_page_of_a_letter_is_that_of_official_documents() -> None:
    (section,) = read().sections
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round((side or 0) / Mm(1)) for side in sides] == [37, 35, 28, 26]
    assert 'w:instr="PAGE"' in part("word/footer1.xml")
    assert 'w:instr="PAGE"' not in str(read(look=PaperLook.SHEET).sections[0].footer._element.xml)


def test_a_file_says_its_title_and_nothing_of_who_made_it_or_when() -> None:
    properties = read().core_properties
    assert (properties.title, properties.author, properties.comments) == ("题", "", "")
    assert properties.created is not None
    assert properties.created.year == 1980


def test_the_same_paper_is_the_same_bytes() -> None:
    paper = Paper("题", (PaperText("甲"), facts([("乙", "2")])))
    assert to_docx(paper) == to_docx(paper)
    assert b"\x00\x00\x21\x00" in to_docx(paper)[:40]  # 1 January 1980, where a package says when it was made
