"""What may go public: approvals in force, for the public, and portraits with consent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.audience import Audience
from generator.model.dossier import Dossier
from generator.model.index import BranchEntry, CommitteeEntry, Index, ShowcaseEntry
from generator.model.records.approval import Approval
from generator.model.records.organisation import Committee, Institution
from generator.model.records.profile import BranchKind, Profile
from generator.model.records.showcase import Showcase
from generator.publish.approval import permits, published_dossier, published_index

SIX = {
    "提出": "书记",
    "审核": "副书记",
    "审批": "党委书记",
    "日期": "2019-10-20",
    "范围": "社会公开",
    "期限": "2019-12-31",
}
DAY = date(2019, 11, 25)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 10, 19), False),
        (date(2019, 10, 20), True),
        (date(2019, 12, 31), True),
        (date(2020, 1, 1), False),
    ],
)
def test_an_approval_holds_from_its_day_to_its_last_day(day: date, *, expected: bool) -> None:
    assert permits(Approval.model_validate(SIX), day) is expected


def test_without_an_approval_or_for_members_only_nothing_goes_public() -> None:
    assert not permits(None, DAY)
    assert not permits(Approval.model_validate({**SIX, "范围": "党内公开"}), DAY)


def showcase(folder: Path, **changes: object) -> ShowcaseEntry:
    values = {
        "标题": "照着做",
        "一句话": "有计划",
        "看点": ["一"],
        "对应标准": ["3.1"],
        "路线": [{"站点": "活动室", "分钟": "15", "看什么": "展板"}],
        "开放时段": ["每周四"],
        "审批": SIX,
    }
    branch = BranchEntry(id="aa-1", committee="aa", name="第一党支部", kind=BranchKind.TEACHERS, folder=folder)
    return ShowcaseEntry(
        branch=branch, showcase=Showcase.model_validate({**values, **changes}), prose="", folder=folder
    )


def shown(entry: ShowcaseEntry, audience: Audience) -> tuple[ShowcaseEntry, ...]:
    committee = Committee.model_validate({"名称": "甲学院党委", "类型": "基层党委"})
    index = Index(
        institution=Institution.model_validate({"名称": "示例大学"}),
        committees=(CommitteeEntry(id="aa", committee=committee, branches=(entry.branch,)),),
        showcases=(entry,),
    )
    return published_index(index, audience, DAY).showcases


def test_a_showcase_without_approval_stays_inside(tmp_path: Path) -> None:
    entry = showcase(tmp_path, 审批=None)
    assert shown(entry, Audience.PUBLIC) == ()
    assert len(shown(entry, Audience.INTERNAL)) == 1


def test_an_approved_showcase_goes_public_without_the_approval_itself(tmp_path: Path) -> None:
    (only,) = shown(showcase(tmp_path), Audience.PUBLIC)
    assert only.showcase.title == "照着做"
    assert only.showcase.approval is None


def photo(**changes: object) -> dict[str, object]:
    return {"文件": "a.jpg", "替代文字": "活动室", "图注": "活动室", **changes}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (photo(), 1),
        (photo(有人像="是"), 0),
        (photo(有人像="是", 肖像同意="已取得"), 1),
        (photo(文件="b.jpg"), 0),
    ],
)
def test_photos(tmp_path: Path, row: dict[str, object], expected: int) -> None:
    (tmp_path / "a.jpg").touch()
    (only,) = shown(showcase(tmp_path, 照片=[row]), Audience.PUBLIC)
    assert len(only.showcase.photos) == expected


@pytest.mark.parametrize(("approval", "expected"), [(SIX, True), (None, False), ({**SIX, "期限": "2019-11-24"}, False)])
def test_an_introduction_needs_an_approval(approval: object, *, expected: bool) -> None:
    profile = {
        "名称": "第一党支部",
        "类型": "教师",
        "成立": "2015-09-10",
        "公开简介": {"简介": "支部简介", "审批": approval},
    }
    dossier = Dossier.assemble("aa-1", "aa", Profile.model_validate(profile), {})
    assert (published_dossier(dossier, Audience.PUBLIC, DAY).profile.introduction is not None) is expected
    assert published_dossier(dossier, Audience.INTERNAL, DAY).profile.introduction is not None
