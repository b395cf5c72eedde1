"""特色活动 in the public edition: none without an approval that holds for what is written now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.disclose.approval import published_index, unpublished_rows
from generator.model.approved import marks, pieces, seal
from generator.model.index import Index
from generator.model.record import Audience
from generator.model.records.last_places import LastPlaces
from generator.model.records.organisation import Institution
from generator.model.records.school_activity import Campaign
from generator.model.records.school_register import SchoolRegister

AS_OF = date(2019, 11, 25)
ROW = {
    "编号": "a",
    "日期": "2019-09-27",
    "名称": "校园快闪",
    "类别": "快闪",
    "归档": "图文档案",
    "参加": [{"对象": "学生党员", "应参加": "168", "实参加": "151"}],
}
APPROVAL = {
    "提出": "宣传部",
    "审核": "副部长",
    "审核日期": "2019-10-08",
    "保密审查": "保密办",
    "保密审查日期": "2019-10-08",
    "审批": "副书记",
    "日期": "2019-10-09",
    "范围": "社会公开",
    "期限": "2020-12-31",
}


def approved(**more: Any) -> dict[str, Any]:
    rows = pieces(Campaign.model_validate(ROW))
    return {**ROW, "审批": {**APPROVAL, "摘要": seal(rows), "逐句": marks(rows), **more}}


def published(row: dict[str, Any], audience: Audience = Audience.PUBLIC) -> list[Campaign]:
    register = SchoolRegister.model_validate(
        {"特色活动": [row], "部署": [{"日期": "2019-03-08", "类别": "会议", "名称": "会"}]}
    )
    index = Index(
        institution=Institution.model_validate({"名称": "示例大学"}),
        committees=(),
        further={"school/2019-restricted.yml": LastPlaces.model_construct(), "school/2019.yml": register},
    )
    shown = published_index(index, audience, AS_OF).further["school/2019.yml"]
    assert isinstance(shown, SchoolRegister)
    assert bool(shown.launches) is (audience is not Audience.PUBLIC)
    if audience is Audience.PUBLIC:
        assert len(list(unpublished_rows(index, AS_OF))) == 1 - len(shown.campaigns)
    return list(shown.campaigns)


def test_an_approved_activity_is_public_without_its_approval_and_archive() -> None:
    (row,) = published(approved())
    assert (row.name, row.archive, row.approval) == ("校园快闪", None, None)


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        approved(范围="党内公开"),
        approved(期限="2019-11-24"),
        approved(摘要="0" * 32),
        {**approved(), "名称": "校园快闪（改）"},
    ],
    ids=["no approval", "party only", "over", "another text", "changed since"],
)
def test_others_are_not_and_stay_in_the_internal_edition(row: dict[str, Any]) -> None:
    assert published(row) == []
    assert len(published(row, Audience.INTERNAL)) == 1
