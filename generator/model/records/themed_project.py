"""主题立项: the call of 学校, and projects from application to results; no names and no marks (方案三（四）2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Identifier, Name, StandardId, Text
from generator.model.record import Audience, FormLayout, Record, RecordRule, entry, not_before
from generator.model.records.approval import Approval

_PUBLIC = Audience.PUBLIC
_SYSTEM = "Y36"


class ProjectCall(Record):
    """立项通知: what 学校 calls for, until when one may apply, and until when a project is finished."""

    APPROVED_AS: ClassVar[str] = "call"
    SYSTEMS: ClassVar[tuple[str, ...]] = (_SYSTEM,)
    RULES: ClassVar[tuple[RecordRule, ...]] = (not_before("申报截止", "日期"), not_before("结项期限", "申报截止"))

    id: Identifier = entry("编号", _PUBLIC, example="2019-tz1", hint="项目用它写明是应哪一份通知申报的")
    name: Name = entry("名称", _PUBLIC, example="2019年组织生活主题立项通知")
    on: Day = entry("日期", _PUBLIC, example="2019-10-15")
    number: Text | None = entry("文号", _PUBLIC, example="示大党组〔2019〕15号", default=None)
    apply_until: Day = entry("申报截止", _PUBLIC, example="2019-11-08")
    finish_until: Day = entry("结项期限", _PUBLIC, example="2020-10-31")
    topics: tuple[Text, ...] = entry("选题", _PUBLIC, example=["主题党日怎样同业务合开"], default=())
    asked: tuple[Text, ...] = entry("要求", _PUBLIC, example=["写明从自查的哪个缺口来"], default=(), hint="一条一句")
    ceiling: Count | None = entry("资助上限", example="3000", default=None, hint="元")
    approval: Approval | None = entry("审批", example={"提出": "党委组织部"}, default=None, hint="没有审批的不进公开版")


class ReviewAdvice(StrEnum):
    """What the reviewers advise."""

    FUND = "建议立项"
    REVISE = "修改后再报"
    REJECT = "不予立项"


class ProjectReview(Record):
    """评审 of an application: who, on which day, with what advice; no marks."""

    on: Day = entry("日期", example="2019-11-12")
    by: Text = entry("单位", example="党委组织部", hint="写单位或职务，不写姓名")
    result: ReviewAdvice = entry("结论", example="建议立项")
    opinion: Text | None = entry("意见", example="题目具体，第二步要写清谁来做", default=None)


class ProjectFunding(Record):
    """立项: by which document, with how much money."""

    on: Day = entry("日期", _PUBLIC, example="2019-11-14")
    number: Text | None = entry("文号", _PUBLIC, example="示大党组〔2019〕18号", default=None)
    amount: Count | None = entry("资助", example="3000", default=None, hint="元；没有资助的不写")


class CompletionResult(StrEnum):
    """Whether a project is finished."""

    PASSED = "通过"
    DEFERRED = "暂缓"
    FAILED = "不予结项"


class ProjectCompletion(Record):
    """结项: its day may lie in a later year than the register's."""

    ended_on: Day = entry("日期", _PUBLIC, example="2020-10-20")
    result: CompletionResult = entry("结论", _PUBLIC, example="通过")
    opinion: Text | None = entry("意见", example="三次活动都有记录，表已有两个支部在用", default=None)


class ProjectResult(Record):
    """成果: something that others can look at or use."""

    name: Name = entry("名称", _PUBLIC, example="代码评审组织生活记录表")
    form: Text = entry("形式", _PUBLIC, example="表格", hint="案例、表格、课件、制度……")
    used: Text | None = entry("用在", _PUBLIC, example="学院三个教师支部", default=None, hint="谁在用、在哪里看")


class ProjectState(StrEnum):
    """How far a themed project has come."""

    APPLIED = "申报"
    REJECTED = "未立项"
    FUNDED = "立项"
    DEFERRED = "暂缓结项"
    FAILED = "不予结项"
    FINISHED = "结项"


_ENDED = {
    CompletionResult.PASSED: ProjectState.FINISHED,
    CompletionResult.DEFERRED: ProjectState.DEFERRED,
    CompletionResult.FAILED: ProjectState.FAILED,
}


def _after(step: str, earlier: str) -> RecordRule:
    message = f"{step}（{{{step}.日期}}）早于{earlier.partition('.')[0]}（{{{earlier}}}）"
    return RecordRule("R286", step, (f"{step}.日期 < {earlier}",), message, "请核对两个日期。")


class ThemedProject(Record):
    """主题立项: one branch's project of organizational life, step by step.

    Its state follows from the steps that are filled in.  `summary` says from which lack it comes and what is tried.
    """

    APPROVED_AS: ClassVar[str] = "project"
    SYSTEMS: ClassVar[tuple[str, ...]] = (_SYSTEM,)
    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="themed-project",
            title="组织生活主题立项申报",
            number="校01",
            revised=date(2026, 11, 28),
            note="一个题目说一件事：从自查的哪个缺口来，怎么做，多久见结果，做不成的怎么办。",
            without=frozenset({"编号", "评审", "立项", "结项", "成果", "审批"}),
            paper={"怎么做（步骤与时间）": (), "要花的人时和经费": (), "怎样算做成": ()},
            signatures=("支部书记", "基层党委意见（职务）"),
        ),
    )
    RULES: ClassVar[tuple[RecordRule, ...]] = (
        _after("评审", "申报"),
        _after("立项", "申报"),
        _after("立项", "评审.日期"),
        _after("结项", "立项.日期"),
        RecordRule("W311", "结项", ("有 结项", "没有 立项"), "写了结项，没有写立项", "请补写立项的日期和文号。"),
    )

    id: Identifier = entry("编号", _PUBLIC, example="2019-lx1", hint="各年都不重复；审批按它找")
    call: Identifier | None = entry("通知", _PUBLIC, example="2019-tz1", default=None, hint="立项通知的编号")
    branch: BranchId = entry("支部", _PUBLIC, example="xx-js1")
    partners: tuple[BranchId, ...] = entry("合作支部", _PUBLIC, example=["xx-yjs1"], default=())
    name: Name = entry("题目", _PUBLIC, example="代码评审里的组织生活")
    summary: Text | None = entry(
        "摘要", _PUBLIC, example="自查发现会议议题空泛，试着……", default=None, hint="从哪个缺口来、试什么，300 字以内"
    )
    standards: tuple[StandardId, ...] = entry("标准", _PUBLIC, example=["3.5"], default=(), hint="对着哪几项标准")
    on: Day = entry("申报", _PUBLIC, example="2019-11-05")
    review: ProjectReview | None = entry("评审", example={"日期": "2019-11-12", "结论": "建议立项"}, default=None)
    funding: ProjectFunding | None = entry("立项", _PUBLIC, example={"日期": "2019-11-14"}, default=None)
    completion: ProjectCompletion | None = entry("结项", _PUBLIC, example={"日期": "2020-10-20"}, default=None)
    results: tuple[ProjectResult, ...] = entry("成果", _PUBLIC, example=[{"名称": "记录表"}], default=())
    approval: Approval | None = entry("审批", example={"提出": "党委组织部"}, default=None, hint="没有审批的不进公开版")

    @property
    def decision(self) -> ProjectFunding | ProjectReview | None:
        """What decided on the application: its funding, or the review that turned it down; None while it is open."""
        rejected = self.review is not None and self.review.result is ReviewAdvice.REJECT
        return self.funding or (self.review if rejected else None)

    def state_on(self, day: date) -> ProjectState:
        """How far it has come by that day."""
        decision = self.decision
        if decision is None or day < decision.on:
            return ProjectState.APPLIED
        if decision is not self.funding:
            return ProjectState.REJECTED
        ended = self.completion is not None and self.completion.ended_on <= day
        return _ENDED[self.completion.result] if self.completion and ended else ProjectState.FUNDED

    @property
    def decided(self) -> bool:
        """Whether it has been funded; applications, and what was turned down, are nobody else's business."""
        return self.funding is not None
