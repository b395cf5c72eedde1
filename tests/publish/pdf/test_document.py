"""A branch file: verdicts as shapes with words, the register, and a running head on every page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.publish.formats.pdf import Chapter, Cover, document_pdf


@pytest.fixture(scope="module")
def words(branch_file: Path) -> str:
    return re.sub(
        r"\s", "", "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(branch_file))
    )


def structure(node: object) -> list[pikepdf.Dictionary]:
    """Every structure element below a node."""
    if isinstance(node, pikepdf.Array):
        return [found for kid in node for found in structure(kid)]
    if isinstance(node, pikepdf.Dictionary) and ("/S" in node or node.get("/Type") == "/StructTreeRoot"):
        return [node, *structure(node.get("/K"))]
    return []


def test_all_eight_verdicts_keep_their_words(words: str) -> None:
    for verdict in ("符合", "缺项", "提示", "临期", "未到期", "不适用", "无记录", "待人工评"):
        assert verdict in words


def test_shapes_without_words_have_alternative_text(branch_file: Path) -> None:
    with pikepdf.open(branch_file) as pdf:
        told = [str(element.Alt) for element in structure(pdf.Root.StructTreeRoot) if "/Alt" in element]
    assert told == ["1月符合，2月缺项，3月未到期", "满足"]


def test_running_head_names_institution_page_edition_and_date(words: str) -> None:
    assert words.startswith("示例大学示例学院第一教师党支部党内版截至2019年11月25日")
    assert "1/1" in words


def test_meters_are_read_as_text(words: str) -> None:
    assert "完成9/12，学时32/56。" in words


def test_folded_parts_are_open(words: str) -> None:
    assert "判定的依据记录显示二季度没有召开。" in words


@pytest.mark.parametrize("hidden", ["打印", "不印的提示", "藏起来的字", "只看缺项", "全部"])
def test_controls_and_hidden_parts_are_gone(words: str, hidden: str) -> None:
    assert hidden not in words


def test_a_row_can_be_linked(branch_file: Path) -> None:
    with pikepdf.open(branch_file) as pdf:
        notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    assert len(notes) == 1


def test_table_head_is_tagged_and_repeats_on_the_next_page(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>2019-03-{day % 28 + 1:02}</td><td>支部党员大会</td></tr>" for day in range(120))
    table = (
        f'<table class="zb-register"><thead><tr><th>日期</th><th>类型</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    cover = Cover(title="台账", subtitle="", institution="示例大学", audience_label="党内版", as_of=date(2019, 11, 25))
    document_pdf([Chapter(title="台账", path="b/", level=1, html=table)], cover, tmp_path / "long.pdf")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "long.pdf")]
    assert len(pages) > 2
    assert all("日期" in page and "类型" in page for page in pages)
    assert f"1 / {len(pages)}" in pages[0]
    with pikepdf.open(tmp_path / "long.pdf") as pdf:
        kinds = [str(element.S) for element in structure(pdf.Root.StructTreeRoot) if "/S" in element]
    assert (kinds.count("/Table"), kinds.count("/TH")) == (1, 2)


def test_a_title_that_the_page_already_says_is_not_printed_twice(tmp_path: Path) -> None:
    cover = Cover(
        title="第一党支部", subtitle="", institution="示例大学", audience_label="党内版", as_of=date(2019, 1, 1)
    )
    for heading, count in (("第一党支部", 2), ("核对表", 3)):
        target = tmp_path / "twice.pdf"
        html = f"<h1>{heading}</h1><p>第一党支部的正文。</p>"
        document_pdf([Chapter(title="页", path="b/", level=1, html=html)], cover, target)
        text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
        assert text.count("第一党支部") == count + (heading == "第一党支部")
