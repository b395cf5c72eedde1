"""Closed vocabularies that standards and several record kinds share: kinds of branches and of activities, posts, duties."""

from __future__ import annotations

from enum import StrEnum


class BranchKind(StrEnum):
    """党支部类型; 教职工 = 教师 + 机关, and 机关 includes 教辅."""

    TEACHERS = "教师"
    OFFICES = "机关"
    STUDENTS = "学生"
    RETIRED = "离退休"


class Post(StrEnum):
    """职务 in a branch committee."""

    SECRETARY = "书记"
    DEPUTY = "副书记"
    ORGANISATION = "组织委员"
    PUBLICITY = "宣传委员"
    DISCIPLINE = "纪检委员"
    YOUTH = "青年委员"
    UNITED_FRONT = "统战委员"
    MEMBER = "委员"


LEADERS = (Post.SECRETARY, Post.DEPUTY)
"""Posts that a branch without a committee may have too."""


class ActivityKind(StrEnum):
    """活动类型; one activity may be of several kinds (A16)."""

    GENERAL_MEETING = "支部党员大会"
    COMMITTEE_MEETING = "支部委员会会议"
    GROUP_MEETING = "党小组会"
    LECTURE = "党课"
    THEME_DAY = "主题党日"
    LIFE_MEETING = "组织生活会"
    APPRAISAL = "民主评议党员"
    STUDY = "专题学习"
    DUAL_LIFE = "双重组织生活"
    OATH_RENEWAL = "重温入党誓词"
    APPLICATION_REREAD = "重温入党申请书"
    POLITICAL_BIRTHDAY = "政治生日"
    ADMISSION_OATH = "入党宣誓"


class Duty(StrEnum):
    """责任主体: whose gap it is."""

    BRANCH = "支部"
    COMMITTEE = "基层党委"
    INSTITUTION = "学校"


class Part(StrEnum):
    """A criterion is counted or judged by people; the two are shown apart and never mixed."""

    QUANTITATIVE = "定量"
    QUALITATIVE = "定性"


class VoteKind(StrEnum):
    """What is voted on; each has its own quorum and majority."""

    GENERAL = "一般议题"
    ADMISSION = "接收预备党员"
    CONFIRMATION = "预备党员转正"
    ELECTION = "选举"

    @property
    def takes_written(self) -> bool:
        """Whether opinions written before the meeting count as votes: for admission and confirmation only."""
        return self in (VoteKind.ADMISSION, VoteKind.CONFIRMATION)


class Weekday(StrEnum):
    """星期, from Monday on."""

    MONDAY = "一"
    TUESDAY = "二"
    WEDNESDAY = "三"
    THURSDAY = "四"
    FRIDAY = "五"
    SATURDAY = "六"
    SUNDAY = "日"

    @property
    def number(self) -> int:
        """Monday 0 … Sunday 6."""
        return list(Weekday).index(self)


class HonourLevel(StrEnum):
    """Who confers: a school's 样板 is never shown without its level, so that nobody takes it for the ministry's."""

    SCHOOL = "校级"
    PROVINCE = "省级"
    MINISTRY = "教育部"
