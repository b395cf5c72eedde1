"""检索的词 (`docs/search.yml`): words that mean the same, how people ask, and by which words a section goes beside its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.model.fields import Text
from generator.model.record import Audience, Record, entry

_PUBLIC = Audience.PUBLIC
_BETWEEN = "、"


def words_in(text: str) -> tuple[str, ...]:
    """The words of a line, which 、 keeps apart."""
    return tuple(filter(None, map(str.strip, text.split(_BETWEEN))))


class SameWords(Record):
    """同义: words that mean the same."""

    text: Text = entry("词", _PUBLIC, example="交纳、缴纳", hint="用顿号隔开")

    @property
    def words(self) -> tuple[str, ...]:
        """The words, each by itself."""
        return words_in(self.text)


class KindWords(Record):
    """类别: words that say which kind of page is wanted."""

    kind: Text = entry("类", _PUBLIC, example="空表")
    asked: Text = entry("说", _PUBLIC, example="登记表、记录表")


class EverydayWords(Record):
    """常问: how people ask for what one section of a page says.  The place is a file of `docs`, with the section's anchor."""

    place: Text = entry("在", _PUBLIC, example="glossary.md#work", hint="docs 里的一页，# 后面是那一节的编号")
    asked: Text = entry("问", _PUBLIC, example="双培养是什么、什么叫抽验")

    @property
    def page(self) -> str:
        """The file of `docs`."""
        return self.place.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The section's anchor; empty for the head of the page."""
        return self.place.partition("#")[2]


class UnitWords(Record):
    """单位页: how people ask for a section that the pages of all branches, or of all committees, have."""

    anchor: Text = entry("节", _PUBLIC, example="gaps", hint="支部页、单位页上那一节的编号")
    asked: Text = entry("问", _PUBLIC, example="差什么、还差")


class ShortPart(Record):
    """单位简称: a part of the names of branches and committees, and what people write for it; nothing where they leave it out."""

    part: Text = entry("全", _PUBLIC, example="研究生")
    short: Text = entry("简", _PUBLIC, example="研", default="", hint="几种写法用顿号隔开；省去不写的不填")


class SearchWords(Record):
    """检索的词, all of them."""

    same: tuple[SameWords, ...] = entry("同义", _PUBLIC, example=[{"词": "交纳、缴纳"}], default=())
    questions: tuple[SameWords, ...] = entry(
        "问法", _PUBLIC, example=[{"词": "多久、多长时间"}], default=(), hint="问的是一样的事的词"
    )
    kinds: tuple[KindWords, ...] = entry("类别", _PUBLIC, example=[{"类": "空表", "说": "登记表"}], default=())
    empty: Text = entry("虚词", _PUBLIC, example="的、了、吗", default="", hint="问句里不拿来找的字")
    last: tuple[Text, ...] = entry("后列", _PUBLIC, example=["记录样例"], default=(), hint="同一页里后列的小节")
    everyday: tuple[EverydayWords, ...] = entry(
        "常问", _PUBLIC, example=[{"在": "glossary.md#work", "问": "双培养是什么"}], default=()
    )
    units: tuple[UnitWords, ...] = entry("单位页", _PUBLIC, example=[{"节": "gaps", "问": "差什么、还差"}], default=())
    short_parts: tuple[ShortPart, ...] = entry(
        "单位简称", _PUBLIC, example=[{"全": "研究生", "简": "研"}], default=(), hint="按先后一段一段换"
    )

    @cached_property
    def aliases(self) -> Mapping[tuple[str, str], str]:
        """The everyday words of a section, one a line, by the file of `docs` and the anchor."""
        found: dict[tuple[str, str], list[str]] = {}
        for row in self.everyday:
            found.setdefault((row.page, row.anchor), []).extend(words_in(row.asked))
        return {place: "\n".join(words) for place, words in found.items()}


NO_WORDS = SearchWords.model_validate({})
"""No words at all: every query is taken as it is written."""
