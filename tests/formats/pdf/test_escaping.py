"""No character of a text is ever taken for markup."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.formats.pdf.typst_markup import literal, text

ESCAPE = re.compile(r'\\u\{([0-9a-f]+)\}|\\(["\\])')
TORTURE = [
    "# 不是标题", "$x$ 不是公式", "@引用", "<label>", "\\反斜线", "// 不是注释", "/* 也不是 */", "*粗*_斜_", "~波浪~",
    "= 不是标题", "- 不是列表", "+ 也不是", "1. 不是编号", "/ 不是: 术语", "\"直引号\" 'a'", "`code`", '#"abc";', "]", "[", "{}",
    "#let x = 1", "https://example.org/a_b", "...", "--", "---", "-5", "\\u{41}", "#strong[x]", "~~删~~", "a@b.cn", "\\", "''",
]  # fmt: skip


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_literal_is_one_closed_string_that_stands_for_its_text(value: str) -> None:
    written = literal(value)
    inside = written[1:-1]
    assert (written[0], written[-1]) == ('"', '"')
    assert not re.search(r'(?<!\\)(?:\\\\)*"', inside)
    assert inside.isprintable() or set(inside) & {"\u3000", "\u00a0"}
    assert ESCAPE.sub(lambda hit: chr(int(hit[1], 16)) if hit[1] else hit[2], inside) == value


@given(st.text())
def test_text_is_a_closed_expression(value: str) -> None:
    assert text(value) == f"#{literal(value)};"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, cover: Cover) -> str:
    target = tmp_path_factory.mktemp("torture") / "torture.pdf"
    paragraphs = "".join(f"<p>{_html(line)}</p>" for line in TORTURE)
    rows = "".join(f"<tr><td>{_html(line)}</td><td><code>{_html(line)}</code></td></tr>" for line in TORTURE)
    points = "".join(
        f"<li><strong>{_html(line)}</strong>{_html(line)}<a href='https://a.cn/\"#$'>{_html(line)}</a></li>"
        for line in TORTURE
    )
    html = f"<h1>{_html(' '.join(TORTURE))}</h1>{paragraphs}<ul>{points}</ul><table><tr><th>甲</th><th>乙</th></tr>{rows}</table>"
    write_handbook([Chapter(title="#[", path="t/", level=1, html=html)], cover, target)
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target))


@pytest.mark.parametrize("line", TORTURE)
def test_awkward_text_is_printed_as_it_is(printed: str, line: str) -> None:
    assert re.sub(r"\s", "", printed).count(re.sub(r"\s", "", line)) >= 6


def test_rare_characters_of_names_are_printed(handbook: Path) -> None:
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(handbook))
    assert "喆堃彧昇犇珺翀镕" in text


def _html(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
