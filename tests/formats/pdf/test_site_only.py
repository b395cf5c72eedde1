"""What pages mark as for the site only is not in the book, and nothing else goes with it."""

from __future__ import annotations

import markdown
import pytest
from lxml import html

from generator.formats.pdf.site_only import drop_site_only


def left_of(source: str) -> tuple[str, list[str]]:
    """The text that a page keeps, and what is dropped of it."""
    made = markdown.markdown(source, extensions=["attr_list", "tables", "fenced_code", "def_list", "md_in_html"])
    root = html.fragment_fromstring(made, create_parent="div")
    dropped = [" ".join(words.split()) for words in drop_site_only(root)]
    return " ".join(root.text_content().split()), dropped


@pytest.mark.parametrize(
    ("source", "kept", "dropped"),
    [
        ("## 甲\n\n一\n\n## 乙 {.zb-site-only}\n\n二\n\n### 小\n\n三\n\n## 丙\n\n四", "甲 一 丙 四", ["乙 二 小 三"]),
        ("## 甲 {.zb-site-only}\n\n一\n\n# 上\n\n二", "上 二", ["甲 一"]),
        ("## 甲\n\n### 乙 {.zb-site-only}\n\n一\n\n## 丙", "甲 丙", ["乙 一"]),
        ("一\n{: .zb-site-only }\n\n二", "二", ["一"]),
        ("前[键](a.md){.zb-site-only}后", "前后", ["键"]),
        ("``` { .yaml .zb-site-only }\n活动: 1\n```\n\n后", "后", ["活动: 1"]),
        (
            "| 中文 | 英文 {: .zb-site-only } | 意思 |\n|---|---|---|\n| 支部 | Branch | 甲 |",
            "中文 意思 支部 甲",
            ["英文 Branch"],
        ),
        ("## 甲 {.zb-site-only}\n\n一\n{: .zb-site-only }\n\n## 乙", "乙", ["甲 一"]),
        ("一段", "一段", []),
    ],
)
def test_a_marked_part_goes_alone(source: str, kept: str, dropped: list[str]) -> None:
    assert left_of(source) == (kept, dropped)
