"""Canaries: a strange word in every internal and every restricted field, and none of them where it may not be."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator.build.edition import Edition
from generator.build.unit_prints import UNIT_PRINTS, UnitPrint
from generator.cli.options import read_settings
from generator.disclose.hidden import hidden_words
from generator.disclose.text import readable
from generator.disclose.view import BranchView
from generator.edit.starter import Naming, starter_files
from generator.judge import check, judge
from generator.load.index import load_index
from generator.load.plan import load_plan
from generator.load.records import load_dossier
from generator.model.coming_visit import BookedVisit
from generator.model.draw import DrawList, list_digest
from generator.model.files import RECORD_FILES
from generator.model.record import Audience, Record
from generator.model.record_file import Owner, RecordFile
from generator.model.records.organisation import Committee, Institution
from generator.model.records.review import YearlyReview
from generator.model.sample import as_yaml
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.products import site as builder
from generator.products.showcase_papers import write_receipt
from generator.products.unit_prints import print_units
from generator.products.visits import propose, read_round, with_plan
from generator.survey import survey
from tests.conftest import Project
from tests.showcases import STORY, VISIT

ROOT = Path(__file__).parents[1]
INTERNAL, RESTRICTED, NOBODY = "雀内", "雀专", "雀隐"

_BRANCH = """
名称: 甲学院第一党支部
类型: 教师
成立: 2015-09-10
并入: aa-2
党员人数: [{自: 2018-09-01, 正式: 16, 预备: 1}]
支委:
  - {职务: 书记, 姓名: 雀内书记名, 自: 2018-06-20, 分工: 雀内书记分工}
  - {职务: 组织委员, 姓名: 雀专委员名, 自: 2018-06-20, 至: 2019-12-31, 分工: 雀内委员分工}
党小组:
  - {名称: 雀内第一小组, 组长: 雀专组长名, 自: 2018-06-20}
未划党小组理由: 雀内未划小组的理由
未设支委会理由: 雀内未设支委会的理由
覆盖单位: [{自: 2018-06-20, 单位: [{名称: 雀内覆盖单位甲, 正式党员: 2}]}]
超员理由: 雀内超员的理由
党员领导干部: [{自: 2018-09-01, 人数: 1}]
台账核对至: 2019-10-31
核对人: 雀内核对人职务
公开简介:
  简介: 支部由专任教师组成
  荣誉: [{名称: 标准化党支部, 级别: 校级, 发文单位: 中共示例大学委员会, 日期: 2019-06-28, 状态: 命名}]
  审批: {提出: 雀内简介提出, 审核: 雀内简介审核, 审核日期: 2019-10-18, 保密审查: 雀内简介保密, 保密审查日期: 2019-10-18, 审批: 雀内简介审批, 日期: 2019-10-20, 范围: 社会公开, 期限: 2020-12-31}
"""
_REGISTER = """
活动:
  - 类型: [支部党员大会, 党课, 党小组会, 主题党日]
    日期: 2019-03-14
    时间: 14:30-16:10
    地点: 雀内地点三零二
    主持: 雀内主持人职务
    记录: 雀内记录人职务
    应到: 17
    不计入: {合计: 0, 依据: ["无表决权、选举权"]}
    实到: 16
    缺席: {雀隐缺席事由: 1}
    议题:
      - 事项: 雀内议题事项
        表决: {类别: 一般议题, 应到会有表决权: 16, 到会: 15, 赞成: 15}
        决议: 雀内议题决议
    党课: {题目: 雀内党课题目, 主讲: 雀内党课主讲}
    党小组: 雀内第一小组
    主题党日: {主题: 雀内主题党日主题, 改期: {理由: 雀内改期的理由, 批准: 雀内改期的批准}}
    落实: [{事项: 雀内落实事项, 责任: 雀内落实责任, 期限: 2019-05-10}]
    补学: {日期: 2019-03-18, 人数: 1}
    领导干部: {应到: 1, 实到: 1}
    录入: 2019-03-18
    补录: {日期: 2019-03-25, 说明: 雀内补录的说明}
    原始记录: 雀内记录本页码
    备注: 雀专备注的内容
学时:
  书记和委员: [{职务: 书记, 自: 2018-06-20, 学时: 58}]
  党员: [{学时: 36, 人数: 14}]
换届:
  - 日期: 2019-06-20
    应到有选举权: 16
    实到有选举权: 15
    发出票: 15
    收回票: 15
    当选: [{职务: 书记, 得票: 15}]
    提前: {至: 2019-11-30, 批准: 雀内提前的批准, 理由: 雀内提前的理由}
    延期: {至: 2019-11-30, 批准: 雀内延期的批准, 理由: 雀内延期的理由}
    批复: 雀内换届的批复
免开: [{类型: 主题党日, 月份: 2019-08, 理由: 雀内免开的理由, 批准: 雀内免开的批准}]
学习计划:
  日期: 2019-03-14
  会议: 支部党员大会
  专题: [{季度: 一, 题目: 雀内专题的题目, 读什么: 雀内专题的篇目, 领学: 雀内专题的领学}]
履职清单:
  - 日期: 2019-03-14
    会议: 支部党员大会
    事项: [{事项: 雀内履职的事项, 程度: 雀内履职的程度, 期限: 2019-09-30, 完成: 2019-09-26, 说明: 雀内履职的说明}]
谈心谈话: {计数: [{类别: 党员之间, 截至: 2019-09-30, 次数: 3, 已谈人数: 4}]}
组织生活会: {步骤: [{步骤: 定主题, 日期: 2019-10-10, 材料: 雀内步骤的材料}]}
民主评议: {步骤: [{步骤: 个人自评, 日期: 2019-10-10, 材料: 雀内评议的材料}]}
推进计划:
  经过: [{环节: 首次报送, 日期: 2019-05-17, 单位: 雀内报送单位, 说明: 雀内报送说明}]
  工作: [{事项: 雀内计划事项, 措施: 雀内计划措施, 责任: 雀内计划责任, 期限: 2019-09-30}]
对策:
  - {问题: 雀内对策的问题, 类别: [虚化], 标准: ["3.1"], 措施: 雀内对策的措施, 责任: 雀内对策的责任, 期限: 2019-09-30, 完成: 2019-09-26}
不评: {理由: 雀内不评的理由, 单位: 雀内不评的单位, 日期: 2019-11-20}
评定:
  - {要点: 3.1.1, 结论: 符合, 评定单位: 雀内评定单位, 日期: 2019-11-08, 意见: 雀内评定的意见, 佐证: 雀内评定的佐证}
名册核对: [{日期: 2019-03-28, 正式: 16, 预备: 1, 流动党员: 10, 出国（境）: 1, 毕业未落实单位: 1, 失去联系: 0}]
组织关系转接: [{批次日期: 2019-06-28, 方向: 转出, 人数: 3, 回执人数: 3, 回执齐日期: 2019-08-20}]
党费交纳: [{月份: 2019-03, 应交人数: 17, 实交人数: 16, 合计: 386.50, 上交日期: 2019-03-29, 补交: [{日期: 2019-04-12, 人数: 1}]}]
党费按季: {日期: 2019-01-10, 会议: 雀内同意按季的会议}
党费公布: [{日期: 2019-10-24}]
积分统计: [{月份: 2019-03, 日期: 2019-04-02}]
积分公示: [{日期: 2019-03-29}]
积分评比: [{日期: 2019-11-20}]
毕业生材料核查: [{名单日期: 2019-05-20, 应核查: 12, 已核查: 12, 核查日期: 2019-06-14, 有缺漏: 4, 已补正: 4, 补正日期: 2019-06-20, 已归档: 12, 归档日期: 2019-06-26}]
培训: [{班次: 雀内培训的班次, 日期: 2019-04-20, 学时: 8, 人数: 12, 职务: [书记]}]
困难上报: [{日期: 2019-04-03, 类别: 其他, 困难: 雀内上报的困难, 报给: 雀内上报给谁, 答复日期: 2019-04-16, 答复: 雀内困难的答复}]
观摩记录:
  - 日期: 2019-11-12
    观摩点: aa-2
    人数: 5
    会前: [{标准: "3.1", 差距: 雀内观摩的差距}]
    对照: [{标准: "3.1", 看到: 雀内观摩看到的, 记录本: 雀内观摩记录本页, 听到: 雀内观摩听到的, 不同在: 雀内观摩的不同, 我们学: 雀内观摩学什么, 谁: 雀内观摩谁来办, 何时: 2019-12-15}]
    不照搬: 雀内观摩不照搬
    建议: 雀内观摩的建议
    答复: 雀内观摩的答复
    上会: 2019-11-21
专人评定:
  - {要点: 2.5.1, 结论: 缺项, 评定单位: 雀专评定单位, 日期: 2019-11-08, 意见: 雀专评定的意见, 佐证: 雀专评定的佐证}
"""
_ABOVE = """
评定:
  - {年度: 2019, 要点: 7.1.NUMBER, 结论: 符合, 评定单位: 雀内UNIT单位, 日期: 2019-11-08, 意见: 雀内UNIT意见, 佐证: 雀内UNIT佐证}
专人评定:
  - {年度: 2019, 要点: 7.3.NUMBER, 结论: 缺项, 评定单位: 雀专UNIT单位, 日期: 2019-11-08, 意见: 雀专UNIT意见, 佐证: 雀专UNIT佐证}
"""
_APPROVAL = (
    "审批: {提出: 支部书记, 审核: 党委副书记, 审核日期: 2019-10-18, 保密审查: 党委保密员, 保密审查日期: 2019-10-18, "
    "审批: 党委书记, 日期: 2019-10-20, 范围: 社会公开, 期限: 2020-12-31, 撤回: {日期: 2020-06-01, 决定: 雀内展示撤回}}"
)
_TOLD = """数说: {统计至: 2019-10-18, 次数: {支部党员大会: 1}}
来历: [{时间: 2019-03, 事: 自查}]
荣誉: [{名称: 先进党支部, 级别: 省级, 发文单位: 上级党委, 年度: 2017, 状态: 表彰}]
"""
_PAUSED = """  方式: 暂停
  暂停: {说明: 活动室搬家, 至: 2019-11-30}
  房间: 雀内房间
"""
_UNAPPROVED = (
    """---
标题: 雀内没有审批的展示
一句话: 雀内没有审批的一句话
VISIT---
雀内没有审批的正文。
""".replace("VISIT", VISIT.replace("活动室", "雀内活动室").replace("一层门厅", "雀内一层门厅"))
    + STORY
)
_PLAN = """
年度: 2019
编号: 方案2019
名称: 推进方案
上位文件: [{名称: 支部工作条例, 发文: 中共中央, 日期: 2018-10-28, 可信度: ✔}]
目标: [{名称: 作用发挥更加突出, 方面: 组织生活}]
条件子集: [{名称: 相关支部, 属于: 党支部}]
阶段:
  - 条款: 三（二）
    名称: 对标整改
    简称: 整改
    自: 2019-05-01
    至: 2019-06-30
    任务:
      - 条款: 三（二）1
        名称: 优化设置
        责任单位: [党支部]
        期限: 2019-06-20
        期限说明: 六月二十日以前
        标准: ["3.1"]
        完成情况: [{日期: 2019-06-21, 单位: 雀内说明单位, 状态: 进行中, 说明: 雀内完成情况的说明, 佐证: 雀内完成情况的佐证}]
      - 条款: 三（二）2
        名称: 整顿
        责任单位: [相关支部]
        台账: 整顿
        完成情况: [{日期: 2019-06-21, 单位: 雀专说明单位, 状态: 进行中, 说明: 雀专整顿的说明, 佐证: 雀专整顿的佐证}]
手册配发: [{对象: 雀内配发对象, 应发: 24, 签收: 23, 日期: 2019-03-20}]
"""
_HUMAN = """---
编号: "7.3"
名称: 结果运用
方面: 考核评价
类别: 定性
稿源: 整理
版别: 专人版
依据: [{文件: 方案2019, 可信度: ✔}]
修订: [{日期: 2019-03-01, 内容: 首次整理}]
要点:
  - {编号: "7.3.1", 要求: 结果有运用, 类别: 定性, 责任主体: 学校, 检查: 人工评, 参数: {每: 年}}
  - {编号: "7.3.2", 要求: 结果有运用, 类别: 定性, 责任主体: 基层党委, 检查: 人工评, 参数: {每: 年}}
---
# 7.3 结果运用

<!-- slot: standard-head -->

<!-- slot: standard-gap -->
"""


_FURTHER = "标准集: {名称: 另集, 版本: 甲, 沿用: 主, 适用类型: [离退休]}\n"
_LEFT_OUT = """编号: "3.1"
不适用: 不在名单内
稿源: 整理
依据: [{文件: 方案2019, 可信度: ✔}]
修订: [{日期: 2019-03-01, 内容: 首次整理}]
"""


_NO_WORDS = {
    "Review.criterion",
    "YearlyReview.criterion",
    "BatchReview.criterion",
    "BirthdayMonth.month",
    "Exemption.month",
    "PointsCounted.month",
    "DuesPayment.month",
    "Activity.time",
    "PlannedVisit.since",
    "PlannedVisit.until",
    "JointActivity.time",
    "Approval.digest",
    "RecordedDraw.digest",
    "DevelopmentCase.id",
    "CaseStep.step",
    "Submission.step",
    "Approval.marks",
}
"""What holds no words of people's own."""


_SENSIBLE: dict[str, Any] = {
    "观摩安排行程支部": "aa-2",
    "观摩安排各点党委": ["aa"],
    "分母": "1",
    "主题立项标准": ["3.1"],
    "月份": "2019-06",
    "支部评定要点": "3.1.1",
    "专人支部评定要点": "2.5.1",
    "抽签摘要": list_digest([DrawList("教师", 1, ["aa-1"])]),
}
"""What has to agree with the project's other records."""


FILES = [file for file in RECORD_FILES if file.record is not None]
"""Every kind of file that holds records."""


def place(project: Project, file: RecordFile) -> Path:
    """Where the first committee and branch have theirs."""
    return file.at(project.root / "records", committee="aa", branch="aa-1", year=2019)


def canaried(kind: type[Record], seen_by: Audience = Audience.PUBLIC, above: str = "") -> dict[str, Any]:
    """The sample of a kind with a canary in every text that not everybody may see."""
    return {field.label: _canary(field, seen_by, f"{above}{field.label}") for field in shape_of(kind)}


def _canary(field: FieldShape, seen_by: Audience, path: str) -> Any:
    audience = max(seen_by, field.audience, key=lambda each: each.rank)
    if field.record is not None:
        inner = canaried(field.record, audience, path)
        return [inner] if field.many else inner
    if (told := _SENSIBLE.get(path) or _SENSIBLE.get(field.label)) is not None:
        return told
    if field.kind in (FieldKind.IDENTIFIER, FieldKind.BRANCH):
        return ["aa-1"] if field.many else "aa-1"
    if field.kind not in (FieldKind.TEXT, FieldKind.NAME, FieldKind.PERSON) or audience is Audience.PUBLIC:
        return field.example
    word = f"{INTERNAL if audience is Audience.INTERNAL else RESTRICTED}{path}"
    return [word] if field.many else word


@pytest.fixture
def aviary(project: Project) -> Project:
    """The project with a canary in every field that not everybody may see."""
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    project.write("records/units/aa/aa-1/branch.yml", _BRANCH)
    project.write("records/units/aa/aa-1/2019.yml", _REGISTER)
    project.write("docs/standards/7-3.md", _HUMAN)
    shown = _HUMAN.replace("7.3", "7.1").replace("版别: 专人版\n", "")
    project.write("docs/standards/7-1.md", shown)
    project.write(
        "docs/standards/2-5.md", _HUMAN.replace("7.3", "2.5").replace("考核评价", "组织建设").replace("学校", "支部")
    )
    for number, name in ((2, "组织建设"), (7, "考核评价")):
        project.write(f"docs/aspects/{number}.md", f"---\n方面: {name}\n---\n# {name}\n")
    for file, unit, last in (("institution.yml", "学校", "1"), ("units/aa/committee.yml", "党委", "2")):
        with (project.root / "records" / file).open("a", encoding="utf-8") as opened:
            opened.write(_ABOVE.replace("UNIT", unit).replace("NUMBER", last))
    project.write("records/plan/2019.yml", _PLAN)
    slots = "".join(
        f"<!-- slot: {name} -->\n\n" for name in ("plan-head", "plan-phases", "plan-goals", "plan-handouts")
    )
    project.write("docs/plan/index.md", f"# 工作方案\n\n{slots}")
    showcase = project.branch / "showcase.md"
    text = showcase.read_text(encoding="utf-8")
    approval = next(line for line in text.splitlines() if line.startswith("审批: "))
    showcase.write_text(
        text.replace(approval, f"{_TOLD}{_APPROVAL}").replace("  方式: 预约\n", _PAUSED),
        encoding="utf-8",
    )
    project.write("records/units/aa/aa-2/showcase.md", _UNAPPROVED)
    for each in FILES:
        if not (path := place(project, each)).exists():
            assert each.record is not None
            path.parent.mkdir(exist_ok=True)
            path.write_text(as_yaml(canaried(each.record)), encoding="utf-8")
    school = project.root / "records/school/2019.yml"
    # The example of a project names a standard that this project does not have.
    school.write_text(school.read_text(encoding="utf-8").replace('"3.5"', '"3.1"'), encoding="utf-8")
    for name in ("plan/2019.yml", "plan/2019.txt", "handbook/index.md", "standards/3-1.md"):
        project.write(f"drafts/{name}", f"---\n名称: {NOBODY}草稿\n---\n\n一、{NOBODY}草稿正文。\n")
    project.seal()
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(config.replace("aspects/]", "aspects/, plan/index.md]"), encoding="utf-8")
    return project


def fields(value: Any) -> Iterator[tuple[str, Audience, object]]:
    """Every field at any depth: `Class.name`, its audience where it stands, its value."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if name != "source":
                inner = getattr(value, name)
                yield f"{type(value).__name__}.{name}", value.audience_here(name), inner
                yield from fields(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from fields(item)


def record_kinds(kind: type[Record]) -> set[type[Record]]:
    """The kind and every kind that it holds."""
    return {kind}.union(
        *(record_kinds(inner) for field in kind.model_fields.values() for inner in kinds_in(field.annotation))
    )


def kinds_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from kinds_in(argument)


def test_a_canary_sits_in_every_field_that_holds_words(aviary: Project) -> None:
    """A new field must get its canary here before it can be added."""
    index, problems = load_index(aviary.root / "records", aviary.root)
    assert index is not None, problems
    entry = index.branch("aa-1")
    assert entry is not None
    dossier, problems = load_dossier(entry, aviary.root)
    assert dossier is not None, problems
    plan, problems = load_plan(aviary.root / "records", aviary.root, 2019)
    assert plan is not None, problems
    shown = next(row for row in index.showcases if row.branch.id == "aa-1")
    assert shown.kept is not None
    read: list[Record] = [*index.records, *dossier.records, plan, shown.showcase, shown.kept]
    assert {file.record for file in FILES} - {type(record) for record in read} == set()
    held = [row for record in read for row in fields(record)]
    seen = {name for name, _, _ in held}
    assert {
        f"{kind.__name__}.{name}"
        for file in FILES
        if file.record is not None and file.record not in (Institution, Committee)
        for kind in record_kinds(file.record) | record_kinds(YearlyReview)
        for name in kind.model_fields
        if name != "source"
    } - seen == set()
    for name, audience, value in held:
        if isinstance(value, str) and not isinstance(value, Enum) and audience is not Audience.PUBLIC:
            assert ("雀" in value) or name in _NO_WORDS | identifiers(), name


def identifiers() -> set[str]:
    """The fields that hold ids, which are no words either."""
    kinds = {inner for file in FILES if file.record is not None for inner in record_kinds(file.record)}
    fields = ((kind, field) for kind in kinds for field in shape_of(kind))
    return {
        f"{kind.__name__}.{field.name}"
        for kind, field in fields
        if field.kind in (FieldKind.IDENTIFIER, FieldKind.BRANCH, FieldKind.CRITERION, FieldKind.STANDARD)
    }


def flock(folder: Path, word: str) -> list[str]:
    """The files that hold the word: in their bytes, in what a reader's tool reads of them, or in their name."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and (word in path.name or word.encode() in path.read_bytes() or any(word in text for text in readable(path)))
    ]


def canaries(project: Project, file: RecordFile) -> list[str]:
    """The strange words in one file, as they stand there."""
    text = place(project, file).read_text(encoding="utf-8")
    return re.findall(rf"(?:{INTERNAL}|{RESTRICTED})[\u4e00-\u9fff]+", text)


def pages_of(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html")))


def test_every_kind_of_file_is_shown(aviary: Project) -> None:
    """A kind of file that no page shows asks people for work and does nothing with it."""
    shown = pages_of(build(aviary, {"audience": "restricted"}))
    assert [file.id for file in FILES if not any(word in shown for word in canaries(aviary, file))] == []


def test_every_kind_of_file_is_guarded(aviary: Project) -> None:
    """The gate of the public edition looks for what each file keeps from the public."""
    settings = aviary.settings(Audience.PUBLIC)
    edition = Edition.of(survey(settings))
    guarded = set(edition.hidden_words())
    for judged in judge(edition.survey):
        view = BranchView.of(judged, Audience.PUBLIC)
        assert view is not None
        guarded.update(hidden_words(judged, view).words)
    assert {file.id: set(canaries(aviary, file)) - guarded for file in FILES} == {file.id: set() for file in FILES}


def test_record_pages_are_guarded_from_above(aviary: Project) -> None:
    """What the institution's own files keep from a reader is looked for on the pages of branches and committees too."""
    guarded = set(Edition.of(survey(aviary.settings(Audience.PUBLIC))).guarded_above)
    above = [file for file in FILES if file.owner is Owner.INSTITUTION and not file.pattern.startswith("plan/")]
    hidden = {word for file in above for word in canaries(aviary, file)}
    assert any(RESTRICTED in word for word in hidden)
    assert hidden - guarded == set()


def test_no_kind_of_file_changes_unseen(aviary: Project) -> None:
    """A change of one file, of whatever kind, changes the pages that show it in the very next build."""
    shown = pages_of(build(aviary, {"audience": "restricted"}))
    for file in FILES:
        path = place(aviary, file)
        word = next(word for word in canaries(aviary, file) if word in shown)
        path.write_text(path.read_text(encoding="utf-8").replace(word, f"{word}改过"), encoding="utf-8")
        shown = pages_of(build(aviary, {"audience": "restricted"}))
        assert f"{word}改过" in shown, file.id


def build(project: Project, options: dict[str, object]) -> Path:
    builder.build(project.config, read_settings(project.config, options), project.site, strict=False)
    return project.site


def test_no_canary_is_in_the_public_edition(aviary: Project) -> None:
    folder = build(aviary, {})
    assert (folder / "downloads/handbook.pdf").is_file()
    assert (folder / "showcases/aa-1/index.html").is_file()
    assert flock(folder, "雀") == []
    assert "支部由专任教师组成" in (folder / "branches/aa-1/index.html").read_text(encoding="utf-8")


def test_no_restricted_canary_is_in_the_internal_edition(aviary: Project) -> None:
    folder = build(aviary, {"audience": "internal"})
    assert flock(folder, RESTRICTED) == []
    assert flock(folder, NOBODY) == []
    found = flock(folder, INTERNAL)
    assert {"branches/aa-1/index.html", "plan/tasks/3-2-1/index.html", "plan/index.html"} <= set(found)


def test_the_restricted_edition_has_them_all(aviary: Project) -> None:
    folder = build(aviary, {"audience": "restricted"})
    assert {"branches/aa-1/index.html", "plan/tasks/3-2-2/index.html"} <= set(flock(folder, RESTRICTED))
    assert flock(folder, NOBODY) == []


@pytest.mark.parametrize("kind", UNIT_PRINTS, ids=lambda kind: kind.option)
def test_a_branch_on_paper_keeps_restricted_words_too(aviary: Project, kind: UnitPrint, tmp_path: Path) -> None:
    print_units(aviary.settings(Audience.INTERNAL), kind, ["aa-1"], tmp_path / "build")
    assert flock(tmp_path / "build", RESTRICTED) == []
    assert flock(tmp_path / "build", NOBODY) == []


def test_a_branch_file_shows_what_its_readers_may_see(aviary: Project, tmp_path: Path) -> None:
    (kind,) = (row for row in UNIT_PRINTS if row.option == "branches")
    print_units(aviary.settings(Audience.INTERNAL), kind, ["aa-1"], tmp_path / "build")
    assert flock(tmp_path / "build", INTERNAL) == ["aa-1-2019-file.pdf"]


_SHOWS_ALL = "generator.present.kit.record_table"
"""What shows every field of a record, whatever it says."""

_SECTIONS = "generator.model.register_sections"
"""What tells it which sections a file has."""

_ALIKE = {"generator.model.record", "generator.disclose.withheld", "generator.validate.privacy"}
"""Who looks at every field alike, whatever it says."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[tuple[type[Record], str]]:
    """The fields that the program or a template asks for by name, from here on."""
    found: set[tuple[type[Record], str]] = set()

    def spy(record: Record, name: str) -> Any:
        kind = type(record)
        if name in kind.model_fields and (kind, name) not in found:
            frame = sys._getframe(1)
            reader = frame.f_globals["__name__"]
            ours = reader.startswith("generator.") and reader not in _ALIKE
            if (ours and spells(frame, name)) or reader.startswith("jinja2.") or shows_all(frame):
                found.add((kind, name))
        return object.__getattribute__(record, name)

    monkeypatch.setattr(Record, "__getattribute__", spy)
    return found


def shows_all(frame: FrameType) -> bool:
    """Whether what asks shows every field of a record, or every section of a file."""
    reader = frame.f_globals["__name__"]
    return reader == _SHOWS_ALL or (reader == _SECTIONS and frame.f_code.co_name == "_sections")


def spells(frame: FrameType, name: str) -> bool:
    """Whether the code that asks, or what runs it, has that very name in it."""
    codes = [each.f_code for each in (frame, frame.f_back) if each is not None]
    return any(name in code.co_names or f"'{name}'" in repr(code.co_consts) for code in codes)


_NO_RECORDS = "generator.model.column_map"
"""What it declares is read with tables of other systems, which are no part of a site: `tests/load/workbook/test_mapped.py`."""


def declared() -> set[type[Record]]:
    """Every record kind of the model."""
    waiting, found = [Record], set()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__ == _NO_RECORDS:
            continue
        if kind is not Record and kind.__module__.startswith(("generator.model.", "generator.load.")):
            found.add(kind)
    return found


_SAMPLE = """名称: 请示
用途: 报上级党组织
标准: ["3.1"]
依据: [{文件: 方案2019, 可信度: ✔}]
版面: 公文
正文: "# 请示"
"""


def test_every_field_is_read_by_something(aviary: Project, asked: set[tuple[type[Record], str]]) -> None:
    """A field that nothing reads asks people for work and does nothing with it: use it, or take it out."""
    shipped = read_settings(ROOT / "mkdocs.yml", {})
    list(check(shipped))
    with_plan(shipped, propose(*read_round(shipped, None)))
    booked = BookedVisit("乙党支部", date(2019, 12, 5), "", "", 5)
    write_receipt(read_settings(aviary.config, {}), "", "aa-1", booked, aviary.root / "papers")
    aviary.write("docs/standards/lt/index.md", f"---\n{_FURTHER}---\n# 另集\n")
    aviary.write("docs/standards/lt/3-1.md", f"---\n{_LEFT_OUT}---\n# 3.1\n\n<!-- slot: standard-head -->\n")
    for name, old, new in (
        ("docs/standards/index.md", "学生, 离退休", "学生"),
        ("docs/standards/7-1.md", "检查: 人工评", "年历: {名称: 督查, 每: 季}, 检查: 人工评"),
        ("records/units/aa/aa-2/branch.yml", "成立: 2015-09-10", "成立: 2019-10-15"),
        ("records/units/aa/aa-2/branch.yml", "自: 2018-09-01", "自: 2019-10-15"),
        ("records/units/aa/aa-2/branch.yml", "自: 2018-06-20", "自: 2019-10-15"),
        ("records/units/aa/aa-2/2019.yml", "活动: []", "不评: {理由: 新成立, 单位: 学院党委, 日期: 2019-11-20}"),
        ("records/units/aa/aa-1/branch.yml", ", 摘要:", ", 撤回: {日期: 2019-11-20, 决定: 会议}, 摘要:"),
        ("records/units/aa/aa-1/showcase.md", "照着标准做。", "审批以后改成这样。"),
    ):
        aviary.write(name, (aviary.root / name).read_text(encoding="utf-8").replace(old, new))
    slots = (
        "home-notice",
        "home-moments",
        "plan-calendar",
        "plan-documents",
        "sources",
        "development-process",
        "development-dates",
    )
    process = (ROOT / "docs/development.yml").read_text(encoding="utf-8")
    aviary.write("docs/development.yml", process.replace('"17"', "aa-1"))  # the id that the canaries of all ids have
    documents = "".join(f"  - {{编号: {name}, 名称: 细则, 可信度: ◐}}\n" for name in re.findall("文件: (.+)", process))
    article = "{条: 第一条, 事项: 甲, 概述: 乙, 可信度: ✔, 说明: 丙}"
    told = f"可信度: ✔, 代号: plan, 条文页: committees.md, 条文: [{article}]"
    plan = f"  - {{编号: 方案2019, 名称: 推进方案, 年度: 2019, {told}}}\n"
    aviary.write("docs/moments.yml", "时候: [{编号: a, 名称: 甲, 步骤: [{办: 乙, 页: committees.md}]}]\n")
    aviary.write(
        "docs/search.yml",
        "类别: [{类: 空表, 说: 表格}]\n常问: [{在: committees.md, 问: 有哪些支部}]\n单位页: [{节: gaps, 问: 差什么}]\n单位简称: [{全: 研究生, 简: 研}]\n",
    )
    steps = "流程: [{步骤: 甲, 谁办: 乙, 说明: 丙, 表决: 是}]\n要点:"
    aviary.write("docs/sources.yml", f"方案: 方案2019\n文件:\n{plan}{documents}")
    standard = (aviary.root / "docs/standards/3-1.md").read_text(encoding="utf-8").replace("要点:", steps, 1)
    aviary.write("docs/standards/3-1.md", f"{standard}\n<!-- slot: standard-procedure -->\n")
    aviary.write(
        "docs/committees.md",
        "# 支部\n\n[[samples]]\n\n[[articles]]\n\n" + "".join(f"<!-- slot: {name} -->\n\n" for name in slots),
    )
    aviary.write("docs/samples/01.yml", _SAMPLE)
    starter_files(ROOT, Naming("乙丙大学"))
    own = {"audience": "internal", "scope": "branch:aa-1"}
    for options in ({"audience": "public"}, {"audience": "internal"}, {"audience": "restricted"}, own):
        settings, folder = read_settings(aviary.config, dict(options)), "-".join(options.values()).replace(":", "-")
        builder.build(aviary.config, settings, aviary.root / folder / "site", strict=False)
    missed = {
        f"{kind.__name__}.{name}"
        for kind in declared()
        for name in kind.model_fields
        if name != "source"
        and not any(name == field and (issubclass(kind, other) or issubclass(other, kind)) for other, field in asked)
    }
    assert " ".join(sorted(missed)) == ""
