"""What prose may not bring onto a page, told of with its place; code only shows it."""

from __future__ import annotations

import pytest

from generator.model.foreign_content import foreign_problems, in_markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n\n<script>alert(1)</script>", ["H121 3:1"]),
        ("甲 <b onclick='x'>乙</b>", ["H121 1:3"]),
        ("[甲](javascript:alert(1))", ["H121 1:1"]),
        ("[甲](JavaScript:x) [乙](java&#115;cript:x)", ["H121 1:1", "H121 1:19"]),
        ("[甲](data:text/html,x)", ["H121 1:1"]),
        ("[甲][1]\n\n[1]: vbscript:x", ["H121 3:1"]),
        ("甲 {: onclick=x }", ["H121 1:3"]),
        ("![图](https://example.com/a.jpg)", ["H122 1:1"]),
        ("![图](//example.com/a.jpg)", ["H122 1:1"]),
        ("![图](data:image/png;base64,x)", ["H122 1:1"]),
        ("![图][a]\n\n[A]: https://example.com/a.jpg", ["H122 3:1"]),
        ("<img src=https://example.com/a.jpg>", ["H122 1:1"]),
        ("<video poster='http://example.com/a.jpg'></video>", ["H122 1:1"]),
        ("[甲](file:///C:/台账.xlsx)", ["H123 1:1"]),
        (r"[甲](C:\台账\一.xlsx)", ["H123 1:1"]),
        (r"[甲](\\fs\台账.xlsx)", ["H123 1:1"]),
        ("<a href='file:///x'>甲</a>", ["H123 1:1"]),
        ("<iframe src='a.html'></iframe>", ["H124 1:1"]),
        ("<OBJECT data='a.swf'>", ["H124 1:1"]),
        ("<p style='color: red'>甲</p>", ["H125 1:1"]),
        ("<style>p {}</style>\n<link href='a.css'>", ["H125 1:1", "H125 2:1"]),
        ("**甲**{: style='color: red' }", ["H125 1:6"]),
        ("<form action='https://example.com/'><input></form>", ["H126 1:1", "H126 1:37"]),
        ("<form\n  action='javascript:x'>", ["H121 1:1", "H126 1:1"]),
        ("反引号是 ` 这个\n\n<form>\n\n又一个 `", ["H126 3:1"]),
    ],
)
def test_each_kind_is_told_of_with_its_place(text: str, expected: list[str]) -> None:
    assert [f"{row.code} {row.source.line}:{row.source.column}" for row in foreign_problems(text, "a.md")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "`<script>` 与 ``<b style='x'>`` 只是写法",
        "```html\n<iframe src='x'></iframe>\n```\n",
        "~~~\n[甲](javascript:x)\n~~~",
        "`两行\n<form>` 还是代码",
        "<!-- slot: finder --> <!-- <script> -->",
        "[甲](https://example.com/) <https://example.com/> ![图](photos/a.jpg) [乙](mailto:a)",
        "data: 是字，javascript: 也是；5 < 6，a > b；一号楼 C: 座",
        "| 甲 | 乙 |\n|:---|---:|\n| {自: 2019-01-01} | {#id .类} |",
        "<b>甲</b> <img src='photos/a.jpg' alt='图'> <table><tr><td>表</td></tr></table>",
        "[甲][1]\n\n[1]: https://example.com/",
    ],
)
def test_code_and_what_only_leads_elsewhere_is_fine(text: str) -> None:
    assert in_markdown(text) == []


def test_a_problem_says_what_where_and_how_to_mend_it() -> None:
    (found,) = foreign_problems("甲\n![图](https://example.com/a.jpg)", "docs/a.md", first=5)
    assert str(found) == (
        "docs/a.md:6:1: 错误[H122] 图片不在本站（https://example.com/a.jpg）。请把图片文件放进来，按相对路径引用。"
    )
    (unplaced,) = foreign_problems("<script>", "a.md", first=0)
    assert str(unplaced.source) == "a.md"
