"""Which files may stand under `records/`: each kind declared once, and everything else derived from that.

Loading, validation, digests of incremental builds, the words that the gate looks for, JSON Schemas, samples and the page
on filling in all read `RECORD_FILES`.  A file that no declaration matches is a Problem.
"""

from __future__ import annotations

from generator.model.form import Form
from generator.model.record_file import RecordFile, RecordFolder, folder_in, forms_in
from generator.model.records.approved_text import ApprovedText
from generator.model.records.committee_appraisal import CommitteeAppraisal
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.development import Development
from generator.model.records.last_places import LastPlaces
from generator.model.records.members import Members
from generator.model.records.organisation import Committee, Institution
from generator.model.records.plan import Plan
from generator.model.records.profile import Profile
from generator.model.records.rectification import Rectifications
from generator.model.records.register import Register
from generator.model.records.school_appraisal import SchoolAppraisal
from generator.model.records.school_register import SchoolRegister
from generator.model.records.showcase import Showcase
from generator.model.records.snapshot import YearSnapshot

INSTITUTION = RecordFile(
    id="institution",
    pattern="institution.yml",
    title="学校",
    record=Institution,
    required=True,
    filled_by="组织部",
    changes="学年初，假期和口径定下来时",
)
PLAN = RecordFile(
    id="plan",
    pattern="plan/{year}.yml",
    title="工作方案",
    record=Plan,
    filled_by="组织部",
    changes="方案印发时；任务有进展时",
    by_hand=False,
)
PLAN_TEXT = RecordFile(
    id="plan-text",
    pattern="plan/{year}.txt",
    title="工作方案原文",
    filled_by="组织部",
    changes="方案印发时",
    companion=".yml",
)
SCHOOL_REGISTER = RecordFile(
    id="school-register",
    pattern="school/{year}.yml",
    title="学校年度台账",
    record=SchoolRegister,
    filled_by="组织部",
    changes="每次督查、培训、表彰后",
)
LAST_PLACES = RecordFile(
    id="last-places",
    pattern="school/{year}-restricted.yml",
    title="倒序管理",
    record=LastPlaces,
    filled_by="组织部专人",
    changes="考核验收以后，方案要求的才有",
)
SCHOOL_APPRAISAL = RecordFile(
    id="school-appraisal",
    pattern="school/{year}-appraisal.yml",
    title="抽签、抽验意见、选树推荐",
    record=SchoolAppraisal,
    filled_by="组织部专人",
    changes="公布抽签名单、抽验、推荐和决定以后；专人保管，可以不带出",
)
COMMITTEE = RecordFile(
    id="committee",
    pattern="units/{committee}/committee.yml",
    title="基层党委",
    record=Committee,
    required=True,
    filled_by="组织员",
    changes="名称、审批权限变动时",
)
COMMITTEE_REGISTER = RecordFile(
    id="committee-register",
    pattern="units/{committee}/{year}.yml",
    title="基层党委年度台账",
    record=CommitteeRegister,
    filled_by="组织员",
    changes="党费收支公示后",
)
RECTIFICATION = RecordFile(
    id="rectification",
    pattern="units/{committee}/{year}-rectification.yml",
    title="整顿登记",
    record=Rectifications,
    filled_by="包点的班子成员",
    changes="问题办成、验收、每月巩固后；专人保管，可以不带出",
)
COMMITTEE_APPRAISAL = RecordFile(
    id="committee-appraisal",
    pattern="units/{committee}/{year}-appraisal.yml",
    title="考核材料",
    record=CommitteeAppraisal,
    filled_by="组织员专人",
    changes="群众测评、复评、述职评议以后；专人保管，可以不带出",
)
BRANCH = RecordFile(
    id="branch",
    pattern="units/{committee}/{branch}/branch.yml",
    title="支部概况",
    record=Profile,
    required=True,
    filled_by="组织委员",
    changes="人数、委员、小组变动后",
)
REGISTER = RecordFile(
    id="register",
    pattern="units/{committee}/{branch}/{year}.yml",
    title="年度台账",
    record=Register,
    filled_by="组织委员",
    changes="每次活动后",
)
MEMBERS = RecordFile(
    id="members",
    pattern="units/{committee}/{branch}/members.yml",
    title="党员名册",
    record=Members,
    filled_by="组织委员",
    changes="每次核对名册后",
)
DEVELOPMENT = RecordFile(
    id="development",
    pattern="units/{committee}/{branch}/development.yml",
    title="发展党员台账",
    record=Development,
    filled_by="组织委员",
    changes="每办完一个环节",
)
SNAPSHOT = RecordFile(
    id="snapshot",
    pattern="units/{committee}/{branch}/snapshot-{year}.yml",
    title="核定",
    record=YearSnapshot,
    filled_by="组织员，用 zhibu snapshot",
    changes="一年核定一次，写成以后不改",
    by_hand=False,
)
SHOWCASE = RecordFile(
    id="showcase",
    pattern="units/{committee}/{branch}/showcase.md",
    title="观摩展示",
    record=Showcase,
    filled_by="支部书记",
    changes="被选作观摩点时",
)
SHOWCASE_APPROVED = RecordFile(
    id="showcase-approved",
    pattern="units/{committee}/{branch}/showcase-approved.yml",
    title="观摩展示定稿留存",
    record=ApprovedText,
    filled_by="支部书记，用 zhibu approve --keep",
    changes="审批以后，写成以后不改",
    by_hand=False,
)
PHOTOS = RecordFile(
    id="photos",
    pattern="units/{committee}/{branch}/photos/{picture}",
    title="观摩展示的照片",
    filled_by="支部书记",
    changes="被选作观摩点时",
)
ATTACHMENTS = RecordFile(
    id="attachments",
    pattern="units/{committee}/{branch}/files/{attachment}",
    title="观摩展示的附件",
    filled_by="支部书记",
    changes="有现成的样表给来访者带走时",
)

RECORD_FILES = (
    INSTITUTION,
    SCHOOL_REGISTER,
    LAST_PLACES,
    SCHOOL_APPRAISAL,
    PLAN,
    PLAN_TEXT,
    COMMITTEE,
    COMMITTEE_REGISTER,
    RECTIFICATION,
    COMMITTEE_APPRAISAL,
    BRANCH,
    REGISTER,
    MEMBERS,
    DEVELOPMENT,
    SNAPSHOT,
    SHOWCASE,
    SHOWCASE_APPROVED,
    PHOTOS,
    ATTACHMENTS,
)
"""Every file that may stand under `records/`; one that is declared and missing here is dead code, which a test refuses."""


def declared_forms() -> tuple[Form, ...]:
    """The forms of every register, those of branches first."""
    return forms_in(RECORD_FILES)


def folder_of(pattern: str) -> RecordFolder:
    """What may lie in the folder of that pattern (`units/{committee}`)."""
    return folder_in(RECORD_FILES, pattern)
