"""A small institution made of literals, and golden files (`pytest tests/present --snapshot-update` rewrites them)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.evaluate.checks import CHECKS
from generator.model.approved import marks, pieces, seal
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Evidence, Finding, UnitAssessment, Verdict
from generator.model.index import BranchEntry, CommitteeEntry, Index, ShowcaseEntry
from generator.model.judged_year import PlanJudgement, PlanState
from generator.model.kinds import BranchKind, Duty, Part
from generator.model.period import Cycle, Period, periods
from generator.model.picture import PictureFacts, PublishedPicture
from generator.model.record import SOURCE_KEY, Audience, Source
from generator.model.records.branch_plan import PlanStep
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.development_process import DevelopmentProcesses
from generator.model.records.organisation import Committee, Institution
from generator.model.records.plan import Plan
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.records.school_register import SchoolRegister
from generator.model.records.showcase import Showcase
from generator.model.records.snapshot import YearSnapshot
from generator.model.records.sources import Sources
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.model.summary import BranchSummary, CommitteeSummary, summarise, summarise_committee
from generator.model.year_course import HoursReached, course_of
from generator.present.kit.site import Site
from generator.settings import Scope
from tests.showcases import VISIT

AS_OF = date(2019, 11, 25)
SOURCES = Sources.model_validate(
    {
        "方案": "方案2019",
        "文件": [
            {"编号": "方案2019", "名称": "示例大学2019年推进方案", "年度": "2019", "可信度": "✔"},
            {"编号": "条例", "名称": "支部工作条例（试行）", "发文": "中共中央", "自": "2018-10-28", "可信度": "✔"},
        ],
    }
)
_STEPS = [
    {
        "编号": "1",
        "名称": "递交申请",
        "谁办": "本人",
        "说明": "年满 18 岁",
        "满18岁": "是",
        "条款": "第六条",
        "可信度": "✔",
    },
    {
        "编号": "6",
        "名称": "考察",
        "谁办": "党支部",
        "在后": ["1"],
        "定期": {"每": 6, "单位": "月", "线": "软"},
        "可信度": "○",
    },
    {
        "编号": "7",
        "名称": "确定",
        "谁办": "党支部",
        "在后": ["6"],
        "公示": {"至少": 5, "线": "说明"},
        "表决": "接收预备党员",
        "可信度": "◐",
    },
    {"编号": "17", "名称": "审批", "谁办": "上级党委", "在后": ["7"], "审批": "是", "上报": "是", "可信度": "◐"},
    {"编号": "18", "名称": "备案", "谁办": "组织部门", "在后": ["17"], "可信度": "○"},
]
_INTERVALS = [
    {"从": "1", "之后": "7", "至少": 12, "单位": "月", "线": "硬", "条款": "第十三条", "可信度": "◐"},
    {
        "从": "17",
        "起点": "上报日",
        "之后": "17",
        "至多": 3,
        "特殊至多": 6,
        "单位": "月",
        "线": "硬",
        "可信度": "○",
        "说明": "待核",
    },
]
PROCESSES = DevelopmentProcesses.model_validate(
    {
        "版本": [
            {
                "编号": id,
                "名称": f"流程（{id}）",
                "文件": "条例",
                "稿源": "整理",
                **days,
                "阶段": [
                    {"名称": "申请", "称呼": "申请人", "环节": _STEPS[:2]},
                    {"名称": "确定", "称呼": "对象", "环节": _STEPS[2:]},
                ],
                "期限": _INTERVALS,
                "延长": {"环节": "7", "次数": 1, "至少": 6, "至多": 12, "单位": "月", "线": "硬", "可信度": "○"},
                "将离开": {"环节": "7", "至少": 3, "单位": "月", "线": "软", "可信度": "◐"},
            }
            for id, days in (("旧", {"至": "2026-04-30"}), ("新", {"自": "2026-05-01"}))
        ]
    }
)
_PRINTED = {
    "handbook": 1_432_000,
    "handbook-large": 1_000_000,
    "plan-2019": 41_000,
    "forms": 310_000,
    "aspect-3": 98_000,
    "role-secretary": 999_000,
}
SNAPSHOTS = Path(__file__).parent / "snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", default=False, help="rewrite the golden files")


PROSE = "正文**一段**。"


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare with a golden file."""

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        if request.config.getoption("--snapshot-update", default=False):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text, f"{name} 与快照不同；看过差别后用 --snapshot-update 更新"

    return compare


def _standard(id: str, name: str, aspect: str, criteria: list[dict[str, Any]], **more: Any) -> Standard:
    record = {
        "编号": id,
        "名称": name,
        "方面": aspect,
        "类别": "定量",
        "稿源": "整理",
        "依据": [{"文件": "方案2019", "条款": "三（二）3", "可信度": "✔"}],
        "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
        "要点": criteria,
    }
    return Standard.model_validate(record | more)


def _criterion(id: str, text: str, **more: Any) -> dict[str, Any]:
    return {"编号": id, "要求": text, "责任主体": "支部", "检查": "频次"} | more


@pytest.fixture
def standards() -> tuple[Standard, ...]:
    meeting = {"记录": "支部党员大会", "每": "季", "至少": "1"}
    theme_day = {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"}
    return (
        _standard(
            "1.1",
            "理论武装",
            "政治建设",
            [
                _criterion("1.1.1", "每季专题学习", 稿源="自拟", 口径=["A11", "A35"]),
                _criterion("1.1.2", "学习有回音", 类别="定性", 检查="人工评", 参数={"每": "年"}),
            ],
            类别="混合",
            依据=[{"文件": "条例", "可信度": "○", "说明": "待查条号"}],
            口径=["A11"],
        ),
        _standard("2.5", "软弱涣散整顿", "组织建设", [_criterion("2.5.1", "限期整顿")], 版别="专人版"),
        _standard(
            "3.1",
            "支部党员大会",
            "组织生活",
            [_criterion("3.1.1", "每季至少召开 1 次", 生效="2019-03-01", 参数=meeting)],
        ),
        _standard(
            "3.5",
            "主题党日",
            "组织生活",
            [_criterion("3.5.1", "每月第四个星期四开展", 检查="日期规则", 参数=theme_day)],
        ),
        _standard("4.1", "双带头人", "党支部书记队伍建设", [_criterion("4.1.1", "名单内全覆盖", 责任主体="基层党委")]),
    )


@pytest.fixture
def standard_set(standards: tuple[Standard, ...]) -> StandardSet:
    return StandardSet(
        id="",
        name="整理稿",
        version="2019-03",
        valid_from=None,
        valid_until=None,
        kinds=tuple(BranchKind),
        standards=standards,
        parameters={
            row.id: CHECKS[row.check].parameters.model_validate(row.parameters)
            for standard in standards
            for row in standard.criteria
            if row.parameters  # as after loading, where parameters that do not validate are left out
        },
    )


@pytest.fixture
def profile() -> Profile:
    record = {
        "名称": "示例学院第一教师党支部",
        "类型": "教师",
        "成立": "2015-09-10",
        "党员人数": [{"自": "2019-03-01", "正式": "16", "预备": "2"}],
        "支委": [{"职务": "书记", "姓名": "甲乙", "自": "2018-06-20", "分工": "主持全面"}],
        "党小组": [{"名称": "第一党小组", "组长": "丙丁", "自": "2018-06-20"}],
        "台账核对至": "2019-10-31",
        "核对人": "学院党委组织员",
        "公开简介": {
            "简介": "支部由专任教师组成",
            "荣誉": [
                {
                    "名称": "标准化党支部",
                    "级别": "校级",
                    "发文单位": "示例大学党委",
                    "日期": "2019-06-28",
                    "状态": "命名",
                }
            ],
        },
        SOURCE_KEY: Source("records/units/cs/cs-1/branch.yml", 1, 1),
    }
    return Profile.model_validate(record)


def _remedy(problem: str, labels: list[str], standards: list[str], *, due: str, done: str | None = None) -> Any:
    record = {"问题": problem, "类别": labels, "标准": standards, "措施": "改过来", "责任": "组织委员", "期限": due}
    return record | ({"完成": done} if done else {})


@pytest.fixture
def register() -> Register:
    path = "records/units/cs/cs-1/2019.yml"
    meeting = {
        SOURCE_KEY: Source(path, 2, 3),
        "类型": ["支部党员大会", "党课"],
        "日期": "2019-03-14",
        "时间": "14:30-16:10",
        "地点": "教学楼302",
        "主持": "支部书记",
        "记录": "组织委员",
        "应到": "18",
        "实到": "16",
        "缺席": {"请假": "1", "未请假": "1"},
        "议题": [
            {
                "事项": "审议支部计划",
                "表决": {"应到会有表决权": "16", "到会": "14", "赞成": "14", "书面意见": "1"},
                "决议": "通过",
            }
        ],
        "党课": {"题目": "学习条例", "主讲": "支部书记"},
        "落实": [{"事项": "报送学院", "责任": "组织委员", "期限": "2019-05-10"}],
        "补学": {"日期": "2019-03-18", "人数": "2"},
        "原始记录": "记录本第12页",
        "备注": "补录于4月2日",
    }
    day = {
        SOURCE_KEY: Source(path, 20, 3),
        "类型": ["主题党日"],
        "日期": "2019-08-29",
        "主持": "支部书记",
        "应到": "18",
        "实到": "18",
        "主题党日": {"主题": "走进社区", "改期": {"理由": "计划日在暑假", "批准": "学院组织员同意"}},
    }
    old = {
        SOURCE_KEY: Source(path, 40, 3),
        "类型": ["党小组会"],
        "党小组": "第一党小组",
        "日期": "2018-12-20",
        "主持": "党小组组长",
        "应到": "9",
        "实到": "9",
        "议题": [{"事项": "读书"}],
    }
    record = {
        "活动": [meeting, day, old],
        "学时": {
            "书记和委员": [{"职务": "书记", "自": "2018-06-20", "学时": "58"}],
            "党员": [{"学时": "36", "人数": "14"}],
        },
        "换届": [
            {
                "日期": "2018-06-20",
                "应到有选举权": "16",
                "实到有选举权": "15",
                "发出票": "15",
                "收回票": "15",
                "当选": [{"职务": "书记", "得票": "15"}],
                "延期": {"至": "2019-11-30", "批准": "学院党委批复", "理由": "书记出访"},
                "批复": "学院党委批复",
            }
        ],
        "免开": [{"类型": "主题党日", "月份": "2019-07", "理由": "全月暑假"}],
        "推进计划": {
            "经过": [
                {"环节": "支部讨论", "日期": "2019-05-09", "单位": "支部党员大会"},
                {"环节": "首次报送", "日期": "2019-05-20", "单位": "示例学院党委", "说明": "附一支部一策"},
                {"环节": "退回", "日期": "2019-05-24", "单位": "党委组织部", "说明": "第三部分没有分工"},
                {"环节": "再次报送", "日期": "2019-11-26", "单位": "示例学院党委"},
            ],
            "工作": [
                {"事项": "规范主题党日", "措施": "主题提前一周定", "责任": "组织委员", "期限": "2019-09-30"},
                {"事项": "结对联学", "责任": "支部书记", "期限": "2019-12-20"},
            ],
        },
        "对策": [
            _remedy("党课年初没有排", ["弱化"], ["1.1"], due="2019-09-15", done="2019-09-12"),
            _remedy("主题党日改期不写理由", ["虚化", "边缘化"], ["3.5", "3.1"], due="2019-11-24"),
            _remedy("会议记录只写结论", ["虚化"], ["3.1"], due="2019-11-25"),
        ],
        "评定": [{"要点": "1.1.2", "结论": "符合", "评定单位": "学院党委", "日期": "2019-11-08", "意见": "有回音"}],
    }
    return Register.model_validate(record)


@pytest.fixture
def dossier(profile: Profile, register: Register) -> Dossier:
    settled = {
        "单位": "学院党委",
        "日期": "2019-11-20",
        "截至": "2019-11-20",
        "判定": [
            {"要点": "3.1.1", "考核期": "2019-Q1", "结论": "缺项"},
            {"要点": "3.1.1", "考核期": "2019-Q2", "结论": "缺项"},
            {"要点": "3.9.1", "考核期": "2019", "结论": "符合"},
        ],
    }
    return Dossier.assemble(
        "cs-1", "cs", profile, {2019: register}, {"snapshot-2019.yml": YearSnapshot.model_validate(settled)}
    )


def finding(criterion: str, period: Period, verdict: Verdict, **more: Any) -> Finding:
    """A finding of a criterion of the branch's own, counted, unless told otherwise."""
    values: dict[str, Any] = {
        "standard": criterion.rsplit(".", 1)[0],
        "criterion": criterion,
        "part": Part.QUANTITATIVE,
        "duty": Duty.BRANCH,
        "period": period,
        "verdict": verdict,
        "reason": f"记录显示{period.name}如此",
    }
    return Finding(**(values | more))


@pytest.fixture
def assessment(dossier: Dossier) -> Assessment:
    year = Period.year(2019)
    quarters, months = periods(Cycle.QUARTER, 2019), periods(Cycle.MONTH, 2019)
    meeting = dossier.evidence(dossier.activities[1])
    theme_day = dossier.evidence(dossier.activities[2])
    by_month = {
        8: (Verdict.MET, (theme_day,)),
        9: (Verdict.NO_RECORD, ()),
        11: (Verdict.DUE_SOON, ()),
        12: (Verdict.NOT_DUE, ()),
    }
    rows = (
        finding("1.1.1", year, Verdict.ADVISORY, readings=("A11", "A35")),
        finding(
            "1.1.2",
            year,
            Verdict.AWAITING_REVIEW,
            part=Part.QUALITATIVE,
            evidence=(Evidence(Source("x/2019.yml", 90, 5), "", "评定"),),
        ),
        finding("3.1.1", quarters[0], Verdict.MET, evidence=(meeting,)),
        finding("3.1.1", quarters[1], Verdict.UNMET, reason="记录显示第二季度没有召开"),
        finding("3.1.1", quarters[2], Verdict.UNMET, reason="记录显示第三季度没有召开"),
        finding("3.1.1", quarters[3], Verdict.NOT_DUE, due=date(2019, 12, 31)),
        *(
            finding(
                "3.5.1",
                month,
                verdict,
                evidence=evidence,
                due=date(2019, 11, 28) if number == 11 else None,
                reason="记录显示同一句话",
            )
            for number, month in enumerate(months, start=1)
            for verdict, evidence in [by_month.get(number, (Verdict.NOT_APPLICABLE, ()))]
        ),
        finding("4.1.1", year, Verdict.UNMET, duty=Duty.COMMITTEE, quoted=True),
    )
    return Assessment(branch="cs-1", year=2019, as_of=AS_OF, standard_set="", findings=rows)


@pytest.fixture
def showcase() -> Showcase:
    record = {
        "标题": "把组织生活开在实验室旁",
        "一句话": "有计划、有记录、有回音",
        **yaml.load(VISIT, yaml.BaseLoader),
        "摘要": "年初排一张表，月月对一遍。",
        "来历": [{"时间": "2018-03", "事": "自查"}],
        "荣誉": [
            {
                "名称": "样板党支部",
                "级别": "校级",
                "发文单位": "学校党委",
                "文号": "〔2019〕1号",
                "年度": "2019",
                "状态": "培育",
            }
        ],
        "带走": [
            {"名称": "记录样表", "标准": "3.1", "表": "general-meeting"},
            {"名称": "一张年历", "标准": "3.5", "文件": "files/calendar.docx"},
        ],
        "七个有力": ["教育党员"],
        "须知": ["不碰仪器"],
        "数说": {"统计至": "2019-10-18", "次数": {"支部党员大会": "4"}},
        "照片": [
            {"文件": "photos/room.jpg", "替代文字": "长桌与书架", "图注": "活动室", "放在": "封面"},
            {"文件": "photos/lab.jpg", "替代文字": "仪器", "图注": "实验室"},
        ],
        "审批": {
            "提出": "支部书记",
            "审核": "副书记",
            "审核日期": "2019-10-18",
            "保密审查": "保密员",
            "保密审查日期": "2019-10-18",
            "审批": "书记",
            "日期": "2019-10-20",
            "范围": "社会公开",
            "期限": "2020-12-31",
        },
    }
    made = Showcase.model_validate(record)
    rows = pieces(made, PROSE)
    assert made.approval is not None
    approval = made.approval.model_copy(update={"digest": seal(rows), "marks": marks(rows)})
    return made.model_copy(update={"approval": approval})


@pytest.fixture
def committee_register() -> CommitteeRegister:
    path = "records/units/cs/2019.yml"
    issue = {
        SOURCE_KEY: Source(path, 6, 5),
        "问题": "记录不全",
        "支部": "cs-1",
        "措施": "补齐",
        "销号日期": "2019-04-11",
    }
    return CommitteeRegister.model_validate(
        {
            "台账核对至": "2019-10-31",
            "研判": [
                {SOURCE_KEY: Source(path, 4, 3), "日期": "2019-03-21", "纪要": "纪要第 3 期", "问题": [issue]},
                {SOURCE_KEY: Source(path, 9, 3), "日期": "2019-06-20", "研判支部数": "2"},
            ],
            "结对共建": [
                {
                    "编号": "2019-jd1",
                    "对方": "帮扶村党支部",
                    "支部": ["cs-1", "cs-2"],
                    "自": "2019-05-10",
                    "活动": [{"日期": "2019-09-20", "内容": "设备修好"}, {"日期": "2019-12-20", "内容": "还没有到"}],
                },
                {"编号": "2019-jd2", "对方": "社区党支部", "支部": ["cs-2"], "自": "2018-04-01", "至": "2019-04-01"},
            ],
        }
    )


_SCHOOL = {"级别": "校级", "发文单位": "中共示例大学委员会", "文号": "示大党发〔2019〕21号", "日期": "2019-06-28"}
_CONFERRED = {
    "选树": [
        {**_SCHOOL, "编号": "2019-xs1", "支部": "cs-1", "选树": "样板党支部", "依据": "复评意见", "状态": "培育"},
        {
            "编号": "2019-xs2",
            "支部": "cs-2",
            "选树": "样板党支部",
            "级别": "教育部",
            "发文单位": "教育部思想政治工作司",
            "日期": "2019-11-20",
            "依据": "第二批名单",
            "状态": "通过验收",
        },
    ],
    "表彰": [
        {**_SCHOOL, "编号": "2019-bz1", "奖项": "先进党支部", "支部": ["cs-1", "cs-2"], "状态": "表彰"},
        {
            **_SCHOOL,
            "编号": "2019-bz2",
            "奖项": "优秀共产党员",
            "人数": "10",
            "公示自": "2019-06-14",
            "公示至": "2019-06-20",
            "状态": "表彰",
        },
        {**_SCHOOL, "编号": "2019-bz3", "奖项": "优秀党务工作者", "人数": "9", "状态": "公示"},
    ],
    "立项通知": [
        {
            "编号": "2019-tz1",
            "名称": "主题立项通知",
            "日期": "2019-10-15",
            "文号": "示大党组〔2019〕15号",
            "申报截止": "2019-11-08",
            "结项期限": "2020-10-31",
            "选题": ["主题党日同业务合开", "缺席怎样补上"],
            "要求": ["写明从哪个缺口来"],
        }
    ],
    "主题立项": [
        {
            "编号": "2019-lx1",
            "通知": "2019-tz1",
            "支部": "cs-1",
            "合作支部": ["cs-2"],
            "题目": "代码评审里的组织生活",
            "摘要": "自查发现会议议题空泛。",
            "标准": ["3.1"],
            "申报": "2019-11-05",
            "评审": {"日期": "2019-11-08", "单位": "党委组织部", "结论": "建议立项", "意见": "写清步骤"},
            "立项": {"日期": "2019-11-10", "文号": "示大党组〔2019〕18号", "资助": "3000"},
            "结项": {"日期": "2019-11-20", "结论": "通过", "意见": "有人在用"},
            "成果": [{"名称": "记录表", "形式": "表格", "用在": "学院三个支部"}, {"名称": "讲稿", "形式": "讲稿"}],
        },
        {"编号": "2019-lx2", "支部": "cs-2", "题目": "还在申报的", "申报": "2019-11-05"},
    ],
}


@pytest.fixture
def school_register() -> SchoolRegister:
    row = {
        SOURCE_KEY: Source("records/school/2019.yml", 3, 3),
        "日期": "2019-10-18",
        "方式": "随机抽查",
        "抽到的支部": ["cs-1", "cs-2"],
    }
    campaign = {
        "编号": "2019-hd1",
        "日期": "2019-09-27",
        "名称": "“歌唱祖国”校园快闪",
        "类别": "快闪",
        "条款": "三（三）2",
        "主办": ["党委宣传部"],
        "参加": [
            {"对象": "学生党员", "应参加": "168", "实参加": "151"},
            {"对象": "预备党员", "应参加": "9", "实参加": "9"},
        ],
    }
    contacts = [
        {
            "领导": "党委书记",
            "联系支部": ["cs-1", "cs-2"],
            "活动": [{"日期": "2019-10-24", "支部": "cs-1", "调研": "听课"}],
        },
        {"领导": "校长", "联系支部": ["cs-1"]},
    ]
    trainees = [{"支部": "cs-1", "人数": "1", "职务": "书记"}, {"支部": "cs-2", "人数": "3"}]
    held = {"编号": "2019-sj1", "名称": "轮训班", "层级": "学校", "日期": "2019-04-11", "学时": "8", "内容": "学条例"}
    given = {
        "督查": [row],
        "特色活动": [campaign],
        "联系点": contacts,
        "培训": [{**held, "参加": trainees}],
        **_CONFERRED,
    }
    visit = {"日期": "2019-11-12", "观摩点": "cs-1", "来访支部": ["cs-2"]}
    planned = {"观摩点": "cs-1", "自": "14:30", "至": "16:00"}
    schedule = {
        "编号": "2019-gm1",
        "自": "2019-11-01",
        "至": "2019-12-31",
        "每批支部": "2",
        "不参加": [{"支部": "cs-1", "理由": "只接待"}],
        "行程": [
            {**planned, "支部": "cs-2", "日期": "2019-11-12", "状态": "商定"},
            {**planned, "支部": "cs-2", "日期": "2019-12-06"},
            {**planned, "支部": "cs-2", "日期": "2019-12-13", "状态": "取消"},
        ],
    }
    return SchoolRegister.model_validate(given | {"交叉观摩": [visit], "观摩安排": [schedule]})


@pytest.fixture
def units_found(
    committee_register: CommitteeRegister, school_register: SchoolRegister
) -> tuple[UnitAssessment, UnitAssessment]:
    """What the committee and 学校 show about their own duties."""
    first, second = committee_register.reviews
    quarters = periods(Cycle.QUARTER, 2019)
    by_committee = (
        finding("4.1.1", quarters[0], Verdict.MET, duty=Duty.COMMITTEE, evidence=(Evidence(first.source, "", "研判"),)),
        finding("4.1.1", quarters[1], Verdict.UNMET, duty=Duty.COMMITTEE, readings=("A22",)),
        finding(
            "4.1.1",
            quarters[2],
            Verdict.ADVISORY,
            duty=Duty.COMMITTEE,
            evidence=(Evidence(first.issues[0].source, "", "问题"), Evidence(second.source, "", "研判")),
        ),
    )
    drawn = (Evidence(school_register.inspections[0].source, "", "督查"),)
    by_school = (finding("4.1.1", Period.year(2019), Verdict.MET, duty=Duty.INSTITUTION, evidence=drawn),)
    return (
        UnitAssessment(duty=Duty.COMMITTEE, unit="cs", year=2019, as_of=AS_OF, standard_set="", findings=by_committee),
        UnitAssessment(duty=Duty.INSTITUTION, unit="", year=2019, as_of=AS_OF, standard_set="", findings=by_school),
    )


PICTURES = {
    "photos/room.jpg": PublishedPicture(stem="photos/room", facts=PictureFacts(1600, 1000, drawing=False)),
    "photos/lab.jpg": PublishedPicture(stem="photos/lab", facts=PictureFacts(600, 800, drawing=False)),
}


@pytest.fixture
def index(showcase: Showcase, committee_register: CommitteeRegister, school_register: SchoolRegister) -> Index:
    first = BranchEntry(
        id="cs-1", committee="cs", name="示例学院第一教师党支部", kind=BranchKind.TEACHERS, folder=Path("cs-1")
    )
    second = BranchEntry(
        id="cs-2", committee="cs", name="示例学院学生党支部", kind=BranchKind.STUDENTS, folder=Path("cs-2")
    )
    committee = Committee.model_validate({"名称": "示例学院党委", "类型": "基层党委"})
    empty = Committee.model_validate({"名称": "机关党总支", "类型": "党总支", "审批权限": "否"})
    return Index(
        institution=Institution.model_validate(
            {
                "名称": "示例大学",
                "假期": [
                    {"名称": "暑假", "自": "2019-07-13", "至": "2019-09-01"},
                    {"名称": "运动会", "自": "2019-11-06", "至": "2019-11-08"},
                ],
            }
        ),
        committees=(
            CommitteeEntry(
                id="cs", committee=committee, branches=(first, second), further={"2019.yml": committee_register}
            ),
            CommitteeEntry(id="jg", committee=empty, branches=()),
        ),
        further={"school/2019.yml": school_register},
        showcases=(
            ShowcaseEntry(branch=first, showcase=showcase, prose=PROSE, folder=Path("cs-1"), pictures=PICTURES),
        ),
    )


MakeSite = Callable[..., Site]


@pytest.fixture
def make_site(index: Index, standard_set: StandardSet) -> MakeSite:
    def make(audience: Audience = Audience.INTERNAL, scope: Scope | None = None, **more: Any) -> Site:
        values: dict[str, Any] = {
            "institution": index.institution,
            "index": index,
            "sets": (standard_set,),
            "sources": SOURCES,
            "as_of": AS_OF,
            "year": 2019,
            "audience": audience,
            "scope": scope,
            "processes": PROCESSES,
            "prints": {f"downloads/{name}.pdf": size for name, size in _PRINTED.items()},
        }
        return Site(**(values | more))

    return make


@pytest.fixture
def year_plan() -> Plan:
    """A year's plan that asks every branch for a 推进计划 by 20 May."""
    task = {
        "条款": "三（一）3",
        "名称": "研制支部推进计划",
        "责任单位": ["党支部"],
        "期限": "2019-05-20",
        "台账": "推进计划",
    }
    phase = {"条款": "三（一）", "名称": "强化意识", "自": "2019-03-01", "至": "2019-04-30", "任务": [task]}
    return Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": [phase]})


@pytest.fixture
def plan() -> PlanJudgement:
    """The dossier's 推进计划: on time, returned, one remedy past its date."""
    state = PlanState(Verdict.MET, date(2019, 5, 20), PlanStep.RETURNED, date(2019, 5, 24), 1)
    return PlanJudgement(state, "记录显示2019年5月20日首次报送，期限2019年5月20日", date(2019, 5, 20))


@pytest.fixture
def summary(assessment: Assessment, plan: PlanJudgement, standard_set: StandardSet) -> BranchSummary:
    return summarise(
        assessment,
        name="示例学院第一教师党支部",
        kind=BranchKind.TEACHERS,
        committee="cs",
        plan=plan.state,
        course=course_of(assessment, standard_set, HoursReached(16, 14)),
    )


@pytest.fixture
def totals(summary: BranchSummary) -> tuple[CommitteeSummary, ...]:
    return (summarise_committee("cs", "示例学院党委", (summary,)), summarise_committee("jg", "机关党总支", ()))


@pytest.fixture
def meta() -> Mapping[str, Any]:
    return {"编号": "3.1"}
