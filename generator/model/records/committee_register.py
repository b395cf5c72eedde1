"""年度台账 of a committee (`2019.yml` beside `committee.yml`): what it answers for itself, by 归属年度."""

from __future__ import annotations

from generator.model.record import Audience, entry
from generator.model.records.appraisal import Appraisal
from generator.model.records.batch_review import BatchReview
from generator.model.records.classes_held import ClassesHeld
from generator.model.records.committee_work import BirthdayMonth, DutyDone, Funding, Pairing, Venue, WorkReport
from generator.model.records.cultivation import Cultivation
from generator.model.records.dual_leaders import DualLeaders
from generator.model.records.dues import Dues
from generator.model.records.joint_activity import JointActivity
from generator.model.records.oversight import QuarterlyReview
from generator.model.records.unit_register import UnitRegister


class CommitteeRegister(ClassesHeld, UnitRegister):
    """年度台账 of a committee."""

    reviews: tuple[QuarterlyReview, ...] = entry(
        "研判", example=[{"日期": "2019-10-16", "纪要": "学院党委会议纪要第 9 期"}], default=(), hint="每季度一次"
    )
    dues: Dues | None = entry("党费", example={"截至": "2019-12-31"}, default=None, hint="收支合计，每年公示")
    appraisals: tuple[Appraisal, ...] = entry(
        "考核验收", example=[{"支部": "xx-js1", "自评": "2019-11-05"}], default=(), hint="一个支部一行，只写日期"
    )
    dual_leaders: DualLeaders | None = entry(
        "双带头人", example={"合计": [{"日期": "2019-12-13", "已认定": "3"}]}, default=None, hint="只出数，不出是谁"
    )
    joint: tuple[JointActivity, ...] = entry(
        "联合活动",
        example=[{"类型": ["党课"], "日期": "2019-06-27", "主持": "学院党委副书记"}],
        default=(),
        hint="几个支部合办的只在这里记一次，各支部照样计次",
    )
    cultivations: tuple[Cultivation, ...] = entry(
        "双培养", example=[{"日期": "2019-06-28", "方向": "学术骨干成为党员", "人数": "1"}], default=()
    )
    duties: tuple[DutyDone, ...] = entry(
        "四职责",
        example=[{"日期": "2019-03-12", "职责": "部署"}],
        default=(),
        hint="部署、落实、督查、验收，做一次写一行",
    )
    venues: tuple[Venue, ...] = entry("阵地", example=[{"名称": "学院党员活动室", "地点": "教学楼 302"}], default=())
    funds: tuple[Funding, ...] = entry("经费", example=[{"日期": "2019-04-16", "金额": "3200.00"}], default=())
    pairings: tuple[Pairing, ...] = entry("结对共建", Audience.PUBLIC, example=[{"对方": "帮扶村党支部"}], default=())
    birthdays: tuple[BirthdayMonth, ...] = entry(
        "政治生日", example=[{"月份": "2019-06", "人数": "14"}], default=(), hint="每月人数，不足 10 名的只在专人版显示"
    )
    work_reports: tuple[WorkReport, ...] = entry(
        "述职评议", example=[{"支部": "xx-js1", "日期": "2020-01-09"}], default=(), hint="述职的安排，一个支部一行"
    )
    batches: tuple[BatchReview, ...] = entry(
        "支部评定",
        example=[{"要点": "1.2.1", "评定单位": "学院党委", "日期": "2019-11-08", "结论": "符合"}],
        default=(),
        hint="支部的要点由本级成批评定的，一个要点一张表；不再写进支部的台账",
    )
    restricted_batches: tuple[BatchReview, ...] = entry(
        "专人支部评定",
        Audience.RESTRICTED,
        example=[{"要点": "2.5.1", "评定单位": "学院党委", "日期": "2019-11-08"}],
        default=(),
        hint="结论只在专人版显示的标准写在这里",
    )

    @property
    def all_batches(self) -> tuple[BatchReview, ...]:
        """Those of every standard, those shown in the restricted edition only included."""
        return (*self.batches, *self.restricted_batches)
