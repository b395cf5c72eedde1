"""Word files: automatic numbers come out, tables become lines of cells, bold headings stay headings."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from generator.documents.reading import read_outline
from generator.documents.source_file import manuscript_of
from generator.documents.word.package import UNPACKED_LIMIT
from generator.model.clause import ClauseTree
from generator.model.record import Source

LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
    ("decimalEnclosedCircle", "%5"),
    ("bullet", ""),
)


def numbered(document: Document, levels: tuple[tuple[str, str], ...] = LEVELS, *, start: int | None = None) -> int:
    """Define a list; the number of the list."""
    root: Any = document.part.numbering_part.element
    taken = [int(each.get(f"{{{root.nsmap['w']}}}abstractNumId")) for each in root.findall("w:abstractNum", root.nsmap)]
    abstract = max(taken, default=0) + 1
    rows = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{rows}</w:abstractNum>'))
    return another(document, abstract, start)


def another(document: Document, abstract: int, start: int | None = None) -> int:
    number: Any = document.part.numbering_part.element.add_num(abstract)
    if start is not None:
        number.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(number.numId)


def item(document: Document, words: str, number: int, level: int) -> Paragraph:
    paragraph = document.add_paragraph(words)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = number
    properties.get_or_add_numPr().get_or_add_ilvl().val = level
    return paragraph


def text(document: Document) -> str:
    file = BytesIO()
    document.save(file)
    manuscript, problems = manuscript_of(file.getvalue(), Source("a.docx"))
    assert problems == []
    assert manuscript is not None
    return manuscript.text


def test_automatic_numbers_come_out_as_word_shows_them() -> None:
    document = docx.Document()
    number = numbered(document)
    for words, level in [
        ("甲", 0),
        ("乙", 1),
        ("丙", 2),
        ("丁", 3),
        ("戊", 4),
        ("己", 1),
        ("庚", 2),
        ("辛", 0),
        ("壬", 1),
    ]:
        item(document, words, number, level)
    item(document, "着重号", number, 5)
    lines = ["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "（二）己", "1.庚", "二、辛", "（一）壬", "着重号"]
    assert text(document) == "".join(f"{line}\n" for line in lines)


def test_articles_and_numbers_of_several_levels() -> None:
    document = docx.Document()
    articles = numbered(document, (("chineseCountingThousand", "第%1条"), ("decimal", "%1.%2")))
    item(document, "甲", articles, 0)
    item(document, "乙", articles, 0)
    item(document, "丙", articles, 1)
    assert text(document) == "第一条 甲\n第二条 乙\n二.1 丙\n"
    root: Any = document.part.numbering_part.element
    root.findall(".//w:lvl", root.nsmap)[1].insert(2, parse_xml(f"<w:isLgl {nsdecls('w')}/>"))
    assert text(document) == "第一条 甲\n第二条 乙\n2.1 丙\n"


def test_two_lists_of_one_definition_go_on_unless_they_start_again() -> None:
    document = docx.Document()
    first = numbered(document, (("decimal", "%1."),))
    item(document, "甲", first, 0)
    abstract = int(document.part.numbering_part.element.num_having_numId(first).abstractNumId.val)
    item(document, "乙", another(document, abstract), 0)
    again = another(document, abstract, start=1)
    item(document, "丙", again, 0)
    item(document, "丁", again, 0)
    assert text(document) == "1.甲\n2.乙\n1.丙\n2.丁\n"


def test_numbers_that_a_style_brings() -> None:
    document = docx.Document()
    number = numbered(document, (("decimal", "%1、"),))
    style: Any = document.styles.add_style("条目", WD_STYLE_TYPE.PARAGRAPH)
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    document.add_paragraph("甲", style=style)
    without = document.add_paragraph("乙", style=style)
    properties: Any = without._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 0
    assert text(document) == "1、甲\n乙\n"


def test_tables_are_lines_of_cells_in_their_place() -> None:
    document = docx.Document()
    document.add_paragraph("一、分工")
    table = document.add_table(rows=2, cols=3)
    for at, words in enumerate(["事项", "单位", "期限", "自查", "党委组织部\n党支部", "5月底前"]):
        table.cell(at // 3, at % 3).text = words
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("二、其他")
    assert text(document) == "一、分工\n| 事项 单位 |  | 期限 |\n| 自查 | 党委组织部 党支部 | 5月底前 |\n二、其他\n"


def test_bold_lines_and_headings_stay_headings() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("示例学院工作要点").bold = True
    document.add_paragraph("前言一段。")
    document.add_paragraph().add_run("重点任务").bold = True
    document.add_paragraph("1.甲。")
    document.add_heading("几点要求", level=2)
    document.add_paragraph("1.乙。")
    bold = document.add_paragraph()
    bold.add_run("全句加粗也是正文。").bold = True
    document.add_paragraph().add_run("一、有编号的不另标").bold = True
    words = text(document)
    assert words.splitlines() == [
        "示例学院工作要点",
        "前言一段。",
        "**重点任务**",
        "1.甲。",
        "**几点要求**",
        "1.乙。",
        "全句加粗也是正文。",
        "一、有编号的不另标",
    ]


def test_insertions_are_read_and_deletions_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("一、甲")
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>乙</w:t><w:tab/><w:br/></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>丙</w:delText></w:r></w:del>"))
    assert text(document) == "一、甲乙\t\n\n"


def saved(document: Document, path: Path) -> ClauseTree:
    document.save(str(path))
    tree, problems = read_outline(path, path.parent)
    assert problems == []
    assert tree is not None
    return tree


def test_a_numbered_word_file_becomes_a_tree(tmp_path: Path) -> None:
    document = docx.Document()
    number = numbered(document)
    document.add_paragraph("示例学院2020年计划")
    for words, level in [("总体要求", 0), ("方法步骤", 0), ("自查（3月1日-4月30日）", 1), ("对照标准。", 2)]:
        item(document, words, number, level)
    document.add_paragraph("责任单位：党支部")
    tree = saved(document, tmp_path / "a.docx")
    assert [clause.id for clause in tree.walk()] == ["一", "二", "二（一）", "二（一）1"]
    assert [mention.name for clause in tree.walk() for mention in clause.units] == ["党支部"]


def test_a_word_file_without_words(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    assert [problem.code for problem in read_outline(tmp_path / "a.docx", tmp_path)[1]] == ["D101"]


def test_another_archive_is_no_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("a.txt", "甲")
    assert [problem.code for problem in read_outline(tmp_path / "a.docx", tmp_path)[1]] == ["D106"]


def test_a_word_file_that_unfolds_to_gigabytes_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(UNPACKED_LIMIT + 1))
    assert [problem.code for problem in read_outline(tmp_path / "a.docx", tmp_path)[1]] == ["D102"]


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/numbering.xml"])
def test_a_damaged_part_is_a_problem_and_no_crash(tmp_path: Path, part: str) -> None:
    good = BytesIO()
    document = docx.Document()
    item(document, "甲", numbered(document), 0)
    document.save(good)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(tmp_path / "a.docx", "w") as new:
        for name in old.namelist():
            new.writestr(name, "<broken" if name == part else old.read(name))
    assert [problem.code for problem in read_outline(tmp_path / "a.docx", tmp_path)[1]] == ["D106"]


def hostile(path: Path, change: Callable[[str, bytes], bytes]) -> list[str]:
    """The codes told of a sound Word file of which some parts were changed."""
    good = BytesIO()
    document = docx.Document()
    item(document, "甲", numbered(document), 0)
    document.add_table(2, 2).cell(0, 0).text = "乙"
    document.save(good)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return [problem.code for problem in read_outline(path, path.parent)[1]]


def test_a_small_file_of_much_xml_is_not_read_into_memory(tmp_path: Path) -> None:
    def swollen(name: str, data: bytes) -> bytes:
        return data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 3_000_000) if name == "word/document.xml" else data

    assert hostile(tmp_path / "a.docx", swollen) == ["D102"]
    assert (tmp_path / "a.docx").stat().st_size < 200_000


def test_a_file_of_very_many_paragraphs_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def filled(name: str, data: bytes) -> bytes:
        return data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 97) if name == "word/document.xml" else data

    monkeypatch.setattr("generator.documents.word.line_list.LINE_LIMIT", 100)
    assert hostile(tmp_path / "a.docx", filled) == []  # with a line and the two rows of a table
    monkeypatch.setattr("generator.documents.word.line_list.LINE_LIMIT", 99)
    assert hostile(tmp_path / "a.docx", filled) == ["D102"]


@pytest.mark.parametrize("tag", ["gridSpan", "gridBefore", "gridAfter"])
def test_a_cell_over_a_hundred_million_columns_is_not_unfolded(tmp_path: Path, tag: str) -> None:
    holder = "tcPr" if tag == "gridSpan" else "trPr"
    wide = f'<w:{holder}><w:{tag} w:val="100000000"/></w:{holder}>'.encode()

    def widened(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        data = re.sub(rb"<w:tcPr>.*?</w:tcPr>", b"", data, flags=re.DOTALL)
        mark = b"<w:tc>" if tag == "gridSpan" else b"<w:tr>"
        return data.replace(mark, mark + wide)

    assert hostile(tmp_path / "a.docx", widened) == ["D106"]


def test_a_package_with_a_password_is_told_as_such(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    document.save(str(tmp_path / "a.docx"))
    data = bytearray((tmp_path / "a.docx").read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    (tmp_path / "a.docx").write_bytes(data)
    assert [problem.code for problem in read_outline(tmp_path / "a.docx", tmp_path)[1]] == ["D105"]


@pytest.mark.parametrize("seed", range(4))
def test_bytes_changed_at_random_are_a_problem_or_nothing_and_never_a_crash(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)

    def spoilt(name: str, data: bytes) -> bytes:
        if not name.endswith((".xml", ".rels")) or chance.random() < 0.7:
            return data
        row = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(row))
            if chance.random() < 0.5:
                del row[at : at + chance.randrange(1, 40)]
            else:
                row[at] = chance.choice(b'<>"/ 0a\x00\xff')
        return bytes(row)

    for _ in range(15):
        assert set(hostile(tmp_path / "a.docx", spoilt)) <= {"D101", "D106"}
    whole = (tmp_path / "a.docx").read_bytes()
    for _ in range(15):
        cut = bytearray(whole)
        cut[chance.randrange(len(cut))] ^= chance.randrange(1, 256)
        (tmp_path / "a.docx").write_bytes(cut if chance.random() < 0.7 else cut[: chance.randrange(4, len(cut))])
        assert len(read_outline(tmp_path / "a.docx", tmp_path)[1]) <= 1


def test_marks_of_markdown_in_the_words_of_a_file_are_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("示例方案")
    document.add_paragraph("一、R&amp;D，<b>甲</b>，\\*乙，[丙](d.e){#f}。")
    document.save(str(tmp_path / "a.docx"))
    tree, _ = read_outline(tmp_path / "a.docx", tmp_path)
    assert tree is not None
    (clause,) = tree.walk()
    assert clause.text == "R&amp;D，<b>甲</b>，\\*乙，[丙](d.e){#f}。"
