"""支部概况 (`branch.yml`): what a branch is, as dated lists, and up to when its register has been checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Identifier, Name, PersonName, Text
from generator.model.kinds import BranchKind, Post
from generator.model.period import add_months
from generator.model.record import Audience, Record, entry
from generator.model.records.approval import Approval

_PUBLIC, _RESTRICTED = Audience.PUBLIC, Audience.RESTRICTED
_BRIEF_MONTHS = 3


class Headcount(Record):
    """党员人数 from a day on: full members (正式) vote and are counted for most lines, probationary ones (预备) do not."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y08",)

    since: Day = entry("自", example="2019-03-01", hint="从哪一天起是这个人数")
    full_members: Count = entry("正式", example="16")
    probationary_members: Count = entry("预备", example="2")

    @property
    def total(self) -> int:
        """Full and probationary members together (A7)."""
        return self.full_members + self.probationary_members


class Officer(Record):
    """支委: one post over one stretch of time.  A secretary's name is 党内, other officers' names are 专人."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y09",)

    post: Post = entry("职务", example="书记")
    also: tuple[Post, ...] = entry("兼任", example=["组织委员"], default=(), hint="一人兼几职的写在一行，只算一人")
    name: PersonName | None = entry("姓名", _RESTRICTED, example="甲乙", default=None)
    since: Day = entry("自", example="2018-06-20")
    until: Day | None = entry("至", example="2019-08-31", default=None, hint="仍在任的不写")
    duties: Text | None = entry("分工", example="主持支部全面工作", default=None)

    def audience_here(self, name: str) -> Audience:
        """A secretary's name is 党内, every other officer's is 专人."""
        if name == "name" and self.post is Post.SECRETARY:
            return Audience.INTERNAL
        return self.audience_of(name)

    def serves_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def posts(self) -> tuple[Post, ...]:
        """Every post held by this row's person."""
        return (self.post, *self.also)


def persons(officers: Iterable[Officer]) -> tuple[tuple[Officer, ...], ...]:
    """The rows of each person: those of one name are one person, a row without a name is a person of its own."""
    found: dict[object, list[Officer]] = {}
    for officer in officers:
        found.setdefault(officer.name or id(officer), []).append(officer)
    return tuple(map(tuple, found.values()))


def in_office(officers: Iterable[Officer], day: date) -> tuple[Officer, ...]:
    """Who holds a post on a day: of those who leave on it, nobody whose place another takes on it."""
    serving = tuple(officer for officer in officers if officer.serves_on(day))
    coming = [officer for officer in serving if officer.since == day]
    going = [officer for officer in serving if officer.until == day and officer.since < day]
    going.sort(key=lambda officer: officer.post not in {each.post for each in coming})  # the post's own successor first
    replaced = {id(officer) for officer in going[: len(coming)]}
    return tuple(officer for officer in serving if id(officer) not in replaced) if replaced else serving


class Group(Record):
    """党小组, with its leader."""

    name: Name = entry("名称", example="第一党小组")
    leader: PersonName | None = entry("组长", _RESTRICTED, example="丙丁", default=None)
    since: Day = entry("自", example="2018-06-20")
    until: Day | None = entry("至", example="2019-08-31", default=None)

    def exists_on(self, day: date) -> bool:
        """Whether the group exists on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class CoveredUnit(Record):
    """One unit that a joint branch covers, and how many full members it has."""

    name: Name = entry("名称", example="实验中心")
    full_members: Count = entry("正式党员", example="2")


class Coverage(Record):
    """覆盖单位 of a joint branch (联合党支部) from a day on."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y08",)

    since: Day = entry("自", example="2018-06-20")
    units: tuple[CoveredUnit, ...] = entry("单位", example=[{"名称": "实验中心", "正式党员": 2}])


class LeadersOnRoll(Record):
    """党员领导干部 whose membership is with the branch, from a day on: a number, no names (双重组织生活)."""

    since: Day = entry("自", example="2019-03-01", hint="从哪一天起是这个人数")
    people: Count = entry("人数", example="2", hint="一名都没有的写 0")


class Honour(Record):
    """荣誉: with level, issuing body and state, so that a school's 样板 is never taken for the ministry's."""

    name: Name = entry("名称", _PUBLIC, example="标准化党支部")
    level: Text = entry("级别", _PUBLIC, example="校级")
    issued_by: Text = entry("发文单位", _PUBLIC, example="中共示例大学委员会")
    on: Day = entry("日期", _PUBLIC, example="2019-06-28")
    state: Text = entry("状态", _PUBLIC, example="命名", hint="培育、命名或通过验收")


class Introduction(Record):
    """公开简介: what the branch tells the public about itself, once approved."""

    text: Text = entry("简介", _PUBLIC, example="支部由专任教师组成，……")
    honours: tuple[Honour, ...] = entry("荣誉", _PUBLIC, example=[{"名称": "标准化党支部"}], default=())
    approval: Approval | None = entry("审批", example={"提出": "支部书记"}, default=None)
    name_consents: tuple[Text, ...] = entry(
        "姓名同意", _PUBLIC, example=["甲乙"], default=(), hint="文中写到的人，本人单独同意公开姓名的，逐个写在这里"
    )


class Profile(Record):
    """支部概况."""

    name: Name = entry("名称", _PUBLIC, example="学院第一教师党支部")
    kind: BranchKind = entry("类型", _PUBLIC, example="教师")
    founded: Day = entry("成立", _PUBLIC, example="2015-09-10")
    dissolved: Day | None = entry("撤销", _PUBLIC, example="2019-08-31", default=None)
    merged_into: Identifier | None = entry(
        "并入",
        _PUBLIC,
        example="jf-tsg1",
        default=None,
        hint="撤销后并入本基层党委哪个支部，写它的文件夹名；撤销时还开着的年度事项引用它的记录（A39）",
    )
    headcounts: tuple[Headcount, ...] | None = entry(
        "党员人数",
        example=[{"自": "2019-03-01", "正式": 16, "预备": 2}],
        default=None,
        hint="人数变动一次加一行（A33）",
    )
    officers: tuple[Officer, ...] | None = entry(
        "支委",
        example=[{"职务": "书记", "自": "2018-06-20"}],
        default=None,
        hint="未设支委会的也写书记；一个都没有写 []",
    )
    groups: tuple[Group, ...] | None = entry(
        "党小组", example=[{"名称": "第一党小组", "自": "2018-06-20"}], default=None, hint="未划党小组的写 [] 并写理由"
    )
    no_groups_reason: Text | None = entry("未划党小组理由", example="党员少且集中办公", default=None)
    no_committee_reason: Text | None = entry("未设支委会理由", example="正式党员不足 7 名", default=None)
    coverage: tuple[Coverage, ...] = entry(
        "覆盖单位", example=[{"自": "2018-06-20", "单位": []}], default=(), hint="只有联合党支部填写"
    )
    leaders: tuple[LeadersOnRoll, ...] | None = entry(
        "党员领导干部",
        example=[{"自": "2019-03-01", "人数": 2}],
        default=None,
        hint="组织关系编在本支部的有几名；没有的写 0，变动一次加一行（3.8）",
    )
    oversize_reason: Text | None = entry("超员理由", example="学院党员集中，暂不宜拆分", default=None)
    reconciled_through: Day | None = entry(
        "台账核对至", example="2019-10-31", default=None, hint="这一天以前没有记录，就当没有做；以后的空当只算无记录"
    )
    reconciled_since: Day | None = entry(
        "台账核对自",
        example="2019-01-01",
        default=None,
        hint="从哪一天起的记录都录了；以前只补录了几条的，那时的空当只算无记录；一直都录的不写",
    )
    reconciled_by: Text | None = entry("核对人", example="学院党委专职组织员", default=None, hint="写职务，不写姓名")
    introduction: Introduction | None = entry("公开简介", _PUBLIC, example={"简介": "……"}, default=None)

    def lives_briefly_in(self, year: int) -> bool:
        """Whether it lived in the year, and for under three months of it (A39)."""
        first = max(self.founded, date(year, 1, 1))
        last = min(self.dissolved or date.max, date(year, 12, 31))
        return first <= last < add_months(first, _BRIEF_MONTHS)
