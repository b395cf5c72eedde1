"""年度台账 (`2019.yml`), by 归属年度: activities, hours, elections, exemptions, the plan, what people have judged."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Hours, Text, YearMonth
from generator.model.kinds import ActivityKind, Post
from generator.model.record import Audience, FormLayout, Record, entry
from generator.model.records.activity import Activity
from generator.model.records.branch_plan import BranchPlan, Remedy
from generator.model.records.dated_row import DuesNotice, PointsCompared, PointsCounted, PointsPosted
from generator.model.records.difficulty import Difficulty
from generator.model.records.dues_payment import DuesPayment, QuarterlyDues
from generator.model.records.election import Election
from generator.model.records.graduate_files import GraduateFiles
from generator.model.records.life_steps import AppraisalCourse, LifeMeetingCourse
from generator.model.records.review import Review
from generator.model.records.roster import RosterCheck
from generator.model.records.talks import Talks
from generator.model.records.training import ClassAttendance
from generator.model.records.transfer import Transfer
from generator.model.records.visit_note import VisitNote
from generator.model.records.yearly_list import DutyList, StudyPlan


class OfficerHours(Record):
    """A row for each officer and each term of office in the year; `自` ties it to the officer's term."""

    post: Post = entry("职务", example="书记")
    since: Day | None = entry(
        "自", example="2018-06-20", default=None, hint="同一职务一年里换过人的必填，与支部概况一致"
    )
    hours: Hours = entry("学时", example="58")


class MemberHours(Record):
    """Members as rows of hours and how many people reached them: no names."""

    hours: Hours = entry("学时", example="36")
    people: Count = entry("人数", example="14")
    months: Count | None = entry(
        "在册月", example="6", default=None, hint="年中转入、接收的写在册的整月数，折算（A17）"
    )


class TrainingHours(Record):
    """学时 of the year: officers a row each, members in rows without names."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y20",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="training-hours",
            title="学时登记",
            number="支07",
            revised=date(2026, 11, 28),
            note="签到底册有姓名，由支部留存，不录入台账；录入的是按职务和学时汇总的两张表。",
            rows={"书记和委员": ("书记", "组织委员", "宣传委员"), "签到底册": 5},
            paper={"签到底册": ("日期", "学习培训内容", "举办单位", "形式（集中、在线）", "学时", "参加人签到")},
            signatures=("核对人（职务）", "核对日期"),
        ),
    )

    officers: tuple[OfficerHours, ...] | None = entry(
        "书记和委员", example=[{"职务": "书记", "学时": 58}], default=None
    )
    members: tuple[MemberHours, ...] | None = entry("党员", example=[{"学时": 36, "人数": 14}], default=None)
    excused: Count | None = entry(
        "不计学时", example="1", default=None, hint="年老体弱等，经支委会同意送学上门或不计的人数；只写人数（A17）"
    )


class Exemption(Record):
    """免开: a whole month without a theme day because of holidays, with who approved it (A36)."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="exemption",
            title="免开登记",
            number="支09",
            revised=date(2026, 11, 28),
            log=True,
            note="只用于整个月都在假期里的。",
            signatures=("批准人（职务）",),
        ),
    )

    kind: ActivityKind = entry("类型", example="主题党日")
    month: YearMonth = entry("月份", example="2019-08")
    reason: Text = entry("理由", example="全月暑假")
    approval: Text | None = entry("批准", example="学院党委组织员同意", default=None)


class Waiver(Record):
    """不评: the committee's word that a branch which lived for under three months of the year is not judged (A39)."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="waiver",
            title="本年度不评",
            number="支17",
            revised=date(2026, 11, 28),
            note="由基层党委定；只用于本年度存续不足 3 个月的支部。",
            signatures=("经办人（职务）",),
        ),
    )

    reason: Text = entry("理由", example="9 月并入第二党支部，存续不足 3 个月")
    office: Text = entry("单位", example="学院党委", hint="由基层党委定")
    on: Day = entry("日期", example="2019-11-20")


class Register(Record):
    """年度台账."""

    activities: tuple[Activity, ...] = entry("活动", example=[{"类型": ["党课"], "日期": "2019-03-14"}], default=())
    hours: TrainingHours | None = entry("学时", example={"党员": [{"学时": 36, "人数": 14}]}, default=None)
    elections: tuple[Election, ...] = entry("换届", example=[{"日期": "2018-06-20"}], default=())
    exemptions: tuple[Exemption, ...] = entry("免开", example=[{"类型": "主题党日", "月份": "2019-08"}], default=())
    study_plan: StudyPlan | None = entry(
        "学习计划", example={"日期": "2019-03-07", "会议": "支部委员会会议"}, default=None, hint="一年一份，按季列专题"
    )
    duty_lists: tuple[DutyList, ...] = entry(
        "履职清单",
        example=[{"日期": "2019-03-07", "会议": "支部委员会会议"}],
        default=(),
        hint="书记一人一份；年中换人的，新任另列",
    )
    talks: Talks | None = entry(
        "谈心谈话", example={"计数": [{"类别": "支委之间"}]}, default=None, hint="只有次数和人数，不写谁与谁、谈什么"
    )
    life_meeting: LifeMeetingCourse | None = entry(
        "组织生活会", example={"步骤": [{"步骤": "定主题", "日期": "2019-12-05"}]}, default=None, hint="逐步的日期"
    )
    appraisal: AppraisalCourse | None = entry(
        "民主评议", example={"步骤": [{"步骤": "个人自评", "日期": "2020-01-09"}]}, default=None, hint="逐步的日期"
    )
    plan: BranchPlan | None = entry(
        "推进计划", example={"经过": [{"环节": "首次报送", "日期": "2019-05-17", "单位": "学院党委"}]}, default=None
    )
    remedies: tuple[Remedy, ...] = entry(
        "对策", example=[{"问题": "主题党日常常改期", "类别": ["虚化"], "标准": ["3.5"]}], default=()
    )
    waiver: Waiver | None = entry(
        "不评",
        example={"理由": "存续不足 3 个月", "单位": "学院党委", "日期": "2019-11-20"},
        default=None,
        hint="本年度存续不足 3 个月的支部，定性要点不评的，由基层党委写一次（A39）",
    )
    reviews: tuple[Review, ...] = entry("评定", example=[{"要点": "1.2.1", "结论": "符合"}], default=())
    restricted_reviews: tuple[Review, ...] = entry(
        "专人评定",
        Audience.RESTRICTED,
        example=[{"要点": "2.5.1", "结论": "符合"}],
        default=(),
        hint="结论只在专人版显示的标准（2.5、7.3）写在这里",
    )

    roster_checks: tuple[RosterCheck, ...] = entry(
        "名册核对", example=[{"日期": "2019-03-28", "正式": 16, "预备": 2}], default=()
    )
    transfers: tuple[Transfer, ...] = entry(
        "组织关系转接", example=[{"批次日期": "2019-06-28", "方向": "转出", "人数": 12}], default=()
    )
    dues_payments: tuple[DuesPayment, ...] = entry(
        "党费交纳", example=[{"月份": "2019-03", "应交人数": 18, "实交人数": 18}], default=()
    )
    quarterly_dues: QuarterlyDues | None = entry(
        "党费按季",
        example={"日期": "2019-01-10", "会议": "支部党员大会"},
        default=None,
        hint="经支部同意按季交纳的写一次",
    )
    dues_notices: tuple[DuesNotice, ...] = entry("党费公布", example=[{"日期": "2019-12-20"}], default=())
    points_counted: tuple[PointsCounted, ...] = entry(
        "积分统计", example=[{"月份": "2019-03", "日期": "2019-04-02"}], default=()
    )
    points_posted: tuple[PointsPosted, ...] = entry("积分公示", example=[{"日期": "2019-03-29"}], default=())
    points_compared: tuple[PointsCompared, ...] = entry("积分评比", example=[{"日期": "2019-12-20"}], default=())
    graduate_files: tuple[GraduateFiles, ...] = entry(
        "毕业生材料核查", example=[{"名单日期": "2019-05-20", "应核查": 18, "已核查": 18}], default=()
    )
    training: tuple[ClassAttendance, ...] = entry(
        "培训", example=[{"班次": "党员轮训班", "日期": "2019-04-20", "学时": 8, "人数": 12}], default=()
    )
    difficulties: tuple[Difficulty, ...] = entry(
        "困难上报", example=[{"日期": "2019-04-03", "类别": "场地经费", "困难": "没有固定的活动场所"}], default=()
    )
    visit_notes: tuple[VisitNote, ...] = entry(
        "观摩记录", example=[{"日期": "2019-11-12", "观摩点": "xx-js1", "人数": 5}], default=()
    )

    @property
    def is_kept(self) -> bool:
        """Whether it was kept as the register of its year: one that only notes the election of a term was not."""
        return any(getattr(self, name) for name in type(self).model_fields if name not in ("elections", "source"))

    @property
    def all_reviews(self) -> tuple[Review, ...]:
        """Reviews of every standard, those shown in the restricted edition only included."""
        return (*self.reviews, *self.restricted_reviews)
