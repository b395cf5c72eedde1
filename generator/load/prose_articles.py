"""References in prose to articles of regulations (条例第十一条): is that article declared?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.article_reference import article_references, reference_pattern
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.sources import Sources

_CODE = re.compile(
    r"^(?P<fence> *(?:`{3,}|~{3,})).*?^ *(?P=fence)[`~]* *$|`[^`\n]+`|\A---\n.*?^---$", re.MULTILINE | re.DOTALL
)
"""Code and the head of a page: nothing in them is a reference."""


class ProseArticles:
    """The declared articles, and what finds references to them."""

    def __init__(self, sources: Sources) -> None:
        self._named = sources.named
        self._pattern = reference_pattern(sources.named)

    def problems(self, text: str, place: str) -> Iterator[Problem]:
        """The references of one page to an article that none of the documents of that name declares."""
        if self._pattern is None or "第" not in text:
            return
        bare = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
        for reference in article_references(self._pattern, bare):
            documents = self._named[reference.name]
            for one in reference.articles:
                if not any(one.key in row.by_key for row in documents):
                    at = Source(place, bare.count("\n", 0, one.start) + 1, one.start - bare.rfind("\n", 0, one.start))
                    hint = "请核对条号；没有登记的，先在 docs/sources.yml 这份文件的“条文”里写一行。"
                    yield report("S119", at, f"没有登记“{bare[one.start : one.end]}”", hint)
