"""Words in braces that Markdown takes for attributes of what stands before them, so that no reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.foreign_content import without_code
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_LIST = r"(?P<list>\{:?(?P<words>[^{}\n]+)\})"
_READ = re.compile(
    rf"(?:(?<=[*_)\]])|^ *(?=\{{[^\n]*\}} *$)|^#+ [^\n]* (?=\{{[^\n]*\}} *$)|(?<= )(?=\{{[^{{}}\n]*\}} *\|)){_LIST}",
    re.MULTILINE,
)
"""Where the extension attr_list looks for a list: behind an inline element, in a line of its own, at the end of a heading
and of a cell of a table (Python-Markdown 3)."""

_ATTRIBUTE = re.compile(r"[^\s=]+=(?:\"[^\"]*\"|'[^']*'|\S*)|[.#]\S+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def lost_words(source_text: SourceText) -> Iterator[Problem]:
    """The Problems of a text in Markdown: Chinese words that are meant for readers, since no attribute is named so."""
    for found in _READ.finditer(without_code(source_text.text)):
        left = " ".join(_ATTRIBUTE.sub(" ", found["words"]).split())
        if _HAN.search(left):
            told = f"花括号里的“{left}”会当成前面内容的属性，读者看不到"
            place = source_text.source_at(found.start("list"))
            yield report("H120", place, told, "要印出来的，写成 \\{，或改用圆括号；不要的删去。")
