"""What stays of a chapter that a part of the handbook quotes."""

from __future__ import annotations

import pytest

from generator.formats.pdf.chapter_html import parse_chapter
from generator.formats.pdf.kept_sections import keep_sections

READINGS = """<h1 id="r">口径</h1><p>说明</p><h2 id="table">口径表</h2><p>表</p>
<h2 id="size">人数</h2><p>引</p><h3 id="a1">A1</h3><p>一</p><h3 id="a2">A2</h3><p>二</p>
<h2 id="votes">表决</h2><h3 id="a7">A7</h3><p>七</p>"""


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ({"a2"}, "口径说明人数引A2二"),
        ({"a1", "a7"}, "口径说明人数引A1一表决A7七"),
        ({"table"}, "口径说明口径表表"),
        ({"a99"}, "口径说明"),
        (set(), "口径说明"),
    ],
)
def test_a_section_stays_with_the_heading_above_it(kept: set[str], words: str) -> None:
    tree = parse_chapter(READINGS)
    keep_sections(tree, frozenset(kept))
    assert "".join(tree.text_content().split()) == words
