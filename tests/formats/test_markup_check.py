"""`check` finds what the handbook's PDF would refuse, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.formats.markup_check import MOST_COLUMNS, unprinted_markup
from generator.formats.pdf.chapter_html import parse_chapter
from generator.formats.pdf.table_layout import PageMetrics, lay_out
from generator.formats.pdf.tables import read_grid
from generator.judge import check
from generator.model.book_style import BOOK
from generator.model.record import Audience
from tests.conftest import Project

DOCS = Path(__file__).parents[2] / "docs"


def rows(columns: int) -> str:
    return f"| {' | '.join(['头'] * columns)} |\n|{'---|' * columns}\n| {' | '.join(['字'] * columns)} |\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲\n\n看<video src='a.mp4'></video>", [":3:2:H117 PDF 排不了 <video>"]),
        ("<MATH>x</MATH>", [":1:1:H117 PDF 排不了 <MATH>"]),
        ("<blink>字</blink>\n<canvas/>", [":1:1:H117 PDF 排不了 <blink>", ":2:1:H117 PDF 排不了 <canvas>"]),
        ("<video class='zb-noprint'></video>", []),
        ("`<video>` 是代码\n\n```html\n<video>\n```\n<!-- <video> -->", []),
        ("---\n要求: <video>\n---\n甲 <https://example.org/> <a@b.cn> 1<2 <标题>", []),
        ("<p>甲<br>乙</p> <button>印</button>", []),
        ("<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>", [":1:1:H117 <svg> 图没有替代文字"]),
        ("<svg><title>图</title><g><path/></g></svg><svg aria-hidden='true'></svg>", []),
        (rows(MOST_COLUMNS), []),
        ("甲\n\n" + rows(MOST_COLUMNS + 1), [f":4:1:H117 这个表有 {MOST_COLUMNS + 1} 栏，纸上一页宽排不下"]),
        ("甲\n\n---\n\n乙", []),
    ],
)
def test_what_paper_has_not_is_found_at_its_place(text: str, found: list[str]) -> None:
    assert [f"{row.source}:{row.code} {row.message}" for row in unprinted_markup(text, "")] == found


@pytest.mark.parametrize(("columns", "crowded"), [(MOST_COLUMNS, False), (MOST_COLUMNS + 1, True)])
def test_the_most_columns_are_those_of_the_book(columns: int, crowded: bool) -> None:
    table = parse_chapter(f"<table><tr>{'<td>字</td>' * columns}</tr></table>").find(".//table")
    assert table is not None
    sheet = PageMetrics(width=BOOK.width, sizes=BOOK.tables, padding=0.42)
    assert lay_out(read_grid(table), sheet).crowded is crowded


def test_check_says_it_of_the_handbook_only(project: Project) -> None:
    project.write("docs/glossary.md", "# 术语\n\n<video></video>\n")
    project.write("docs/help/a.md", "# 说明\n\n<video></video>\n")
    found = [row for part in check(project.settings(Audience.INTERNAL)) for row in part.problems]
    assert [f"{row.source} {row.message}" for row in found if row.code == "H117"] == [
        "docs/glossary.md:3:1 PDF 排不了 <video>"
    ]


def test_the_docs_name_the_same_number_of_columns() -> None:
    for name in ("problems.md", "help/pdf.md"):
        assert f"超过 {MOST_COLUMNS} 栏" in (DOCS / name).read_text(encoding="utf-8")
