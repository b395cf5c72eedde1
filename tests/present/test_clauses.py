"""Clauses of the plan as links, in plain text and in Markdown."""

from __future__ import annotations

import re

import pytest

from generator.edition import _by_lines
from generator.present.clauses import clause_link, link_escaped, linked

ANCHORS = {"三": "c-3", "三（二）": "c-3-2", "三（二）3": "c-3-2-3", "三（二）4": "c-3-2-4", "三（三）1": "c-3-3-1"}


def marked(html: str) -> str:
    """Links as [text→anchor]."""
    return re.sub(r'<a href="\.\./plan/text/index\.html#([\w-]+)">(.*?)</a>', r"[\2→\1]", html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见方案三（二）3。", "见[方案三（二）3→c-3-2-3]。"),
        ("方案 三（二）3", "[方案 三（二）3→c-3-2-3]"),
        ("方案三（二）", "[方案三（二）→c-3-2]"),
        ("方案三（二）3、4", "[方案三（二）3→c-3-2-3]、[4→c-3-2-4]"),
        ("方案三（二）3、三（三）1、2", "[方案三（二）3→c-3-2-3]、[三（三）1→c-3-3-1]、2"),
        ("方案三（二）3、4项", "[方案三（二）3→c-3-2-3]、[4→c-3-2-4]项"),
        ("方案三（二）12", "方案三（二）12"),
        ("方案三（九）1", "方案三（九）1"),
        ("方案三、方法步骤", "方案三、方法步骤"),
        ("三（二）3", "三（二）3"),
        ("推进方案", "推进方案"),
        ("<b>方案三（二）3", "&lt;b&gt;[方案三（二）3→c-3-2-3]"),
    ],
)
def test_only_clauses_that_the_plan_has_are_links(text: str, expected: str) -> None:
    assert marked(linked(text, "../", ANCHORS)) == expected


def test_without_a_plan_nothing_is_a_link() -> None:
    assert linked("方案三（二）3 <i>", "../", {}) == "方案三（二）3 &lt;i&gt;"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("三", "[方案 三→c-3]"),
        ("三（二）3", "[方案 三（二）3→c-3-2-3]"),
        ("三（二）9", "方案 三（二）9"),
        ("<i>", "方案 &lt;i&gt;"),
    ],
)
def test_a_cited_clause_of_any_level_is_a_link(clause: str, expected: str) -> None:
    assert marked(clause_link(clause, "../", ANCHORS)) == expected


def test_markdown_is_linked_where_it_is_running_text() -> None:
    markdown = """# 方案三（二）3 {#x}

依据方案三（二）3，`方案三（二）3`，[方案三（二）3](a.md)。

```yaml
条款: 方案三（二）3
~~~
```

| 方案三（二）4 | <a href="b">方案三（二）4</a> |
"""
    changed = marked(_by_lines(markdown, lambda text: str(link_escaped(text, "../", ANCHORS))))
    assert changed == markdown.replace("依据方案三（二）3", "依据[方案三（二）3→c-3-2-3]").replace(
        "| 方案三（二）4", "| [方案三（二）4→c-3-2-4]"
    )
