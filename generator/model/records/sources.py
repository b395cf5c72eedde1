"""依据文件 (`docs/sources.yml`): the documents that the handbook rests on, each declared once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Protocol

from generator.model.article_reference import article_keys
from generator.model.fields import Day, Flag, Identifier, Text
from generator.model.record import SOURCE_KEY, Audience, Record, entry
from generator.model.standard import Credibility

_PUBLIC = Audience.PUBLIC


class NamedPlan(Protocol):
    """A plan as a document: its id, name and year."""

    @property
    def id(self) -> str:
        """Its short name."""

    @property
    def name(self) -> str:
        """Its full name."""

    @property
    def year(self) -> str:
        """The year that it is for."""


class Article(Record):
    """条文: what standards rest on in a document, in our own words.

    What has no number that is known has an `anchor`, by which it is addressed.  Articles of two versions of a document
    that have the same `subject` stand side by side.
    """

    clause: Text | None = entry("条", _PUBLIC, example="第十一条", default=None, hint="条号没有核到的不写，另写“锚”")
    anchor: Identifier | None = entry("锚", _PUBLIC, example="votes", default=None, hint="没有条号的，网址里写什么")
    subject: Text = entry("事项", _PUBLIC, example="支部党员大会", hint="前后两版写得一样的，网页上并排")
    summary: Text = entry("概述", _PUBLIC, example="半数以上委员到会才能开会", hint="自己的话，不是原文")
    credibility: Credibility = entry("可信度", _PUBLIC, example="✔", hint="✔ 有原文，◐ 二手引文，○ 待核")
    note: Text | None = entry("说明", _PUBLIC, example="条号据二手引文", default=None)
    readings: tuple[Text, ...] = entry("口径", _PUBLIC, example=["A40"], default=(), hint="哪几条口径以它为准")

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the articles that it covers (`article_reference`); none where no number is known."""
        return article_keys(self.clause) if self.clause else ()

    @property
    def place(self) -> str:
        """What it is called in addresses, after the document: `11`, `c6`, `votes`; "" where it has neither number nor anchor."""
        first = self.keys[0] if self.keys else ""
        return self.anchor or (first if first.isascii() else "")


class CitedDocument(Record):
    """文件: a regulation, a law or a year's plan.  Its id is the short name by which 依据 cite it.

    A plan has its year.  The text of the institution's own plan stands in `records/plan`; of any other document it
    stands in the handbook where `text` names the page.  Of what it says, `articles` tell what standards rest on; they
    are listed on the page `articles_page`, their addresses begin with `code`.
    """

    id: Text = entry("编号", _PUBLIC, example="支部工作条例", hint="依据里就写这个短名")
    name: Text = entry("名称", _PUBLIC, example="中国共产党支部工作条例（试行）")
    number: Text | None = entry("文号", _PUBLIC, example="教党〔2018〕26号", default=None, hint="没有见到原文的不写")
    issued_by: Text | None = entry("发文", _PUBLIC, example="中共中央", default=None)
    since: Day | None = entry("自", _PUBLIC, example="2018-10-28", default=None, hint="施行的第一天")
    until: Day | None = entry("至", _PUBLIC, example="2020-07-12", default=None, hint="有效的最后一天")
    successor: Text | None = entry("后继", _PUBLIC, example="选举工作条例", default=None, hint="接替它的文件的编号")
    year: Text | None = entry("年度", _PUBLIC, example="2019", default=None, hint="只有年度方案写")
    foreign: Flag = entry("参照", _PUBLIC, example="是", default=False, hint="别的单位的文件，只作参照，不管本校")
    read_at: Text | None = entry("何处可读", _PUBLIC, example="共产党员网", default=None)
    text: Text | None = entry(
        "全文", _PUBLIC, example="regulations/branch.md", default=None, hint="手册里放全文的那一页，没有就不写"
    )
    modelled_on: Text | None = entry(
        "照写",
        _PUBLIC,
        example="西北师范大学2019年方案",
        default=None,
        hint="只有演示用的文件写：照哪一份写的；zhibu init 换成那一份",
    )
    credibility: Credibility = entry("可信度", _PUBLIC, example="✔", hint="名称、文号和日期是否见到原文")
    note: Text | None = entry("说明", _PUBLIC, example="施行日待核", default=None)
    short_names: tuple[Text, ...] = entry(
        "简称", _PUBLIC, example=["条例"], default=(), hint="正文里还这样叫它；前后两版可用同一个简称"
    )
    code: Identifier | None = entry(
        "代号", _PUBLIC, example="branch", default=None, hint="条文的网址以它开头，定了不改"
    )
    articles_page: Text | None = entry(
        "条文页", _PUBLIC, example="regulations/branch.md", default=None, hint="手册里列出条文的那一页"
    )
    articles: tuple[Article, ...] = entry(
        "条文", _PUBLIC, example=[{"条": "第十一条", "事项": "支部党员大会"}], default=(), hint="标准依据的各条"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called in running text."""
        return tuple(dict.fromkeys((self.id, self.name, *self.short_names)))

    @cached_property
    def by_key(self) -> Mapping[str, Article]:
        """Its articles by their keys; of those that share a key the first."""
        return {key: row for row in reversed(self.articles) for key in row.keys}

    def holds(self, on: date) -> bool:
        """Whether it was in force on that day, as far as its days are known."""
        return (self.since or on) <= on <= (self.until or on)


class Sources(Record):
    """依据文件清单; `plan` is the one that the handbook means where its prose says 方案 and no more."""

    plan: Text | None = entry("方案", _PUBLIC, example="方案2019", default=None, hint="正文单说“方案”时指哪一份")
    documents: tuple[CitedDocument, ...] = entry(
        "文件", _PUBLIC, example=[{"编号": "民法典", "名称": "中华人民共和国民法典", "可信度": "✔"}]
    )

    @cached_property
    def named(self) -> Mapping[str, tuple[CitedDocument, ...]]:
        """The documents that have articles by what they are called; versions of one document share names."""
        found: dict[str, tuple[CitedDocument, ...]] = {}
        for row in self.documents:
            for name in row.names if row.articles else ():
                found[name] = (*found.get(name, ()), row)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, CitedDocument]:
        """The documents by their ids."""
        return {row.id: row for row in self.documents}

    def joined(self, plans: Iterable[NamedPlan]) -> Sources:
        """These and the institution's own plans, which need not be declared again."""
        added = [
            CitedDocument.model_validate({"编号": row.id, "名称": row.name, "年度": row.year, "可信度": "✔"})
            for row in {row.id: row for row in plans if row.id not in self.by_id}.values()
        ]
        return Sources(**{SOURCE_KEY: self.source, "方案": self.plan, "文件": (*self.documents, *added)})


NONE = Sources.model_validate({"文件": ()})
"""No documents at all."""
