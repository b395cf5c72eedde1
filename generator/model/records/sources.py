"""依据文件 (`docs/sources.yml`): the documents that the handbook rests on, each declared once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from generator.model.fields import Day, Flag, Text
from generator.model.record import SOURCE_KEY, Audience, Record, entry
from generator.model.records.plan import Plan
from generator.model.standard import Credibility

_PUBLIC = Audience.PUBLIC


class CitedDocument(Record):
    """文件: a regulation, a law or a year's plan.  Its id is the short name by which 依据 cite it.

    A plan has its year.  The text of the institution's own plan stands in `records/plan`; of any other document it
    stands in the handbook where `text` names the page.
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
    def by_id(self) -> Mapping[str, CitedDocument]:
        """The documents by their ids."""
        return {row.id: row for row in self.documents}

    def joined(self, plans: Iterable[Plan]) -> Sources:
        """These and the institution's own plans, which need not be declared again."""
        added = [
            CitedDocument.model_validate({"编号": row.id, "名称": row.name, "年度": row.year, "可信度": "✔"})
            for row in {row.id: row for row in plans if row.id not in self.by_id}.values()
        ]
        return Sources(**{SOURCE_KEY: self.source, "方案": self.plan, "文件": (*self.documents, *added)})


NONE = Sources.model_validate({"文件": ()})
"""No documents at all."""
