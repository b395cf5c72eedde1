"""A page about a branch in a book: verdicts as shapes with words, and the register."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.formats.pdf.book import Chapter, Cover, write_handbook


@pytest.fixture(scope="module")
def words(fragment_book: Path) -> str:
    return re.sub(
        r"\s", "", "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(fragment_book))
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


def test_shapes_without_words_have_alternative_text(fragment_book: Path) -> None:
    with pikepdf.open(fragment_book) as pdf:
        told = [str(element.Alt) for element in structure(pdf.Root.StructTreeRoot) if "/Alt" in element]
    assert told == ["1月符合，2月缺项，3月未到期", "满足"]


def test_meters_are_read_as_text(words: str) -> None:
    assert "完成9/12，学时32/56。" in words


def test_folded_parts_are_open(words: str) -> None:
    assert "判定的依据记录显示二季度没有召开。" in words


@pytest.mark.parametrize("hidden", ["打印", "不印的提示", "藏起来的字", "只看缺项", "全部"])
def test_controls_and_hidden_parts_are_gone(words: str, hidden: str) -> None:
    assert hidden not in words


def test_a_row_can_be_linked(fragment_book: Path) -> None:
    with pikepdf.open(fragment_book) as pdf:
        notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    assert len(notes) == 2  # one of the contents, one within the page


def test_table_head_is_tagged_and_repeats_on_the_next_page(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>2019-03-{day % 28 + 1:02}</td><td>支部党员大会</td></tr>" for day in range(120))
    table = (
        f'<table class="zb-register"><thead><tr><th>日期</th><th>类型</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    cover = Cover(title="台账", subtitle="", institution="示例大学", audience_label="党内版", as_of=date(2019, 11, 25))
    write_handbook([Chapter(title="台账", path="b/", level=1, html=table)], cover, tmp_path / "long.pdf")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "long.pdf")]
    held = [page for page in pages if "2019-03-" in page]
    assert len(held) > 2
    assert all("日期" in page and "类型" in page for page in held)
    with pikepdf.open(tmp_path / "long.pdf") as pdf:
        kinds = [str(element.S) for element in structure(pdf.Root.StructTreeRoot) if "/S" in element]
    assert (kinds.count("/Table"), kinds.count("/TH")) == (1, 2)


MARKS = "".join('<span class="zb-met">●</span>' for _ in range(12))
NARROW = f"""<h1 id="page">检查清单</h1>
<table class="zb-table zb-checklist"><thead><tr><th>标准与要点</th><th>结论</th><th>各期</th><th>佐证</th></tr></thead>
<tbody><tr><th scope="row">3.2.1 每月至少召开一次支部委员会会议，写得长一些，占住这一栏的宽度</th><td>符合</td>
<td><span class="zb-dots" role="img" aria-label="一至十二月符合">{MARKS}</span></td><td>佐证在此，一月二日、二月三日、三月四日</td></tr>
</tbody></table>"""


def test_a_row_of_marks_goes_on_in_the_next_line_and_loses_none(tmp_path: Path) -> None:
    front = Cover(title="甲", subtitle="乙", institution="丙", audience_label="党内版", as_of=date(2019, 11, 25))
    target = tmp_path / "a.pdf"
    write_handbook([Chapter(title="检查清单", path="a/", level=1, html=NARROW)], front, target)
    pages = pypdfium2.PdfDocument(target)
    page = next(row for row in pages if "佐证在此" in row.get_textpage().get_text_range())
    drawn = [
        item.get_bounds() for item in page.get_objects(filter=[2]) if item.get_bounds()[2] - item.get_bounds()[0] < 9
    ]
    squares = [row for row in drawn if abs((row[2] - row[0]) - (row[3] - row[1])) < 0.5]
    text = page.get_textpage()
    found = text.search("佐证在此").get_next()
    assert found is not None
    assert len(squares) == 12
    assert max(row[2] for row in squares) < text.get_charbox(found[0])[0]
