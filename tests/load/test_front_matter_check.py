"""Front matter that MkDocs would print: every case is one in which MkDocs itself returns the page unchanged."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data

from generator.load.front_matter_check import check_front_matter
from generator.model.source_text import SourceText


def told(text: str) -> list[str]:
    return [
        f"{row.source.line}:{row.source.column} {row.code}" for row in check_front_matter(SourceText("docs/a.md", text))
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: 甲\n核对: 2019-02-30\n备注: 内部\n---\n# 甲\n", "3:5"),
        ("---\n修订: [{日期: 2019-13-01, 内容: 甲}]\n---\n# 甲\n", "2:11"),
        ("---\n时刻: 2019-01-01 25:00:00\n---\n# 甲\n", "2:5"),
        ("---\n数: 0x_\n---\n# 甲\n", "2:4"),
        ("---\n等号: =\n---\n# 甲\n", "2:5"),
        ("---\n标签: !秘 甲\n---\n# 甲\n", "2:5"),
        ("---\n<<: 甲\n---\n# 甲\n", "2:1"),
        ("---\n备注: \x07\n---\n# 甲\n", "1:1"),
        ("---\n? {a: 1}\n: 甲\n---\n# 甲\n", "2:1"),
        ("---\n备注: '没有配对\n---\n# 甲\n", "2:5"),
        ("---\n备注: 内部: 两个冒号\n---\n# 甲\n", "2:7"),
        ("---\n- 备注\n---\n# 甲\n", "2:1"),
        ("---\n---\n# 甲\n", ""),
        ("\n---\n备注: 内部\n---\n# 甲\n", "3:1"),
        ("---\n备注: 内部\n---", "2:1"),
        ("---\n备注: 内部\n\n# 甲\n", "2:1"),
    ],
)
def test_what_mkdocs_would_print_has_its_place(text: str, place: str) -> None:
    assert get_data(text)[1] == {} or text.startswith("\n")
    assert told(text) == ([f"{place} H111"] if place else [])


@pytest.mark.parametrize(
    "text",
    [
        "# 甲\n",
        "---\ntitle: 甲\n核对: 2019-02-28\n---\n# 甲\n",
        "---\ntitle: 甲\n核对: '2019-02-30'\n...\n# 甲\n",
        "---\n\n一条横线，下面是正文。\n",
    ],
)
def test_what_mkdocs_reads_is_no_problem(text: str) -> None:
    assert told(text) == []
